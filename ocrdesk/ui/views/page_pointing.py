"""What pointing at the page means: which letter is meant, and what a press there begins."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip

from ocrdesk.page.elements import Page
from ocrdesk.services.page_fields import field_for
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.band_gesture import BandGesture
from ocrdesk.ui.views.certainty import alternatives
from ocrdesk.ui.views.field_outcome import field_words
from ocrdesk.ui.views.gestures import DrawGesture, Gesture, PanGesture, PointGesture
from ocrdesk.ui.views.handles import Grip, HandleGesture
from ocrdesk.ui.views.page_scene import PageScene
from ocrdesk.ui.views.row_gesture import RowGesture

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
        self.handles = HandleGesture(
            view,
            layers.selection,
            may_hold=self._may_hold,
            on_box=view.box_pulled.emit,
            on_click=self._click_current,
            on_pull=lambda by: layers.chosen.shift(by, self.handles.size),
        )
        self._rows = RowGesture(
            view,
            layers.rows,
            is_free=self._is_bare,
            on_drop=view.row_dropped.emit,
            on_click=self._click_row,
        )
        self.gestures: tuple[Gesture, ...] = (
            PanGesture(camera, view.is_hand),
            view.ghost,
            self._rows,
            band,
            self.handles,
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
        return _Cursor.CrossCursor if is_busy else self._cursor_at(paper)

    def _cursor_at(self, paper: QPointF) -> Qt.CursorShape:
        """Return the cursor over what lies on the page."""
        grip = self.handles.grip(paper)
        if grip is not None:
            return grip.cursor
        is_pointed_at = self._rows.row_at(paper) is not None or self.glyph_at(paper) is not None
        return _Cursor.PointingHandCursor if is_pointed_at else _Cursor.CrossCursor

    def set_size(self, width: int, height: int) -> None:
        """Know how large the page is: boxes stay on it."""
        self.draw.size = self.handles.size = (width, height)

    def tell(self, event: QHelpEvent, page: Page) -> None:
        """Tell in a tooltip what was read under the pointer."""
        glyph_id = self.glyph_at(self._view.pointer.paper(QPointF(event.pos())))
        text = "" if glyph_id is None else alternatives(page.glyph(glyph_id))
        found = None if glyph_id is None else field_for(page, glyph_id)
        if found is not None:
            rule = field_words(found[0])
            text += "\n" + tr("Here may stand: {rule}").format(rule=rule)
        QToolTip.showText(event.globalPos(), text, self._view.viewport())

    def ask_for_menu(self, event: QContextMenuEvent) -> None:
        """Tell what a menu is wanted for: the letter under the pointer, or the current one."""
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_at_letter()
            return
        at = QPointF(self._view.viewport().mapFromGlobal(event.globalPos()))
        self._ask(at, self.glyph_at(self._view.pointer.paper(at)))

    def ask_at_letter(self) -> None:
        """Want a menu for the current letter, below it; without one for the page."""
        view = self._view
        rect = view.viewportTransform().mapRect(self._layers.selection.rect)
        is_seen = view.current is not None and QRectF(view.viewport().rect()).intersects(rect)
        at = rect.bottomLeft() if is_seen else QPointF(view.viewport().rect().center())
        self._ask(at, view.current)

    def _ask(self, at: QPointF, glyph_id: int | None) -> None:
        paper = self._view.pointer.paper(at)
        corner = self._view.viewport().mapToGlobal(at.toPoint())
        self._view.menu_requested.emit(corner, glyph_id, paper.x(), paper.y())

    def _may_hold(self, paper: QPointF, grip: Grip) -> bool:
        """Leave a place to a letter that lies in the current one's box, or touches its edge."""
        glyph_id = self.glyph_at(paper, tolerance=0.0)
        is_inside = grip == (0, 0)
        return glyph_id == self._view.current or (glyph_id is None and not is_inside)

    def _click_current(self) -> None:
        if self._view.current is not None:
            self._view.glyph_clicked.emit(self._view.current)

    def _is_bare(self, paper: QPointF) -> bool:
        return self.glyph_at(paper, tolerance=0.0) is None

    def _click_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        page = self._view.page
        if page is not None and row < len(page.lines):
            ids = frozenset(glyph.id for glyph in page.lines[row].glyphs)
            self._view.glyphs_framed.emit(ids, bool(modifiers & (_CONTROL | _SHIFT)))

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
