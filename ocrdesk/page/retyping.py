"""The text as an editor of the page: what a person typed is aligned with what was read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, groupby, pairwise

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import NOTHING, Change, label
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.gap_boxes import Slot, Surroundings, filled, parted, typed
from ocrdesk.page.lookup import known_line
from ocrdesk.page.new_rows import with_new_rows
from ocrdesk.page.text_alignment import SEPARATORS, Pair, align, find_kept
from ocrdesk.page.typed_text import Behind, behind_caret, tidied

_WIDEST = 1.6  # letter heights: what is wider is no single letter
_NARROWEST = 0.25  # letter heights: what is narrower is no letter beside others
_MOST = 4  # glyphs that may be the strokes of one letter, such as M or W


def retyped(
    page: Page, text: str, *, line: int | None = None, caret: int | None = None
) -> tuple[Page, Change]:
    """Let the page, or its row number ``line`` counted from 0, read as ``text`` does, ``tidied``.

    Rows that are in the text at another place have moved, and so have the words of a row. The rest
    of the text is aligned with what was there by the fewest changes. Glyphs whose character is
    another now are corrected, those left out are removed, all others are not touched, not even
    confirmed. Characters put in become confirmed glyphs without predictions, in boxes estimated
    from the gaps (``gap_boxes``). Several glyphs of a word that gave way to one character are
    merged unless they are wider than a letter, and one that gave way to several is split into
    equal parts if it is wide enough. Words and rows are parted and joined as the text has them.

    ``UNREADABLE`` put in becomes a glyph that was not read; put in the place of another character
    it confirms that the ink is none. ``caret`` is where the caret stands in ``text`` after typing:
    it tells which of two equal letters was put in or left out.

    ``EditError`` for characters put in that cannot be labels, for an unknown row, and for letters
    on a page without any, where nothing tells where a row might be.
    """
    after = page_retyped(page, text, line=line, caret=caret)
    return (page, NOTHING) if after is page else outcome("Edit text", page, after)


def page_retyped(
    page: Page, text: str, *, line: int | None = None, caret: int | None = None
) -> Page:
    """Return the page alone that `retyped` leads to."""
    first = 0 if line is None else line
    old = page.text if line is None else known_line(page, line).text
    if text == old:
        return page
    rows = old.splitlines(), tidied(text).splitlines()
    behind = None if caret is None else behind_caret(text, caret)
    made = _retyped_lines(page, first, *rows, behind)
    return replace(page, lines=(*page.lines[:first], *made, *page.lines[first + len(rows[0]) :]))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Rows between two that stayed, what they are to read, and those two or what tells as much.

    ``behind`` is how many characters of the text stand behind the caret, None without one.
    """

    lines: Sequence[Line]
    text: str
    behind: int | None
    above: Line | None
    below: Line | None


def _retyped_lines(
    page: Page, first: int, old: Sequence[str], rows: Sequence[str], behind: Behind | None
) -> list[Line]:
    """Return what becomes of the rows of the page from the ``first`` on that read as ``old``."""
    lines = page.lines[first : first + len(old)]
    in_place, moved = find_kept(old, rows, behind=None if behind is None else behind.rows)
    kept = {**in_place, **moved}
    made = {place: lines[number] for place, number in kept.items()}
    gone = set(range(len(old))) - set(kept.values())
    fresh = count(page.next_glyph_id)
    ends = [(-1, -1), *sorted(in_place.items()), (len(rows), len(old))]
    for (start, old_start), (end, old_end) in pairwise(ends):
        places = [place for place in range(start + 1, end) if place not in kept]
        if not places:
            continue
        beyond = None
        if behind is not None:
            beyond = max(behind.characters - sum(len(row) + 1 for row in rows[end:]), 0)
        above, below = page.lines[: first + old_start + 1], page.lines[first + old_end :]
        if not above and not below:  # where all rows have moved, any of them tells something
            below = page.lines
        stretch = _Stretch(
            [lines[number] for number in range(old_start + 1, old_end) if number in gone],
            "\n".join(rows[place] for place in places),
            beyond,
            above[-1] if above else None,
            below[0] if below else None,
        )
        made |= zip(places, _retyped_stretch(page, stretch, fresh), strict=True)
    return [made[place] for place in range(len(rows))]


def _retyped_stretch(page: Page, stretch: _Stretch, fresh: Iterator[int]) -> list[Line]:
    """Return the rows of the stretch as they are to read, made of its glyphs and ``fresh`` ones."""
    reordered = _reordered(stretch)
    if reordered is not None:
        return [reordered]
    old, new = _slots_of(stretch.lines), stretch.text
    pairs = align([slot.character for slot in old], new, behind=stretch.behind)
    boxes = partial(_other_boxes, page, old, pairs)
    around = Surroundings(page.width, page.height, boxes, fresh)
    slots = _retyped_slots(old, new, pairs, around)
    rows = [list(row) for is_row, row in groupby(slots, lambda s: s.character != "\n") if is_row]
    rows = [filled(row, around) if any(slot.glyph for slot in row) else row for row in rows]
    rows = with_new_rows(rows, around, above=stretch.above, below=stretch.below)
    known = {line.glyphs[0].id: line for line in stretch.lines}
    return [_line(row, known) for row in rows]


