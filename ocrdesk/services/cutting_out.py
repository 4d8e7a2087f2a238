"""Files of words and strips to files of characters, cut out where a reader finds the text."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.errors import DatasetError
from ocrdesk.formats.character_file import CharacterPictures, CharacterStrokes
from ocrdesk.formats.strips_file import count_strips, open_strips
from ocrdesk.formats.stroke_file import LabelledStrokes, read_strokes
from ocrdesk.services.alignment import AlignedText, FoundInk, align_text
from ocrdesk.services.error_rates import letters_of
from ocrdesk.services.evaluation_word_choice import CURSIVE
from ocrdesk.services.evaluation_writers import link_writers
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.word_drawing import LETTER, WordDrawing, draw_word

_WORD_SKIP = 5.0  # a word stands alone: what is beside it is likely part of it
STRIP_SKIP = 0.7  # a strip may show printed text beside the name
SIDE, _LONGER = 64, 56  # pixels of a picture, and of its character's longer side at most
_WHOLE = 0.85  # share of a stroke from which all of it belongs to a letter
_GAP = 3  # points that a stroke may miss in between
_NEAR = 0.25  # of a letter's longer side: how far its strokes may end from its box


@dataclass(frozen=True, slots=True)
class CutOut:
    """What came of a file: the characters, and how many texts were found of how many."""

    characters: CharacterStrokes | CharacterPictures
    found: int
    texts: int


def cut_words(
    path: Path, recognizer: Recognizer, *, known: Path | None = None
) -> Generator[Progress, None, CutOut]:
    """Return the characters of words recorded as pen strokes, as strokes.

    Writers get the name that they have in ``known``, a file of characters, where strokes tell that
    they are the same. Raises ``DatasetError``.
    """
    data = read_strokes(path)
    links: dict[str, str] = {}
    if known is not None:
        task = link_writers(data, read_strokes(known))
        links = yield from as_part(task, "Comparing writers", share=0.0)
    characters, found, texts = CharacterStrokes(float(LETTER)), 0, 0
    for place, text in enumerate(data.texts.tolist()):
        yield Progress(f"Cutting {text}", place / len(data))
        letters = _wanted(data, place, recognizer)
        if not letters:
            continue
        texts += 1
        drawing = draw_word(data.strokes(place), np.random.default_rng(place), name=text)
        aligned = align_text(drawing.image.pixels, letters, recognizer, skip=_WORD_SKIP)
        if aligned is None or len(aligned.layout.rows) > 1:
            continue
        found += 1
        writer = "" if data.groups is None else str(data.groups[place])
        for ink, strokes in _strokes_of(drawing, aligned):
            characters.add(ink.character, links.get(writer, writer), strokes)
    return CutOut(characters, found, texts)


def _wanted(data: LabelledStrokes, place: int, recognizer: Recognizer) -> str:
    """Return the text to be found; nothing where it cannot be."""
    text = "".join(str(data.texts[place]).split())
    if not data.clean[place] or not all(character in recognizer.charset for character in text):
        return ""
    return "" if data.styles is not None and data.styles[place] == CURSIVE else text


def _strokes_of(
    drawing: WordDrawing, aligned: AlignedText
) -> Iterator[tuple[FoundInk, list[npt.NDArray[np.float64]]]]:
    """Yield what was found with the strokes that drew it, cut where the reader cut the ink."""
    layout = aligned.layout
    labels, scale = layout.components.labels, layout.ink.scale
    limits = (labels.shape[1] - 1, labels.shape[0] - 1)
    under = [
        labels[tuple(np.clip((stroke * scale).astype(np.intp), 0, limits).T[::-1])]
        for stroke in drawing.strokes
    ]
    for ink in aligned.found:
        members = np.array(ink.cluster.members) + 1
        strokes = [
            part
            for stroke, below in zip(drawing.strokes, under, strict=True)
            for part in _parts(stroke, np.isin(below, members))
        ]
        if strokes and _fit(strokes, ink, scale):
            yield ink, strokes


def _parts(
    stroke: npt.NDArray[np.float64], is_inside: npt.NDArray[np.bool_]
) -> list[npt.NDArray[np.float64]]:
    """Return the stretches of a stroke that lie inside, all of it where most does."""
    if not is_inside.any():
        return []
    if is_inside.mean() >= _WHOLE:
        return [stroke]
    places = np.flatnonzero(is_inside)
    starts = [0, *(np.flatnonzero(np.diff(places) > _GAP) + 1).tolist(), len(places)]
    runs = [(int(places[a]), int(places[b - 1]) + 1) for a, b in pairwise(starts)]
    return [stroke[first:last] for first, last in runs if last - first >= _GAP]


def _fit(strokes: Sequence[npt.NDArray[np.float64]], ink: FoundInk, scale: float) -> bool:
    """Tell whether strokes fill the box of the ink that they are to have drawn."""
    points = np.concatenate(strokes) * scale
    box = ink.cluster.box
    allowed = _NEAR * max(box.width, box.height) + 3
    low = np.abs(points.min(axis=0) - (box.left, box.top))
    high = np.abs(points.max(axis=0) - (box.right, box.bottom))
    return bool(max(low.max(), high.max()) <= allowed)


def cut_strips(path: Path, recognizer: Recognizer) -> Generator[Progress, None, CutOut]:
    """Return the characters of scanned strips with a text each, as pictures; a strip is a writer.

    Raises ``DatasetError``.
    """
    count = count_strips(path)
    characters, found, texts = CharacterPictures(SIDE), 0, 0
    for number, strip in enumerate(open_strips(path)):
        yield Progress(f"Cutting {strip.image.source}", number / count)
        text = letters_of(strip.text, recognizer.charset)
        if not text:
            continue
        texts += 1
        aligned = align_text(strip.image.pixels, text, recognizer, skip=STRIP_SKIP)
        if aligned is None:
            continue
        found += 1
        for ink in aligned.found:
            picture = squared(aligned.layout.glyph_ink(ink.cluster, aligned.angle))
            characters.add(ink.character, strip.image.source, picture)
    return CutOut(characters, found, texts)


def squared(ink: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return ink (h, w) in the middle of an empty square, made smaller where it has to be."""
    image = Image.fromarray(ink)
    image.thumbnail((_LONGER, _LONGER), Image.Resampling.BOX)
    square = Image.new("L", (SIDE, SIDE))
    square.paste(image, ((SIDE - image.width) // 2, (SIDE - image.height) // 2))
    return np.asarray(square)


def require_any(cut: CutOut, path: Path) -> None:
    """Raise ``DatasetError`` where nothing was found in the file."""
    if not len(cut.characters):
        raise DatasetError(
            f"Of the {cut.texts:,} texts of “{path.name}” none was found in its ink.",
            advice="Choose a model that knows their characters and reads this kind of writing.",
        )
