"""Reads pen strokes with their texts: characters and words as a pen drew them on a tablet."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import (
    Arrays,
    Texts,
    check_count,
    clean_from_arrays,
    groups_from_arrays,
    looked_up,
)
from ocrdesk.formats.group_split import split_groups
from ocrdesk.formats.labels import texts_from_labels
from ocrdesk.formats.npz_archive import read_arrays
from ocrdesk.formats.presence import is_file

Stroke = npt.NDArray[np.float32]
Positions = npt.NDArray[np.intp]

_FARTHEST = 1e9  # units of a tablet, which has thousands
_REQUIRED = ("points", "stroke_offsets", "item_offsets", "labels")
_OPTIONAL = ("charset", "writer", "group", "clean", "style", "styles", "letter")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LabelledStrokes:
    """n items, characters or texts, as the strokes that drew them.

    Item i has the strokes ``item_starts[i]`` up to ``item_ends[i]``; stroke s has the rows
    ``stroke_offsets[s]`` up to ``stroke_offsets[s + 1]`` of ``points`` (p, 2), x to the right and
    y down, in units of the tablet. ``texts`` (n,) holds what each shows; ``groups`` (n,) who
    wrote it and ``styles`` (n,) how, where known; ``clean`` (n,) is False for implausible labels.
    ``letter`` is about how high a letter is, where items keep the size they have beside others.
    """

    points: npt.NDArray[Any]
    stroke_offsets: Positions
    item_starts: Positions
    item_ends: Positions
    texts: Texts
    clean: npt.NDArray[np.bool_]
    source: str
    groups: Texts | None = None
    styles: Texts | None = None
    letter: float | None = None

    def __post_init__(self) -> None:
        for array in (self.points, self.stroke_offsets, self.item_starts, self.item_ends):
            array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.texts)

    def strokes(self, index: int) -> list[Stroke]:
        """Return the strokes of one item, (k, 2) float32 each, copies of their own."""
        bounds = self.stroke_offsets[self.item_starts[index] : self.item_ends[index] + 1].tolist()
        return [self.points[start:end].astype(np.float32) for start, end in pairwise(bounds)]

    @property
    def characters(self) -> Texts:
        """The texts as characters (n,) '<U1'; DatasetError if any is longer than one."""
        if len(self) and np.char.str_len(self.texts).max() > 1:
            raise DatasetError(
                f"“{self.source}” holds words, not single characters.",
                advice="Choose a file of characters, such as unipen_strokes62.npz.",
            )
        return self.texts.astype("<U1")

    def subset(self, indices: Sequence[int] | npt.NDArray[Any]) -> "LabelledStrokes":
        """Return the items at the indices, in that order, or where a mask (n,) bool is True.

        Points are shared, not copied.
        """
        chosen = np.asarray(indices)
        if chosen.dtype != np.bool_:
            chosen = chosen.astype(np.intp)
        return replace(
            self,
            item_starts=self.item_starts[chosen],
            item_ends=self.item_ends[chosen],
            texts=self.texts[chosen],
            clean=self.clean[chosen],
            groups=None if self.groups is None else self.groups[chosen],
            styles=None if self.styles is None else self.styles[chosen],
        )

    def split_by_group(
        self, fraction: float, rng: np.random.Generator
    ) -> tuple["LabelledStrokes", "LabelledStrokes"]:
        """Return (training, held out): about ``fraction`` held out, no group on both sides.

        Raises DatasetError where the writers are not known or all the same.
        """
        training, held_out = split_groups(self.groups, fraction, rng, source=f"“{self.source}”")
        return self.subset(training), self.subset(held_out)


def read_strokes(path: Path | str) -> LabelledStrokes:
    """Return the strokes in an .npz archive of the shared data's layout.

    ``points`` (p, 2), ``stroke_offsets`` (s + 1,), ``item_offsets`` (n + 1,), ``labels`` (n,) as
    texts or as positions in ``charset``; optional ``writer`` or ``group``, ``clean``, and
    ``style`` as positions in ``styles``; ``letter``, one height. Raises DatasetError.
    """
    path = Path(path)
    name = f"“{path.name}”"
    arrays = read_arrays(path, (*_REQUIRED, *_OPTIONAL))
    _check_presence(arrays, name)
    points = _points(arrays["points"], name)
    stroke_offsets = _offsets(arrays, "stroke_offsets", len(points), name)
    item_offsets = _offsets(arrays, "item_offsets", len(stroke_offsets) - 1, name)
    count = len(item_offsets) - 1
    check_count("labels", arrays["labels"].size, count, name)
    has_styles = "style" in arrays and "styles" in arrays
    return LabelledStrokes(
        points=points,
        stroke_offsets=stroke_offsets,
        item_starts=item_offsets[:-1],
        item_ends=item_offsets[1:],
        texts=texts_from_labels(arrays["labels"], arrays.get("charset"), name),
        clean=clean_from_arrays(arrays, count, name),
        source=path.name,
        groups=groups_from_arrays(arrays, count, name),
        styles=looked_up(arrays, "style", "styles", count=count, name=name) if has_styles else None,
        letter=_letter(arrays, name),
    )


def _letter(arrays: Arrays, name: str) -> float | None:
    if "letter" not in arrays:
        return None
    given = arrays["letter"]
    if given.size != 1 or given.dtype.kind not in "iuf" or not 0 < given.item() <= _FARTHEST:
        raise DatasetError(
            f"{name}: 'letter' is not a height.", advice="It holds one number above zero."
        )
    return float(given.item())


def holds_strokes(path: Path | str) -> bool:
    """Tell whether the file is an archive of strokes, by the names of what it holds."""
    if not is_file(path):  # a pipe would wait for a writer
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return "stroke_offsets.npy" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _check_presence(arrays: Arrays, name: str) -> None:
    missing = [what for what in _REQUIRED if what not in arrays]
    if missing:
        raise DatasetError(
            f"{name} has no array '{missing[0]}'.",
            advice="Pen strokes need 'points', 'stroke_offsets', 'item_offsets' and 'labels'.",
        )


def _points(points: npt.NDArray[Any], name: str) -> npt.NDArray[Any]:
    if points.dtype.kind not in "iuf" or points.ndim != 2 or points.shape[1] != 2:
        raise DatasetError(
            f"{name}: 'points' are not pairs of numbers.", advice="Each row is an x and a y."
        )
    # Written so that NaN fails too. Differences and products of larger ones leave float32.
    if not (np.abs(points.astype(np.float64)) <= _FARTHEST).all():
        raise DatasetError(
            f"{name}: 'points' has values that are not numbers, or beyond {_FARTHEST:g}.",
            advice="Leave such points out.",
        )
    return points


def _offsets(arrays: Arrays, what: str, end: int, name: str) -> Positions:
    """Return the offsets, which must rise from 0 to ``end`` and leave nothing empty."""
    given = arrays[what]
    if given.dtype.kind not in "iu" or given.ndim != 1:
        raise DatasetError(
            f"{name}: '{what}' is not a list of whole numbers.",
            advice="It holds where each begins.",
        )
    if len(given) < 2:
        raise DatasetError(
            f"{name} is empty: '{what}' has no entry.", advice="Choose another file."
        )
    offsets = given.astype(np.intp)
    if offsets[0] != 0 or offsets[-1] != end or (np.diff(offsets) < 1).any():
        raise DatasetError(
            f"{name}: '{what}' does not rise from 0 to {end:,}.",
            advice="The file is damaged, or its arrays do not belong together; copy it again.",
        )
    return offsets
