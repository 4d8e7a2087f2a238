"""Rows packed on canvases of one size, and how wrong a network is about them.

Rows are of any length, a network's pictures of one. On a canvas several rows stand side by side,
paper between them; each is judged by its own frames.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ocrdesk.nn.arrays import Array, Labels, Shape
from ocrdesk.nn.ctc import CtcLoss, best_path
from ocrdesk.nn.loss import Tally
from ocrdesk.page.charset import Charset
from ocrdesk.services.row_drawing import RowSample
from ocrdesk.vision.row_pictures import Bytes, RowGeometry
from ocrdesk.vision.row_variation import varied

_GAPS = 4, 10  # frames of paper between rows, from … up to


class _Placed(NamedTuple):
    """A row on a canvas: its first frame and how many it has, its picture and its classes."""

    first: int
    frames: int
    pixels: Bytes
    classes: Labels


class RowCanvases:
    """Samples for a network of pictures (height, width): canvases full of rows.

    The label of a canvas is its number. ``rng`` packs the rows.
    """

    def __init__(
        self,
        rows: Sequence[RowSample],
        charset: Charset,
        geometry: RowGeometry,
        width: int,
        rng: np.random.Generator,
    ) -> None:
        self.input_shape: Shape = (geometry.height, width)
        self.frames = width // geometry.stride
        self._stride = geometry.stride
        self.placed = list(self._packed(rows, charset, rng))
        self.labels: Labels = np.arange(len(self.placed), dtype=np.intp)

    def _packed(
        self, rows: Sequence[RowSample], charset: Charset, rng: np.random.Generator
    ) -> Iterator[list[_Placed]]:
        """Yield the rows of one canvas after the other, in an order that chance decides."""
        canvas: list[_Placed] = []
        first = 0
        for number in rng.permutation(len(rows)).tolist():
            row = rows[number]
            frames = min(-(-row.pixels.shape[1] // self._stride), self.frames)
            if canvas and first + frames > self.frames:
                yield canvas
                canvas, first = [], 0
            classes = np.array(charset.indices(list(row.text)), np.intp)
            canvas.append(_Placed(first, frames, row.pixels, classes))
            first += frames + int(rng.integers(*_GAPS))
        if canvas:
            yield canvas

    def fetch(self, rows: Labels, out: Array) -> None:
        """Write these canvases to ``out`` (m, height, width), ink 1 on 0."""
        out[...] = 0
        for canvas, number in zip(out, rows.tolist(), strict=True):
            for row in self.placed[number]:
                left = row.first * self._stride
                inside = canvas[:, left : left + row.pixels.shape[1]]
                np.multiply(row.pixels[:, : inside.shape[1]], np.float32(1 / 255), inside)


class CanvasLoss:
    """The loss of the rows on canvases: CTC (`nn.ctc`), the blank after all characters.

    ``canvases`` are those whose numbers are the labels. Hits are rows read without an error by the
    best class of each frame; loss is by character.
    """

    def __init__(self, charset: Charset, canvases: RowCanvases) -> None:
        self.canvases = canvases
        self._width = len(charset) + 1
        self._ctc = CtcLoss(self._width)
        self._hits = 0

    @property
    def classes(self) -> int:
        """How many canvases there are."""
        return len(self.canvases.labels)

    def gradient(self, logits: Array, labels: Labels, scale: float = 1.0) -> Array:
        """Return ``scale`` · ∂J/∂logits (m, frames · classes), zero where no row is."""
        frames = logits.reshape(len(labels), -1, self._width)
        rows = self._rows(labels)
        parted, lengths, classes = _parted(frames, rows)
        own = self._ctc.gradient(parted, lengths, classes, scale)
        self._hits += _hits(parted, lengths, classes)
        spread = np.zeros(frames.shape, frames.dtype)
        for (place, row), part in zip(rows, own, strict=True):
            spread[place, row.first : row.first + row.frames] = part[: row.frames]
        return spread.reshape(logits.shape)

    def take_tally(self) -> Tally:
        """Return loss and rows read right since the last call."""
        told = self._ctc.take_tally()
        hits, self._hits = self._hits, 0
        return Tally(told.loss_sum, hits, told.samples)

    def tally(self, logits: Array, labels: Labels) -> Tally:
        """Return loss and rows read right of any number of canvases."""
        frames = logits.reshape(len(labels), -1, self._width)
        parted, lengths, classes = _parted(frames, self._rows(labels))
        told = self._ctc.tally(parted, lengths, classes)
        return Tally(told.loss_sum, _hits(parted, lengths, classes), told.samples)

    def _rows(self, labels: Labels) -> list[tuple[int, _Placed]]:
        """Return the rows of some canvases, each with its canvas's place among them."""
        placed = self.canvases.placed
        return [(at, row) for at, number in enumerate(labels.tolist()) for row in placed[number]]


def _parted(
    frames: Array, rows: Sequence[tuple[int, _Placed]]
) -> tuple[Array, Labels, list[Labels]]:
    """Return the frames of each row by itself (rows, longest, classes), zeros behind.

    With them come how many there are of each row, and its characters.
    """
    lengths = np.array([row.frames for _, row in rows], np.intp)
    parted = np.zeros((len(rows), int(lengths.max()), frames.shape[2]), frames.dtype)
    for part, (place, row) in zip(parted, rows, strict=True):
        part[: row.frames] = frames[place, row.first : row.first + row.frames]
    return parted, lengths, [row.classes for _, row in rows]


def _hits(parted: Array, lengths: Labels, classes: Sequence[Labels]) -> int:
    """Return how many rows the best class of each frame reads without an error."""
    read = best_path(parted, lengths)
    return sum(own == truth.tolist() for own, truth in zip(read, classes, strict=True))


def varied_rows(rows: Sequence[RowSample], rng: np.random.Generator) -> list[RowSample]:
    """Return all rows varied once more (`vision.row_variation`)."""
    return [RowSample(row.text, varied(row.pixels, rng)) for row in rows]
