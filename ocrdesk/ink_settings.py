"""How ink is to be told from paper: what a person may set for a page, as frozen data.

The settings stand below the rooms because two of them share the words: ``vision`` finds ink by
them, and ``page`` keeps them with what was read, so that its ink can be found again.
"""

from dataclasses import dataclass
from enum import StrEnum

MOST_SENSITIVITY = 100
MOST_DENOISE = 3
MOST_SPECKS = 60


class Threshold(StrEnum):
    """What the darkness of a pixel is compared with."""

    STROKE = "stroke"
    """Half of its own stroke's darkness; the automatic way."""
    SURROUNDINGS = "surroundings"
    """Mean and spread of what lies around it."""
    PAGE = "page"
    """One level for the whole page."""


class Rules(StrEnum):
    """What becomes of printed lines, squares and boxes."""

    AUTOMATIC = "automatic"
    """They go where enough of the ink is as long or as straight."""
    KEEP = "keep"
    """They stay: nothing is taken for printed."""
    REMOVE = "remove"
    """They go, short ones and those of single boxes too."""


@dataclass(frozen=True, slots=True)
class InkSettings:
    """How the ink of a page is found; without arguments, the automatic way.

    ``sensitivity``, -100 to 100, finds less or more than that: at 100 what is a quarter as dark, at
    -100 only what is twice as dark. ``denoise``, 1 to 3, smooths grain away before; at 0 that is
    done only where single pixels stand out all over the page. ``specks`` is the size, in percent of
    the letter height up to 60, that ink must have to stay; at 0 all stays that the layout takes for
    a part of a letter.
    Raises ``ValueError`` for values outside.
    """

    threshold: Threshold = Threshold.STROKE
    sensitivity: int = 0
    denoise: int = 0
    specks: int = 0
    rules: Rules = Rules.AUTOMATIC

    def __post_init__(self) -> None:
        for value, least, most, what in (
            (self.sensitivity, -MOST_SENSITIVITY, MOST_SENSITIVITY, "sensitivity"),
            (self.denoise, 0, MOST_DENOISE, "denoise"),
            (self.specks, 0, MOST_SPECKS, "specks"),
        ):
            if not least <= value <= most:
                raise ValueError(f"{what} is {value}, not {least} to {most}")

    @property
    def is_automatic(self) -> bool:
        """Tell whether nothing was set."""
        return self == AUTOMATIC

    @property
    def faintness(self) -> float:
        """How dark ink must be, in parts of what it must be automatically."""
        doubling = 50 if self.sensitivity > 0 else 100
        return float(2.0 ** (-self.sensitivity / doubling))

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return what is set otherwise than automatically, as pairs of names and values."""
        pairs = (
            ("threshold", self.threshold.value, Threshold.STROKE.value),
            ("sensitivity", f"{self.sensitivity:+d}", "+0"),
            ("denoise", str(self.denoise), "0"),
            ("specks", f"{self.specks} %", "0 %"),
            ("rules", self.rules.value, Rules.AUTOMATIC.value),
        )
        return tuple((name, value) for name, value, usual in pairs if value != usual)


AUTOMATIC = InkSettings()
"""Nothing set: ink is found as the page itself tells."""
