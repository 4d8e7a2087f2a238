"""The first screen: how to get a page in."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import (
    ICON_XL,
    RADIUS_L,
    SPACE_L,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    SPACE_XXL,
)
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.drops import FileDrops
from ocrdesk.ui.views.icon_label import IconLabel
from ocrdesk.ui.views.scrolling import scrolling
from ocrdesk.ui.views.start_cards import RecentButton, SampleCard

_MOST_WIDTH = 640
_MOST_RECENT = 6


class EmptyState(QWidget):
    """Invites to drop, open or paste an image, or to try the sample page."""

    open_requested = Signal()
    open_folder_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = _DropArea()
        self._area.open.clicked.connect(self.open_requested)
        self._area.folder.clicked.connect(self.open_folder_requested)
        self._sample = SampleCard()
        self._sample.clicked.connect(self.sample_requested)
        self._heading = QLabel(tr("Recent"))
        dress(self._heading, size="strong", tone="muted")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._buttons: list[RecentButton] = []
        FileDrops(self, self).files_dropped.connect(self.files_dropped)
        self.setAccessibleName(tr("Start"))
        self._lay_out()
        self.set_recent(())

    def set_recent(self, paths: Sequence[str]) -> None:
        """List files opened before, the latest first; the first six are shown."""
        for button in self._buttons:
            button.hide()
            self._recent.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for path in paths[:_MOST_RECENT]:
            button = RecentButton(path)
            button.clicked.connect(self._choose_recent)
            self._recent.addWidget(button)
            self._buttons.append(button)
        self._heading.setVisible(bool(paths))

    def set_sample_thumbnail(self, image: QImage | None) -> None:
        """Show the sample page on its card."""
        self._sample.set_thumbnail(image)

    def _lay_out(self) -> None:
        self._column = QWidget()
        scroll = scrolling(self._column)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        column.addStretch(2)
        column.addWidget(self._area)
        column.addWidget(self._sample)
        column.addSpacing(SPACE_S)
        column.addWidget(self._heading)
        column.addSpacing(SPACE_XS - SPACE_L)
        column.addLayout(self._recent)
        column.addStretch(3)

    def _choose_recent(self) -> None:
        button = self.sender()
        if isinstance(button, RecentButton):
            self.recent_requested.emit(button.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable on wide screens."""
        super().resizeEvent(event)
        needed = self._area.fontMetrics().averageCharWidth() * 56
        self._area.set_narrow(is_narrow=self.width() < needed)
        side = max(SPACE_XL, (self.width() - _MOST_WIDTH) // 2)
        layout = self._column.layout()
        if layout is not None:
            layout.setContentsMargins(side, SPACE_XL, side, SPACE_XL)


class _DropArea(QWidget):
    """A dashed frame to drop onto, with the two buttons that do the same."""

    def __init__(self) -> None:
        super().__init__()
        heading = QLabel(tr("Drop an image here"))
        heading.setWordWrap(True)
        dress(heading, size="title")
        paste = QKeySequence(QKeySequence.StandardKey.Paste)
        keys = paste.toString(QKeySequence.SequenceFormat.NativeText)
        hint = QLabel(
            tr("A scan, photo or PDF of hand print. You can also paste one with {keys}.").format(
                keys=keys
            )
        )
        dress(hint, tone="muted")
        hint.setWordWrap(True)
        self.open = QPushButton(tr("Open image…"))
        self.open.setProperty("primary", True)
        self.folder = QPushButton(tr("Open folder…"))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(SPACE_S)
        self._buttons.addStretch()
        self._buttons.addWidget(self.open)
        self._buttons.addWidget(self.folder)
        self._buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XXL, SPACE_XL, SPACE_XXL)
        column.setSpacing(SPACE_S)
        symbol = IconLabel("drop", ICON_XL, "accent")
        column.addWidget(symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (heading, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(SPACE_S)
        column.addLayout(self._buttons)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the buttons one below the other where they do not fit side by side."""
        direction = QBoxLayout.Direction
        self._buttons.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.base))
        pen = QPen(QColor(theme.border_strong), 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, RADIUS_L, RADIUS_L)
