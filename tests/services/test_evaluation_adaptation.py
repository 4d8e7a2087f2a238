"""A simulated person corrects a page of a made-up writer; what is learnt is counted honestly."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.cli import evaluate_tables
from ocrdesk.errors import DatasetError
from ocrdesk.services.adaptation import Comparison
from ocrdesk.services.evaluation_adaptation import AdaptationEvaluation, evaluate_adaptation
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.simulated_person import Person, Point, correct_page
from ocrdesk.services.writer_pages import WriterPage, draw_page
from ocrdesk.services.writer_sides import is_held_out
from tests.services.hands import STEEP
from tests.services.word_strokes import write_strokes


@pytest.fixture(scope="module")
def drawn() -> WriterPage:
    """Forty-eight capitals of a hand that leans far, in two rows."""
    rng = np.random.default_rng(4)
    letters = [(name, STEEP.write(name, rng)) for name in "AEHKMNRSTVXZ" * 4]
    return draw_page(letters, rng, name="steep")


@pytest.fixture(scope="module")
def person(drawn: WriterPage, recognizer: Recognizer) -> Person:
    same = Comparison(5, 5, 5)
    return run(
        correct_page(
            drawn,
            recognizer,
            writer="w",
            counts=(20, 1000),
            ask=lambda _reader, _name: (same, same),
        )
    )


def test_every_letter_has_its_ink_in_its_box(drawn: WriterPage) -> None:
    dark = drawn.image.pixels < 128
    boxed = np.zeros_like(dark)
    for box in drawn.boxes:
        inside = (slice(box.top, box.bottom), slice(box.left, box.right))
        boxed[inside] = True
        assert dark[inside].any()
    assert not (dark & ~boxed).any()


def test_errors_are_counted_in_the_letters_left_only(person: Person) -> None:
    assert person.letters == 48
    assert 40 <= person.boxed <= 48
    assert [point.order for point in person.points] == ["review", "reading", "random"]
    for point in person.points:
        assert (point.corrections, point.remaining) == (20, person.boxed - 20)
        assert point.after <= point.before <= person.errors


def test_all_writers_together_are_told_by_order(person: Person) -> None:
    evaluation = AdaptationEvaluation("print36", (person, person))
    curves = evaluation.curves
    assert [(point.order, point.writers) for point in curves] == [
        ("review", 2),
        ("reading", 2),
        ("random", 2),
    ]
    assert curves[0].before == 2 * person.points[0].before
    table = evaluate_tables.adaptation(evaluation)
    assert f"{curves[1].before} → {curves[1].after} of {curves[1].remaining}" in table
    told = evaluation.as_json()
    assert told["kind"] == "adaptation"


def test_a_fall_is_a_share_of_the_errors_there_were(person: Person) -> None:
    point: Point = replace(person.points[0], before=10, after=4)
    assert point.fall == pytest.approx(0.6)
    assert replace(point, before=0).fall is None


def test_only_writers_that_training_left_out_are_asked(
    tmp_path: Path, recognizer: Recognizer
) -> None:
    rng = np.random.default_rng(2)
    writer = next(name for name in map(str, range(99)) if not is_held_out(name))
    items = [[(s * 100).round() for s in STEEP.write("A", rng)] for _ in range(3)]
    path = write_strokes(tmp_path / "s.npz", items, labels=("A",) * 3, writers=(writer,) * 3)
    with pytest.raises(DatasetError, match="training leaves out"):
        run(evaluate_adaptation(path, recognizer))
