"""Rows as lattices: pieces, the candidates they make, what the network says of each, and gaps."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf, log

import numpy as np

from ocrdesk.geometry import BoundingBox
from ocrdesk.language.lattice import Edge
from ocrdesk.language.letterforms import Guides, standing
from ocrdesk.page.charset import Charset
from ocrdesk.services.progress import part_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import (
    CHARACTER,
    LEAST,
    ReadingSettings,
    crowding,
    passing_over,
    prior_of,
    room_in,
)
from ocrdesk.services.row_evidence import RowEvidence, weigh_rows
from ocrdesk.services.row_scores import (
    Floats,
    Probabilities,
    Scores,
    scored,
    shares_of,
    weighed,
)
from ocrdesk.services.row_spaces import space_odds
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout, LayoutRow
from ocrdesk.vision.marks import small_marks
from ocrdesk.vision.pieces import (
    Candidate,
    PieceRow,
    span_of,
    take_apart,
    upright_extent,
    whole_glyphs,
)
from ocrdesk.vision.quotation_marks import join_quotation_marks

# Of the way: glyphs are cut, of taking them apart; candidates found, scored, rows read.
_CUT, _TAKEN, _SCORED, _TOLD = 0.8, 0.15, 0.6, 0.9

_NEVER = -60.0  # natural logs

_Ordered = tuple[tuple[Cluster, ...], float, float]
"""The glyphs of a row from left to right, its angle in degrees, its height in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class RowLattice:
    """The candidates of one row.

    ``ink`` (candidates, characters) are the networks' probabilities, ``share`` (candidates,) those
    of being a character at all, and ``given`` the former with their likenesses and what else is
    known of each candidate by itself; ``places`` (candidates, 3) are x along the row, top and
    bottom in pixels, NaN where they tell nothing. ``edges`` are the candidates in their order, then
    those that pass over dirt and over what may be ``unreadable``: the numbers of these candidates.
    The widest of them, at the end, have no edges of their own. ``quoted`` are the unreadable ones
    that are quotation marks, with whether a word begins with them. ``space_odds`` belong to the
    breaks between pieces, and so do ``wide_odds``, for a row in which letters stand apart. Where
    the network of rows has its say, ``alone`` is the same by the network of letters. ``said`` are
    the classes of candidates that a person said, None for a character that the reader cannot name.
    """

    candidates: tuple[Candidate, ...]
    ink: Probabilities
    share: Probabilities
    given: Probabilities
    places: Floats
    edges: tuple[Edge, ...]
    unreadable: tuple[int, ...]
    space_odds: tuple[float, ...]
    wide_odds: tuple[float, ...]
    alone: "RowLattice | None" = None
    said: Mapping[int, int | None] = field(default_factory=dict)
    quoted: Mapping[int, bool] = field(default_factory=dict)

    def whole_logs(self) -> Floats:
        """Return log-probabilities (glyphs, characters) of the layout's own glyphs, marks too."""
        whole = [place for place, candidate in enumerate(self.candidates) if candidate.is_whole]
        shares = self.given[whole] * self.share[whole, None]
        logs: Floats = np.log(np.maximum(shares, LEAST), dtype=np.float64)
        foreign = [place for place, number in self.said.items() if number is None]
        logs[foreign] = log(LEAST)  # whatever it looks like, it is none of them
        return logs

    def quoting(self, quoted: Mapping[int, bool]) -> "RowLattice":
        """Return the lattice in which these candidates are quotation marks: words pass over them.

        Nothing else is made of their pieces. Each is told whether a word begins with it.
        """
        if not quoted:
            return self
        held = {p for n in quoted for p in range(self.candidates[n].first, self.candidates[n].last)}
        count = len(self.edges) - len(self.unreadable)
        edges = [
            edge if held.isdisjoint(range(edge.first, edge.last)) else replace(edge, prior=_NEVER)
            for edge in self.edges[:count]
        ]
        passing = dict(zip(self.unreadable, self.edges[count:], strict=True))
        for number in sorted(quoted):
            mark = self.candidates[number]
            passing[number] = Edge(mark.first, mark.last, None)
        return replace(
            self, edges=(*edges, *passing.values()), unreadable=tuple(passing), quoted=quoted
        )

    def standing_on(self, guides: Guides, charset: Charset) -> "RowLattice":
        """Return the lattice with how high each candidate stands weighed in."""
        ratios = standing(guides, charset.characters, self.places)
        edges = [
            replace(edge, log_probabilities=edge.log_probabilities + ratio)
            for edge, ratio in zip(self.edges, ratios, strict=False)
            if edge.log_probabilities is not None
        ]
        logs = np.log(np.maximum(self.given, LEAST)) + ratios
        return replace(
            self,
            given=shares_of(logs),
            edges=(*edges, *self.edges[len(edges) :]),
            alone=None if self.alone is None else self.alone.standing_on(guides, charset),
        )


