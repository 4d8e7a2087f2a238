"""How well single characters are told apart: by kind, by source, by pairs that look alike.

Shares *within* a kind (digits among digits) count the most probable character of that kind, as
published figures do; O and 0 then never meet. Shares of the 36 classes choose among capitals and
digits, whatever else the recognizer can name.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.page.charset import Charset
from ocrdesk.services.error_rates import Confusion, most_frequent
from ocrdesk.services.evaluation import JSON_FORMAT, Json, confusions_as_json
from ocrdesk.services.evaluation_shares import Share, Tally
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.training_data import Characters, read_characters, split
from ocrdesk.vision.patches import cut_patches

_AT_ONCE = 2048  # patches classified together: some megabytes


@dataclass(frozen=True, slots=True, eq=False)
class CharactersEvaluation:
    """What the recognizer called ``model`` took each character for, by source.

    ``learnt_from`` names the sources that its training learnt from and that nobody was held out of:
    what is right of them does not tell how it reads others.
    """

    model: str
    charset: Charset
    tallies: Mapping[str, Tally]
    is_held_out: bool
    learnt_from: tuple[str, ...] = ()

    @property
    def total(self) -> Tally:
        """All characters of all sources."""
        return sum(self.tallies.values(), start=Tally.empty(self.charset))

    @property
    def overall(self) -> Share:
        """The share of all characters of all sources that is right."""
        return self.total.overall

    @property
    def sources(self) -> dict[str, Share]:
        """The share that is right in each source."""
        return {name: tally.overall for name, tally in self.tallies.items()}

    def confusions(self, *, limit: int | None = None) -> tuple[Confusion, ...]:
        """Return what was taken for what, most frequent first."""
        matrix = self.total.matrix
        counts: Counter[tuple[str, str]] = Counter()
        for i, j in np.argwhere(matrix):
            if i != j:
                counts[self.charset[i], self.charset[j]] = int(matrix[i, j])
        return most_frequent(counts, limit=limit)

    def as_json(self) -> Json:
        """Return everything as JSON values; the layout is that of ``ocrdesk evaluate --json``."""
        total = self.total
        return {
            "format": JSON_FORMAT,
            "kind": "characters",
            "model": self.model,
            "writers": "held-out" if self.is_held_out else "all",
            "learnt_from": list(self.learnt_from),
            **total.as_json(),
            "sources": {name: tally.overall.as_json() for name, tally in self.tallies.items()},
            "by_source": {name: tally.as_json() for name, tally in self.tallies.items()},
            "characters": {name: share.as_json() for name, share in total.characters.items()},
            "confusions": confusions_as_json(self.confusions()),
        }


def evaluate_characters(
    path: Path | str,
    recognizer: Recognizer,
    *,
    only_held_out: bool = False,
    is_transposed: bool = False,
) -> Generator[Progress, None, CharactersEvaluation]:
    """Classify every character of a dataset or stroke file that the recognizer can name.

    Implausible labels are left out. ``only_held_out`` keeps the writers that training with this
    file leaves out. Raises DatasetError where nothing is left to measure.
    """
    path = Path(path)
    yield Progress(f"Opening {path.name}", 0.0)
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
    tallies: dict[str, Tally] = {}
    for source in sources:
        tally = Tally.empty(recognizer.charset)
        for start in range(0, len(source), _AT_ONCE):
            yield Progress(f"Reading {source.name}", (done + start) / total)
            places = range(start, min(start + _AT_ONCE, len(source)))
            tally += _counted(source, places, recognizer)
        tallies[source.name] = tally
        done += len(source)
    yield Progress("Done", 1.0)
    learnt_from = () if only_held_out else _learnt_from(recognizer, tallies)
    return CharactersEvaluation(
        recognizer.name, recognizer.charset, tallies, only_held_out, learnt_from
    )


def _learnt_from(recognizer: Recognizer, sources: Iterable[str]) -> tuple[str, ...]:
    """Return which of the sources the recognizer's training names as its own."""
    counts = recognizer.lineage.get("training_characters")
    return tuple(name for name in sources if isinstance(counts, Mapping) and name in counts)


def _counted(source: Characters, places: range, recognizer: Recognizer) -> Tally:
    """Classify the characters at the places and count what they were taken for."""
    patches = cut_patches([source.ink(place) for place in places], recognizer.geometry)
    given, is_character = recognizer.judge(patches)
    labels = source.labels[places.start : places.stop]
    return Tally.counted(
        recognizer.charset, labels, given, is_character if recognizer.can_reject else None
    )
