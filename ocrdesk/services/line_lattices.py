"""A page's lines as they stand, as lattices: each box is one candidate, in its place.

The boxes are a person's, or stood before a person came: where letters begin and end is decided.
What they are is weighed as in a first reading, by the networks of letters and of rows.
"""

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.language.lattice import Edge
from ocrdesk.language.likenesses import with_likenesses
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import QUOTATION_MARK, Line
from ocrdesk.services.looking_again import SeenAgain, class_said
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import CHARACTER, LEAST, ReadingSettings, passing_over
from ocrdesk.services.row_evidence import RowEvidence, weigh_pictures
from ocrdesk.services.row_lattice import RowLattice
from ocrdesk.services.row_scores import Scores, weighed
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.held_ink import HeldInk
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.pieces import span_of, upright_extent, whole_glyphs
from ocrdesk.vision.quotation_marks import quotation_marks
from ocrdesk.vision.row_pictures import draw_ink

_CERTAIN = 60.0  # log-odds of what a person decided
_LEVEL = 0.6  # letter heights that the middles of boxes in one row may lie apart

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LineLattice:
    """The lattice of a line, how high its letters are in pixels, and what is ``decided``.

    The latter are the classes that a person said, by the places of their glyphs. The last edges
    pass over glyphs that may be unreadable.
    """

    lattice: RowLattice
    height: float
    decided: Mapping[int, int]

    def sure(self, lattice: RowLattice) -> RowLattice:
        """Return such a lattice in which what a person said is beyond doubt."""
        ink, given, edges = lattice.ink.copy(), lattice.given.copy(), list(lattice.edges)
        for place, number in self.decided.items():
            for shares in (ink, given):
                shares[place] = 0
                shares[place, number] = 1
            logs = np.log(np.maximum(given[place], LEAST, dtype=np.float64))
            edges[place] = replace(edges[place], log_probabilities=logs)
        alone = None if lattice.alone is None else self.sure(lattice.alone)
        return replace(lattice, ink=ink, given=given, edges=tuple(edges), alone=alone)


def line_lattice(
    line: Line,
    seen: SeenAgain,
    layout: Layout,
    recognizer: Recognizer,
    settings: ReadingSettings,
    *,
    is_lending: bool,
) -> Generator[float, None, LineLattice]:
    """Return the lattice of a line whose glyphs were ``seen`` again.

    Where likenesses are lent one another, words will choose among them. Yields the share of the
    line that the network of rows has read.
    """
    boxes, said = _Boxes.of(seen.inks, layout), _said(line, recognizer.charset)
    decided = {place: number for place, number in said.items() if number is not None}
    scores = _scores(seen, boxes, decided, recognizer, is_lending=is_lending)
    found = [place for place in boxes.quotation_marks() if place not in said]
    confirmed = [p for p, glyph in enumerate(line.glyphs) if glyph.correction == QUOTATION_MARK]
    quoted = dict.fromkeys((*found, *confirmed), False)  # where words begin is decided
    lattice = _lattice(line, boxes, scores, settings).quoting(quoted)
    rows = recognizer.rows if settings.asks_rows else None
    if rows is not None and boxes.has_ink:
        evidence = yield from boxes.evidence(recognizer)
        scores = weighed(scores, evidence, rows.weights, told=boxes.beside)
        both = _lattice(line, boxes, scores, settings).quoting(quoted)
        lattice = replace(both, alone=replace(lattice, said=said))
    told = LineLattice(replace(lattice, said=said), boxes.height, decided)
    return replace(told, lattice=told.sure(lattice))


def stretch_of(lattice: RowLattice, start: int, end: int) -> RowLattice:
    """Return the lattice of a line's glyphs from ``start`` to before ``end`` alone."""
    count = len(lattice.candidates)
    own = slice(start, end)
    passing = zip(lattice.unreadable, lattice.edges[count:], strict=True)
    inside = [(place - start, edge) for place, edge in passing if start <= place < end]
    edges = [*lattice.edges[own], *(edge for _, edge in inside)]
    return replace(
        lattice,
        candidates=lattice.candidates[own],
        ink=lattice.ink[own],
        share=lattice.share[own],
        given=lattice.given[own],
        places=lattice.places[own],
        edges=tuple(replace(e, first=e.first - start, last=e.last - start) for e in edges),
        unreadable=tuple(place for place, _ in inside),
        space_odds=lattice.space_odds[start : end - 1],
        alone=None,
        said={place - start: told for place, told in lattice.said.items() if start <= place < end},
        quoted={n - start: told for n, told in lattice.quoted.items() if start <= n < end},
    )


def _lattice(line: Line, boxes: "_Boxes", scores: Scores, settings: ReadingSettings) -> RowLattice:
    unreadable = tuple(np.flatnonzero(scores.share < CHARACTER).tolist())
    return RowLattice(
        tuple(whole_glyphs(boxes.clusters, boxes.angle, boxes.height).single()),
        scores.ink,
        scores.share,
        scores.given,
        boxes.places,
        (*_edges(scores), *_passing(unreadable, scores, settings)),
        unreadable,
        _space_odds(line),
        (),
    )


def _said(line: Line, charset: Charset) -> dict[int, int | None]:
    """Return the classes that a person said, by places of glyphs; None for unknown characters."""
    return {
        place: class_said(glyph, charset)
        for place, glyph in enumerate(line.glyphs)
        if glyph.is_confirmed
    }


