"""A reader learns a person's hand from confirmed letters, and keeps what it knew before.

The convolutions stand still: what they make of each letter, and of copies of it slightly turned
and stretched, is worked out once. The dense layers are fitted anew to these and to the reader's own
answers about hand print it recalls (`services.memory`), always from the model as it ships, never
from what was learnt before: letters that are taken back are un-taught.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import TrainingError
from ocrdesk.nn.augment import Jitter, jittered
from ocrdesk.nn.network import Network
from ocrdesk.nn.upper_layers import (
    STEPS,
    Lessons,
    fit,
    grown,
    upper_layers,
    with_upper_layers,
)
from ocrdesk.page.charset import Charset
from ocrdesk.services.lesson import Classes, Floats, Lesson, alike, in_halves, targets
from ocrdesk.services.letters import Letters
from ocrdesk.services.memory import AT_ONCE, Memory, features_of, recall
from ocrdesk.services.progress import Progress, as_part, part_of
from ocrdesk.services.recognizer import Recognizer

MOST_FORGOTTEN = 0.003
"""The share of the memory's characters that may be read wrong because of what was learnt."""
_STRENGTHS = (
    1.0,
    3.0,
    10.0,
    30.0,
)  # of the memory beside the letters: the least that keeps enough wins
_FEW = 20  # letters, beside which the memory counts twice
_COPIES = 2  # of each letter, changed a little
_JITTER = Jitter(rotation=6.0, shear=0.12, scale=0.08, shift=1.0)
_TESTED_STEPS = 24  # of testing, which need not be as thorough
_SEED = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many of ``count`` characters are read right before learning and after.

    ``changed`` of them are right in one reading only.
    """

    before: int
    after: int
    count: int
    changed: int = 0

    @property
    def lost(self) -> float:
        """The share that was right before and is wrong now, less what came to be right."""
        return (self.before - self.after) / self.count if self.count else 0.0

    def as_json(self) -> dict[str, int]:
        """Return how many are right before and after, and of how many."""
        return {"before": self.before, "after": self.after, "count": self.count}

    @classmethod
    def of(cls, before: npt.NDArray[np.bool_], after: npt.NDArray[np.bool_]) -> "Comparison":
        """Compare what was read right (n,) with what is."""
        right = (int(np.count_nonzero(before)), int(np.count_nonzero(after)))
        return cls(*right, len(before), int(np.count_nonzero(before != after)))


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What came of learning a hand.

    ``letters`` compares the person's letters, each read by a reader that did not learn from it;
    ``memory`` compares characters of other hands. ``refusal`` says in a sentence why the change
    is none for the better; it is empty where the ``recognizer`` may be used. ``grown`` are the
    characters that it can name now and could not before.
    """

    recognizer: Recognizer
    letters: Comparison
    memory: Comparison
    grown: str = ""
    refusal: str = ""


def adapt(
    base: Recognizer, letters: Letters, *, name: str = ""
) -> Generator[Progress, None, Adaptation]:
    """Learn the letters' hand; the base stays as it is.

    Yields every few milliseconds, so that to stop iterating cancels at once. The result is the
    same each time. Raises ``TrainingError`` without letters.
    """
    if not letters:
        raise TrainingError(
            "There are no confirmed letters to learn from.",
            advice="Confirm or correct some letters first.",
        )
    yield Progress("Recalling other hands", 0.0)
    memory = yield from as_part(recall(base), "Recalling other hands", share=0.2)
    added = new_characters(base.charset, letters)
    charset = Charset(base.charset.characters + added)
    lesson = yield from _lesson(base, charset, letters)
    start, memory = _grown(upper_layers(base.network), memory, lesson)
    upper, strength = yield from _firm(start, memory, lesson)
    task = _tested(start, memory, lesson, strength)
    own = yield from as_part(task, "Testing what was learnt", start=0.7, share=0.3)
    others = _asked(start, upper, memory)
    yield Progress("Done", 1.0)
    recognizer = replace(
        base,
        network=with_upper_layers(base.network, upper),
        charset=charset,
        name=name or f"{base.name}, your hand",
        lineage={"parent": base.name, "letters": len(letters), "grown": added},
        metrics={"letters": own.as_json(), "other_hands": others.as_json()},
    )
    return Adaptation(recognizer, own, others, added, _refusal(own, others))


def new_characters(charset: Charset, letters: Letters) -> str:
    """Return what the letters show and the charset lacks, in order of appearance."""
    shown = dict.fromkeys(charset.fold(character) for character in letters.characters)
    return "".join(character for character in shown if character not in charset)


def _grown(upper: Network, memory: Memory, lesson: Lesson) -> tuple[Network, Memory]:
    """Return layers and memory with the lesson's new classes too."""
    new, plain = lesson.new, lesson.features[0]
    if not new:
        return upper, memory
    examples = [plain[lesson.classes == place] for place in new]
    targets = np.insert(memory.targets, [new.start] * len(new), 0, axis=1)
    answers = memory.answers + len(new) * (memory.answers >= new.start)
    upper = grown(upper, new.start, examples)
    return upper, replace(memory, targets=targets, answers=answers)


