"""The best way through a row's lattice of candidates, ink and language weighed together.

A lattice has nodes 0 … n between the pieces of a row and edges from node to node, each a candidate
for one glyph with the network's probabilities. A way through it is a reading: which candidates,
which characters, where words begin. Every reading scores

    sum over glyphs [log P(character | ink) + prior(candidate)]
      + weight * sum over glyphs [log P(character | word so far) + log(number of characters)]
      + sum over nodes log P(space or none | gap),

so that language is neutral where it knows no more than that characters are equally likely, and
readings with more or fewer glyphs compare. Readings that end at the same node in the same word are
merged, keeping the better one (beam search over a word lattice with a character model: LeCun,
Bottou, Bengio and Haffner 1998, sections V-VI; Graves and others 2009 for the token passing).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, inf, log, log1p
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

State = Any
"""A beginning of a word, hashable; beginnings that are the same have the same state."""


class WordScorer(Protocol):
    """What knows how probable characters are after those of a word so far, in natural logs."""

    def start(self) -> State:
        """Return the state at the beginning of a word."""

    def follow(self, state: State) -> State:
        """Return the state at the beginning of the word after the one that ends in ``state``."""

    def extend(self, state: State, character: str) -> tuple[State, float]:
        """Return the state after one more character, and its log-probability."""

    def finish(self, state: State) -> float:
        """Return the log-probability that the word ends in this state."""


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A candidate from node ``first`` to node ``last``.

    ``log_probabilities`` (classes,) are the network's; ``prior`` speaks for (positive) or against
    (negative) the candidate whatever its character. An edge without probabilities passes over its
    pieces: dirt, which no glyph holds, or ink that is no character.
    """

    first: int
    last: int
    log_probabilities: npt.NDArray[np.floating] | None
    prior: float = 0.0


class Step(NamedTuple):
    """One glyph of a reading: the edge taken, its class, and what language added for it.

    ``begins_word`` tells that a space goes before it.
    """

    edge: int
    character: int
    language: float
    begins_word: bool


@dataclass(frozen=True, slots=True)
class Decoding:
    """A way through the lattice with its score in natural logs, and the state of its last word."""

    steps: tuple[Step, ...]
    score: float
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoderSettings:
    """How language weighs against ink and how widely readings are searched.

    Searching three times as widely (beam 32, margin 12, 6 characters) took five times as long and
    read no page of ours differently.
    """

    language_weight: float = 0.6
    space: float = 0.0
    """What each space gains in natural logs: to begin a word costs language more than to go on."""
    beam: int = 12
    margin: float = 8.0
    """Readings worse than the best at a node by more than this are given up."""
    characters: int = 5
    """At most so many characters of a candidate are tried."""
    least: float = 7.0
    """Characters less probable than the candidate's best by more than this are not tried."""

    def for_one_case(self) -> "DecoderSettings":
        """Return the settings for words in charsets of one case, where language errs less.

        What it asks more for beginning a word its spaces gain.
        """
        return replace(self, language_weight=self.language_weight + 0.2, space=self.space + 0.8)

    def for_both_cases(self) -> "DecoderSettings":
        """Return the settings for charsets with small letters, whose capitals take places too."""
        return replace(self, characters=self.characters + 2, least=self.least + 1)


@dataclass(slots=True)
class _Token:
    """The best reading so far that ends at a node in a certain word."""

    score: float
    state: State
    before: "_Token | None"
    step: Step | None
    is_parted: bool = False
    """A word ended before it and none began yet."""

    @property
    def is_between(self) -> bool:
        """Tell whether no word has begun that would have to end."""
        return self.is_parted or self.step is None


class _Start(NamedTuple):
    """An edge at its first node: its number, itself, the classes to try with log-probabilities."""

    number: int
    edge: Edge
    choices: list[tuple[int, str, float]]


class _Scoring(NamedTuple):
    """What weighs a reading's next character: language, its weight, what every one is given."""

    scorer: WordScorer
    weight: float
    bonus: float


def decode(
    edges: Sequence[Edge],
    space_odds: Sequence[float],
    characters: Sequence[str],
    scorer: WordScorer,
    settings: DecoderSettings | None = None,
    *,
    before: State | None = None,
) -> list[Decoding]:
    """Return readings of a row, the best first; none where no way leads through the lattice.

    ``space_odds`` holds for every inner node the log-odds that a space is there (n - 1,); minus
    infinity forbids one. ``characters`` names the classes; ``before`` is the state in which the
    row above ended.
    """
    settings = settings or DecoderSettings()
    last = len(space_odds) + 1
    starting: list[list[_Start]] = [[] for _ in range(last)]
    for number, choices in enumerate(_choices(edges, characters, settings)):
        starting[edges[number].first].append(_Start(number, edges[number], choices))
    weight = settings.language_weight
    scoring = _Scoring(scorer, weight, weight * log(len(characters)))
    tokens: list[dict[State, _Token]] = [{} for _ in range(last + 1)]
    best = [-inf] * (last + 1)
    start = scorer.start() if before is None else scorer.follow(before)
    tokens[0][start] = _Token(0.0, start, None, None)
    for node in range(last):
        odds = space_odds[node - 1] if node else None
        for token in _with_spaces(_pruned(tokens[node], settings), odds, scorer, settings):
            for begun in starting[node]:
                end = begun.edge.last
                least = best[end] - settings.margin if end < last else -inf
                reached = _extend(token, begun, tokens[end], scoring, least)
                best[end] = max(best[end], reached)
    return _ranked(tokens[last].values(), scorer, settings)


