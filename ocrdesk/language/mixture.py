"""Weighs several kinds of writing against one another, character by character, for a decoder.

A word may be of many kinds; each kind foresees its next character, and each character read shifts
the weights (the forward algorithm, Rabiner 1989, section III A). What a decoder has read before is
remembered as a tree, so that asking again costs one look into a dictionary.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float64]
Place = Any
"""Where a source stands in a word: whatever is hashable and the source understands."""

NEGLIGIBLE = 1e-6
FLOOR_WEIGHT = 1e-12
MOST_STATES = 50_000


class Source(Protocol):
    """One kind of writing: what may come next, and where that leads.

    ``is_core``: marks may follow its end (word, number), or the end ends all (closing marks).
    ``leads_on``: after its one character any kind may begin (an opening mark).
    ``is_floor``: it allows every character everywhere and is never given up.
    """

    is_core: bool
    leads_on: bool
    is_floor: bool

    def start(self) -> Place:
        """Return the place before the first character."""

    def row(self, place: Place) -> Row:
        """Return the probabilities (characters + 1) of what comes next, the end last."""

    def step(self, place: Place, column: int) -> Place:
        """Return the place after the character of that column, which ``row`` held possible."""

    def kind_at(self, place: Place) -> str:
        """Return the name of what is being written."""


class Closing(Source, Protocol):
    """The marks that close a word; they remember what word it was."""

    def behind(self, kind: str) -> Place:
        """Return the place behind a word of that kind, before the first mark."""


class Joints(NamedTuple):
    """What follows the end of a core: (characters + 1) each; together they sum to one.

    ``closing`` marks lead to ``marks`` (its last entry: the word is over), ``joining`` marks let
    any kind begin anew.
    """

    closing: Row
    joining: Row
    marks: Closing


_Hypothesis = tuple[Source, Place, float, Row]
"""A source, where it stands, its weight, and what it foresees. A plain tuple: made by millions."""


class State:
    """A beginning of a word, remembered. Only the model that made it can read it."""

    __slots__ = ("_children", "_column", "_hypotheses", "_length", "_logs", "_next", "_parent")

    def __init__(self, parent: "State | None", column: int) -> None:
        self._parent = parent
        self._column = column
        self._length: int = 0 if parent is None else parent._length + 1  # noqa: SLF001
        self._next: State | None = None
        self._hypotheses: tuple[_Hypothesis, ...] = ()
        self._logs: Row | None = None
        self._children: dict[str, tuple[State, float]] = {}


class Mixture:
    """Sources with weights at the start of a word, as one distribution over runs of characters.

    ``priors`` maps a name to the weights of the sources (never negative, sum above 0) at the
    start of a word: "" is the general one, others follow a word of a kind. All logarithms are
    natural. Threads may share a model: at worst the same is computed twice.
    """

    def __init__(
        self,
        characters: str,
        sources: Sequence[Source],
        priors: Mapping[str, Sequence[float]],
        *,
        joints: Joints | None = None,
        most_states: int = MOST_STATES,
    ) -> None:
        self.characters = characters
        self._columns = {character: place for place, character in enumerate(characters)}
        self._sources = tuple(sources)
        self._priors = {name: _normalised(weights) for name, weights in priors.items()}
        self._joints = joints
        self._after_end = None if joints is None else joints.closing + joints.joining
        self._most_states = most_states
        self._roots: dict[str, State] = {}
        self._count = 0

    def start(self, after: str = "") -> State:
        """Return the state before the first character, after a word of that kind (or of any)."""
        root = self._roots.get(after)
        if root is None:
            if after not in self._priors:
                return self.start()
            root = State(None, -1)
            root._hypotheses = self._beginnings(after, 1.0)  # noqa: SLF001  # our own record
            self._roots[after] = root
        return root

    def follow(self, state: State) -> State:
        """Return the state at the start of the word after the one that ends in ``state``."""
        following = state._next  # noqa: SLF001  # asked once: another thread may forget it
        if following is None:
            following = state._next = self.start(self.kind(state))  # noqa: SLF001
        return following

    def kind(self, state: State) -> str:  # noqa: ARG002  # what tells kinds apart overrides it
        """Return what ``start`` may be told of the word that ends at this state."""
        return ""

    def extend(self, state: State, character: str) -> tuple[State, float]:
        """Return the state after the character, and the log-probability of the character there.

        Raises ``KeyError`` for a character outside ``characters``.
        """
        try:
            return state._children[character]  # noqa: SLF001  # a call would cost as much again
        except KeyError:
            return self._grow(state, character)

    def finish(self, state: State) -> float:
        """Return the log-probability that the word ends here."""
        return float(self.scores(state)[-1])

    def scores(self, state: State) -> Row:
        """Return all log-probabilities at once (characters + 1), in their order, the end last.

        The array must not be changed.
        """
        logs = state._logs  # noqa: SLF001
        if logs is None:
            row = self._row(self._resolved(state))
            with np.errstate(divide="ignore"):  # the impossible: −inf
                logs = np.log(row)
            logs.setflags(write=False)
            state._logs = logs  # noqa: SLF001
        return logs

    def kinds(self, state: State) -> dict[str, float]:
        """Return how probable each kind is at this state, given that the word ends here.

        Where the word cannot end, given its characters alone. Sums to one.
        """
        found: dict[str, float] = {}
        ended: dict[str, float] = {}
        for source, place, weight, row in self._resolved(state):
            kind = source.kind_at(place)
            found[kind] = found.get(kind, 0.0) + weight
            share = weight * row.item(-1)
            ended[kind] = ended.get(kind, 0.0) + share
        chosen = ended if sum(ended.values()) > 0 else found
        total = sum(chosen.values()) or 1.0
        return {kind: share / total for kind, share in chosen.items() if share > 0}

    def log_probability(self, text: str, after: str = "") -> float:
        """Return the log-probability of the whole run with its end."""
        state, total = self.start(after), 0.0
        for character in text:
            state, increment = self.extend(state, character)
            total += increment
        return total + self.finish(state)

    def _grow(self, state: State, character: str) -> tuple[State, float]:
        column = self._columns[character]
        if self._count >= self._most_states:
            self._forget()
        self._count += 1
        grown = State(state, column), float(self.scores(state)[column])
        state._children[character] = grown  # noqa: SLF001
        return grown

    def _forget(self) -> None:
        """Let go of the tree; states in use live on, and begin trees of their own.

        Its links downwards are cut. With those upwards they are cycles: 50,000 states and all they
        remember stayed for the garbage collector, who had 160,000 objects more to look at.
        """
        standing = [*self._roots.values()]
        self._roots.clear()
        self._count = 0
        while standing:
            state = standing.pop()
            grown = [*state._children.values()]  # noqa: SLF001
            standing += [child for child, _ in grown]
            state._children.clear()  # noqa: SLF001
            state._next = None  # noqa: SLF001

    def _beginnings(self, after: str, weight: float) -> tuple[_Hypothesis, ...]:
        found = zip(self._sources, self._priors[after], strict=True)
        return tuple(
            (source, source.start(), share * weight, source.row(source.start()))
            for source, share in found
            if share > 0
        )

    def _row(self, hypotheses: Sequence[_Hypothesis]) -> Row:
        if not hypotheses:
            return np.zeros(len(self.characters) + 1)
        weights = np.array([weight for _, _, weight, _ in hypotheses])
        total: Row = weights @ np.array([row for _, _, _, row in hypotheses])
        if self._after_end is not None:
            ends, _ = self._ended(hypotheses)
            total[-1] -= ends
            total += ends * self._after_end
        return total

    def _resolved(self, state: State) -> tuple[_Hypothesis, ...]:
        """Return the hypotheses of a state, found only when somebody asks what follows."""
        parent = state._parent  # noqa: SLF001
        if parent is not None:
            found = self._after(self._resolved(parent), state._column)  # noqa: SLF001
            state._hypotheses = found  # noqa: SLF001
            state._parent = None  # noqa: SLF001  # last: other threads see either
        return state._hypotheses  # noqa: SLF001

    def _after(self, hypotheses: Sequence[_Hypothesis], column: int) -> tuple[_Hypothesis, ...]:
        """Return the hypotheses after the character of that column; none where it cannot be."""
        survivors: list[tuple[Source, Place, float]] = []
        opened = 0.0
        for source, place, weight, row in hypotheses:
            share = weight * row.item(column)
            if share > 0 and not source.leads_on:
                survivors.append((source, place, share))
            elif share > 0:
                opened += share
        ended, kind = self._ended(hypotheses)
        closed = 0.0
        if self._joints is not None and ended > 0:
            closed = ended * self._joints.closing.item(column)
            opened += ended * self._joints.joining.item(column)
        total = sum([share for _, _, share in survivors]) + opened + closed
        least, floor = NEGLIGIBLE * total, FLOOR_WEIGHT * total
        weights: dict[tuple[Source, Place], float] = {}
        for source, place, share in survivors:
            if share > least or source.is_floor:
                key = source, source.step(place, column)
                weights[key] = weights.get(key, 0.0) + max(share, floor)
        if self._joints is not None and closed > least:
            marks = self._joints.marks
            weights[marks, marks.step(marks.behind(kind), column)] = closed
        if opened > least:
            for source, place, share, _ in self._beginnings("", opened):
                weights[source, place] = weights.get((source, place), 0.0) + share
        whole = sum(weights.values())
        return tuple((s, p, weight / whole, s.row(p)) for (s, p), weight in weights.items())

    def _ended(self, hypotheses: Sequence[_Hypothesis]) -> tuple[float, str]:
        """Return how probable it is that a core ends here, and the likeliest kind of it."""
        total, most, kind = 0.0, 0.0, ""
        for source, place, weight, row in hypotheses:
            if source.is_core:
                share = weight * row.item(-1)
                total += share
                if share > most:
                    most, kind = share, source.kind_at(place)
        return total, kind


def _normalised(weights: Sequence[float]) -> tuple[float, ...]:
    total = sum(weights)
    return tuple(weight / total for weight in weights)
