"""What became of letters, in words that are the same wherever it is told."""

from collections import Counter
from collections.abc import Iterable

_ARROW = "\N{NO-BREAK SPACE}\N{RIGHTWARDS ARROW}\N{NO-BREAK SPACE}"


def change_words(changes: Iterable[tuple[str, str]], *, most: int) -> str:
    """Return letters before and after, the most frequent first, and how often each changed so.

    Where there are more kinds than ``most``, the rest is three dots. The count comes last: before
    the letters it would read as a factor of digits.
    """
    found = Counter(changes)
    told = [_told(*kind, count) for kind, count in found.most_common(most)]
    return ", ".join(told) + (" …" if len(found) > most else "")


def _told(before: str, after: str, count: int) -> str:
    times = f"\N{NO-BREAK SPACE}({count}\N{MULTIPLICATION SIGN})" if count > 1 else ""
    return f"{before}{_ARROW}{after}{times}"
