"""Where a text stands on a page: the glyphs of every place, whatever their case."""

import re

from ocrdesk.page.elements import Page


def find(page: Page, wanted: str) -> tuple[tuple[int, ...], ...]:
    """Return the ids of the glyphs of each place where a text stands, in reading order.

    Small and capital letters count as the same. A space stands for the gap between two words or
    rows, one that was not seen when the page was read, too; spaces at either end and doubled ones
    do not count. Places do not overlap.
    """
    words = _folded(wanted).split()
    if not words:
        return ()
    needle = re.compile(" ?".join(map(re.escape, words)))
    spans = [match.span() for match in needle.finditer(_folded(page.text))]
    if not spans:
        return ()
    owners = _owners(page)
    places = [owners[start:end] for start, end in spans]
    return tuple(tuple(dict.fromkeys(each for each in p if each is not None)) for p in places)


def _folded(text: str) -> str:
    """Return a text of the same length in small letters, rows one behind the other."""
    text = text.replace("\n", " ")
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def _owners(page: Page) -> list[int | None]:
    """Return for every character of the page's text the glyph it belongs to, None for gaps."""
    owners: list[int | None] = []
    for line in page.lines:
        for word in line.words:
            for glyph in word.glyphs:
                owners += [glyph.id] * len(glyph.character)
            owners.append(None)
    return owners
