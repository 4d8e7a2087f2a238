"""Edits that part the ink of a row into other glyphs: split, merge, and both at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page.edits import Change, label
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.page.lookup import Run, clipped_box, known_glyph, known_run


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph to be: its box in pixels of the page, and what is known of it.

    ``predictions`` is empty for one that was not read yet; ``label`` is the character a person
    gave it, if one did.
    """

    box: BoundingBox
    predictions: tuple[Prediction, ...] = ()
    label: str | None = None


def halves(box: BoundingBox, x: int) -> tuple[BoundingBox, BoundingBox]:
    """Return what lies left of the upright line at ``x`` and what lies right of it.

    ``EditError`` if the line leaves a side without a pixel.
    """
    if not box.left < x < box.right:
        raise EditError("The line does not cross the letter.", advice="Move it into the box.")
    return replace(box, right=x), replace(box, left=x)


def split(page: Page, glyph_id: int, parts: Sequence[Part]) -> tuple[Page, Change]:
    """Put two or more parts in the place of a glyph, from left to right by their middles.

    The leftmost keeps the glyph's id. A correction of the glyph is dropped, since whoever splits
    it found it to be wrong. Boxes are clipped to the page; ``EditError`` for one that lies
    outside, and for fewer than two.
    """
    glyph = known_glyph(page, glyph_id)
    if len(parts) < 2:
        raise EditError("A letter is split into two or more.", advice="Draw a line through it.")
    return _parted(page, known_run(page, {glyph_id}), parts, f"Split “{glyph.character}”")


def split_at(
    page: Page,
    glyph_id: int,
    x: int,
    *,
    predictions: tuple[tuple[Prediction, ...], tuple[Prediction, ...]] = ((), ()),
) -> tuple[Page, Change]:
    """Split a glyph by an upright line at ``x``, the first pixel of the right part.

    ``predictions`` are those of the left and the right part. Raises what ``split`` and ``halves``
    raise.
    """
    boxes = halves(known_glyph(page, glyph_id).box, x)
    return split(page, glyph_id, list(map(Part, boxes, predictions)))


def merge(
    page: Page, glyph_ids: Collection[int], predictions: tuple[Prediction, ...] = ()
) -> tuple[Page, Change]:
    """Make one glyph of two or more that stand side by side in a row, with the box around all.

    The first in reading order gives its id. Spaces between them go. Corrections are dropped: they
    were said of other ink. ``EditError`` for fewer than two, for glyphs of different rows, and if
    others stand between them.
    """
    run = known_run(page, glyph_ids)
    if len(run.glyphs) < 2:
        raise EditError(
            "Only two or more letters can be merged.", advice="Select the ones beside it as well."
        )
    part = Part(enclosing(glyph.box for glyph in run.glyphs), predictions)
    return _parted(page, run, [part], f"Merge {_named(run)}")


def recut(page: Page, glyph_ids: Collection[int], parts: Sequence[Part]) -> tuple[Page, Change]:
    """Put parts in the place of glyphs that stand side by side in a row, as many as there may be.

    The general way of ``split`` and ``merge``, for proposals of other cuts: parts take the ids of
    the glyphs in order, and new ones after that. ``EditError`` if either is empty, for a box
    outside the page, for glyphs of different rows, and if others stand between them.
    """
    if not parts:
        raise EditError("A letter cannot become nothing.", advice="Delete it instead.")
    run = known_run(page, glyph_ids)
    return _parted(page, run, parts, f"Cut {_named(run)} anew")


def _named(run: Run) -> str:
    if len(run.glyphs) > 3:
        return f"{len(run.glyphs)} letters"
    return f"“{''.join(glyph.character for glyph in run.glyphs)}”"


def _parted(page: Page, run: Run, parts: Sequence[Part], name: str) -> tuple[Page, Change]:
    """Return the page with ``parts`` where the run was; words that it touched become one."""
    ids = [glyph.id for glyph in run.glyphs]
    fresh = [*ids, *range(page.next_glyph_id, page.next_glyph_id + len(parts))]
    boxed = [replace(part, box=clipped_box(page, part.box)) for part in parts]
    boxed.sort(key=lambda part: (part.box.center, part.box.as_tuple()))
    glyphs = [
        Glyph(number, part.box, part.predictions, None if part.label is None else label(part.label))
        for number, part in zip(fresh, boxed, strict=False)
    ]
    line = _with_run(page.lines[run.line], set(ids), glyphs)
    lines = (*page.lines[: run.line], line, *page.lines[run.line + 1 :])
    touched = frozenset((*ids, *(glyph.id for glyph in glyphs)))
    return replace(page, lines=lines), Change(name, touched)


def _with_run(line: Line, ids: Collection[int], glyphs: Sequence[Glyph]) -> Line:
    """Return the row with ``glyphs`` instead of those with the ids, which stand side by side."""
    places = [i for i, word in enumerate(line.words) if any(g.id in ids for g in word.glyphs)]
    first, last = places[0], places[-1]
    touched = [glyph for word in line.words[first : last + 1] for glyph in word.glyphs]
    start = next(i for i, glyph in enumerate(touched) if glyph.id in ids)
    word = Word((*touched[:start], *glyphs, *touched[start + len(ids) :]))
    return Line((*line.words[:first], word, *line.words[last + 1 :]))
