"""How a pen leaves ink: width that follows the pressure, and how dark and how even it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from ocrdesk.vision.strokes import Ink, Stroke, extent, resample
from ocrdesk.vision.synthesis_paper import Colour, Texture, clouds

_FINE = 4
_TOOTH = 0.022
"""Size of the paper's tooth that pencil and chalk show, in cap heights."""


@dataclass(frozen=True, slots=True)
class Pen:
    """A writing tool: ``width`` in cap heights, ``opacity`` and ``grain`` in 0..1.

    ``pressure`` is how much the width varies along a stroke, ``patchy`` how much the darkness
    varies over a letter, ``bleed`` the softness of the edge in pen widths.
    """

    colour: Colour
    width: float
    opacity: float
    pressure: float = 0.12
    patchy: float = 0.06
    grain: float = 0.0
    bleed: float = 0.0
    covers: bool = False


PENS: Mapping[str, Pen] = MappingProxyType(
    {
        "ballpoint": Pen((0.13, 0.18, 0.50), 0.045, 0.90, pressure=0.16, patchy=0.09, grain=0.12),
        "black": Pen((0.12, 0.12, 0.14), 0.05, 0.92, pressure=0.14, patchy=0.06, grain=0.06),
        "pencil": Pen((0.25, 0.25, 0.27), 0.05, 0.72, pressure=0.22, patchy=0.14, grain=0.45),
        "faint": Pen((0.36, 0.36, 0.38), 0.045, 0.52, pressure=0.22, patchy=0.16, grain=0.5),
        "felt": Pen((0.10, 0.10, 0.12), 0.115, 0.95, pressure=0.06, patchy=0.03, bleed=0.045),
        "marker": Pen((0.13, 0.22, 0.62), 0.13, 0.9, pressure=0.05, patchy=0.06, bleed=0.05),
        "chalk": Pen(
            (0.90, 0.90, 0.87), 0.115, 0.92, pressure=0.14, patchy=0.12, grain=0.38, covers=True
        ),
    }
)


def press(strokes: Sequence[Stroke], pen_width: float, pen: Pen, rng: np.random.Generator) -> Ink:
    """Return one letter as antialiased ink whose width follows the hand's pressure.

    ``strokes`` are in pixels with x, y >= pen_width; the canvas ends one pen width behind them.
    """
    far = np.concatenate(strokes).max(axis=0) + 1.5 * pen_width + 2
    columns, rows = (int(side) * _FINE for side in far)
    canvas = np.zeros(rows * columns, np.uint8)
    for stroke in strokes:
        path = resample(stroke, min(0.7, max(0.25, pen_width / 8)))
        widths = np.maximum(1.0, pen_width * _FINE * _pressure(len(path), pen, rng))
        fine = np.rint(path * _FINE).astype(np.intp)
        flat = fine[:, 1] * columns + fine[:, 0]
        steps = np.rint(widths).astype(int)
        for diameter in np.unique(steps):
            canvas[flat[steps == diameter][:, None] + _disc(int(diameter), columns)] = 255
    image = Image.frombuffer("L", (columns, rows), canvas, "raw", "L", 0, 1)
    return np.array(image.reduce(_FINE))


def _disc(diameter: int, columns: int) -> NDArray[np.intp]:
    """Return the flat offsets of a disc's pixels from its centre."""
    reach = np.arange(diameter) - (diameter - 1) / 2
    rows, across = np.nonzero(reach[:, None] ** 2 + reach**2 <= diameter**2 / 4)
    return np.asarray((rows - diameter // 2) * columns + (across - diameter // 2), np.intp)


def _pressure(count: int, pen: Pen, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return the relative width at each of ``count`` points: slow waves, lighter at the end."""
    along = np.linspace(0.0, 1.0, count)
    waves = sum(
        np.sin(2 * np.pi * (turns * along + rng.random())) / turns for turns in (0.7, 1.6, 3.1)
    )
    lift = 1.0 - 1.2 * np.clip(along - 0.85, 0.0, None) / 0.15 * pen.pressure
    return np.asarray((1.0 + pen.pressure * 0.6 * waves) * lift, np.float64)


def lay_ink(ink: Texture, paper: Texture, pen: Pen, size: float, rng: np.random.Generator) -> None:
    """Blend the ink (rows, columns, 0..1) into the picture (rows, columns, 3) in place.

    ``size`` is the cap height in pixels, the scale of patches and bleeding.
    """
    shape = (ink.shape[0], ink.shape[1])
    if pen.bleed:
        ink = gaussian_filter(ink, max(0.3, pen.bleed * pen.width * size))
    dark = pen.opacity * (1.0 + pen.patchy * clouds(shape, 0.6 * size, rng))
    if pen.grain:
        tooth = clouds(shape, max(1.3, _TOOTH * size), rng)
        dark = dark * (1.0 - pen.grain * np.clip(0.45 + 0.5 * tooth, 0.0, 1.2))
    cover = np.clip(ink * dark, 0.0, 1.0)[:, :, None].astype(np.float32)
    colour = np.array(pen.colour, np.float32)
    if pen.covers:
        paper += cover * (colour - paper)
    else:
        paper *= 1.0 - cover * (1.0 - colour)


def canvas_room(strokes: Sequence[Stroke], pen_width: float) -> tuple[list[Stroke], int, int]:
    """Return the strokes moved into a canvas of their own, and the canvas's left and top."""
    low, _ = extent(strokes)
    left, top = (int(np.floor(edge - pen_width - 2)) for edge in low)
    corner = np.array((left, top), np.float32)
    return [stroke - corner for stroke in strokes], left, top
