"""Which glyph comes next: in reading order, or in a direction on the paper."""

from collections.abc import Collection

from ocrdesk.page.elements import Glyph, Page

# Unit vectors of the four directions, y down.
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_SIDEWAYS = 2.0  # a step across counts this many times a step along


def after(page: Page, glyph_id: int | None, *, step: int = 1) -> int | None:
    """Return the glyph ``step`` places on in reading order, the last or first at the ends.

    Without a glyph to start from it is the first, or the last for a negative step.
    """
    if not page.glyphs:
        return None
    if glyph_id is None:
        return page.glyphs[0 if step > 0 else -1].id
    place = min(max(page.position(glyph_id) + step, 0), len(page.glyphs) - 1)
    return page.glyphs[place].id


def among(
    page: Page, wanted: Collection[int], glyph_id: int | None, *, step: int = 1
) -> int | None:
    """Return the nearest of the ``wanted`` glyphs on from one in reading order, round the end."""
    order = [glyph.id for glyph in page.glyphs if glyph.id in wanted or glyph.id == glyph_id]
    others = [other for other in order if other != glyph_id]
    if not others:
        return None
    if glyph_id is None:
        return others[0 if step > 0 else -1]
    place = order.index(glyph_id)
    return order[(place + (1 if step > 0 else -1)) % len(order)]


def towards(page: Page, glyph_id: int, way: str) -> int | None:
    """Return the glyph next to one on the paper: ``left``, ``right``, ``up`` or ``down``.

    Nothing is returned where the page ends in that direction.
    """
    here = page.glyph(glyph_id)
    dx, dy = _WAYS[way]
    best: tuple[float, Glyph] | None = None
    for other in page.glyphs:
        x = other.box.center[0] - here.box.center[0]
        y = other.box.center[1] - here.box.center[1]
        along, across = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        if other.id == glyph_id or along <= 0 or across > _SIDEWAYS * along:
            continue
        distance = along + _SIDEWAYS * across
        if best is None or distance < best[0]:
            best = (distance, other)
    return best[1].id if best else None
