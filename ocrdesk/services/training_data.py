"""Labelled characters from any file, drawn afresh each epoch, split by writer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import LabelledImages, read_dataset
from ocrdesk.formats.stroke_file import LabelledStrokes, holds_strokes, read_strokes
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.sampling import drawn_evenly
from ocrdesk.services.writer_sides import (
    FEWEST_WRITERS,
    VALIDATION_LOTS,
    Side,
    lots,
    side_by_lot,
    sides,
)
from ocrdesk.vision.patches import Ink
from ocrdesk.vision.samples import ink_of_image, ink_of_strokes
from ocrdesk.vision.strokes import Stroke, smooth

_PARTS = {"train": 0, "valid": 1, "test": 2}  # of a collection: places in `Split`


@dataclass(frozen=True, slots=True)
class Characters:
    """Labelled characters of one file: pictures or strokes, their classes and their writers.

    Ink that is no character has the class after the charset's last.
    """

    name: str
    labels: npt.NDArray[np.intp]
    writers: npt.NDArray[np.str_]
    images: Sequence[Ink] | None = None
    strokes: Sequence[Sequence[Stroke]] | None = None
    per_epoch: int | None = None
    """At most so many are drawn in one epoch; None draws all."""
    letter: float | None = None
    """Height of a letter in the strokes' unit, for marks that are smaller; None: each is one."""
    is_cut_out: bool = False
    """Whether it was cut out of texts, which models are measured on: few writers are parted too."""

    def __len__(self) -> int:
        return len(self.labels)

    def ink(
        self, index: int, rng: np.random.Generator | None = None, *, strength: float = 1.0
    ) -> Ink:
        """Return the bitonal ink of one character, plain or (with ``rng``) by another hand.

        ``strength`` is how far the other hand goes in bending strokes.
        """
        if self.strokes is not None:
            strokes = self.strokes[index]
            return ink_of_strokes(strokes, rng, letter=self.letter, strength=strength)
        assert self.images is not None
        return ink_of_image(self.images[index], rng)

    def chosen(self, keep: npt.NDArray[np.bool_]) -> "Characters":
        """Return the characters for which ``keep`` (n,) bool is true."""
        places = np.flatnonzero(keep)
        return replace(
            self,
            labels=self.labels[places],
            writers=self.writers[places],
            images=None if self.images is None else [self.images[i] for i in places.tolist()],
            strokes=None if self.strokes is None else [self.strokes[i] for i in places.tolist()],
        )


def may_be_known(source: Characters, training: Sequence[Characters]) -> bool:
    """Tell whether hands of a source may be among those learnt from: some are, or have no names."""
    hands = set(source.writers.tolist())
    return "" in hands or any(not hands.isdisjoint(part.writers.tolist()) for part in training)


def read_characters(
    path: Path,
    charset: Charset,
    *,
    is_transposed: bool = False,
    with_rejects: bool = False,
    as_capitals: str = "",
) -> list[Characters]:
    """Return the characters of one file that the charset can name, by part of the collection.

    Implausible labels and blank pictures are left out; ``is_transposed`` exchanges rows and columns
    of pictures, as EMNIST's files need. ``with_rejects`` also returns, as a part of its own, ink
    labelled as no character (``UNREADABLE``). With ``as_capitals`` these small letters alone are
    returned, named by their capitals. Raises ``DatasetError`` where nothing usable is left, or all
    pictures of a character are blank.
    """
    data = (
        read_strokes(path) if holds_strokes(path) else read_dataset(path, transpose=is_transposed)
    )
    shown = data.texts if isinstance(data, LabelledStrokes) else data.characters
    wanted = as_capitals or charset
    named = np.array([text in wanted for text in shown.tolist()], bool) & data.clean
    usable = named if isinstance(data, LabelledStrokes) else _inked(data, named)
    if not usable.any():
        raise DatasetError(
            f"“{path.name}” holds none of the characters {as_capitals or charset.characters}.",
            advice="Choose a file with these characters, or another charset.",
        )
    stem = f"{path.stem}, as capitals" if as_capitals else path.stem
    parts = list(_by_part(stem, data, usable, charset))
    rejects = (shown == UNREADABLE) & data.clean
    if with_rejects and rejects.any():
        parts += _by_part(f"{path.stem}, no characters", data, rejects, charset)
    return parts


