"""A page's lines seen by the networks and weighed, ready to be read by one field or another.

What takes time is done once: what a person tries out after that only costs its own decoding.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from ocrdesk.language.letterforms import has_heights
from ocrdesk.language.uniform import knows_words
from ocrdesk.page.elements import Glyph, Line, Page
from ocrdesk.services.fields import FieldReader
from ocrdesk.services.languages import word_model
from ocrdesk.services.line_lattices import LineLattice, line_lattice, stretch_of
from ocrdesk.services.looking_again import SeenAgain
from ocrdesk.services.page_parts import as_quotation_mark, as_unreadable, with_predictions
from ocrdesk.services.progress import part_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import ReadingSettings
from ocrdesk.services.row_lattice import RowLattice
from ocrdesk.services.row_reader import RowReader
from ocrdesk.services.row_reading import standing, with_readers
from ocrdesk.services.row_scores import Probabilities
from ocrdesk.vision.layout import Layout

FieldStretch = tuple[int, int, FieldReader]
"""From which to before which letter a field holds, and what reads it."""

Read = dict[int, Probabilities | None]
"""What each glyph of a line is by its place; None for those that are no character."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadyLine:
    """One line: where no field holds it is read ``free``, a row of one character as that."""

    line: Line
    is_inked: Sequence[bool]
    plain: tuple[RowLattice, RowReader]
    free: tuple[RowLattice, RowReader]

    def read(
        self, recognizer: Recognizer, fields: Sequence[FieldStretch] = (), *, is_alone: bool = False
    ) -> list[Glyph]:
        """Return the glyphs read anew, its words as they stand; of fields the last one counts.

        A line that ``is_alone`` is read without the one above. A box on bare paper says nothing:
        its glyph is left without predictions, and ink that is no character is unreadable.
        """
        lattice, reader = self.plain if fields else self.free
        reader = reader.anew() if is_alone else reader
        free = reader.read(lattice.edges, lattice.space_odds, lattice.given)
        read: Read = {step.edge: weighed for word in free.words for step, weighed in word}
        for start, end, field in fields:
            part, score = lattice, free.score
            if (start, end) != (0, len(self.is_inked)):
                part = stretch_of(lattice, start, end)
                score = reader.anew().best(part.edges, part.space_odds).score
            read.update(_by_field(part, field, score, start))
        return [
            _with_reading(glyph, place, lattice, read.get(place), recognizer)
            if is_inked
            else replace(glyph, predictions=(), ink=(), reader=None)
            for place, (glyph, is_inked) in enumerate(
                zip(self.line.glyphs, self.is_inked, strict=True)
            )
        ]


def ready_lines(
    page: Page, seen: SeenAgain, layout: Layout, recognizer: Recognizer, language: str
) -> Generator[float, None, list[ReadyLine]]:
    """Return all lines of a page whose glyphs were ``seen`` again; yields the share done."""
    scorer, settings = word_model(recognizer.charset, language), ReadingSettings()
    has_words = knows_words(scorer)
    told: list[LineLattice] = []
    inked: list[list[bool]] = []
    first = 0
    share = 0.6 / max(len(page.lines), 1)
    for number, line in enumerate(page.lines):
        yield share * number
        here = seen.part(slice(first, first + len(line.glyphs)))
        first += len(line.glyphs)
        inked.append(here.is_inked.tolist())
        built = line_lattice(line, here, layout, recognizer, settings, is_lending=has_words)
        told.append((yield from part_of(built, start=share * number, share=share)))
    lattices = [line.lattice for line in told]
    plain, first_reader = (RowReader(recognizer, scorer, settings.decoder) for _ in range(2))
    if has_heights(recognizer.charset.characters):
        task = standing([line.height for line in told], lattices, first_reader, recognizer)
        stood = yield from part_of(task, start=0.6, share=0.4)
        lattices = [line.sure(lattice) for line, lattice in zip(told, stood, strict=True)]
    # Without words ink alone decides.
    sought = with_readers(lattices, recognizer, scorer, settings.decoder, is_free=has_words)
    chosen = yield from part_of(sought, start=1.0, share=0.0)
    # A row of one character takes what looks like it for that, but not what a person said.
    return [
        ReadyLine(line, on, (own.sure(lattice), plain), (own.sure(free), reader))
        for line, on, own, lattice, (free, reader) in zip(
            page.lines, inked, told, lattices, chosen, strict=True
        )
    ]


def _by_field(part: RowLattice, field: FieldReader, free: float, start: int) -> Read:
    """Return how a field reads a stretch from ``start`` on, by the places of glyphs.

    Those it passes over are None; where it gives way, nothing is returned.
    """
    words = field.read(part, free=free)
    if not words:
        return {}
    found: Read = dict.fromkeys(range(start, start + len(part.candidates)))
    found.update({start + step.edge: weighed for word in words for step, weighed in word})
    return found


def _with_reading(
    glyph: Glyph,
    place: int,
    lattice: RowLattice,
    weighed: Probabilities | None,
    recognizer: Recognizer,
) -> Glyph:
    if place in lattice.quoted:
        return as_quotation_mark(glyph, lattice.ink[place], recognizer)
    if weighed is None:
        return as_unreadable(glyph, lattice.ink[place], float(lattice.share[place]), recognizer)
    return with_predictions(glyph, lattice.ink[place], weighed, recognizer)
