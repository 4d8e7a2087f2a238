"""Samples of every depth and colour model become 8-bit grey or RGB, the only pixels read here."""

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]

SIDE_TO_JUDGE = 1500
"""Pixels of either side that are enough to tell bright ink from dark."""

_NEAREST = Image.Resampling.NEAREST
_WHITES = (255, 4095, 65535)  # what scanners call white in a 16- or 32-bit grey file


def decoded_pixels(image: Image.Image) -> Pixels:
    """Return the samples of a loaded Pillow image: uint8, (h, w) if grey, else (h, w, 3) RGB.

    They may be read-only. Transparency is laid on what :func:`ground_under` says. A palette of
    greys gives a grey image. Grey deeper than 8 bits is scaled by :func:`bytes_from_deep_grey`.
    """
    if image.mode.startswith(("I", "F")):
        return bytes_from_deep_grey(np.asarray(image))
    if image.has_transparency_data:
        image = _on_ground(image)
    if image.mode in {"1", "L"}:
        return np.asarray(_in_mode(image, "L"))
    pixels = np.asarray(_in_mode(image, "RGB"))
    return grey_if_colourless(pixels) if image.mode == "P" else pixels


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    """Return the image in that mode: itself where it is, of which Pillow would make a copy."""
    return image if image.mode == mode else image.convert(mode)


def ground_under(rgba: Pixels) -> int:
    """Return the grey to lay samples (h, w, 4) with straight alpha on: 255, white paper, or 0.

    Black is for bright ink alone, as drawing programs export it: nothing of that would be left on
    white. Where at least half of the picture is opaque, it brings its own paper.
    """
    alpha = rgba[..., 3].astype(np.float64)
    weight = float(alpha.sum())
    if weight == 0 or weight >= 127.5 * alpha.size:
        return 255
    brightness = float((luma(rgba[..., :3]) * alpha).sum()) / weight
    return 0 if brightness > 127.5 else 255


def _on_ground(image: Image.Image) -> Image.Image:
    """Return the image laid on its ground: mode L for grey with alpha, else RGB."""
    is_grey = image.mode in {"1", "L", "LA", "La"}
    layered = image.convert("RGBA")
    small = [min(side, SIDE_TO_JUDGE) for side in image.size]
    ground = ground_under(np.asarray(layered.resize((small[0], small[1]), _NEAREST)))
    paper = Image.new("RGBA", image.size, (ground, ground, ground, 255))
    paper.alpha_composite(layered)
    if image.mode in {"P", "PA"}:
        return Image.fromarray(grey_if_colourless(np.array(paper.convert("RGB"))))
    return paper.convert("L" if is_grey else "RGB")


def grey_if_colourless(pixels: Pixels) -> Pixels:
    """Return (h, w) where the three channels of (h, w, 3) are equal everywhere, else ``pixels``."""
    red = pixels[..., 0]
    if (red == pixels[..., 1]).all() and (red == pixels[..., 2]).all():
        return np.ascontiguousarray(red)
    return pixels


def bytes_from_deep_grey(samples: npt.NDArray[Any]) -> Pixels:
    """Scale integer or floating grey samples of a file (h, w) to uint8.

    Files do not say how bright white is, so the smallest usual depth that holds the brightest
    sample decides: 8, 12 or 16 bits, and 0..1 for floats. Samples outside all of these are
    stretched from their minimum to their maximum. NaN counts as the darkest sample.
    """
    values = samples.astype(np.float32)
    finite = np.isfinite(values)
    if not finite.any():
        return np.zeros(values.shape, np.uint8)
    low, high = float(values[finite].min()), float(values[finite].max())
    values = np.nan_to_num(values, copy=False, nan=low, posinf=high, neginf=low)
    whites = (1, *_WHITES) if samples.dtype.kind == "f" else _WHITES
    white = next((float(white) for white in whites if high <= white), None)
    if low < 0 or white is None:
        values -= low
        white = high - low or 1.0
    return _rounded(values * np.float32(255 / white))


def bytes_from_array(array: npt.NDArray[Any]) -> Pixels:
    """Return a private uint8 copy of samples that a program hands over, of whatever shape.

    bool: True is white; uint8: as is; uint16: the full range; floats: 0..1.
    Raises ``ValueError`` for other types and for floats outside 0..1.
    """
    if array.dtype == np.uint8:
        return np.array(array, order="C")
    if array.dtype == np.bool_:
        return array.astype(np.uint8, order="C") * np.uint8(255)
    if array.dtype.newbyteorder("=") == np.uint16:  # in any byte order
        return _rounded(array / np.float32(257))
    if array.dtype.kind != "f":
        raise ValueError(f"samples of type {array.dtype}")
    # Written so that NaN fails too.
    if not ((array >= 0) & (array <= 1)).all():
        raise ValueError("floating samples outside 0..1")
    return _rounded(array * 255)


def luma(pixels: Pixels) -> Pixels:
    """Return the grey picture (h, w) of grey or RGB pixels, by ITU-R BT.601 weights."""
    if pixels.ndim == 2:
        return pixels
    weights = np.array([0.299, 0.587, 0.114], np.float32)
    return _rounded(pixels.astype(np.float32) @ weights)


def _rounded(values: npt.NDArray[Any]) -> Pixels:
    pixels: Pixels = np.rint(values).astype(np.uint8, order="C")
    return pixels
