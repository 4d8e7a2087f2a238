"""Ink to glyphs: strokes that stand above, inside or hard by one another are put together.

Before rows are sought, bars and dots find the letter they belong to (T, E, F, i); afterwards the
strokes of a row that overlap along it, or that hairline gaps part, become one glyph.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.vision.components import Cluster, Components
from ocrdesk.vision.reading_order import Row

_FLAT = 0.36  # of the letter height: lower marks are bars, dots and dashes
_TOUCH = 0.07  # of the letter height: a mark this near its letter stands off by a hairline
_LONG, _BESIDE = 0.22, 0.14  # a bar, longer than a dot, may stand off this far beside its stem


def join_bars(components: Components, kept: npt.NDArray[np.bool_], height: float) -> list[Cluster]:
    """Return the kept components as clusters, low ones put to the letter they belong to.

    A bar or dot belongs to the nearest taller mark that it stands above, below or inside of, or
    almost touches; one that has none stays alone. A bar beside its stem, as of E, F and H, may
    stand off twice as far as a dot, which is a full stop there.
    """
    boxes = components.boxes
    is_flat = components.heights < _FLAT * height
    tall = np.flatnonzero(kept & ~is_flat)
    members: dict[int, list[int]] = {int(index): [int(index)] for index in tall}
    for index in np.flatnonzero(kept & is_flat):
        partner = _letter_of_bar(boxes[index], boxes[tall], height) if len(tall) else None
        if partner is None:
            members[int(index)] = [int(index)]
        else:
            members[int(tall[partner])].append(int(index))
    return [cluster_of(group, components) for group in members.values()]


def _letter_of_bar(
    bar: npt.NDArray[np.int64], letters: npt.NDArray[np.int64], height: float
) -> int | None:
    """Return which of ``letters`` (n, 4) the bar (4,) belongs to, or None."""
    overlap = np.minimum(bar[2], letters[:, 2]) - np.maximum(bar[0], letters[:, 0])
    narrow = np.minimum(bar[2] - bar[0], letters[:, 2] - letters[:, 0])
    above = np.maximum(letters[:, 1] - bar[3], bar[1] - letters[:, 3])
    across = np.maximum(-overlap, 0)
    joint_width = np.maximum(bar[2], letters[:, 2]) - np.minimum(bar[0], letters[:, 0])
    joint_height = np.maximum(bar[3], letters[:, 3]) - np.minimum(bar[1], letters[:, 1])
    stands_over = (overlap > 0.5 * narrow) & (above < 0.3 * height)
    touches = np.hypot(across, np.maximum(above, 0)) < _TOUCH * height
    if bar[2] - bar[0] > _LONG * height:
        touches |= (above < 0) & (across < _BESIDE * height)
    fits = (joint_width < 1.6 * height) & (joint_height < 1.9 * height)
    possible = np.flatnonzero((stands_over | touches) & fits)
    if not len(possible):
        return None
    distance = np.hypot(across, np.maximum(above, 0)) - 0.1 * np.maximum(overlap, 0)
    return int(possible[np.argmin(distance[possible])])


def join_strokes(
    row: Row, marks: Sequence[Cluster], components: Components, height: float
) -> list[Cluster]:
    """Return the glyphs of a row, left to right.

    Strokes broken by a weak pen overlap along the row with the rest of their letter, which
    separate letters hardly do.
    """
    parts = [marks[member] for member in row.members]
    spans = _spans(parts, row.angle)
    order = sorted(range(len(parts)), key=lambda k: spans[k][0])
    groups: list[list[int]] = []
    for position in order:
        partner = next(
            (g for g in reversed(groups[-3:]) if _belongs(position, g, spans, parts, height)), None
        )
        if partner is None:
            groups.append([position])
        else:
            partner.append(position)
    _mend(groups, spans, parts, components, height)
    clusters = [
        cluster_of([m for k in group for m in parts[k].members], components) for group in groups
    ]
    return [c for c in clusters if _is_glyph(c, components, height)]


def _mend(
    groups: list[list[int]],
    spans: Sequence[tuple[float, float]],
    parts: Sequence[Cluster],
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
        both = groups[index] + groups[index - 1]
        pen = max(float(components.pens[m]) for k in both for m in parts[k].members)
        if after[0] - before[1] < hairline and width < 1.1 * height and thin < 2.2 * pen:
            groups[index - 1] += groups.pop(index)
            limits[index - 1] = (min(before[0], after[0]), max(before[1], after[1]))
            limits.pop(index)


def _spans(parts: Sequence[Cluster], angle: float) -> list[tuple[float, float]]:
    """Return where each part begins and ends along a row of that angle."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    spans = []
    for part in parts:
        x, y = part.box.center
        middle, half = x * cos + y * sin, part.box.width / 2 * cos
        spans.append((float(middle - half), float(middle + half)))
    return spans


def _belongs(
    position: int,
    group: Sequence[int],
    spans: Sequence[tuple[float, float]],
    parts: Sequence[Cluster],
    height: float,
) -> bool:
    """Tell whether a part is a stroke of the same letter as ``group``."""
    begin, end = spans[position]
    group_begin = min(spans[k][0] for k in group)
    group_end = max(spans[k][1] for k in group)
    overlap = min(end, group_end) - max(begin, group_begin)
    narrow = max(1.0, min(end - begin, group_end - group_begin))
    box = parts[position].box
    others = enclosing(parts[k].box for k in group)
    joint = box.union(others)
    if joint.height > 1.9 * height and joint.height > 1.25 * max(box.height, others.height):
        return False
    if joint.width > 1.9 * height and joint.width > 1.25 * max(box.width, others.width):
        return False
    is_part = min(box.height, others.height) < 0.6 * max(box.height, others.height)
    return overlap > (0.4 if is_part else 0.62) * narrow


def cluster_of(members: Sequence[int], components: Components) -> Cluster:
    """Return the cluster of some components."""
    boxes = (BoundingBox(*map(int, components.boxes[m])) for m in members)
    return Cluster(tuple(members), enclosing(boxes))


def _is_glyph(cluster: Cluster, components: Components, height: float) -> bool:
    """Tell a letter from a dot, a comma or a dash that no letter claimed.

    A mark far lower than its row is a letter still if its pen drew more than a dot or a bar.
    """
    box = cluster.box
    pen = max(float(components.pens[m]) for m in cluster.members)
    is_drawn = box.height > 4.5 * pen and box.width > 3 * pen and box.height > 0.15 * height
    return (
        box.height >= 0.4 * height
        or (box.width >= 0.4 * height and box.height >= 0.25 * height)
        or is_drawn
    )
