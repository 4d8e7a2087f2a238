"""How much a reader learns from a person who corrects, measured on writers it never saw.

Each writer's letters make a page, which a simulated person corrects in several orders
(`services.simulated_person`). Letters are drawn in groups of five in any order, so that words help
little, and each drawing stands once: what is measured was never corrected.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.services.adaptation import Comparison
from ocrdesk.services.evaluation import JSON_FORMAT, Json
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.simulated_person import ORDERS, Person, Point, correct_page
from ocrdesk.services.training_data import Characters, read_characters, split
from ocrdesk.services.writer_pages import draw_page
from ocrdesk.vision.patches import cut_patches

COUNTS = (30, 100)
"""After how many corrections the reader learns and is measured."""
PAGE = 300
"""Letters of a page, where a writer recorded as many."""
_FEWEST = 100  # letters that a writer must have recorded
_ASKED = 1000  # letters of other writers that both readers read
_COUNTED = ("order", "corrections", "remaining", "before", "after")
_ALIKE = str.maketrans({"0": "O", "1": "I", "l": "I"})


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """All writers together after so many corrections in an order.

    ``fall`` is the share of all errors that are gone, ``mean`` and ``spread`` (standard deviation)
    that of a writer, over writers with errors. ``others`` and ``memory`` are points of a hundred
    that characters of other writers, and of the project's own hands, lose; ``alike`` the former
    where O = 0 and 1 = I = l. ``sureness`` are the calibration errors, before and after.
    """

    order: str
    corrections: int
    writers: int
    remaining: int
    before: int
    after: int
    fall: float
    mean: float
    spread: float
    others: float
    alike: float
    memory: float
    sureness: tuple[float, float]
    refused: int


@dataclass(frozen=True, slots=True)
class AdaptationEvaluation:
    """How it went with each writer, read by the recognizer called ``model``."""

    model: str
    people: tuple[Person, ...]

    @property
    def curves(self) -> tuple[CurvePoint, ...]:
        """The orders, each with its numbers of corrections, all writers together."""
        return tuple(self._curve_points())

    def _curve_points(self) -> Iterator[CurvePoint]:
        points = [point for person in self.people for point in person.points]
        for order in ORDERS:
            own = [point for point in points if point.order == order]
            for count in sorted({point.corrections for point in own}):
                yield _joined([point for point in own if point.corrections == count])

    def as_json(self) -> Json:
        """Return everything as JSON values; the layout is that of ``ocrdesk evaluate --json``."""
        return {
            "format": JSON_FORMAT,
            "kind": "adaptation",
            "model": self.model,
            "curves": [
                {name: getattr(point, name) for name in CurvePoint.__dataclass_fields__}
                for point in self.curves
            ],
            "writers": [
                {
                    "writer": person.writer,
                    "letters": person.letters,
                    "boxed": person.boxed,
                    "errors": person.errors,
                    "points": [
                        {name: getattr(point, name) for name in _COUNTED} for point in person.points
                    ],
                }
                for person in self.people
            ],
        }


def _joined(points: list[Point]) -> CurvePoint:
    before, after = (sum(getattr(point, name) for point in points) for name in ("before", "after"))
    falls = [point.fall for point in points if point.fall is not None]
    return CurvePoint(
        order=points[0].order,
        corrections=points[0].corrections,
        writers=len(points),
        remaining=sum(point.remaining for point in points),
        before=before,
        after=after,
        fall=1 - after / before if before else 0.0,
        mean=fmean(falls) if falls else 0.0,
        spread=stdev(falls) if len(falls) > 1 else 0.0,
        others=100 * fmean(point.others.lost for point in points),
        alike=100 * fmean(point.alike.lost for point in points),
        memory=100 * fmean(point.memory.lost for point in points),
        sureness=(
            fmean(point.sureness[0] for point in points),
            fmean(point.sureness[1] for point in points),
        ),
        refused=sum(point.is_refused for point in points),
    )


def evaluate_adaptation(
    path: Path | str,
    recognizer: Recognizer,
    *,
    counts: Sequence[int] = COUNTS,
    most_writers: int | None = None,
    seed: int = 0,
) -> Generator[Progress, None, AdaptationEvaluation]:
    """Let a person correct a page of each writer that training leaves out.

    ``path`` is a file of characters as strokes; after each of ``counts`` corrections the reader
    learns and is measured; ``seed`` draws letters, pens and order. Raises
    ``DatasetError`` where no held-out writer recorded enough letters.
    """
    path = Path(path)
    yield Progress(f"Opening {path.name}", 0.0)
    source = _held_out_strokes(path, recognizer)
    writers = _writers(source)[:most_writers]
    others = _Others(source, recognizer, seed)
    people = []
    for number, writer in enumerate(writers):
        rng = np.random.default_rng([seed, number])
        own = rng.permutation(np.flatnonzero(source.writers == writer))[:PAGE].tolist()
        assert source.strokes is not None
        letters = [(recognizer.charset[int(source.labels[i])], source.strokes[i]) for i in own]
        drawn = draw_page(letters, rng, name=writer)
        task = correct_page(drawn, recognizer, writer=writer, counts=counts, ask=others.read)
        share = 1 / len(writers)
        stage = f"Writer {number + 1}"
        people.append((yield from as_part(task, stage, start=number * share, share=share)))
    yield Progress("Done", 1.0)
    return AdaptationEvaluation(recognizer.name, tuple(people))


def _held_out_strokes(path: Path, recognizer: Recognizer) -> Characters:
    """Return the strokes of writers that training leaves out; DatasetError if there are none."""
    for source in split(read_characters(path, recognizer.charset)).held_out:
        if source.strokes is not None:
            return source
    raise DatasetError(
        f"“{path.name}” has no pen strokes of writers that training leaves out.",
        advice="Give a file of strokes such as unipen_strokes62.npz.",
    )


def _writers(source: Characters) -> list[str]:
    """Return who recorded enough letters; DatasetError if nobody did."""
    names, counts = np.unique(source.writers, return_counts=True)
    found: list[str] = names[counts >= _FEWEST].tolist()
    if not found:
        raise DatasetError(
            f"No held-out writer recorded {_FEWEST} letters that this model can name.",
            advice="Choose another model or file.",
        )
    return found


class _Others:
    """Letters of all held-out writers, by which it is told what learning one hand costs."""

    def __init__(self, source: Characters, recognizer: Recognizer, seed: int) -> None:
        rng = np.random.default_rng(seed)
        places = rng.permutation(len(source))[:_ASKED].tolist()
        inks = [source.ink(place) for place in places]
        self._patches = cut_patches(inks, recognizer.geometry)
        self._labels = source.labels[places]
        self._writers = source.writers[places]
        self._base = self._read(recognizer)
        self._folded = _folded(recognizer)

    def read(self, recognizer: Recognizer, writer: str) -> tuple[Comparison, Comparison]:
        """Compare how letters of others than ``writer`` are read: as they are, and alike ones."""
        others = self._writers != writer
        labels, before = self._labels[others], self._base[others]
        after, fold = self._read(recognizer)[others], self._folded
        return _compared(labels, before, after), _compared(fold[labels], fold[before], fold[after])

    def _read(self, recognizer: Recognizer) -> npt.NDArray[np.intp]:
        return np.asarray(recognizer.classify(self._patches).argmax(axis=1), np.intp)


def _folded(recognizer: Recognizer) -> npt.NDArray[np.intp]:
    """Return for each class that of the character it is hardly told apart from."""
    names = recognizer.charset.characters.translate(_ALIKE)
    return np.array([names.index(name) for name in names], np.intp)


def _compared(
    labels: npt.NDArray[np.intp], before: npt.NDArray[np.intp], after: npt.NDArray[np.intp]
) -> Comparison:
    return Comparison.of(before == labels, after == labels)
