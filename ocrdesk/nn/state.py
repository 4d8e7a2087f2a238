"""What a thing in training remembers, as plain arrays and JSON values that anyone can keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class State:
    """Arrays by name, and facts that survive JSON exactly; whoever gave it no longer writes to it.

    The state of a whole is made of its parts': with `of_parts` the arrays of part ``"best"`` are
    called ``"best.…"`` and its facts lie under ``"best"``.
    """

    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of_parts(cls, facts: Mapping[str, Any], **parts: "State") -> Self:
        """Return the state of a whole from facts of its own and the states of its parts."""
        arrays = {
            f"{part}.{name}": array
            for part, state in parts.items()
            for name, array in state.arrays.items()
        }
        return cls(arrays, {**facts, **{part: state.facts for part, state in parts.items()}})

    def part(self, name: str) -> "State":
        """Return the state of one part; ``ValueError`` where there is none."""
        start = f"{name}."
        facts = self.facts.get(name)
        if not isinstance(facts, Mapping):
            raise ValueError(f"nothing is told of {name}")  # noqa: TRY004  # content, not a type
        arrays = {
            key.removeprefix(start): array
            for key, array in self.arrays.items()
            if key.startswith(start)
        }
        return State(arrays, facts)

    def whole(self, name: str, *, least: int = 0) -> int:
        """Return the fact of that name, a whole number; ``ValueError`` for anything else."""
        number = self.facts.get(name)
        if isinstance(number, bool) or not isinstance(number, int) or number < least:
            raise ValueError(f"{name} is {number!r}, not a whole number from {least}")
        return number


def take_over(own: Mapping[str, NDArray[Any]], given: Mapping[str, NDArray[Any]]) -> None:
    """Copy each given array into the own one of that name.

    Raises ``ValueError`` for one that is missing, too many, or of another shape or dtype; then
    nothing was copied.
    """
    if set(own) != set(given):
        raise ValueError(
            f"the arrays are {', '.join(sorted(given)) or 'none'}, "
            f"expected {', '.join(sorted(own)) or 'none'}"
        )
    for name, array in own.items():
        if given[name].shape != array.shape or given[name].dtype != array.dtype:
            raise ValueError(
                f"{name} is {given[name].dtype} {given[name].shape}, "
                f"expected {array.dtype} {array.shape}"
            )
    for name, array in own.items():
        array[...] = given[name]


def generator_facts(rng: np.random.Generator) -> dict[str, Any]:
    """Return where a generator stands: the numbers it will draw, as JSON values."""
    return {
        "stream": _plain(rng.bit_generator.state),
        "children": getattr(rng.bit_generator.seed_seq, "n_children_spawned", 0),
    }


def set_generator(rng: np.random.Generator, facts: Mapping[str, Any]) -> None:
    """Let ``rng`` go on where `generator_facts` found another of the same kind.

    Generators that it spawns follow from its seed, which no state tells: they are the same if both
    began with the same seed. Raises ``ValueError`` for facts of something else.
    """
    children = State(facts=facts).whole("children")
    seeds = rng.bit_generator.seed_seq
    spawned = getattr(seeds, "n_children_spawned", 0)
    if children < spawned:
        raise ValueError(f"the generator has spawned {spawned} others, expected {children}")
    try:
        rng.bit_generator.state = facts["stream"]
    except (KeyError, TypeError, OverflowError, IndexError) as error:
        raise ValueError(f"the state of a generator is damaged: {error}") from error
    if children > spawned:
        rng.spawn(children - spawned)


def _plain(value: Any) -> Any:
    """Return a bit generator's state with lists for arrays; its setter takes either."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else value
