"""Rows read as one decision: pieces, candidates, the network's scores, language, the best way.

Every run of neighbouring pieces that may be a letter is scored by the network in one pass over the
page. Along each row the decoder then chooses which candidates are the letters, what they are and
where words begin (LeCun, Bottou, Bengio and Haffner 1998, sections V and VI).
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ocrdesk.language.alternatives import alternatives
from ocrdesk.language.lattice import DecoderSettings, Step, WordScorer
from ocrdesk.language.letterforms import fit_guides, has_heights, settled
from ocrdesk.language.uniform import knows_words
from ocrdesk.services.fields import Field, FieldReader
from ocrdesk.services.progress import part_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.repeated_rows import with_repetition
from ocrdesk.services.row_costs import ReadingSettings
from ocrdesk.services.row_lattice import RowLattice, build_lattices
from ocrdesk.services.row_reader import RowReader
from ocrdesk.services.row_scores import Probabilities
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout, LayoutWord

__all__ = ["GlyphReading", "ReadingSettings", "RowsRead", "read_rows"]


# Of the way: lattices are built; they were read for how high characters stand.
_BUILT, _FIRST = 0.5, 0.75
_READ = 0.9  # of that reading: what it found is weighed in


@dataclass(frozen=True, slots=True, eq=False)
class GlyphReading:
    """One glyph as it was read: its ink, the network's probabilities, those after language.

    ``share`` is the network's probability that it is a character; where ``is_unreadable``, it was
    read as none, or is what the network does not know: where ``is_quotation_mark``. ``others`` are
    other ways to part the ink from this glyph on.
    """

    cluster: Cluster
    ink: Probabilities
    weighed: Probabilities
    share: float
    is_unreadable: bool = False
    is_quotation_mark: bool = False
    others: tuple["OtherParting", ...] = ()


class OtherParting(NamedTuple):
    """Glyphs that may stand instead of ``replaced`` ones; ``gain`` in natural logs of ink alone."""

    replaced: int
    glyphs: tuple[GlyphReading, ...]
    gain: float


class RowsRead(NamedTuple):
    """The layout with letters as they were parted in reading, and the words of its rows."""

    layout: Layout
    rows: list[list[list[GlyphReading]]]


def read_rows(
    layout: Layout,
    recognizer: Recognizer,
    scorer: WordScorer,
    settings: ReadingSettings | None = None,
    *,
    field: Field | None = None,
) -> Generator[float, None, RowsRead]:
    """Return the layout as it was read, and for each of its rows the words of glyphs.

    Yields the share done, so that reading can be cancelled every few milliseconds. Rows in
    which nothing was read are left out. Rows are read as the ``field`` allows, where they can be.
    """
    settings = settings or ReadingSettings()
    fields = None if field is None else FieldReader(recognizer, field, settings.decoder)
    has_words = knows_words(scorer)
    built = build_lattices(layout, recognizer, settings, is_lending=has_words)
    layout, lattices = yield from part_of(built, start=0.0, share=_BUILT)
    before = _BUILT
    if has_heights(recognizer.charset.characters):
        before = _FIRST
        first = RowReader(recognizer, scorer, settings.decoder)
        stood = standing([row.height for row in layout.rows], lattices, first, recognizer)
        lattices = yield from part_of(stood, start=_BUILT, share=_FIRST - _BUILT)
    is_free = field is None and has_words  # else a field or ink alone decides
    chosen = with_readers(lattices, recognizer, scorer, settings.decoder, is_free=is_free)
    told = yield from part_of(chosen, start=before, share=0.0)
    read, shaped = [], []
    for number, (row, (lattice, reader)) in enumerate(zip(layout.rows, told, strict=True)):
        free = reader.read(
            lattice.edges, lattice.space_odds, lattice.given, wide_odds=lattice.wide_odds
        )
        steps = fields.read(lattice, free=free.score) if fields is not None else []
        words = _glyphs(lattice, steps or free.words)
        if words:
            read.append(words)
            clusters = (LayoutWord(tuple(glyph.cluster for glyph in word)) for word in words)
            shaped.append(replace(row, words=tuple(clusters)))
        yield before + (1 - before) * (number + 1) / len(lattices)
    return RowsRead(replace(layout, rows=tuple(shaped)), read)


def with_readers(
    lattices: Sequence[RowLattice],
    recognizer: Recognizer,
    scorer: WordScorer,
    settings: DecoderSettings,
    *,
    is_free: bool,
) -> Generator[float, None, list[tuple[RowLattice, RowReader]]]:
    """Return rows with what reads each; where they are free, those of one character have their own.

    The bounds of repetition are those of networks that know what is no character: others are too
    unsure, all they read seems one character. Yields the share of rows looked at.
    """
    told: list[tuple[RowLattice, WordScorer]] = [(lattice, scorer) for lattice in lattices]
    if is_free and recognizer.can_reject:
        told = yield from with_repetition(lattices, recognizer.charset, scorer)
    scorers = dict.fromkeys(own for _, own in told)
    readers = {own: RowReader(recognizer, own, settings) for own in scorers}
    return [(lattice, readers[own]) for lattice, own in told]


def _glyphs(
    lattice: RowLattice, words: Sequence[Sequence[tuple[Step, Probabilities]]]
) -> list[list[GlyphReading]]:
    """Return the words as they were read, and what is unreadable between their letters."""
    found: dict[int, tuple[GlyphReading, bool]] = {}
    read: set[int] = set()
    others = _others(lattice, [step.edge for word in words for step, _ in word])
    for word in words:
        for step, weighed in word:
            candidate = lattice.candidates[step.edge]
            read.update(range(candidate.first, candidate.last))
            glyph = _glyph(lattice, step.edge, weighed)
            glyph = replace(glyph, others=tuple(others.get(step.edge, ())))
            found[candidate.first] = (glyph, step.begins_word)
    for number in lattice.unreadable:
        candidate = lattice.candidates[number]
        if read.isdisjoint(range(candidate.first, candidate.last)):
            glyph = _glyph(lattice, number, lattice.ink[number], is_unreadable=True)
            found[candidate.first] = (glyph, False)
    parted: list[list[GlyphReading]] = []
    before: GlyphReading | None = None
    opens = {lattice.candidates[n].first for n, begins in lattice.quoted.items() if begins}
    first = 0
    for place, (glyph, follows_space) in sorted(found.items(), key=lambda item: item[0]):
        is_beside = glyph.is_unreadable or (before is not None and before.is_unreadable)
        # What no word holds stands by itself where there is room.
        has_room = place > 0 and lattice.space_odds[place - 1] > 0
        if glyph.is_quotation_mark:
            has_room = place in opens
        elif before is not None and before.is_quotation_mark:
            has_room &= first not in opens
        if before is None or (has_room if is_beside else follows_space):
            parted.append([])
        parted[-1].append(glyph)
        before, first = glyph, place
    return parted


def _others(lattice: RowLattice, read: Sequence[int]) -> dict[int, list[OtherParting]]:
    """Return other ways to part the ink of a row, by the edge of the first glyph they replace.

    They are ranked by the network of letters: a person is to be asked where it alone would have
    parted the ink otherwise, however sure the row is.
    """
    found: dict[int, list[OtherParting]] = {}
    for other in alternatives((lattice.alone or lattice).edges, read):
        glyphs = (_glyph(lattice, edge, lattice.given[edge]) for edge in other.edges)
        parting = OtherParting(other.replaced, tuple(glyphs), other.gain)
        found.setdefault(read[other.first], []).append(parting)
    return found


def _glyph(
    lattice: RowLattice, number: int, weighed: Probabilities, *, is_unreadable: bool = False
) -> GlyphReading:
    return GlyphReading(
        lattice.candidates[number].cluster,
        lattice.ink[number],
        weighed,
        float(lattice.share[number]),
        is_unreadable=is_unreadable,
        is_quotation_mark=number in lattice.quoted,
    )


def standing(
    heights: Sequence[float],
    lattices: Sequence[RowLattice],
    reader: RowReader,
    recognizer: Recognizer,
) -> Generator[float, None, list[RowLattice]]:
    """Return the lattices with heights weighed in, by the guides of a first reading of all rows.

    ``heights`` in pixels are those that the letters of each row are expected to have. Yields the
    share done, after each row.
    """
    found = []
    for number, (height, lattice) in enumerate(zip(heights, lattices, strict=True)):
        yield _READ * number / len(lattices)
        steps = reader.best(lattice.edges, lattice.space_odds).steps
        characters = [recognizer.charset[step.character] for step in steps]
        places = lattice.places[[step.edge for step in steps]]
        found.append(fit_guides(characters, places, height=height))
    stood = []
    for number, (guides, lattice) in enumerate(zip(settled(found), lattices, strict=True)):
        yield _READ + (1 - _READ) * number / len(lattices)
        is_told = guides.certainty > 0
        stood.append(lattice.standing_on(guides, recognizer.charset) if is_told else lattice)
    return stood
