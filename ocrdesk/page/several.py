"""Edits of many glyphs at once, each one entry of the history."""

from collections.abc import Callable, Collection
from dataclasses import replace

from ocrdesk.errors import EditError
from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import (
    NOTHING,
    Change,
    clear_correction,
    confirm,
    delete,
    label,
    set_correction,
)
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.page.lookup import known_glyphs, named
from ocrdesk.page.placement import removed


def delete_all(page: Page, glyph_ids: Collection[int]) -> tuple[Page, Change]:
    """Remove the glyphs; words and rows they leave empty go with them."""
    glyphs = known_glyphs(page, glyph_ids)
    if len(glyphs) == 1:
        return delete(page, glyphs[0].id)
    after = replace(page, lines=removed(page, {glyph.id for glyph in glyphs}))
    return outcome(f"Delete {named(glyphs)}", page, after)


def set_corrections(page: Page, glyph_ids: Collection[int], character: str) -> tuple[Page, Change]:
    """Give all glyphs one character; they are confirmed from then on.

    ``EditError`` for what cannot be a label.
    """
    character = label(character)
    glyphs = known_glyphs(page, glyph_ids)
    changed = [glyph for glyph in glyphs if glyph.correction != character]
    if len(changed) == 1:
        return set_correction(page, changed[0].id, character)
    is_as_read = all(glyph.character == character for glyph in changed)
    name = f"Confirm {named(changed)}" if is_as_read else f"Set {named(changed)} to “{character}”"
    return _relabelled(page, changed, lambda _: character, name)


def confirm_all(page: Page, glyph_ids: Collection[int]) -> tuple[Page, Change]:
    """Confirm the glyphs as they were read; those that never were are left alone.

    ``EditError`` if none of them is confirmed then.
    """
    glyphs = known_glyphs(page, glyph_ids)
    read = [glyph for glyph in glyphs if glyph.predictions and not glyph.is_confirmed]
    if len(read or glyphs) == 1:
        return confirm(page, (read or glyphs)[0].id)
    if glyphs and not read and not any(glyph.is_confirmed for glyph in glyphs):
        raise EditError(
            "These letters have not been read yet.",
            advice="Type what they are, or read the page again.",
        )
    return _relabelled(page, read, lambda glyph: glyph.character, f"Confirm {named(read)}")


def clear_all(page: Page, glyph_ids: Collection[int]) -> tuple[Page, Change]:
    """Take the corrections of the glyphs away, so that their readings count again."""
    changed = [glyph for glyph in known_glyphs(page, glyph_ids) if glyph.is_confirmed]
    if len(changed) == 1:
        return clear_correction(page, changed[0].id)
    return _relabelled(page, changed, lambda _: None, f"Clear {named(changed)}")


def _relabelled(
    page: Page, glyphs: Collection[Glyph], correction: Callable[[Glyph], str | None], name: str
) -> tuple[Page, Change]:
    if not glyphs:
        return page, NOTHING
    changed = {glyph.id: replace(glyph, correction=correction(glyph)) for glyph in glyphs}
    return page.with_glyphs(changed), Change(name, frozenset(changed))
