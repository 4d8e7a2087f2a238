"""What the mouse does on the page, one class for each gesture."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.views.camera import Camera
from ocrdesk.ui.views.selection import DraftItem

_Button = Qt.MouseButton
_SMALLEST_BOX = 4  # image pixels
_SMALLEST_DRAG = 6.0  # screen pixels


class Gesture(Protocol):
    """A way to hold the mouse; positions are the viewport's, ``paper`` is in image pixels."""

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Begin, if this press is one's own; the gesture then gets all that follows."""

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Go on."""

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """End."""

    def cancel(self) -> None:
        """Forget what was begun."""


class PanGesture:
    """Middle-drag, Space-drag, or a plain drag while there is no page to draw on."""

    def __init__(self, camera: Camera, is_hand: Callable[[], bool]) -> None:
        self._camera = camera
        self._is_hand = is_hand
        self._last = QPointF()

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Take the paper by the hand."""
        del paper
        is_mine = event.button() == _Button.MiddleButton or (
            event.button() == _Button.LeftButton and self._is_hand()
        )
        self._last = event.position()
        return is_mine

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Pull the paper along."""
        del paper
        moved = self._last - event.position()
        self._last = event.position()
        self._camera.scroll_by(moved.x(), moved.y())

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Let the paper go."""

    def cancel(self) -> None:
        """Let the paper go where it is."""


class PointGesture:
    """A press on a letter; ``on_press``, told place and keys held, says whether there was one."""

    def __init__(self, on_press: Callable[[QPointF, Qt.KeyboardModifier], bool]) -> None:
        self._on_press = on_press

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Point at the letter, at once: waiting for the release would feel slow."""
        return event.button() == _Button.LeftButton and self._on_press(paper, event.modifiers())

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Do nothing: a letter is pointed at, not pulled."""

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Do nothing more."""

    def cancel(self) -> None:
        """Do nothing; pointing cannot be taken back."""


def is_drag(event: QMouseEvent, pressed_at: QPointF) -> bool:
    """Tell whether the mouse has really moved since it was pressed, not only trembled."""
    distance = (event.position() - pressed_at).manhattanLength()
    return distance >= QApplication.startDragDistance()


class DrawGesture:
    """A drag on empty paper draws a box; ``on_click`` gets a press without a drag."""

    def __init__(
        self,
        camera: Camera,
        draft: DraftItem,
        on_box: Callable[[BoundingBox], None],
        on_click: Callable[[QPointF, Qt.KeyboardModifier], None],
    ) -> None:
        self._camera = camera
        self._draft = draft
        self._on_box = on_box
        self._on_click = on_click
        self._start: QPointF | None = None
        self._pressed_at = QPointF()
        self._is_drag = False
        self.size = (0, 0)

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Begin on empty paper."""
        if event.button() != _Button.LeftButton:
            return False
        self._start, self._pressed_at, self._is_drag = paper, event.position(), False
        return True

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Show the draft once the mouse has really moved."""
        if self._start is None:
            return
        self._is_drag = self._is_drag or is_drag(event, self._pressed_at)
        if self._is_drag:
            self._draft.set_rect(self._clipped(paper))

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Hand over a box that is large enough to hold a letter."""
        rect, start = self._clipped(paper), self._start
        self.cancel()
        if start is None:
            return
        if not self._is_drag:
            self._on_click(start, event.modifiers())
            return
        smallest = max(_SMALLEST_BOX, _SMALLEST_DRAG / self._camera.scale)
        if min(rect.width(), rect.height()) >= smallest:
            left, top = round(rect.left()), round(rect.top())
            self._on_box(
                BoundingBox(left, top, left + round(rect.width()), top + round(rect.height()))
            )

    def cancel(self) -> None:
        """Drop the draft."""
        self._start = None
        self._draft.set_rect(None)

    def _clipped(self, paper: QPointF) -> QRectF:
        start = self._start if self._start is not None else paper
        rect = QRectF(start, paper).normalized()
        return rect.intersected(QRectF(0.0, 0.0, float(self.size[0]), float(self.size[1])))
