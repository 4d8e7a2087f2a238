"""Asks what may stand on a page or where letters are, and shows at once how it would then read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.errors import UsageError
from ocrdesk.formats.word_list_file import read_word_list
from ocrdesk.services.field_trial import Told
from ocrdesk.services.fields import Field
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ocrdesk.ui.appearance.typography import fixed_font
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.field_editors import pattern_editor, words_editor, words_in
from ocrdesk.ui.views.field_form import FIELD_HEIGHT
from ocrdesk.ui.views.field_list import FieldList
from ocrdesk.ui.views.field_outcome import outcome_words
from ocrdesk.ui.views.file_dialog import file_dialog

_WIDTH = 540
_USUAL_WORDS = 110  # pixels high
_LEAST_WORDS = 2  # lines of words that are seen in a low window


class FieldDialog(QDialog):
    """The page's fields, and one to be said: for which place, a pattern or words.

    ``changed`` tells that another field is to be tried, ``place_changed`` that it is for another
    place, ``chosen`` that what was shown is wanted.
    """

    changed = Signal()
    place_changed = Signal()
    chosen = Signal()

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Field"))
        self._folder = folder
        self._begun: tuple[str, tuple[str, ...]] = ("", ())
        self._is_shown = False
        self.fields = FieldList()
        self.of_page = QRadioButton(tr("The whole pa&ge"))
        self.of_letters = QRadioButton()
        self.by_pattern = QRadioButton(tr("A &pattern"))
        self.by_words = QRadioButton(tr("One of these &words"))
        self._groups = [QButtonGroup(self), QButtonGroup(self)]
        self.pattern = pattern_editor()
        self.words = words_editor(tr("Words, one a line"))
        self.load = QPushButton(tr("&Load from a File…"))
        self.told = QLabel()
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self._buttons.button(kinds.Ok)
        self.ok.setText(tr("Read So"))
        self._lay_out()
        self.of_page.setChecked(True)
        self.by_pattern.setChecked(True)
        self._connect()

    def fit(self) -> None:
        """Be as large as what is shown needs, but no larger than the window."""
        self.ensurePolished()
        least = self._column.totalMinimumHeightForWidth(_WIDTH)
        size = QSize(_WIDTH, least + _USUAL_WORDS - self.words.minimumHeight())
        parent = self.parentWidget()
        room = size if parent is None else parent.window().size() - QSize(40, 40)
        self.resize(size.boundedTo(room))

    def set_letters(self, text: str, *, are_selected: bool = True) -> None:
        """Say which letters it may be for, "" for none: then it is for the whole page."""
        self.of_letters.setEnabled(bool(text))
        words = (
            tr("The selected le&tters “{text}”") if are_selected else tr("The le&tters “{text}”")
        )
        none = tr("Selected le&tters (none are selected)")
        self.of_letters.setText(words.format(text=text.replace("&", "&&")) if text else none)

    def choose_place(self, *, is_page: bool) -> None:
        """Be for the whole page or for the letters; nothing is told of that."""
        with QSignalBlocker(self.of_page):
            (self.of_page if is_page else self.of_letters).setChecked(True)

    def show_field(self, field: Field | None) -> None:
        """Begin with what was said of the place before."""
        with QSignalBlocker(self.pattern), QSignalBlocker(self.words):
            self.pattern.setText("" if field is None else field.pattern)
            self.words.setPlainText("" if field is None else "\n".join(field.words))
        with QSignalBlocker(self.by_pattern):
            if field is not None:
                (self.by_words if field.words else self.by_pattern).setChecked(True)
        self._begun = self._written
        self._enable_kind()

    def write(self) -> None:
        """Let a person write at once."""
        is_pattern = self.by_pattern.isChecked()
        (self.pattern if is_pattern else self.words).setFocus()
        self.pattern.selectAll()

    @property
    def is_untouched(self) -> bool:
        """Tell whether nobody has written anything since a field was shown."""
        return self._written == self._begun

    def wished(self) -> Field | None:
        """Return what is said now; None where that is nothing yet."""
        pattern, words = self._written
        if self.by_pattern.isChecked():
            return Field(pattern) if pattern else None
        return Field(words=words) if words else None

    def show_told(self, told: Told) -> None:
        """Show how the letters would read."""
        self._is_shown = True
        self._tell(outcome_words(told), "")
        self.ok.setEnabled(True)

    def wait(self, words: str) -> None:
        """Say what is being waited for, or what is to be done first; nothing can be chosen yet."""
        self._is_shown = False
        self.ok.setEnabled(False)
        self._tell(words, "muted")

    def show_problem(self, message: str, advice: str) -> None:
        """Say why this cannot be."""
        self.wait("")
        self._tell(f"{message} {advice}".strip(), "error")

    def accept(self) -> None:
        """Want what was shown."""
        if self._is_shown:
            self.chosen.emit()
            super().accept()

    @property
    def _written(self) -> tuple[str, tuple[str, ...]]:
        return self.pattern.text().strip(), words_in(self.words)

    def _connect(self) -> None:
        self.of_page.toggled.connect(self.place_changed)
        self.by_pattern.toggled.connect(self._follow_kind)
        self.pattern.textChanged.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.load.clicked.connect(self._ask_for_file)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        examples = QLabel(
            tr(
                "A stands for a letter, a for a small one, 9 for a digit, * for anything; {2,4} "
                "says how often. For example AAA-999: three letters and three digits."
            )
        )
        heading = QLabel(tr("What may stand in each row of…"))
        dress(examples, size="caption", tone="muted")
        for label in (examples, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._dress_editors()
        for group, choices in zip(
            self._groups,
            ((self.of_page, self.of_letters), (self.by_pattern, self.by_words)),
            strict=True,
        ):
            for choice in choices:
                group.addButton(choice)
        row = QHBoxLayout()
        row.addWidget(self.by_words, 1)
        row.addWidget(self.load)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_S)
        place = (self.fields, heading, self.of_page, self.of_letters)
        pattern = (self.by_pattern, self.pattern, examples)
        for number, widget in enumerate((*place, *pattern)):
            if number == len(place):
                column.addSpacing(SPACE_M)
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.words, 1)
        column.addWidget(self.told)
        column.addWidget(self._buttons)

    def _dress_editors(self) -> None:
        self.pattern.setMinimumHeight(FIELD_HEIGHT)
        self.words.setPlaceholderText(tr("One a line"))
        self.told.setAccessibleName(tr("How the letters would read"))
        for editor in (self.pattern, self.words):
            editor.setFont(fixed_font(self.font()))
        line = self.words.fontMetrics().lineSpacing()
        self.words.setMinimumHeight(_LEAST_WORDS * line + FIELD_HEIGHT // 2)
        self.told.setMinimumHeight(3 * self.told.fontMetrics().lineSpacing())
        self.load.setAutoDefault(False)

    def _follow_kind(self) -> None:
        self._enable_kind()
        self.write()
        self.changed.emit()

    def _enable_kind(self) -> None:
        is_pattern = self.by_pattern.isChecked()
        self.pattern.setEnabled(is_pattern)
        for widget in (self.words, self.load):
            widget.setEnabled(not is_pattern)

    def _ask_for_file(self) -> None:
        dialog = file_dialog(self, tr("Words That May Stand Here"), self._folder)
        dialog.setNameFilters([tr("Lists of words (*.txt)"), tr("All files (*)")])
        dialog.filesSelected.connect(self.take_files)
        dialog.open()

    def take_files(self, paths: Sequence[str]) -> None:
        """Take the words of a file in place of those that are there."""
        try:
            words = read_word_list(Path(paths[0]))
        except UsageError as error:
            self.show_problem(said(error.message), said(error.advice))
            return
        self.words.setPlainText("\n".join(words))

    def _tell(self, words: str, tone: str) -> None:
        self.told.setText(words)
        dress(self.told, tone=tone)
