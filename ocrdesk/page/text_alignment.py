"""Aligns a text with what became of it, by the fewest characters changed, put in or taken out.

Levenshtein's distance by the dynamic program of Wagner and Fischer (1974), row by row in NumPy;
texts too long for the whole table are halved by Hirschberg's (1975) method, which needs two rows
of it. Of alignments as short as each other the one that leaves more as it was is taken: AB became
BC by losing A and gaining C, not by both letters changing. A space or line break becomes the other,
but never a letter, nor a letter one of them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]

SEPARATORS = " \n"
_CELLS = 1_000_000  # of a table held as a whole, 4 MB
_KNOWN = 3  # characters of a word or row that are enough to know it again by
_STEP = 1 << 13  # cost of a character put in or taken out; one changed costs one more


class Pair(NamedTuple):
    """Places in the old and the new text that belong together.

    Without ``new`` the old character was taken out, without ``old`` the new one put in.
    """

    old: int | None
    new: int | None


def align(old: Sequence[str], new: Sequence[str], *, behind: int | None = None) -> list[Pair]:
    """Return the pairs of two texts of characters, or of words or rows, in order.

    ``behind`` is how many characters of the new text stand behind the caret where a person has
    just typed or deleted. They are as they were, which tells apart alignments as good as each
    other: which of two equal letters was deleted.
    """
    before, after = _common_ends(old, new, behind)
    old_end, new_end = len(old) - after, len(new) - after
    codes: dict[str, int] = {}
    old_middle = _encoded(old[before:old_end], codes)
    new_middle = _encoded(new[before:new_end], codes)
    return [
        *(Pair(place, place) for place in range(before)),
        *_aligned(old_middle, new_middle, before, before),
        *(Pair(old_end + step, new_end + step) for step in range(after)),
    ]


def find_kept(
    old: Sequence[str], new: Sequence[str], *, behind: int | None = None
) -> tuple[dict[int, int], dict[int, int]]:
    """Return which words or rows of a new text are ones of the old: those in place, those moved.

    Both tell the place in the old text for that in the new. Very short ones are known only where
    all before or after them is as it was, or where nothing but the order of some longer ones
    changed and they gave way to no other: of O and 0 that changed places both were misread.
    """
    before, after = _common_ends(old, new, behind)
    others = old[before : len(old) - after], new[before : len(new) - after]
    is_order_alone = sorted(others[0]) == sorted(others[1]) and any(map(_is_known, others[0]))
    pairs = align(old, new, behind=behind)
    both = [(pair.new, pair.old) for pair in pairs if pair.new is not None and pair.old is not None]
    replaced = {place for place, number in both if old[number] != new[place]}
    known = {
        place
        for place, text in enumerate(new)
        if _is_known(text)
        or not before <= place < len(new) - after
        or (is_order_alone and place not in replaced)
    }
    in_place = {place: number for place, number in both if place in known - replaced}
    free: dict[str, list[int]] = {}
    for place in sorted(set(range(len(old))) - set(in_place.values()), reverse=True):
        free.setdefault(old[place], []).append(place)
    left = sorted(known - set(in_place))
    moved = {place: free[new[place]].pop() for place in left if free.get(new[place])}
    return in_place, moved


def _is_known(text: str) -> bool:
    """Tell whether a word or row is long enough to be known by its text."""
    return len(text) >= _KNOWN


def _common_ends(
    old: Sequence[str], new: Sequence[str], behind: int | None = None
) -> tuple[int, int]:
    """Return how many items two texts begin with alike, and how many of the rest they end with.

    If the last ``behind`` items of the new text are known not to have changed, ends go first, but
    no more than those.
    """
    most = min(len(old), len(new))
    before = _alike(old, new, most) if behind is None else 0
    after = _alike(old[::-1], new[::-1], most - before if behind is None else min(most, behind))
    return before or _alike(old, new, most - after), after


def _alike(old: Sequence[str], new: Sequence[str], most: int) -> int:
    """Return how many items the texts begin with alike, no more than ``most``."""
    count = 0
    while count < most and old[count] == new[count]:
        count += 1
    return count


def _encoded(text: Sequence[str], codes: dict[str, int]) -> Ints:
    """Return a number for each character: separators below zero, others from 0 on."""
    numbers = [
        -1 - SEPARATORS.index(character)
        if character in SEPARATORS
        else codes.setdefault(character, len(codes))
        for character in text
    ]
    return np.array(numbers, np.int32)


def _aligned(old: Ints, new: Ints, old_start: int, new_start: int) -> Iterator[Pair]:
    """Yield the pairs of two encoded texts; places count from the starts."""
    if len(old) < 2 or len(old) * len(new) <= _CELLS:
        yield from _traced(old, new, old_start, new_start)
        return
    half = len(old) // 2
    ahead = _last_row(old[:half], new)
    behind = _last_row(old[half:][::-1], new[::-1])[::-1]
    cut = int(np.argmin(ahead + behind))
    yield from _aligned(old[:half], new[:cut], old_start, new_start)
    yield from _aligned(old[half:], new[cut:], old_start + half, new_start + cut)


class _Costs:
    """Costs of aligning, row by row, each less by what putting in all of ``new`` so far costs.

    Taken so, a character put in costs nothing, and the best place for it is a running minimum.
    """

    def __init__(self, new: Ints) -> None:
        self._new = new
        self._changes: dict[int, Ints] = {}
        self.first: Ints = np.zeros(len(new) + 1, np.int32)
        self.places: Ints = np.arange(len(new) + 1, dtype=np.int32) * np.int32(_STEP)

    def next(self, row: Ints, character: int) -> Ints:
        """Return the row (len(new) + 1,) after one more ``character`` of the old text."""
        change = self._changes.get(character)
        if change is None:
            same_kind = (self._new < 0) == (character < 0)
            costs = np.where(same_kind, _STEP + 1, 3 * _STEP)
            costs[self._new == character] = 0
            change = self._changes[character] = (costs - _STEP).astype(np.int32)
        row_after = row + np.int32(_STEP)  # taken out
        np.minimum(row_after[1:], row[:-1] + change, out=row_after[1:])
        np.minimum.accumulate(row_after, out=row_after)
        return row_after


def _last_row(old: Ints, new: Ints) -> Ints:
    """Return the costs of aligning ``old`` with each beginning of ``new``, (len(new) + 1,)."""
    costs = _Costs(new)
    row = costs.first
    for character in old.tolist():
        row = costs.next(row, character)
    return np.add(row, costs.places, dtype=np.int32)


def _traced(old: Ints, new: Ints, old_start: int, new_start: int) -> Iterator[Pair]:
    """Yield the pairs by the whole table, what is taken out or put in as late as may be."""
    costs = _Costs(new)
    table = np.empty((len(old) + 1, len(new) + 1), np.int32)
    table[0] = costs.first
    for place, character in enumerate(old.tolist()):
        table[place + 1] = costs.next(table[place], character)
    table += costs.places
    pairs = []
    i, j = len(old), len(new)
    while i or j:
        if i and j and old[i - 1] == new[j - 1]:
            i, j = i - 1, j - 1  # never costs more than another way
            pairs.append(Pair(old_start + i, new_start + j))
        elif i and table[i, j] == table[i - 1, j] + _STEP:
            i -= 1
            pairs.append(Pair(old_start + i, None))
        elif j and table[i, j] == table[i, j - 1] + _STEP:
            j -= 1
            pairs.append(Pair(None, new_start + j))
        else:
            i, j = i - 1, j - 1
            pairs.append(Pair(old_start + i, new_start + j))
    yield from reversed(pairs)
