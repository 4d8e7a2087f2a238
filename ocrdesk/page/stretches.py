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
    most = min(len(old), len(new)) - least
    if is_same is None:
        start = _most(most, lambda low, high: old[low:high] == new[low:high])
        last, new_last = len(old), len(new)
        same = _most(
            most - start,
            lambda low, high: (
                old[last - high : last - low] == new[new_last - high : new_last - low]
            ),
        )
    else:
        start = next((i for i in range(most) if not is_same(old[i], new[i])), most)
        most -= start
        same = next((i for i in range(most) if not is_same(old[-1 - i], new[-1 - i])), most)
    return Stretch(start, len(old) - same, len(new) - same)


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
