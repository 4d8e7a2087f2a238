"""Whose words are whose characters: two files of strokes may name the same writers differently.

UNIPEN's words and characters do: the same recordings are numbered in two ways. A model trained on
the characters has then seen writers of words that a lot drawn by name would call unseen. Strokes
tell them apart: characters cut out of words keep the shape and the number of their points.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.stroke_file import LabelledStrokes

_POINTS = 12  # of a shape; fewer recorded ones say too little
_NEAR = 0.008  # of the longer side: what rounding to 255 steps may move a point, twice over
_MOST_STROKES = 5  # of a character
_TRIED = 40  # words of a writer
_PROOF = 3  # equal characters that make two names one writer
_ENOUGH = 12  # equal characters after which no more words are tried

Shape = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """Characters with the same numbers of points: shapes (n, 2 * points) and who wrote them."""

    shapes: Shape
    writers: tuple[str, ...]


def link_writers(
    words: LabelledStrokes, characters: LabelledStrokes
) -> Generator[float, None, dict[str, str]]:
    """Return for writers of words the names they have among the characters, where strokes tell.

    Yields the fraction done.
    """
    if words.groups is None or characters.groups is None:
        return {}
    known = _known(characters)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, writer in enumerate(words.groups.tolist()):
        places[writer].append(place)
    links = {}
    for number, (writer, own) in enumerate(places.items()):
        yield number / len(places)
        found: Counter[str] = Counter()
        for place in own[:_TRIED]:
            found.update(_equal(words, place, known))
            if found.total() >= _ENOUGH:
                break
        name, count = found.most_common(1)[0] if found else ("", 0)
        if count >= _PROOF and 2 * count > found.total():
            links[writer] = name
    return links


def _known(characters: LabelledStrokes) -> Mapping[tuple[int, ...], _Known]:
    """Return the characters by the numbers of points of their strokes."""
    assert characters.groups is not None
    lengths = np.diff(characters.stroke_offsets).tolist()
    shapes: defaultdict[tuple[int, ...], list[Shape]] = defaultdict(list)
    writers: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    bounds = zip(characters.item_starts.tolist(), characters.item_ends.tolist(), strict=True)
    for (first, last), writer in zip(bounds, characters.groups.tolist(), strict=True):
        shape = _shape(characters, first, last)
        if shape is not None:
            counts = tuple(lengths[first:last])
            shapes[counts].append(shape)
            writers[counts].append(writer)
    return {counts: _Known(np.stack(own), tuple(writers[counts])) for counts, own in shapes.items()}


def _equal(
    words: LabelledStrokes, place: int, known: Mapping[tuple[int, ...], _Known]
) -> list[str]:
    """Return the writer of each character that has the same strokes as a part of the word."""
    first, last = int(words.item_starts[place]), int(words.item_ends[place])
    lengths = np.diff(words.stroke_offsets[first : last + 1]).tolist()
    found = []
    for start in range(last - first):
        for end in range(start + 1, min(start + _MOST_STROKES, last - first) + 1):
            same = known.get(tuple(lengths[start:end]))
            shape = None if same is None else _shape(words, first + start, first + end)
            if same is not None and shape is not None:
                far = np.abs(same.shapes - shape).max(axis=1)
                if far.min() < _NEAR:
                    found.append(same.writers[int(far.argmin())])
    return found


def _shape(strokes: LabelledStrokes, first: int, last: int) -> Shape | None:
    """Return some points of the strokes in shares of their box; None where there are too few."""
    start, end = int(strokes.stroke_offsets[first]), int(strokes.stroke_offsets[last])
    points = strokes.points[start:end].astype(np.float32)
    low = points.min(axis=0)
    size = float((points.max(axis=0) - low).max())
    if len(points) < _POINTS or size <= 0:
        return None
    chosen = np.linspace(0, len(points) - 1, _POINTS).round().astype(np.intp)
    return np.asarray((points[chosen] - low).ravel() / size, np.float32)
