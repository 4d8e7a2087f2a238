"""Pictures turned by any angle about their middle, onto a canvas of a given size."""

import math

import numpy as np
from PIL import Image

from ocrdesk.formats.pixels import Pixels

_STRIP = 256  # rows: Pillow may hold the interpreter lock for as long as a call takes


def laid(pixels: Pixels, degrees: float, size: tuple[int, int]) -> Pixels:
    """Return a picture turned clockwise, its middle in the middle of ``size`` (width, height).

    Right angles lose nothing; other angles are interpolated (bicubic). What the picture does not
    reach gets the usual colour of its edges, so that no edge looks like writing. The result is
    read-only.
    """
    quarters = round(degrees / 90)
    rest = degrees - 90 * quarters
    turned = np.ascontiguousarray(np.rot90(pixels, -quarters))
    if rest or (turned.shape[1], turned.shape[0]) != size:
        turned = _interpolated(turned, rest, size)
    turned.flags.writeable = False
    return turned


def _interpolated(pixels: Pixels, degrees: float, size: tuple[int, int]) -> Pixels:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = pixels.shape[1] / 2, pixels.shape[0] / 2
    to_x, to_y = size[0] / 2, size[1] / 2
    fill = _edge_color(pixels)
    source = Image.fromarray(pixels)
    result = np.empty((size[1], size[0], *pixels.shape[2:]), np.uint8)
    for top in range(0, size[1], _STRIP):
        rows = min(_STRIP, size[1] - top)
        down = top - to_y
        matrix = (
            *(cos, sin, x - cos * to_x + sin * down),
            *(-sin, cos, y + sin * to_x + cos * down),
        )
        strip = source.transform(
            (size[0], rows),
            Image.Transform.AFFINE,
            matrix,
            Image.Resampling.BICUBIC,
            fillcolor=fill,
        )
        result[top : top + rows] = np.asarray(strip)
    return result


def _edge_color(pixels: Pixels) -> int | tuple[int, ...]:
    """Return the median of the outermost pixels, in each channel."""
    edges = [pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]
    middle = np.median(np.concatenate(edges), axis=0)
    if pixels.ndim == 2:
        return round(float(middle))
    return tuple(round(value) for value in middle.tolist())
