"""How well whole pages are read: error rates per page and group, confusions, breaks.

Pages of the group ``orientations`` list their words in no order, so the words read are first put
in the order of the truth that fits best. Pages of the group ``outside`` hold signs that no charset
names; they are reported apart and count in no total. Groups with cursive pages, as their notes
tell, are also counted without these. Pages may be read in several ways, or changed before.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.optimize import linear_sum_assignment

from ocrdesk.errors import DatasetError
from ocrdesk.formats.image_file import SourceImage, open_images
from ocrdesk.formats.truth_file import PageTruth, read_truth
from ocrdesk.page.charset import Charset
from ocrdesk.services.breaks import BreakCount, compare_breaks
from ocrdesk.services.error_rates import (
    Confusion,
    ErrorCount,
    confusions_between,
    count_errors,
    letters_of,
    most_frequent,
    text_of,
)
from ocrdesk.services.evaluation import JSON_FORMAT, Json, confusions_as_json
from ocrdesk.services.evaluation_pictures import PictureChange
from ocrdesk.services.evaluation_readings import AS_ALWAYS, ReadingVariant, by_way
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer

WITHOUT_ORDER = "orientations"
OUTSIDE = "outside"
_CURSIVE = "cursive"  # in the notes of a page


@dataclass(frozen=True, slots=True)
class Score:
    """What is counted on a page, and added up over pages."""

    letters: ErrorCount = field(default_factory=ErrorCount)
    text: ErrorCount = field(default_factory=ErrorCount)
    rows: BreakCount = field(default_factory=BreakCount)
    spaces: BreakCount = field(default_factory=BreakCount)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.letters + other.letters,
            self.text + other.text,
            self.rows + other.rows,
            self.spaces + other.spaces,
        )

    def as_json(self) -> Json:
        """Return ``letters`` and ``text`` (error counts), ``rows`` and ``spaces`` (breaks)."""
        return {
            "letters": self.letters.as_json(),
            "text": self.text.as_json(),
            "rows": self.rows.as_json(),
            "spaces": self.spaces.as_json(),
        }


@dataclass(frozen=True, slots=True)
class PageScore:
    """What was read on one page against what is written there."""

    file: str
    group: str
    truth: str
    read: str
    score: Score
    confusions: Counter[tuple[str, str]]
    is_cursive: bool = False


@dataclass(frozen=True, slots=True)
class PagesEvaluation:
    """The scores of all pages, read by the recognizer called ``model``.

    ``variants`` holds by name the scores of each way to read, this one too, where there were
    several.
    """

    model: str
    pages: tuple[PageScore, ...]
    variants: Mapping[str, "PagesEvaluation"] = field(default_factory=dict)

    @property
    def total(self) -> Score:
        """The sum over all pages but those of the group ``outside``."""
        return _sum(page for page in self.pages if page.group != OUTSIDE)

    @property
    def groups(self) -> dict[str, Score]:
        """The sum over each group, in the order in which groups first appear."""
        names = dict.fromkeys(page.group for page in self.pages)
        return {name: _sum(page for page in self.pages if page.group == name) for name in names}

    @property
    def without_cursive(self) -> dict[str, Score]:
        """The sum over each group that has cursive pages, without these."""
        names = dict.fromkeys(page.group for page in self.pages if page.is_cursive)
        printed = [page for page in self.pages if not page.is_cursive]
        return {name: _sum(page for page in printed if page.group == name) for name in names}

    def confusions(self, *, limit: int | None = None) -> tuple[Confusion, ...]:
        """Return the most frequent confusions of letters, without the group ``outside``."""
        counts: Counter[tuple[str, str]] = Counter()
        for page in self.pages:
            if page.group != OUTSIDE:
                counts.update(page.confusions)
        return most_frequent(counts, limit=limit)

    def as_json(self) -> Json:
        """Return everything as JSON values; the layout is that of ``ocrdesk evaluate --json``."""
        return {
            "format": JSON_FORMAT,
            "kind": "pages",
            "model": self.model,
            **self.scores_as_json(),
            "variants": {name: one.scores_as_json() for name, one in self.variants.items()},
        }

    def scores_as_json(self) -> Json:
        """Return the scores as JSON values, without what they belong to."""
        return {
            "total": self.total.as_json(),
            "groups": {name: score.as_json() for name, score in self.groups.items()},
            "without_cursive": {
                name: score.as_json() for name, score in self.without_cursive.items()
            },
            "pages": [
                {
                    "file": page.file,
                    "group": page.group,
                    "truth": page.truth,
                    "read": page.read,
                    **page.score.as_json(),
                }
                for page in self.pages
            ],
            "confusions": confusions_as_json(self.confusions()),
        }


def _sum(pages: Iterable[PageScore]) -> Score:
    return reduce(add, (page.score for page in pages), Score())


def evaluate_pages(
    folder: Path | str,
    recognizer: Recognizer,
    *,
    groups: Sequence[str] = (),
    changes: Sequence[PictureChange] = (),
    readings: Sequence[ReadingVariant] = AS_ALWAYS,
) -> Generator[Progress, None, PagesEvaluation]:
    """Read the pages that ``truth.json`` in the folder lists, all or of some groups, and compare.

    Each is read as it is and with each of the changes, in all ways of reading. The result is that
    of the last way with the pages as they are; its variants are all of them. Raises DatasetError
    for the truth and ImageFileError for a picture.
    """
    truths = _chosen(read_truth(folder), groups)
    ways = [(change, reading) for change in (None, *changes) for reading in readings]
    scores: list[list[PageScore]] = [[] for _ in ways]
    for number, truth in enumerate(truths):
        images = list(open_images(truth.file))
        for place, (change, reading) in enumerate(ways):
            done = (number + place / len(ways)) / len(truths)
            way = f", {_way(change, reading)}" if len(ways) > 1 else ""
            yield Progress(f"Reading {truth.file.name}{way}", done)
            rows = _rows(images, recognizer, change, reading)
            scores[place].append(score_page(truth, rows, recognizer.charset))
    yield Progress("Done", 1.0)
    found = [PagesEvaluation(recognizer.name, tuple(pages)) for pages in scores]
    return replace(found[len(readings) - 1], variants=by_way((_way(*way) for way in ways), found))


def _chosen(truths: Sequence[PageTruth], groups: Sequence[str]) -> Sequence[PageTruth]:
    """Return the pages of these groups, or all; DatasetError where a group is not there."""
    known = dict.fromkeys(truth.group for truth in truths)
    for group in groups:
        if group not in known:
            raise DatasetError(
                f"No page is of the group “{group}”.",
                advice=f"There are {', '.join(filter(None, known))}.",
            )
    return [truth for truth in truths if not groups or truth.group in groups]


def _way(change: PictureChange | None, reading: ReadingVariant) -> str:
    """Return what a way to read is called."""
    picture = change.name if change else "as it is"
    return f"{picture}, {reading.name}" if reading.name else picture


def _rows(
    images: Iterable[SourceImage],
    recognizer: Recognizer,
    change: PictureChange | None,
    reading: ReadingVariant,
) -> list[str]:
    """Return the text of the rows read on the images."""
    rows: list[str] = []
    for image in images:
        page = reading.read(change.applied(image) if change else image, recognizer)
        rows += [line.text for line in page.lines]
    return rows


def score_page(truth: PageTruth, rows: Sequence[str], charset: Charset) -> PageScore:
    """Compare the rows read on a page with its truth."""
    expected = list(truth.lines)
    is_ordered = truth.group != WITHOUT_ORDER
    if not is_ordered:
        expected = _words(expected)
        rows = arranged_like(expected, _words(rows), charset)
    true_text, read_text = text_of(expected), text_of(rows)
    true_letters, read_letters = letters_of(true_text, charset), letters_of(read_text, charset)
    breaks = compare_breaks(expected, rows, charset) if is_ordered else (BreakCount(), BreakCount())
    return PageScore(
        truth.file.name,
        truth.group,
        true_text,
        read_text,
        Score(
            count_errors(true_letters, read_letters), count_errors(true_text, read_text), *breaks
        ),
        confusions_between(true_letters, read_letters),
        _CURSIVE in truth.notes.lower(),
    )


def _words(rows: Iterable[str]) -> list[str]:
    return [word for row in rows for word in row.split()]


def arranged_like(truth: Sequence[str], read: Sequence[str], charset: Charset) -> list[str]:
    """Return the words read in the order of the truth that costs least, strange ones last.

    Each word may stand for one of the truth or for none; the cheapest assignment of letters
    decides (H. W. Kuhn, "The Hungarian method for the assignment problem", 1955).
    """
    wanted = [letters_of(word, charset) for word in truth]
    given = [letters_of(word, charset) for word in read]
    size = len(wanted) + len(given)
    costs = np.zeros((size, size), np.intp)
    for i, word in enumerate(wanted):
        costs[i, : len(given)] = [Levenshtein.distance(word, other) for other in given]
        costs[i, len(given) :] = len(word)
    costs[len(wanted) :, : len(given)] = [len(other) for other in given]
    _, chosen = linear_sum_assignment(costs)
    return [read[j] for j in chosen if j < len(read)]
