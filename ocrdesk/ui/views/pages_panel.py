"""The open pages, with a thumbnail and how far each one is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QMenu, QStackedLayout, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import icon, theme_of
from ocrdesk.ui.appearance.metrics import SPACE_M
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.page_card import (
    ENTRY,
    PageCard,
    PageEntry,
    PageState,
    spoken_entry,
    tip_of,
)
from ocrdesk.ui.views.placeholder import Placeholder

__all__ = ["PageEntry", "PageState", "PagesPanel"]

_Index = QModelIndex | QPersistentModelIndex


class _EntryModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[PageEntry] = []

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Show these entries; rows that only changed keep selection and scroll position."""
        if len(entries) != len(self._entries):
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()
            return
        changed = [i for i, entry in enumerate(entries) if entry is not self._entries[i]]
        self._entries = list(entries)
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let rows be dragged and dropped."""
        kind = Qt.ItemFlag
        return super().flags(index) | kind.ItemIsDragEnabled | kind.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Let rows be moved."""
        return Qt.DropAction.MoveAction

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_entry(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(entry)
        return None


class _EntryList(QListView):
    """A list whose rows have a button to close them, and can be dragged to another place."""

    close_requested = Signal(int)
    move_requested = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._target: int | None = None  # the row that something dragged would come before
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the row would go; the middle of another one parts before from behind."""
        super().dragMoveEvent(event)  # scrolls at the edges
        if event.source() is self:
            self._show_target(self._place_at(event.position().toPoint()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        super().dragLeaveEvent(event)
        self._show_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the row to be moved; the list follows when it is told."""
        self._show_target(None)
        row = self.currentIndex().row()
        if event.source() is not self or row < 0:
            event.ignore()
            return
        place = self._place_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)  # Qt would remove the row of a move itself
        event.accept()
        self.stopAutoScroll()
        self.setState(QListView.State.NoState)
        step = place - row - (place > row)
        if step:
            self.move_requested.emit(row, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line where something dragged would go."""
        super().paintEvent(event)
        if self._target is None or not self.model().rowCount():
            return
        is_last = self._target == self.model().rowCount()
        row = self.visualRect(self.model().index(self._target - is_last, 0))
        y = row.bottom() if is_last else row.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(theme_of(self.palette()).accent), 2))
        painter.drawLine(row.left() + SPACE_M, y, row.right() - SPACE_M, y)

    def _show_target(self, target: int | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    def _place_at(self, point: QPoint) -> int:
        """Return before which row something dropped there belongs."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the page whose cross was clicked, without selecting it."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._is_on_cross(index, event.position().toPoint()):
            self.close_requested.emit(index.row())
            return
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave a press on a cross alone until it is released there."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._is_on_cross(index, event.position().toPoint()):
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the current page with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.close_requested.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current page in sight where it was, as the list loses room."""
        was_seen = QRect(QPoint(), event.oldSize()).intersects(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _is_on_cross(self, index: QModelIndex, point: QPoint) -> bool:
        return PageCard.cross_area(self.visualRect(index)).contains(point)


class PagesPanel(QWidget):
    """Lists the open pages; indices are positions in the list last given.

    ``move_requested`` names a page and by how many places it is to go down, or up if negative.
    """

    page_selected = Signal(int)
    close_requested = Signal(int)
    move_requested = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _EntryModel(self)
        self._list = _EntryList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(PageCard(self._list))
        self._list.setMouseTracking(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)  # a narrow one needs higher rows
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Open pages"))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._list.close_requested.connect(self.close_requested)
        self._list.move_requested.connect(self.move_requested)
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        self._is_updating = False
        self.setAccessibleName(tr("Pages"))
        self._lay_out()
        self.set_entries(())

    def name_keys(self, *, opening: str, up: str, down: str) -> None:
        """Say which keys open pages, and move the one that is shown up and down."""
        told = tr("Drop images here, or open some with {keys}.").format(keys=opening)
        self._nothing.say(tr("No pages open"), told)
        told = tr("Del takes the page out; {up} and {down} move it.").format(up=up, down=down)
        self._list.setAccessibleDescription(told)

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Show these pages, keeping the current one where it is still there."""
        row = self._list.currentIndex().row()
        self._is_updating = True
        self._model.set_entries(entries)
        if self._list.currentIndex().row() != row:
            self._list.setCurrentIndex(self._model.index(min(row, len(entries) - 1)))
        self._is_updating = False
        self._stack.setCurrentIndex(1 if entries else 0)

    def set_current(self, index: int) -> None:
        """Mark the page that is shown; -1 marks none. Emits nothing."""
        self._is_updating = True
        self._list.setCurrentIndex(self._model.index(index) if index >= 0 else QModelIndex())
        self._is_updating = False

    def _lay_out(self) -> None:
        content = QWidget()
        self._stack = QStackedLayout(self)
        self._nothing = Placeholder("pages", tr("No pages open"), "")
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_M)
        column.addWidget(self._list)

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_updating:
            self.page_selected.emit(current.row())

    def page_menu(self, row: int) -> QMenu:
        """Return the menu of one page."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = QAction(icon("close"), tr("Close page"), menu)
        close.triggered.connect(lambda: self.close_requested.emit(row))
        menu.addAction(close)
        return menu

    def _open_menu(self, point: QPoint) -> None:
        index = self._list.indexAt(point)
        if index.isValid():
            self.page_menu(index.row()).popup(self._list.viewport().mapToGlobal(point))
