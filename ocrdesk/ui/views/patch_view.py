"""The picture of a letter exactly as the network saw it, every pixel visible."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocrdesk.services.explanation import Occlusion
from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.appearance.metrics import RADIUS_M
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.occlusion_marks import draw_marks
from ocrdesk.ui.views.patch_picture import patch_picture

_SIDE = 128
_SMALL_SIDE = 64


class PatchView(QWidget):
    """Shows an (s, s) float array, 1 for ink, in the theme's paper and ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patch: NDArray[np.float32] | None = None
        self._occlusion: Occlusion | None = None
        self._side = _SIDE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Picture the network saw"))

    def set_patch(self, patch: NDArray[np.float32] | None) -> None:
        """Show another patch; None leaves the frame empty. Marks of the one before go."""
        self._patch = patch
        self._occlusion = None
        size = tr("empty")
        if patch is not None:
            height, width = patch.shape
            size = tr("{width} by {height} pixels").format(width=width, height=height)
        self.setAccessibleDescription(size)
        self.setToolTip(
            "" if patch is None else tr("What the network saw: {size}").format(size=size)
        )
        self.update()

    @property
    def occlusion(self) -> Occlusion | None:
        """What is marked on the patch."""
        return self._occlusion

    def mark(self, occlusion: Occlusion | None) -> None:
        """Mark which parts of the patch counted; None shows it plain."""
        if occlusion is not self._occlusion:
            self._occlusion = occlusion
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size that 16, 32 and 64 pixels divide."""
        return QSize(self._side, self._side)

    def set_small(self, *, is_small: bool) -> None:
        """Take half the room, or all of it."""
        side = _SMALL_SIDE if is_small else _SIDE
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pixels in whole multiples, so that all look alike."""
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, RADIUS_M, RADIUS_M)
        painter.fillPath(outline, QColor(theme.base))
        if self._patch is not None:
            painter.setClipPath(outline)
            image = patch_picture(self._patch, QColor(theme.base), QColor(theme.text))
            device_side = self.width() * self.devicePixelRatioF()
            multiple = max(1, int(device_side // image.width()))
            side = image.width() * multiple / self.devicePixelRatioF()
            left, top = (self.width() - side) / 2, (self.height() - side) / 2
            area = QRectF(left, top, side, side)
            painter.drawImage(area, image)
            if self._occlusion is not None:
                draw_marks(painter, area, self._occlusion, is_dark=theme.is_dark)
            painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
