"""Letters or digits? Neighbours answer for one another, so that O and 0, I and 1 part by company.

A row is a hidden Markov chain over two kinds of character. The network's probabilities are its
emissions; kinds rarely change within a word and sometimes between words (forward-backward,
Rabiner 1989, section III). Ink wins where it is sure: a chain can only weigh, not forbid.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Probabilities = npt.NDArray[np.float32]

STAY_IN_WORD = 0.97
STAY_BETWEEN_WORDS = 0.75


def weigh_kinds(
    probabilities: Probabilities, characters: Sequence[str], word_lengths: Sequence[int]
) -> Probabilities:
    """Return the probabilities (n, classes) of one row weighed by the kind of their neighbours.

    ``characters`` names the classes; ``word_lengths`` sums to n. Rows of the result sum to one.
    """
    is_digit = np.array([character.isdigit() for character in characters])
    count = len(probabilities)
    if count == 0 or not is_digit.any() or is_digit.all():
        return probabilities
    evidence = np.stack(
        [probabilities[:, ~is_digit].sum(axis=1), probabilities[:, is_digit].sum(axis=1)], axis=1
    ).astype(np.float64)
    evidence = np.maximum(evidence, 1e-6)
    posterior = _smoothed(evidence, _stays(word_lengths))
    factors = posterior / evidence
    factors /= factors.max(axis=1, keepdims=True)
    weighed = probabilities * np.where(is_digit, factors[:, 1:], factors[:, :1])
    total = weighed.sum(axis=1, keepdims=True)
    return np.asarray(weighed / np.maximum(total, 1e-12), np.float32)


def _stays(word_lengths: Sequence[int]) -> list[float]:
    """Return the probability that the kind stays, for each step from a glyph to the next."""
    stays: list[float] = []
    for length in word_lengths:
        stays += [STAY_BETWEEN_WORDS] + [STAY_IN_WORD] * (length - 1)
    return stays[1:]


def _smoothed(evidence: npt.NDArray[np.float64], stays: Sequence[float]) -> npt.NDArray[np.float64]:
    """Return the probability of each kind at each place, (n, 2), given the whole row."""
    count = len(evidence)
    forward = np.empty_like(evidence)
    backward = np.ones_like(evidence)
    forward[0] = evidence[0] / evidence[0].sum()
    for place in range(1, count):
        stay = stays[place - 1]
        before = forward[place - 1]
        forward[place] = (stay * before + (1 - stay) * before[::-1]) * evidence[place]
        forward[place] /= forward[place].sum()
    for place in range(count - 2, -1, -1):
        stay = stays[place]
        after = backward[place + 1] * evidence[place + 1]
        backward[place] = stay * after + (1 - stay) * after[::-1]
        backward[place] /= backward[place].sum()
    posterior = forward * backward
    result: npt.NDArray[np.float64] = posterior / posterior.sum(axis=1, keepdims=True)
    return result
