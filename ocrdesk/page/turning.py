"""Turns a page with everything read on it, as its image was turned.

The image is taken to be turned about its middle onto a canvas that holds all of it, which is what
``Image.rotate(-degrees, expand=True)`` of Pillow makes. The middle of the page comes to lie in the
middle of the new one.
"""

import math
from dataclasses import replace

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Page

_DECIMALS = 6  # of a degree: so many turns add up without a trace of rounding


def turned(
    page: Page, degrees: float, *, size: tuple[int, int] | None = None
) -> tuple[Page, Change]:
    """Turn the page clockwise by any angle, with its rows, words and corrections kept.

    ``size`` (width, height) is that of the turned image where it is not ``turned_size``: of one
    made anew from a source that lay aslant before, about the same middle.

    Multiples of 90 degrees move every box exactly. For other angles a glyph gets the box around
    its turned ellipse, the ellipse being the one that its box encloses. That keeps the box's
    diagonal, so boxes never grow however often a page is turned, and cuts off no more than
    corners, where letters have little ink. The box around the four turned corners grows each time:
    a square of 100 pixels to 117 when turned by 5 degrees and back. What is lost is how wide a
    letter is to its height: turned by 45 degrees every box is a square. Fitting it to the ink
    again takes the image.

    ``rotation`` of the page grows by the angle modulo 360, in millionths of a degree.
    ``EditError`` for an angle that is not a finite number.
    """
    if not math.isfinite(degrees):
        raise EditError("The page cannot be turned by that.", advice="Give an angle in degrees.")
    rotation = round((page.rotation + degrees) % 360, _DECIMALS) % 360
    canvas = size or turned_size(page.width, page.height, degrees)
    if degrees % 360 == 0 and canvas == (page.width, page.height):
        return page, NOTHING
    glyphs = {
        glyph.id: replace(glyph, box=_turned_box(glyph.box, page, degrees, canvas))
        for glyph in page.glyphs
    }
    after = replace(page.with_glyphs(glyphs), width=canvas[0], height=canvas[1], rotation=rotation)
    return after, Change(_name(degrees), frozenset(glyphs), is_whole=True)


def turned_size(width: int, height: int, degrees: float) -> tuple[int, int]:
    """Return (width, height) of an image of that size in pixels turned clockwise by the angle.

    They are Pillow's to the pixel (``Image.rotate`` with ``expand``, up to 13.0): swapped or kept
    for multiples of 90 degrees, else the distance between the whole pixels around the corners,
    rounded outwards.
    """
    angle = -degrees % 360.0
    if angle in {0.0, 180.0}:
        return width, height
    if angle in {90.0, 270.0}:
        return height, width
    # The same sums in the same order as Pillow's, because a last bit can decide about a pixel.
    cos, sin = _cos_sin(-angle)
    x0 = cos * (-width / 2.0) + sin * (-height / 2.0) + width / 2.0
    y0 = -sin * (-width / 2.0) + cos * (-height / 2.0) + height / 2.0
    corners = [(0, 0), (width, 0), (width, height), (0, height)]
    xs = [cos * x + sin * y + x0 for x, y in corners]
    ys = [-sin * x + cos * y + y0 for x, y in corners]
    return (
        math.ceil(max(xs)) - math.floor(min(xs)),
        math.ceil(max(ys)) - math.floor(min(ys)),
    )


def _cos_sin(degrees: float) -> tuple[float, float]:
    """Return cosine and sine to 15 decimals, which makes them exact for right angles."""
    angle = math.radians(degrees)
    return round(math.cos(angle), 15), round(math.sin(angle), 15)


def _turned_box(
    box: BoundingBox, page: Page, degrees: float, canvas: tuple[int, int]
) -> BoundingBox:
    cos, sin = _cos_sin(degrees % 360)
    x, y = box.center[0] - page.width / 2, box.center[1] - page.height / 2
    middle = cos * x - sin * y + canvas[0] / 2, sin * x + cos * y + canvas[1] / 2
    width = math.hypot(box.width * cos, box.height * sin)
    height = math.hypot(box.width * sin, box.height * cos)
    left, right = _edges(middle[0], width, canvas[0])
    top, bottom = _edges(middle[1], height, canvas[1])
    return BoundingBox(left, top, right, bottom)


def _edges(middle: float, length: float, limit: int) -> tuple[int, int]:
    """Return the first and the last whole pixel but one of a stretch, pushed inside the page.

    Rounding to the nearest pixel neither grows nor shrinks boxes in the mean.
    """
    size = min(max(math.floor(length + 0.5), 1), limit)
    first = math.floor(middle - size / 2 + 0.5)
    first = min(max(first, 0), limit - size)
    return first, first + size


def _name(degrees: float) -> str:
    """Return the name of the turn by the shorter way."""
    angle = degrees % 360
    if angle > 180:
        return f"Turn left by {360 - angle:g}°"
    return f"Turn right by {angle:g}°" if angle < 180 else "Turn upside down"