def _extend(
    token: _Token, start: _Start, tokens: dict[State, _Token], scoring: _Scoring, least: float
) -> float:
    """Keep the readings that a token becomes over one edge among those at the edge's end.

    There is one for each character tried; those are left out that cannot score ``least``, since
    no log-probability is above zero. Return the best score.
    """
    number, edge, choices = start
    scorer, weight, bonus = scoring
    score = token.score + edge.prior
    best = -inf
    if edge.log_probabilities is None:
        _keep(tokens, _Token(score, token.state, token.before, token.step, token.is_parted))
        best = score
    for label, character, ink in choices:
        if score + ink + bonus < least:
            break
        state, gain = scorer.extend(token.state, character)
        gain = weight * gain + bonus
        total = score + ink + gain
        held = tokens.get(state)
        if held is None or held.score < total:
            step = Step(number, label, gain, token.is_parted)
            tokens[state] = _Token(total, state, token, step)
            best = max(best, total)
    return best


def _ranked(
    tokens: Iterable[_Token], scorer: WordScorer, settings: DecoderSettings
) -> list[Decoding]:
    """Return the readings that reached the end, their last words ended, the best first."""
    weight = settings.language_weight
    ended = [
        (token.score + (0.0 if token.is_between else weight * scorer.finish(token.state)), token)
        for token in tokens
    ]
    ended.sort(key=lambda pair: -pair[0])
    return [Decoding(_steps(token), score, token.state) for score, token in ended[: settings.beam]]


def _choices(
    edges: Sequence[Edge], characters: Sequence[str], settings: DecoderSettings
) -> list[list[tuple[int, str, float]]]:
    """Return the classes of each edge worth trying: number, character and log-probability."""
    found: list[list[tuple[int, str, float]]] = [[] for _ in edges]
    rows = [place for place, edge in enumerate(edges) if edge.log_probabilities is not None]
    if not rows:
        return found
    values = np.array([edges[place].log_probabilities for place in rows])
    order = np.argsort(values, axis=1)[:, ::-1][:, : settings.characters]
    best = np.take_along_axis(values, order, axis=1)
    for place, labels, logs in zip(rows, order.tolist(), best.tolist(), strict=True):
        found[place] = [
            (label, characters[label], value)
            for label, value in zip(labels, logs, strict=True)
            if value >= logs[0] - settings.least
        ]
    return found


def _pruned(tokens: dict[State, _Token], settings: DecoderSettings) -> list[_Token]:
    """Return the tokens of a node that are worth going on with, the best first."""
    ranked = sorted(tokens.values(), key=lambda token: -token.score)[: settings.beam]
    return [token for token in ranked if token.score >= ranked[0].score - settings.margin]


def _with_spaces(
    tokens: Sequence[_Token], odds: float | None, scorer: WordScorer, settings: DecoderSettings
) -> list[_Token]:
    """Return the tokens that go on within their word, and the best that begin another."""
    if odds is None:
        return list(tokens)
    going_on = []
    parted: dict[State, _Token] = {}
    joined, apart = -_softplus(odds), -_softplus(-odds)
    for token in tokens:
        if token.is_between:  # behind ink that was passed over: a gap more tells nothing
            going_on.append(token)
            continue
        going_on.append(
            _Token(token.score + joined, token.state, token.before, token.step, token.is_parted)
        )
        if odds > -settings.margin:
            ended = token.score + apart + settings.space
            ended += settings.language_weight * scorer.finish(token.state)
            following = scorer.follow(token.state)
            _keep(parted, _Token(ended, following, token.before, token.step, is_parted=True))
    return going_on + list(parted.values())


def _keep(tokens: dict[State, _Token], token: _Token) -> None:
    """Keep the better one of two readings that end in the same state."""
    held = tokens.get(token.state)
    if held is None or held.score < token.score:
        tokens[token.state] = token


def _softplus(value: float) -> float:
    """Return log(1 + e^value) without overflow."""
    return max(value, 0.0) + log1p(exp(-abs(value)))


def _steps(token: _Token) -> tuple[Step, ...]:
    steps = []
    reached: _Token | None = token
    while reached is not None and reached.step is not None:
        steps.append(reached.step)
        reached = reached.before
    return tuple(reversed(steps))