def build_lattices(
    layout: Layout, recognizer: Recognizer, settings: ReadingSettings, *, is_lending: bool = True
) -> Generator[float, None, tuple[Layout, list[RowLattice]]]:
    """Return the layout with touching letters parted, and a lattice for each of its rows.

    Likenesses lend one another unless no words will choose among them.

    A network that cannot tell what is no character gets the layout's own glyphs: it could not
    choose between cuts. One that knows punctuation gets the small marks of each row too. Yields
    the share done every few milliseconds.
    """
    taken, dirt, quoted = _gathered(layout, recognizer)
    may_cut = recognizer.can_reject and settings.may_cut
    task = _taken_apart(layout, taken, may_cut=may_cut)
    layout, rows, candidates = yield from part_of(task, start=0.0, share=_TAKEN)
    seen = scored(layout, rows, candidates, recognizer, is_lending=is_lending)
    scores = yield from part_of(seen, start=_TAKEN, share=_SCORED - _TAKEN)
    told = yield from part_of(
        _told(layout, rows, candidates, recognizer, settings), start=_SCORED, share=_TOLD - _SCORED
    )
    lattices = []
    parts = zip(layout.rows, rows, candidates, scores, dirt, quoted, told, strict=True)
    for number, (row, pieces, own, by_letters, small, signs, evidence) in enumerate(parts):
        yield _TOLD + (1 - _TOLD) * number / len(rows)
        marks = {
            n: _begins(c, pieces)
            for n, c in enumerate(own)
            if c.is_whole and c.cluster.box in signs
        }
        lattice = _lattice(row, pieces, own, by_letters, small, settings).quoting(marks)
        if evidence is not None and recognizer.rows is not None:
            both = weighed(by_letters, evidence, recognizer.rows.weights)
            told_by_both = _lattice(row, pieces, own, both, small, settings).quoting(marks)
            lattice = replace(told_by_both, alone=lattice)
        lattices.append(lattice)
    return layout, lattices


def _gathered(
    layout: Layout, recognizer: Recognizer
) -> tuple[list[_Ordered], list[set[int]], list[frozenset[BoundingBox]]]:
    """Return the glyphs and marks of each row in order, the parts of its small marks, its quotes.

    The strokes of a quotation mark are one glyph; of these the boxes are told. They are all that is
    taken of the small marks where the recognizer knows no punctuation.
    """
    is_telling = recognizer.charset.has_punctuation
    taken, dirt, quoted = [], [], []
    for row, small in zip(layout.rows, small_marks(layout), strict=True):
        ordered = _in_order((*row.clusters, *small), row.angle)
        clusters, marks = join_quotation_marks(ordered, layout.components, row.angle, row.height)
        if not is_telling:
            own = {cluster.box for cluster in row.clusters} | marks
            clusters = tuple(cluster for cluster in clusters if cluster.box in own)
        taken.append((clusters, row.angle, row.height))
        dirt.append({member for mark in small for member in mark.members})
        quoted.append(marks)
    return taken, dirt, quoted


def _begins(mark: Candidate, row: PieceRow) -> bool:
    """Tell whether a word begins with a mark: there is more free paper before it than behind."""
    gaps = (inf, *(between.gap for between in row.breaks), inf)
    return gaps[mark.first] > gaps[mark.last]


def _taken_apart(
    layout: Layout, taken: Sequence[_Ordered], *, may_cut: bool
) -> Generator[float, None, tuple[Layout, list[PieceRow], list[list[Candidate]]]]:
    """Return the layout, its rows as pieces, and the candidates: its own glyphs without cuts."""
    if may_cut:
        task = take_apart(taken, layout.components)
        components, rows = yield from part_of(task, start=0.0, share=_CUT)
        candidates = []
        for number, row in enumerate(rows):
            yield _CUT + (1 - _CUT) * number / len(rows)
            candidates.append(_with_wide_glyphs(row))
        return replace(layout, components=components), rows, candidates
    rows = [whole_glyphs(*row) for row in taken]
    return layout, rows, [row.single() for row in rows]


def _told(
    layout: Layout,
    rows: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    recognizer: Recognizer,
    settings: ReadingSettings,
) -> Generator[float, None, Sequence[RowEvidence | None]]:
    """Return what the network of rows says of each row, None where it is not asked."""
    if recognizer.rows is None or not settings.asks_rows:
        return [None] * len(rows)
    count = len(recognizer.charset)
    return (
        yield from weigh_rows(
            layout.components, layout.rows, rows, candidates, recognizer.rows, characters=count
        )
    )


def _with_wide_glyphs(row: PieceRow) -> list[Candidate]:
    """Return the candidates of a row, at the end glyphs of the layout that are too wide for one."""
    candidates = list(row.candidates())
    return [*candidates, *row.wide_glyphs(candidates)]


def _in_order(clusters: Sequence[Cluster], angle: float) -> tuple[Cluster, ...]:
    return tuple(sorted(clusters, key=lambda cluster: sum(span_of(cluster, angle))))


def _lattice(
    row: LayoutRow,
    pieces: PieceRow,
    candidates: Sequence[Candidate],
    scores: Scores,
    small: set[int],
    settings: ReadingSettings,
) -> RowLattice:
    share, none, dirt = (own.tolist() for own in (scores.share, scores.none, scores.dirt))
    prior = partial(prior_of, row=pieces, settings=settings)
    edges = [
        Edge(c.first, c.last, scores.logs[n], prior(c) - crowding(c, row, share[n], settings))
        for n, c in enumerate(candidates)
        if not c.is_wide
    ]
    is_mark = [small.issuperset(piece.members) for piece in pieces.pieces]
    edges += [
        Edge(place, place + 1, None, dirt[place] - settings.dirt)
        for place, mark in enumerate(is_mark)
        if mark
    ]
    passing = partial(passing_over, settings=settings)
    unreadable = {
        n: passing(c.first, c.last, share=share[n], letters=room_in(c, row), evidence=none[n])
        for n, c in enumerate(candidates)
        if c.is_whole and share[n] < CHARACTER and not is_mark[c.first]
    }
    places = [upright_extent(candidate.cluster, row.angle) for candidate in candidates]
    return RowLattice(
        tuple(candidates),
        scores.ink,
        scores.share,
        scores.given,
        np.array(places, np.float64).reshape(-1, 3),
        (*edges, *unreadable.values()),
        tuple(unreadable),
        *space_odds(row, pieces, is_mark),
    )
