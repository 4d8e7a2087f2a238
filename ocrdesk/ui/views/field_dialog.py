"""Asks what the rows of a page hold: anything, what a pattern allows, or one of some words."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.fields import Field
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_XL
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.field_editors import pattern_editor, words_editor, words_in

_WIDTH, _WORDS_HEIGHT = 420, 110
_LINES = 3  # of what is wrong: room that is kept, so that nothing moves when it comes

Problem = Callable[[str, tuple[str, ...]], str]


class FieldDialog(QDialog):
    """Three choices with their fields; ``wished`` carries a `Field`, or None for anything.

    ``problem`` says why a pattern or words cannot be read by, "" where they can.
    """

    wished = Signal(object)

    def __init__(
        self, field: Field | None, problem: Problem, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Pattern or Words"))
        self._problem_of = problem
        self._anything = QRadioButton(tr("&Anything"))
        self._by_pattern = QRadioButton(tr("What a &pattern allows"))
        self._by_words = QRadioButton(tr("One of these &words, one a line"))
        self.pattern = pattern_editor(field)
        self.words = words_editor(field, tr("Words"))
        self.words.setFixedHeight(_WORDS_HEIGHT)
        self._hint, self._problem = QLabel(), QLabel()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Read by It"))
        self._lay_out()
        self._problem.setMinimumHeight(_LINES * self._problem.fontMetrics().lineSpacing())
        self._show(field)
        for choice in (self._anything, self._by_pattern, self._by_words):
            choice.toggled.connect(self._follow)
        self.pattern.textChanged.connect(self._follow)
        self.words.textChanged.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._follow()
        self.resize(_WIDTH, self._column.totalHeightForWidth(_WIDTH))

    @property
    def problem(self) -> str:
        """Why it cannot be read by what is chosen now; "" where it can."""
        if self._anything.isChecked():
            return ""
        return self._problem_of(self._pattern, self._words)

    def accept(self) -> None:
        """Hand over what was chosen, unless it makes no sense."""
        if self.problem:
            return
        super().accept()
        is_field = not self._anything.isChecked()
        self.wished.emit(Field(self._pattern, self._words) if is_field else None)

    @property
    def _pattern(self) -> str:
        return self.pattern.text().strip() if self._by_pattern.isChecked() else ""

    @property
    def _words(self) -> tuple[str, ...]:
        return words_in(self.words) if self._by_words.isChecked() else ()

    def _show(self, field: Field | None) -> None:
        """Begin with what was said before; a pattern is asked for where nothing was."""
        is_words = field is not None and bool(field.words)
        (self._by_words if is_words else self._by_pattern).setChecked(True)
        (self.words if is_words else self.pattern).setFocus()

    def _lay_out(self) -> None:
        question = QLabel(tr("What does each row of this page hold?"))
        self._hint.setText(
            tr(
                "A for a letter, a for a small one, 9 for a digit, * for anything, {2,4} for how "
                "often. It tells O from 0 where ink cannot; ink that is sure wins."
            )
        )
        for label in (question, self._hint, self._problem):
            label.setWordWrap(True)
        dress(self._hint, size="caption", tone="muted")
        dress(self._problem, size="caption", tone="error")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        parts = (
            *(question, self._by_pattern, self.pattern, self._hint),
            *(self._by_words, self.words, self._anything, self._problem),
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        column.addWidget(self.buttons)

    def _follow(self) -> None:
        """Let only what was chosen be written into, and say what is wrong with it."""
        self.pattern.setEnabled(self._by_pattern.isChecked())
        self.words.setEnabled(self._by_words.isChecked())
        problem, is_empty = self.problem, not (self._pattern or self._words)
        self._problem.setText("" if is_empty else problem)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not problem)
