"""Which letters a person should look at; the workbench orders them, this says which they are."""

from collections.abc import Sequence

from ocrdesk.page.elements import Glyph, Page


def is_doubtful(glyph: Glyph, *, below: float) -> bool:
    """Tell whether nobody confirmed the glyph and its probability is less than ``below``."""
    return not glyph.is_confirmed and glyph.probability < below


def doubtful_glyphs(page: Page, *, below: float) -> Sequence[Glyph]:
    """Return the glyphs to look at, in reading order."""
    return [glyph for glyph in page.glyphs if is_doubtful(glyph, below=below)]
