"""How well words are read that a pen wrote on a tablet, drawn as ink on a page of their own."""

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.formats.stroke_file import LabelledStrokes, read_strokes
from ocrdesk.services.error_rates import (
    Confusion,
    ErrorCount,
    confusions_between,
    count_errors,
    letters_of,
    most_frequent,
)
from ocrdesk.services.evaluation import JSON_FORMAT, Json, confusions_as_json
from ocrdesk.services.evaluation_readings import AS_ALWAYS, ReadingVariant, by_way
from ocrdesk.services.evaluation_word_choice import WordChoice, chosen_words
from ocrdesk.services.evaluation_writers import link_writers
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.word_drawing import draw_word

_LINKING = 0.1  # of the way; reading is the rest


@dataclass(frozen=True, slots=True)
class WordScore:
    """What was read of one word or line of words.

    ``letters`` compares what the charset can name, without spaces; ``any_case`` the same in
    capitals; ``text`` with the spaces.
    """

    place: int
    style: str
    truth: str
    read: str
    letters: ErrorCount
    any_case: ErrorCount
    text: ErrorCount


@dataclass(frozen=True, slots=True)
class WordsEvaluation:
    """The scores of all words, read by the recognizer called ``model``.

    ``left_out`` counts by reason what was not read; ``variants`` holds by name the scores of each
    way to read, this one too, where there were several.
    """

    model: str
    words: tuple[WordScore, ...]
    left_out: Mapping[str, int]
    is_held_out: bool
    variants: Mapping[str, "WordsEvaluation"] = field(default_factory=dict)

    @property
    def letters(self) -> ErrorCount:
        """The errors of what the charset can name; case counts where it knows it."""
        return _sum(word.letters for word in self.words)

    @property
    def any_case(self) -> ErrorCount:
        """The same, case not counting."""
        return _sum(word.any_case for word in self.words)

    @property
    def text(self) -> ErrorCount:
        """The errors with the spaces."""
        return _sum(word.text for word in self.words)

    @property
    def styles(self) -> dict[str, ErrorCount]:
        """The errors in letters of each style of writing."""
        names = dict.fromkeys(word.style for word in self.words)
        return {
            name: _sum(word.letters for word in self.words if word.style == name) for name in names
        }

    @property
    def right_count(self) -> int:
        """How many are read without an error, spaces too."""
        return sum(word.text.errors == 0 for word in self.words)

    def confusions(self, *, limit: int | None = None) -> tuple[Confusion, ...]:
        """Return the most frequent confusions, spaces not counting."""
        counts: Counter[tuple[str, str]] = Counter()
        for word in self.words:
            counts.update(
                confusions_between(word.truth.replace(" ", ""), word.read.replace(" ", ""))
            )
        return most_frequent(counts, limit=limit)

    def as_json(self) -> Json:
        """Return everything as JSON values; the layout is that of ``ocrdesk evaluate --json``."""
        return {
            "format": JSON_FORMAT,
            "kind": "words",
            "model": self.model,
            "writers": "held-out" if self.is_held_out else "all",
            "left_out": dict(self.left_out),
            **self.scores_as_json(),
            "variants": {name: one.scores_as_json() for name, one in self.variants.items()},
            "words": [
                {
                    "place": word.place,
                    "style": word.style,
                    "truth": word.truth,
                    "read": word.read,
                    "errors": word.letters.errors,
                }
                for word in self.words
            ],
            "confusions": confusions_as_json(self.confusions()),
        }

    def scores_as_json(self) -> Json:
        """Return the scores as JSON values, without what they belong to."""
        return {
            "letters": self.letters.as_json(),
            "any_case": self.any_case.as_json(),
            "text": self.text.as_json(),
            "styles": {name: count.as_json() for name, count in self.styles.items()},
            "words_right": self.right_count,
        }


def _sum(counts: Generator[ErrorCount, None, None]) -> ErrorCount:
    return reduce(add, counts, ErrorCount())


def evaluate_words(
    path: Path | str,
    recognizer: Recognizer,
    *,
    choice: WordChoice | None = None,
    seed: int = 0,
    readings: Sequence[ReadingVariant] = AS_ALWAYS,
) -> Generator[Progress, None, WordsEvaluation]:
    """Draw the words of a stroke file, read them and compare.

    ``seed`` draws the pens, and the words where there is a limit. The result is that of the last
    way to read; its variants are all of them. Raises DatasetError where nothing is left to read.
    """
    path, choice = Path(path), choice or WordChoice()
    yield Progress(f"Opening {path.name}", 0.0)
    data = read_strokes(path)
    known = None if choice.known is None else read_strokes(choice.known)
    links = yield from _links(data, known)
    places, left_out = chosen_words(data, recognizer.charset, choice, links, seed=seed, known=known)
    if not places:
        raise DatasetError(
            f"“{path.name}” has no words that this can be measured on.",
            advice="; ".join(f"{reason}: {count}" for reason, count in left_out.items()) + ".",
        )
    scores: list[list[WordScore]] = [[] for _ in readings]
    for number, place in enumerate(places):
        done = _LINKING + (1 - _LINKING) * number / len(places)
        yield Progress(f"Reading {data.texts[place]}", done)
        for own, score in zip(
            scores, _scores(data, place, recognizer, readings, seed), strict=True
        ):
            own.append(score)
    yield Progress("Done", 1.0)
    found = [
        WordsEvaluation(recognizer.name, tuple(own), left_out, choice.only_held_out)
        for own in scores
    ]
    return replace(found[-1], variants=by_way((reading.name for reading in readings), found))


def _links(
    data: LabelledStrokes, known: LabelledStrokes | None
) -> Generator[Progress, None, dict[str, str]]:
    """Return the names that writers have in the ``known`` characters, telling how far it is."""
    if known is None:
        return {}
    task = link_writers(data, known)
    return (yield from as_part(task, "Comparing writers", share=_LINKING))


def _scores(
    data: LabelledStrokes,
    place: int,
    recognizer: Recognizer,
    readings: Sequence[ReadingVariant],
    seed: int,
) -> list[WordScore]:
    """Draw one word, read it in each way and compare."""
    charset = recognizer.charset
    rng = np.random.default_rng([seed, place])
    image = draw_word(data.strokes(place), rng, name=str(place)).image
    truth = " ".join(data.texts[place].split())
    style = "" if data.styles is None else str(data.styles[place])
    letters = letters_of(truth, charset)
    scores = []
    for reading in readings:
        page = reading.read(image, recognizer)
        read = " ".join(page.text.split())
        given = letters_of(read, charset)
        counts = (
            count_errors(letters, given),
            count_errors(letters.upper(), given.upper()),
            count_errors(truth, read),
        )
        scores.append(WordScore(place, style, truth, read, *counts))
    return scores
