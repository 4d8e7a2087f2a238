"""Pictures of single letters, cut from their pages."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.views.image_pyramid import ImagePyramid
from ocrdesk.ui.views.letter_grid import LetterCell
from ocrdesk.ui.views.patch_picture import patch_picture

_AROUND = 0.12  # of the longer side: paper left around a letter


class LetterPictures:
    """Cuts letters from the images that are in memory, else shows what the network saw."""

    def __init__(self, workplace: Workplace, desk: ReviewDesk) -> None:
        self._window = workplace.window
        self._desk = desk

    def of(self, cell: LetterCell, side: int) -> QImage | None:
        """Return the picture of a letter, no larger than ``side`` device pixels."""
        opened = self._desk.opened(cell.place.page)
        if opened is None:
            return None
        if opened.pyramid is not None:
            return cut(opened.pyramid, cell.glyph.box, side)
        page = self._desk.page_of(opened)
        patch = None if page is None else page.patch(cell.glyph)
        if patch is None:
            return None
        theme = theme_of(self._window.palette())
        picture = patch_picture(patch, QColor(theme.base), QColor(theme.text))
        return _fitting(picture, side)

    def titled(self, page: int) -> str:
        """Return the name of a page."""
        opened = self._desk.opened(page)
        return "" if opened is None else opened.title


def cut(pyramid: ImagePyramid, box: BoundingBox, side: int) -> QImage:
    """Return what is in and around a box of the page, no larger than ``side`` device pixels."""
    longer = max(box.width, box.height)
    margin = max(1, round(_AROUND * longer))
    inside = box.padded(margin).clipped(pyramid.width, pyramid.height) or box
    level = pyramid.level_for(side / (longer + 2 * margin))
    across, down = level.width() / pyramid.width, level.height() / pyramid.height
    left, top = int(inside.left * across), int(inside.top * down)
    right, bottom = -int(-inside.right * across), -int(-inside.bottom * down)
    area = QRect(left, top, max(1, right - left), max(1, bottom - top))
    return _fitting(level.copy(area.intersected(level.rect())), side)


def _fitting(picture: QImage, side: int) -> QImage:
    return picture.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
