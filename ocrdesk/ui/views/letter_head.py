"""What a letter is at a glance: its picture, what it was read as, and how probable the others are.

Usually the bars lie below the picture; where an explanation follows and room is short, beside it.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress, scaled_font
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.typography import DISPLAY, TITLE
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.letter_label import LetterLabel
from ocrdesk.ui.views.letter_words import named
from ocrdesk.ui.views.patch_view import PatchView

_FULL_PICTURE = 284  # pixels of width: from there on bars have room beside a large one
_Way = QBoxLayout.Direction


class LetterHead(QWidget):
    """Arranges ``patch``, words and the ``bars`` that it is given."""

    def __init__(self, bars: QWidget) -> None:
        super().__init__()
        self._bars = bars
        self.patch = PatchView()
        self.character, self.verdict = LetterLabel(), QLabel()
        self.story, self.origin = QLabel(), QLabel()
        self._is_tight = self._is_beside = False
        self.character.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        dress(self.character, size="display", face="letter")
        dress(self.verdict, size="heading")
        for label in (self.story, self.origin):
            dress(label, size="caption", tone="muted")
        self._facts = self._words()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_L)
        self._grid.setColumnStretch(1, 1)
        self._place()

    def tell(self, character: str, verdict: str, story: str, origin: str) -> None:
        """Say what the letter is, how sure that is, and who read it."""
        self.character.setText(character)
        name = named(character)
        self.character.setToolTip(name if name != character else "")
        self.character.setAccessibleName(tr("Character: {character}").format(character=name))
        self.verdict.setText(verdict)
        self.story.setText(story)
        self.story.setToolTip(origin)
        self.story.setAccessibleDescription(origin)
        self.origin.setText(origin)
        self._show_origin()

    def fit(self, width: int, *, is_tight: bool, is_beside: bool) -> None:
        """Show less, and smaller, or the bars beside the picture and the words above both."""
        is_other = is_beside != self._is_beside
        self._is_tight, self._is_beside = is_tight, is_beside
        is_small = width < _FULL_PICTURE if is_beside else is_tight
        self.patch.set_small(is_small=is_small)
        self._show_origin()
        is_low = is_tight or is_beside
        dress(self.character, size="title" if is_low else "display")
        # Lines of the face for letters are a fifth higher than others, and no letter needs that.
        usual = scaled_font(self.font(), TITLE if is_low else DISPLAY)
        self.character.setMaximumHeight(QFontMetrics(usual).height())
        if is_other:
            self._place()

    def show_picture(self, is_one: bool) -> None:  # noqa: FBT001 - its only argument
        """Show the picture of one letter, or none, and no gap where it would be."""
        if is_one != self.patch.isVisibleTo(self):
            self.patch.setVisible(is_one)
            self._place()

    def let_bars_grow(self, grows: bool) -> None:  # noqa: FBT001 - its only argument
        """Give the bars all room that is left, or what they need."""
        self._grid.setRowStretch(1, 1 if grows else 0)

    def _show_origin(self) -> None:
        """Tell who read the letter where there is room; else the tool tip does."""
        has_room = not self._is_tight and not self._is_beside
        self.origin.setVisible(bool(self.origin.text()) and has_room)

    def _words(self) -> QWidget:
        """Return what is told in words; the character stands above the rest, or before it."""
        told = QVBoxLayout()
        told.setSpacing(SPACE_XS)
        for label in (self.verdict, self.story, self.origin):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            told.addWidget(label)
        self._line = QBoxLayout(_Way.TopToBottom)
        self._line.addWidget(self.character)
        self._line.addLayout(told, 1)
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        column.addLayout(self._line)
        column.addStretch()
        return facts

    def _place(self) -> None:
        """Put everything where it belongs now."""
        top = Qt.AlignmentFlag.AlignTop
        for widget in (self.patch, self._facts, self._bars):
            self._grid.removeWidget(widget)
        if self._is_beside:
            self._line.setDirection(_Way.LeftToRight)
            self._line.setSpacing(SPACE_M)
            self._grid.addWidget(self._facts, 0, 0, 1, 2)
            self._grid.addWidget(self.patch, 1, 0, top)
            self._grid.addWidget(self._bars, 1, 1)
        else:
            self._line.setDirection(_Way.TopToBottom)
            self._line.setSpacing(SPACE_XS)
            self._grid.addWidget(self.patch, 0, 0, top)
            first = int(self.patch.isVisibleTo(self))
            self._grid.addWidget(self._facts, 0, first, 1, 2 - first)
            self._grid.addWidget(self._bars, 1, 0, 1, 2)
        self._grid.setVerticalSpacing(SPACE_S if self._is_beside else SPACE_S + SPACE_XS)
