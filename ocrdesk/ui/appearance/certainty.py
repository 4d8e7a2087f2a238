"""How sure the reader is of a letter, in six steps that colour, pattern and words share."""

import enum
from dataclasses import dataclass

from ocrdesk.services.review import DOUBTFUL_BELOW

LIKELY_FROM = 0.6


@dataclass(slots=True)
class Doubt:
    """Where doubt begins in this window: letters ``below`` that probability are to be checked.

    As the theme it is one for all that shows letters, and moves by a person's choice alone
    (`controllers.accepting`).
    """

    below: float = DOUBTFUL_BELOW

    @property
    def is_usual(self) -> bool:
        """Tell whether it begins where it always does."""
        return self.below == DOUBTFUL_BELOW


DOUBT = Doubt()
"""Where doubt begins now: marks, counts and questions all ask this."""


class Certainty(enum.Enum):
    """The six ways a letter can stand on the page."""

    CONFIRMED = "confirmed"
    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    UNREADABLE = "unreadable"
    UNREAD = "unread"

    __hash__ = object.__hash__  # that of enum is written in Python; thousands of letters ask


def certainty_of(probability: float, *, is_confirmed: bool, is_read: bool = True) -> Certainty:
    """Return the step for the probability, in [0, 1], of the character shown."""
    if is_confirmed:
        return Certainty.CONFIRMED
    if not is_read:
        return Certainty.UNREAD
    if probability >= DOUBT.below:  # so that "to check" means the same to the review
        return Certainty.CERTAIN
    return Certainty.LIKELY if probability >= LIKELY_FROM else Certainty.DOUBTFUL
