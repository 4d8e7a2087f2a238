"""Rows to glyphs: strokes that stand above or inside one another are put together."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.vision.components import Cluster, Components
from ocrdesk.vision.reading_order import Row


def join_strokes(row: Row, components: Components, height: float) -> list[Cluster]:
    """Return the glyphs of a row, left to right: strokes above or inside one another are joined.

    Detached bars of T, E and H, dots of i and j, and strokes broken by a weak pen overlap along
    the row with the rest of their letter, which separate letters hardly do.
    """
    spans = _spans(row, components)
    order = sorted(range(len(row.members)), key=lambda k: spans[k][0])
    groups: list[list[int]] = []
    for position in order:
        partner = None
        for group in reversed(groups[-3:]):
            if _belongs(position, group, spans, row, components, height):
                partner = group
                break
        if partner is None:
            groups.append([position])
        else:
            partner.append(position)
    _mend(groups, spans, row, components, height)
    clusters = [_cluster([row.members[k] for k in group], components) for group in groups]
    return [c for c in clusters if _is_glyph(c, height)]


def _mend(
    groups: list[list[int]],
    spans: Sequence[tuple[float, float]],
    row: Row,
    components: Components,
    height: float,
) -> None:
    """Put a bare stroke back to the letter it almost touches, where letters stand well apart.

    A weak pen leaves hairline gaps in H, R or N; they are far narrower than the row's own gaps
    between letters.
    """
    limits = [(min(spans[k][0] for k in g), max(spans[k][1] for k in g)) for g in groups]
    free = [after[0] - before[1] for before, after in pairwise(limits)]
    if len(free) < 3:
        return
    hairline = min(0.1 * height, 0.25 * float(np.median(free)))
    for index in range(len(groups) - 1, 0, -1):
        before, after = limits[index - 1], limits[index]
        width = max(after[1], before[1]) - min(after[0], before[0])
        thin = min(after[1] - after[0], before[1] - before[0])
        pen = max(float(components.pens[row.members[k]]) for k in groups[index] + groups[index - 1])
        if after[0] - before[1] < hairline and width < 1.1 * height and thin < 2.2 * pen:
            groups[index - 1] += groups.pop(index)
            limits[index - 1] = (min(before[0], after[0]), max(before[1], after[1]))
            limits.pop(index)


def _spans(row: Row, components: Components) -> list[tuple[float, float]]:
    """Return where each member begins and ends along the row."""
    cos, sin = np.cos(np.deg2rad(row.angle)), np.sin(np.deg2rad(row.angle))
    spans = []
    for member in row.members:
        left, top, right, bottom = components.boxes[member]
        middle = (left + right) / 2 * cos + (top + bottom) / 2 * sin
        half = (right - left) / 2 * cos
        spans.append((float(middle - half), float(middle + half)))
    return spans


def _belongs(
    position: int,
    group: Sequence[int],
    spans: Sequence[tuple[float, float]],
    row: Row,
    components: Components,
    height: float,
) -> bool:
    """Tell whether a component is a stroke of the same letter as ``group``."""
    begin, end = spans[position]
    group_begin = min(spans[k][0] for k in group)
    group_end = max(spans[k][1] for k in group)
    overlap = min(end, group_end) - max(begin, group_begin)
    narrow = max(1.0, min(end - begin, group_end - group_begin))
    box = BoundingBox(*map(int, components.boxes[row.members[position]]))
    others = enclosing(BoundingBox(*map(int, components.boxes[row.members[k]])) for k in group)
    joint = box.union(others)
    if joint.height > 1.9 * height and joint.height > 1.25 * max(box.height, others.height):
        return False
    if joint.width > 1.9 * height and joint.width > 1.25 * max(box.width, others.width):
        return False
    is_part = min(box.height, others.height) < 0.6 * max(box.height, others.height)
    return overlap > (0.4 if is_part else 0.62) * narrow


def _cluster(members: list[int], components: Components) -> Cluster:
    boxes = (BoundingBox(*map(int, components.boxes[m])) for m in members)
    return Cluster(tuple(members), enclosing(boxes))


def _is_glyph(cluster: Cluster, height: float) -> bool:
    """Tell a letter from a dot, a comma or a dash that no letter claimed."""
    box = cluster.box
    return box.height >= 0.4 * height or (box.width >= 0.4 * height and box.height >= 0.25 * height)
