"""Pen strokes to ink: smooths recorded strokes, bends them as other hands would, draws them.

A character is a sequence of strokes in the order of writing; a stroke is a float array (k, 2) of
points (x to the right, y down) in any unit. A stroke of one point is a dot.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter1d

Stroke = NDArray[np.float32]
Ink = NDArray[np.uint8]

_SUPERSAMPLING = 4

_STEP = 0.045
"""Distance between the points of a smoothed stroke, in longer sides of the character."""


def extent(strokes: Sequence[Stroke]) -> tuple[Stroke, float]:
    """Return the least (x, y) of the strokes and the longer side of their box."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    return low, float((points.max(axis=0) - low).max())


def resample(stroke: Stroke, step: float) -> Stroke:
    """Return the stroke as points at equal distances, about ``step`` apart; both ends stay."""
    lengths = np.hypot(*np.diff(stroke, axis=0).T)
    travelled = np.concatenate(([0.0], np.cumsum(lengths)))
    if travelled[-1] <= 0.0:
        return stroke[:1].astype(np.float32)
    count = max(2, round(float(travelled[-1]) / step) + 1)
    at = np.linspace(0.0, travelled[-1], count)
    return np.stack([np.interp(at, travelled, axis) for axis in stroke.T], axis=1).astype(
        np.float32
    )


