"""Everything done to the page by name, in order; a click goes back to, or on to, any of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPalette, QUndoGroup
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import icon
from ocrdesk.ui.appearance.metrics import SPACE_M
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.placeholder import Placeholder

_BEGINNING = later("As it was read")
_ROW = 28  # pixels high: room for a finger


class _StepDelegate(QStyledItemDelegate):
    """Draws steps that were taken back paler than those that count."""

    def __init__(self, group: QUndoGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = group

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        stack = self._group.activeStack()
        if stack is not None and index.row() > stack.index():
            palette = option.palette
            muted = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            palette.setColor(QPalette.ColorRole.Text, muted)
            option.palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, _ROW))


class HistoryPanel(QWidget):
    """Shows the history of the page that is shown, the oldest step on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QUndoView()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setEmptyLabel(tr(_BEGINNING))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(tr("Steps"))
        self._list.setAccessibleDescription(tr("The page goes to the step that is chosen."))
        self.setAccessibleName(tr("History"))
        self._stack = QStackedLayout(self)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_M)
        column.addWidget(self._list)
        self._stack.addWidget(
            Placeholder(
                "history", tr("Nothing done yet"), tr("Each correction will be listed here.")
            )
        )
        self._stack.addWidget(content)

    def watch(self, group: QUndoGroup) -> None:
        """Show the active history of these."""
        self._list.setGroup(group)
        self._list.setCleanIcon(icon("save"))
        self._list.setItemDelegate(_StepDelegate(group, self._list))
        self._group = group
        group.indexChanged.connect(self._show_list)
        group.activeStackChanged.connect(self._show_list)
        self._show_list()

    def _show_list(self) -> None:
        """List the steps where there are any."""
        stack = self._group.activeStack()
        self._stack.setCurrentIndex(1 if stack is not None and stack.count() else 0)
        self._list.viewport().update()
