"""What pointing at the page means: which letter is meant, and what a press there begins."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from ocrdesk.ui.views.band_gesture import BandGesture
from ocrdesk.ui.views.gestures import DrawGesture, Gesture, PanGesture, PointGesture
from ocrdesk.ui.views.page_scene import PageScene

if TYPE_CHECKING:
    from ocrdesk.ui.views.page_view import PageView

_TOLERANCE = 3.0  # screen pixels around a box that still mean it
_Cursor = Qt.CursorShape
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class PagePointing:
    """The gestures of one page view; what they come to is emitted by its signals."""

    def __init__(self, view: "PageView", layers: PageScene) -> None:
        self._view = view
        self._layers = layers
        camera = view.camera
        self.draw = DrawGesture(
            camera, layers.draft, on_box=view.box_drawn.emit, on_click=self._click_beside
        )
        band = BandGesture(
            layers.band, on_band=self._show_band, on_end=self._end_band, on_click=self._extend
        )
        self.gestures: tuple[Gesture, ...] = (
            PanGesture(camera, view.is_hand),
            view.ghost,
            band,
            PointGesture(self._point_at),
            self.draw,
        )

    def glyph_at(self, paper: QPointF, tolerance: float = _TOLERANCE) -> int | None:
        """Return the letter meant by a place, ``tolerance`` in screen pixels."""
        reach = tolerance / self._view.camera.scale
        glyph = self._layers.glyphs.glyph_at(paper.x(), paper.y(), tolerance=reach)
        return None if glyph is None else glyph.id

    def cursor(self, paper: QPointF, *, is_busy: bool) -> Qt.CursorShape:
        """Return the cursor that shows what a press would do there."""
        if self._view.is_hand():
            return _Cursor.ClosedHandCursor if is_busy else _Cursor.OpenHandCursor
        if self._view.page is None:
            return _Cursor.ArrowCursor
        if self._view.ghost.is_at(paper):
            return _Cursor.SplitHCursor
        if self.glyph_at(paper) is not None and not is_busy:
            return _Cursor.PointingHandCursor
        return _Cursor.CrossCursor

    def _point_at(self, paper: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        glyph_id = self.glyph_at(paper, tolerance=0.0)
        if glyph_id is not None:
            self._click(glyph_id, modifiers)
        return glyph_id is not None

    def _click_beside(self, paper: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Take a click close to a letter for one on it; a drag from there draws a box."""
        glyph_id = self.glyph_at(paper)
        if glyph_id is not None:
            self._click(glyph_id, modifiers)
        elif not modifiers & _CONTROL:  # who misses a letter must not lose the others
            self._view.background_clicked.emit()

    def _click(self, glyph_id: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _CONTROL:
            self._view.glyph_toggled.emit(glyph_id)
        else:
            self._view.glyph_clicked.emit(glyph_id)

    def _extend(self, paper: QPointF) -> None:
        glyph_id = self.glyph_at(paper)
        if glyph_id is not None:
            self._view.glyph_reached.emit(glyph_id)

    def _inside(self, rect: QRectF) -> frozenset[int]:
        return frozenset(glyph.id for glyph in self._layers.glyphs.glyphs_inside(rect))

    def _show_band(self, rect: QRectF | None) -> None:
        """Frame what would be selected, or again what is."""
        self._view.preview(None if rect is None else self._inside(rect))

    def _end_band(self, rect: QRectF, adds: bool) -> None:  # noqa: FBT001 - a callback's argument
        self._view.glyphs_framed.emit(self._inside(rect), adds)
