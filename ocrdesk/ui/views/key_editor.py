"""Asks for the keys of one action, and says at once why some may not be had."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_S
from ocrdesk.ui.translation import later, tr

_HINT = later("Press the keys. Without any, the command has none.")
_PORTABLE = QKeySequence.SequenceFormat.PortableText

Check = Callable[[str, str], str]


class KeyEditor(QFrame):
    """Hidden until ``ask``; ``check`` says why an action may not have keys, or nothing."""

    keys_chosen = Signal(str, str)
    reset_wanted = Signal(str)

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check
        self._action = ""
        self._what = QLabel()
        dress(self._what, size="strong")
        self._told = QLabel(tr(_HINT))
        self._told.setWordWrap(True)
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._edit.keySequenceChanged.connect(self._look)
        self._set = QPushButton(tr("&Set"))
        self._set.clicked.connect(self._choose)
        reset, cancel = QPushButton(tr("&Default")), QPushButton(tr("Ca&ncel"))
        reset.clicked.connect(self._reset)
        cancel.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self._edit, 1)
        for button in (self._set, reset, cancel):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self._what)
        column.addLayout(row)
        column.addWidget(self._told)
        self.hide()

    def ask(self, action: str, what: str) -> None:
        """Ask for the keys of an action that people know as ``what``."""
        self._action = action
        self._what.setText(tr("Keys for “{what}”").format(what=what))
        self._edit.setAccessibleName(tr("Keys for {what}").format(what=what))
        self._edit.clear()
        self._look()
        self.show()
        self._edit.setFocus()

    @property
    def _keys(self) -> str:
        return self._edit.keySequence().toString(_PORTABLE)

    def _look(self) -> None:
        problem = self._check(self._action, self._keys)
        self._told.setText(problem or tr(_HINT))
        dress(self._told, tone="error" if problem else "muted")
        self._set.setEnabled(not problem)

    def _choose(self) -> None:
        self.hide()
        self.keys_chosen.emit(self._action, self._keys)

    def _reset(self) -> None:
        self.hide()
        self.reset_wanted.emit(self._action)
