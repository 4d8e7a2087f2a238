"""What the networks say of the candidates of rows: of each by itself, and within its row."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.likenesses import with_likenesses
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import LEAST
from ocrdesk.services.row_evidence import RowEvidence
from ocrdesk.services.row_weights import RowWeights
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.pieces import Candidate, PieceRow

Probabilities = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

_AT_ONCE = 128  # candidates between two yields: some thirty milliseconds


def shares_of(logs: npt.NDArray[np.floating]) -> Probabilities:
    """Return probabilities (..., characters) in proportion to e to the power of ``logs``."""
    shares = np.exp(logs - logs.max(axis=-1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True), np.float32)


class Scores(NamedTuple):
    """What is said of a row's candidates: ``ink``, ``given`` and ``share`` as in `RowLattice`.

    ``logs`` (candidates, characters) is how well each does as each character, ``none``
    (candidates,) and ``dirt`` (pieces,) how well it does as no character in its row.
    """

    ink: Probabilities
    given: Probabilities
    share: Probabilities
    logs: npt.NDArray[np.floating]
    none: Floats
    dirt: Floats


def scored(
    layout: Layout,
    rows: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    recognizer: Recognizer,
    *,
    is_lending: bool,
) -> Generator[float, None, list[Scores]]:
    """Return for each row what the network of letters says of its candidates.

    Yields the share of candidates seen, every few milliseconds.
    """
    if not rows:
        return []
    places = [
        (candidate.cluster, row.angle)
        for row, own in zip(rows, candidates, strict=True)
        for candidate in own
    ]
    ink = np.empty((len(places), len(recognizer.charset)), np.float32)
    share = np.empty(len(places), np.float32)
    for start in range(0, len(places), _AT_ONCE):
        yield start / len(places)
        some = slice(start, start + _AT_ONCE)
        inks = [layout.glyph_ink(*place) for place in places[some]]
        ink[some], share[some] = recognizer.judge(cut_patches(inks, recognizer.geometry))
    given = with_likenesses(ink, recognizer.charset.characters) if is_lending else ink
    logs = np.log(np.maximum(given * share[:, None], LEAST))
    ends = np.cumsum([len(own) for own in candidates])[:-1]
    parted = (np.split(said, ends) for said in (ink, given, share, logs, np.zeros(len(places))))
    dirt = [np.zeros(len(row.pieces)) for row in rows]
    return [Scores(*own) for own in zip(*parted, dirt, strict=True)]


def weighed(
    scores: Scores,
    evidence: RowEvidence,
    weights: RowWeights,
    *,
    told: npt.NDArray[np.bool_] | None = None,
) -> Scores:
    """Return what both networks say, each with its weight.

    Where the network of rows speaks only of the candidates (candidates,) that are ``told``, the
    other speaks for the rest as it does alone.
    """
    beside = np.ones(len(scores.share), bool) if told is None else told
    letters = np.where(beside, weights.letters, 1.0).astype(np.float32)[:, None]
    doubt = np.where(beside, weights.doubt - weights.letters, 0.0)
    doubt *= np.log(np.maximum(scores.share, LEAST))
    characters = weights.rows * evidence.characters
    ink, given = (
        shares_of(letters * np.log(np.maximum(shares, LEAST)) + characters)
        for shares in (scores.ink, scores.given)
    )
    none, dirt = weights.rows * evidence.candidates, weights.rows * evidence.pieces
    logs = letters * scores.logs + doubt[:, None] + characters
    return Scores(ink, given, scores.share, logs, none, dirt)
