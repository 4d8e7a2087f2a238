"""How far a network is from reading a word, and which way its scores should go: one decision.

Of all ways through a word's lattice those are right that read its text. The loss is the logarithm
of the sum over all ways less that of the sum over the right ones (the forward penalty: LeCun,
Bottou, Bengio and Haffner 1998, section VI.D), so that every candidate learns from every other that
takes its ink. Characters are as likely as the network says; language is left out.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice_sums import Span, all_ways, right_ways

Floats = npt.NDArray[np.float64]

_LEAST = 1e-12


class PassedOver(NamedTuple):
    """A candidate that wrong ways may pass over as no character.

    That scores ``weight`` times the logarithm of being none, and ``cost``.
    """

    candidate: int
    span: Span
    weight: float
    cost: float


@dataclass(frozen=True, slots=True, eq=False)
class TaughtWord:
    """The lattice of a word whose text of m characters is known, without the network's part.

    ``spans`` and ``priors`` (edges,) belong to the first of the word's candidates. ``texts``
    (characters, m) say how much of each character's probability stands for each of the text:
    likenesses lend one another some. ``dirt`` may be passed over by all ways at ``dirt_score``,
    what is ``unreadable`` by wrong ones.
    """

    spans: tuple[Span, ...]
    priors: Floats
    texts: Floats
    nodes: int
    dirt: tuple[Span, ...] = ()
    dirt_score: float = -1.0
    unreadable: tuple[PassedOver, ...] = ()


class WordLoss(NamedTuple):
    """The loss in natural logarithms, and its derivatives (candidates, classes) after logits."""

    loss: float
    gradient: Floats


def word_loss(word: TaughtWord, shares: Floats) -> WordLoss | None:
    """Return the loss of a word; None where no way reads it.

    ``shares`` (candidates, classes) are the network's probabilities of the word's candidates; the
    last class is that of no character.

    With p = softmax(z) and s = Σ_k p_k over characters, the score of an edge is log s among all
    ways and log Σ_k p_k t_kj as character j of the text among the right ones, that of passing over
    w log p_none. An edge with shares a and r_j of the sums then has ∂J/∂z_k = a (p_k / s − p_k)
    − Σ_j r_j (p_k t_kj / Σ_i p_i t_ij − p_k), the first without p_k / s for no character.
    """
    count, none = len(word.spans), shares.shape[1] - 1
    characters = shares[:count, :none]
    known = np.maximum(characters.sum(axis=1), _LEAST)
    given = np.maximum(characters @ word.texts, _LEAST)
    dirt = [(span, word.dirt_score) for span in word.dirt]
    right = right_ways(word.spans, np.log(given) + word.priors[:, None], word.nodes, passing=dirt)
    passing = [
        one.weight * np.log(max(float(shares[one.candidate, none]), _LEAST)) + one.cost
        for one in word.unreadable
    ]
    scores = [np.log(known) + word.priors, [word.dirt_score] * len(word.dirt), passing]
    edges = (*word.spans, *word.dirt, *(one.span for one in word.unreadable))
    every = all_ways(edges, np.concatenate(scores), word.nodes)
    if not np.isfinite(right.log_sum):
        return None
    gradient = np.zeros(shares.shape)
    own = every.shares[:count]
    gradient[:count] = (right.shares.sum(axis=1) - own)[:, None] * shares[:count]
    gradient[:count, :none] += (own / known)[:, None] * characters
    gradient[:count, :none] -= characters * ((right.shares / given) @ word.texts.T)
    passed = every.shares[count + len(word.dirt) :].tolist()
    for one, share in zip(word.unreadable, passed, strict=True):
        gradient[one.candidate] -= share * one.weight * shares[one.candidate]
        gradient[one.candidate, none] += share * one.weight
    return WordLoss(every.log_sum - right.log_sum, gradient)
