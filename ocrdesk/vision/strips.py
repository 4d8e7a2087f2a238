"""Layouts of writing in several directions put together into one."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.components import Cluster, Components
from ocrdesk.vision.layout import Layout, LayoutRow, LayoutWord, Strip
from ocrdesk.vision.preprocess import InkImage

Window = tuple[int, int, int, int]

_MARGIN = 4


def ink_of(
    ink: InkImage, components: Components, members: Sequence[int]
) -> tuple[InkImage, Window]:
    """Return the ink of some components alone, and the window (left, top, right, bottom) of it."""
    boxes = components.boxes[list(members)]
    height, width = ink.mask.shape
    left, top = (max(0, int(edge) - _MARGIN) for edge in boxes[:, :2].min(axis=0))
    right, bottom = (int(edge) + _MARGIN for edge in boxes[:, 2:].max(axis=0))
    right, bottom = min(right, width), min(bottom, height)
    part = (slice(top, bottom), slice(left, right))
    own = np.isin(components.labels[part], np.asarray(members) + 1)
    return replace(ink, mask=own, contrast=ink.contrast[part]), (left, top, right, bottom)


def without(ink: InkImage, components: Components, members: Sequence[int]) -> InkImage:
    """Return the ink without some components."""
    gone = np.isin(components.labels, np.asarray(members) + 1)
    return replace(ink, mask=ink.mask & ~gone)


def put_together(main: Layout, others: Sequence[tuple[Layout, Window]]) -> Layout:
    """Return the layout with others below it in strips of their own.

    Each of the others was made from a window of the same ink.
    """
    layouts = [main, *(layout for layout, _ in others)]
    tops = np.cumsum([0, *(layout.components.labels.shape[0] for layout in layouts)])
    firsts = np.cumsum([0, *(len(layout.components) for layout in layouts)])
    strips, rows = list(main.strips), list(main.rows)
    for place, (layout, (left, top, _, _)) in enumerate(others, start=1):
        down, first = int(tops[place]), int(firsts[place])
        placement = layout.strips[0].placement.moved(left, top).lowered(down)
        strips.append(Strip(down, placement))
        rows += [_moved(row, first, down) for row in layout.rows]
    joined = _joined([layout.components for layout in layouts], tops[:-1], firsts[:-1])
    return replace(main, components=joined, rows=tuple(rows), strips=tuple(strips))


def _moved(row: LayoutRow, first: int, down: int) -> LayoutRow:
    """Return a row with its components numbered from ``first`` on and moved down."""
    words = (
        LayoutWord(
            tuple(
                Cluster(tuple(m + first for m in cluster.members), cluster.box.moved(0, down))
                for cluster in word.clusters
            )
        )
        for word in row.words
    )
    return replace(row, words=tuple(words))


def _joined(
    parts: Sequence[Components], tops: npt.NDArray[np.int64], firsts: npt.NDArray[np.int64]
) -> Components:
    """Return the components of all layouts on one canvas."""
    height = int(tops[-1]) + parts[-1].labels.shape[0]
    width = max(part.labels.shape[1] for part in parts)
    labels = np.zeros((height, width), np.int32)
    for part, top, first in zip(parts, tops.tolist(), firsts.tolist(), strict=True):
        window = labels[top : top + part.labels.shape[0], : part.labels.shape[1]]
        np.copyto(window, part.labels + first, where=part.labels > 0)
    boxes = [
        part.boxes + np.array((0, top, 0, top))
        for part, top in zip(parts, tops.tolist(), strict=True)
    ]
    return Components(
        labels,
        np.concatenate(boxes),
        np.concatenate([part.areas for part in parts]),
        np.concatenate([part.pens for part in parts]),
        np.concatenate([part.darkness for part in parts]),
        parts[0].faintness,
    )
