"""How well single characters are told apart: by kind, by source, by pairs that look alike."""

from collections import Counter
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.page.charset import Charset
from ocrdesk.services.error_rates import Confusion, most_frequent
from ocrdesk.services.evaluation import JSON_FORMAT, EvaluationReport, Json, confusions_as_json
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.training_data import Characters, read_characters, split
from ocrdesk.vision.patches import cut_patches

Matrix = npt.NDArray[np.intp]

_AT_ONCE = 2048  # patches classified together: some megabytes
_ALIKE = {"O = 0": ("O0",), "1 = I": ("1I",), "O = 0, 1 = I": ("O0", "1I")}
_KINDS: dict[str, Callable[[str], bool]] = {
    "digits": str.isdigit,
    "capitals": str.isupper,
    "small letters": str.islower,
}


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``count`` characters were read right."""

    right: int
    count: int

    @property
    def rate(self) -> float | None:
        """The share that is right; None where there is nothing to count."""
        return self.right / self.count if self.count else None

    def as_json(self) -> dict[str, int | float | None]:
        """Return ``right``, ``count`` and ``rate``."""
        return {"right": self.right, "count": self.count, "rate": self.rate}


@dataclass(frozen=True, slots=True, eq=False)
class CharactersEvaluation:
    """What the recognizer called ``model`` took each character for.

    ``matrices`` holds by source how often class i (row) was read as class j (column), as
    (classes, classes) counts; classes are positions in ``charset``.
    """

    model: str
    charset: Charset
    matrices: Mapping[str, Matrix]
    is_held_out: bool

    @property
    def matrix(self) -> Matrix:
        """The sum over all sources."""
        size = len(self.charset)
        return sum(self.matrices.values(), start=np.zeros((size, size), np.intp))

    @property
    def overall(self) -> Share:
        """All characters of all sources."""
        return _share(self.matrix)

    @property
    def sources(self) -> dict[str, Share]:
        """The share that is right in each source."""
        return {name: _share(matrix) for name, matrix in self.matrices.items()}

    @property
    def kinds(self) -> dict[str, Share]:
        """The share of digits, capitals and small letters that is right, of those there are."""
        shares = {}
        for kind, belongs in _KINDS.items():
            rows = np.array([belongs(character) for character in self.charset])
            shares[kind] = _share(self.matrix * rows[:, None])
        return {kind: share for kind, share in shares.items() if share.count}

    @property
    def characters(self) -> dict[str, Share]:
        """The share of each character that is right, in the order of the charset."""
        matrix = self.matrix
        return {
            character: Share(int(matrix[i, i]), int(matrix[i].sum()))
            for i, character in enumerate(self.charset)
        }

    @property
    def merged(self) -> dict[str, Share]:
        """The share that is right when signs that hand print draws alike count as one."""
        shares = {name: self._merged(_alike(groups)) for name, groups in _ALIKE.items()}
        if self.charset.has_lower_case:
            shares["ignoring case"] = self._merged(str.upper)
        return shares

    def _merged(self, representative: Callable[[str], str]) -> Share:
        names = np.array([representative(character) for character in self.charset])
        matrix = self.matrix
        return Share(int(matrix[names[:, None] == names[None, :]].sum()), int(matrix.sum()))

    def confusions(self, *, limit: int | None = None) -> tuple[Confusion, ...]:
        """Return what was taken for what, most frequent first."""
        matrix = self.matrix
        counts: Counter[tuple[str, str]] = Counter()
        for i, j in np.argwhere(matrix):
            if i != j:
                counts[self.charset[i], self.charset[j]] = int(matrix[i, j])
        return most_frequent(counts, limit=limit)

    def as_json(self) -> Json:
        """Return everything as JSON values; the layout is that of ``ocrdesk evaluate --json``."""
        return {
            "format": JSON_FORMAT,
            "kind": "characters",
            "model": self.model,
            "writers": "held-out" if self.is_held_out else "all",
            "overall": self.overall.as_json(),
            "merged": _all_as_json(self.merged),
            "kinds": _all_as_json(self.kinds),
            "sources": _all_as_json(self.sources),
            "characters": _all_as_json(self.characters),
            "confusions": confusions_as_json(self.confusions()),
        }


def _share(matrix: Matrix) -> Share:
    return Share(int(np.trace(matrix)), int(matrix.sum()))


def _alike(groups: tuple[str, ...]) -> Callable[[str], str]:
    first_of_group = {character: group[0] for group in groups for character in group}
    return lambda character: first_of_group.get(character, character)


def _all_as_json(shares: Mapping[str, Share]) -> Json:
    return {name: share.as_json() for name, share in shares.items()}


def evaluate_characters(
    path: Path | str,
    recognizer: Recognizer,
    *,
    only_held_out: bool = False,
    is_transposed: bool = False,
) -> Generator[EvaluationReport, None, CharactersEvaluation]:
    """Classify every character of a dataset or stroke file that the recognizer can name.

    Implausible labels are left out. ``only_held_out`` keeps the writers that training with this
    file leaves out. Raises DatasetError where nothing is left to measure.
    """
    path = Path(path)
    yield EvaluationReport(f"Opening {path.name}", 0.0)
    sources = read_characters(path, recognizer.charset, is_transposed=is_transposed)
    if only_held_out:
        sources = list(split(sources).held_out)
        if not sources:
            raise DatasetError(
                f"“{path.name}” tells too few writers apart to hold any out.",
                advice="Leave out --writers held-out.",
            )
    total = sum(map(len, sources))
    done = 0
    matrices: dict[str, Matrix] = {}
    for source in sources:
        matrix = matrices[source.name] = np.zeros((len(recognizer.charset),) * 2, np.intp)
        for start in range(0, len(source), _AT_ONCE):
            yield EvaluationReport(f"Reading {source.name}", (done + start) / total)
            _count(source, range(start, min(start + _AT_ONCE, len(source))), recognizer, matrix)
        done += len(source)
    yield EvaluationReport("Done", 1.0)
    return CharactersEvaluation(recognizer.name, recognizer.charset, matrices, only_held_out)


def _count(source: Characters, places: range, recognizer: Recognizer, matrix: Matrix) -> None:
    """Classify the characters at the places and add what they were taken for to the matrix."""
    patches = cut_patches([source.ink(place) for place in places], recognizer.geometry)
    read = recognizer.classify(patches).argmax(axis=1)
    np.add.at(matrix, (source.labels[places.start : places.stop], read), 1)
