"""The middle of the window: what is looked at, with notices and progress floating over it.

They float because a page that moves whenever a notice comes or goes is what people complain about
first: nothing here ever changes the size of the page.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from ocrdesk.ui.views.notice_bar import NoticeBar
from ocrdesk.ui.views.progress_strip import ProgressStrip


class PageStage(QWidget):
    """Shows one of several widgets; ``notices`` float at its top, ``progress`` at its foot."""

    def __init__(
        self, notices: NoticeBar, progress: ProgressStrip, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget()
        progress.setAutoFillBackground(True)
        cell = QGridLayout(self)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.addWidget(self._stack, 0, 0)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        cell.addWidget(notices, 0, 0, top)
        cell.addWidget(progress, 0, 0, Qt.AlignmentFlag.AlignBottom)

    def add(self, widget: QWidget) -> None:
        """Add a widget that can be shown."""
        self._stack.addWidget(widget)

    def show_only(self, widget: QWidget) -> None:
        """Show one of the widgets; if another one was shown, give it the keyboard."""
        if self._stack.currentWidget() is not widget:
            self._stack.setCurrentWidget(widget)
            widget.setFocus()
