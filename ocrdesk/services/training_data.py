"""Labelled characters from any file, drawn afresh each epoch, split by writer."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import LabelledImages, read_dataset
from ocrdesk.formats.stroke_file import LabelledStrokes, holds_strokes, read_strokes
from ocrdesk.nn.dataset import Dataset
from ocrdesk.page.charset import Charset
from ocrdesk.vision.patches import Ink, PatchGeometry, cut_patch
from ocrdesk.vision.samples import ink_of_image, ink_of_strokes
from ocrdesk.vision.strokes import Stroke, smooth

HELD_OUT_TENTHS = 2
"""Of ten writers, as many are kept out of training to measure on."""


@dataclass(frozen=True, slots=True)
class Characters:
    """Labelled characters of one file: pictures or strokes, their classes and their writers."""

    name: str
    labels: npt.NDArray[np.intp]
    writers: npt.NDArray[np.str_]
    images: Sequence[Ink] | None = None
    strokes: Sequence[Sequence[Stroke]] | None = None
    per_epoch: int | None = None
    """At most so many are drawn in one epoch; None draws all."""

    def __len__(self) -> int:
        return len(self.labels)

    def ink(self, index: int, rng: np.random.Generator | None = None) -> Ink:
        """Return the bitonal ink of one character, plain or (with ``rng``) by another hand."""
        if self.strokes is not None:
            return ink_of_strokes(self.strokes[index], rng)
        assert self.images is not None
        return ink_of_image(self.images[index], rng)

    def chosen(self, keep: npt.NDArray[np.bool_]) -> "Characters":
        """Return the characters for which ``keep`` (n,) bool is true."""
        places = np.flatnonzero(keep)
        return Characters(
            self.name,
            self.labels[places],
            self.writers[places],
            None if self.images is None else [self.images[i] for i in places],
            None if self.strokes is None else [self.strokes[i] for i in places],
            self.per_epoch,
        )


def is_held_out(writers: Sequence[str] | npt.NDArray[np.str_]) -> npt.NDArray[np.bool_]:
    """Tell which writers are kept out of training: a fixed lot drawn from their names.

    The lot is a checksum of the name alone, so that it depends neither on the order nor on the
    number of writers, nor on whether their pens or pictures of their letters are at hand.
    """
    lots = {
        writer: zlib.crc32(f"writer:{writer}".encode()) % 10 < HELD_OUT_TENTHS
        for writer in set(writers)
    }
    return np.array([lots[writer] for writer in writers], bool)


def read_characters(path: Path, charset: Charset) -> list[Characters]:
    """Return the characters of one file that the charset can name, by part of the collection.

    Implausible labels are left out. Raises ``DatasetError`` where nothing usable is left.
    """
    data = read_strokes(path) if holds_strokes(path) else read_dataset(path)
    shown = data.texts if isinstance(data, LabelledStrokes) else data.characters
    usable = np.array([text in charset for text in shown.tolist()], bool) & data.clean
    if not usable.any():
        raise DatasetError(
            f"{path.name} holds none of the characters {charset.characters}.",
            advice="Choose a file with these characters, or another charset.",
        )
    return list(_by_part(path.stem, data, usable, charset))


def _by_part(
    stem: str,
    data: LabelledImages | LabelledStrokes,
    usable: npt.NDArray[np.bool_],
    charset: Charset,
) -> Iterator[Characters]:
    """Yield the usable characters of each part that the file names, or of the file as one."""
    writers = data.groups if data.groups is not None else np.full(len(usable), "", dtype="<U1")
    if isinstance(data, LabelledStrokes):
        places = np.flatnonzero(usable)
        labels = np.array(charset.indices(data.texts[places].tolist()), np.intp)
        drawn = [smooth(data.strokes(int(place))) for place in places]
        yield Characters(stem, labels, writers[places], strokes=drawn)
        return
    parts = data.parts if data.parts is not None else np.full(len(usable), stem)
    for part in dict.fromkeys(parts[usable].tolist()):
        places = np.flatnonzero(usable & (parts == part))
        labels = np.array(charset.indices(data.characters[places].tolist()), np.intp)
        pictures = [data.images[int(place)] for place in places]
        yield Characters(part, labels, writers[places], images=pictures)


def split(sources: Sequence[Characters]) -> tuple[list[Characters], list[Characters]]:
    """Return what to train on and what to measure on; no writer is in both.

    A source that names fewer than five writers cannot be split by writer: it is trained on whole.
    """
    training, held_out = [], []
    for source in sources:
        if len(set(source.writers.tolist())) < 5:
            training.append(source)
            continue
        out = is_held_out(source.writers)
        training.append(source.chosen(~out))
        held_out.append(source.chosen(out))
    return training, held_out


def draw_patches(
    sources: Sequence[Characters], geometry: PatchGeometry, rng: np.random.Generator | None
) -> Dataset:
    """Return all characters as patches (n, size * size) with their classes.

    With ``rng`` each is drawn by another hand, and sources with ``per_epoch`` are sampled.
    """
    chosen = []
    for source in sources:
        places = np.arange(len(source))
        if rng is not None and source.per_epoch is not None and source.per_epoch < len(source):
            places = rng.choice(places, source.per_epoch, replace=False)
        chosen.append(places)
    count = sum(map(len, chosen))
    inputs = np.empty((count, geometry.size**2), np.float32)
    labels = np.empty(count, np.intp)
    row = 0
    for source, places in zip(sources, chosen, strict=True):
        for place in places.tolist():
            inputs[row] = cut_patch(source.ink(place, rng), geometry).ravel()
            labels[row] = source.labels[place]
            row += 1
    return Dataset(inputs, labels)
