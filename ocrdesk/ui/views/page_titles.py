"""What of a page's title there is room for, so that scans with long names can be told apart."""

import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_PARTS = re.compile(r"(.*?)(\.\w{1,5})?( \(\d+\))?", re.DOTALL)  # name, ending, page
_BREAK = re.compile(r"[\s_\-].|.[\s(]")  # what a line may end and the next begin with
_MOST_TITLES = 10_000  # whose widths are kept: a document of scans has hundreds


def shown_title(title: str, metrics: QFontMetrics, room: int) -> str:
    """Return what of a title there is room for: its beginning and its end, which tell scans apart.

    The number of a page in its file, or else the ending, stays whole; an ending that would take
    most of the room goes first. What was left out is marked wherever it was.
    """
    found = _PARTS.fullmatch(title)
    if found is None or metrics.horizontalAdvance(title) <= room:
        return title
    stem, ending, number = found.groups("")
    tail = number or ending
    left = room - metrics.horizontalAdvance(tail)
    if not number and left < room / 2:
        tail, left = "", room
    cut = metrics.elidedText(stem, Qt.TextElideMode.ElideMiddle, left)
    if cut == stem:
        cut = metrics.elidedText(title.removesuffix(tail), Qt.TextElideMode.ElideRight, left)
    return cut + tail


def title_lines(title: str, metrics: QFontMetrics, room: int) -> tuple[str, ...]:
    """Return a title in one line, or in two where one has not room for it.

    It is parted before its ending, or where a word begins if that leaves little of the first line
    free; what two lines have no room for is left out of the second.
    """
    if metrics.horizontalAdvance(title) <= room:
        return (title,)
    fits = next(
        (n for n in range(len(title) - 1, 1, -1) if metrics.horizontalAdvance(title[:n]) <= room), 1
    )
    found = _PARTS.fullmatch(title)
    stem = len(found[1]) if found else 0
    if 1 < stem < fits:
        return title[:stem].rstrip(), shown_title(title[stem:].lstrip(), metrics, room)
    words = (n for n in range(fits, fits - fits // 6 - 1, -1) if _BREAK.match(title[n - 1 : n + 1]))
    at = next(words, fits)
    return title[:at].rstrip(), shown_title(title[at:].lstrip(), metrics, room)


def title_widths(metrics: QFontMetrics) -> Callable[[str], int]:
    """Return what tells how wide a title is, and measures each but once.

    It is a function of its own: of what Python's cache wraps it asks for the documentation, for
    which PySide looks up the signatures of a whole module, 0.1 seconds long.
    """

    @lru_cache(maxsize=_MOST_TITLES)
    def measure(title: str) -> int:
        return metrics.horizontalAdvance(title)

    return measure
