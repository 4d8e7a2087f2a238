"""Rows of scanned strips with a text each, cut out where a reader finds the text.

Words drawn from strokes have clean ink. Scans have real pens on real paper, print beside the
writing, and letters that run into it.
"""

from collections.abc import Generator
from math import ceil, floor
from pathlib import Path

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.formats.strips_file import count_strips, open_strips
from ocrdesk.services.alignment import AlignedText, align_text
from ocrdesk.services.cutting_out import STRIP_SKIP
from ocrdesk.services.error_rates import letters_of
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_drawing import RowSample
from ocrdesk.services.row_recipe import RowRecipe
from ocrdesk.services.row_words import RowWords, has_room
from ocrdesk.services.writer_sides import HELD_OUT_LOTS, VALIDATION_LOTS, lots
from ocrdesk.vision.pieces import span_of
from ocrdesk.vision.row_pictures import Bytes, RowGeometry, draw_row


def strip_rows(
    path: Path, recognizer: Recognizer, recipe: RowRecipe
) -> Generator[Progress, None, RowWords]:
    """Return the rows of the strips in which the recognizer finds the text; a strip is a writer.

    Those held out of training are not opened. Raises ``DatasetError`` for a damaged file, or where
    no text is found.
    """
    count = count_strips(path, wanted=_is_open)
    rows = RowWords([], [])
    for number, strip in enumerate(open_strips(path, wanted=_is_open)):
        yield Progress("Finding the texts of strips", number / count)
        text = letters_of(strip.text, recognizer.charset)
        if not text:
            continue
        aligned = align_text(strip.image.pixels, text, recognizer, skip=STRIP_SKIP)
        if aligned is not None:
            part = rows.validation if _lot(strip.image.source) in VALIDATION_LOTS else rows.training
            row = RowSample(text, _picture(aligned, recipe.geometry))
            part += [row] if has_room(row, recipe) else []
    if not rows.training:
        raise DatasetError(
            f"Of the texts of “{path.name}” none was found in its pictures.",
            advice="Choose a model that reads this kind of writing.",
        )
    return rows


def _lot(name: str) -> int:
    return int(lots([name])[0])


def _is_open(name: str) -> bool:
    return _lot(name) not in HELD_OUT_LOTS


def _picture(aligned: AlignedText, geometry: RowGeometry) -> Bytes:
    """Return that part of the row's picture (height, width) in which the text stands.

    The row is drawn whole, as in reading: print beside a name has its say in how high letters are.
    """
    picture = draw_row(
        aligned.layout.components,
        aligned.pieces,
        angle=aligned.angle,
        height=aligned.height,
        geometry=geometry,
    )
    spans = np.array([span_of(letter, aligned.angle) for letter in aligned.letters])
    begin, end = picture.columns(np.array([spans[:, 0].min(), spans[:, 1].max()])).tolist()
    first = max(floor(begin) - geometry.margin, 0)
    return picture.pixels[:, first : ceil(end) + geometry.margin]
