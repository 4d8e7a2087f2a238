"""Where a person looks from: zoom, fit and position of the page in its view."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

STEP = 1.25
_MARGIN = 28.0  # screen pixels around a page that was fitted
_BORDER = 22.0  # a little less, so that no scroll bar comes for a rounding error
_LARGEST = 32.0
_SMALLEST = 0.02
_NEAR_HEIGHT = 90.0  # screen pixels that a letter gets by "zoom to the box"


@dataclass(frozen=True, slots=True)
class ViewState:
    """Where a person was on a page: zoom, the point in the middle, and a fit that holds on.

    ``fit`` is "page", "width" or empty.
    """

    scale: float
    center_x: float
    center_y: float
    fit: str = ""


class Camera:
    """Moves and scales a graphics view; ``on_zoom`` is told each new scale.

    Scales are screen pixels per image pixel, with 1.0 for 100 %.
    """

    def __init__(self, view: QGraphicsView, on_zoom: Callable[[float], None]) -> None:
        self._view = view
        self._on_zoom = on_zoom
        self._content = QSizeF()
        self._scale = 1.0
        self._fit = ""
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def scale(self) -> float:
        """The scale now."""
        return self._scale

    def set_content(self, width: float, height: float) -> None:
        """Look at an image of another size."""
        self._content = QSizeF(width, height)
        self._apply(self._scale)

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Set the scale; the point under ``anchor`` (viewport; else its middle) stays put."""
        self._fit = ""
        self._zoom_around(scale, anchor)

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Multiply the scale."""
        self.zoom_to(self._scale * factor, anchor)

    def fit(self, mode: str) -> None:
        """Fit the "page" or the "width", and keep doing so while the window is resized."""
        self._fit = mode
        room = QSizeF(self._view.maximumViewportSize())
        if self._content.isEmpty() or room.isEmpty():
            return
        across = (room.width() - 2 * _MARGIN) / self._content.width()
        down = (room.height() - 2 * _MARGIN) / self._content.height()
        if mode == "page":
            self._apply(min(across, down, 4.0))
            self._center_on(QPointF(self._content.width() / 2, self._content.height() / 2))
            return
        if self._content.height() * across + 2 * _MARGIN > room.height():
            across -= self._view.verticalScrollBar().sizeHint().width() / self._content.width()
        top = self._view.mapToScene(0, 0).y()
        self._apply(across)
        middle = max(top, 0.0) + self._view.viewport().height() / 2 / self._scale
        self._center_on(QPointF(self._content.width() / 2, middle))

    def resized(self) -> None:
        """Fit again after a change of size, where a fit holds; else keep the middle."""
        if self._fit:
            self.fit(self._fit)
        else:
            self._view.setSceneRect(self._scene_rect())

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move the view over the page, in screen pixels."""
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + round(dx))
        down.setValue(down.value() + round(dy))

    def reveal(self, rect: QRectF) -> None:
        """Bring a box into sight, but only if some of it is out of sight."""
        viewport = self._view.viewport()
        room = QRectF(viewport.rect())
        shown = self._view.viewportTransform().mapRect(rect)
        if room.adjusted(1, 1, -1, -1).contains(shown):
            return
        self._view.ensureVisible(
            rect,
            min(round(room.width() / 4), 200),
            min(round(room.height() / 4), 160),
        )

    def zoom_near(self, rect: QRectF) -> None:
        """Bring a box near, so that it and its neighbours can be judged."""
        self._fit = ""
        self._apply(min(_NEAR_HEIGHT / max(rect.height(), 1.0), 8.0))
        self._center_on(rect.center())

    def state(self) -> ViewState:
        """Return where the person is."""
        middle = self._view.mapToScene(self._view.viewport().rect().center())
        return ViewState(self._scale, middle.x(), middle.y(), self._fit)

    def restore(self, state: ViewState | None) -> None:
        """Go back to where the person was; None fits the page."""
        if state is None or state.fit == "page":
            self.fit("page")
            return
        self._fit = ""
        self._apply(state.scale)
        self._center_on(QPointF(state.center_x, state.center_y))
        self._fit = state.fit

    def _zoom_around(self, scale: float, anchor: QPointF | None) -> None:
        point = anchor if anchor is not None else QPointF(self._view.viewport().rect().center())
        before = self._inverse().map(point)
        self._apply(scale)
        moved = self._view.viewportTransform().map(before) - point
        self.scroll_by(moved.x(), moved.y())

    def _center_on(self, point: QPointF) -> None:
        self._view.centerOn(point)

    def _inverse(self) -> QTransform:
        return self._view.viewportTransform().inverted()[0]

    def _apply(self, scale: float) -> None:
        scale = min(max(scale, _SMALLEST), _LARGEST)
        is_change = scale != self._scale
        self._scale = scale
        self._view.setTransform(QTransform.fromScale(scale, scale))
        self._view.setSceneRect(self._scene_rect())
        if is_change:
            self._on_zoom(scale)

    def _scene_rect(self) -> QRectF:
        """Return the page with a margin; a page larger than the window may be pulled further."""
        room = QSizeF(self._view.maximumViewportSize())
        margins = [
            (length / 3 if content * self._scale + 2 * _MARGIN > length + 1 else _BORDER)
            / self._scale
            for content, length in (
                (self._content.width(), room.width()),
                (self._content.height(), room.height()),
            )
        ]
        page = QRectF(QPointF(0.0, 0.0), self._content)
        return page.adjusted(-margins[0], -margins[1], margins[0], margins[1])
