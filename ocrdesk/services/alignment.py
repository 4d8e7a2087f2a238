"""Letters found in ink whose text is known: where a reader is told the answer, it finds the place.

A reader that still errs at single letters finds them nearly always when it knows the text: of all
ways through a row's lattice only those that read it are left (Viterbi alignment; LeCun and others
1998, section VI.A). What is found so are letters as pages have them, with what cuts left of them,
and of the candidates on no such way those that join letters: real ink that is no character.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.language.alignment import align
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import LEAST, ReadingSettings
from ocrdesk.services.row_lattice import RowLattice, build_lattices
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout, LayoutRow, find_ink, lay_out

_SURE = 0.3  # probability from which a letter is believed whatever stands beside it
_POSSIBLE = 0.003  # ... between two neighbours that are sure
_NEIGHBOUR = 0.5  # probability that makes a neighbour sure
_WORST = -2.2  # mean log-probability of a text's letters below which the text is doubted


# What a network of rows learns from is not to be chosen by the one before.
_BY_LETTERS = ReadingSettings(asks_rows=False)


@dataclass(frozen=True, slots=True, eq=False)
class FoundInk:
    """Ink of a row and what it is: a character, or ``UNREADABLE`` where it joins several."""

    character: str
    cluster: Cluster


@dataclass(frozen=True, slots=True, eq=False)
class AlignedText:
    """What was found of a known text, in the layout it was found in, and its row.

    ``letters`` are the places of all its characters, ``found`` those that are believed and what
    joins them; ``pieces`` is all ink of the row, whose letters are ``height`` pixels high.
    """

    layout: Layout
    angle: float
    height: float
    found: tuple[FoundInk, ...]
    letters: tuple[Cluster, ...]
    pieces: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _RowAlignment:
    row: LayoutRow
    lattice: RowLattice
    edges: tuple[int, ...]
    score: float

    def shares(self, labels: Sequence[int]) -> npt.NDArray[np.float64]:
        """Return the probability of each letter to be what it should be, (letters,)."""
        lattice = self.lattice
        return np.array(
            [
                float(lattice.ink[edge, label] * lattice.share[edge])
                for edge, label in zip(self.edges, labels, strict=True)
            ]
        )


def align_text(
    pixels: npt.NDArray[np.uint8], text: str, recognizer: Recognizer, *, skip: float
) -> AlignedText | None:
    """Return the letters of ``text`` (in the charset, without spaces) in a picture of one row.

    Beside the text other ink may stand, at ``skip`` natural logs for each piece. None where the
    text is not found: its letters are too improbable, or lie in several rows.
    """
    labels = [recognizer.charset.index(character) for character in text]
    layout = lay_out(pixels, *find_ink(pixels))
    layout, lattices = run(build_lattices(layout, recognizer, _BY_LETTERS))
    aligned = _best_row(layout, lattices, labels, skip)
    if aligned is None:
        return None
    shares = aligned.shares(labels)
    if np.log(np.maximum(shares, LEAST)).mean() < _WORST:
        return None
    candidates = aligned.lattice.candidates
    letters = tuple(candidates[edge].cluster for edge in aligned.edges)
    believed = [
        FoundInk(text[place], letter)
        for place, letter in enumerate(letters)
        if _is_believed(shares, place)
    ]
    joins = [FoundInk(UNREADABLE, cluster) for cluster in _joins(aligned, shares)]
    pieces = tuple(one.cluster for one in candidates if one.last == one.first + 1)
    row = aligned.row
    return AlignedText(layout, row.angle, row.height, (*believed, *joins), letters, pieces)


def _best_row(
    layout: Layout, lattices: Sequence[RowLattice], labels: Sequence[int], skip: float
) -> _RowAlignment | None:
    best = None
    for row, lattice in zip(layout.rows, lattices, strict=True):
        nodes = len(lattice.space_odds) + 2
        found = align(lattice.edges, labels, nodes, skip=skip)
        if found is not None and (best is None or found.score > best.score):
            best = _RowAlignment(row, lattice, found.edges, found.score)
    return best


def _is_believed(shares: npt.NDArray[np.float64], place: int) -> bool:
    """Tell whether a letter is what the text says: by itself, or by what stands beside it.

    Sure letters alone would teach nothing new.
    """
    beside = shares[max(place - 1, 0) : place + 2].copy()
    beside[place - max(place - 1, 0)] = 1.0
    is_possible = shares[place] >= _POSSIBLE and bool((beside >= _NEIGHBOUR).all())
    return bool(shares[place] >= _SURE) or is_possible


def _joins(aligned: _RowAlignment, shares: npt.NDArray[np.float64]) -> Iterator[Cluster]:
    """Yield the candidates that hold ink of several letters, all of them sure.

    Parts of one letter are not among them: half an H is an I.
    """
    candidates = aligned.lattice.candidates
    spans = [(candidates[edge].first, candidates[edge].last) for edge in aligned.edges]
    for candidate in candidates:
        inside = [
            place
            for place, (first, last) in enumerate(spans)
            if candidate.first < last and first < candidate.last
        ]
        if len(inside) > 1 and (shares[inside] >= _SURE).all():
            yield candidate.cluster
