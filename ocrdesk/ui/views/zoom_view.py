"""A view that can be zoomed, panned and pointed at, whatever it shows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QWidget

from ocrdesk.ui.views.camera import STEP, Camera, ViewState
from ocrdesk.ui.views.gestures import Gesture
from ocrdesk.ui.views.pointer import Pointer


class ZoomView(QGraphicsView):
    """Puts a camera and a pointer on a scene; subclasses say what the gestures are."""

    cursor_moved = Signal(float, float)
    cursor_left = Signal()
    zoom_changed = Signal(float)

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.camera = Camera(self, self._zoomed)
        self.pointer = Pointer(self, self.camera)
        self.kept = QRectF()  # what a person is at, in image pixels; empty for nothing
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Repaint just what changed: scrolling then moves the pixels that are there already.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        # Qt moves pixels only in a widget that promises to leave none unpainted; a style sheet
        # withdraws the promise, and every pan became a full repaint (13 ms instead of 2).
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def set_gestures(self, gestures: Sequence[Gesture]) -> None:
        """Offer presses to these gestures, in this order."""
        self.pointer.gestures = tuple(gestures)

    @property
    def scale_factor(self) -> float:
        """Screen pixels per image pixel; 1.0 is 100 %."""
        return self.camera.scale

    def zoom_in(self) -> None:
        """Come one step nearer, around the anchor."""
        self.camera.zoom_by(STEP, self.anchor())

    def zoom_out(self) -> None:
        """Go one step away."""
        self.camera.zoom_by(1 / STEP, self.anchor())

    def zoom_to(self, scale: float) -> None:
        """Set the scale; 1.0 is 100 %."""
        self.camera.zoom_to(scale, self.anchor())

    def fit_page(self) -> None:
        """Show the whole page, and keep doing so when the window is resized."""
        self.camera.fit("page")

    def fit_width(self) -> None:
        """Show the whole width, and keep doing so when the window is resized."""
        self.camera.fit("width")

    def middle(self) -> tuple[float, float]:
        """Return the image point in the middle of what is in sight."""
        point = self.mapToScene(self.viewport().rect().center())
        return point.x(), point.y()

    def view_state(self) -> ViewState:
        """Return where the person is, to come back to."""
        return self.camera.state()

    def restore_view_state(self, state: ViewState | None) -> None:
        """Go back to where the person was; None fits the page."""
        self.camera.restore(state)

    def anchor(self) -> QPointF | None:
        """Return the viewport point that stays put while zooming by key; None for the middle."""
        return None

    def hovered(self, paper: QPointF) -> None:
        """Take note of where the mouse is, in image pixels; called while no button is down."""

    def _zoomed(self, scale: float) -> None:
        self.zoom_changed.emit(scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.pointer.press(event)
        self.hovered(self.pointer.paper(event.position()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a quick second press for a press."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, and tell where the cursor is."""
        self.pointer.move(event)
        paper = self.pointer.paper(event.position())
        self.hovered(paper)
        self.cursor_moved.emit(paper.x(), paper.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self.pointer.release(event)
        self.hovered(self.pointer.paper(event.position()))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        self.pointer.wheel(event)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom with two fingers; tell when the cursor leaves."""
        if isinstance(event, QGestureEvent) and self.pointer.pinch(event):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and self.pointer.native(event):
            return True
        if event.type() == QEvent.Type.Leave:
            self.cursor_left.emit()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fit, and what a person is at in sight if it was."""
        shown = self.viewportTransform().mapRect(self.kept)
        was_seen = QRectF(QPointF(), QSizeF(event.oldSize())).contains(shown)
        super().resizeEvent(event)
        self.camera.resized()
        if was_seen and not self.kept.isEmpty():
            self.camera.keep(self.kept)
