"""Where a person looks from: zoom, fit and position of the page in its view."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from ocrdesk.ui.views.cover import Cover, NoCover

STEP = 1.25
_MARGIN = 28.0  # screen pixels around a page that was fitted
_SLACK = 3.0  # less than the room that is there, so that no scroll bar comes for a rounding error
_LARGEST = 32.0
_SMALLEST = 0.02
_MOST_AROUND = 160.0  # screen pixels left above and below a box that is brought into sight
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

    Scales are screen pixels per image pixel, with 1.0 for 100 %. ``cover`` is what floats over the
    view.
    """

    def __init__(self, view: QGraphicsView, on_zoom: Callable[[float], None]) -> None:
        self._view = view
        self._on_zoom = on_zoom
        self._content = QSizeF()
        self._scale = 1.0
        self._fit = ""
        self.cover: Cover = NoCover()
        self._lies = (0.5, 0.5)  # shares of free room left and above, where the page leaves some
        view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def scale(self) -> float:
        """The scale now."""
        return self._scale

    def set_content(self, width: float, height: float) -> None:
        """Look at an image of another size."""
        self._content = QSizeF(width, height)
        self._lies = (0.5, 0.5)
        self._apply(self._scale)

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Set the scale; the point under ``anchor`` (viewport; else its middle) stays put.

        Only a page with room around it stays in sight rather than follow the point out of it.
        """
        self._fit = ""
        self._zoom_around(scale, anchor)

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Multiply the scale."""
        self.zoom_to(self._scale * factor, anchor)

    def fit(self, mode: str) -> None:
        """Fit the "page" or the "width", and keep doing so while the window is resized.

        Room is left for what floats over the view where it asks for that.
        """
        self._fit = mode
        room = QSizeF(self._view.maximumViewportSize())
        if self._content.isEmpty() or room.isEmpty():
            return
        (self._fit_page if mode == "page" else self._fit_width)(room)

    def _fit_page(self, room: QSizeF) -> None:
        plain = self._whole(room, _MARGIN, _MARGIN)
        above, below = (max(needed, _MARGIN) for needed in self.cover.room(plain))
        scale = self._whole(room, above, below).m11()
        self._apply(scale)
        self._center_on(self._middle(above - below, scale))

    def _fit_width(self, room: QSizeF) -> None:
        across = (room.width() - 2 * _MARGIN) / self._content.width()
        is_high = self._content.height() * across + 2 * _MARGIN > room.height()
        if is_high:
            across -= self._view.verticalScrollBar().sizeHint().width() / self._content.width()
        top = max(self._view.mapToScene(0, 0).y(), 0.0)
        free = room.height() - self._content.height() * across
        lies = -top * across if is_high else free / 2
        left = (room.width() - self._content.width() * across) / 2
        above, below = self.cover.room(QTransform(across, 0, 0, across, left, lies))
        self._apply(across)
        if not is_high:
            self._center_on(self._middle(above - below, across))
            return
        if top * across < 1.0:  # at the beginning of the page, which else stays where it is
            top = -above / across
        middle = top + self._view.viewport().height() / 2 / self._scale
        self._center_on(QPointF(self._content.width() / 2, middle))

    def _whole(self, room: QSizeF, above: float, below: float) -> QTransform:
        """Return how the whole page lies in a room that has to be left free above and below."""
        width, height = self._content.width(), self._content.height()
        free = room.height() - above - below
        across, down = (room.width() - 2 * _MARGIN) / width, free / height
        scale = _within_limits(min(across, down, 4.0))
        left, top = (room.width() - width * scale) / 2, above + (free - height * scale) / 2
        return QTransform(scale, 0, 0, scale, left, top)

    def _middle(self, lower: float, scale: float) -> QPointF:
        """Return the point to look at for the page to lie half of ``lower`` below the middle."""
        return QPointF(self._content.width() / 2, self._content.height() / 2 - lower / 2 / scale)

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
        """Bring a box into sight, but only if some of it is out of sight or covered."""
        room = QRectF(self._view.viewport().rect())
        shown = self._shown(rect)
        if not room.adjusted(1, 1, -1, -1).contains(shown):
            self._view.ensureVisible(
                rect,
                min(round(room.width() / 4), 200),
                min(round(room.height() / 4), round(_MOST_AROUND)),
            )
        if self.cover.area().intersects(self._shown(rect)):
            self._uncover(rect)

    def keep(self, rect: QRectF) -> None:
        """Move the page no further than brings a box back into a view that became smaller."""
        if not QRectF(self._view.viewport().rect()).contains(self._shown(rect)):
            self._view.ensureVisible(rect, round(_MARGIN), round(_MARGIN))

    def _uncover(self, rect: QRectF) -> None:
        """Bring a box out from under what floats over the view; else that has to give way."""
        if self._fit == "page":
            self.fit("page")
        else:
            room, area = QRectF(self._view.viewport().rect()), self.cover.area()
            if area.center().y() < room.center().y():
                room.setTop(area.bottom())
            else:
                room.setBottom(area.top())
            self._move_into(rect, room)
        if self.cover.area().intersects(self._shown(rect)):
            self.cover.give_way()

    def _move_into(self, rect: QRectF, room: QRectF) -> None:
        """Move the page up or down to have a box in a part of the view, away from its ends."""
        shown = self._shown(rect)
        around = max(min(room.height() / 4, (room.height() - shown.height()) / 2, _MOST_AROUND), 0)
        lower = max(room.top() + around - shown.top(), 0.0)
        lower = lower or min(room.bottom() - around - shown.bottom(), 0.0)
        free = self._free(self._scale)[1]
        if free is None:
            self.scroll_by(0.0, -lower)
        else:  # nothing to scroll
            share = min(max(self._lies[1] + lower / max(free, 1.0), 0.0), 1.0)
            self._lies = self._lies[0], share
            self._view.setSceneRect(self._scene_rect())

    def _shown(self, rect: QRectF) -> QRectF:
        """Return where a box is in the viewport."""
        return self._view.viewportTransform().mapRect(rect)

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
        self._lies = self._lying(before, point, _within_limits(scale))
        self._apply(scale)
        moved = self._view.viewportTransform().map(before) - point
        # All is painted anew: to shift what is shown until then, for either bar, takes 1 ms.
        usual = self._view.viewportUpdateMode()
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.scroll_by(moved.x(), moved.y())
        self._view.setViewportUpdateMode(usual)

    def _center_on(self, point: QPointF) -> None:
        middle = QPointF(self._view.viewport().rect().center())
        self._lies = self._lying(point, middle, self._scale)
        self._view.setSceneRect(self._scene_rect())
        self._view.centerOn(point)

    def _inverse(self) -> QTransform:
        return self._view.viewportTransform().inverted()[0]

    def _apply(self, scale: float) -> None:
        scale = _within_limits(scale)
        is_change = scale != self._scale
        self._scale = scale
        self._view.setTransform(QTransform.fromScale(scale, scale))
        self._view.setSceneRect(self._scene_rect())
        if is_change:
            self._on_zoom(scale)

    def _scene_rect(self) -> QRectF:
        """Return what can be looked at: a page larger than the window may be pulled further.

        Where it is smaller, that is as much as is in sight and begins where the view does, so that
        the page lies where it is to.
        """
        margins = []
        for free, room, share in zip(
            self._free(self._scale), self._room(self._scale), self._lies, strict=True
        ):
            if free is None:
                margins.append((room / 3, room / 3))
            else:
                margins.append((share * free, (1 - share) * free - _SLACK))
        (left, right), (above, below) = margins
        page = QRectF(QPointF(0.0, 0.0), self._content)
        scale = self._scale
        return page.adjusted(-left / scale, -above / scale, right / scale, below / scale)

    def _lying(self, paper: QPointF, point: QPointF, scale: float) -> tuple[float, float]:
        """Return how the page has to lie to have a point of it at one of the viewport."""
        corner = point - paper * scale
        across, down = (
            0.5 if free is None else min(max(place / free, 0.0), 1.0)
            for place, free in zip((corner.x(), corner.y()), self._free(scale), strict=True)
        )
        return across, down

    def _free(self, scale: float) -> tuple[float | None, float | None]:
        """Return how many screen pixels a page leaves free, across and down; None for too few."""
        page = self._content.width() * scale, self._content.height() * scale
        across, down = (
            room - length if self._leaves_room(length, whole) else None
            for length, room, whole in zip(page, self._room(scale), self._whole_room(), strict=True)
        )
        return across, down

    def _room(self, scale: float) -> tuple[float, float]:
        """Return width and height of what is in sight beside the scroll bars there will be."""
        width, height = self._whole_room()
        is_wide = not self._leaves_room(self._content.width() * scale, width)
        is_high = not self._leaves_room(self._content.height() * scale, height)
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        return (
            width - is_high * down.sizeHint().width(),
            height - is_wide * across.sizeHint().height(),
        )

    def _whole_room(self) -> tuple[float, float]:
        size = self._view.maximumViewportSize()
        return float(size.width()), float(size.height())

    @staticmethod
    def _leaves_room(length: float, room: float) -> bool:
        return length + 2 * _MARGIN <= room + 1


def _within_limits(scale: float) -> float:
    return min(max(scale, _SMALLEST), _LARGEST)
