"""Which writers are learnt from, which choose the best epoch, and on which models are measured."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.stroke_file import LabelledStrokes
from ocrdesk.page.charset import Charset

HELD_OUT_LOTS = (0, 1)
"""Writers of these lots of ten are never trained on: models are measured on them."""

VALIDATION_LOTS = (2,)
"""Writers of these lots choose the best epoch of a training run."""

FEWEST_WRITERS = 5
"""Data that name fewer are not parted by writer."""

Names = Sequence[str] | npt.NDArray[np.str_]


class Side(IntEnum):
    """Where a writer is; of several files the last of these holds in all."""

    TRAINING = 0
    VALIDATION = 1
    HELD_OUT = 2


def lots(writers: Names) -> npt.NDArray[np.intp]:
    """Return the lot, 0 to 9, of each writer (n,).

    The lot is a checksum of the name alone, so that it depends neither on the order nor on the
    number of writers, nor on whether their pens or pictures of their letters are at hand.
    """
    drawn = {writer: _checksum(writer) % 10 for writer in set(writers)}
    return np.array([drawn[writer] for writer in writers], np.intp)


def is_held_out(writer: str) -> bool:
    """Tell whether a writer who is not among others is one of those that models are measured on."""
    return side_by_lot(writer) is Side.HELD_OUT


def side_by_lot(writer: str) -> Side:
    """Return the side of a writer by the lot alone."""
    lot = _checksum(writer) % 10
    if lot in HELD_OUT_LOTS:
        return Side.HELD_OUT
    return Side.VALIDATION if lot in VALIDATION_LOTS else Side.TRAINING


def sides(writers: Names) -> dict[str, Side]:
    """Return the side of each writer of a file, which names one for every sample.

    It is that of the lot. Where five writers or more are named, though, every side has one of them
    and training half of the samples: lots that do not give that are drawn anew.
    """
    found, counted = np.unique(np.asarray(writers, np.str_), return_counts=True)
    counts: dict[str, int] = dict(zip(found.tolist(), counted.tolist(), strict=True))
    drawn = {writer: side_by_lot(writer) for writer in counts}
    if len(counts) < FEWEST_WRITERS or _is_sound(drawn, counts):
        return drawn
    return _drawn_anew(drawn, counts)


def _checksum(writer: str) -> int:
    return zlib.crc32(f"writer:{writer}".encode())


def _is_sound(drawn: Mapping[str, Side], counts: Mapping[str, int]) -> bool:
    learnt = sum(count for writer, count in counts.items() if drawn[writer] is Side.TRAINING)
    return set(drawn.values()) == set(Side) and 2 * learnt >= sum(counts.values())


def _drawn_anew(drawn: Mapping[str, Side], counts: Mapping[str, int]) -> dict[str, Side]:
    """Return sides on which a fifth of the writers are held out and a tenth validate, at least one.

    Those whose lot it is come first, so that the same name is mostly on the same side in other
    files. Each of both sides has a quarter of the samples at most; of five writers or more two have
    no more than that.
    """
    most = sum(counts.values()) / 4
    free = [writer for writer in sorted(counts, key=_checksum) if counts[writer] <= most]
    anew = dict.fromkeys(counts, Side.TRAINING)
    for side, share, kept in ((Side.HELD_OUT, 5, 1), (Side.VALIDATION, 10, 0)):
        # Nobody is taken whose lot is the other of both, as long as there is anybody else.
        order = [side, Side.TRAINING]
        free.sort(key=lambda name: order.index(drawn[name]) if drawn[name] in order else 2)
        chosen = _within(free[: len(free) - kept], counts, most)[: max(1, len(counts) // share)]
        anew.update(dict.fromkeys(chosen, side))
        free = [writer for writer in free if writer not in chosen]
    return anew


def _within(writers: Iterable[str], counts: Mapping[str, int], most: float) -> list[str]:
    """Return the first of the writers that have no more than so many samples together."""
    chosen, taken = [], 0
    for writer in writers:
        if taken + counts[writer] <= most:
            chosen.append(writer)
            taken += counts[writer]
    return chosen


def sides_in(data: LabelledStrokes, charset: Charset) -> dict[str, Side]:
    """Return the side of each writer in a file of strokes, by what a training could use of it."""
    if data.groups is None:
        return {}
    texts = ("".join(text.split()) for text in data.texts.tolist())
    named = np.array([all(character in charset for character in text) for text in texts], bool)
    by_lot = {writer: side_by_lot(writer) for writer in data.groups.tolist()}
    return by_lot | sides(data.groups[named & data.clean])


def sides_of_linked(
    writers: Names,
    own: Mapping[str, Side],
    links: Mapping[str, str],
    known: Mapping[str, Side],
) -> npt.NDArray[np.intp]:
    """Return the sides (n, 2) of each writer under the name of their file and the linked one.

    ``known`` are the sides in the file whose names ``links`` gives.
    """
    both = {}
    for writer in set(writers):
        name = links.get(writer, writer)
        otherwise = own[writer] if name == writer else side_by_lot(name)
        both[writer] = (own[writer], known.get(name, otherwise))
    return np.array([both[writer] for writer in writers], np.intp).reshape(-1, 2)