def _reordered(stretch: _Stretch) -> Line | None:
    """Return a row whose words only changed places, None if that is not all there is to it."""
    new = stretch.text.split(" ")
    if len(stretch.lines) != 1 or len(stretch.lines[0].words) != len(new):
        return None
    words = stretch.lines[0].words
    in_place, moved = find_kept([word.text for word in words], new)
    kept = {**in_place, **moved}
    if len(kept) < len(new):
        return None
    return Line(tuple(words[kept[place]] for place in range(len(new))))


def _slots_of(lines: Sequence[Line]) -> list[Slot]:
    """Return the characters of the rows with their glyphs, and the spaces and line breaks."""
    slots: list[Slot] = []
    for line in lines:
        between = "\n"
        for word in line.words:
            if slots:
                slots.append(Slot(between))
            slots += [Slot(glyph.character, glyph) for glyph in word.glyphs]
            between = " "
    return slots


def _other_boxes(page: Page, old: Sequence[Slot], pairs: Sequence[Pair]) -> list[BoundingBox]:
    """Return the boxes on the page but for those of glyphs that are left out."""
    gone = {
        glyph.id
        for pair in pairs
        if pair.new is None and pair.old is not None and (glyph := old[pair.old].glyph)
    }
    return [glyph.box for glyph in page.glyphs if glyph.id not in gone]


def _retyped_slots(
    old: Sequence[Slot], new: str, pairs: Sequence[Pair], around: Surroundings
) -> Iterator[Slot]:
    """Yield the characters of the new text, with glyphs where they stand for ones of before."""

    def is_kept(pair: Pair) -> bool:
        both = pair.old is not None and pair.new is not None
        return both and old[pair.old or 0].character == new[pair.new or 0]

    for kept, stretch in groupby(pairs, is_kept):
        places = list(stretch)
        if kept:
            yield from (old[pair.old] for pair in places if pair.old is not None)
            continue
        characters = [new[pair.new] for pair in places if pair.new is not None]
        for character in characters:
            if character not in SEPARATORS:
                label(character)
        gone = [old[pair.old] for pair in places if pair.old is not None]
        recut = _recut([slot.glyph for slot in gone], characters, around)
        yield from recut or _replaced(old, places, characters)


def _replaced(
    old: Sequence[Slot], pairs: Sequence[Pair], characters: Sequence[str]
) -> Iterator[Slot]:
    """Yield the characters one by one, glyphs that have one in their place corrected."""
    put_in = (pair for pair in pairs if pair.new is not None)
    for pair, character in zip(put_in, characters, strict=True):
        glyph = None if pair.old is None else old[pair.old].glyph
        yield Slot(character, glyph and replace(glyph, correction=character))


def _recut(
    glyphs: Sequence[Glyph | None], characters: Sequence[str], around: Surroundings
) -> list[Slot]:
    """Return several glyphs as one character or one as several, nothing where neither fits.

    None among the glyphs stands for a space or line break.
    """
    letters = [glyph for glyph in glyphs if glyph is not None]
    if len(letters) < len(glyphs) or not letters or set(SEPARATORS) & set(characters):
        return []
    box = enclosing(glyph.box for glyph in letters)
    if len(characters) == 1 and 1 < len(letters) <= _MOST and box.width <= _WIDEST * box.height:
        merged = Glyph(letters[0].id, box, correction=typed(characters[0]))
        return [Slot(characters[0], merged)]
    many = len(characters)
    if len(letters) == 1 < many and box.width >= many * _NARROWEST * box.height:
        boxes = parted(box, many, around)
        first = Glyph(letters[0].id, boxes[0], correction=typed(characters[0]))
        others = map(around.new_glyph, characters[1:], boxes[1:])
        return [Slot(c, glyph) for c, glyph in zip(characters, (first, *others), strict=True)]
    return []


def _line(row: Sequence[Slot], known: Mapping[int, Line]) -> Line:
    """Return the row as a Line: the one of before, by its first glyph's id, if it is the same."""
    parts = groupby(row, lambda slot: slot.character != " ")
    words = ([slot.glyph for slot in part if slot.glyph] for is_word, part in parts if is_word)
    line = Line(tuple(Word(tuple(word)) for word in words))
    old = known.get(line.words[0].glyphs[0].id)
    return old if old == line else line
