"""Learns the letters of words: interpolated modified Kneser-Ney, pruned and rounded to be shipped.

Chen and Goodman 1998, "An Empirical Study of Smoothing Techniques for Language Modeling", sections
2.8 and 3.1, for the estimate; Seymore and Rosenfeld 1996, "Scalable Backoff Language Models", for
pruning by weighted difference.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.language.ngram import BOUNDARY, STEP, NgramModel, NgramTable

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

ORDER = 6
DAMPING = 0.0


@dataclass(frozen=True, slots=True)
class _Grams:
    """The n-grams of one order: sorted keys (base: number of symbols), counts, probabilities."""

    keys: Integers
    counts: Integers
    probabilities: Floats


def damped_weights(zipf_frequencies: Sequence[float], damping: float = DAMPING) -> Integers:
    """Return whole weights (n,), occurrences to the power of ``damping``, at least 1 each.

    A Zipf frequency is log10 of the occurrences in a thousand million words; the rarest weighs 1.
    """
    zipf = np.asarray(zipf_frequencies, np.float64)
    rarest = zipf.min() if len(zipf) else 0.0
    return np.maximum(np.rint(10.0 ** (damping * (zipf - rarest))), 1).astype(np.int64)


def train_ngrams(
    words: Sequence[str], weights: Integers, *, order: int = ORDER, threshold: float = 0.0
) -> NgramModel:
    """Return the model of the letters of ``words``, each counted ``weights`` times.

    ``threshold`` prunes: an n-gram goes where leaving its probability to the shorter context
    costs less than so many nats for each letter of the words, averaged.
    """
    if not words:
        raise ValueError("no words to learn from")
    alphabet = "".join(sorted(set("".join(words)) - {BOUNDARY}))
    base = len(alphabet) + 1
    symbols, starts, repeats = _encoded(words, alphabet, weights)
    counted = [_counted(symbols, starts, repeats, base, n) for n in range(1, order + 1)]
    levels: list[_Grams] = []
    for n, (keys, raw) in enumerate(counted, start=1):
        counts = raw if n == order else _continued(keys, raw, counted[n][0], base, n)
        levels.append(_smoothed(keys, counts, levels[-1] if levels else None, base, n))
    kept = _pruned(levels, [raw for _, raw in counted], base, threshold)
    return NgramModel(alphabet, _table(levels, kept, base))


def _encoded(
    words: Sequence[str], alphabet: str, weights: Integers
) -> tuple[Integers, Integers, Integers]:
    """Return the symbols of all words, each between boundaries (0), its start, and its weight.

    ``starts`` and ``repeats`` tell for each symbol where its word begins and what it weighs.
    """
    text = BOUNDARY.join(["", *words, ""])
    points = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.int64)
    table = np.array([ord(c) for c in BOUNDARY + alphabet], np.int64)
    order = np.argsort(table)
    symbols = order[np.searchsorted(table[order], points)]
    boundaries = np.flatnonzero(symbols == 0)
    lengths = np.diff(boundaries)
    starts = np.repeat(boundaries[:-1], lengths)
    return symbols[1:], starts, np.repeat(weights, lengths)


def _counted(
    symbols: Integers, starts: Integers, repeats: Integers, base: int, n: int
) -> tuple[Integers, Integers]:
    """Return the sorted keys and weighted counts of all n-grams that stay within a word.

    Place p of ``symbols`` is p + 1 of the text, and the text begins with a boundary; a boundary
    alone, as the start of a word, is not predicted and not counted.
    """
    text = np.concatenate([[0], symbols])
    places = np.arange(1, len(text))
    places = places[places - starts >= n - 1]
    keys = np.zeros(len(places), np.int64)
    for back in range(n - 1, -1, -1):
        keys = keys * base + text[places - back]
    unique, inverse = np.unique(keys, return_inverse=True)
    counts = np.bincount(inverse, weights=repeats[places - 1])
    return unique, np.rint(counts).astype(np.int64)


def _continued(keys: Integers, raw: Integers, longer: Integers, base: int, n: int) -> Integers:
    """Return in how many contexts each n-gram was seen; at a word's start, how often (raw).

    Kneser and Ney 1995, equation 17: what a shorter context knows counts where the longer one
    knows nothing. Nothing stands before a word's start, so its counts stay as they are.
    """
    places = np.searchsorted(keys, longer % base**n)
    contexts = np.bincount(places, minlength=len(keys))
    at_start = (keys // base ** (n - 1) == 0) & (n > 1)
    return np.where(at_start, raw, np.maximum(contexts, 1))


def _smoothed(
    keys: Integers, counts: Integers, shorter: _Grams | None, base: int, n: int
) -> _Grams:
    """Return the interpolated probabilities (Chen and Goodman 1998, equations 20 to 26)."""
    discounts = _discounts(counts)
    taken = discounts[np.minimum(counts, 3)]
    _, context = np.unique(keys // base, return_inverse=True)
    totals = np.bincount(context, weights=counts)
    left_over = np.bincount(context, weights=taken) / totals
    if shorter is None:
        lower: Floats = np.full(len(keys), 1.0 / base)
    else:
        lower = shorter.probabilities[np.searchsorted(shorter.keys, keys % base ** (n - 1))]
    probabilities = (counts - taken) / totals[context] + left_over[context] * lower
    return _Grams(keys, counts, probabilities)


def _discounts(counts: Integers) -> Floats:
    """Return what is taken from counts of 0, 1, 2 and 3 or more (equation 26)."""
    seen = np.bincount(np.minimum(counts, 5), minlength=6).astype(np.float64)
    plain = seen[1] / (seen[1] + 2 * seen[2]) if seen[1] else 0.5
    found = [0.0]
    for times in (1, 2, 3):
        ratio = seen[times + 1] / seen[times] if seen[times] else 0.0
        found.append(float(np.clip(times - (times + 1) * plain * ratio, 0.05, times - 0.05)))
    return np.array(found)


def _pruned(
    levels: Sequence[_Grams], raws: Sequence[Integers], base: int, threshold: float
) -> list[npt.NDArray[np.bool_]]:
    """Tell for each order which n-grams stay: dear ones, and those that longer ones begin with."""
    letters = float(raws[0].sum())
    kept = [np.ones(len(level.keys), np.bool_) for level in levels]
    for n in range(len(levels), 2, -1):
        level, shorter = levels[n - 1], levels[n - 2]
        lower = shorter.probabilities[np.searchsorted(shorter.keys, level.keys % base ** (n - 1))]
        # The share that a context leaves to its shorter one, from what it does not foresee.
        _, context = np.unique(level.keys // base, return_inverse=True)
        foreseen = np.bincount(context, weights=level.probabilities)
        covered = np.bincount(context, weights=lower)
        left = np.maximum(1 - foreseen, 1e-9) / np.maximum(1 - covered, 1e-9)
        cost = raws[n - 1] / letters * np.log(level.probabilities / (left[context] * lower))
        dear = cost > threshold
        if n < len(levels):
            longer = levels[n].keys[kept[n]]
            dear[np.searchsorted(level.keys, longer // base)] = True
        kept[n - 1] = dear
    return kept


def _table(
    levels: Sequence[_Grams], kept: Sequence[npt.NDArray[np.bool_]], base: int
) -> NgramTable:
    """Return the kept n-grams as one tree, order after order, with rounded probabilities."""
    symbols: list[npt.NDArray[np.uint8]] = []
    costs: list[npt.NDArray[np.uint8]] = []
    children: list[npt.NDArray[np.uint8]] = []
    keys = [level.keys[keep] for level, keep in zip(levels, kept, strict=True)]
    for place, (level, keep) in enumerate(zip(levels, kept, strict=True)):
        rounded = np.rint(-np.log(level.probabilities[keep]) / STEP)
        symbols.append((keys[place] % base).astype(np.uint8))
        costs.append(np.clip(rounded, 0, 255).astype(np.uint8))
        if place + 1 < len(levels):
            parents = np.searchsorted(keys[place], keys[place + 1] // base)
            count = np.bincount(parents, minlength=len(keys[place]))
            children.append(count.astype(np.uint8))
    return NgramTable(tuple(symbols), tuple(costs), tuple(children))


def cross_entropy(model: NgramModel, words: Mapping[str, float]) -> float:
    """Return the bits that a letter costs, ends of words counted, over weighted words."""
    bits = sum(-weight * model.log_probability(word) for word, weight in words.items())
    letters = sum(weight * (len(word) + 1) for word, weight in words.items())
    return bits / letters / float(np.log(2))
