"""Pages of the project's own hand with drawings in place of some letters."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw

from ocrdesk import paths
from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.synthesis import PageSettings, SyntheticPage, synthesise_page

Strokes = tuple[tuple[tuple[float, float], ...], ...]

KNOT: Strokes = (
    (
        *((0.1, 0.5), (0.3, 0.1), (0.6, 0.4), (0.4, 0.9), (0.1, 0.6), (0.4, 0.3), (0.8, 0.5)),
        *((0.6, 0.9), (0.3, 0.7), (0.7, 0.1), (0.9, 0.6), (0.5, 0.8), (0.2, 0.2), (0.0, 0.8)),
    ),
)
GRID: Strokes = (
    *(((0.0, y / 3), (1.0, y / 3)) for y in range(4)),
    *(((x / 3, 0.0), (x / 3, 1.0)) for x in range(4)),
)
"""In letter heights: a line that nobody could read, and a window with nine panes."""

_INK = (40, 44, 60)
_PEN = 0.06  # letter heights


def written(lines: list[str], *, seed: int = 1) -> SyntheticPage:
    """Return a page with these lines in a hand of 60 pixels, not to be written to.

    The same page each time: drawing one takes five times as long as reading it.
    """
    return _written(tuple(lines), seed)


@lru_cache(maxsize=16)  # of 4 MB each
def _written(lines: tuple[str, ...], seed: int) -> SyntheticPage:
    settings = PageSettings(width=1400, height=900, neatness=0.8)
    page = synthesise_page(lines, np.random.default_rng(seed), settings)
    page.pixels.flags.writeable = False
    return page


def with_drawings(
    page: SyntheticPage, drawings: dict[str, Strokes]
) -> tuple[SourceImage, list[BoundingBox]]:
    """Return the page with drawings instead of some letters, and where these are."""
    picture = Image.fromarray(page.pixels)
    letters = [(c, box) for row in page.boxes for c, box in row if c in drawings]
    boxes = [_draw(picture, drawings[character], box) for character, box in letters]
    return image_from_array(np.asarray(picture), "drawings"), boxes


def _draw(picture: Image.Image, strokes: Strokes, box: BoundingBox) -> BoundingBox:
    """Paint paper over the box and draw in its middle, as high; return the drawing's box."""
    paper = picture.getpixel((box.left - 6, box.top - 6))
    draw = ImageDraw.Draw(picture)
    draw.rectangle(box.padded(3).as_tuple(), fill=paper)
    widest = max(x for stroke in strokes for x, _ in stroke)
    left = box.center[0] - widest * box.height / 2
    for stroke in strokes:
        points = [(left + x * box.height, box.top + y * box.height) for x, y in stroke]
        draw.line(points, fill=_INK, width=round(_PEN * box.height), joint="curve")
    right = round(left + widest * box.height)
    return BoundingBox(round(left), box.top, right, box.bottom)


def scattered(recognizer: Recognizer) -> Image.Image:
    """Return a sheet with rows of the sample page: level, on its side, aslant."""
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        page = picture.convert("RGB")
    lines = run(recognize(image_from_array(np.asarray(page), "sample"), recognizer)).page.lines
    sheet = Image.new("RGB", (1800, 1900), (238, 238, 234))
    for number, angle, place in ((0, 0, (600, 80)), (1, 90, (100, 300)), (2, 55, (800, 600))):
        cut = page.crop(lines[number].box.padded(14).as_tuple())
        bare = Image.fromarray(np.where(np.asarray(cut) < 150, np.asarray(cut), 238))
        kind = Image.Resampling.BICUBIC
        sheet.paste(bare.rotate(angle, kind, expand=True, fillcolor=(238, 238, 238)), place)
    return sheet
