"""Rows read as one decision: pieces, candidates, the network's scores, language, the best way.

Every run of neighbouring pieces that may be a letter is scored by the network in one pass over the
page. Along each row the decoder then chooses which candidates are the letters, what they are and
where words begin (LeCun, Bottou, Bengio and Haffner 1998, sections V and VI).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice import DecoderSettings, Edge, Step, WordScorer, decode
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout, LayoutRow, LayoutWord
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.pieces import Candidate, PieceRow, take_apart, whole_glyphs

Probabilities = npt.NDArray[np.float32]

LEAST = 1e-7
"""No character is taken for less probable than this, whatever the network says."""

_FORBIDDEN = -np.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """What the ways through a row are weighed by, beside ink and language.

    Natural logarithms: ``cut`` for a cut and ``cut_ink`` for each pen width of ink it crosses;
    ``join`` for putting together what the layout parted and ``join_gap`` for each letter height
    of free paper between.
    """

    cut: float = 1.0
    cut_ink: float = 0.5
    join: float = 2.0
    join_gap: float = 10.0
    decoder: DecoderSettings = field(default_factory=DecoderSettings)


@dataclass(frozen=True, slots=True, eq=False)
class GlyphReading:
    """One glyph as it was read: its ink, the network's probabilities, those after language."""

    cluster: Cluster
    ink: Probabilities
    weighed: Probabilities


def read_rows(
    layout: Layout,
    recognizer: Recognizer,
    scorer: WordScorer,
    settings: ReadingSettings | None = None,
) -> tuple[Layout, list[list[list[GlyphReading]]]]:
    """Return the layout as it was read, and for each of its rows the words of glyphs.

    A network that cannot tell what is no character reads the layout's own glyphs: it could not
    choose between cuts.
    """
    settings = settings or ReadingSettings()
    taken = [(row.clusters, row.angle, row.height) for row in layout.rows]
    if recognizer.can_reject:
        components, rows = take_apart(taken, layout.components)
        layout = replace(layout, components=components)
        candidates = [list(row.candidates()) for row in rows]
    else:
        rows = [whole_glyphs(*row) for row in taken]
        candidates = [[c for c in row.candidates() if c.last == c.first + 1] for row in rows]
    read = []
    shaped = []
    scored = _scored(layout, rows, candidates, recognizer)
    for row, pieces, own, (given, share) in zip(layout.rows, rows, candidates, scored, strict=True):
        logs = np.log(np.maximum(given * share[:, None], LEAST))
        edges = [
            Edge(candidate.first, candidate.last, logs[place], _prior(candidate, pieces, settings))
            for place, candidate in enumerate(own)
        ]
        words = [
            [GlyphReading(own[step.edge].cluster, given[step.edge], after) for step, after in word]
            for word in read_edges(
                edges, _space_odds(row, pieces), given, recognizer, scorer, settings.decoder
            )
        ]
        read.append(words)
        clusters = (LayoutWord(tuple(glyph.cluster for glyph in word)) for word in words)
        shaped.append(replace(row, words=tuple(clusters)))
    return replace(layout, rows=tuple(shaped)), read


def read_edges(
    edges: Sequence[Edge],
    space_odds: Sequence[float],
    given: Probabilities,
    recognizer: Recognizer,
    scorer: WordScorer,
    settings: DecoderSettings,
) -> list[list[tuple[Step, Probabilities]]]:
    """Return the words of the best way: each glyph's step and its probabilities after language.

    ``given`` (edges, characters) are the network's probabilities.
    """
    characters = recognizer.charset.characters
    best = decode(edges, space_odds, characters, scorer, settings)[0]
    words: list[list[Step]] = []
    for step in best.steps:
        if step.begins_word or not words:
            words.append([])
        words[-1].append(step)
    return [
        list(zip(word, _weighed(word, given, characters, scorer, settings), strict=True))
        for word in words
    ]


def _scored(
    layout: Layout,
    rows: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    recognizer: Recognizer,
) -> list[tuple[Probabilities, Probabilities]]:
    """Return for each row its candidates' probabilities (n, characters) and shares (n,)."""
    if not rows:
        return []
    inks = [
        layout.glyph_ink(candidate.cluster, row.angle)
        for row, own in zip(rows, candidates, strict=True)
        for candidate in own
    ]
    given, share = recognizer.judge(cut_patches(inks, recognizer.geometry))
    ends = np.cumsum([len(own) for own in candidates])[:-1]
    return list(zip(np.split(given, ends), np.split(share, ends), strict=True))


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


def _space_odds(row: LayoutRow, pieces: PieceRow) -> list[float]:
    """Return the log-odds of a space at each break of the row; never where ink is cut."""
    gaps = np.array([between.gap for between in pieces.breaks])
    odds = row.spacing.word_odds(gaps).tolist() if len(gaps) else []
    return [
        _FORBIDDEN if between.is_cut else value
        for between, value in zip(pieces.breaks, odds, strict=True)
    ]


def _weighed(
    word: Sequence[Step],
    given: Probabilities,
    characters: Sequence[str],
    scorer: WordScorer,
    settings: DecoderSettings,
) -> list[Probabilities]:
    """Return for each glyph of a word its probabilities with language weighed in.

    Each character is tried in the word as it was read otherwise. What is too improbable to be
    tried keeps the share of the least probable one tried.
    """
    weighed = []
    text = [characters[step.character] for step in word]
    for place, step in enumerate(word):
        ink = given[step.edge]
        tried = np.argsort(ink)[::-1][: settings.characters]
        tried = tried[ink[tried] >= max(LEAST, ink[tried[0]] * np.exp(-settings.least))]
        gains = [
            _word_score([*text[:place], characters[c], *text[place + 1 :]], scorer)
            for c in tried.tolist()
        ]
        factors = np.full(len(ink), min(gains), np.float64)
        factors[tried] = gains
        logs = np.log(np.maximum(ink, LEAST)) + settings.language_weight * factors
        shares = np.exp(logs - logs.max())
        weighed.append(np.asarray(shares / shares.sum(), np.float32))
    return weighed


def _word_score(text: Sequence[str], scorer: WordScorer) -> float:
    """Return the log-probability of a word."""
    state, total = scorer.start(), 0.0
    for character in text:
        state, gain = scorer.extend(state, character)
        total += gain
    return total + scorer.finish(state)
