"""Takes what was read into clutter off the page: paper edges, print, pictures, lone strokes.

Only reading tells a barcode from a word: what holds hardly any letter, stands apart from all
writing and looks like no sign either is no part of a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ocrdesk.page.charset import Charset
from ocrdesk.services.row_costs import CHARACTER
from ocrdesk.services.row_reading import GlyphReading, RowsRead
from ocrdesk.vision.layout import Layout, LayoutWord

Floats = npt.NDArray[np.float64]

_STROKES = "1Ili"  # what a lone stroke is read as
_FEWEST = 4  # letters that tell how large a page is written
_FEW = 0.2  # share of letters up to which a stretch holds none
_APART = 3.0  # letter heights of free paper between stretches of a row
_TINY, _SMALL = 0.35, 0.6  # letter heights
_AT_EDGE = 0.06  # letter heights from the picture's edge
_FLAT = 0.3  # letter heights into the picture: what lies along its edge and goes no deeper is none
_TIGHT = 0.12  # letter heights between parts of one picture
_MOST_IN_PICTURE = 0.34  # share of letters up to which tight stretches are parts of a picture
_LEAST_OF_PICTURE = 3  # stretches, one above the other
_DUST = 3  # pixels of the source: no character fits in
_DUST_OF_PAGE = 0.005  # of the page's shorter side: a millimetre of a sheet


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """Neighbouring glyphs of a row, with what is known of them.

    ``boxes`` (n, 4) are on the page. ``is_letter`` (n,) tells letters and digits that are more
    than a stroke, ``is_stroke`` (n,) those that are one; ``is_sign`` (n,) what is unreadable.
    """

    glyphs: tuple[GlyphReading, ...]
    boxes: Floats
    is_letter: npt.NDArray[np.bool_]
    is_stroke: npt.NDArray[np.bool_]
    is_sign: npt.NDArray[np.bool_]

    @property
    def height(self) -> float:
        """Height of the highest glyph in pixels of the page."""
        return float((self.boxes[:, 3] - self.boxes[:, 1]).max())

    @property
    def letters(self) -> float:
        """Share of letters."""
        return float(self.is_letter.mean())


def without_clutter(read: RowsRead, charset: Charset) -> RowsRead:
    """Return what was read without stretches of rows that are no writing.

    A page on which hardly any letter was read is left as it is, unless all of it is dust: it may be
    signs.
    """
    layout = read.layout
    known = [_known(row, layout, charset) for row in read.rows]
    if all(_is_dust(row, layout.source_size) for row in known):
        return _without(read, {id(glyph) for row in known for glyph in row.glyphs})
    tall = [
        float(box[3] - box[1])
        for row in known
        for box, is_letter in zip(row.boxes, row.is_letter, strict=True)
        if is_letter
    ]
    if len(tall) < _FEWEST:
        return read
    height = float(np.median(tall))
    stretches = [part for row in known for part in _parted(row, _APART * height)]
    dropped = [part for part in stretches if _is_clutter(part, height, layout.source_size)]
    dropped += _pictures([part for part in stretches if part not in dropped], height)
    gone = {id(glyph) for part in dropped for glyph in part.glyphs}
    return _without(read, gone) if gone else read


def _known(row: Sequence[Sequence[GlyphReading]], layout: Layout, charset: Charset) -> _Stretch:
    glyphs = tuple(glyph for word in row for glyph in word)
    characters = [charset[int(glyph.weighed.argmax())] for glyph in glyphs]
    is_sign = np.array([g.is_unreadable and not g.is_quotation_mark for g in glyphs])
    is_read = np.array([glyph.share >= CHARACTER for glyph in glyphs]) & ~is_sign
    is_stroke = np.array([character in _STROKES for character in characters])
    is_letter = np.array([character.isalnum() for character in characters]) & ~is_stroke
    boxes = [layout.glyph_box(glyph.cluster).as_tuple() for glyph in glyphs]
    return _Stretch(
        glyphs, np.array(boxes, float), is_letter & is_read, is_stroke & is_read, is_sign
    )


def _is_dust(row: _Stretch, size: tuple[int, int]) -> bool:
    """Tell whether all marks of a row are smaller than anybody writes on a page of that size."""
    sides = row.boxes[:, 2:] - row.boxes[:, :2]
    return bool(sides.max() <= max(_DUST, _DUST_OF_PAGE * min(size)))


def _parted(row: _Stretch, gap: float) -> Iterator[_Stretch]:
    """Yield the stretches of a row between gaps wider than that."""
    apart = _distances(row.boxes[:-1], row.boxes[1:]) > gap
    for own in np.split(np.arange(len(row.glyphs)), np.flatnonzero(apart) + 1):
        yield _Stretch(
            tuple(row.glyphs[place] for place in own.tolist()),
            row.boxes[own],
            row.is_letter[own],
            row.is_stroke[own],
            row.is_sign[own],
        )


def _distances(first: Floats, second: Floats) -> Floats:
    """Return the free paper between boxes (n, 4) and (n, 4), along x or y, whichever is wider."""
    ahead = np.maximum(first[..., :2], second[..., :2])
    behind = np.minimum(first[..., 2:], second[..., 2:])
    result: Floats = (ahead - behind).max(axis=-1)
    return result


def _is_clutter(part: _Stretch, height: float, size: tuple[int, int]) -> bool:
    """Tell whether a stretch is no writing on a page with letters of that height."""
    lies = _lies_at_edge(part.boxes, _AT_EDGE * height, size)
    # The network may take anything for a letter; one that flat against the edge is cut off.
    is_flat = lies & ((part.boxes[:, 2:] - part.boxes[:, :2]).min(axis=1) < _FLAT * height)
    if (part.is_letter & ~is_flat).mean() > _FEW:
        return False
    is_at_edge = lies.mean() > 0.5
    if part.is_stroke.any():
        return bool(is_at_edge)
    # A drawing may be small; marks by themselves are none and mean nothing.
    return bool(is_at_edge) or part.height < (_TINY if part.is_sign.any() else _SMALL) * height


def _lies_at_edge(boxes: Floats, reach: float, size: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Tell which boxes (n, 4) touch the picture's edge with a side no shorter than the other."""
    width, height = size
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    beside = (boxes[:, 0] <= reach) | (boxes[:, 2] >= width - reach)
    across = (boxes[:, 1] <= reach) | (boxes[:, 3] >= height - reach)
    lies: npt.NDArray[np.bool_] = (beside & (tall >= wide)) | (across & (wide >= tall))
    return lies


