"""The line of doubt keeps what it promises, also where a reader is surer than it should be."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import UNREADABLE, Glyph, Line, Page, Prediction, Word
from ocrdesk.services.doubt_line import LOWEST, DoubtLine, doubt_line, parts_alike
from ocrdesk.services.own_reliability import Correction, correction_by, known_letters
from ocrdesk.services.review import TARGETS, is_doubtful
from ocrdesk.services.review_pages import ReviewPage

pytestmark = pytest.mark.acceptance

Said = npt.NDArray[np.float64]
Truth = Callable[[Said], Said]


@cache
def box_of(place: int) -> BoundingBox:
    """Return where a letter stands; hundreds of thousands are made up here, and none moves."""
    return BoundingBox(place, 0, place + 1, 9)


def review_page(said: Said, *, right: npt.NDArray[np.bool_] | None = None) -> ReviewPage:
    """Return a page of letters read as A; with ``right`` each is confirmed as A, or corrected."""
    given = [None] * len(said) if right is None else ["A" if r else "B" for r in right]
    glyphs = tuple(
        Glyph(n, box_of(n), (Prediction("A", float(p)),), correction)
        for n, (p, correction) in enumerate(zip(said, given, strict=True), start=1)
    )
    return ReviewPage(0, Page(len(said) + 1, 9, (Line((Word(glyphs),)),)))


def as_said(said: Said) -> Said:
    return said


def too_sure(said: Said) -> Said:
    odds = 0.55 * np.log(said / (1 - said)) - 0.2
    return 1 / (1 + np.exp(-odds))


def too_modest(said: Said) -> Said:
    odds = 1.6 * np.log(said / (1 - said)) + 0.3
    return 1 / (1 + np.exp(-odds))


def wrong_now_and_then(said: Said) -> Said:
    """Return what is right of a reader that takes one of fifty letters for its twin."""
    return 0.98 * said


def drawn(rng: np.random.Generator, count: int) -> Said:
    """Return probabilities as readers say them: most near 1, with a tail of doubtful ones."""
    return 1 / (1 + np.exp(-rng.normal(3.5, 2.5, count)))


def shares_left_wrong(
    rng: np.random.Generator,
    truth: Truth,
    targets: Sequence[float],
    correction: Correction | None,
) -> list[float]:
    """Return the share of wrong letters of one page that the line of each target leaves."""
    said = drawn(rng, 1500)
    is_right = rng.random(len(said)) < truth(said)
    page, shares = review_page(said), []
    for target in targets:
        line = doubt_line([page], target, correction)
        is_left = said >= line.below
        assert line.left == is_left.sum()
        shares.append(float((is_left & ~is_right).sum() / max(line.left, 1)))
    return shares


@pytest.mark.parametrize("target", TARGETS)
def test_where_probabilities_are_true_as_many_errors_are_left_as_accepted(target: float) -> None:
    rng = np.random.default_rng(11)
    shares = [shares_left_wrong(rng, as_said, [target], None) for _ in range(60)]
    spread = 3 * np.sqrt(target / 600 / len(shares))
    assert np.mean(shares) <= target + spread
    assert np.mean(shares) >= target - spread  # and nobody checks more than it takes


@pytest.mark.parametrize("truth", [as_said, too_sure, too_modest, wrong_now_and_then])
@pytest.mark.parametrize("letters", [200, 1000])
def test_with_own_letters_no_more_errors_are_left_than_accepted(truth: Truth, letters: int) -> None:
    rng = np.random.default_rng(5)
    shares = []
    for _ in range(25):
        said = drawn(rng, letters)
        known = known_letters([review_page(said, right=rng.random(letters) < truth(said))])
        correction = correction_by(known)
        assert correction is not None
        shares.append(shares_left_wrong(rng, truth, TARGETS, correction))
    for target, found in zip(TARGETS, np.transpose(shares), strict=True):
        assert np.mean(found) <= target + 2 * np.std(found) / np.sqrt(len(found))


@pytest.mark.parametrize("truth", [too_sure, wrong_now_and_then])
def test_without_own_letters_a_reader_that_is_too_sure_leaves_more(truth: Truth) -> None:
    rng = np.random.default_rng(7)
    shares = [shares_left_wrong(rng, truth, [0.01], None) for _ in range(20)]
    assert np.mean(shares) > 0.015


def test_own_letters_save_work_where_a_reader_is_too_modest() -> None:
    rng = np.random.default_rng(3)
    said = drawn(rng, 2000)
    correction = correction_by(
        known_letters([review_page(said, right=rng.random(2000) < too_modest(said))])
    )
    page = review_page(drawn(rng, 1500))
    own, believed = (doubt_line([page], 0.01, found) for found in (correction, None))
    assert own.below < believed.below
    assert own.left > believed.left
    assert own.is_corrected
    assert not believed.is_corrected


def test_the_line_is_the_lowest_that_keeps_the_target() -> None:
    page = review_page(np.array([0.99, 0.97, 0.96, 0.9, 0.6]))
    line = doubt_line([page], 0.03)
    assert (line.below, line.left) == (0.96, 3)
    assert line.expected == pytest.approx(0.08 / 3)
    assert doubt_line([page], 0.045).below == 0.9  # 0.18 of 4
    assert [is_doubtful(glyph, below=0.96) for glyph in page.page.glyphs] == 3 * [False] + 2 * [
        True
    ]


def test_letters_alike_are_not_parted() -> None:
    page = review_page(np.array([0.999, 0.98, 0.98, 0.98]))
    line = doubt_line([page], 0.012)
    assert (line.below, line.left) == (0.999, 1)


def test_what_is_more_probably_wrong_than_right_is_always_to_be_checked() -> None:
    page = review_page(np.append(np.full(500, 0.9999), (0.55, 0.45)))
    line = doubt_line([page], 0.05)
    assert line.below == LOWEST
    assert line.left == 501


def test_all_is_to_be_checked_where_nothing_is_sure_enough() -> None:
    page = review_page(np.array([1.0, 0.9, 0.8]), right=None)
    hopeless = Correction(np.full(121, 0.5))
    line = doubt_line([page], 0.005, hopeless)
    assert line.left == 0
    assert all(is_doubtful(glyph, below=line.below) for glyph in page.page.glyphs)


def test_confirmed_letters_drawings_and_new_boxes_move_no_line() -> None:
    page = review_page(np.array([0.99, 0.95]))
    glyphs = page.page.glyphs
    others = (
        Glyph(7, BoundingBox(60, 0, 61, 9), (Prediction("A", 0.7),), "A"),
        Glyph(8, BoundingBox(70, 0, 71, 9), (Prediction(UNREADABLE, 0.8),)),
        Glyph(9, BoundingBox(80, 0, 81, 9)),
    )
    more = ReviewPage(0, Page(99, 9, (Line((Word(glyphs + others),)),)))
    assert doubt_line([more], 0.03) == doubt_line([page], 0.03)
    assert doubt_line([], 0.01) == DoubtLine(LOWEST, 0, 0.0)


def test_lines_part_alike_unless_a_letter_lies_between_them() -> None:
    pages = [review_page(np.array([0.99, 0.95]))]
    assert parts_alike(pages, 0.9, 0.95)
    assert not parts_alike(pages, 0.95, 0.951)
