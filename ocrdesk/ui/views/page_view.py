"""The page with its letters and rows: what a person looks at and points at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsView, QWidget

from ocrdesk.page.elements import Page
from ocrdesk.ui.views.image_pyramid import ImagePyramid


@dataclass(frozen=True, slots=True)
class ViewState:
    """Where a person was on a page: zoom, the point in the middle, and a fit that holds on."""

    scale: float
    center_x: float
    center_y: float
    fit: str = ""


class PageView(QGraphicsView):
    """Shows an image with its Page; emits what the person points at, draws and types.

    All coordinates are pixels of the upright image.
    """

    glyph_clicked = Signal(int)
    background_clicked = Signal()
    box_drawn = Signal(object)
    label_typed = Signal(str)
    confirm_pressed = Signal()
    navigate_requested = Signal(str)
    clear_pressed = Signal()
    delete_pressed = Signal()
    escape_pressed = Signal()
    files_dropped = Signal(list)
    cursor_moved = Signal(float, float)
    cursor_left = Signal()
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_image(self, image: NDArray[np.uint8] | ImagePyramid | None) -> None:
        """Show another image and forget the page; large arrays belong into a pyramid first."""

    def set_page(self, page: Page | None) -> None:
        """Show what was read; None is the state before reading."""

    def update_page(self, page: Page, changed_ids: frozenset[int]) -> None:
        """Show an edited page, repainting only the glyphs that changed."""

    def select(self, glyph_id: int | None, *, reveal: bool = True) -> None:
        """Frame a glyph; with ``reveal`` the view moves if the box is off-screen."""

    def set_layers(self, *, boxes: bool, rows: bool, labels: bool) -> None:
        """Show or hide the three layers."""

    def set_hint(self, text: str, *, dimmed: bool = False) -> None:
        """Show a sentence over the page (empty: none), with the image dimmed or not."""

    @property
    def scale_factor(self) -> float:
        """Screen pixels per image pixel; 1.0 is 100 %."""
        return 1.0

    def zoom_in(self) -> None:
        """Come one step nearer."""

    def zoom_out(self) -> None:
        """Go one step away."""

    def zoom_to(self, scale: float) -> None:
        """Set the scale; 1.0 is 100 %."""

    def fit_page(self) -> None:
        """Show the whole page, and keep doing so when the window is resized."""

    def fit_width(self) -> None:
        """Show the whole width, and keep doing so when the window is resized."""

    def zoom_to_selection(self) -> None:
        """Bring the selected glyph near, with its neighbours."""

    def view_state(self) -> ViewState:
        """Return where the person is, to come back to."""
        return ViewState(1.0, 0.0, 0.0)

    def restore_view_state(self, state: ViewState | None) -> None:
        """Go back to where the person was; None fits the page."""
