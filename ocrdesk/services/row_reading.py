"""Rows read as one decision: pieces, candidates, the network's scores, language, the best way.

Every run of neighbouring pieces that may be a letter is scored by the network in one pass over the
page. Along each row the decoder then chooses which candidates are the letters, what they are and
where words begin (LeCun, Bottou, Bengio and Haffner 1998, sections V and VI).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice import DecoderSettings, Edge, State, Step, WordScorer, decode
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
    of free paper between. Without ``may_cut`` the layout's own glyphs are read as they are.
    """

    may_cut: bool = True
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
    if recognizer.can_reject and settings.may_cut:
        components, rows = take_apart(taken, layout.components)
        layout = replace(layout, components=components)
        candidates = [list(row.candidates()) for row in rows]
    else:
        rows = [whole_glyphs(*row) for row in taken]
        candidates = [[c for c in row.candidates() if c.last == c.first + 1] for row in rows]
    reader = RowReader(recognizer, scorer, settings.decoder)
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
            for word in reader.read(edges, _space_odds(row, pieces), given)
        ]
        read.append(words)
        clusters = (LayoutWord(tuple(glyph.cluster for glyph in word)) for word in words)
        shaped.append(replace(row, words=tuple(clusters)))
    return replace(layout, rows=tuple(shaped)), read


class RowReader:
    """Reads rows one after the other; each begins where the one above ended."""

    def __init__(
        self, recognizer: Recognizer, scorer: WordScorer, settings: DecoderSettings
    ) -> None:
        self._characters = recognizer.charset.characters
        self._scorer = scorer
        self._settings = settings
        self._before: State | None = None

    def read(
        self, edges: Sequence[Edge], space_odds: Sequence[float], given: Probabilities
    ) -> list[list[tuple[Step, Probabilities]]]:
        """Return the words of the best way: each glyph's step, and what language makes of it.

        ``given`` (edges, characters) are the network's probabilities.
        """
        best, *_ = decode(
            edges, space_odds, self._characters, self._scorer, self._settings, before=self._before
        )
        words: list[list[Step]] = []
        for step in best.steps:
            if step.begins_word or not words:
                words.append([])
            words[-1].append(step)
        before, self._before = self._before, best.state
        read = []
        for word in words:
            start = self._scorer.start() if before is None else self._scorer.follow(before)
            weighed, before = self._weighed(word, given, start)
            read.append(list(zip(word, weighed, strict=True)))
        return read

    def _weighed(
        self, word: Sequence[Step], given: Probabilities, start: State
    ) -> tuple[list[Probabilities], State]:
        """Return for each glyph its probabilities with language weighed in, and the word's end.

        Each character is tried in the word as it was read otherwise. What is too improbable to be
        tried keeps the share of the least probable one tried.
        """
        settings = self._settings
        weighed = []
        text = [self._characters[step.character] for step in word]
        for place, step in enumerate(word):
            ink = given[step.edge]
            tried = np.argsort(ink)[::-1][: settings.characters]
            tried = tried[ink[tried] >= max(LEAST, ink[tried[0]] * np.exp(-settings.least))]
            others = ([*text[:place], self._characters[c], *text[place + 1 :]] for c in tried)
            gains = [self._score(other, start)[0] for other in others]
            factors = np.full(len(ink), min(gains), np.float64)
            factors[tried] = gains
            logs = np.log(np.maximum(ink, LEAST)) + settings.language_weight * factors
            shares = np.exp(logs - logs.max())
            weighed.append(np.asarray(shares / shares.sum(), np.float32))
        return weighed, self._score(text, start)[1]

    def _score(self, text: Sequence[str], state: State) -> tuple[float, State]:
        """Return the log-probability of a word that begins at ``state``, and its last state."""
        total = 0.0
        for character in text:
            state, gain = self._scorer.extend(state, character)
            total += gain
        return total + self._scorer.finish(state), state


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
