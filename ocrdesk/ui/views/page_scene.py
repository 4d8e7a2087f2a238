"""The layers of the page, one over the other: image, rows, boxes, selection, drafts."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsScene

from ocrdesk.page.elements import Page
from ocrdesk.ui.views.chosen import ChosenItem
from ocrdesk.ui.views.field_layer import FieldLayer
from ocrdesk.ui.views.ghost_line import GhostItem
from ocrdesk.ui.views.glyph_layer import GlyphLayer
from ocrdesk.ui.views.image_layer import ImageLayer
from ocrdesk.ui.views.image_pyramid import ImagePyramid
from ocrdesk.ui.views.ink_layer import InkLayer
from ocrdesk.ui.views.row_layer import RowLayer
from ocrdesk.ui.views.selection import DraftItem, SelectionItem


class PageScene(QGraphicsScene):
    """Holds the layers; one unit is one pixel of the image.

    ``image_shown`` and ``page_shown`` tell that another one is shown, not that it was edited.
    """

    image_shown = Signal()
    page_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Few items: an index would cost more than it saves.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.image = ImageLayer()
        self.rows = RowLayer()
        self.fields = FieldLayer()
        self.glyphs = GlyphLayer()
        self.ink = InkLayer((self.rows, self.fields, self.glyphs))
        self.chosen = ChosenItem()
        self.selection = SelectionItem()
        self.ghost = GhostItem()
        self.draft = DraftItem()
        self.band = DraftItem(Qt.PenStyle.SolidLine)
        layers = (self.image, self.ink, self.rows, self.fields, self.glyphs, self.chosen)
        for layer in (*layers, self.selection, self.ghost, self.draft, self.band):
            layer.setAcceptedMouseButtons(layer.acceptedMouseButtons().NoButton)
            self.addItem(layer)

    def set_pyramid(self, pyramid: ImagePyramid | None) -> None:
        """Show another image."""
        self.image.set_pyramid(pyramid)
        self.ink.set_area(self.image.boundingRect())
        self.image_shown.emit()

    def set_page(self, page: Page | None) -> None:
        """Show another page."""
        area = self._paintable(page)
        self.rows.set_lines(page.lines if page is not None else (), area, _paper(page))
        self.fields.set_page(page, area)
        self.glyphs.set_page(page, area)
        self.selection.set_glyph(None)
        self.chosen.set_glyphs(())
        self.page_shown.emit()

    def update_page(self, page: Page, changed_ids: frozenset[int]) -> None:
        """Show an edited page."""
        self.rows.set_lines(page.lines, self._paintable(page), _paper(page))
        self.fields.set_page(page, self._paintable(page))
        self.glyphs.update_page(page, changed_ids)

    def set_scale(self, scale: float) -> None:
        """Follow the zoom."""
        self.selection.set_scale(scale)
        self.chosen.set_scale(scale)
        self.ghost.set_scale(scale)

    def marks_under(self, area: QRectF, lying: QTransform) -> int:
        """Return how many letters, with their labels, and numbers of rows an area would hide.

        It is one of the viewport, to which ``lying`` takes image pixels. The selected letter counts
        for more than all others. Without an image there is nothing to see.
        """
        if self.image.boundingRect().isEmpty() or area.isEmpty():
            return 0
        reach = self.glyphs.label_reach(lying.m11())
        under = lying.inverted()[0].mapRect(area.adjusted(0.0, 0.0, 0.0, reach))
        index = self.glyphs.index
        count = len(index.within(under.left(), under.top(), under.right(), under.bottom()))
        is_current = self.selection.box is not None and under.intersects(self.selection.rect)
        count += self.rows.badges_under(area, lying)
        return count + is_current * (len(index) + self.rows.count + 1)

    @staticmethod
    def _paintable(page: Page | None) -> QRectF:
        """Return the page with room around it for labels and row numbers."""
        if page is None:
            return QRectF()
        margin = 64.0 + 0.15 * max(page.width, page.height)
        return _paper(page).adjusted(-margin, -margin, margin, margin)


def _paper(page: Page | None) -> QRectF:
    """Return where the page lies, nothing where there is none."""
    return QRectF() if page is None else QRectF(0.0, 0.0, page.width, page.height)
