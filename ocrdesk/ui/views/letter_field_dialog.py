"""Asks what may stand where letters are selected, and shows at once how they would then read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
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
from ocrdesk.services.field_trial import Outcome
from ocrdesk.services.fields import Field
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ocrdesk.ui.appearance.typography import fixed_font
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.field_editors import pattern_editor, words_editor, words_in
from ocrdesk.ui.views.field_form import FIELD_HEIGHT
from ocrdesk.ui.views.field_outcome import outcome_words
from ocrdesk.ui.views.file_dialog import file_dialog

_SIZE = QSize(520, 470)


class LetterFieldDialog(QDialog):
    """A pattern or words; ``changed`` tells that another field is to be tried.

    ``chosen`` carries the outcome that was shown, ``cleared`` that the field shall go.
    """

    changed = Signal()
    chosen = Signal(object)
    cleared = Signal()

    def __init__(
        self, text: str, field: Field | None, folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What May Stand Here"))
        self._folder = folder
        self._outcome: Outcome | None = None
        self._head = QLabel(text)
        self.by_pattern = QRadioButton(tr("A &pattern"))
        self.by_words = QRadioButton(tr("One of these &words"))
        self.pattern = pattern_editor(field)
        self.words = words_editor(field, tr("Words, one a line"))
        self.load = QPushButton(tr("&Load from a File…"))
        self.told = QLabel()
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self._buttons.button(kinds.Ok)
        self.ok.setText(tr("Read So"))
        self.clear = self._buttons.addButton(
            tr("&Take Away"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.clear.setVisible(field is not None)
        self._lay_out()
        has_words = field is not None and bool(field.words)
        (self.by_words if has_words else self.by_pattern).setChecked(True)
        self._connect()
        room = parent.window().size() if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 40)))
        self._follow_kind()
        self.pattern.selectAll()

    def wished(self) -> Field | None:
        """Return what is said now; None where that is nothing yet."""
        if self.by_pattern.isChecked():
            pattern = self.pattern.text().strip()
            return Field(pattern) if pattern else None
        words = words_in(self.words)
        return Field(words=words) if words else None

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how the letters would read."""
        self._outcome = outcome
        self._tell(outcome_words(outcome), "")
        self.ok.setEnabled(True)

    def wait(self, words: str) -> None:
        """Say what is being waited for, or what is to be done first; nothing can be chosen yet."""
        self._outcome = None
        self.ok.setEnabled(False)
        self._tell(words, "muted")

    def show_problem(self, message: str, advice: str) -> None:
        """Say why this cannot be."""
        self.wait("")
        self._tell(f"{message} {advice}".strip(), "error")

    def accept(self) -> None:
        """Hand over what was shown."""
        if self._outcome is not None:
            outcome = self._outcome
            super().accept()
            self.chosen.emit(outcome)

    def _connect(self) -> None:
        self.by_pattern.toggled.connect(self._follow_kind)
        self.pattern.textChanged.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.load.clicked.connect(self._ask_for_file)
        self.clear.clicked.connect(self._clear)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        examples = QLabel(
            tr(
                "A stands for a letter, a for a small one, 9 for a digit, * for anything; {2,4} "
                "says how often. For example AAA-999: three letters and three digits."
            )
        )
        for label, size, tone in (
            (self._head, "strong", ""),
            (examples, "caption", "muted"),
            (self.told, "", ""),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            dress(label, size=size, tone=tone)
        self.pattern.setMinimumHeight(FIELD_HEIGHT)
        self.words.setPlaceholderText(tr("One a line"))
        self.told.setAccessibleName(tr("How the letters would read"))
        for editor in (self.pattern, self.words):
            editor.setFont(fixed_font(self.font()))
        self.told.setMinimumHeight(3 * self.told.fontMetrics().lineSpacing())
        row = QHBoxLayout()
        row.addWidget(self.by_words, 1)
        row.addWidget(self.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(self._head)
        column.addSpacing(SPACE_S)
        for widget in (self.by_pattern, self.pattern, examples):
            column.addWidget(widget)
        column.addSpacing(SPACE_M)
        column.addLayout(row)
        column.addWidget(self.words, 1)
        column.addWidget(self.told)
        column.addWidget(self._buttons)
        self.load.setAutoDefault(False)
        self.clear.setAutoDefault(False)

    def _follow_kind(self) -> None:
        is_pattern = self.by_pattern.isChecked()
        self.pattern.setEnabled(is_pattern)
        for widget in (self.words, self.load):
            widget.setEnabled(not is_pattern)
        (self.pattern if is_pattern else self.words).setFocus()
        self.changed.emit()

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

    def _clear(self) -> None:
        self.reject()
        self.cleared.emit()

    def _tell(self, words: str, tone: str) -> None:
        self.told.setText(words)
        dress(self.told, tone=tone)
