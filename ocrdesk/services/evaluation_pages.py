"""How well whole pages are read: error rates per page and group, confusions, breaks.

Pages of the group ``orientations`` list their words in no order, so the words read are first put
in the order of the truth that fits best. Pages of the group ``outside`` hold signs that no charset
names; they are reported apart and count in no total.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.optimize import linear_sum_assignment

from ocrdesk.formats.image_file import open_images
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
from ocrdesk.services.evaluation import JSON_FORMAT, EvaluationReport, Json, confusions_as_json
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer

WITHOUT_ORDER = "orientations"
OUTSIDE = "outside"


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


@dataclass(frozen=True, slots=True)
class PagesEvaluation:
    """The scores of all pages, read by the recognizer called ``model``."""

    model: str
    pages: tuple[PageScore, ...]

    @property
    def total(self) -> Score:
        """The sum over all pages but those of the group ``outside``."""
        return _sum(page for page in self.pages if page.group != OUTSIDE)

    @property
    def groups(self) -> dict[str, Score]:
        """The sum over each group, in the order in which groups first appear."""
        names = dict.fromkeys(page.group for page in self.pages)
        return {name: _sum(page for page in self.pages if page.group == name) for name in names}

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
            "total": self.total.as_json(),
            "groups": {name: score.as_json() for name, score in self.groups.items()},
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
    folder: Path | str, recognizer: Recognizer
) -> Generator[EvaluationReport, None, PagesEvaluation]:
    """Read every page that ``truth.json`` in the folder lists and compare.

    Raises DatasetError for the truth and ImageFileError for a picture.
    """
    truths = read_truth(folder)
    scores = []
    for number, truth in enumerate(truths):
        yield EvaluationReport(f"Reading {truth.file.name}", number / len(truths))
        rows: list[str] = []
        for image in open_images(truth.file):
            rows += [line.text for line in run(recognize(image, recognizer)).page.lines]
        scores.append(score_page(truth, rows, recognizer.charset))
    yield EvaluationReport("Done", 1.0)
    return PagesEvaluation(recognizer.name, tuple(scores))


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
