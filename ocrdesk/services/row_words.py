"""Rows whose text is known, to train on and to choose the best epoch by.

They are words of writers, each drawn several times as other hands would have written it, and words
composed of the characters of writers (`services.word_composing`). Nobody who is held out of
training, under any name, has written any of them.
"""

from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.formats.presence import is_file
from ocrdesk.formats.stroke_file import LabelledStrokes, read_strokes
from ocrdesk.page.charset import PUNCTUATION, Charset
from ocrdesk.services.evaluation_word_choice import reason_against
from ocrdesk.services.evaluation_writers import link_writers
from ocrdesk.services.languages import lexicon
from ocrdesk.services.own_hands import own_strokes
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.row_drawing import RowSample, RowToDraw, draw_rows
from ocrdesk.services.row_recipe import RowRecipe
from ocrdesk.services.training_data import Characters, read_characters
from ocrdesk.services.word_composing import WordComposer
from ocrdesk.services.writer_sides import Side, sides, sides_in, sides_of_linked
from ocrdesk.vision.symbols import foreign_signs

_OWN_MARKS = 300  # drawings of each mark of punctuation
_LINKING = 0.1  # of the way
_ROOM = 1.3  # times its width: what a row that is varied may need
_COMPOSED = 1 << 20  # seeds of composed words begin here, behind those of recorded ones


class RowWords(NamedTuple):
    """Rows to train on, and rows of other writers to choose the best epoch by."""

    training: list[RowSample]
    validation: list[RowSample]


def gather_rows(
    words: Path,
    characters: Path,
    charset: Charset,
    recipe: RowRecipe,
    *,
    seed: int,
    may_share: bool = False,
) -> Generator[Progress, None, RowWords]:
    """Return rows of the words in one file, and others composed of the characters in the other.

    Writers are told apart by the names that they have in either. ``may_share`` lets several
    processes draw; the rows are the same. Raises ``DatasetError`` where a file is missing or
    does not name writers, or these are too few.
    """
    data, known = _strokes_of_writers(words), _strokes_of_writers(characters)
    task = link_writers(data, known)
    links = yield from as_part(task, "Telling writers apart", share=_LINKING)
    training, validation = _parted(data, charset, links, sides_in(known, charset))
    wanted = [
        RowToDraw(_text(data, place), data.strokes(place), (seed, drawing, place), recipe.strength)
        for drawing in range(recipe.drawings)
        for place in training
    ]
    wanted += _composed(characters, charset, recipe, seed)
    judged = [RowToDraw(_text(data, place), data.strokes(place), (place,)) for place in validation]
    rows = []
    for part, start, share in ((wanted, _LINKING, 0.85), (judged, 0.95, 0.05)):
        drawing = draw_rows(
            part, recipe.geometry, has_punctuation=charset.has_punctuation, may_share=may_share
        )
        rows.append((yield from as_part(drawing, "Drawing words", start=start, share=share)))
    return RowWords(*([row for row in part if has_room(row, recipe)] for part in rows))


def _strokes_of_writers(path: Path) -> LabelledStrokes:
    """Return the strokes in a file that names their writers."""
    if not is_file(path):
        raise DatasetError(f"There is no file “{path}”.", advice="Check where OCRDESK_DATA leads.")
    strokes = read_strokes(path)
    if strokes.groups is None:
        raise DatasetError(
            f"“{strokes.source}” does not tell its writers apart.",
            advice="Give files that name writers, such as unipen_words.npz.",
        )
    return strokes


def has_room(row: RowSample, recipe: RowRecipe) -> bool:
    """Tell whether a row has room on a canvas, varied too; lines of many words have not."""
    return bool(row.pixels.shape[1] * _ROOM <= recipe.canvas)


def _parted(
    data: LabelledStrokes, charset: Charset, links: Mapping[str, str], known: Mapping[str, Side]
) -> tuple[list[int], list[int]]:
    """Return the places of words to train on, and of those to choose the best epoch by.

    Writers of the latter are on that side under either name, writers of the former on no other;
    ``known`` are the sides of the names that ``links`` gives.
    """
    assert data.groups is not None
    both = sides_of_linked(data.groups.tolist(), sides_in(data, charset), links, known)
    usable = [place for place in range(len(data)) if not reason_against(data, place, charset)]
    is_seen = (both == Side.TRAINING).all(axis=1)
    judges = (both == Side.VALIDATION).all(axis=1)
    training = [place for place in usable if is_seen[place]]
    validation = [place for place in usable if judges[place]]
    if not training or not validation:
        raise DatasetError(
            f"The words of “{data.source}” are of too few writers.",
            advice="Add words of others: some writers choose the best epoch.",
        )
    return training, validation


def _text(data: LabelledStrokes, place: int) -> str:
    return "".join(str(data.texts[place]).split())


def _seen(part: Characters) -> Characters:
    """Return the characters without those of writers held out, whom few writers would be among."""
    drawn = sides(part.writers)
    return part.chosen(
        np.array([drawn[writer] is Side.TRAINING for writer in part.writers.tolist()], bool)
    )


def _composed(
    characters: Path, charset: Charset, recipe: RowRecipe, seed: int
) -> Iterator[RowToDraw]:
    """Yield words composed of the characters of writers to train on, and of our own marks."""
    parts = list(map(_seen, read_characters(characters, charset)))
    if marks := "".join(c for c in charset if c in PUNCTUATION):
        rng = np.random.default_rng((seed, _COMPOSED))
        parts.append(own_strokes(marks, charset, _OWN_MARKS, rng))
    composer = WordComposer(parts, charset, lexicon(), foreign=foreign_signs(charset))
    for number in range(recipe.composed):
        stream = (seed, _COMPOSED + 1 + number)
        text, strokes = composer.compose(np.random.default_rng(stream))
        yield RowToDraw("".join(text.split()), strokes, (*stream, 1))
