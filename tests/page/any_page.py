"""Pages of every kind for property tests, and a large one like those that people read.

Drawn from a seed, so that a thousand of them take no time; hypothesis shrinks their size.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random
from typing import TypeVar

import numpy as np
from hypothesis import strategies as st

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, ProcessingStep, Reader, Word

_Item = TypeVar("_Item")
_CODES = (0, 10, 34, 65, 92, 0x301, 0x7FF, 0xD800, 0xDBFF, 0xDC00, 0xDCE9, 0xFFFD, 0x1F600)
_CHARACTERS = ('"', "A", "\\", "\xe9", "\u07ff", "\ufffd", "\U0001f600")
_READERS = (None, Reader("print36"), Reader("Ann \udc80", "print36", 34), Reader("Ann", "", 0))
_FLOATS = (0.0, 1.0, 5e-324, 1 - 2**-53, 1 / 3, float(np.float32(1 / 3)), 2**-24)


def pages() -> st.SearchStrategy[Page]:
    """Pages of up to nine glyphs, anyhow parted into words and rows."""
    return st.builds(_page, st.integers(0, 9), seeded())


def pairs() -> st.SearchStrategy[tuple[Page, Page]]:
    """A page, and what an edit of some kind may have made of it."""
    return st.builds(lambda page, rng: (page, following(page, rng)), pages(), seeded())


def seeded() -> st.SearchStrategy[Random]:
    """Chance that can be had again."""
    return st.integers(0, 10**9).map(chance)


def chance(seed: int) -> Random:
    """Return chance that is the same each time."""
    return Random(seed)  # noqa: S311 - guards no secret


def following(page: Page, rng: Random) -> Page:
    """Return a page that an edit may have made of this one; unlikely ones too."""
    kind = rng.choice(["same", "glyph", "rows", "parts", "frame", "other"])
    if kind == "glyph" and page.glyphs:
        glyph_id = rng.choice(page.glyphs).id
        return page.with_glyph(_glyph(glyph_id, rng))
    if kind == "rows":
        return replace(page, lines=tuple(_shuffled(page.lines, rng)))
    if kind == "parts":
        first = page.next_glyph_id
        marks = [*page.glyphs, *(_glyph(first + more, rng) for more in range(rng.randrange(3)))]
        return replace(page, lines=_rows(_shuffled(marks, rng), rng))
    if kind == "frame":
        return replace(_page(0, rng), lines=page.lines)
    return _page(rng.randrange(9), rng) if kind == "other" else page


def _page(count: int, rng: Random) -> Page:
    ids = rng.sample(range(40), count)
    steps = tuple(
        ProcessingStep(_text(rng), tuple((_text(rng), _text(rng)) for _ in range(rng.randrange(3))))
        for _ in range(rng.randrange(3))
    )
    return Page(
        rng.randrange(1, 9000),
        rng.randrange(1, 9000),
        _rows([_glyph(glyph_id, rng) for glyph_id in ids], rng),
        _text(rng),
        rng.choice([0.0, 90.0, -1e-300, rng.gauss(0, 180)]),
        steps,
        rng.randrange(500),
    )


def _rows(marks: list[Glyph], rng: Random) -> tuple[Line, ...]:
    rows: list[list[list[Glyph]]] = []
    for glyph in marks:
        kind = rng.randrange(3) if rows else 0
        if kind == 0:
            rows.append([[glyph]])
        elif kind == 1:
            rows[-1].append([glyph])
        else:
            rows[-1][-1].append(glyph)
    return tuple(Line(tuple(Word(tuple(word)) for word in row)) for row in rows)


def _glyph(glyph_id: int, rng: Random) -> Glyph:
    left, top = rng.randrange(-50, 9000), rng.randrange(-50, 9000)
    width, height = rng.randrange(1, 300), rng.randrange(1, 300)
    return Glyph(
        glyph_id,
        BoundingBox(left, top, left + width, top + height),
        _predictions(rng),
        rng.choice(_CHARACTERS) if rng.randrange(2) else None,
        _predictions(rng),
        rng.choice(_READERS),
    )


def _predictions(rng: Random) -> tuple[Prediction, ...]:
    return tuple(
        Prediction(rng.choice(_CHARACTERS), rng.choice([*_FLOATS, rng.random()]))
        for _ in range(rng.randrange(4))
    )


def _text(rng: Random) -> str:
    return "".join(map(chr, rng.choices(_CODES, k=rng.randrange(3))))


def _shuffled(items: Sequence[_Item], rng: Random) -> list[_Item]:
    """Return the items in any order, without a few of them."""
    return rng.sample(items, len(items))[rng.randrange(3) :]


@cache
def large_page(count: int = 3000, *, classes: int = 62) -> Page:
    """Return a page of as many letters, 5 to a word and 50 to a row, read as a network reads."""
    rng = np.random.default_rng(count)
    characters = [chr(code) for code in range(33, 33 + classes)]
    shares = rng.dirichlet(np.full(classes, 0.1), 2 * count).astype(np.float32)
    said = [tuple(map(Prediction, characters, row)) for row in np.sort(shares)[:, ::-1].tolist()]
    marks = [
        Glyph(
            number + 1,
            BoundingBox(x := 40 * (number % 50), 60, x + 30, 100),
            said[2 * number],
            ink=said[2 * number + 1],
        )
        for number in range(count)
    ]
    words = [Word(tuple(marks[start : start + 5])) for start in range(0, count, 5)]
    rows = [Line(tuple(words[start : start + 10])) for start in range(0, len(words), 10)]
    return Page(6000, 4000, tuple(rows))
