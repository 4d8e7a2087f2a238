"""Nothing known of words: every character as likely as every other, wherever it stands."""

from math import log

from ocrdesk.language.lattice import State, WordScorer


class UniformWords:
    """A `WordScorer` that says nothing: with it, ink alone decides between ``count`` characters."""

    def __init__(self, count: int) -> None:
        self._gain = -log(count)

    def start(self) -> State:
        """Return the only state there is."""
        return ""

    def follow(self, state: State) -> State:
        """Return the same state: no word says anything of the next."""
        return state

    def extend(self, state: State, character: str) -> tuple[State, float]:
        """Return the state as it was and -log(count), whatever the character."""
        del character
        return state, self._gain

    def finish(self, state: State) -> float:
        """Return 0: no end is more likely than another."""
        del state
        return 0.0


def knows_words(scorer: WordScorer) -> bool:
    """Tell whether a scorer says anything, so that not ink alone decides."""
    return not isinstance(scorer, UniformWords)
