"""Every way a page can be changed: pure functions from a Page to a new Page and its Change.

Each returns the page it was given, and a Change without glyphs, when there is nothing to do. All
raise ``EditError`` for a glyph the page does not have.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.page.placement import inserted, is_still_in_place, removed


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: its name for the Edit menu, and the glyphs that look different now.

    ``glyph_ids`` may name glyphs that the edit removed. It is empty if nothing changed.
    """

    name: str
    glyph_ids: frozenset[int]

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.glyph_ids)


def label(character: str) -> str:
    """Return the character as a label: composed (NFC), one printable mark.

    Raises ``EditError`` for anything else, such as a space, a control key or two letters.
    """
    composed = unicodedata.normalize("NFC", character)
    if len(composed) != 1 or composed.isspace() or not composed.isprintable():
        raise EditError(
            f"{character!r} cannot be the label of a letter.",
            advice="Type a single letter, digit or sign.",
        )
    return composed


def set_correction(page: Page, glyph_id: int, character: str) -> tuple[Page, Change]:
    """Give the glyph a character; it is confirmed from then on."""
    glyph = _glyph(page, glyph_id)
    character = label(character)
    if glyph.correction == character:
        return page, _nothing()
    name = f"Confirm “{character}”" if glyph.character == character else f"Set “{character}”"
    return _changed(page, replace(glyph, correction=character), name)


def confirm(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Confirm the glyph as it was read; ``EditError`` if it never was."""
    glyph = _glyph(page, glyph_id)
    if glyph.is_confirmed:
        return page, _nothing()
    if not glyph.predictions:
        raise EditError(
            "This letter has not been read yet.", advice="Type what it is, or read the page again."
        )
    return set_correction(page, glyph_id, glyph.character)


def clear_correction(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Take the correction away, so that the reading counts again."""
    glyph = _glyph(page, glyph_id)
    if not glyph.is_confirmed:
        return page, _nothing()
    return _changed(page, replace(glyph, correction=None), f"Clear “{glyph.correction}”")


def delete(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Remove the glyph; a word or row it leaves empty goes with it."""
    glyph = _glyph(page, glyph_id)
    change = Change(f"Delete “{glyph.character}”", frozenset({glyph_id}))
    return replace(page, lines=removed(page, glyph_id)), change


def add_glyph(
    page: Page, box: BoundingBox, predictions: tuple[Prediction, ...] = ()
) -> tuple[Page, Change]:
    """Add a glyph in the row and word its box lies in; the Change names its new id.

    The box is clipped to the page; ``EditError`` if nothing of it lies on the page.
    """
    glyph = Glyph(page.next_glyph_id, _on_page(page, box), predictions)
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
    confirmed glyph keeps its predictions too.
    """
    glyph = _glyph(page, glyph_id)
    box = _on_page(page, box)
    if box == glyph.box:
        return page, _nothing()
    same_size = (box.width, box.height) == (glyph.box.width, glyph.box.height)
    name = f"{'Move' if same_size else 'Resize'} “{glyph.character}”"
    moved = replace(glyph, box=box)
    if predictions is not None and not glyph.is_confirmed:
        moved = replace(moved, predictions=predictions, ink=())
    if is_still_in_place(page, glyph_id, box):
        return _changed(page, moved, name)
    without = replace(page, lines=removed(page, glyph_id))
    lines = inserted(without, moved)
    return replace(page, lines=lines), Change(name, frozenset({glyph_id}))


def replace_predictions(
    page: Page, read: Iterable[Glyph], *, name: str = "Read again"
) -> tuple[Page, Change]:
    """Give glyphs what those of the same id in ``read`` were read as; nothing else of these counts.

    Confirmed glyphs are left exactly as they are.
    """
    touched: dict[int, Glyph] = {}
    for fresh in read:
        glyph = _glyph(page, fresh.id)
        if not glyph.is_confirmed and glyph.predictions != fresh.predictions:
            touched[glyph.id] = replace(glyph, predictions=fresh.predictions, ink=fresh.ink)
    if not touched:
        return page, _nothing()
    lines = _mapped(page, lambda glyph: touched.get(glyph.id, glyph))
    return replace(page, lines=lines), Change(name, frozenset(touched))


def _nothing() -> Change:
    return Change("", frozenset())


def _glyph(page: Page, glyph_id: int) -> Glyph:
    if glyph_id not in page:
        raise EditError("This letter is no longer on the page.", advice="Select another one.")
    return page.glyph(glyph_id)


def _on_page(page: Page, box: BoundingBox) -> BoundingBox:
    clipped = box.clipped(page.width, page.height)
    if clipped is None:
        raise EditError("The box lies outside the page.", advice="Draw it on the page.")
    return clipped


def _changed(page: Page, glyph: Glyph, name: str) -> tuple[Page, Change]:
    """Return the page with one glyph replaced by the one of the same id."""
    return page.with_glyph(glyph), Change(name, frozenset({glyph.id}))


def _mapped(page: Page, transform: Callable[[Glyph], Glyph]) -> tuple[Line, ...]:
    """Return the rows with every glyph transformed; words and rows left as they were are shared."""
    return tuple(_line(line, transform) for line in page.lines)


def _line(line: Line, transform: Callable[[Glyph], Glyph]) -> Line:
    words = tuple(_word(word, transform) for word in line.words)
    changed = any(new is not old for new, old in zip(words, line.words, strict=True))
    return Line(words) if changed else line


def _word(word: Word, transform: Callable[[Glyph], Glyph]) -> Word:
    glyphs = tuple(transform(glyph) for glyph in word.glyphs)
    changed = any(new is not old for new, old in zip(glyphs, word.glyphs, strict=True))
    return Word(glyphs) if changed else word
