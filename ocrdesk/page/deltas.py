"""What tells two pages apart, small enough to keep for every keystroke and exact in both ways."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Reader, Word
from ocrdesk.page.stretches import differing_stretch

Predictions = tuple[Prediction, ...]
RowIds = tuple[tuple[int, ...], ...]
"""A row as the ids of its glyphs, word by word."""

_Value = TypeVar("_Value")
_FEW = 4  # glyphs that are replaced one by one, which keeps what is known of the page


@dataclass(frozen=True, slots=True)
class GlyphChange:
    """What differs about a glyph that both pages have: (before, after), or None where nothing."""

    id: int
    box: tuple[BoundingBox, BoundingBox] | None = None
    predictions: tuple[Predictions, Predictions] | None = None
    correction: tuple[str | None, str | None] | None = None
    ink: tuple[Predictions, Predictions] | None = None
    reader: tuple[Reader | None, Reader | None] | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """Neighbouring rows that became others; ``first`` counts the rows of the page before.

    Either side may be empty: rows that came, or went.
    """

    first: int
    before: tuple[RowIds, ...]
    after: tuple[RowIds, ...]


@dataclass(frozen=True, slots=True)
class PageDelta:
    """The way from one page to another, and back.

    ``glyphs`` are those on both pages that differ; ``added`` and ``removed`` are on one only.
    ``rows`` are in order and do not overlap, and leave out rows of the same glyphs in the same
    words. ``frame`` holds both pages without their rows, where more than the rows differs.
    """

    glyphs: tuple[GlyphChange, ...] = ()
    added: tuple[Glyph, ...] = ()
    removed: tuple[Glyph, ...] = ()
    rows: tuple[RowChange, ...] = ()
    frame: tuple[Page, Page] | None = None


def difference(before: Page, after: Page) -> PageDelta:
    """Return what leads from one page to the other.

    Equal rows at both ends are passed over, by identity where the pages share them, so that one
    letter among thousands costs hardly more than its own row.
    """
    first, end, new_end = differing_stretch(before.lines, after.lines, is_same=_is_same)
    old_rows, new_rows = before.lines[first:end], after.lines[first:new_end]
    shared = {id(line) for line in old_rows}.intersection(id(line) for line in new_rows)
    olds = {glyph.id: glyph for glyph in _glyphs(old_rows, without=shared)}
    news = {glyph.id: glyph for glyph in _glyphs(new_rows, without=shared)}
    frames = replace(before, lines=()), replace(after, lines=())
    return PageDelta(
        glyphs=tuple(
            _glyph_change(olds[glyph.id], glyph)
            for glyph in news.values()
            if glyph.id in olds and glyph is not olds[glyph.id] and glyph != olds[glyph.id]
        ),
        added=tuple(glyph for glyph in news.values() if glyph.id not in olds),
        removed=tuple(glyph for glyph in olds.values() if glyph.id not in news),
        rows=tuple(_row_changes(first, old_rows, new_rows)),
        frame=None if frames[0] == frames[1] else frames,
    )


def reverse(delta: PageDelta) -> PageDelta:
    """Return the way back."""
    rows, shift = [], 0
    for change in delta.rows:
        rows.append(RowChange(change.first + shift, change.after, change.before))
        shift += len(change.after) - len(change.before)
    return PageDelta(
        glyphs=tuple(_turned_round(change) for change in delta.glyphs),
        added=delta.removed,
        removed=delta.added,
        rows=tuple(rows),
        frame=None if delta.frame is None else (delta.frame[1], delta.frame[0]),
    )


def is_seen(delta: PageDelta) -> bool:
    """Tell whether a page is another than how sure its letters are: text, boxes, what was said."""
    if delta.added or delta.removed or delta.rows or delta.frame is not None:
        return True
    return any(map(_is_seen, delta.glyphs))


def _is_seen(change: GlyphChange) -> bool:
    if change.box is not None or change.correction is not None:
        return True
    if change.predictions is None:
        return False
    before, after = change.predictions
    return not (before and after) or before[0].character != after[0].character


def apply(page: Page, delta: PageDelta) -> Page:
    """Return the page at the other end of the delta; what did not change is shared.

    Raises ``EditError`` where the delta does not begin at this page.
    """
    _require(delta.frame is None or replace(page, lines=()) == delta.frame[0])
    changed = {change.id: _changed_glyph(page, change) for change in delta.glyphs}
    _require(len(changed) == len(delta.glyphs))
    if not delta.rows:
        _require(not delta.added and not delta.removed)
        result = _with_glyphs(page, changed)
    else:
        result = replace(page, lines=_with_rows(page, delta, changed))
    if delta.frame is not None:
        result = replace(delta.frame[1], lines=result.lines)
    return result


def _is_same(old: Line, new: Line) -> bool:
    """Tell whether rows are equal, quickly where they are shared or hold the same glyphs."""
    return old is new or old == new


def _glyphs(rows: Iterable[Line], *, without: set[int]) -> Iterator[Glyph]:
    """Yield the glyphs of the rows, except of those objects whose ``id`` is in ``without``."""
    for row in rows:
        if id(row) not in without:
            for word in row.words:
                yield from word.glyphs


def _row_changes(first: int, old: Sequence[Line], new: Sequence[Line]) -> Iterator[RowChange]:
    before, after = [_ids(line) for line in old], [_ids(line) for line in new]
    if before == after:
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield RowChange(
                first + start, tuple(before[start:end]), tuple(after[new_start:new_end])
            )


def _ids(line: Line) -> RowIds:
    return tuple([tuple([glyph.id for glyph in word.glyphs]) for word in line.words])


def _glyph_change(before: Glyph, after: Glyph) -> GlyphChange:
    return GlyphChange(
        after.id,
        box=changed_pair(before.box, after.box),
        predictions=changed_pair(before.predictions, after.predictions),
        correction=changed_pair(before.correction, after.correction),
        ink=changed_pair(before.ink, after.ink),
        reader=changed_pair(before.reader, after.reader),
    )


def changed_pair(before: _Value, after: _Value) -> tuple[_Value, _Value] | None:
    """Return a value before and after; None where it stays."""
    return None if before is after or before == after else (before, after)


def _turned_round(change: GlyphChange) -> GlyphChange:
    return GlyphChange(
        change.id,
        box=_swapped(change.box),
        predictions=_swapped(change.predictions),
        correction=_swapped(change.correction),
        ink=_swapped(change.ink),
        reader=_swapped(change.reader),
    )


def _swapped(pair: tuple[_Value, _Value] | None) -> tuple[_Value, _Value] | None:
    return None if pair is None else (pair[1], pair[0])


def _changed_glyph(page: Page, change: GlyphChange) -> Glyph:
    _require(change.id in page)
    glyph = page.glyph(change.id)
    return Glyph(
        glyph.id,
        box=_next(glyph.box, change.box),
        predictions=_next(glyph.predictions, change.predictions),
        correction=_next(glyph.correction, change.correction),
        ink=_next(glyph.ink, change.ink),
        reader=_next(glyph.reader, change.reader),
    )


def _next(value: _Value, pair: tuple[_Value, _Value] | None) -> _Value:
    if pair is None:
        return value
    _require(value is pair[0] or value == pair[0])
    return pair[1]


def _with_glyphs(page: Page, changed: Mapping[int, Glyph]) -> Page:
    """Return the page with glyphs replaced by those of the same id."""
    if len(changed) > _FEW:
        return page.with_glyphs(changed)
    for glyph in changed.values():
        page = page.with_glyph(glyph)
    return page


def _with_rows(page: Page, delta: PageDelta, changed: Mapping[int, Glyph]) -> tuple[Line, ...]:
    """Return the rows of the page with those of the delta in place of what was there."""
    _check_ids(page, delta)
    fresh = {**changed, **{glyph.id: glyph for glyph in delta.added}}
    kept = _with_glyphs(page, changed).lines
    lines: list[Line] = []
    place = 0
    for change in delta.rows:
        end = change.first + len(change.before)
        _require(place <= change.first and end <= len(page.lines))
        replaced = page.lines[change.first : end]
        _require(tuple(_ids(line) for line in replaced) == change.before)
        lines += kept[place : change.first]
        lines += (_line_of(ids, page, fresh) for ids in change.after)
        place = end
    return (*lines, *kept[place:])


def _line_of(ids: RowIds, page: Page, fresh: Mapping[int, Glyph]) -> Line:
    """Return the row of those glyphs, as in ``fresh`` or else as the page has them."""
    _require(bool(ids) and all(ids))
    return Line(
        tuple(
            Word(tuple(fresh[each] if each in fresh else page.glyph(each) for each in word))
            for word in ids
        )
    )


def _check_ids(page: Page, delta: PageDelta) -> None:
    """Raise ``EditError`` unless rows change exactly by the glyphs that are added and removed."""
    before = _all_ids(change.before for change in delta.rows)
    after = _all_ids(change.after for change in delta.rows)
    added = {glyph.id for glyph in delta.added}
    removed = {glyph.id for glyph in delta.removed}
    _require(all(glyph_id in page for glyph_id in before))
    _require(all(page.glyph(each.id) == each for each in delta.removed if each.id in page))
    _require(not any(glyph_id in page for glyph_id in added))
    _require(len(set(after)) == len(after) and len(added) == len(delta.added))
    _require(set(after) - set(before) == added and set(before) - set(after) == removed)


def _all_ids(sides: Iterable[tuple[RowIds, ...]]) -> list[int]:
    return [glyph_id for rows in sides for row in rows for word in row for glyph_id in word]


def _require(fits: bool) -> None:  # noqa: FBT001 - reads like an assertion
    if not fits:
        raise EditError(
            "This step of the history does not fit the page as it is now.",
            advice="The page stays as it is; go on from here.",
        )
