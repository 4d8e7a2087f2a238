"""Lays the text of a page over its picture, to be searched and copied but not seen.

Each word is one run, as wide as the word is and as steep as its row, and each gap between words a
space: of letters one by one, or of gaps alone, viewers make ``H E L L O`` or one long word.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from ocrdesk.formats.export_values import fit
from ocrdesk.formats.glyphless_font import ADVANCE, UNITS
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.direction import direction
from ocrdesk.page.elements import Glyph, Line, Page

_ENOUGH = 5  # letters: of fewer, high and low ones would tilt a row
_AXIS = 30.0  # degrees within which rows are taken to run along an edge of the page
_LEAST = 0.5  # points: no size, width or gap is less

Codes = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of paper: its size in points, from the lower left, and in pixels from the upper."""

    width: float
    height: float
    columns: int
    rows: int

    def placed(self, box: BoundingBox) -> tuple[float, float, float, float]:
        """Return the middle of a box and half its width and height, in points."""
        x, y = self.width / self.columns, self.height / self.rows
        middle = box.center
        return middle[0] * x, self.height - middle[1] * y, box.width * x / 2, box.height * y / 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a row runs: its direction in radians, counter-clockwise, its foot and its height."""

    angle: float
    foot: float
    size: float

    def along(self, place: tuple[float, float, float, float]) -> tuple[float, float]:
        """Return from where to where along the row something at a place reaches.

        Of a box that is not level with the row, its ellipse counts (see ``page.turning``).
        """
        return _reach(place, self.angle)


def text_layer(page: Page, sheet: Sheet, codes: Codes) -> bytes:
    """Return the instructions that put all words there, in a font called ``F``."""
    whole = direction(page)
    parts = [b"BT 3 Tr"]
    for line in page.lines:
        frame = _frame(line, sheet, whole)
        parts += _row(line, sheet, frame, codes)
    parts.append(b"ET")
    return b"\n".join(parts)


def _row(line: Line, sheet: Sheet, frame: _Frame, codes: Codes) -> list[bytes]:
    cos, sin = math.cos(frame.angle), math.sin(frame.angle)
    ends = [_ends(word.glyphs, sheet, frame) for word in line.words]
    parts = [b"/F %.2f Tf" % frame.size]
    for place, (word, (start, end)) in enumerate(zip(line.words, ends, strict=True)):
        x, y = start * cos - frame.foot * sin, start * sin + frame.foot * cos
        text = fit(word.text)
        told = "".join(f"{codes(character):04X}" for character in text)
        stretch = _stretch(end - start, len(text), frame.size)
        parts.append(b"%.5f %.5f %.5f %.5f %.2f %.2f Tm" % (cos, sin, -sin, cos, x, y))
        parts.append(b"%.2f Tz <%b> Tj" % (stretch, told.encode()))
        is_last = place + 1 == len(ends)
        gap = frame.size / 4 if is_last else ends[place + 1][0] - end
        parts.append(b"%.2f Tz <%04X> Tj" % (_stretch(gap, 1, frame.size), codes(" ")))
    return parts


def _ends(glyphs: Sequence[Glyph], sheet: Sheet, frame: _Frame) -> tuple[float, float]:
    reaches = [frame.along(sheet.placed(glyph.box)) for glyph in glyphs]
    start, end = min(first for first, _ in reaches), max(last for _, last in reaches)
    return start, max(end, start + _LEAST)


def _stretch(width: float, count: int, size: float) -> float:
    """Return by how many percent so many characters are to be stretched to be that wide."""
    return 100 * max(width, _LEAST) / (count * size * ADVANCE / UNITS)


def _frame(line: Line, sheet: Sheet, whole: float | None) -> _Frame:
    places = [sheet.placed(glyph.box) for glyph in line.glyphs]
    angle = _angle(places, whole)
    across = [_reach(place, angle + math.pi / 2) for place in places]
    foot = median(low for low, _ in across)  # most letters stand on the line
    return _Frame(angle, foot, max(max(high for _, high in across) - foot, _LEAST))


def _reach(place: tuple[float, float, float, float], angle: float) -> tuple[float, float]:
    x, y, wide, high = place
    cos, sin = math.cos(angle), math.sin(angle)
    middle, half = x * cos + y * sin, math.hypot(wide * cos, high * sin)
    return middle - half, middle + half


def _angle(places: Sequence[tuple[float, float, float, float]], whole: float | None) -> float:
    """Return the direction of a row in radians, counter-clockwise.

    Short rows run as the page does (``whole``, clockwise degrees), where that is known.
    """
    x, y = (places[-1][axis] - places[0][axis] for axis in (0, 1))
    rough = math.atan2(y, x) if (x, y) != (0, 0) else 0.0
    if len(places) < _ENOUGH:
        if whole is not None:
            return -math.radians(whole)
        level = round(rough / (math.pi / 2)) * (math.pi / 2)
        return level if abs(rough - level) <= math.radians(_AXIS) else rough
    cos, sin = math.cos(rough), math.sin(rough)
    along = [x * cos + y * sin for x, y, *_ in places]
    off = [y * cos - x * sin for x, y, *_ in places]
    middle, mean = sum(along) / len(along), sum(off) / len(off)
    spread = sum((place - middle) ** 2 for place in along)
    rise = sum((a - middle) * (b - mean) for a, b in zip(along, off, strict=True))
    return rough + (math.atan2(rise, spread) if spread else 0.0)
