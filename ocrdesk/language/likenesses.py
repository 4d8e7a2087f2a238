"""Characters that the same ink may be, so that no network should be sure which of them it is."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Shares = npt.NDArray[np.float32]

LIKENESSES = ("O0o", "I1li", *(c.upper() + c for c in "ckpsuvwxyz"))
"""Capitals and small letters of one shape, zeros, upright strokes (people forget the dot of i)."""

LENT = 0.07
"""How much of a character's probability each of its likenesses may have besides."""


def likenesses(character: str) -> str:
    """Return the characters that look like this one, itself among them."""
    return next((group for group in LIKENESSES if character in group), character)


def with_likenesses(shares: Shares, characters: Sequence[str]) -> Shares:
    """Return probabilities (n, characters) of which likenesses lend one another some.

    A network that has seen all its characters written well is surer of them than a hand is: a
    capital I with a dot, an i without one, an S as low as s. What stands beside them knows better.
    """
    lent: Shares = shares @ _lending("".join(characters))
    return lent


@lru_cache(maxsize=8)
def _lending(characters: str) -> Shares:
    """Return how probabilities (characters, characters) go over into one another; rows sum to 1."""
    lending = np.eye(len(characters), dtype=np.float32)
    for row, character in enumerate(characters):
        for other in likenesses(character):
            column = characters.find(other)
            if column >= 0 and column != row:
                lending[row, column] = LENT
    lending /= lending.sum(axis=1, keepdims=True)
    lending.setflags(write=False)
    return lending
