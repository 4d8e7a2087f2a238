"""Looking into one epoch of a run: what its network wants, confuses, doubts and reads."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.arrays import Array
from ocrdesk.nn.network import Network
from ocrdesk.page.elements import Page
from ocrdesk.services.evaluation_shares import confusion
from ocrdesk.services.laboratory.insight import (
    Pair,
    Suspect,
    first_layer_pictures,
    suspects,
    worst_pairs,
)
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import PatchGeometry, cut_patches

_LETTERS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class PageToRead:
    """A page whose reading follows the epoch: its lines now, and a patch for each glyph."""

    page: Page
    patches: Array


@dataclass(frozen=True, slots=True)
class LineRead:
    """A line as the page has it and as the epoch's network alone reads its glyphs.

    Both have the same length; spaces stand where words part.
    """

    now: str
    then: str


@dataclass(frozen=True, slots=True, eq=False)
class EpochView:
    """One epoch: weights before and then, mistakes of the letters that judge, and the page.

    ``read`` (m,) are the classes read of the letters that judge, in their order; rows of
    ``suspects`` count in it too. ``is_exact`` is False where the recorder had to shorten weights.
    """

    epoch: int
    is_exact: bool
    accuracy: float
    before: Array
    then: Array
    counts: npt.NDArray[np.int64]
    pairs: tuple[Pair, ...]
    read: npt.NDArray[np.intp]
    suspects: tuple[Suspect, ...]
    lines: tuple[LineRead, ...] = ()


def page_to_read(page: Page, layout: Layout, geometry: PatchGeometry) -> PageToRead:
    """Cut the patches of a page's glyphs, as many as there are."""
    boxes = [layout.box_ink(glyph.box) for glyph in page.glyphs]
    return PageToRead(page, cut_patches(boxes, geometry))


def look(
    run: LabRun, epoch: int, page: PageToRead | None = None
) -> Generator[float, None, EpochView]:
    """Work out the view of the kept epoch nearest to one; yields the share that is done."""
    recorder, data = run.recorder, run.data
    kept = recorder.nearest(epoch)
    network, size = recorder.network(kept), data.geometry.size
    yield 0.1
    validation = data.validation
    probabilities = np.empty((len(validation), len(data.charset)), np.float32)
    for start in range(0, len(validation), _LETTERS_AT_ONCE):
        piece = slice(start, start + _LETTERS_AT_ONCE)
        probabilities[piece] = network.probabilities(validation.inputs[piece])
        yield 0.1 + 0.7 * start / len(validation)
    read = probabilities.argmax(axis=1)
    counts = confusion(validation.labels, read, len(data.charset))
    lines = () if page is None else _lines(page, network, tuple(data.charset))
    return EpochView(
        epoch=kept,
        is_exact=recorder.is_exact(kept),
        accuracy=float((read == validation.labels).mean()),
        before=first_layer_pictures(recorder.network(0), size),
        then=first_layer_pictures(network, size),
        counts=counts,
        pairs=tuple(worst_pairs(counts)),
        read=read,
        suspects=tuple(suspects(probabilities, validation.labels)),
        lines=lines,
    )


def letters_of(
    view: EpochView, labels: npt.NDArray[np.intp], truth: int, taken_for: int
) -> list[int]:
    """Return the rows, among the letters that judge, of one cell of the confusion matrix."""
    return np.flatnonzero((labels == truth) & (view.read == taken_for)).tolist()


def _lines(page: PageToRead, network: Network, names: Sequence[str]) -> tuple[LineRead, ...]:
    if not len(page.patches):
        return ()
    found = network.logits(page.patches).argmax(axis=1).tolist()
    lines, place = [], 0
    for line in page.page.lines:
        words = []
        for word in line.words:
            words.append("".join(names[index] for index in found[place : place + len(word.glyphs)]))
            place += len(word.glyphs)
        lines.append(LineRead(line.text, " ".join(words)))
    return tuple(lines)
