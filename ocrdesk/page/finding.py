"""Where a text stands on a page: the glyphs of every place, whatever their case."""

from ocrdesk.page.elements import Page


def find(page: Page, wanted: str) -> tuple[tuple[int, ...], ...]:
    """Return the ids of the glyphs of each place where a text stands, in reading order.

    Small and capital letters count as the same. A space stands for the gap between two words or
    rows; spaces at either end and doubled ones do not count. Places do not overlap.
    """
    needle = _folded(" ".join(wanted.split()))
    if not needle:
        return ()
    text = _folded(page.text)
    starts = []
    start = text.find(needle)
    while start >= 0:
        starts.append(start)
        start = text.find(needle, start + len(needle))
    if not starts:
        return ()
    owners = _owners(page)
    places = [owners[start : start + len(needle)] for start in starts]
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
