"""Where rows run on the page, to tell which of them a place belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.components import Cluster
from ocrdesk.vision.turning import Placement

Floats = npt.NDArray[np.float64]

_BEYOND = 0.3  # how much a distance beyond the end of a row counts against one beside it


@dataclass(frozen=True, slots=True)
class Track:
    """The line that a row follows: its middle, its direction in degrees and half its length."""

    middle: tuple[float, float]
    angle: float
    half: float


@dataclass(frozen=True, slots=True)
class RowTracks:
    """The tracks of all rows: ``middles`` (n, 2), ``along`` (n, 2) of length 1, ``halves`` (n,)."""

    middles: Floats
    along: Floats
    halves: Floats

    @classmethod
    def of(cls, tracks: Sequence[Track]) -> "RowTracks":
        """Return the tracks as arrays."""
        radians = np.deg2rad([each.angle for each in tracks])
        return cls(
            np.array([each.middle for each in tracks], float).reshape(-1, 2),
            np.stack([np.cos(radians), np.sin(radians)], axis=1).reshape(-1, 2),
            np.array([each.half for each in tracks], float),
        )

    def nearest(self, point: Floats) -> int | None:
        """Return which row passes nearest to a point x, y, or None where there are no rows."""
        if not len(self.halves):
            return None
        away = point - self.middles
        beside = np.abs(away[:, 1] * self.along[:, 0] - away[:, 0] * self.along[:, 1])
        beyond = np.abs((away * self.along).sum(axis=1)) - self.halves
        return int(np.argmin(np.hypot(beside, _BEYOND * np.maximum(beyond, 0.0))))


def track(clusters: Sequence[Cluster], angle: float, placement: Placement) -> Track:
    """Return where a row of glyphs, left to right, runs at the place it comes from."""
    centers = placement.back(np.array([cluster.box.center for cluster in clusters]))
    x, y = centers.mean(axis=0)
    first, last = clusters[0].box, clusters[-1].box
    length = float(np.hypot(*(centers[-1] - centers[0]))) + (first.width + last.width) / 2
    return Track((float(x), float(y)), angle + placement.angle, length / 2)
