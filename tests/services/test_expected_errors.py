"""How many letters are wrong is told about as it is, however sure a reader says it is of them."""

import time
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.truth_file import read_truth
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import UNREADABLE, Glyph, Line, Page, Prediction, Word
from ocrdesk.services.error_intervals import bounds_of
from ocrdesk.services.error_rates import letters_of
from ocrdesk.services.expected_errors import (
    ExpectedErrors,
    chances_wrong,
    expect_errors,
    number_on_page,
)
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.review_pages import ReviewPage

_BOX = BoundingBox(0, 0, 10, 10)


def _page(*said: float, first: int = 1) -> Page:
    glyphs = (
        Glyph(first + place, _BOX, (Prediction("A", probability),))
        for place, probability in enumerate(said)
    )
    return Page(100, 100, (Line((Word(tuple(glyphs)),)),))


def _expected(*pages: Page) -> ExpectedErrors:
    return run(expect_errors([ReviewPage(number, page) for number, page in enumerate(pages)]))


def test_letters_that_are_said_to_be_certain_are_not_quite() -> None:
    found = _expected(_page(*[0.9999] * 100))
    assert 0.3 < found.mean < 3
    assert found.bounds.low == 0
    assert 3 <= found.bounds.high <= 12


def test_a_sure_letter_among_doubtful_ones_is_wrong_more_often_than_among_sure_ones() -> None:
    among_sure = chances_wrong(_page(0.9999, *[0.999] * 20))
    among_doubtful = chances_wrong(_page(0.9999, *[0.7] * 20))
    assert among_doubtful[0] > 3 * among_sure[0]
    assert (np.diff(among_sure[:2]) > 0).all()


def test_what_is_confirmed_leaves_the_others_as_doubtful_as_they_were() -> None:
    page = _page(0.6, 0.99, 0.999)
    first = page.glyphs[0]
    confirmed = page.with_glyph(Glyph(first.id, _BOX, first.predictions, "B"))
    assert chances_wrong(confirmed) == pytest.approx(chances_wrong(page)[1:])


def test_what_was_never_read_is_wrong_and_unreadable_ink_as_its_share_says() -> None:
    unreadable = Glyph(8, _BOX, (Prediction(UNREADABLE, 0.75), Prediction("A", 0.2)))
    page = Page(100, 100, (Line((Word((Glyph(7, _BOX), unreadable)),)),))
    assert chances_wrong(page).tolist() == [1.0, 0.25]
    assert _expected(page).mean == pytest.approx(1.25)
    assert not len(chances_wrong(Page(100, 100)))


@pytest.mark.parametrize(
    "chances",
    [
        *([chance] * 300 for chance in (0.5, 0.05, 0.02, 0.01, 0.005, 0.0005)),
        [0.0005, 0.02, 0.3, 0.999] * 75,
        [0.07],
        [1.0, 0.25],
        [0.0] * 4,
        [],
    ],
)
def test_the_interval_is_that_of_a_number_with_the_mean_told(chances: list[float]) -> None:
    """It was that of 0.64 times the mean where letters were nearly sure."""
    number = number_on_page(np.array(chances))
    assert number.sum() == pytest.approx(1)
    assert number @ np.arange(len(number)) == pytest.approx(sum(chances), rel=1e-4, abs=1e-9)


@pytest.mark.parametrize(("letters", "chance"), [(400, 0.1), (1000, 0.05), (400, 0.5), (300, 0.01)])
def test_the_interval_of_one_page_is_where_very_many_pages_put_it(
    letters: int, chance: float
) -> None:
    """For 1,000 letters at 5 % it ended at 164 instead of 145."""
    rng = np.random.default_rng(7)
    luck = 0.7 * rng.standard_normal(400_000)
    tried = np.linspace(-6, 1, 281)
    means = [(1 / (1 + np.exp(-one - luck[:20_000]))).mean() for one in tried]
    odds = np.interp(chance, means, tried)
    low, high = np.quantile(rng.binomial(letters, 1 / (1 + np.exp(-odds - luck))), (0.025, 0.975))
    bounds = bounds_of([number_on_page(np.full(letters, chance))])
    assert bounds.low == pytest.approx(low, abs=1, rel=0.03)
    assert bounds.high == pytest.approx(high, abs=1, rel=0.03)


def test_a_document_of_many_letters_is_estimated_in_moments() -> None:
    rng = np.random.default_rng(1)
    pages = [_page(*rng.uniform(0.9, 1, 300).tolist()) for _ in range(200)]
    began = time.thread_time()
    found = _expected(*pages)
    assert time.thread_time() - began < 3
    assert found.letters == 60_000
    assert found.bounds.low < found.mean < found.bounds.high


@pytest.mark.parametrize(
    "name", ["lower_case.jpg", "white_on_black.png", "tablet_lower_case.png", "03_haiku.jpg"]
)
def test_the_letters_wrong_on_a_page_are_within_what_is_told(shared_data: Path, name: str) -> None:
    """It told 1.6 and 0.9 where five were wrong each time."""
    recognizer = load_model("print36")
    truth = next(one for one in read_truth(shared_data / "pages") if one.file.name == name)
    (image,) = open_images(truth.file)
    page = run(recognize(image, recognizer)).page
    read = letters_of(page.text, recognizer.charset)
    edits = Levenshtein.editops(letters_of(" ".join(truth.lines), recognizer.charset), read)
    wrong = sum(edit.tag != "delete" for edit in edits)
    found = _expected(page)
    assert found.bounds.low <= wrong <= found.bounds.high
    assert wrong / 4 <= found.mean <= 4 * wrong + 1
