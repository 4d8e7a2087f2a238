"""The numbers beside the rows: a click selects a row, a drag reads it in another's place."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGraphicsView

from ocrdesk.ui.views.gestures import is_drag
from ocrdesk.ui.views.row_layer import RowLayer


class RowGesture:
    """A press on the number of a row; ``on_drop`` gets the row and the one whose place it takes.

    ``on_click`` gets a row that was not dragged, and the keys held. ``is_free`` tells whether no
    letter lies at a place.
    """

    def __init__(
        self,
        view: QGraphicsView,
        rows: RowLayer,
        *,
        is_free: Callable[[QPointF], bool],
        on_drop: Callable[[int, int], None],
        on_click: Callable[[int, Qt.KeyboardModifier], None],
    ) -> None:
        self._view, self._rows = view, rows
        self._is_free, self._on_drop, self._on_click = is_free, on_drop, on_click
        self._row: int | None = None
        self._to: int | None = None
        self._pressed_at = QPointF()

    def row_at(self, paper: QPointF) -> int | None:
        """Return the row whose number is there, if numbers are shown."""
        if not self._rows.isVisible() or not self._is_free(paper):
            return None
        transform = self._view.viewportTransform()
        return self._rows.badge_at(transform.map(paper), transform)

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Take a row by its number."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._row, self._to, self._pressed_at = self.row_at(paper), None, event.position()
        return self._row is not None

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Show where the row would be read, once the mouse has really moved."""
        if self._row is None or (self._to is None and not is_drag(event, self._pressed_at)):
            return
        self._to = self._rows.nearest(paper)
        self._rows.show_drop(self._row, self._to)

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Drop the row, or take the press for a click."""
        del paper
        row, to = self._row, self._to
        self.cancel()
        if row is not None and to is None:
            self._on_click(row, event.modifiers())
        elif row is not None and to is not None and to != row:
            self._on_drop(row, to)

    def cancel(self) -> None:
        """Leave the row where it is."""
        self._row = self._to = None
        self._rows.show_drop(None, None)
