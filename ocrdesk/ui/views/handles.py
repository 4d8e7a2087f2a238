"""Where a box is taken hold of with the mouse, and how it follows."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGraphicsView

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.views.gestures import is_drag
from ocrdesk.ui.views.selection import SelectionItem

_Cursor = Qt.CursorShape
_OUTSIDE, _INSIDE = 7.0, 5.0  # screen pixels on either side of an edge that take hold of it
_SHARE = 0.25  # of a small box: its middle must stay free


class Grip(NamedTuple):
    """The sides that are held: -1 for left or top, 1 for right or bottom; (0, 0) is all of it."""

    across: int
    down: int

    @property
    def cursor(self) -> Qt.CursorShape:
        """The cursor that shows which way it can be pulled."""
        if self.across and self.down:
            is_falling = self.across == self.down
            return _Cursor.SizeFDiagCursor if is_falling else _Cursor.SizeBDiagCursor
        if self.across:
            return _Cursor.SizeHorCursor
        return _Cursor.SizeVerCursor if self.down else _Cursor.SizeAllCursor


def grip_at(frame: QRectF, point: QPointF) -> Grip | None:
    """Return what a press takes hold of; frame and point in screen pixels."""
    if not frame.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE).contains(point):
        return None
    across = _side(point.x(), frame.left(), frame.right())
    return Grip(across, _side(point.y(), frame.top(), frame.bottom()))


def _side(place: float, low: float, high: float) -> int:
    inside = min(_INSIDE, _SHARE * (high - low))
    if place < low + inside:
        return -1
    return 1 if place > high - inside else 0


def pulled(box: BoundingBox, grip: Grip, by: tuple[int, int], size: tuple[int, int]) -> BoundingBox:
    """Return the box with the held sides moved by whole pixels, on a page of that size.

    It keeps at least one pixel each way.
    """
    (dx, dy), (width, height) = by, size
    if grip == (0, 0):
        return box.pushed(dx, dy, width, height)
    left, top, right, bottom = box.as_tuple()
    if grip.across < 0:
        left = min(max(left + dx, 0), right - 1)
    elif grip.across > 0:
        right = max(min(right + dx, width), left + 1)
    if grip.down < 0:
        top = min(max(top + dy, 0), bottom - 1)
    elif grip.down > 0:
        bottom = max(min(bottom + dy, height), top + 1)
    return BoundingBox(left, top, right, bottom)


class HandleGesture:
    """Pulls the box of the current letter: an edge, a corner, or the whole.

    ``on_pull`` gets by how much the whole box is moved just now, (0, 0) where it is put back.
    ``may_hold`` tells whether a place belongs to the current letter rather than to another that
    lies there; ``on_box`` gets the box where it is let go, ``on_click`` a press without a drag.
    """

    def __init__(
        self,
        view: QGraphicsView,
        item: SelectionItem,
        *,
        may_hold: Callable[[QPointF, Grip], bool],
        on_box: Callable[[BoundingBox], None],
        on_click: Callable[[], None],
        on_pull: Callable[[tuple[int, int]], None],
    ) -> None:
        self._on_pull = on_pull
        self._view, self._item = view, item
        self._may_hold, self._on_box, self._on_click = may_hold, on_box, on_click
        self._grip = Grip(0, 0)
        self._start = QPointF()
        self._pressed_at = QPointF()
        self._before: BoundingBox | None = None
        self._now: BoundingBox | None = None
        self.size = (0, 0)

    def grip(self, paper: QPointF) -> Grip | None:
        """Return what a press there would take hold of."""
        box = self._item.box
        if box is None:
            return None
        transform = self._view.viewportTransform()
        grip = grip_at(transform.mapRect(self._item.rect), transform.map(paper))
        return grip if grip is not None and self._may_hold(paper, grip) else None

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Take hold, without a key that means something else."""
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return False
        grip = self.grip(paper)
        if grip is None:
            return False
        self._grip, self._start, self._pressed_at = grip, paper, event.position()
        self._before, self._now = self._item.box, None
        return True

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Show the box as it would be, once the mouse has really moved."""
        if self._before is None or (self._now is None and not is_drag(event, self._pressed_at)):
            return
        moved = paper - self._start
        by = round(moved.x()), round(moved.y())
        self._now = pulled(self._before, self._grip, by, self.size)
        self._item.set_box(self._now)
        if self._grip == (0, 0):
            self._on_pull((self._now.left - self._before.left, self._now.top - self._before.top))

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Hand over the box, or the click."""
        del event, paper
        now = self._now
        self.cancel()
        if now is None:
            self._on_click()
        else:
            self._on_box(now)

    def cancel(self) -> None:
        """Put the box back."""
        if self._now is not None and self._before is not None:
            self._item.set_box(self._before)
            self._on_pull((0, 0))
        self._before = self._now = None
