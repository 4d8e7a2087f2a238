"""In which direction the rows of a page run, by the order of its letters."""

import math

from ocrdesk.page.elements import Page

_NEAR = 30.0  # degrees
_MOST = 0.8  # of the rows' lengths


def direction(page: Page) -> float | None:
    """Return by how many degrees the rows fall, -180 to 180; 180 is upside down.

    None where there are no rows of two letters or more, or where they run in many directions.
    """
    ways = []
    for line in page.lines:
        (x, y), (to_x, to_y) = line.glyphs[0].box.center, line.glyphs[-1].box.center
        ways.append((to_x - x, to_y - y))
    total = sum(math.hypot(*way) for way in ways)
    x, y = (sum(way[axis] for way in ways) for axis in (0, 1))
    if total == 0 or (x, y) == (0, 0):
        return None
    angle = math.degrees(math.atan2(y, x))
    near = sum(
        math.hypot(*way)
        for way in ways
        if abs((math.degrees(math.atan2(way[1], way[0])) - angle + 180) % 360 - 180) <= _NEAR
    )
    return angle if near >= _MOST * total else None
