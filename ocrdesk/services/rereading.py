"""A page's boxes read again as they are now, their ends and their words as they stand.

The networks, heights, rows of one character, words and a page's field weigh in as in a first
reading.
"""

from collections.abc import Generator
from dataclasses import replace

from ocrdesk.language.letterforms import has_heights
from ocrdesk.language.uniform import knows_words
from ocrdesk.page.edits import replace_predictions
from ocrdesk.page.elements import Glyph, Line, Page
from ocrdesk.services.fields import Field, FieldReader, field_of, fitting
from ocrdesk.services.languages import DEFAULT_LANGUAGE, word_model
from ocrdesk.services.line_lattices import LineLattice, line_lattice
from ocrdesk.services.looking_again import SeenAgain, look_again
from ocrdesk.services.page_parts import as_unreadable, steps_of, with_predictions
from ocrdesk.services.progress import Progress, as_part, part_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import ReadingSettings
from ocrdesk.services.row_lattice import RowLattice
from ocrdesk.services.row_reader import RowReader
from ocrdesk.services.row_reading import standing, with_readers
from ocrdesk.vision.layout import Layout

_SEEN = 0.5  # of the way: every glyph has been looked at


def reread(
    page: Page,
    layout: Layout,
    recognizer: Recognizer,
    *,
    language: str = DEFAULT_LANGUAGE,
    field: Field | None = None,
) -> Generator[Progress, None, Page]:
    """Read the boxes of a page again, as they are now; confirmed glyphs are never touched.

    What a person confirmed speaks for its neighbours. ``field`` tells what rows hold, else the
    page's own does (`fields.field_of`), where the recognizer has characters for it. A box on bare
    paper says nothing: its glyph is left without predictions, and ink that is no character is
    unreadable. Yields after a few glyphs and between lines, so that it can be cancelled there.
    """
    yield Progress("Reading letters", 0.0)
    seen = yield from as_part(look_again(page, layout, recognizer), "Reading letters", share=_SEEN)
    own = field or fitting(page, recognizer.charset)
    task = _read_lines(page, seen, layout, recognizer, language, own)
    fresh = yield from as_part(task, "Reading letters", start=_SEEN, share=1 - _SEEN)
    bare = (
        glyph if is_inked else replace(glyph, predictions=(), ink=())
        for glyph, is_inked in zip(fresh, seen.is_inked.tolist(), strict=True)
    )
    yield Progress("Done", 1.0)
    changed, _ = replace_predictions(page, list(bare))
    return replace(changed, steps=steps_of(layout, recognizer, language, field or field_of(page)))


def _read_lines(
    page: Page,
    seen: SeenAgain,
    layout: Layout,
    recognizer: Recognizer,
    language: str,
    field: Field | None,
) -> Generator[float, None, list[Glyph]]:
    """Return the glyphs of all lines read anew; yields the share done."""
    scorer, settings = word_model(recognizer.charset, language), ReadingSettings()
    has_words = knows_words(scorer)
    told: list[LineLattice] = []
    first = 0
    share = 0.4 / max(len(page.lines), 1)
    for number, line in enumerate(page.lines):
        yield share * number
        here = seen.part(slice(first, first + len(line.glyphs)))
        first += len(line.glyphs)
        built = line_lattice(line, here, layout, recognizer, settings, is_lending=has_words)
        told.append((yield from part_of(built, start=share * number, share=share)))
    lattices = [line.lattice for line in told]
    if has_heights(recognizer.charset.characters):
        reader = RowReader(recognizer, scorer, settings.decoder)
        task = standing([line.height for line in told], lattices, reader, recognizer)
        stood = yield from part_of(task, start=0.4, share=0.3)
        lattices = [line.sure(lattice) for line, lattice in zip(told, stood, strict=True)]
        yield 0.7
    fields = None if field is None else FieldReader(recognizer, field, settings.decoder)
    is_free = field is None and has_words  # else a field or ink alone decides
    sought = with_readers(lattices, recognizer, scorer, settings.decoder, is_free=is_free)
    chosen = yield from part_of(sought, start=0.7, share=0.0)
    fresh: list[Glyph] = []
    todo = zip(page.lines, told, chosen, strict=True)
    for number, (line, own, (lattice, reader)) in enumerate(todo):
        yield 0.7 + 0.3 * number / len(page.lines)
        # A row of one character takes what looks like it for that, but not what a person said.
        fresh += _glyphs(line, own.sure(lattice), (reader, fields), recognizer)
    return fresh


def _glyphs(
    line: Line,
    lattice: RowLattice,
    readers: tuple[RowReader, FieldReader | None],
    recognizer: Recognizer,
) -> list[Glyph]:
    """Return the glyphs of the next line read anew, its words as they stand."""
    reader, fields = readers
    free = reader.read(lattice.edges, lattice.space_odds, lattice.given)
    words = fields.read(lattice, free=free.score) if fields is not None else []
    words = words or free.words
    read = {step.edge: weighed for word in words for step, weighed in word}
    return [
        with_predictions(glyph, lattice.ink[place], read[place], recognizer)
        if place in read
        else as_unreadable(glyph, lattice.ink[place], float(lattice.share[place]), recognizer)
        for place, glyph in enumerate(line.glyphs)
    ]
