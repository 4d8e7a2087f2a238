"""A picture to draw figures on, without a display: lines, words and colours at any scale."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from ocrdesk.formats.presence import is_file

_FINER = 2  # drawn so much larger and shrunk, so that slanted lines are smooth
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ChartColors:
    """The colours of a figure, as ``#rrggbb``; ``lines`` in the order of the lines.

    The lines' hues are from Okabe and Ito's colour-blind-safe set ("Color Universal Design",
    2008); the lines also differ by their dashes and the shape of their marks. ``told`` writes the
    numbers of axes and bars as the reader's language does.
    """

    paper: str
    ink: str
    muted: str
    grid: str
    lines: tuple[str, ...]
    low: str
    high: str
    negative: str
    positive: str
    told: Callable[[str], str] = str


LIGHT_CHART = ChartColors(
    paper="#ffffff",
    ink="#1b1f27",
    muted="#596273",
    grid="#e3e6ec",
    lines=("#0072b2", "#d55e00", "#009e73", "#b0568c", "#a07800", "#3d9bd6", "#1b1f27"),
    low="#f4f5f8",
    high="#08306b",
    negative="#b35806",
    positive="#0a58a8",
)
DARK_CHART = ChartColors(
    paper="#15171d",
    ink="#e7eaf0",
    muted="#a1aabb",
    grid="#2c313c",
    lines=("#56b4e9", "#ff8f4a", "#3ccf9c", "#ea8fc6", "#f0d04a", "#8fa8ff", "#e7eaf0"),
    low="#1d2027",
    high="#9fd0ff",
    negative="#ff9a52",
    positive="#62b4ee",
)


@lru_cache(maxsize=64)
def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return Bitstream Vera, which reportlab brings: Pillow's own knows no umlaut and no arrow."""
    package = find_spec("reportlab")
    for folder in (package.submodule_search_locations or ()) if package is not None else ():
        path = Path(folder) / "fonts" / "Vera.ttf"
        if is_file(path):
            return ImageFont.truetype(path, size)
    return ImageFont.load_default(size=size)


class Canvas:
    """Draws in units of 1/``scale`` pixel; ``image`` gives what was drawn, smooth."""

    def __init__(self, width: float, height: float, colors: ChartColors, scale: float) -> None:
        self.width, self.height, self.colors = width, height, colors
        self._size = (max(1, round(width * scale)), max(1, round(height * scale)))
        self._unit = scale * _FINER
        large = (self._size[0] * _FINER, self._size[1] * _FINER)
        self._picture = Image.new("RGB", large, colors.paper)
        self._draw = ImageDraw.Draw(self._picture)

    def image(self) -> Image.Image:
        """Return the picture."""
        return self._picture.resize(self._size, Image.Resampling.BOX)

    def line(self, points: Sequence[Point], color: str, width: float = 1.0) -> None:
        """Draw a line through the points."""
        scaled = [self._scaled(point) for point in points]
        if len(scaled) > 1:
            self._draw.line(scaled, color, max(1, round(width * self._unit)), joint="curve")

    def dashed(
        self, points: Sequence[Point], color: str, width: float, dashes: tuple[float, float]
    ) -> None:
        """Draw a line through the points in dashes of these lengths, (ink, gap)."""
        left, is_ink = dashes[0], True
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            done = 0.0
            while done < length:
                step = min(left, length - done)
                if is_ink:
                    ends = [
                        (x0 + (x1 - x0) * share / length, y0 + (y1 - y0) * share / length)
                        for share in (done, done + step)
                    ]
                    self.line(ends, color, width)
                done, left = done + step, left - step
                if left <= 1e-9:
                    is_ink = not is_ink
                    left = dashes[0] if is_ink else dashes[1]

    def box(self, corner: Point, size: Point, fill: str, outline: str | None = None) -> None:
        """Fill a rectangle."""
        left, top = self._scaled(corner)
        right, bottom = self._scaled((corner[0] + size[0], corner[1] + size[1]))
        if right - left >= 1 and bottom - top >= 1:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill, outline)

    def mark(self, place: Point, shape: int, color: str, radius: float = 3.2) -> None:
        """Draw a small mark: a disc, a square, a triangle or a diamond by ``shape``."""
        x, y = self._scaled(place)
        r = radius * self._unit
        if shape % 4 == 0:
            self._draw.ellipse((x - r, y - r, x + r, y + r), color, self.colors.paper)
        elif shape % 4 == 1:
            self._draw.rectangle((x - r, y - r, x + r, y + r), color, self.colors.paper)
        elif shape % 4 == 2:
            self._draw.polygon([(x - r, y + r), (x + r, y + r), (x, y - r)], color)
        else:
            r *= 1.2
            self._draw.polygon([(x - r, y), (x, y - r), (x + r, y), (x, y + r)], color)

    def text(
        self,
        place: Point,
        words: str,
        *,
        size: float = 13.0,
        color: str | None = None,
        anchor: str = "la",
        weight: Literal["plain", "strong"] = "plain",
    ) -> None:
        """Write words; ``anchor`` as Pillow's, such as "mm" for their middle at the place."""
        self._draw.text(
            self._scaled(place),
            words,
            color or self.colors.ink,
            _font(size * self._unit),
            anchor,
            stroke_width=round(0.25 * self._unit) if weight == "strong" else 0,
        )

    def upright_text(self, place: Point, words: str, *, size: float, color: str) -> None:
        """Write words from below to above, their middle at the place."""
        font = _font(size * self._unit)
        left, top, right, bottom = font.getbbox(words)
        mask = Image.new("L", (round(right - left) + 4, round(bottom - top) + 4))
        ImageDraw.Draw(mask).text((2 - left, 2 - top), words, 255, font)
        turned = mask.transpose(Image.Transpose.ROTATE_90)
        x, y = self._scaled(place)
        corner = (round(x - turned.width / 2), round(y - turned.height / 2))
        self._picture.paste(Image.new("RGB", turned.size, color), corner, turned)

    def picture(self, corner: Point, size: Point, picture: Image.Image) -> None:
        """Draw another picture, its pixels as squares."""
        wide, high = (max(1, round(side * self._unit)) for side in size)
        place = self._scaled(corner)
        enlarged = picture.resize((wide, high), Image.Resampling.NEAREST)
        self._picture.paste(enlarged, (round(place[0]), round(place[1])))

    def text_width(self, words: str, *, size: float = 13.0) -> float:
        """Return how wide words come out."""
        return float(_font(size * self._unit).getlength(words)) / self._unit

    def _scaled(self, point: Point) -> Point:
        return point[0] * self._unit, point[1] * self._unit
