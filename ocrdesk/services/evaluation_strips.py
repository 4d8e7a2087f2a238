"""How well strips with one handwritten text each are read, beside whatever form print they show."""

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import islice
from operator import add
from pathlib import Path

from ocrdesk.errors import DatasetError
from ocrdesk.formats.strips_file import LabelledStrip, count_strips, every_strip, open_strips
from ocrdesk.services.error_rates import (
    Confusion,
    ErrorCount,
    best_stretch,
    confusions_between,
    count_errors,
    letters_of,
    most_frequent,
)
from ocrdesk.services.evaluation import JSON_FORMAT, Json, confusions_as_json
from ocrdesk.services.evaluation_readings import AS_ALWAYS, ReadingVariant, by_way
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.writer_sides import is_held_out


@dataclass(frozen=True, slots=True)
class StripScore:
    """What was read on one strip; all three texts are letters of the recognizer's charset.

    ``stretch`` is the part of ``read`` nearest to ``truth``: the rest may be printed form text
    that the truth does not tell. ``letters`` compares the stretch, ``whole`` everything read.
    """

    file: str
    truth: str
    read: str
    stretch: str
    letters: ErrorCount
    whole: ErrorCount


@dataclass(frozen=True, slots=True)
class StripsEvaluation:
    """The scores of all strips, read by the recognizer called ``model``.

    ``variants`` holds by name the scores of each way to read, this one too, where there were
    several.
    """

    model: str
    strips: tuple[StripScore, ...]
    is_held_out: bool = False
    variants: Mapping[str, "StripsEvaluation"] = field(default_factory=dict)

    @property
    def letters(self) -> ErrorCount:
        """The errors of the best-matching stretches."""
        return reduce(add, (strip.letters for strip in self.strips), ErrorCount())

    @property
    def whole(self) -> ErrorCount:
        """The errors against everything read, where form print counts as extra letters."""
        return reduce(add, (strip.whole for strip in self.strips), ErrorCount())

    @property
    def right_count(self) -> int:
        """How many strips have their whole text without an error."""
        return sum(strip.letters.errors == 0 for strip in self.strips)

    def confusions(self, *, limit: int | None = None) -> tuple[Confusion, ...]:
        """Return the most frequent confusions between the truths and their stretches."""
        counts: Counter[tuple[str, str]] = Counter()
        for strip in self.strips:
            counts.update(confusions_between(strip.truth, strip.stretch))
        return most_frequent(counts, limit=limit)

    def as_json(self) -> Json:
        """Return everything as JSON values; the layout is that of ``ocrdesk evaluate --json``."""
        return {
            "format": JSON_FORMAT,
            "kind": "strips",
            "model": self.model,
            "writers": "held-out" if self.is_held_out else "all",
            **self.scores_as_json(),
            "variants": {name: one.scores_as_json() for name, one in self.variants.items()},
            "strips": [
                {
                    "file": strip.file,
                    "truth": strip.truth,
                    "read": strip.read,
                    "stretch": strip.stretch,
                    "errors": strip.letters.errors,
                }
                for strip in self.strips
            ],
            "confusions": confusions_as_json(self.confusions()),
        }

    def scores_as_json(self) -> Json:
        """Return the scores as JSON values, without what they belong to."""
        return {
            "letters": self.letters.as_json(),
            "whole": self.whole.as_json(),
            "strips_right": self.right_count,
        }


def evaluate_strips(
    path: Path | str,
    recognizer: Recognizer,
    *,
    only_held_out: bool = False,
    limit: int | None = None,
    readings: Sequence[ReadingVariant] = AS_ALWAYS,
) -> Generator[Progress, None, StripsEvaluation]:
    """Read the strips of a zip (the first ``limit`` of them) and compare with their labels.

    ``only_held_out`` reads those that no training sees, as if each had a writer of its own, called
    as its file (`writer_sides.lots`). The result is that of the last way to read; its variants are
    all of them. Raises DatasetError for the zip, or one that holds none of these, and
    ImageFileError for a picture in it.
    """
    wanted = is_held_out if only_held_out else every_strip
    count = count_strips(path, wanted=wanted)
    count = count if limit is None else min(count, limit)
    scores: list[list[StripScore]] = [[] for _ in readings]
    for strip in islice(open_strips(path, wanted=wanted), limit):
        yield Progress(f"Reading {strip.image.source}", len(scores[0]) / count)
        for own, reading in zip(scores, readings, strict=True):
            own.append(_score(strip, recognizer, reading))
    if not scores[0]:
        raise DatasetError(
            f"“{Path(path).name}” has no strips that this can be measured on.",
            advice="Measure on all writers, or choose another file.",
        )
    yield Progress("Done", 1.0)
    found = [StripsEvaluation(recognizer.name, tuple(own), only_held_out) for own in scores]
    return replace(found[-1], variants=by_way((reading.name for reading in readings), found))


def _score(strip: LabelledStrip, recognizer: Recognizer, reading: ReadingVariant) -> StripScore:
    page = reading.read(strip.image, recognizer)
    truth = letters_of(strip.text, recognizer.charset)
    read = letters_of(page.text, recognizer.charset)
    stretch = best_stretch(truth, read)
    return StripScore(
        strip.image.source,
        truth,
        read,
        stretch,
        count_errors(truth, stretch),
        count_errors(truth, read),
    )
