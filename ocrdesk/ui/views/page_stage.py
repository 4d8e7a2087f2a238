"""The middle of the window: what is looked at, with notices and progress floating over it.

They float because a page that moves whenever a notice comes or goes is what people complain about
first: nothing here ever changes the size of the page.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from ocrdesk.ui.views.notice_bar import NoticeBar
from ocrdesk.ui.views.notice_place import NoticePlace, Spot
from ocrdesk.ui.views.page_view import PageView
from ocrdesk.ui.views.progress_strip import ProgressStrip


class PageStage(QWidget):
    """Shows one of several widgets; ``progress`` floats at its foot.

    The ``notices`` float at its top, or at its foot above the room of the progress, or at the floor
    where that is free.
    """

    def __init__(
        self, notices: NoticeBar, progress: ProgressStrip, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget()
        self._notices = notices
        self._progress = progress
        progress.setAutoFillBackground(True)
        # Its row stays while nothing is done, so that notices above it need not move for it.
        policy = progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        progress.setSizePolicy(policy)
        cell = self._cell = QGridLayout(self)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(0)
        cell.setRowStretch(0, 1)
        cell.addWidget(self._stack, 0, 0, 2, 1)
        cell.addWidget(notices, 0, 0)
        cell.addWidget(progress, 1, 0)
        self._spot = Spot.TOP
        self.put_notices(Spot.TOP)

    def add(self, widget: QWidget) -> None:
        """Add a widget that can be shown."""
        self._stack.addWidget(widget)

    def keep_clear(self, view: PageView) -> None:
        """Let the notices keep clear of the letters of a view that was added."""
        NoticePlace(self, self._notices, view, self._progress)

    def show_only(self, widget: QWidget) -> None:
        """Show one of the widgets; if another one was shown, give it the keyboard."""
        if self._stack.currentWidget() is not widget:
            self._stack.setCurrentWidget(widget)
            widget.setFocus()

    @property
    def spot(self) -> Spot:
        """Where the notices float."""
        return self._spot

    def put_notices(self, spot: Spot) -> None:
        """Let the notices float at another place, at once."""
        sides = Qt.AlignmentFlag
        side = sides.AlignTop if spot is Spot.TOP else sides.AlignBottom
        self._notices.set_at_foot(is_at_foot=spot is not Spot.TOP)
        if (spot is Spot.FLOOR) != (self._spot is Spot.FLOOR):
            self._cell.removeWidget(self._notices)
            self._cell.addWidget(self._notices, 0, 0, 2 if spot is Spot.FLOOR else 1, 1)
        self._spot = spot
        self._cell.setAlignment(self._notices, side | sides.AlignHCenter)
        self.settle()

    def settle(self) -> None:
        """Let notices that came or went take or leave their room now instead of later."""
        self._cell.activate()

    def notice_area(self, spot: Spot) -> QRect:
        """Return where the cards of the notices are, or would be, at a place."""
        # QGridLayout.cellRect tells of the size that was asked for last (heightForWidth, Qt 6.11).
        kept = 0 if spot is Spot.FLOOR else self._progress.height()
        room = self.rect().adjusted(0, 0, 0, -kept)
        area = self._notices.rect()
        area.moveCenter(room.center())
        if spot is Spot.TOP:
            area.moveTop(room.top())
        else:
            area.moveBottom(room.bottom())
        return area.marginsRemoved(self._notices.margins_at(is_at_foot=spot is not Spot.TOP))
