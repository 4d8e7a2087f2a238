"""What an answer does to letters that may be parted otherwise."""

from dataclasses import replace
from functools import partial

from ocrdesk.page.edits import set_correction
from ocrdesk.page.parting import Part, recut
from ocrdesk.services.review_queue import ProposedCut
from ocrdesk.ui.session import Edit


def cut_edit(cut: ProposedCut, character: str = "") -> Edit | None:
    """Return the edit that parts letters as proposed; a character is what they are as one letter.

    Where neither way makes them one it may be any of them, and there is no such edit.
    """
    parts = [Part(glyph.box, glyph.predictions) for glyph in cut.proposal.glyphs]
    replaced = cut.proposal.replaced
    if character and len(parts) == 1:
        parts = [replace(parts[0], label=character)]
    elif character and len(replaced) == 1:
        return partial(set_correction, glyph_id=replaced[0], character=character)
    elif character:
        return None
    return partial(recut, glyph_ids=replaced, parts=parts)
