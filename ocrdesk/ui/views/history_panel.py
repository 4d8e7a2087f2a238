"""Everything done to the page by name, in order; a click goes back to, or on to, any of it."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_M
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.step_stack import StepGroup, StepStack

_BEGINNING = later("As it was read")
_NOWHERE = QModelIndex()
_ROW = 28  # pixels high: room for a finger


class _StepModel(QAbstractListModel):
    """The page as it was read, then each step by its name; the saved one has an icon."""

    def __init__(self, group: StepGroup, parent: QObject) -> None:
        super().__init__(parent)
        self._group = group
        self._shown: StepStack | None = None
        self._count = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        stack, row = self._group.active, index.row()
        if stack is None or not 0 <= row <= stack.count():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return stack.text(row - 1) if row else _beginning(stack.left_out(), role)
        if role == Qt.ItemDataRole.DecorationRole and row == stack.clean_index():
            return icon("save", selected=QPalette.ColorRole.ButtonText)
        if role == Qt.ItemDataRole.ForegroundRole and row > stack.index():
            palette = QApplication.palette()  # taken back: it counts no more
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None

    def follow(self) -> None:
        """Take over what changed, with as little as possible: steps come one at a time."""
        stack = self._group.active
        count = 0 if stack is None else stack.count() + 1
        if stack is not self._shown:
            self.beginResetModel()
            self._shown, self._count = stack, count
            self.endResetModel()
            return
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0), self.index(max(count - 1, 0)))


def _beginning(left_out: int, role: int) -> str:
    """Return what is above all steps: the page as it was read, or after older steps."""
    if not left_out:
        return tr(_BEGINNING)
    if role == Qt.ItemDataRole.DisplayRole:
        return tr("After %Ln older steps, not kept", None, left_out)
    return tr(
        "%Ln older steps can no longer be undone: they were too many to be kept.", None, left_out
    )


class _StepDelegate(QStyledItemDelegate):
    """Gives each step room for a finger, and puts icons behind the words, which stay in line."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, _ROW))


class _StepList(QListView):
    """Keeps the step where the page is in sight, whole, whatever room there is."""

    def bring_current(self) -> None:
        """Scroll to the step; rows that just came have to have their places before."""
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bring_current()


class HistoryPanel(QWidget):
    """Shows the history of the page that is shown, the oldest step on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _StepList()
        dress(self._list, room="rows")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(_StepDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(ICON_S, ICON_S))
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

    def watch(self, group: StepGroup) -> None:
        """Show the active history of these."""
        self._group = group
        self._model = _StepModel(group, self)
        self._list.setModel(self._model)
        self._list.selectionModel().currentChanged.connect(self._go_to)
        group.changed.connect(self._show_list)
        self._show_list()

    def _show_list(self) -> None:
        """List the steps where there are any, and mark where the page is."""
        self._is_showing = True
        self._model.follow()
        stack = self._group.active
        if stack is not None and stack.count():
            self._list.setCurrentIndex(self._model.index(stack.index()))
            self._list.bring_current()
        self._is_showing = False
        is_empty = stack is None or not (stack.count() or stack.left_out())
        self._stack.setCurrentIndex(0 if is_empty else 1)

    def _go_to(self, current: QModelIndex) -> None:
        """Let the page go to the step that a person chose."""
        if not self._is_showing and current.isValid() and self._group.active is not None:
            self._group.active.go_to(current.row())
