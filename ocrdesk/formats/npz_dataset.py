"""Reads labelled characters from .npz archives of our own shared data and its kin."""

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
    squares_from_rows,
    texts_per_item,
)
from ocrdesk.formats.ink import ink_from_samples
from ocrdesk.formats.labelled_images import LabelledImages
from ocrdesk.formats.labels import characters_from_labels
from ocrdesk.formats.npz_archive import read_arrays

_NAMES = ("points", "images", "labels", "charset", "writer", "group", "source", "sources", "clean")


def read_npz_dataset(path: Path) -> LabelledImages:
    """Return the characters in the archive.

    ``images`` (n, h, w), or (n, h*w) of square images; ``labels`` (n,) characters, or positions
    in ``charset``. Optional, (n,) each: ``writer`` or ``group``; ``source`` as text or as
    positions in ``sources``; ``clean``. Raises DatasetError.
    """
    name = f"“{path.name}”"
    arrays = read_arrays(path, _NAMES)
    images = _stacked(_images(arrays, name), name)
    count = len(images)
    if "labels" not in arrays:
        raise DatasetError(
            f"{name} has no array 'labels'.", advice="Add the character of each image."
        )
    check_count("labels", len(np.atleast_1d(arrays["labels"])), count, name)
    return LabelledImages(
        images=ink_from_samples(images, name),
        characters=characters_from_labels(arrays["labels"], arrays.get("charset"), name),
        clean=clean_from_arrays(arrays, count, name),
        source=path.name,
        groups=groups_from_arrays(arrays, count, name),
        parts=_parts(arrays, count, name),
    )


def _images(arrays: Arrays, name: str) -> npt.NDArray[Any]:
    if "images" in arrays:
        return arrays["images"]
    if "points" in arrays:
        raise DatasetError(
            f"{name} holds pen strokes, not images.", advice="Use it where strokes are asked for."
        )
    raise DatasetError(
        f"{name} has no array 'images'.",
        advice="Store the pictures as 'images' (number x height x width) and their 'labels'.",
    )


def _stacked(images: npt.NDArray[Any], name: str) -> npt.NDArray[Any]:
    if images.ndim == 4 and images.shape[3] == 1:
        images = images[..., 0]
    if images.ndim not in {2, 3}:
        raise DatasetError(
            f"{name}: 'images' has {images.ndim} dimensions.",
            advice="They are number x height x width, in grey.",
        )
    if not images.size:
        raise DatasetError(f"{name} is empty: it has no images.", advice="Choose another file.")
    return images if images.ndim == 3 else squares_from_rows(images, name)


def _parts(arrays: Arrays, count: int, name: str) -> Texts | None:
    if "source" not in arrays:
        return None
    if not arrays["source"].ndim:  # one name for all
        arrays = {"source": np.repeat(arrays["source"], count)}
    if "sources" not in arrays:
        return texts_per_item(arrays, "source", count, name)
    return looked_up(arrays, "source", "sources", count=count, name=name)
