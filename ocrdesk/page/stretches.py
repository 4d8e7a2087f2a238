"""Where two sequences differ that begin and end alike."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

_Item = TypeVar("_Item")


class Stretch(NamedTuple):
    """Both differ from ``start`` on, the old one to before ``end``, the new one to ``new_end``."""

    start: int
    end: int
    new_end: int


def differing_stretch(
    old: Sequence[_Item],
    new: Sequence[_Item],
    *,
    least: int = 0,
    is_same: Callable[[_Item, _Item], object] | None = None,
) -> Stretch:
    """Return the stretch without which both are the same, of ``least`` items in each or more.

    Without ``is_same`` both have to be of one type, whose slices are compared.
    """

    def are_alike(first: int, new_first: int, count: int) -> bool:
        parts = old[first : first + count], new[new_first : new_first + count]
        return parts[0] == parts[1] if is_same is None else all(map(is_same, *parts))

    last, new_last = len(old), len(new)
    most = min(last, new_last) - least
    start = _most(most, lambda low, high: are_alike(low, low, high - low))
    same = _most(
        most - start,
        lambda low, high: are_alike(last - high, new_last - high, high - low),
    )
    return Stretch(start, last - same, new_last - same)


def _most(most: int, is_alike: Callable[[int, int], bool]) -> int:
    """Return how many items are alike before the first that is not, up to ``most``.

    What is left is compared by halves, each at once: one by one took 2 ms for a page of text.
    """
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if is_alike(low, middle):
            low = middle
        else:
            most = middle - 1
    return low


def neighbouring(rows: Sequence[int]) -> list[Stretch]:
    """Return rows that differ, in order, as stretches of those that follow each other."""
    stretches: list[Stretch] = []
    for row in rows:
        if stretches and stretches[-1].end == row:
            start = stretches.pop().start
            stretches.append(Stretch(start, row + 1, row + 1))
        else:
            stretches.append(Stretch(row, row + 1, row + 1))
    return stretches
