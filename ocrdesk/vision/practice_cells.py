"""The ink in every cell of a practice sheet: found as pages' ink is, without printed lines."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.components import Components, find_components
from ocrdesk.vision.patches import Ink
from ocrdesk.vision.practice_flattening import FlatPage
from ocrdesk.vision.practice_page import SPARE, PracticePage
from ocrdesk.vision.preprocess import Contrast, InkImage, with_contrast

_LINE = 0.45  # millimetres to both sides of a box's outline where its line may be
_CORE = 0.12  # millimetres to both sides where it surely is
_OVER_LINE = 1.6  # times as dark as lines are: ink that crosses one
_LEAST = 0.1  # square millimetres of ink: less is a speck of dust
_PART = 0.25  # of the pen's width squared: less beside a letter is no dot of it
_BLACKENED = 0.5  # of a box full of ink: struck out
_OWN = 0.15  # share of a stroke that lies in a box at least if it belongs there
_REACH = 0.8  # of a box's height: over which a pen is expected to keep its darkness


class CellDoubt(enum.Enum):
    """Why what is in a cell may not be the letter that was asked for."""

    NONE = "none"
    EMPTY = "empty"
    OVERFLOWING = "overflowing"
    BLACKENED = "blackened"


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """What a cell holds: its ink (h, w), 255 on 0, as it stands, and where.

    ``outline`` (4, 2) are the corners of its ink in the photo, clockwise, or those of the printed
    box where the cell is empty.
    """

    character: str
    ink: Ink
    doubt: CellDoubt
    outline: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in pixels of the flattened page: its printed box, and all that is looked at."""

    box: BoundingBox
    window: BoundingBox


def cut_cells(page: PracticePage, flat: FlatPage) -> tuple[Cell, ...]:
    """Return the cells of a flattened page, in reading order."""
    height, width = flat.contrast.shape
    places = [_place(page, flat, cell, (width, height)) for cell in range(len(page.asked))]
    bare = _without_print(flat, places)
    empty = InkImage(bare, np.zeros(bare.shape, bool), 1.0, is_inverted=False, noise=flat.noise)
    reach = round(_REACH * places[0].box.height)
    components = find_components(with_contrast(empty, bare, reach=reach))
    owned = _owned(components, places)
    return tuple(
        _cell(character, components, members, place, flat)
        for character, members, place in zip(page.asked, owned, places, strict=True)
    )


def _place(page: PracticePage, flat: FlatPage, cell: int, size: tuple[int, int]) -> _Place:
    x, y = flat.bend[cell].tolist()
    area = page.box(cell)
    boxes = []
    for grown in (area, area.grown(*SPARE)):
        left, right = (round((edge + x) * flat.scale) for edge in (grown.left, grown.right))
        top, bottom = (round((edge + y) * flat.scale) for edge in (grown.top, grown.bottom))
        box = BoundingBox(left, top, right, bottom).clipped(*size)
        boxes.append(box or BoundingBox(0, 0, 1, 1))
    return _Place(*boxes)


def _without_print(flat: FlatPage, places: Sequence[_Place]) -> Contrast:
    """Return the contrast in the cells alone, where lines are only if ink crosses them."""
    bare = np.zeros_like(flat.contrast)
    wide, core = (max(1, round(reach * flat.scale)) for reach in (_LINE, _CORE))
    values = [flat.contrast[_slices(p.window)][_frame(p, core)] for p in places]
    line = float(np.percentile(np.concatenate(values), 75)) if values else 0.0
    for place in places:
        part = flat.contrast[_slices(place.window)].copy()
        part[_frame(place, wide) & (part < _OVER_LINE * line)] = 0.0
        bare[_slices(place.window)] = part
    return bare


def _slices(box: BoundingBox) -> tuple[slice, slice]:
    return slice(box.top, box.bottom), slice(box.left, box.right)


def _frame(place: _Place, reach: int) -> npt.NDArray[np.bool_]:
    """Return which pixels of a window (h, w) are so near to the printed outline."""
    box, window = place.box, place.window
    down = np.arange(window.top, window.bottom)[:, None] + 0.5
    across = np.arange(window.left, window.right)[None, :] + 0.5
    outside = np.maximum(
        np.maximum(box.left - across, across - box.right),
        np.maximum(box.top - down, down - box.bottom),
    )
    return np.asarray(np.abs(outside) <= reach)


def _owned(components: Components, places: Sequence[_Place]) -> list[list[int]]:
    """Return the components of each cell: those in its window that reach into its box."""
    owned = []
    for place in places:
        labels = components.labels[_slices(place.box)]
        counts = np.bincount(labels.ravel(), minlength=len(components) + 1)[1:]
        owned.append(np.flatnonzero(counts > _OWN * components.areas).tolist())
    return owned


def _cell(
    character: str, components: Components, members: list[int], place: _Place, flat: FlatPage
) -> Cell:
    kept = _written(components, members, flat.scale)
    if not kept:
        outline = flat.in_picture(_corners(place.box))
        return Cell(character, np.zeros((1, 1), np.uint8), CellDoubt.EMPTY, outline)
    boxes = components.boxes[kept]
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    box = BoundingBox(*low.tolist(), *high.tolist())
    mask = np.isin(components.labels[_slices(box)], np.array(kept) + 1)
    ink = mask.astype(np.uint8) * np.uint8(255)
    outline = flat.in_picture(_corners(box))
    return Cell(character, ink, _doubt(components, kept, box, place), outline)


def _written(components: Components, members: list[int], scale: float) -> list[int]:
    """Return the components that are a letter or parts of it, without specks."""
    if not members:
        return []
    areas = components.areas[members]
    main = members[int(areas.argmax())]
    if components.areas[main] < _LEAST * scale**2:
        return []
    pen = float(components.pens[main])
    return [one for one in members if components.areas[one] >= _PART * pen**2]


def _doubt(components: Components, kept: list[int], box: BoundingBox, place: _Place) -> CellDoubt:
    """Return what is wrong with the ink of a cell."""
    window = place.window
    inside = components.labels[_slices(place.box)]
    share = np.isin(inside, np.array(kept) + 1).mean()
    if share >= _BLACKENED:
        return CellDoubt.BLACKENED
    touches = (
        box.left <= window.left
        or box.top <= window.top
        or box.right >= window.right
        or box.bottom >= window.bottom
    )
    return CellDoubt.OVERFLOWING if touches else CellDoubt.NONE


def _corners(box: BoundingBox) -> npt.NDArray[np.float64]:
    left, top, right, bottom = box.as_tuple()
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], float)