def _inked(data: LabelledImages, named: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which of the ``named`` pictures (n,) bool show anything at all.

    Raises ``DatasetError`` for a character that no picture with ink is of.
    """
    inked = named & data.inked
    empty = sorted(set(data.characters[named].tolist()) - set(data.characters[inked].tolist()))
    if empty:
        raise DatasetError(
            f"“{data.source}”: every picture of {', '.join(empty)} is blank.",
            advice="Replace these pictures, or take them out of the file.",
        )
    return inked


def read_cut_out(path: Path, charset: Charset, rejects: float) -> list[Characters]:
    """Return characters cut out of texts (`services.cutting_out`).

    With them comes the ink that is none, ``rejects`` of it for each character. Raises
    ``DatasetError``.
    """
    parts = read_characters(path, charset, with_rejects=rejects > 0)
    none = len(charset)
    most = round(rejects * sum(np.count_nonzero(part.labels < none) for part in parts))
    return [
        replace(part, is_cut_out=True, per_epoch=most if (part.labels == none).any() else None)
        for part in parts
    ]


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
        labels = _classes(charset, data.texts[places])
        drawn = [smooth(data.strokes(int(place))) for place in places]
        yield Characters(stem, labels, writers[places], strokes=drawn, letter=data.letter)
        return
    parts = np.full(len(usable), stem) if data.parts is None else data.parts
    for part in dict.fromkeys(parts[usable].tolist()):
        places = np.flatnonzero(usable & (parts == part))
        labels = _classes(charset, data.characters[places])
        pictures = [data.images[int(place)] for place in places]
        yield Characters(part, labels, writers[places], images=pictures)


def _classes(charset: Charset, texts: npt.NDArray[np.str_]) -> npt.NDArray[np.intp]:
    """Return the class of each character (n,); that of ink which is none comes after all."""
    none = len(charset)
    known = texts != UNREADABLE
    classes = np.full(len(texts), none, np.intp)
    classes[known] = charset.indices(
        [text if text in charset else text.upper() for text in texts[known].tolist()]
    )
    return classes


@dataclass(frozen=True, slots=True)
class Split:
    """Characters to train on, to choose the best epoch by, and to measure on; no writer in two."""

    training: tuple[Characters, ...]
    validation: tuple[Characters, ...]
    held_out: tuple[Characters, ...]


def split(sources: Sequence[Characters]) -> Split:
    """Return the characters parted by writer.

    A source that names fewer than five writers cannot be parted: it is trained on whole, unless it
    is the ``valid`` or ``test`` part beside a ``train`` part, or was cut out of texts.
    """
    is_parted_already = any(source.name == "train" for source in sources)
    known = _sides(sources)
    parts: tuple[list[Characters], ...] = ([], [], [])
    for source in sources:
        if is_too_few(source) and not source.is_cut_out:
            place = _PARTS.get(source.name, 0) if is_parted_already else 0
            parts[place].append(source)
            continue
        # Texts that letters were cut out of are measured on by the lots of their writers.
        by_lot = {
            writer: side_by_lot(writer) if source.is_cut_out else Side.TRAINING
            for writer in set(source.writers.tolist())
        }
        drawn = {writer: max(side, known.get(writer, side)) for writer, side in by_lot.items()}
        places = np.array([drawn[writer] for writer in source.writers.tolist()], np.intp)
        for side, part in zip(Side, parts, strict=True):
            keep = places == side
            if keep.any():
                part.append(_shared_out(source, keep, is_drawn=side is Side.TRAINING))
    return Split(*map(tuple, parts))


def is_too_few(source: Characters) -> bool:
    """Tell whether a source names too few writers to be parted by them."""
    return len(set(source.writers.tolist())) < FEWEST_WRITERS


def _sides(sources: Sequence[Characters]) -> dict[str, Side]:
    """Return the sides of writers: who is kept out in one source is kept out in all of them."""
    known: dict[str, Side] = {}
    for source in sources:
        if not source.is_cut_out and not is_too_few(source):
            for writer, side in sides(source.writers).items():
                known[writer] = max(side, known.get(writer, side))
    return known


def _shared_out(source: Characters, keep: npt.NDArray[np.bool_], *, is_drawn: bool) -> Characters:
    """Return some characters of a source, and of those it allows an epoch as large a share.

    Where they are not drawn anew each epoch, there are no more of them.
    """
    part = source.chosen(keep)
    if source.per_epoch is None:
        return part
    most = max(1, round(source.per_epoch * len(part) / len(source)))
    if is_drawn or most >= len(part):
        return replace(part, per_epoch=most)
    kept = np.zeros(len(part), bool)
    kept[drawn_evenly(len(part), most)] = True
    return replace(part.chosen(kept), per_epoch=most)


def with_validation(parted: Split) -> Split:
    """Return the split with about a tenth of the training characters to choose the best epoch by.

    For data that name no writers, whose hands are then on both sides and flatter the figure.
    Characters cut out of texts are parted already.
    """
    training, validation = [], list(parted.validation)
    for source in parted.training:
        if source.is_cut_out:
            training.append(source)
            continue
        places = [str(place) for place in range(len(source))]
        is_kept_out = np.isin(lots(places), VALIDATION_LOTS)
        training.append(source.chosen(~is_kept_out))
        validation += [source.chosen(is_kept_out)] if is_kept_out.any() else []
    return Split(tuple(training), tuple(validation), parted.held_out)