def _lesson(
    base: Recognizer, charset: Charset, letters: Letters
) -> Generator[Progress, None, Lesson]:
    """Work out the features of the letters and of changed copies of them."""
    rng = np.random.default_rng(_SEED)
    own = np.ascontiguousarray(letters.patches)
    copies, stage = [own], "Looking at your letters"
    for number in range(_COPIES):
        task = _changed(own, rng)
        begun, share = 0.2 + 0.1 * number / _COPIES, 0.1 / _COPIES
        copies.append((yield from as_part(task, stage, start=begun, share=share)))
    task = features_of(base, np.concatenate(copies))
    seen = yield from as_part(task, stage, start=0.3, share=0.2)
    classes = charset.indices([charset.fold(character) for character in letters.characters])
    new = range(len(base.charset), len(charset))
    features = seen.reshape(len(copies), len(own), -1)
    return Lesson(features, np.array(classes, np.intp), new, alike(charset))


def _changed(own: Floats, rng: np.random.Generator) -> Generator[float, None, Floats]:
    """Return a changed copy of letters (n, size, size)."""
    changed = np.empty_like(own)
    for start in range(0, len(own), AT_ONCE):
        yield start / len(own)
        piece = slice(start, start + AT_ONCE)
        jittered(own[piece], _JITTER, rng, out=changed[piece])
    return changed


def _firm(
    start: Network, memory: Memory, lesson: Lesson
) -> Generator[Progress, None, tuple[Network, float]]:
    """Return the layers fitted to all letters, and how strongly the memory had to hold them."""
    upper, strength = start, 0.0
    for number, strength in enumerate(_STRENGTHS):
        task = _fitted(start, memory, lesson, strength, STEPS)
        begun, share = 0.5 + 0.05 * number, 0.05
        upper = yield from as_part(task, "Learning", start=begun, share=share)
        if _asked(start, upper, memory).lost <= MOST_FORGOTTEN:
            break
    return upper, strength


def _fitted(
    start: Network, memory: Memory, lesson: Lesson, strength: float, steps: int
) -> Generator[float, None, Network]:
    """Fit the layers to letters and memory, which counts ``strength`` times as much or more.

    Few letters show few characters, and would teach that there are no others.
    """
    strength *= 1 + _FEW / len(lesson.classes)
    own = lesson.features.reshape(-1, lesson.features.shape[2])
    taught = np.tile(targets(start, lesson), (len(lesson.features), 1))
    recalled = Lessons(memory.features, memory.targets)
    rng = np.random.default_rng(_SEED)
    return fit(start, Lessons(own, taught), recalled, strength=strength, rng=rng, steps=steps)


def _tested(
    start: Network, memory: Memory, lesson: Lesson, strength: float
) -> Generator[float, None, Comparison]:
    """Compare how letters are read that take no part in learning, half of them at a time.

    Only letters count of which another one can be learnt, and that could be named before.
    """
    yield 0.0
    plain, classes = lesson.features[0], lesson.classes
    before = _right(start, plain, classes)
    after = before.copy()
    folds = list(in_halves(classes))
    for number, held_out in enumerate(folds):
        part = lesson._replace(features=lesson.features[:, ~held_out], classes=classes[~held_out])
        task = _fitted(start, memory, part, strength, _TESTED_STEPS)
        upper = yield from part_of(task, start=number / len(folds), share=1 / len(folds))
        after[held_out] = _right(upper, plain[held_out], classes[held_out])
    tested = np.any([np.zeros(len(classes), bool), *folds], axis=0) & ~np.isin(classes, lesson.new)
    return Comparison.of(before[tested], after[tested])


def _asked(before: Network, after: Network, memory: Memory) -> Comparison:
    """Compare how characters of other hands are read."""
    asked, answers = memory.asked, memory.answers
    return Comparison.of(_right(before, asked, answers), _right(after, asked, answers))


def _right(upper: Network, features: Floats, classes: Classes) -> npt.NDArray[np.bool_]:
    return np.asarray(upper.logits(features).argmax(axis=1) == classes)


def _refusal(own: Comparison, others: Comparison) -> str:
    """Return in a sentence why a change is none for the better; "" where it is."""
    if own.before - own.after > max(2, sqrt(own.changed)):  # more than an even coin would
        return (
            f"Of your {own.count} letters it would read {own.after} right instead of {own.before}, "
            "each tested by a reader that had not seen it."
        )
    if own.after - own.before <= sqrt(own.changed) and 2 * own.after < own.count:
        return (
            f"It would read only {own.after} of your {own.count} letters right, and it read "
            f"{own.before} before (of those that can be tested: characters that were confirmed "
            "more than once). Confirm more letters, and see whether some are confirmed as "
            "something else than they are."
        )
    if others.lost > MOST_FORGOTTEN:
        return (
            f"It would read {others.lost:.1%} of other people's letters wrong that it reads "
            "right now."
        )
    return ""
