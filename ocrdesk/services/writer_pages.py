"""Pages of letters by recorded writers, drawn as ink with every letter's box known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.stroke_font import CAP_HEIGHT, variants
from ocrdesk.vision.strokes import Stroke, draw

CAP = 44
"""Height of a capital in pixels."""
_GROUP, _GROUPS = 5, 5  # letters of a group, groups of a row
_GAP, _SPACE, _PITCH, _MARGIN = 0.3, 1.1, 2.1, 1.5  # in heights of capitals
_PENS = (0.05, 0.12)  # likewise, from a ballpoint to a felt pen
_PAPER, _INK = 235, 40  # grey
_SIZES, _STANDS = 0.04, 0.03  # standard deviations from letter to letter, in heights of capitals
_FLATTEST = 0.25  # of the width: lower drawings are sized by their width

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class WriterPage:
    """A picture of a page, its letters in reading order and the boxes of their ink."""

    image: SourceImage
    characters: tuple[str, ...]
    boxes: tuple[BoundingBox, ...]


def draw_page(
    letters: Sequence[tuple[str, Sequence[Stroke]]], rng: np.random.Generator, *, name: str
) -> WriterPage:
    """Return the letters in groups of five, five groups a row, written by one pen.

    ``letters`` are characters with a skeleton and their smoothed strokes, whose own size does not
    count: each gets the height and the place on the base line that its skeleton has.
    """
    pen = CAP * float(np.exp(rng.uniform(*np.log(_PENS))))
    placed: list[list[Points]] = []
    x, widest = _MARGIN * CAP, 0.0
    for place, (character, strokes) in enumerate(letters):
        row, column = divmod(place, _GROUP * _GROUPS)
        x = _MARGIN * CAP if column == 0 else x
        base = CAP * (_MARGIN + 1 + row * _PITCH)
        drawn = _written(character, strokes, rng)
        drawn = [stroke + np.array((x, base)) for stroke in drawn]
        x = max(float(stroke[:, 0].max()) for stroke in drawn) + pen
        x += CAP * (_SPACE if place % _GROUP == _GROUP - 1 else _GAP)
        widest = max(widest, x)
        placed.append(drawn)
    bottom = max(float(stroke[:, 1].max()) for drawn in placed for stroke in drawn)
    shape = (round(bottom + _MARGIN * CAP), round(widest + _MARGIN * CAP))
    ink = draw([stroke for drawn in placed for stroke in drawn], shape, pen_width=pen, samples=2)
    grey = _PAPER - ink.astype(np.float32) * ((_PAPER - _INK) / 255)
    return WriterPage(
        image_from_array(grey.round().astype(np.uint8), name),
        tuple(character for character, _ in letters),
        tuple(_box(drawn, pen) for drawn in placed),
    )


def _written(character: str, strokes: Sequence[Stroke], rng: np.random.Generator) -> list[Points]:
    """Return the strokes in pixels: ink from x = 0, base line y = 0, up negative."""
    skeleton = np.concatenate(variants(character)[0])[:, 1]
    points = np.concatenate(strokes).astype(np.float64)
    low, (width, height) = points.min(axis=0), np.ptp(points, axis=0).tolist()
    high = (float(np.ptp(skeleton)) / CAP_HEIGHT) * CAP * float(np.exp(rng.normal(0, _SIZES)))
    scale = high / max(height, _FLATTEST * width, 1e-6)
    stand = CAP * (float(skeleton.max()) / CAP_HEIGHT - 1 + float(rng.normal(0, _STANDS)))
    move = np.array((0.0, stand - height * scale))
    return [(stroke - low) * scale + move for stroke in strokes]


def _box(strokes: Sequence[Points], pen: float) -> BoundingBox:
    points = np.concatenate(strokes)
    left, top = np.floor(points.min(axis=0) - pen / 2).astype(int).tolist()
    right, bottom = np.ceil(points.max(axis=0) + pen / 2).astype(int).tolist()
    return BoundingBox(max(left, 0), max(top, 0), right, bottom)
