"""The fields that a page has: where each holds and what it says, to be changed or removed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XS
from ocrdesk.ui.translation import tr

_MOST_ROWS = 3  # that are seen at once


class FieldList(QWidget):
    """Not there where the page has no field; the signals carry a field's place in the list."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self.list = _List()
        self.list.setProperty("room", "rows")
        self.list.setAccessibleName(tr("Fields of this page"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit, self.remove = QPushButton(tr("&Edit")), QPushButton(tr("&Remove"))
        heading = QLabel(tr("Fields of this page"))
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE_XS)
        for button in (self.edit, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(heading)
        column.addLayout(row)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.list.activated.connect(self._edit)
        self.list.currentRowChanged.connect(self._follow)
        self.list.removed.connect(self._remove)
        self.hide()

    def set_fields(self, told: Sequence[str]) -> None:
        """Show fields, each in words; none is chosen."""
        self.list.clear()
        self.list.addItems(list(told))
        for place, words in enumerate(told):
            self.list.item(place).setToolTip(words)
        self.setVisible(bool(told))
        height = self.list.sizeHintForRow(0) if told else 0
        frame = 2 * (self.list.frameWidth() + SPACE_XS)
        buttons = self.edit.sizeHint().height() + self.remove.sizeHint().height() + SPACE_XS
        self.list.setFixedHeight(max(min(len(told), _MOST_ROWS) * height + frame, buttons))

        self._follow()

    def choose(self, place: int) -> None:
        """Choose the field at a place of the list, none at -1."""
        self.list.setCurrentRow(place)
        self._follow()

    def set_busy(self, *, is_busy: bool) -> None:
        """Let no field be changed while one is on its way out; the list keeps the keys."""
        self._is_busy = is_busy
        self._follow()

    def _follow(self) -> None:
        may_act = self.list.currentRow() >= 0 and not self._is_busy
        self.edit.setEnabled(may_act)
        self.remove.setEnabled(may_act)

    def _edit(self) -> None:
        if self.edit.isEnabled():
            self.edit_requested.emit(self.list.currentRow())

    def _remove(self) -> None:
        if self.remove.isEnabled():
            self.remove_requested.emit(self.list.currentRow())


class _List(QListWidget):
    """Keys act on the field that is chosen, not on the dialog: Return changes, Del removes it."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
