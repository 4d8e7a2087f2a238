"""Mouse, wheel and touchpad on the page: hands each press to the gesture that wants it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QGraphicsView, QPinchGesture

from ocrdesk.ui.views.camera import STEP, Camera

if TYPE_CHECKING:
    from ocrdesk.ui.views.gestures import Gesture

_NOTCH = 120.0  # eighths of a degree that one notch of a wheel reports
_SCROLL_STEP = 96.0  # screen pixels for one notch


class Pointer:
    """Routes pointing events of one view; at most one gesture is under way."""

    def __init__(self, view: QGraphicsView, camera: Camera) -> None:
        self._view = view
        self._camera = camera
        self.gestures: tuple[Gesture, ...] = ()
        self._active: Gesture | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether a gesture is under way."""
        return self._active is not None

    def paper(self, position: QPointF) -> QPointF:
        """Return the image point under a viewport position, without rounding."""
        return self._view.viewportTransform().inverted()[0].map(position)

    def press(self, event: QMouseEvent) -> None:
        """Offer a press to the gestures in turn."""
        if self._active is not None:
            return
        paper = self.paper(event.position())
        self._active = next((g for g in self.gestures if g.press(event, paper)), None)

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture under way."""
        if self._active is not None:
            self._active.move(event, self.paper(event.position()))

    def release(self, event: QMouseEvent) -> None:
        """End the gesture under way when the last button goes up."""
        if self._active is not None and event.buttons() == Qt.MouseButton.NoButton:
            active, self._active = self._active, None
            active.release(event, self.paper(event.position()))

    def cancel(self) -> bool:
        """Forget the gesture under way; tell whether there was one."""
        active, self._active = self._active, None
        if active is not None:
            active.cancel()
        return active is not None

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll, sideways with Shift, zoom at the cursor with Ctrl.

        A page that is fitted as a whole cannot be scrolled: it comes out from under notices.
        """
        modifiers = event.modifiers()
        angle = event.angleDelta()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            notches = (angle.y() or angle.x()) / _NOTCH
            self._camera.zoom_by(STEP**notches, event.position())
            return
        pixels = event.pixelDelta()
        if pixels.isNull():
            dx, dy = angle.x() / _NOTCH * _SCROLL_STEP, angle.y() / _NOTCH * _SCROLL_STEP
        else:
            dx, dy = float(pixels.x()), float(pixels.y())
        if modifiers & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        is_whole = all(bar.minimum() == bar.maximum() for bar in bars)
        if is_whole and self._camera.state().fit == "page":
            self._camera.resized()
        else:
            self._camera.scroll_by(-dx, -dy)

    def pinch(self, event: QGestureEvent) -> bool:
        """Zoom with two fingers on a touch screen."""
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(gesture, QPinchGesture):
            return False
        self.cancel()
        middle = self._view.viewport().mapFromGlobal(gesture.centerPoint())
        self._camera.zoom_by(gesture.scaleFactor(), middle)
        return True

    def native(self, event: QNativeGestureEvent) -> bool:
        """Zoom with two fingers on a touchpad."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._camera.zoom_by(1.0 + event.value(), event.position())
        return True
