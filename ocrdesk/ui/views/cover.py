"""What floats over a view and hides some of what it shows: the camera keeps clear of it."""

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform


class Cover(Protocol):
    """Something over a view, in pixels of its viewport."""

    def area(self) -> QRectF:
        """Return what it hides now; empty where there is nothing."""

    def room(self, lying: QTransform) -> tuple[float, float]:
        """Return how much a fit is to leave free for it above and below.

        ``lying`` tells where the page would lie if it left nothing.
        """

    def make_room(self) -> None:
        """Let a fit that holds be made again, with the room that is needed now."""

    def give_way(self) -> None:
        """Go elsewhere, if it may, from what has to be seen and cannot be moved."""


class NoCover:
    """Nothing over the view."""

    def area(self) -> QRectF:
        """Return no area."""
        return QRectF()

    def room(self, lying: QTransform) -> tuple[float, float]:
        """Return that no room is needed."""
        del lying
        return 0.0, 0.0

    def make_room(self) -> None:
        """Do nothing: no room is needed."""

    def give_way(self) -> None:
        """Do nothing: nothing is in the way."""
