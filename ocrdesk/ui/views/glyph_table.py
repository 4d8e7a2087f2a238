"""What the canvas knows of each letter, in columns that an edit changes only where it must."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from ocrdesk.page.elements import Glyph, Line, Page
from ocrdesk.page.stretches import differing_stretch
from ocrdesk.ui.appearance import Certainty
from ocrdesk.ui.views.certainty import glyph_certainty
from ocrdesk.ui.views.glyph_index import GlyphIndex
from ocrdesk.ui.views.headroom import Headroom
from ocrdesk.ui.views.paper_item import rect_of

STEPS = tuple(Certainty)
_NUMBERS = {step: number for number, step in enumerate(STEPS)}


class GlyphTable:
    """The glyphs of a page in reading order: their rectangles, steps of certainty and boxes.

    ``steps`` holds places in ``STEPS``.
    """

    def __init__(self, page: Page | None = None) -> None:
        glyphs = page.glyphs if page is not None else ()
        self.glyphs: list[Glyph] = list(glyphs)
        self.rects: list[QRectF] = [rect_of(glyph.box) for glyph in glyphs]
        self.steps = _steps(glyphs)
        self.index = GlyphIndex(glyphs)
        self._lines: Sequence[Line] = page.lines if page is not None else ()
        self._headroom = Headroom()
        self._rooms: NDArray[np.float64] | None = None  # measured when labels are drawn

    def __len__(self) -> int:
        return len(self.glyphs)

    def follow(self, page: Page, changed_ids: Collection[int]) -> list[QRectF]:
        """Take over an edited page; return where glyphs were or are that look different now.

        ``changed_ids`` are those of the glyphs that changed, came or went.
        """
        touched: list[QRectF] = []
        before, after = (_order(lines) for lines in (self._lines, page.lines))
        start, end, new_end = differing_stretch(before, after)
        if before != after:
            touched += self._splice(start, end, page.glyphs[start:new_end])
        self._lines, self._rooms = page.lines, None
        # Glyphs of a row that has another number now are named, too, and are what they were.
        places = sorted(page.position(glyph_id) for glyph_id in changed_ids if glyph_id in page)
        others = [place for place in places if page.glyphs[place] is not self.glyphs[place]]
        for first, last in _runs(others):
            touched += self._splice(first, last + 1, page.glyphs[first : last + 1])
        return touched

    def judge_anew(self) -> None:
        """Find the step of every glyph by where doubt begins now."""
        self.steps = _steps(self.glyphs)

    def _splice(self, start: int, end: int, glyphs: Sequence[Glyph]) -> Iterator[QRectF]:
        """Put glyphs in the place of those from ``start`` to before ``end``."""
        yield from self.rects[start:end]
        self.glyphs[start:end] = glyphs
        self.rects[start:end] = [rect_of(glyph.box) for glyph in glyphs]
        self.index.splice(start, end, glyphs)
        if len(glyphs) == end - start:
            self.steps[start:end] = _steps(glyphs)
        else:
            parts = self.steps[:start], _steps(glyphs), self.steps[end:]
            self.steps = np.concatenate(parts)
        yield from self.rects[start : start + len(glyphs)]

    @property
    def headroom(self) -> NDArray[np.float64]:
        """The free paper above each box, in image pixels."""
        if self._rooms is None:
            self._rooms = self._headroom.measure(self._lines)
        return self._rooms


def _order(lines: Sequence[Line]) -> list[int]:
    """Return the ids of the glyphs, which rows that did not change know already."""
    return list(chain.from_iterable([line.order for line in lines]))


def _steps(glyphs: Sequence[Glyph]) -> NDArray[np.int8]:
    return np.array([_NUMBERS[glyph_certainty(glyph)] for glyph in glyphs], np.int8)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of places, which rise, that follow one another."""
    first = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] != place + 1:
            yield places[first], place
            first = number + 1
