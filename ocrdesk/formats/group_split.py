"""Holds out whole writers: a hand seen in training flatters every figure measured on it."""

from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError

Indices = npt.NDArray[np.intp]


def split_groups(
    groups: npt.NDArray[np.str_] | None,
    fraction: float,
    rng: np.random.Generator,
    *,
    source: str,
) -> tuple[Indices, Indices]:
    """Return the indices to train on and to hold out, in rising order; no group is in both.

    Groups are drawn in random order and held out while they fit into ``fraction`` of all items,
    so that one very busy writer cannot fill the held-out part. At least one group is on each
    side. Raises DatasetError without at least two groups, ``ValueError`` for a fraction outside
    0..1.
    """
    if not 0 < fraction < 1:
        raise ValueError(f"a fraction of {fraction} leaves one side empty")
    if groups is None:
        raise DatasetError(
            f"{source} does not say who wrote what, so it cannot be split by writer.",
            advice="Add a 'writer' or 'group' array, or give a separate file to validate on.",
        )
    names, group_of_item, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    if len(names) < 2:
        raise DatasetError(
            f"{source} holds the hand of one writer only, so none can be held out.",
            advice="Add characters of other people, or give a separate file to validate on.",
        )
    is_held_out = _draw(sizes, fraction * len(groups), rng)[group_of_item.reshape(-1)]
    return np.flatnonzero(~is_held_out), np.flatnonzero(is_held_out)


def _draw(
    sizes: npt.NDArray[Any], target: float, rng: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Return for each group whether it is held out."""
    drawn = np.zeros(len(sizes), np.bool_)
    room = target
    order = rng.permutation(len(sizes))
    for group in order[:-1]:
        if sizes[group] <= room:
            drawn[group] = True
            room -= sizes[group]
    if not drawn.any():
        drawn[np.argmin(sizes)] = True
    return drawn