def smooth(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Return recorded strokes without the steps of the tablet's grid, evenly sampled.

    The grid is found from the smallest movement on either axis: a Gaussian of about its width
    along the stroke removes the stairs and leaves corners alone where the grid is fine.
    """
    _, size = extent(strokes)
    moves = np.abs(np.concatenate([np.diff(stroke, axis=0) for stroke in strokes])).ravel()
    moves = moves[moves > 0]
    if size <= 0.0 or moves.size == 0:
        return [stroke[:1].astype(np.float32) for stroke in strokes]
    grid = min(float(moves.min()), 0.08 * size)
    sigma = max(0.008 * size, 0.9 * grid)
    return [_smooth_stroke(stroke, sigma, _STEP * size) for stroke in strokes]


def _smooth_stroke(stroke: Stroke, sigma: float, step: float) -> Stroke:
    dense = resample(stroke, sigma / 2)
    if len(dense) < 3:
        return dense
    # Reflecting through the end points keeps them where they are.
    reach = min(8, len(dense) - 1)
    before = 2 * dense[0] - dense[reach:0:-1]
    after = 2 * dense[-1] - dense[-2 : -reach - 2 : -1]
    padded = np.concatenate([before, dense, after])
    even = gaussian_filter1d(padded, 2.0, axis=0)[reach : reach + len(dense)]
    return resample(even, step)


def distort(
    strokes: Sequence[Stroke],
    rng: np.random.Generator,
    *,
    strength: float = 1.0,
    slant: float = 0.3,
    rotation: float = 0.12,
    aspect: float = 0.25,
    warp: float = 0.04,
    wobble: float = 0.008,
    shift: float = 0.015,
    ends: float = 0.05,
) -> list[Stroke]:
    """Return the character as another hand, or the same hand a moment later, would write it.

    ``slant`` (shear), ``rotation`` (radians) and ``aspect`` (log of width over height) are the
    largest values drawn. The rest are in longer sides of the character: ``warp`` bends the plane
    slowly, so that strokes that meet still meet; ``wobble`` trembles along the pen's path;
    ``shift`` moves strokes against each other; ``ends`` lengthens or shortens them. ``strength``
    multiplies all. Sample the strokes finely first (``smooth``); only given points move.
    """
    low, size = extent(strokes)
    counts = [len(stroke) for stroke in strokes]
    size = size or 1.0
    points = (np.concatenate(strokes).astype(np.float64) - low) / size
    points += np.repeat(rng.normal(0.0, shift * strength / 2, (len(counts), 2)), counts, axis=0)
    points = _tremble(points, rng, warp=warp * strength, wobble=wobble * strength)
    points = (points - points.mean(axis=0)) @ _affine(
        rng, slant * strength, rotation * strength, aspect * strength
    )
    bent = np.split((points * size).astype(np.float32), np.cumsum(counts)[:-1])
    for stroke, reach in zip(bent, rng.normal(0, ends * strength / 2, (len(bent), 2)), strict=True):
        _move_ends(stroke, reach * size)
    return bent


def _affine(
    rng: np.random.Generator, slant: float, rotation: float, aspect: float
) -> NDArray[np.float64]:
    """Return the 2x2 matrix that row vectors (x, y) are multiplied with."""
    shear, angle, stretch = rng.uniform(-1.0, 1.0, 3) * (slant, rotation, aspect)
    cosine, sine = np.cos(angle), np.sin(angle)
    wide = np.exp(stretch / 2)
    turn = np.array([[cosine, sine], [-sine, cosine]])
    lean = np.array([[1.0, 0.0], [-shear, 1.0]])
    return np.asarray(np.diag([wide, 1.0 / wide]) @ lean @ turn)


def _tremble(
    points: NDArray[np.float64], rng: np.random.Generator, *, warp: float, wobble: float
) -> NDArray[np.float64]:
    """Add two slow plane waves (``warp``) and two quicker waves along the path (``wobble``)."""
    waves = rng.normal(0.0, 2.5, (2, 4))
    phases = rng.uniform(0.0, 2 * np.pi, 8)
    bend = np.sin(points @ waves + phases[:4])
    steps = np.diff(points, axis=0, prepend=points[:1])
    travelled = np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))
    quick = np.sin(travelled[:, None] * rng.uniform(6.0, 20.0, 4) + phases[4:])
    moves = warp * bend + wobble * quick
    return points + moves[:, :2] + moves[:, 2:]


def _move_ends(stroke: Stroke, reach: NDArray[np.float64]) -> None:
    """Move the first and last point along the stroke's own direction, in place."""
    if len(stroke) < 4:
        return
    for end, inner, by in ((0, 2, reach[0]), (-1, -3, reach[1])):
        direction = stroke[end] - stroke[inner]
        length = float(np.hypot(direction[0], direction[1]))
        if length > abs(by):
            stroke[end] += direction / length * by


def render(
    strokes: Sequence[Stroke],
    *,
    height: int,
    pen_width: float,
    margin: int = 2,
    samples: int = _SUPERSAMPLING,
) -> Ink:
    """Return the character as antialiased ink, 255 on 0, shape (rows, columns).

    See `placed` and `draw` for the arguments.
    """
    points, shape = placed(strokes, height=height, pen_width=pen_width, margin=margin)
    return draw(points, shape, pen_width=pen_width, samples=samples)


def placed(
    strokes: Sequence[Stroke], *, height: int, pen_width: float, margin: int = 2
) -> tuple[list[NDArray[np.float64]], tuple[int, int]]:
    """Return the strokes in pixels of a canvas that just holds them, and its (rows, columns).

    ``height`` is the longer side of the inked box in pixels, pen included; ``pen_width`` is in
    pixels; ``margin`` empty pixels surround the box.
    """
    low, size = extent(strokes)
    scale = max(height - pen_width, 0.0) / size if size > 0 else 1.0
    offset = margin + pen_width / 2
    points = (np.concatenate(strokes) - low) * scale
    width, tall = np.ceil(points.max(axis=0) + (pen_width - 1e-3)).astype(int) + 2 * margin
    ends = np.cumsum([len(stroke) for stroke in strokes])[:-1]
    return np.split(points + offset, ends), (int(tall), int(width))


def draw(
    strokes: Sequence[NDArray[np.floating]],
    shape: tuple[int, int],
    *,
    pen_width: float,
    samples: int = _SUPERSAMPLING,
) -> Ink:
    """Return strokes given in pixels as antialiased ink on a canvas of ``shape``.

    The strokes with half the pen's width around them must lie inside the canvas. Each pixel is the
    mean of ``samples`` squared. A disc is stamped at every point, wide lines join the points.
    Measured for UNIPEN characters at height 48: a third of the time of Pillow's own curved joints
    and ellipses, and a tenth of a distance field.
    """
    rows, columns = shape[0] * samples, shape[1] * samples
    pen = max(1, round(pen_width * samples))
    fine = (np.concatenate(strokes) * samples).astype(np.intp)
    down, across = _disc(pen)
    canvas = np.zeros((rows, columns), np.uint8)
    canvas.ravel()[(fine[:, 1] * columns + fine[:, 0])[:, None] + (down * columns + across)] = 255
    image = Image.frombuffer("L", (columns, rows), canvas, "raw", "L", 0, 1)
    brush = ImageDraw.Draw(image)
    path = fine.ravel().tolist()
    start = 0
    for count in map(len, strokes):
        if count > 1:
            brush.line(path[start : start + 2 * count], 255, pen)
        start += 2 * count
    return np.array(image.reduce(samples))


@lru_cache(maxsize=256)
def _disc(diameter: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return how far down and across a disc's pixels are from its centre."""
    middle = (diameter - 1) / 2
    y, x = np.mgrid[0:diameter, 0:diameter]
    inside = (x - middle) ** 2 + (y - middle) ** 2 <= (diameter / 2) ** 2
    rows, columns = np.nonzero(inside)
    return rows - diameter // 2, columns - diameter // 2
