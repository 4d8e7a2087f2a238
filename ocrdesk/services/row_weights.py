"""What the network of letters and that of rows count beside one another, where both are asked."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

MOST_WEIGHT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWeights:
    """The weights of what two networks say of the same ink (a product of experts: Hinton 2002).

    Both are surer than they are right, and often about the same ink: added up as they are, words
    have no say beside them. ``letters`` is the weight of what the network of letters says that ink
    is, ``doubt`` that of what it says for its being a character at all, which the network of rows
    never learnt; ``rows`` is the weight of all that the latter says. Each model has its own
    (CONTEXT.md, "Both networks have weights"). Raises ``ValueError`` where one is no number from
    0 to 10, or where that of a network is 0: it would be asked in vain.
    """

    letters: float = 0.5
    rows: float = 0.4
    doubt: float = 1.0

    def __post_init__(self) -> None:
        for name, value in self.told().items():
            if not 0.0 <= value <= MOST_WEIGHT or (value == 0 and name != "doubt"):
                raise ValueError(f"a weight of {value} for {name} makes no sense")

    def told(self) -> dict[str, float]:
        """Return the weights by their names."""
        return {part.name: getattr(self, part.name) for part in fields(self)}


ADDED_UP = RowWeights(letters=1.0, rows=0.45, doubt=1.0)
"""What counted before weights were kept with each model."""


def weights_from(entry: object) -> RowWeights:
    """Return the weights that `RowWeights.told` returned: any JSON value may stand there.

    Files from before there were weights have an empty table: both networks were added up then.
    Raises ``ValueError`` or ``TypeError`` where they make none.
    """
    numbers: dict[str, float] = {}
    if not isinstance(entry, Mapping):
        raise TypeError("the weights of the network of rows are no table")
    unknown = sorted(set(entry) - {part.name for part in fields(RowWeights)})
    if unknown:
        raise ValueError(f"there is no weight called “{unknown[0]}”")
    for name, value in entry.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"the weight of {name} is no number")
        numbers[name] = float(value)
    return replace(ADDED_UP, **numbers)
