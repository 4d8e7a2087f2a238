"""The text as an editor of the page: what a person typed is aligned with what was read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, groupby

from ocrdesk.geometry import enclosing
from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import NOTHING, Change, label
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.gap_boxes import Slot, Surroundings, filled, parted, typed
from ocrdesk.page.lookup import known_line
from ocrdesk.page.new_rows import with_new_rows
from ocrdesk.page.text_alignment import SEPARATORS, Pair, align, common_ends
from ocrdesk.page.typed_text import behind_caret, tidied

_WIDEST = 1.6  # letter heights: what is wider is no single letter
_NARROWEST = 0.25  # letter heights: what is narrower is no letter beside others
_MOST = 4  # glyphs that may be the strokes of one letter, such as M or W


def retyped(
    page: Page, text: str, *, line: int | None = None, caret: int | None = None
) -> tuple[Page, Change]:
    """Let the page, or its row number ``line`` counted from 0, read as ``text`` does, ``tidied``.

    The text is aligned with what was there by the fewest changes. Glyphs whose character is
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
    first = 0 if line is None else line
    lines = page.lines if line is None else (known_line(page, line),)
    old_rows = [old.text for old in lines]
    if text == "\n".join(old_rows):
        return page, NOTHING
    rows = tidied(text).splitlines()
    behind = None if caret is None else behind_caret(text, caret)
    before, after = common_ends(old_rows, rows, None if behind is None else behind.rows)
    # Rows alike at both ends are left out: of a long page mostly one row is typed in.
    cut = len(rows) - after
    beyond = None
    if behind is not None:
        beyond = max(behind.characters - sum(len(row) + 1 for row in rows[cut:]), 0)
    span = slice(first + before, first + len(lines) - after)
    made = _retyped_lines(page, span, "\n".join(rows[before:cut]), beyond)
    made = (*page.lines[: span.start], *made, *page.lines[span.stop :])
    return outcome("Edit text", page, replace(page, lines=made))


def _retyped_lines(page: Page, span: slice, new: str, behind: int | None) -> tuple[Line, ...]:
    """Return what becomes of some rows of the page, by number, if ``new`` is their text.

    ``behind`` is how many of its characters stand behind the caret, None without one.
    """
    lines = page.lines[span]
    old = _slots_of(lines)
    pairs = align([slot.character for slot in old], new, behind=behind)
    around = _surroundings(page, old, pairs)
    slots = _retyped_slots(old, new, pairs, around)
    rows = [list(row) for is_row, row in groupby(slots, lambda s: s.character != "\n") if is_row]
    rows = [filled(row, around) if any(slot.glyph for slot in row) else row for row in rows]
    above, below = page.lines[: span.start][-1:], page.lines[span.stop :][:1]
    rows = with_new_rows(rows, around, above=next(iter(above), None), below=next(iter(below), None))
    known = {line.glyphs[0].id: line for line in lines}
    return tuple(_line(row, known) for row in rows)


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


def _surroundings(page: Page, old: Sequence[Slot], pairs: Sequence[Pair]) -> Surroundings:
    """Return what is filled in where: the page without the glyphs that are left out."""
    gone = {
        glyph.id
        for pair in pairs
        if pair.new is None and pair.old is not None and (glyph := old[pair.old].glyph)
    }
    boxes = [glyph.box for glyph in page.glyphs if glyph.id not in gone]
    return Surroundings(page.width, page.height, boxes, count(page.next_glyph_id))


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
