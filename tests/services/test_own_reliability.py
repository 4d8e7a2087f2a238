"""How right a reader was: which confirmed letters tell it, and what follows for probabilities."""

import numpy as np
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import UNREADABLE, Glyph, Line, Page, Prediction, Word
from ocrdesk.services.own_reliability import (
    ENOUGH,
    ENOUGH_SURE,
    KnownLetters,
    correction_by,
    known_letters,
    own_reliability,
)
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.review_pages import LetterPlace, ReviewPage


def _page(*letters: tuple[str, float, str | None], number: int = 0) -> ReviewPage:
    glyphs = tuple(
        Glyph(n, BoundingBox(n * 9, 0, n * 9 + 8, 9), (Prediction(read, said),), correction)
        for n, (read, said, correction) in enumerate(letters, start=1)
    )
    return ReviewPage(number, Page(999, 9, (Line((Word(glyphs),)),)))


def _known(said: list[float], *, right: int) -> KnownLetters:
    """Return letters of which the first are right."""
    return KnownLetters(np.array(said), np.arange(len(said)) < right)


def test_of_a_page_in_work_sure_letters_count_only_if_chance_drew_them() -> None:
    page = _page(
        ("A", 0.99, "B"), ("A", 0.98, "A"), ("A", 0.7, "C"), ("A", 0.6, "A"), ("A", 0.97, None)
    )
    known = known_letters([page])
    assert known.said.tolist() == [0.7, 0.6]
    assert known.is_right.tolist() == [False, True]
    assert (known.picked, known.drawn) == (2, 0)
    known = known_letters([page], {LetterPlace(0, 2), LetterPlace(0, 4), LetterPlace(1, 1)})
    assert known.said.tolist() == [0.98, 0.7, 0.6]
    assert (known.picked, known.drawn) == (1, 2)


def test_letters_that_the_review_asks_about_count_up_to_where_doubt_ends() -> None:
    page = _page(("A", 0.95, "A"), ("A", DOUBTFUL_BELOW, "B"), ("A", 0.5, None))
    known = known_letters([page])
    assert known.said.tolist() == [0.95]
    assert (known.sure, known.picked) == (0, 1)


def test_every_letter_of_a_page_counts_once_all_are_confirmed() -> None:
    whole = _page(("A", 0.99, "B"), ("A", 0.98, "A"), ("A", 0.7, "A"))
    known = known_letters([whole, _page(("A", 0.99, "B"), ("A", 0.99, None), number=1)])
    assert known.said.tolist() == [0.99, 0.98, 0.7]
    assert (known.sure, known.picked) == (2, 1)


def test_what_was_never_read_tells_nothing() -> None:
    page = _page((UNREADABLE, 0.9, "B"), ("A", 0.99, "A"))
    box = Glyph(9, BoundingBox(90, 0, 98, 9), (), "Q")
    words = (*page.page.lines[0].words, Word((box,)))
    known = known_letters([ReviewPage(0, Page(999, 9, (Line(words),)))])
    assert known.said.tolist() == [0.99]


def test_steps_say_how_right_letters_are_beside_how_sure() -> None:
    told = own_reliability(_known([0.75] * 4 + [0.9] * 2 + [0.995] * 2 + [1.0], right=3))
    assert told is not None
    assert [(s.low, s.high, s.count, s.right) for s in told.steps] == [
        (0.7, 0.8, 4, 3),
        (0.9, 1.0, 5, 0),
    ]
    assert told.steps[0].said == pytest.approx(0.75)
    for step in told.steps:
        assert step.share.low <= step.right / step.count <= step.share.high
    assert (told.whole.count, told.whole.right) == (9, 3)
    assert told.sure is not None
    assert (told.sure.low, told.sure.count, told.sure.right) == (DOUBTFUL_BELOW, 3, 0)
    assert told.error == pytest.approx((1.8 + 2.99) / 9)
    assert own_reliability(_known([], right=0)) is None
    doubtful = own_reliability(_known([0.95], right=1))
    assert doubtful is not None
    assert doubtful.sure is None


def test_too_few_letters_correct_nothing() -> None:
    assert correction_by(_known([0.95] * (ENOUGH - 1), right=50)) is None
    doubtful = [0.5] * 400 + [0.99] * (ENOUGH_SURE - 1)
    assert correction_by(_known(doubtful, right=200)) is None  # of sure letters that tells nothing
    assert correction_by(_known([*doubtful, 0.99], right=200)) is not None


def test_corrected_probabilities_keep_their_order_and_tend_to_what_was_seen() -> None:
    rng = np.random.default_rng(2)
    said = rng.uniform(0.3, 0.999, 4000)
    known = KnownLetters(said, rng.random(4000) < 0.4 + 0.4 * said)
    correction = correction_by(known)
    assert correction is not None
    asked = np.linspace(0.0, 1.0, 101)
    assert (np.diff(correction(asked)) >= 0).all()
    assert correction(np.array([0.5, 0.9])) == pytest.approx([0.6, 0.76], abs=0.04)


def test_letters_that_are_as_right_as_said_change_little() -> None:
    rng = np.random.default_rng(4)
    said = rng.uniform(0.5, 0.999, 3000)
    correction = correction_by(KnownLetters(said, rng.random(3000) < said))
    assert correction is not None
    asked = np.array([0.6, 0.8, 0.95, 0.99])
    assert correction(asked) == pytest.approx(asked, abs=0.02)


def test_few_letters_leave_more_errors_to_be_expected_than_many_without_one() -> None:
    few, many = (correction_by(_known([0.99] * n, right=n)) for n in (ENOUGH, 20 * ENOUGH))
    assert few is not None
    assert many is not None
    assert few(np.array([0.99])) < many(np.array([0.99]))
