"""Pictures of single characters with what they show, made uniform whatever file they came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.group_split import split_groups

Ink = npt.NDArray[np.uint8]
InkImages = Ink | tuple[Ink, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LabelledImages:
    """n upright pictures of one character each, ink 255 on paper 0, read-only.

    ``images`` is one array (n, h, w) uint8, or a tuple of n arrays where sizes differ.
    ``characters`` (n,) holds what each shows, ``groups`` (n,) who wrote it, where known. ``clean``
    (n,) is False for implausible labels, which training leaves out. ``parts`` (n,) names the part
    of a collection each came from ("unipen", "train"), where there are parts. ``source`` is the
    file. Raises ``ValueError`` when the lengths differ.
    """

    images: InkImages
    characters: npt.NDArray[np.str_]
    clean: npt.NDArray[np.bool_]
    source: str
    groups: npt.NDArray[np.str_] | None = None
    parts: npt.NDArray[np.str_] | None = None

    def __post_init__(self) -> None:
        arrays = [self.characters, self.clean, self.groups, self.parts]
        lengths = {len(self.images)} | {len(array) for array in arrays if array is not None}
        if len(lengths) != 1:
            raise ValueError(f"arrays of different lengths: {sorted(lengths)}")
        pictures = [self.images] if isinstance(self.images, np.ndarray) else self.images
        for array in [*arrays, *pictures]:
            if array is not None:
                array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.characters)

    @property
    def inked(self) -> npt.NDArray[np.bool_]:
        """Which pictures (n,) show anything at all."""
        images = self.images
        if isinstance(images, np.ndarray):
            return np.asarray(images.any(axis=(1, 2)))
        return np.array([image.any() for image in images], bool)

    def subset(self, indices: Sequence[int] | npt.NDArray[Any]) -> "LabelledImages":
        """Return the items at the indices, in that order, or where a mask (n,) bool is True."""
        chosen = np.asarray(indices)
        if chosen.dtype == np.bool_:
            if chosen.shape != self.characters.shape:
                raise ValueError(f"a mask of shape {chosen.shape} for {len(self)} items")
            chosen = np.flatnonzero(chosen)
        chosen = chosen.astype(np.intp)
        images = self.images
        return LabelledImages(
            images=images[chosen]
            if isinstance(images, np.ndarray)
            else tuple(images[index] for index in chosen),
            characters=self.characters[chosen],
            clean=self.clean[chosen],
            source=self.source,
            groups=None if self.groups is None else self.groups[chosen],
            parts=None if self.parts is None else self.parts[chosen],
        )

    def split_by_group(
        self, fraction: float, rng: np.random.Generator
    ) -> tuple["LabelledImages", "LabelledImages"]:
        """Return (training, held out): about ``fraction`` held out, no group on both sides.

        Raises DatasetError where the writers are not known or all the same.
        """
        training, held_out = split_groups(self.groups, fraction, rng, source=f"“{self.source}”")
        return self.subset(training), self.subset(held_out)

    def transposed(self) -> "LabelledImages":
        """Return the items with rows and columns of every picture exchanged."""
        images = self.images
        return LabelledImages(
            images=np.ascontiguousarray(images.transpose(0, 2, 1))
            if isinstance(images, np.ndarray)
            else tuple(np.ascontiguousarray(image.T) for image in images),
            characters=self.characters,
            clean=self.clean,
            source=self.source,
            groups=self.groups,
            parts=self.parts,
        )
