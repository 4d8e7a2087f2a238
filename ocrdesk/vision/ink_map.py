"""Where ink is found on a picture, and what of it is left out: for a person to look at."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.ink_settings import InkSettings
from ocrdesk.vision.components import drop_clutter, letter_height
from ocrdesk.vision.layout import Layout, find_ink
from ocrdesk.vision.perspective import homography
from ocrdesk.vision.sheet import Sheet, find_sheet

PAPER, INK, LEFT_OUT = 0, 1, 2

_MOST_PIXELS = 4_000_000  # a screen shows no more of a page at once


@dataclass(frozen=True, slots=True)
class InkMap:
    """The ink of a picture by kinds.

    ``kinds`` (h, w) uint8, read-only, covers the whole picture: PAPER, INK that may be letters or
    parts of them, and ink LEFT_OUT as specks, lines or clutter. ``marks`` and ``left_out`` count
    connected pieces of either. ``bare`` is that ink without rows, to cut letters from.
    """

    kinds: npt.NDArray[np.uint8]
    marks: int
    left_out: int
    settings: InkSettings
    bare: Layout


def map_ink(pixels: npt.NDArray[np.uint8], settings: InkSettings) -> InkMap:
    """Return where the settings find ink on a picture (h, w) or (h, w, 3), as reading does.

    Ink is found on the picture as it stands, whichever way its rows run; a sheet that was
    photographed aslant is flattened first and its ink shown where it lies in the picture.
    """
    sheet = find_sheet(pixels)
    flat = pixels if sheet is None else sheet.flattened(pixels)
    ink, components = find_ink(flat, settings)
    height = letter_height(components)
    kept = drop_clutter(components, height)
    by_label = np.concatenate([[PAPER], np.where(kept, INK, LEFT_OUT)]).astype(np.uint8)
    kinds = _fitting(by_label[components.labels])
    if sheet is not None:
        kinds = _in_the_picture(kinds, sheet)
    kinds.setflags(write=False)
    marks = int(np.count_nonzero(kept))
    bare = Layout(ink, components, (), height, (flat.shape[1], flat.shape[0]), sheet=sheet)
    return InkMap(kinds, marks, len(components) - marks, ink.settings, bare)


def _fitting(kinds: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return the map reduced until it has no more pixels than a screen shows; ink wins."""
    step = int(np.ceil(np.sqrt(kinds.size / _MOST_PIXELS)))
    if step <= 1:
        return np.ascontiguousarray(kinds)
    height, width = (-(-side // step) for side in kinds.shape)
    padded = np.zeros((height * step, width * step), np.uint8)
    padded[: kinds.shape[0], : kinds.shape[1]] = kinds
    blocks = padded.reshape(height, step, width, step)
    ink = (blocks == INK).any(axis=(1, 3))
    return np.where(ink, INK, blocks.max(axis=(1, 3))).astype(np.uint8)


def _in_the_picture(kinds: npt.NDArray[np.uint8], sheet: Sheet) -> npt.NDArray[np.uint8]:
    """Return the map of a flattened sheet as the picture shows it."""
    scale = kinds.shape[1] / sheet.size[0]
    width, height = (max(1, round(side * scale)) for side in sheet.picture)
    corners = np.array([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)])
    on_picture = corners * (np.array(sheet.picture) / (width, height))
    matrix = homography(corners, sheet.forth(on_picture) * scale)
    coefficients = tuple((matrix / matrix[2, 2]).ravel()[:8].tolist())
    image = Image.fromarray(kinds).transform(
        (width, height), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.NEAREST
    )
    return np.array(image)
