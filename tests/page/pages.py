"""Pages to edit in tests, and what has to hold of any page."""

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word


def read_as(character: str, probability: float = 0.8) -> tuple[Prediction, ...]:
    other = "Z" if character != "Z" else "2"
    return (Prediction(character, probability), Prediction(other, 1 - probability))


def page_of(*rows: str, slope: float = 0.0) -> Page:
    """Letters 20 wide and 30 high, 8 apart, 40 between words, rows 60 apart."""
    lines = []
    glyph_id = 0
    for row, text in enumerate(rows):
        x = 20
        words = []
        for word in text.split():
            glyphs = []
            for character in word:
                glyph_id += 1
                top = 40 + row * 60 + round(slope * x)
                box = BoundingBox(x, top, x + 20, top + 30)
                glyphs.append(Glyph(glyph_id, box, read_as(character)))
                x += 28
            words.append(Word(tuple(glyphs)))
            x += 32
        lines.append(Line(tuple(words)))
    return Page(900, 600, tuple(lines))


def assert_sound(page: Page) -> None:
    """Check what holds of every page, whatever was done to it."""
    ids = [glyph.id for glyph in page.glyphs]
    assert len(ids) == len(set(ids))
    assert all(line.words and all(word.glyphs for word in line.words) for line in page.lines)
    for glyph in page.glyphs:
        assert glyph.box.clipped(page.width, page.height) == glyph.box


def ids_of(page: Page, characters: str) -> list[int]:
    """Return the ids of the first glyphs of the page that read so."""
    return [next(g.id for g in page.glyphs if g.character == c) for c in characters]
