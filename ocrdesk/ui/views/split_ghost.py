"""How a person handles the line by which a letter is to be split: by mouse, by keys, or not."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.views.camera import Camera
from ocrdesk.ui.views.ghost_line import GhostText
from ocrdesk.ui.views.page_scene import PageScene

_Key = Qt.Key
_GRIP = 12.0  # screen pixels around the line that take hold of it
_FAR = 10  # pixels that a step with Shift goes
_STEPS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_KEYS = {*_STEPS, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape}


class SplitGhost(QObject):
    """The line while it shows; it is a gesture of the page and takes keys while it shows.

    ``moved`` tells where in image pixels it is wanted.
    """

    moved = Signal(int)
    accepted = Signal()
    cancelled = Signal()

    def __init__(self, layers: PageScene, camera: Camera, parent: QObject) -> None:
        super().__init__(parent)
        self._item = layers.ghost
        self._selection = layers.selection
        self._camera = camera
        self._began_at = 0

    @property
    def is_shown(self) -> bool:
        """Tell whether a letter is about to be split."""
        return self._item.isVisible()

    def show_line(self, box: BoundingBox, x: int, text: GhostText) -> None:
        """Show the line at ``x`` of a box, and what its parts would be."""
        self._item.set_line(box, x, text)
        self._selection.set_labelled(is_labelled=False)

    def hide(self) -> None:
        """Take the line away."""
        self._item.setVisible(False)
        self._selection.set_labelled(is_labelled=True)

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether a key moves, accepts or drops the line."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        return self.is_shown and modifiers in plain and event.key() in _KEYS

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it was used."""
        if not self.wants(event):
            return False
        key, is_far = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in _STEPS:
            step = _STEPS[_Key(key)] * (_FAR if is_far else 1)
            self.moved.emit(round(self._item.line_x) + step)
        elif key == _Key.Key_Escape:
            self.cancelled.emit()
        else:
            self.accepted.emit()
        event.accept()
        return True

    def is_at(self, paper: QPointF) -> bool:
        """Tell whether a press there would take hold of the line."""
        grip = _GRIP / self._camera.scale
        area = self._item.rect.adjusted(0.0, -2 * grip, 0.0, 2 * grip)
        return self.is_shown and (
            area.contains(paper)
            or (
                abs(paper.x() - self._item.line_x) <= grip
                and area.top() <= paper.y() <= area.bottom()
            )
        )

    def press(self, event: QMouseEvent, paper: QPointF) -> bool:
        """Take the line to the pointer; a press elsewhere drops it and means what it does else."""
        if not self.is_shown or event.button() != Qt.MouseButton.LeftButton:
            return False
        if not self.is_at(paper):
            self.cancelled.emit()
            return False
        self._began_at = round(self._item.line_x)
        self.moved.emit(round(paper.x()))
        return True

    def move(self, event: QMouseEvent, paper: QPointF) -> None:
        """Pull the line along."""
        del event
        self.moved.emit(round(paper.x()))

    def release(self, event: QMouseEvent, paper: QPointF) -> None:
        """Leave the line where it is; Enter splits there."""

    def cancel(self) -> None:
        """Put the line back where it was taken from."""
        self.moved.emit(self._began_at)
