"""A random check: only what chance drew counts, undo takes back, and what it promises holds."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.random_check import (
    RandomCheck,
    assess,
    check_of,
    draw_check,
    parts_of,
)
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from tests.page.pages import page_of


def _pages(*texts: str) -> list[ReviewPage]:
    return [ReviewPage(number, page_of(text)) for number, text in enumerate(texts)]


def _answered(pages: list[ReviewPage], check: RandomCheck, answers: str) -> list[ReviewPage]:
    """Return the pages after answers to the first letters drawn: "." is right, else what it is."""
    for place, answer in zip(check.drawn, answers, strict=False):
        page = pages[place.page].page
        read = page.glyph(place.glyph_id).character
        page, _ = edits.set_correction(page, place.glyph_id, read if answer == "." else answer)
        pages = [replace(p, page=page) if p.number == place.page else p for p in pages]
    return pages


def test_only_letters_that_nobody_confirmed_are_drawn() -> None:
    pages = _pages("ABCDE", "FGHIJ")
    page, _ = edits.confirm(pages[0].page, 2)
    pages[0] = replace(pages[0], page=page)
    check = draw_check(pages, 60, np.random.default_rng(1))
    assert len(check.drawn) == 9
    assert LetterPlace(0, 2) not in check.drawn
    assert len(set(check.drawn)) == 9


def test_every_letter_is_drawn_as_often_as_any_other() -> None:
    pages = _pages("ABCDE", "FGHIJ")
    counts = dict.fromkeys(draw_check(pages, 10, np.random.default_rng(0)).drawn, 0)
    rng = np.random.default_rng(7)
    for _ in range(2000):
        for place in draw_check(pages, 3, rng).drawn:
            counts[place] += 1
    assert min(counts.values()) > 520  # 600 expected, with a spread of 20
    assert max(counts.values()) < 680


def test_the_same_seed_draws_the_same_letters() -> None:
    pages = _pages("ABCDEFGH")
    first, second = (draw_check(pages, 4, np.random.default_rng(3)) for _ in range(2))
    assert first.drawn == second.drawn


def test_answers_count_as_they_are_given_and_taken_back() -> None:
    pages = _pages("ABCDE", "FGHIJ")
    check = draw_check(pages, 4, np.random.default_rng(2))
    before = assess(check, pages)
    assert (before.checked, before.wrong, before.next) == (0, 0, check.drawn[0])
    after = assess(check, _answered(pages, check, ".Q"))
    assert (after.checked, after.wrong, after.next) == (2, 1, check.drawn[2])
    assert assess(check, pages) == before


def test_drawn_letters_come_in_reading_order_and_prove_nothing_before_the_last() -> None:
    pages = _pages("ABCDE", "FGHIJ")
    check = draw_check(pages, 4, np.random.default_rng(4))
    assert list(check.drawn) == sorted(check.drawn)
    page, _ = edits.set_correction(pages[check.drawn[1].page].page, check.drawn[1].glyph_id, "Q")
    ahead = [replace(p, page=page) if p.number == check.drawn[1].page else p for p in pages]
    result = assess(check, ahead)
    assert (result.checked, result.wrong, result.next) == (1, 1, check.drawn[0])
    assert (result.share, result.left.low, result.is_done) == ((0.0, 1.0), 0, False)
    after = assess(check, _answered(ahead, check, ".Q.."))
    assert (after.checked, after.next, after.is_done) == (4, None, True)
    assert after.share[0] > 0


def test_what_was_found_elsewhere_is_no_evidence_but_is_corrected() -> None:
    pages = _pages("ABCDEFGHIJKLMNOPQRST")
    check = draw_check(pages, 5, np.random.default_rng(4))
    done = _answered(pages, check, "Q....")
    plain = assess(check, done)
    other = next(place for place, _ in pages[0].letters() if place not in check.drawn)
    page, _ = edits.set_correction(done[0].page, other.glyph_id, "7")
    more = assess(check, [replace(done[0], page=page)])
    assert (more.checked, more.wrong, more.share) == (plain.checked, plain.wrong, plain.share)
    assert more.left.high == plain.left.high - 1


def test_a_deleted_letter_was_wrong() -> None:
    pages = _pages("ABCDEFGHIJ")
    check = draw_check(pages, 3, np.random.default_rng(4))
    page, _ = edits.delete(pages[0].page, check.drawn[0].glyph_id)
    assert assess(check, [replace(pages[0], page=page)]).wrong == 1


def test_what_reads_otherwise_since_may_be_wrong() -> None:
    pages = _pages("ABCDEFGHIJ")
    check = draw_check(pages, 10, np.random.default_rng(4))
    done = _answered(pages, check, "." * 10)
    assert assess(check, done).left == (0, 0)
    page, _ = edits.add_glyph(done[0].page, BoundingBox(700, 400, 720, 430))
    result = assess(check, [replace(done[0], page=page)])
    assert (result.unknown, result.left) == (1, (0, 1))


def test_nothing_is_proven_before_the_end() -> None:
    pages = _pages("ABCDEFGHIJ")
    check = draw_check(pages, 10, np.random.default_rng(4))
    assert not assess(check, _answered(pages, check, "." * 9)).is_good_enough(0.5)
    assert assess(check, _answered(pages, check, "." * 10)).is_good_enough(0.0)


def test_an_empty_page_has_nothing_to_check() -> None:
    check = draw_check([ReviewPage(0, Page(10, 10))], 60, np.random.default_rng(0))
    result = assess(check, [ReviewPage(0, Page(10, 10))])
    assert (result.asked, result.letters, result.worst_rate) == (0, 0, 0.0)


@pytest.mark.parametrize("bad", [1, 6, 20])
def test_the_bound_holds_for_19_of_20_checks_at_least(bad: int) -> None:
    """Of 200 letters some are wrong: 60 drawn and corrected bound how many are left."""
    glyphs = tuple(
        Glyph(i, BoundingBox(i * 10, 0, i * 10 + 8, 12), (Prediction("A", 0.9),))
        for i in range(1, 201)
    )
    page = ReviewPage(0, Page(2100, 20, (Line((Word(glyphs),)),)))
    rng = np.random.default_rng(bad)
    held = 0
    for _ in range(100):
        check = draw_check([page], 60, rng)
        truths = {place.glyph_id: "B" if place.glyph_id <= bad else "A" for place in check.drawn}
        changed = {
            number: replace(page.page.glyph(number), correction=truth)
            for number, truth in truths.items()
        }
        found = sum(truth == "B" for truth in truths.values())
        result = assess(check, [replace(page, page=page.page.with_glyphs(changed))])
        held += result.left.low <= bad - found <= result.left.high
    assert held >= 95


def test_a_check_is_parted_by_pages_and_put_together_again() -> None:
    pages = _pages("ABCDE", "FGHIJ", "KLM")
    before = [LetterPlace(2, 1), LetterPlace(0, 2)]
    check = draw_check(pages, 6, np.random.default_rng(2))
    parts = parts_of(check, before, name="a")
    assert check_of(parts) == (check, frozenset(before))
    again = {page + 7: part for page, part in reversed(parts.items())}  # opened another day
    found = check_of(again)
    assert found is not None
    assert [(p.page - 7, p.glyph_id) for p in found[0].drawn] == [*check.drawn]
    assert assess(check, pages).asked == 6


def test_a_part_alone_is_no_check() -> None:
    pages = _pages("ABCDE", "FGHIJ")
    parts = parts_of(draw_check(pages, 4, np.random.default_rng(2)), (), name="a")
    other = parts_of(draw_check(pages, 4, np.random.default_rng(3)), (), name="b")
    assert check_of({}) is None
    assert check_of({0: parts[0]}) is None
    assert check_of({0: parts[0], 1: other[1]}) is None
    assert check_of({0: parts[0], 1: parts[0]}) is None
    assert check_of({**parts, 2: other[0]}) is not None
