"""Pictures of rows from strokes: drawn on paper, laid out as a page is, cut out as in reading."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np

from ocrdesk.nn.blas import available_cores
from ocrdesk.services.child_processes import ignore_interrupts, without_interrupts
from ocrdesk.services.word_drawing import draw_word, letter_height
from ocrdesk.vision.layout import find_ink, lay_out
from ocrdesk.vision.marks import small_marks
from ocrdesk.vision.row_pictures import Bytes, RowGeometry, draw_row
from ocrdesk.vision.row_variation import bent
from ocrdesk.vision.strokes import Stroke

_AT_ONCE = 64  # rows that a process draws between two signs of life


class RowSample(NamedTuple):
    """The picture (height, width) of a row, ink 255 on 0, and its text without spaces."""

    text: str
    pixels: Bytes


@dataclass(frozen=True, slots=True)
class RowToDraw:
    """A text with the strokes that wrote it, to be drawn by a stream of its own, bent or plain."""

    text: str
    strokes: Sequence[Stroke]
    seed: tuple[int, ...]
    strength: float = 0.0


def draw_rows(
    wanted: Sequence[RowToDraw],
    geometry: RowGeometry,
    *,
    has_punctuation: bool,
    may_share: bool = False,
) -> Generator[float, None, list[RowSample]]:
    """Return the pictures of the rows, in their order; those that do not lie as one are left out.

    ``may_share`` lets a process draw for every core there is. Yields the fraction done.
    """
    draw = partial(_drawn, geometry=geometry, has_punctuation=has_punctuation)
    parts = [wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE)]
    rows: list[RowSample] = []
    for number, part in enumerate(_all_drawn(draw, parts, may_share=may_share)):
        yield number / len(parts)
        rows += part
    return rows


def _all_drawn(
    draw: "partial[list[RowSample]]", parts: Sequence[Sequence[RowToDraw]], *, may_share: bool
) -> Iterator[list[RowSample]]:
    cores = available_cores()
    if not may_share or cores < 2 or len(parts) < 2:
        yield from map(draw, parts)
        return
    context = get_context("spawn")  # see `services.drawing_ahead`
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=ignore_interrupts)
    done = 0
    try:
        with without_interrupts():
            drawn = pool.map(draw, parts)  # which starts the processes
        for rows in drawn:
            yield rows
            done += 1
    except BrokenProcessPool:  # of too little memory, for instance
        yield from map(draw, parts[done:])
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _drawn(
    wanted: Sequence[RowToDraw], *, geometry: RowGeometry, has_punctuation: bool
) -> list[RowSample]:
    rows = []
    for row in wanted:
        rng = np.random.default_rng(row.seed)
        strokes = list(row.strokes)
        if row.strength:
            strokes = bent(strokes, rng, letter=letter_height(strokes), strength=row.strength)
        pixels = _picture(strokes, rng, geometry, has_punctuation=has_punctuation)
        if pixels is not None:
            rows.append(RowSample(row.text, pixels))
    return rows


def _picture(
    strokes: Sequence[Stroke],
    rng: np.random.Generator,
    geometry: RowGeometry,
    *,
    has_punctuation: bool,
) -> Bytes | None:
    """Return the picture of the row that strokes make on paper, None if it is not one row.

    ``rng`` draws the pen. Small marks belong to it where the reader has punctuation.
    """
    grey = draw_word(strokes, rng, name="row").image.pixels
    layout = lay_out(grey, *find_ink(grey))
    if len(layout.rows) != 1:
        return None
    (row,) = layout.rows
    marks = small_marks(layout)[0] if has_punctuation else []
    clusters = [*row.clusters, *marks]
    picture = draw_row(
        layout.components, clusters, angle=row.angle, height=row.height, geometry=geometry
    )
    return picture.pixels
