"""A person who corrects a page of one writer letter by letter, while the reader learns the hand."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.adaptation import Comparison, adapt
from ocrdesk.services.calibration import calibration_error
from ocrdesk.services.letters import confirmed_letters
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.services.writer_pages import WriterPage

_ALIKE = 0.4  # of the union of two boxes that must be common for them to hold the same letter

Truth = Mapping[int, str]
Order = Callable[[Page, Truth, np.random.Generator], list[int]]


@dataclass(frozen=True, slots=True)
class Point:
    """What a reader makes of a writer's other letters after so many corrections.

    ``before`` and ``after`` are the errors that the reader as it ships and the one that learnt make
    in the same ``remaining`` letters, which nobody corrected, on a page with the same corrections.
    ``sureness`` holds the calibration error of both on these. ``others`` compares other writers,
    ``alike`` too, where O = 0 and 1 = I = l; ``memory`` the project's own hands.
    """

    order: str
    corrections: int
    remaining: int
    before: int
    after: int
    sureness: tuple[float, float]
    others: Comparison
    alike: Comparison
    memory: Comparison
    is_refused: bool

    @property
    def fall(self) -> float | None:
        """The share of the errors that are gone; None where there were none."""
        return 1 - self.after / self.before if self.before else None


@dataclass(frozen=True, slots=True)
class Person:
    """A writer's page, how many letters on it have a box of their own, and how it went."""

    writer: str
    letters: int
    boxed: int
    errors: int
    points: tuple[Point, ...]


def by_doubt(page: Page, truth: Truth, rng: np.random.Generator) -> list[int]:
    """Return the letters nobody confirmed, the least sure first."""
    del rng
    return [glyph.id for glyph in sorted(_open(page, truth), key=_sureness)]


def by_reading(page: Page, truth: Truth, rng: np.random.Generator) -> list[int]:
    """Return the letters nobody confirmed, in reading order."""
    del rng
    return [glyph.id for glyph in _open(page, truth)]


def by_chance(page: Page, truth: Truth, rng: np.random.Generator) -> list[int]:
    """Return the letters nobody confirmed in any order."""
    return [int(number) for number in rng.permutation(by_reading(page, truth, rng))]


ORDERS: dict[str, Order] = {"review": by_doubt, "reading": by_reading, "random": by_chance}
"""The orders in which a person may correct, by name."""


def _open(page: Page, truth: Truth) -> list[Glyph]:
    """Return the letters nobody confirmed whose character is known."""
    return [glyph for glyph in page.glyphs if glyph.id in truth and not glyph.is_confirmed]


def _sureness(glyph: Glyph) -> float:
    return 0.0 if glyph.is_unreadable else glyph.probability


def correct_page(
    drawn: WriterPage,
    recognizer: Recognizer,
    *,
    writer: str,
    counts: Sequence[int],
    ask: Callable[[Recognizer, str], tuple[Comparison, Comparison]],
) -> Generator[float, None, Person]:
    """Correct the page in every order, and after each of ``counts`` corrections learn and measure.

    ``ask`` compares how a recognizer reads others than the writer (`Point`). Yields the share done.
    """
    reading = run(recognize(drawn.image, recognizer, may_turn=False))
    truth = _truth(reading.page, drawn, recognizer)
    points: list[Point] = []
    for name, order in ORDERS.items():
        rng = np.random.default_rng(len(truth))
        page = reading.page
        for count in counts:
            yield len(points) / (len(ORDERS) * len(counts))
            if count + 20 > len(truth):
                break
            page = _corrected(page, truth, order(page, truth, rng), count)
            page, point = _measured(
                page,
                reading,
                truth,
                recognizer,
                order=name,
                corrections=count,
                ask=lambda reader: ask(reader, writer),
            )
            points.append(point)
    wrong = _errors(reading.page, truth)
    return Person(writer, len(drawn.characters), len(truth), wrong, tuple(points))


def _measured(
    page: Page,
    reading: Reading,
    truth: Truth,
    base: Recognizer,
    *,
    order: str,
    corrections: int,
    ask: Callable[[Recognizer], tuple[Comparison, Comparison]],
) -> tuple[Page, Point]:
    """Learn what was corrected, read the rest again with both readers, and compare.

    Returns the page as the better reader has it.
    """
    letters = confirmed_letters(page, reading.layout, base.geometry)
    adaptation = run(adapt(base, letters))
    is_refused = bool(adaptation.refusal)
    reader = base if is_refused else adaptation.recognizer
    old = run(reread(page, reading.layout, base))
    new = old if is_refused else run(reread(page, reading.layout, reader))
    rest = {glyph.id for glyph in _open(page, truth)}
    left = {glyph_id: character for glyph_id, character in truth.items() if glyph_id in rest}
    others, alike = ask(reader)
    point = Point(
        order=order,
        corrections=corrections,
        remaining=len(left),
        before=_errors(old, left),
        after=_errors(new, left),
        sureness=(_calibration(old, left), _calibration(new, left)),
        others=others,
        alike=alike,
        memory=adaptation.memory,
        is_refused=is_refused,
    )
    return new, point


def _corrected(page: Page, truth: Truth, order: Sequence[int], count: int) -> Page:
    """Return the page with ``count`` letters confirmed, more of them in that order."""
    have = sum(glyph.is_confirmed for glyph in page.glyphs)
    for glyph_id in order[: count - have]:
        page, _ = set_correction(page, glyph_id, truth[glyph_id])
    return page


def _truth(page: Page, drawn: WriterPage, recognizer: Recognizer) -> dict[int, str]:
    """Return the character of each glyph whose box is that of one letter."""
    truth: dict[int, str] = {}
    for character, box in zip(drawn.characters, drawn.boxes, strict=True):
        best = max(page.glyphs, key=lambda glyph: _common(glyph.box, box), default=None)
        if best is not None and _common(best.box, box) >= _ALIKE and best.id not in truth:
            truth[best.id] = recognizer.charset.fold(character)
    return truth


def _common(one: BoundingBox, other: BoundingBox) -> float:
    """Return the share of both boxes' union that is common to both."""
    both = one.intersection(other)
    return both.area / (one.area + other.area - both.area) if both else 0.0


def _errors(page: Page, truth: Truth) -> int:
    return sum(page.glyph(glyph_id).character != name for glyph_id, name in truth.items())


def _calibration(page: Page, truth: Truth) -> float:
    glyphs = [(page.glyph(glyph_id), character) for glyph_id, character in truth.items()]
    return calibration_error(
        np.array([glyph.probability for glyph, _ in glyphs]),
        np.array([glyph.character == character for glyph, character in glyphs], bool),
    )
