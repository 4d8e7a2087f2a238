"""Files dropped onto a view."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ocrdesk.ui.views.overlay import DropFrame


def local_files(mime: QMimeData) -> list[str]:
    """Return the paths of the files and folders in what is dragged; links to the web are none."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Lets files be dropped on ``target`` and shows a frame over ``cover`` meanwhile."""

    files_dropped = Signal(list)

    def __init__(self, target: QWidget, cover: QWidget) -> None:
        super().__init__(target)
        self._frame = DropFrame(cover)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags that hold local files and refuse all others."""
        if isinstance(event, QDragMoveEvent):  # also the entering of a drag
            if not local_files(event.mimeData()):
                event.ignore()
                return True
            event.acceptProposedAction()
            if isinstance(event, QDragEnterEvent):
                self._frame.show_over()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._frame.hide()
            return False
        if isinstance(event, QDropEvent):
            self._frame.hide()
            paths = local_files(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.files_dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)
