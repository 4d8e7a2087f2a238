"""Every way one glyph can be changed: pure functions from a Page to a new Page and its Change.

Edits of several glyphs, of words, rows, the text and the whole page are made in the same way in
``several``, ``parting``, ``borders``, ``order``, ``retyping`` and ``turning``. Each returns the
page it was given, and a Change without glyphs, when there is nothing to do. All raise ``EditError``
for a glyph the page does not have.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.charset import is_mark
from ocrdesk.page.elements import Glyph, Page, Prediction
from ocrdesk.page.lookup import clipped_box, known_glyph
from ocrdesk.page.placement import inserted, is_still_in_place, removed


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: its name for the Edit menu, and the glyphs that look different now.

    ``glyph_ids`` may name glyphs that the edit removed. ``is_whole`` tells that the page itself
    changed, its size or which way it lies, be there glyphs on it or not; ``has_other_ink`` that its
    ink is found by other settings. ``readers`` names who read the page before and since, where it
    was read again.
    """

    name: str
    glyph_ids: frozenset[int]
    is_whole: bool = False
    has_other_ink: bool = False
    readers: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return self.is_whole or self.has_other_ink or bool(self.glyph_ids)


def together(changes: Sequence[Change]) -> Change:
    """Return several changes as one, called like the last of them."""
    ids = frozenset[int]().union(*(change.glyph_ids for change in changes))
    is_whole = any(change.is_whole for change in changes)
    has_other_ink = any(change.has_other_ink for change in changes)
    readers = [change.readers for change in changes if change.readers is not None]
    return Change(
        changes[-1].name,
        ids,
        is_whole=is_whole,
        has_other_ink=has_other_ink,
        readers=(readers[0][0], readers[-1][1]) if readers else None,
    )


NOTHING = Change("", frozenset())
"""What an edit did that had nothing to do."""


def label(character: str) -> str:
    """Return the character as a label: composed (NFC), one printable mark.

    Raises ``EditError`` for anything else, such as a space, a control key, two letters, or an
    accent alone: it would become part of the letter before it in a text.
    """
    composed = unicodedata.normalize("NFC", character)
    if not is_mark(composed):
        raise EditError(
            f"{character!r} cannot be the label of a letter.",
            advice="Type a single letter, digit or sign.",
        )
    return composed


def set_correction(page: Page, glyph_id: int, character: str) -> tuple[Page, Change]:
    """Give the glyph a character; it is confirmed from then on."""
    glyph = known_glyph(page, glyph_id)
    character = label(character)
    if glyph.correction == character:
        return page, NOTHING
    name = f"Confirm “{character}”" if glyph.character == character else f"Set “{character}”"
    return _changed(page, replace(glyph, correction=character), name)


def confirm(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Confirm the glyph as it was read; ``EditError`` if it never was."""
    glyph = known_glyph(page, glyph_id)
    if glyph.is_confirmed:
        return page, NOTHING
    if not glyph.predictions:
        raise EditError(
            "This letter has not been read yet.", advice="Type what it is, or read the page again."
        )
    return set_correction(page, glyph_id, glyph.character)


def clear_correction(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Take the correction away, so that the reading counts again."""
    glyph = known_glyph(page, glyph_id)
    if not glyph.is_confirmed:
        return page, NOTHING
    return _changed(page, replace(glyph, correction=None), f"Clear “{glyph.correction}”")


def delete(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Remove the glyph; a word or row it leaves empty goes with it."""
    glyph = known_glyph(page, glyph_id)
    change = Change(f"Delete “{glyph.character}”", frozenset({glyph_id}))
    return replace(page, lines=removed(page, {glyph_id})), change


def add_glyph(
    page: Page, box: BoundingBox, predictions: tuple[Prediction, ...] = ()
) -> tuple[Page, Change]:
    """Add a glyph in the row and word its box lies in; the Change names its new id.

    The box is clipped to the page; ``EditError`` if nothing of it lies on the page.
    """
    glyph = Glyph(page.next_glyph_id, clipped_box(page, box), predictions)
    change = Change("Add letter", frozenset({glyph.id}))
    return replace(page, lines=inserted(page, glyph)), change


def move_resize(
    page: Page,
    glyph_id: int,
    box: BoundingBox,
    *,
    predictions: tuple[Prediction, ...] | None = None,
) -> tuple[Page, Change]:
    """Give the glyph another box, clipped to the page, and what was read in it if that is known.

    It keeps its place in the text unless the box has passed a neighbour or left the row. A
    confirmed glyph keeps its predictions too, if it has any: one that was typed gets its first.
    """
    glyph = known_glyph(page, glyph_id)
    box = clipped_box(page, box)
    if box == glyph.box:
        return page, NOTHING
    is_moved = glyph.box.is_as_large_as(box)
    name = f"{'Move' if is_moved else 'Resize'} “{glyph.character}”"
    moved = with_box(glyph, box, predictions)
    if is_still_in_place(page, glyph_id, box):
        return _changed(page, moved, name)
    without = replace(page, lines=removed(page, {glyph_id}))
    lines = inserted(without, moved)
    return replace(page, lines=lines), Change(name, frozenset({glyph_id}))


def with_box(
    glyph: Glyph, box: BoundingBox, predictions: tuple[Prediction, ...] | None = None
) -> Glyph:
    """Return the glyph in another box, with what was read in that if it is known and counts."""
    if predictions is None or (glyph.is_confirmed and glyph.predictions):
        return replace(glyph, box=box)
    return replace(glyph, box=box, predictions=predictions, ink=(), reader=None)


def replace_predictions(
    page: Page, read: Iterable[Glyph], *, name: str = "Read again"
) -> tuple[Page, Change]:
    """Give glyphs what those of the same id in ``read`` were read as; nothing else of these counts.

    Confirmed glyphs are left exactly as they are.
    """
    touched: dict[int, Glyph] = {}
    for fresh in read:
        glyph = known_glyph(page, fresh.id)
        if not glyph.is_confirmed and glyph.predictions != fresh.predictions:
            touched[glyph.id] = replace(
                glyph, predictions=fresh.predictions, ink=fresh.ink, reader=fresh.reader
            )
    if not touched:
        return page, NOTHING
    return page.with_glyphs(touched), Change(name, frozenset(touched))


def _changed(page: Page, glyph: Glyph, name: str) -> tuple[Page, Change]:
    """Return the page with one glyph replaced by the one of the same id."""
    return page.with_glyph(glyph), Change(name, frozenset({glyph.id}))
