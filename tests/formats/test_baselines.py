"""The line that a row stands on, whatever hangs below it."""

import math
from random import Random

import pytest
from hypothesis import given

from ocrdesk.formats.baselines import baselines_of
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from tests.page.any_page import seeded


def row(text: str, *, rise: float = 0.0, low: str = "", left: int = 30) -> Line:
    """Letters 20 wide, 4 apart, standing on 100; those that are ``low`` reach 15 deeper."""
    glyphs = []
    for place, character in enumerate(text):
        start = left + 24 * place
        foot = round(100 - rise * (start + 10 - left)) + 15 * (character in low)
        box = BoundingBox(start, foot - 30, start + 20, foot)
        glyphs.append(Glyph(place + 1, box, (Prediction(character, 0.9),)))
    return Line((Word(tuple(glyphs)),))


def ends(line: Line, *others: Line) -> tuple[float, float] | None:
    """Return how far down the row's base line is at its ends."""
    (base, *_) = baselines_of(Page(2000, 1000, (line, *others)))
    return None if base is None else (base.at(line.box.left), base.at(line.box.right))


@pytest.mark.parametrize("text", ["HAND", "happy", "pygmy", "QUIET", "a, b; c"])
def test_letters_below_the_line_do_not_bend_it(text: str) -> None:
    text = text.replace(" ", "")
    assert ends(row(text, low="gjpqyQ,;")) == (100, 100)


def test_a_few_letters_that_were_misread_do_not_bend_it() -> None:
    assert ends(row("HAPPENING", low="PG")) == (100, 100)


@pytest.mark.parametrize("rise", [-0.2, 0.1, 0.3])
def test_it_rises_as_the_row_does(rise: float) -> None:
    line = row("HAND WRITING".replace(" ", "I") * 2, rise=rise)
    found = ends(line)
    assert found == pytest.approx((100, 100 - rise * line.box.width), abs=4)


def test_few_letters_stand_as_the_page_does() -> None:
    rising = row("HANDWRITING" * 2, rise=0.1)
    short = row("AB", low="B")  # by itself it would fall by half a letter's height
    found = ends(short, rising)
    assert found is not None
    assert (found[0] - found[1]) / short.box.width == pytest.approx(0.1, abs=0.02)
    assert ends(row("A")) == (100, 100)


def test_none_is_told_where_letters_do_not_tell_it() -> None:
    assert ends(row("-'\N{REPLACEMENT CHARACTER}")) is None
    upright = [
        Glyph(n, BoundingBox(30, 40 * n, 50, 40 * n + 30), (Prediction("A", 0.9),))
        for n in range(1, 7)
    ]
    assert ends(Line((Word(tuple(upright)),))) is None
    assert ends(Line((Word(tuple(reversed(row("HANDS").glyphs))),))) is None, "upside down"


def any_row(rng: Random) -> Line:
    """Letters and signs, more or less behind each other."""
    spread = rng.choice([5, 40, 300])
    glyphs = []
    for number in range(1, rng.randint(2, 10)):
        left = 400 + rng.choice([1, 12]) * number + rng.randint(-spread, spread)
        top = rng.randint(0, spread)
        box = BoundingBox(left, top, left + 20, top + rng.randint(1, 60))
        glyphs.append(Glyph(number, box, (Prediction(rng.choice("Ag,-j0"), 0.9),)))
    return Line((Word(tuple(glyphs)),))


@given(seeded())
def test_it_is_never_steep_nor_leaves_its_row_or_the_page(rng: Random) -> None:
    lines = tuple(any_row(rng) for _ in range(rng.randint(1, 3)))
    page = Page(1000, max(line.box.bottom for line in lines) + rng.choice([0, 0, 40]), lines)
    for line, base in zip(lines, baselines_of(page), strict=True):
        if base is None:
            continue
        assert abs(base.slope) <= math.tan(math.radians(30))
        stray = max(glyph.box.height for glyph in line.glyphs) / 2
        for down in (base.at(line.box.left), base.at(line.box.right)):
            assert -1e-6 < down < page.height + 1e-6
            assert line.box.top - stray - 1e-6 < down < line.box.bottom + stray + 1e-6


def test_none_is_told_where_letters_are_one_above_another() -> None:
    boxes = [BoundingBox(100 + n, 70 - 8 * n, 120 + n, 130 - 8 * n) for n in range(5)]
    glyphs = [Glyph(n, box, (Prediction("A", 0.9),)) for n, box in enumerate(boxes)]
    assert ends(Line((Word(tuple(glyphs)),))) is None


def test_it_ends_with_the_page() -> None:
    falling, dash = row("HANDS", rise=-0.3), row("-", left=150)  # it would fall to 142
    line = Line((*falling.words, *dash.words))
    (base,) = baselines_of(Page(2000, line.box.bottom, (line,)))
    assert base is not None
    assert base.at(line.box.right) == pytest.approx(line.box.bottom)
