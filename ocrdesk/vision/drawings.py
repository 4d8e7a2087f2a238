"""Little drawings made at random: panes, wheels, houses, hatchings; nobody could name them.

Pages hold sketches beside letters, and a reader has to be shown many to refuse those it has never
seen. Each is a few simple figures in one square, with more line than any character has.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.strokes import Stroke, resample

Figure = list[npt.NDArray[np.float64]]

_LEAST_LENGTH = 7.0
"""Line in a drawing, in its sides. Of 12,451 characters of UNIPEN one in a thousand has more than
5.0, and none more than 6.8."""
_STEP = 0.045
_TURN = 2 * np.pi


def drawing(rng: np.random.Generator) -> list[Stroke]:
    """Return the strokes of a drawing that is no character, in a square of side 1 or about."""
    tilt = _tilted(rng) if rng.random() < 0.5 else np.eye(2)
    figure = [line @ tilt for line in _figure(rng)]
    while _length(figure) < _LEAST_LENGTH:
        figure += [line @ tilt for line in _placed(_figure(rng), rng)]
    return [resample(line.astype(np.float32), _STEP) for line in figure]


def _figure(rng: np.random.Generator) -> Figure:
    return _FIGURES[int(rng.integers(len(_FIGURES)))](rng)


def _length(figure: Figure) -> float:
    """Return the length of all lines in sides of the square around them."""
    points = np.concatenate(figure)
    side = float(np.ptp(points, axis=0).max()) or 1.0
    return sum(float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in figure) / side


def _placed(figure: Figure, rng: np.random.Generator) -> Figure:
    """Return a figure smaller, somewhere in the square."""
    size = rng.uniform(0.3, 0.9)
    corner = rng.uniform(0, 1 - size, 2)
    return [line * size + corner for line in figure]


def _tilted(rng: np.random.Generator) -> npt.NDArray[np.float64]:
    angle = rng.uniform(-0.8, 0.8)
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.array([[cosine, sine], [-sine, cosine]]) @ np.diag([rng.uniform(0.6, 1.0), 1.0])


def _panes(rng: np.random.Generator) -> Figure:
    """Lines down and across: windows, grids, fences."""
    down, across = rng.integers(2, 6, 2)
    reach = rng.uniform(0, 0.15)
    lines = [np.array([[x, -reach], [x, 1 + reach]]) for x in np.linspace(0, 1, down)]
    return lines + [np.array([[-reach, y], [1 + reach, y]]) for y in np.linspace(0, 1, across)]


def _hatching(rng: np.random.Generator) -> Figure:
    """Lines side by side, sometimes crossed by as many."""
    count = int(rng.integers(4, 9))
    at = np.linspace(0, 1, count)
    lean = rng.uniform(-0.5, 0.5)
    lines = [np.array([[x, 1.0], [x + lean, 0.0]]) for x in at]
    if rng.random() < 0.5:
        lines += [np.array([[0.0, y], [1.0, y + lean]]) for y in at]
    return lines


def _zigzag(rng: np.random.Generator) -> Figure:
    count = int(rng.integers(5, 12))
    heights = np.where(np.arange(count) % 2, 1.0, 0.0) + rng.normal(0, 0.08, count)
    return [np.stack([np.linspace(0, 1.2, count), heights], axis=1)]


def _polygon(rng: np.random.Generator) -> Figure:
    """A triangle, square or star with its corners joined to the middle or among themselves."""
    count, skip = int(rng.integers(3, 8)), int(rng.integers(1, 3))
    angles = rng.uniform(0, _TURN) + np.arange(count + 1) * skip * _TURN / count
    corners = 0.5 + 0.5 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lines: Figure = [corners]
    if rng.random() < 0.6:
        middle = np.array([0.5, 0.5])
        lines += [np.stack([middle, corner]) for corner in corners[: int(rng.integers(2, count))]]
    return lines


def _wheel(rng: np.random.Generator) -> Figure:
    """Circles one in another or side by side, with spokes or a cross."""
    turn = np.linspace(0, _TURN, 40)
    lines: Figure = []
    for _ in range(int(rng.integers(1, 4))):
        radius = rng.uniform(0.15, 0.5, 2)
        middle = 0.5 + rng.normal(0, 0.12, 2)
        lines.append(middle + radius * np.stack([np.cos(turn), np.sin(turn)], axis=1))
    for angle in rng.uniform(0, np.pi, int(rng.integers(0, 4))):
        reach = 0.5 * np.array([np.cos(angle), np.sin(angle)])
        lines.append(np.stack([0.5 - reach, 0.5 + reach]))
    return lines


def _spiral(rng: np.random.Generator) -> Figure:
    turns = rng.uniform(2.0, 4.0)
    along = np.linspace(0.1, 1, 80)
    angle = along * turns * _TURN + rng.uniform(0, _TURN)
    return [0.5 + 0.5 * along[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)]


def _knot(rng: np.random.Generator) -> Figure:
    """A line through places all over the square, crossing itself time and again."""
    places = rng.uniform(0, 1, (int(rng.integers(8, 16)), 2))
    return [wandering(places, 8, 9)]


def wandering(places: npt.NDArray[np.float64], points: int, width: int) -> npt.NDArray[np.float64]:
    """Return a smooth line (n * points, 2) by way of the places (n, 2), in their order.

    ``width``, odd, is over how many points it is smoothed.
    """
    at = np.linspace(0, len(places) - 1, points * len(places))
    line = np.stack([np.interp(at, np.arange(len(places)), axis) for axis in places.T], axis=1)
    kernel = np.hanning(width)
    padded = np.pad(line, ((width // 2, width // 2), (0, 0)), mode="edge")
    smooth = [np.convolve(axis, kernel / kernel.sum(), mode="valid") for axis in padded.T]
    return np.stack(smooth, axis=1)


_FIGURES: tuple[Callable[[np.random.Generator], Figure], ...] = (
    *(_panes, _hatching, _zigzag, _polygon, _wheel, _spiral, _knot),
)
