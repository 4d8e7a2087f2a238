"""All that the review says below a question: how to answer, what was found, what to choose."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.doubt_strip import DoubtStrip
from ocrdesk.ui.views.estimate_strip import EstimateStrip
from ocrdesk.ui.views.scrolling import WordyColumn, whole_height

_RING = 1  # pixels around it, in colour where it has the keyboard


class ReviewNotes(QScrollArea):
    """Words and choices in a column that scrolls where a panel is low; none is left out.

    The scroll bar lies where there is a margin without it, so that lines break alike.
    ``needs_changed`` tells that ``needed_height`` may be another.
    """

    needs_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubt, self.estimate = DoubtStrip(), EstimateStrip()
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        dress(self._hint, size="caption", tone="muted")
        self._content = WordyColumn(shrinks=True)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(SPACE_M - _RING, 0, 0, 0)
        self._column.setSpacing(SPACE_XS)
        for part in (self._hint, self.estimate.story, self.doubt, self.estimate):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._content.installEventFilter(self)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("What the review says"))
        dress(self, room="notes")
        self._show_bar(is_shown=False)

    @property
    def needed_height(self) -> int:
        """How high it has to be to show all at this width."""
        bar = self._free_at_right - self._column.contentsMargins().right()
        height = self._column.heightForWidth(self.width() - 2 * _RING - bar)
        return height + 2 * _RING

    @property
    def _free_at_right(self) -> int:
        """What is left beside the lines, with the scroll bar or without: they break alike."""
        return max(SPACE_M - _RING, self.verticalScrollBar().sizeHint().width())

    def height_within(self, room: int) -> int:
        """How high to be in some room: all is shown, or what is shown ends with a whole line."""
        needed = self.needed_height
        self._show_bar(is_shown=needed > room)
        if needed <= room:
            return needed
        self._column.activate()
        return whole_height(self._content, room - 2 * _RING) + 2 * _RING

    def say(self, hint: str, *, comes_first: bool) -> None:
        """Say how to answer, from the top; ``comes_first`` puts it before what a check found."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        place = 0 if comes_first else 1
        if self._column.indexOf(self._hint) != place:
            self._column.insertWidget(place, self._hint)
        self.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the column needs."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.needs_changed.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that lines may break otherwise."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.needs_changed.emit()

    def _show_bar(self, *, is_shown: bool) -> None:
        """Let the scroll bar lie where there is a margin without it, and let keys scroll then.

        Qt's own turn of showing it would lay all out for a width in between: boxes that take other
        ways then ask for another height, and the bar comes and goes for ever.
        """
        bar = self.verticalScrollBar().sizeHint().width() if is_shown else 0
        margins = self._column.contentsMargins()
        margins.setRight(self._free_at_right - bar)
        if margins != self._column.contentsMargins():
            self._column.setContentsMargins(margins)
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if is_shown else policies.ScrollBarAlwaysOff
        )
        focus = Qt.FocusPolicy
        self.setFocusPolicy(focus.TabFocus if is_shown else focus.NoFocus)
