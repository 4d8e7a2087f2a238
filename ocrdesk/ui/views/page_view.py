"""The page with its letters and rows: what a person looks at, points at and types on."""

from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ocrdesk.page.elements import Page
from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.camera import ViewState
from ocrdesk.ui.views.composing import Composing
from ocrdesk.ui.views.drops import FileDrops
from ocrdesk.ui.views.image_pyramid import ImagePyramid, build_pyramid
from ocrdesk.ui.views.keyboard import PageKeys
from ocrdesk.ui.views.overlay import HintOverlay
from ocrdesk.ui.views.page_pointing import PagePointing
from ocrdesk.ui.views.page_scene import PageScene
from ocrdesk.ui.views.page_speech import description, tell_of_letter
from ocrdesk.ui.views.split_ghost import SplitGhost
from ocrdesk.ui.views.zoom_view import ZoomView

__all__ = ["PageView", "ViewState"]

_Image = NDArray[np.uint8] | ImagePyramid


class PageView(ZoomView):
    """Shows an image with its Page; emits what the person points at, draws and types.

    All coordinates are pixels of the upright image. ``box_drawn`` carries a BoundingBox, and so
    does ``box_pulled``, the current letter's; ``row_dropped`` a row and whose place it takes;
    ``menu_requested`` where on the screen, about which letter if any, and where on the page;
    ``navigate_requested`` one of "next", "previous", "left", "right", "up", "down",
    ``extend_requested`` one of the latter four. ``glyph_clicked`` is a plain click,
    ``glyph_toggled`` one with Ctrl, ``glyph_reached`` one with Shift; ``glyphs_framed`` carries the
    ids inside a frame and whether they join what is selected. Also emits ``cursor_moved(x, y)``,
    ``cursor_left()`` and ``zoom_changed(scale)``. ``layers`` is what is painted.
    """

    glyph_clicked = Signal(int)
    glyph_toggled = Signal(int)
    glyph_reached = Signal(int)
    glyphs_framed = Signal(object, bool)
    all_requested = Signal()
    extend_requested = Signal(str)
    background_clicked = Signal()
    box_drawn = Signal(object)
    box_pulled = Signal(object)
    menu_requested = Signal(object, object, float, float)
    row_dropped = Signal(int, int)
    label_typed = Signal(str)
    confirm_pressed = Signal()
    navigate_requested = Signal(str)
    clear_pressed = Signal()
    delete_pressed = Signal()
    escape_pressed = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._page: Page | None = None
        self._selected: int | None = None
        self._others: Collection[int] = ()
        self._is_space_held = False
        self.layers = PageScene()
        super().__init__(self.layers, parent)
        self.ink = self.layers.ink
        self.ghost = SplitGhost(self.layers, self.camera, self)
        self.pointing = PagePointing(self, self.layers)
        self.set_gestures(self.pointing.gestures)
        self._composing = Composing(self, self.layers.selection, self.label_typed.emit)
        self._keys = PageKeys(
            {
                "label": self.label_typed.emit,
                "navigate": self.navigate_requested.emit,
                "extend": self.extend_requested.emit,
                "all": lambda _: self.all_requested.emit(),
                "confirm": lambda _: self.confirm_pressed.emit(),
                "clear": lambda _: self.clear_pressed.emit(),
                "delete": lambda _: self.delete_pressed.emit(),
                "escape": lambda _: self.escape_pressed.emit(),
                "menu": lambda _: self.pointing.ask_at_letter(),
                "leave": lambda way: self.focusNextPrevChild(way == "next"),
            }
        )
        self._hint = HintOverlay(self)
        FileDrops(self.viewport(), self).files_dropped.connect(self.files_dropped)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Page"))
        self._wear_theme()
        self._describe()

    def set_image(self, image: _Image | None, page: Page | None = None) -> None:
        """Show another image with its page, if it was read.

        An array is made into a pyramid on the spot, 0.15 s for 24 megapixels.
        """
        pyramid = build_pyramid(image) if isinstance(image, np.ndarray) else image
        self.layers.set_pyramid(pyramid)
        width, height = (pyramid.width, pyramid.height) if pyramid is not None else (0, 0)
        self.pointing.set_size(width, height)
        self.camera.set_content(width, height)
        self.set_page(page)

    def set_page(self, page: Page | None) -> None:
        """Show what was read, unless it is shown already, or None before; nothing is selected."""
        self.pointer.cancel()
        if page is None or page is not self._page:
            self._page = page
            self.layers.set_page(page)
        self.select(None)

    def update_page(self, page: Page, changed_ids: frozenset[int]) -> None:
        """Show an edited page, repainting only the glyphs that changed."""
        self._page = page
        self.layers.update_page(page, changed_ids)
        if self._selected is not None:
            others = [glyph_id for glyph_id in self._others if glyph_id in page]
            current = self._selected if self._selected in page else None
            self.select(current, others=others, reveal=False)

    def select(
        self, glyph_id: int | None, *, others: Collection[int] = (), reveal: bool = True
    ) -> None:
        """Frame a glyph and ``others``; with ``reveal`` the view moves if its box is off-screen.

        Raises ``KeyError`` for a glyph that the page does not have.
        """
        if glyph_id is not None and (self._page is None or glyph_id not in self._page):
            raise KeyError(glyph_id)
        self._selected, self._others = glyph_id, others
        glyph = self._page.glyph(glyph_id) if self._page and glyph_id is not None else None
        self.layers.selection.set_glyph(glyph)
        self.kept = QRectF() if glyph is None else self.layers.selection.rect
        self.preview(None)
        if glyph is not None and reveal:
            self.camera.reveal(self.layers.selection.rect)
        has_glyphs = self._page is not None and bool(self._page.glyphs)
        self._keys.follow(has_glyphs=has_glyphs, has_selection=glyph is not None)
        self._composing.follow(None if glyph is None else glyph.character)
        self._describe()

    def preview(self, glyph_ids: Collection[int] | None) -> None:
        """Frame letters lightly as if they were selected; None for those that are."""
        page, ids = self._page, self._others if glyph_ids is None else glyph_ids
        others = [page.glyph(other) for other in ids if other != self._selected] if page else []
        self.layers.chosen.set_glyphs(others)

    def set_layers(self, *, boxes: bool, rows: bool, labels: bool) -> None:
        """Show or hide the three layers."""
        self.layers.glyphs.set_layers(boxes=boxes, labels=labels)
        self.layers.rows.setVisible(rows)

    def set_hint(self, text: str, *, dimmed: bool = False) -> None:
        """Show a sentence over the page (empty: none), with the image dimmed or not."""
        veil = QColor(theme_of(self.palette()).canvas)
        veil.setAlpha(150)
        self.layers.image.set_veil(veil if dimmed else None)
        self._hint.show_text(text)

    def zoom_to_selection(self) -> None:
        """Bring the selected glyph near, with its neighbours."""
        if self._selected is not None:
            self.camera.zoom_near(self.layers.selection.rect)

    def anchor(self) -> QPointF | None:
        """Zoom by key around the selected letter while it is in sight."""
        if self._selected is None:
            return None
        middle = self.viewportTransform().map(self.layers.selection.rect.center())
        return middle if QRectF(self.viewport().rect()).contains(middle) else None

    @property
    def current(self) -> int | None:
        """The id of the letter that is framed strongly."""
        return self._selected

    @property
    def selected(self) -> Collection[int]:
        """The ids of all letters that are framed."""
        return self._others or (() if self._selected is None else (self._selected,))

    @property
    def page(self) -> Page | None:
        """The page that is shown, None before reading."""
        return self._page

    def is_hand(self) -> bool:
        """Tell whether a press would take the paper by the hand."""
        has_image = not self.layers.image.boundingRect().isEmpty()
        return self._is_space_held or (self._page is None and has_image)

    def hovered(self, paper: QPointF) -> None:
        """Show by the cursor what a press would do here."""
        shape = self.pointing.cursor(paper, is_busy=self.pointer.is_busy)
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _hold_space(self, *, is_held: bool) -> None:
        self._is_space_held = is_held
        cursor = self.viewport().mapFromGlobal(QCursor.pos())
        self.hovered(self.pointer.paper(QPointF(cursor)))

    def _zoomed(self, scale: float) -> None:
        self.layers.set_scale(scale)
        super()._zoomed(scale)

    def _describe(self) -> None:
        """Say to a screen reader what the page holds and which letter is selected."""
        is_empty = self._page is None and not self.is_hand()
        text = tr("Empty.") if is_empty else description(self._page, self._others, self._selected)
        self.setAccessibleDescription(text)
        if self._page is not None and self._selected is not None:
            place, is_alone = self._page.position(self._selected), len(self._others) < 2
            tell_of_letter(self, place, text, is_alone=is_alone)

    def _wear_theme(self) -> None:
        self.setBackgroundBrush(QColor(theme_of(self.palette()).canvas))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._wear_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint in its place."""
        super().resizeEvent(event)
        self._hint.place()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip what was read under the cursor."""
        if isinstance(event, QHelpEvent) and self._page is not None:
            self.pointing.tell(event, self._page)
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus, and typing before the window's shortcuts."""
        if isinstance(event, QKeyEvent):
            is_wanted = self.ghost.wants(event) or self._keys.wants(event)
            if event.type() == QEvent.Type.ShortcutOverride and is_wanted:
                event.accept()
                return True
            is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.type() == QEvent.Type.KeyPress and is_tab and self._keys.press(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into intents; Space takes the paper by the hand."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hold_space(is_held=True)
        elif event.key() == Qt.Key.Key_Escape and self.pointer.cancel():
            return
        elif not (self.ghost.take_key(event) or self._keys.press(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the paper with Space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(is_held=False)
        super().keyReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the pointer is, or, by key, at the current letter."""
        self.pointing.ask_for_menu(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Tab go from letter to letter again."""
        self._keys.enter()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a held Space whose release will go elsewhere."""
        self._hold_space(is_held=False)
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take characters from an input method or a dead key."""
        self._composing.take(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Tell input methods that letters are wanted, and where."""
        answer = self._composing.answer(query)
        return super().inputMethodQuery(query) if answer is None else answer
