"""Pages with all that exports have trouble with."""

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, ProcessingStep, Reader, Word

HOSTILE = ("&<>\"']", "Äß€", "\N{GRINNING FACE}\N{REPLACEMENT CHARACTER}", "\x00\x1b\ud800\n")
SHOWN = (*HOSTILE[:3], "\N{REPLACEMENT CHARACTER}" * 4)  # controls and half characters are not


def word(start: int, text: str, *, left: int, top: int = 20, confirmed: bool = False) -> Word:
    """Letters 20 wide and 30 high, 4 apart, each with a probability of 0.8756."""
    glyphs = []
    for place, character in enumerate(text):
        box = BoundingBox(left + 24 * place, top, left + 24 * place + 20, top + 30)
        predictions = (Prediction(character, 0.8756), Prediction("#", 0.1244))
        correction = character if confirmed else None
        reader = Reader("print36")
        glyphs.append(Glyph(start + place, box, predictions, correction, reader=reader))
    return Word(tuple(glyphs))


def hostile_page() -> Page:
    """A row for each hostile word, with a harmless, confirmed one behind it."""
    lines = []
    for row, text in enumerate(HOSTILE):
        top = 20 + 60 * row
        first = word(100 * row + 1, text, left=30, top=top)
        lines.append(Line((first, word(100 * row + 50, "OK", left=400, top=top, confirmed=True))))
    steps = (ProcessingStep("ink", (("window", "31--<&>"), ("dark", "yes"))),)
    return Page(640, 480, tuple(lines), 'a "b" & <c> caf\udce9.png', steps=steps)


def plain_page(*rows: str, source: str = "scan.png", page_number: int = 0) -> Page:
    """Rows of words."""
    lines, number = [], 1
    for row, text in enumerate(rows):
        words, left = [], 30
        for part in text.split():
            words.append(word(number, part, left=left, top=20 + 60 * row))
            number, left = number + len(part), left + 24 * len(part) + 30
        lines.append(Line(tuple(words)))
    return Page(640, 480, tuple(lines), source, page_number=page_number)
