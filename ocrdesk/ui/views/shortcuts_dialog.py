"""All shortcuts on one page, for F1."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress, icon, theme_of
from ocrdesk.ui.appearance.metrics import RADIUS_S, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from ocrdesk.ui.appearance.theme import mixed

_SIZE = QSize(640, 640)

ShortcutGroup = tuple[str, Sequence[tuple[str, str]]]


class ShortcutsDialog(QDialog):
    """Lists groups of (what it does, keys) pairs, with a field to find one.

    Each group gets a turn of the event loop: all at once held the window up for 70 ms.
    """

    def __init__(self, groups: Sequence[ShortcutGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self._waiting = list(groups)
        self._groups: list[_Group] = []
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_group)
        self._find = QLineEdit()
        self._find.setPlaceholderText("Find a command or a key")
        self._find.setAccessibleName("Find a shortcut")
        self._find.setClearButtonEnabled(True)
        self._find.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._find.textChanged.connect(self._filter)
        self._nothing = QLabel("No command or key matches.")
        dress(self._nothing, tone="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._lay_out()
        room = parent.window().height() if parent is not None else _SIZE.height()
        self.resize(_SIZE.boundedTo(QSize(_SIZE.width(), max(room, 320))))
        self._find.setFocus()
        self._add_group()
        self._later.start(0)

    def _lay_out(self) -> None:
        content = QWidget()
        self._inner = QVBoxLayout(content)
        self._inner.setContentsMargins(0, 0, SPACE_M, 0)
        self._inner.setSpacing(SPACE_XL)
        self._inner.addWidget(self._nothing)
        self._inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName("Shortcuts")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_L)
        column.addWidget(self._find)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)

    @property
    def is_complete(self) -> bool:
        """Tell whether all groups are there."""
        return not self._waiting

    def _add_group(self) -> None:
        """Add the next group below the others, filtered like them."""
        if not self._waiting:
            self._later.stop()
            return
        group = _Group(*self._waiting.pop(0))
        self._inner.insertWidget(len(self._groups), group)
        self._groups.append(group)
        if self._find.text():
            self._filter(self._find.text())

    def _filter(self, text: str) -> None:
        shown = [group.filter(text) for group in self._groups]
        self._nothing.setVisible(not any(shown))


class _Group(QWidget):
    """A heading and its rows."""

    def __init__(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        heading = QLabel(title)
        dress(heading, size="heading")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(0, 1)
        grid.addWidget(heading, 0, 0, 1, 2)
        self._rows: list[tuple[str, QLabel, KeyCaps]] = []
        for number, (text, keys) in enumerate(rows, start=1):
            label, caps = QLabel(text), KeyCaps(keys)
            label.setAccessibleDescription(keys)
            grid.addWidget(label, number, 0)
            grid.addWidget(caps, number, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((f"{text} {keys}".casefold(), label, caps))

    def filter(self, text: str) -> bool:
        """Show the rows that hold the text; tell whether there are any."""
        wanted = text.strip().casefold()
        has_any = False
        for haystack, label, caps in self._rows:
            is_match = wanted in haystack
            has_any = has_any or is_match
            label.setVisible(is_match)
            caps.setVisible(is_match)
        self.setVisible(has_any)
        return has_any


class KeyCaps(QWidget):
    """Keys drawn as caps; alternatives are parted by commas, as in "Ctrl+Y, Ctrl+Shift+Z"."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._choices = [_split(choice) for choice in keys.split(", ") if choice]
        self.setAccessibleName(keys)

    def sizeHint(self) -> QSize:
        """Return the room for all caps on one line."""
        width = sum(self._width(key) + SPACE_XS for choice in self._choices for key in choice)
        width += SPACE_M * max(len(self._choices) - 1, 0)
        return QSize(max(width, 1), self.fontMetrics().height() + SPACE_S)

    def minimumSizeHint(self) -> QSize:
        """Return the same: caps are never cut."""
        return self.sizeHint()

    def _width(self, key: str) -> int:
        return max(self.fontMetrics().horizontalAdvance(key) + 2 * SPACE_S, 24)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caps from left to right."""
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for position, choice in enumerate(self._choices):
            if position:
                painter.setPen(QColor(theme.muted))
                area = QRectF(left - SPACE_XS, 0.0, SPACE_M + SPACE_XS, self.height())
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "/")
                left += SPACE_M
            for key in choice:
                cap = QRectF(left, 0.5, self._width(key), self.height() - 1.0)
                painter.setPen(QPen(mixed(theme.border, theme.border_strong, 0.5), 1.0))
                painter.setBrush(QColor(theme.raised))
                painter.drawRoundedRect(cap.adjusted(0.5, 0, -0.5, 0), RADIUS_S, RADIUS_S)
                painter.setPen(QColor(theme.text))
                painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
                left += cap.width() + SPACE_XS


def _split(choice: str) -> list[str]:
    """Return the keys of a combination; the plus key itself stays whole."""
    parts = choice.replace("++", "+\0").split("+")
    return [part.replace("\0", "+") for part in parts if part]
