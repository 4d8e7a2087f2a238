"""Groups of rows in a scrolling column, with a field above it that finds some of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_XL
from ocrdesk.ui.views.scrolling import scrolling


class FindableGroup(QWidget):
    """Rows that belong together."""

    def filter(self, text: str) -> bool:
        """Show the rows that fit a text, and the group if any do; tell whether any do."""
        raise NotImplementedError


class FindableGroups(QWidget):
    """The column with its field; ``nothing`` is said where no group has anything that fits."""

    def __init__(self, name: str, *, find: str, placeholder: str, nothing: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(find)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._filter)
        self.nothing = QLabel(nothing)
        dress(self.nothing, tone="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self._groups: list[FindableGroup] = []
        content = QWidget()
        self._inner = QVBoxLayout(content)
        self._inner.setContentsMargins(0, 0, SPACE_M, 0)
        self._inner.setSpacing(SPACE_XL)
        self._inner.addWidget(self.nothing)
        self._inner.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        column.addWidget(self.field)
        column.addWidget(scrolling(content, name), 1)

    def add(self, group: FindableGroup) -> None:
        """Put a group below the others, filtered like them."""
        self._inner.insertWidget(self._inner.count() - 1, group)
        self._groups.append(group)
        if self.field.text():
            self._filter(self.field.text())

    def _filter(self, text: str) -> None:
        shown = [group.filter(text) for group in self._groups]
        self.nothing.setVisible(not any(shown))