def _scores(
    seen: SeenAgain,
    boxes: "_Boxes",
    decided: Mapping[int, int],
    recognizer: Recognizer,
    *,
    is_lending: bool,
) -> Scores:
    """Return what the network of letters says; what a person said is a character for sure."""
    ink, share = seen.probabilities, np.array(seen.shares)
    share[list(decided)] = 1
    given = with_likenesses(ink, recognizer.charset.characters) if is_lending else ink
    logs = np.log(np.maximum(given * share[:, None], LEAST))
    nothing = np.zeros(len(boxes.clusters))
    return Scores(ink, given, share, logs, nothing, nothing)


def _edges(scores: Scores) -> list[Edge]:
    return [Edge(place, place + 1, row) for place, row in enumerate(scores.logs)]


def _passing(places: Sequence[int], scores: Scores, settings: ReadingSettings) -> list[Edge]:
    share, none = scores.share.tolist(), scores.none.tolist()
    return [
        passing_over(n, n + 1, share=share[n], settings=settings, evidence=none[n]) for n in places
    ]


def _space_odds(line: Line) -> tuple[float, ...]:
    """Return the odds of spaces between glyphs: words stay as they are."""
    odds = [
        _CERTAIN if place == 0 else -_CERTAIN
        for word in line.words
        for place in range(len(word.glyphs))
    ]
    return tuple(odds[1:])


@dataclass(frozen=True, slots=True, eq=False)
class _Boxes:
    """The boxes of a line in the working image, and the direction and size of its row.

    Those that are ``beside`` the others lie level with most of them and hold ink. Of the rest, from
    other rows or on bare paper, neither their neighbours nor their height tell anything; their
    ``places`` (boxes, 3), else x along the row, top and bottom, are NaN.
    """

    inks: Sequence[HeldInk]
    clusters: tuple[Cluster, ...]
    beside: Flags
    places: Places
    angle: float
    height: float

    @classmethod
    def of(cls, inks: Sequence[HeldInk], layout: Layout) -> "_Boxes":
        """Return the boxes of a line by the ink that they hold."""
        clusters = tuple(Cluster((), ink.box) for ink in inks)
        numbers = Counter(ink.row for ink in inks if ink.row is not None)
        most = max(numbers, key=lambda number: numbers[number], default=None)
        angle, height = 0.0, float(np.median([cluster.box.height for cluster in clusters]))
        if most is not None:
            angle, height = layout.rows[most].angle, layout.rows[most].height
        places = np.array([upright_extent(cluster, angle) for cluster in clusters])
        beside = np.array([ink.mask.any() for ink in inks], bool)
        if most is not None:
            beside &= _level(inks, places, height, layout, most)
        places[~beside] = np.nan
        return cls(inks, clusters, beside, places, angle, height)

    @property
    def has_ink(self) -> bool:
        """Tell whether there is any row to be seen."""
        return bool(self.beside.any())

    @property
    def _along(self) -> list[int]:
        """The places of the boxes beside one another, in their order along the row."""
        middles = [sum(span_of(cluster, self.angle)) for cluster in self.clusters]
        return [place for place in np.argsort(middles).tolist() if self.beside[place]]

    def quotation_marks(self) -> list[int]:
        """Return the places of the boxes that hold quotation marks."""
        own = self._along
        inks = [self.inks[place] for place in own]
        corners = [(ink.frame.left, ink.frame.top) for ink in inks]
        found = quotation_marks([ink.mask for ink in inks], corners, self.angle, self.height)
        return [own[place] for place in found]

    def evidence(self, recognizer: Recognizer) -> Generator[float, None, RowEvidence]:
        """Return what the network of rows says of boxes beside one another; nothing of others."""
        rows = recognizer.rows
        assert rows is not None
        order = self._along
        clusters = [self.clusters[place] for place in order]
        own = [self.inks[place] for place in order]
        boxes = [cluster.box for cluster in clusters]
        around = enclosing([ink.frame for ink in own])
        picture = draw_ink(
            _together(own, around),
            around,
            boxes,
            angle=self.angle,
            height=self.height,
            geometry=rows.geometry,
        )
        pieces = whole_glyphs(clusters, self.angle, self.height)
        count = len(recognizer.charset)
        task = weigh_pictures([picture], [pieces], [pieces.single()], rows, characters=count)
        (told,) = yield from task
        characters = np.zeros((len(self.clusters), count))
        none = np.zeros(len(self.clusters))
        characters[order], none[order] = told.characters, told.candidates
        return RowEvidence(characters, none, none)


def _level(
    inks: Sequence[HeldInk], places: Places, height: float, layout: Layout, most: int
) -> Flags:
    """Tell which boxes stand in the row that holds most of them, or level with it beside it."""
    is_own = np.array([ink.row == most for ink in inks])
    across = places[:, 1:].mean(axis=1)
    away = np.abs(across - np.median(across[is_own]))
    strip = layout.strip_of(most)
    in_strip = np.array([layout.strip_of(ink.row) == strip for ink in inks])
    return np.asarray(is_own | (in_strip & (away < _LEVEL * height)))


def _together(inks: Sequence[HeldInk], around: BoundingBox) -> Flags:
    """Return the ink of all boxes in a box around them."""
    mask = np.zeros((around.height, around.width), bool)
    for ink in inks:
        own = ink.frame.moved(-around.left, -around.top)
        mask[own.top : own.bottom, own.left : own.right] |= ink.mask
    return mask
