"""Rows as lattices: pieces, the candidates they make, what the network says of each, and gaps."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice import DecoderSettings, Edge
from ocrdesk.language.letterforms import Guides, standing
from ocrdesk.page.charset import Charset
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_evidence import RowEvidence, weigh_rows
from ocrdesk.services.row_scores import Scores, scored
from ocrdesk.services.row_spaces import space_odds
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout, LayoutRow
from ocrdesk.vision.marks import small_marks
from ocrdesk.vision.pieces import (
    WIDEST,
    Candidate,
    PieceRow,
    span_of,
    take_apart,
    upright_extent,
    whole_glyphs,
)

Probabilities = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

LEAST = 1e-7
"""No character is taken for less probable than this, whatever the network says."""

CHARACTER = 0.5
"""Ink that is less probably a character than this may be read as none."""

_LETTER_WIDTH = 0.7  # letter heights, of each letter that a wide glyph has room for


def shares_of(logs: Floats) -> Probabilities:
    """Return probabilities (..., characters) in proportion to e to the power of ``logs``."""
    shares = np.exp(logs - logs.max(axis=-1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """What the ways through a row are weighed by, beside ink and language.

    Natural logarithms: ``cut`` for a cut and ``cut_ink`` for each pen width of ink it crosses;
    ``join`` for putting together what the layout parted and ``join_gap`` for each letter height
    of free paper between; ``dirt`` for a small mark that no glyph holds; ``unreadable`` for a glyph
    of the layout that is no character, for each letter that would have room in it. Without
    ``may_cut`` the layout's own glyphs are read as they are. ``row`` is the weight of what the
    network of rows says.
    """

    may_cut: bool = True
    cut: float = 2.0
    cut_ink: float = 0.5
    join: float = 2.0
    join_gap: float = 10.0
    dirt: float = 1.0
    unreadable: float = 2.5
    row: float = 0.5
    decoder: DecoderSettings = field(default_factory=DecoderSettings)


@dataclass(frozen=True, slots=True, eq=False)
class RowLattice:
    """The candidates of one row.

    ``ink`` (candidates, characters) are the networks' probabilities, ``share`` (candidates,) those
    of being a character at all, and ``given`` the former with their likenesses and what else is
    known of each candidate by itself; ``places`` (candidates, 3) are x along the row, top and
    bottom in pixels. ``edges`` are the candidates in their order, then those that pass over dirt
    and over what may be ``unreadable``: the numbers of these candidates. The widest of them, at the
    end, have no edges of their own. ``space_odds`` belong to the breaks between pieces, and so do
    ``wide_odds``, for a row in which letters stand apart.
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

    def whole_logs(self) -> Floats:
        """Return log-probabilities (glyphs, characters) of the layout's own glyphs, marks too."""
        whole = [place for place, candidate in enumerate(self.candidates) if candidate.is_whole]
        shares = self.given[whole] * self.share[whole, None]
        logs: Floats = np.log(np.maximum(shares, LEAST), dtype=np.float64)
        return logs

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
        )


def build_lattices(
    layout: Layout, recognizer: Recognizer, settings: ReadingSettings, *, is_lending: bool = True
) -> tuple[Layout, list[RowLattice]]:
    """Return the layout with touching letters parted, and a lattice for each of its rows.

    Likenesses lend one another unless no words will choose among them.

    A network that cannot tell what is no character gets the layout's own glyphs: it could not
    choose between cuts. One that knows punctuation gets the small marks of each row too.
    """
    marks: Sequence[Sequence[Cluster]] = [()] * len(layout.rows)
    if recognizer.charset.has_punctuation:
        marks = small_marks(layout)
    taken = [
        (_in_order((*row.clusters, *own), row.angle), row.angle, row.height)
        for row, own in zip(layout.rows, marks, strict=True)
    ]
    if recognizer.can_reject and settings.may_cut:
        components, rows = take_apart(taken, layout.components)
        layout = replace(layout, components=components)
        candidates = [_with_wide_glyphs(row) for row in rows]
    else:
        rows = [whole_glyphs(*row) for row in taken]
        candidates = [[c for c in row.candidates() if c.last == c.first + 1] for row in rows]
    dirt = [{member for mark in own for member in mark.members} for own in marks]
    scores = scored(layout, rows, candidates, recognizer, is_lending=is_lending)
    told = _told(layout, rows, candidates, recognizer, settings)
    return layout, [
        _lattice(row, pieces, own, score, evidence, small, settings)
        for row, pieces, own, score, evidence, small in zip(
            layout.rows, rows, candidates, scores, told, dirt, strict=True
        )
    ]


def _told(
    layout: Layout,
    rows: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    recognizer: Recognizer,
    settings: ReadingSettings,
) -> Sequence[RowEvidence | None]:
    """Return for each row what the network of rows says of its candidates, if there is one."""
    if recognizer.rows is None or settings.row <= 0:
        return [None] * len(rows)
    return weigh_rows(
        layout.components,
        layout.rows,
        rows,
        candidates,
        recognizer.rows,
        characters=len(recognizer.charset),
    )