def _pictures(parts: Sequence[_Stretch], height: float) -> list[_Stretch]:
    """Return stretches without letters that run into one another across rows, as print does.

    Rows of writing keep apart; a picture or barcode that was taken for rows has no room between.
    """
    weak = [part for part in parts if part.letters <= _MOST_IN_PICTURE]
    groups: list[list[_Stretch]] = []
    for part in weak:
        near = [group for group in groups if any(_touch(part, one, height) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append([part, *(one for group in near for one in group)])
    return [
        part
        for group in groups
        if len(group) >= _LEAST_OF_PICTURE
        for part in group
        if any(one.is_sign.any() for one in group)
    ]


def _touch(first: _Stretch, second: _Stretch, height: float) -> bool:
    between = _distances(first.boxes[:, None], second.boxes[None])
    return bool(between.min() <= _TIGHT * height)


def _without(read: RowsRead, gone: set[int]) -> RowsRead:
    """Return what was read without some glyphs; words and rows that are left empty go too."""
    rows, shaped = [], []
    for row, words in zip(read.layout.rows, read.rows, strict=True):
        kept = [[glyph for glyph in word if id(glyph) not in gone] for word in words]
        kept = [word for word in kept if word]
        if kept:
            rows.append(kept)
            clusters = (LayoutWord(tuple(glyph.cluster for glyph in word)) for word in kept)
            shaped.append(replace(row, words=tuple(clusters)))
    return RowsRead(replace(read.layout, rows=tuple(shaped)), rows)
