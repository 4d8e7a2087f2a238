"""What the three evaluations (pages, characters, strips) have in common."""

from collections.abc import Iterable
from dataclasses import dataclass

from ocrdesk.services.error_rates import Confusion

JSON_FORMAT = 1  # raised when a key of the JSON output changes its meaning or goes away

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """How far an evaluation is: what is being read, and the fraction done (0 to 1)."""

    stage: str
    fraction: float


def confusions_as_json(confusions: Iterable[Confusion]) -> list[Json]:
    """Return each confusion as ``{"truth", "read", "count"}``."""
    return [
        {"truth": confusion.truth, "read": confusion.read, "count": confusion.count}
        for confusion in confusions
    ]
