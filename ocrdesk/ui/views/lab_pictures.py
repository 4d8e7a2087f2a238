"""Small pictures of letters and weights: a list to choose from, and a mosaic that costs little."""

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidgetItem, QWidget

from ocrdesk.formats.chart_canvas import DARK_CHART, LIGHT_CHART, ChartColors
from ocrdesk.formats.chart_drawing import shaded
from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.hinted_list import HintedList, draw_hint
from ocrdesk.ui.views.patch_picture import image_of

ROW = Qt.ItemDataRole.UserRole
_SIDE = 44


def chart_colors(widget: QWidget) -> ChartColors:
    """Return the colours of figures that fit the widget's palette."""
    return DARK_CHART if theme_of(widget.palette()).is_dark else LIGHT_CHART


class LetterList(HintedList):
    """Letters as icons with a word below each; ``ROW`` of an item is the letter's row."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(hint)
        self._shown: tuple[NDArray[np.float32], Sequence[str], Sequence[int], Sequence[str]] = (
            np.empty((0, 1, 1), np.float32), (), (), (),
        )  # fmt: skip
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setSpacing(2)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(name)

    def set_letters(
        self,
        patches: NDArray[np.float32],
        names: Sequence[str],
        rows: Sequence[int],
        tips: Sequence[str] = (),
    ) -> None:
        """Show patches (n, s, s) with these words below them; ``tips`` say more of each."""
        self._shown = (patches, names, rows, tips)
        self.clear()
        if not len(patches):
            return
        ratio = self.devicePixelRatioF()
        side = round(_SIDE * ratio)
        for place, shade in enumerate(shaded(patches, chart_colors(self), is_signed=False)):
            picture = QPixmap.fromImage(image_of(shade)).scaled(side, side)
            picture.setDevicePixelRatio(ratio)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)
            item = QListWidgetItem(icon, names[place])
            item.setData(ROW, rows[place])
            if tips:
                item.setToolTip(tips[place])
                item.setData(Qt.ItemDataRole.AccessibleTextRole, tips[place])
            self.addItem(item)

    @property
    def chosen_rows(self) -> list[int]:
        """The rows of the letters that are selected."""
        return [int(item.data(ROW)) for item in self.selectedItems()]

    def changeEvent(self, event: QEvent) -> None:
        """Draw the letters in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.count():
            self.set_letters(*self._shown)


class WeightMosaic(QWidget):
    """Weights of the first layer, side by side: blue wants ink, brown wants paper."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pictures: NDArray[np.float32] | None = None
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setMinimumSize(96, 96)

    def sizeHint(self) -> QSize:
        """Return room for eight by eight pictures of 28 pixels."""
        return QSize(260, 260)

    def set_pictures(self, pictures: NDArray[np.float32]) -> None:
        """Show pictures (n, h, w) in a square."""
        self._pictures, self._image = pictures, None
        self.setAccessibleDescription(tr("%n pictures", None, len(pictures)))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mosaic as large as it fits, its pixels as squares."""
        del event
        if self._pictures is None or not len(self._pictures):
            words = tr("This network's first layer has no weights to show.")
            if self._pictures is None:
                words = tr("Weights are shown here once a run has begun.")
            draw_hint(self, words)
            return
        painter = QPainter(self)
        if self._image is None:
            self._image = image_of(_mosaic(self._pictures, chart_colors(self)))
        image = self._image
        scale = min(self.width() / image.width(), self.height() / image.height())
        wide, high = image.width() * scale, image.height() * scale
        painter.drawImage(QRectF(0, 0, wide, high), image)


def _mosaic(pictures: NDArray[np.float32], colors: ChartColors) -> NDArray[np.uint8]:
    """Return the pictures in a square with a pixel of paper between them, (h, w, 3)."""
    count, height, width = pictures.shape
    columns = ceil(sqrt(count))
    rows = ceil(count / columns)
    enlarge = max(1, 28 // max(height, width))
    shades = shaded(pictures, colors, is_signed=True)
    shades = shades.repeat(enlarge, axis=1).repeat(enlarge, axis=2)
    height, width = shades.shape[1:3]
    gap = QColor(colors.grid)
    sheet = np.empty((rows * (height + 2), columns * (width + 2), 3), np.uint8)
    sheet[:] = (gap.red(), gap.green(), gap.blue())
    for place, shade in enumerate(shades):
        row, column = divmod(place, columns)
        top, left = row * (height + 2), column * (width + 2)
        sheet[top : top + height, left : left + width] = shade
    return sheet
