"""Selecting letters with a frame: what a drag with Shift does on the page."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from ocrdesk.ui.views.gestures import is_drag
from ocrdesk.ui.views.selection import DraftItem

Modifiers = Qt.KeyboardModifier
_SHIFT, _CONTROL = Modifiers.ShiftModifier, Modifiers.ControlModifier


class BandGesture:
    """A drag with Shift pulls a frame around letters, wherever it begins.

    ``on_band`` is told the frame in image pixels while it is pulled; ``on_end`` the last one, and
    whether Ctrl was held to add to what is selected; ``on_click`` a press without a drag.
    """

    def __init__(
        self,
        band: DraftItem,
        *,
        on_band: Callable[[QRectF | None], None],
        on_end: Callable[[QRectF, bool], None],
        on_click: Callable[[QPointF], None],
    ) -> None:
        self._band = band
        self._on_band, self._on_end, self._on_click = on_band, on_end, on_click
        self._start = QPointF()
        self._pressed_at = QPointF()
        self._is_drag = False

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Begin with Shift held."""
        if event.button() != Qt.MouseButton.LeftButton or not event.modifiers() & _SHIFT:
            return False
        self._start, self._pressed_at, self._is_drag = paper, event.position(), False
        return True

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Show the frame once the mouse has really moved."""
        self._is_drag = self._is_drag or is_drag(event, self._pressed_at)
        if self._is_drag:
            rect = QRectF(self._start, paper).normalized()
            self._band.set_rect(rect)
            self._on_band(rect)

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Hand over the frame, or the click."""
        is_drag, start = self._is_drag, self._start
        self.cancel()
        if is_drag:
            adds = bool(event.modifiers() & _CONTROL)
            self._on_end(QRectF(start, paper).normalized(), adds)
        else:
            self._on_click(start)

    def cancel(self) -> None:
        """Drop the frame."""
        self._is_drag = False
        self._band.set_rect(None)
        self._on_band(None)
