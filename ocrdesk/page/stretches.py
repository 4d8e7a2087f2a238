"""Where two sequences differ that begin and end alike."""

import operator
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
    is_same: Callable[[_Item, _Item], object] = operator.eq,
) -> Stretch:
    """Return the stretch without which both are the same, of ``least`` items in each or more."""
    most = min(len(old), len(new)) - least
    start = next((i for i in range(most) if not is_same(old[i], new[i])), most)
    most -= start
    same = next((i for i in range(most) if not is_same(old[-1 - i], new[-1 - i])), most)
    return Stretch(start, len(old) - same, len(new) - same)


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
