"""What was read on one image, as frozen data: Page, Line, Word, Glyph, Prediction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, count
from typing import NamedTuple

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.page.letter_fields import LetterField

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""What stands in a text for ink that is no character the reader knows."""

QUOTATION_MARK = '"'
"""What stands in a text for a quotation mark, which is told by its place, whatever the reader."""


class Prediction(NamedTuple):
    """A character the network proposed, with its probability in [0, 1].

    Of ``UNREADABLE`` it is the probability that the ink is no character.
    """

    character: str
    probability: float


class Reader(NamedTuple):
    """Who read a glyph, by the name that it had then.

    A hand that learnt tells also from how many ``letters``, and the model that it began as; of
    any other model ``letters`` is None.
    """

    name: str
    base: str = ""
    letters: int | None = None


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed mark: where it is, what the network proposed, what a person said.

    ``id`` is unique on its page and survives every edit. ``predictions`` holds all classes, most
    probable first; it is empty for a box a person drew that was not read yet, and begins with
    ``UNREADABLE`` where the ink was taken for no character. ``correction`` is the character
    a person gave; a glyph with one is confirmed and is never re-read. ``ink`` is
    what the network said of the ink alone, before language was weighed in; it is empty where the
    two are the same. ``reader`` is who said so, of a page often the same object for all; None where
    nobody did, or where that was not kept yet.
    """

    id: int
    box: BoundingBox
    predictions: tuple[Prediction, ...] = ()
    correction: str | None = None
    ink: tuple[Prediction, ...] = ()
    reader: Reader | None = None

    @property
    def is_confirmed(self) -> bool:
        """Tell whether a person has given or confirmed the character."""
        return self.correction is not None

    @property
    def character(self) -> str:
        """The correction, else the most probable character, else ``UNREADABLE``."""
        if self.correction is not None:
            return self.correction
        return self.predictions[0].character if self.predictions else UNREADABLE

    @property
    def is_unreadable(self) -> bool:
        """Tell whether the ink was read as no character, and nobody said what it is."""
        return self.correction is None and bool(self.predictions) and self.character == UNREADABLE

    @property
    def probability(self) -> float:
        """Probability of ``character``: 1 once confirmed, 0 for a glyph that was never read."""
        if self.correction is not None:
            return 1.0
        return self.predictions[0].probability if self.predictions else 0.0


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs without a gap, in reading order; never empty."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters of the word."""
        return "".join([glyph.character for glyph in self.glyphs])

    @property
    def box(self) -> BoundingBox:
        """Smallest box around the glyphs."""
        return enclosing(glyph.box for glyph in self.glyphs)


@dataclass(frozen=True)
class Line:
    """A row of words in reading order; never empty.

    Pages that differ in a letter share all other rows, so what a row was once asked is kept.
    """

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join([word.text for word in self.words])

    @property
    def box(self) -> BoundingBox:
        """Smallest box around the words."""
        return enclosing(word.box for word in self.words)

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs of the row in reading order."""
        return tuple(chain.from_iterable([word.glyphs for word in self.words]))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The ids of all glyphs of the row in reading order."""
        return tuple([glyph.id for glyph in self.glyphs])

    @cached_property
    def ids(self) -> frozenset[int]:
        """The ids of all glyphs of the row."""
        return frozenset(self.order)


@dataclass(frozen=True, slots=True)
class ProcessingStep:
    """What was done to the image on the way to the page, with which settings."""

    name: str
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Page:
    """Everything read on one image, rows in reading order.

    ``width`` and ``height`` are pixels of the upright image, in which all boxes are given;
    ``rotation`` is the angle in degrees, clockwise, by which the source was turned to be upright;
    ``page_number`` counts from 0 within a source of several pages; ``ink_settings`` are what its
    ink is found by; ``fields`` are what a person said may stand in places, the last one counts.
    """

    width: int
    height: int
    lines: tuple[Line, ...] = ()
    source: str = ""
    rotation: float = 0.0
    steps: tuple[ProcessingStep, ...] = field(default=())
    page_number: int = 0
    ink_settings: InkSettings = AUTOMATIC
    fields: tuple[LetterField, ...] = ()

    @cached_property
    def text(self) -> str:
        """The rows, one per line, words separated by single spaces."""
        return "\n".join([line.text for line in self.lines])

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs in reading order."""
        return tuple(chain.from_iterable([line.glyphs for line in self.lines]))

    @cached_property
    def _positions(self) -> dict[int, int]:
        ids = chain.from_iterable([line.order for line in self.lines])
        return dict(zip(ids, count(), strict=False))

    def glyph(self, glyph_id: int) -> Glyph:
        """Return the glyph with that id; ``KeyError`` if the page has none."""
        return self.glyphs[self._positions[glyph_id]]

    def position(self, glyph_id: int) -> int:
        """Return the place of the glyph in reading order; ``KeyError`` if the page has none."""
        return self._positions[glyph_id]

    def __contains__(self, glyph_id: object) -> bool:
        return glyph_id in self._positions

    def with_glyph(self, glyph: Glyph) -> "Page":
        """Return the page with the glyph of that id replaced; ``KeyError`` if the page has none.

        The rest is shared and what was looked up before stays known, so that a keystroke on a page
        of 3,000 letters costs next to nothing.
        """
        position = self._positions[glyph.id]
        first = 0
        for row, line in enumerate(self.lines):
            for place, word in enumerate(line.words):
                index = position - first
                if index < len(word.glyphs):
                    changed = Word((*word.glyphs[:index], glyph, *word.glyphs[index + 1 :]))
                    words = (*line.words[:place], changed, *line.words[place + 1 :])
                    lines = (*self.lines[:row], Line(words), *self.lines[row + 1 :])
                    page = replace(self, lines=lines)
                    known = (*self.glyphs[:position], glyph, *self.glyphs[position + 1 :])
                    page.__dict__.update(_positions=self._positions, glyphs=known)
                    return page
                first += len(word.glyphs)
        raise KeyError(glyph.id)

    def with_glyphs(self, changed: Mapping[int, Glyph]) -> "Page":
        """Return the page with the glyphs of these ids replaced; ids it lacks count nothing.

        Words and rows without any of them are shared.
        """
        page = replace(self, lines=tuple([_line_with(line, changed) for line in self.lines]))
        page.__dict__.update(_positions=self._positions)
        return page

    def words(self) -> Iterator[Word]:
        """Yield all words in reading order."""
        for line in self.lines:
            yield from line.words

    @property
    def next_glyph_id(self) -> int:
        """An id that no glyph of this page has, nor one had that a field was about."""
        told = (max(own.letters, default=0) for own in self.fields)
        return max(max(self._positions, default=0), *told, 0) + 1


def _line_with(line: Line, changed: Mapping[int, Glyph]) -> Line:
    if changed.keys().isdisjoint(line.ids):
        return line
    words = tuple(_word_with(word, changed) for word in line.words)
    is_changed = any(new is not old for new, old in zip(words, line.words, strict=True))
    return Line(words) if is_changed else line


def _word_with(word: Word, changed: Mapping[int, Glyph]) -> Word:
    glyphs = tuple(changed.get(glyph.id, glyph) for glyph in word.glyphs)
    is_changed = any(new is not old for new, old in zip(glyphs, word.glyphs, strict=True))
    return Word(glyphs) if is_changed else word