def _with_wide_glyphs(row: PieceRow) -> list[Candidate]:
    """Return the candidates of a row, at the end glyphs of the layout that are too wide for one."""
    candidates = list(row.candidates())
    return [*candidates, *row.wide_glyphs(candidates)]


def _in_order(clusters: Sequence[Cluster], angle: float) -> tuple[Cluster, ...]:
    return tuple(sorted(clusters, key=lambda cluster: sum(span_of(cluster, angle))))


class _Weighed(NamedTuple):
    """Scores with what the network of rows says, and logs of ``given`` and being a character.

    ``none`` are logs of being no character, candidates' (candidates,) and then pieces'.
    """

    ink: Probabilities
    given: Probabilities
    logs: npt.NDArray[np.floating]
    none: list[float]


def _weighed(scores: Scores, evidence: RowEvidence | None, count: int, weight: float) -> _Weighed:
    """Return the scores as they are where there is no evidence; ``count`` are the pieces."""
    ink, given, share = scores
    logs: npt.NDArray[np.floating] = np.log(np.maximum(given * share[:, None], LEAST))
    if evidence is None:
        return _Weighed(ink, given, logs, [0.0] * (len(ink) + count))
    said = weight * evidence.characters
    ink, given = (shares_of(np.log(np.maximum(shares, LEAST)) + said) for shares in (ink, given))
    none = weight * np.concatenate([evidence.candidates, evidence.pieces])
    return _Weighed(ink, given, logs + said, none.tolist())


def _lattice(
    row: LayoutRow,
    pieces: PieceRow,
    candidates: Sequence[Candidate],
    scores: Scores,
    evidence: RowEvidence | None,
    small: set[int],
    settings: ReadingSettings,
) -> RowLattice:
    share: list[float] = scores.share.tolist()
    ink, given, logs, none = _weighed(scores, evidence, len(pieces.pieces), settings.row)
    prior = partial(_prior, row=pieces, settings=settings)
    edges = [
        Edge(c.first, c.last, logs[n], prior(c) - _crowding(c, row, share[n], settings))
        for n, c in enumerate(candidates)
        if not c.is_wide
    ]
    is_mark = [small.issuperset(piece.members) for piece in pieces.pieces]
    edges += [
        Edge(place, place + 1, None, none[len(candidates) + place] - settings.dirt)
        for place, mark in enumerate(is_mark)
        if mark
    ]
    passing = partial(passing_over, settings=settings)
    unreadable = {
        n: passing(c.first, c.last, share=share[n], letters=_room(c, row), evidence=none[n])
        for n, c in enumerate(candidates)
        if c.is_whole and share[n] < CHARACTER and not is_mark[c.first]
    }
    places = [upright_extent(candidate.cluster, row.angle) for candidate in candidates]
    return RowLattice(
        tuple(candidates),
        ink,
        scores.share,
        given,
        np.array(places, np.float64).reshape(-1, 3),
        (*edges, *unreadable.values()),
        tuple(unreadable),
        *space_odds(row, pieces, is_mark),
    )


def passing_over(
    first: int,
    last: int,
    *,
    share: float,
    settings: ReadingSettings,
    letters: float = 1.0,
    evidence: float = 0.0,
) -> Edge:
    """Return the edge over ink that is a character only with the probability ``share``.

    Ink that has room for several ``letters`` costs as much as each of them and the cuts between.
    ``evidence`` is what the network of rows says for there being none.
    """
    score = letters * (np.log(max(1.0 - share, LEAST)) - settings.unreadable) + evidence
    return Edge(first, last, None, float(score - (letters - 1.0) * settings.cut))


def _room(candidate: Candidate, row: LayoutRow) -> float:
    """Return for how many letters of a row a glyph of the layout has room."""
    width = candidate.cluster.box.width / row.height
    return max(width / _LETTER_WIDTH, 1.0) if candidate.is_wide or width > WIDEST else 1.0


def _crowding(
    candidate: Candidate, row: LayoutRow, share: float, settings: ReadingSettings
) -> float:
    """Return what speaks against one letter in ink with room for several, as `passing_over` does.

    Otherwise two drawings that touch would rather be one letter than unreadable. Ink that looks
    like a character may be as wide as it likes.
    """
    if share >= CHARACTER:
        return 0.0
    return (_room(candidate, row) - 1.0) * (settings.unreadable + settings.cut)


def _prior(candidate: Candidate, row: PieceRow, settings: ReadingSettings) -> float:
    """Return what speaks against a candidate whatever it is: cuts at its ends, joins inside."""
    score = 0.0
    for place in (candidate.first - 1, candidate.last - 1):
        if 0 <= place < len(row.breaks) and row.breaks[place].is_cut:
            # Each cut has two sides: each candidate pays for half of it.
            score -= (settings.cut + settings.cut_ink * row.breaks[place].cut) / 2
    for inner in row.breaks[candidate.first : candidate.last - 1]:
        if not inner.is_cut:
            score -= settings.join + settings.join_gap * max(inner.gap, 0.0)
    return score
