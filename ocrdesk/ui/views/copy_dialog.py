"""A dialog whose text can be copied as a whole, to be shown to somebody else."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_XL
from ocrdesk.ui.translation import tr


class CopyDialog(QDialog):
    """Parts one below the other, and buttons that copy ``text``, which each kind has, and close."""

    def __init__(self, title: str, parent: QWidget, *, copy: str, close: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._room = parent.window().size() - QSize(40, 40)
        self._buttons = QDialogButtonBox()
        self._copy = self._buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        self._copy.clicked.connect(self.copy)
        self._buttons.rejected.connect(self.reject)

    @property
    def text(self) -> str:
        """All of it as it would be copied."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self._copy.setText(tr("Copied"))

    def lay_out(self, parts: Sequence[QWidget], size: QSize) -> None:
        """Put the parts above the buttons, in that size or what the window has room for."""
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        for part in (*parts, self._buttons):
            column.addWidget(part)
        self.resize(size.boundedTo(self._room))
