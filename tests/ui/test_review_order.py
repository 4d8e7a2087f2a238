"""The order of a review: what the page shown asks first, found by its key and by its letters."""

from collections.abc import Callable
from functools import partial
from time import process_time

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.proposals import Proposal
from ocrdesk.services.review_groups import LetterGroup
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.services.review_queue import ProposedCut, ReviewItem, without_answered
from ocrdesk.ui.controllers.edited_letters import EditedLetters
from ocrdesk.ui.controllers.question_index import key_of
from ocrdesk.ui.controllers.review_order import ReviewOrder


def _group(page: int, *glyph_ids: int) -> LetterGroup:
    return LetterGroup("A", tuple(LetterPlace(page, glyph_id) for glyph_id in glyph_ids), 0.5)


FIRST, SECOND, THIRD = _group(1, 1, 2), _group(2, 1), _group(1, 3, 2)
QUEUE = (FIRST, SECOND, THIRD)
NONE: frozenset[object] = frozenset()


def test_questions_about_the_page_come_first_and_keep_their_order_otherwise() -> None:
    assert ReviewOrder(QUEUE, 2, NONE).items == [SECOND, FIRST, THIRD]
    assert ReviewOrder(QUEUE, None, NONE).items == list(QUEUE)


def test_whoever_skips_questions_comes_through_all_pages() -> None:
    queue = (_group(3, 1), _group(1, 1), _group(2, 1), _group(1, 2))
    shown, seen = 1, list[ReviewItem]()
    for _ in range(len(queue)):
        items = ReviewOrder(queue, shown, NONE).items
        place = items.index(seen[-1]) + 1 if seen else 0
        seen.append(items[place % len(items)])
        shown = seen[-1].leader.page
    assert [item.leader for item in seen] == [(1, 1), (1, 2), (2, 1), (3, 1)]


def test_a_question_is_found_by_its_key_and_by_its_letters_the_first_of_several() -> None:
    order = ReviewOrder(QUEUE, 2, NONE)
    assert [order.place_of(key_of(item)) for item in QUEUE] == [1, 0, 2]
    assert order.about(LetterPlace(1, 3)) is THIRD
    assert order.about(LetterPlace(1, 2)) is FIRST
    assert order.about(LetterPlace(2, 2)) is None
    assert order.about(None) is None


def test_what_was_refused_is_nowhere() -> None:
    order = ReviewOrder(QUEUE, 1, frozenset({key_of(FIRST)}))
    assert order.items == [THIRD, SECOND]
    assert order.place_of(key_of(FIRST)) == -1
    assert order.about(LetterPlace(1, 1)) is None
    assert order.about(LetterPlace(1, 2)) is THIRD


def test_it_knows_what_it_was_made_of() -> None:
    order = ReviewOrder(QUEUE, 1, NONE)
    assert order.is_of(1, NONE)
    assert not order.is_of(2, NONE)
    assert not order.is_of(1, frozenset({key_of(FIRST)}))
    assert order.queue == list(QUEUE)


def _page(number: int, characters: str) -> ReviewPage:
    """A page of letters, numbered from 1; a small one is an A that was confirmed."""
    glyphs = [
        Glyph(
            place,
            BoundingBox(10 * place, 0, 10 * place + 8, 8),
            (Prediction("A", 0.75), Prediction("B", 0.25)),
            character.upper() if character.islower() or character != "A" else None,
        )
        for place, character in enumerate(characters, 1)
    ]
    return ReviewPage(number, Page(200, 10, (Line((Word(tuple(glyphs)),)),)))


def test_answers_leave_the_order_as_they_leave_the_queue() -> None:
    pages = [_page(1, "AAaA"), _page(2, "AB")]
    queue = (_group(1, 1, 2, 3), _group(2, 1), _group(2, 2), _group(1, 4))
    order = ReviewOrder(queue, 2, NONE)
    touched = {LetterPlace(1, 3), LetterPlace(2, 2)}
    order.follow(pages, touched)
    left = without_answered(queue, pages, touched=touched)
    assert order.queue == list(left)
    assert [item.leader for item in order.items] == [(2, 1), (1, 1), (1, 4)]
    assert order.items[1].members == ((1, 1), (1, 2))
    assert [order.place_of(key_of(item)) for item in queue] == [1, 0, -1, 2]
    assert order.about(LetterPlace(1, 3)) is None
    assert order.about(LetterPlace(1, 2)) is order.items[1]
    assert order.about(LetterPlace(1, 4)) is queue[3]
    assert ReviewOrder(order.queue, 1, NONE).items == [*left[::2], left[1]]


def _many(count: int, pages: int) -> list[LetterGroup]:
    """Questions on several pages in turn, each about a letter there and one on the next page."""
    return [
        LetterGroup(
            "A",
            (LetterPlace(n % pages, n), LetterPlace((n * 7 + 1) % pages, count + n)),
            1 - n / count,
        )
        for n in range(count)
    ]


def test_another_page_is_the_same_order_as_one_made_anew() -> None:
    queue = _many(200, 7)
    refused = frozenset(key_of(item) for item in queue[::9])
    order = ReviewOrder(queue, 3, NONE)
    for page in (None, 0, 5, 5, 9, 2):
        order = order.turned(page, refused)
        assert order.is_of(page, refused)
        assert order.items == ReviewOrder(queue, page, refused).items
        assert [order.place_of(key_of(item)) for item in order.items] == [*range(len(order.items))]


def test_what_was_answered_on_one_page_stays_answered_on_another() -> None:
    pages = [_page(1, "AaA"), _page(2, "A")]
    order = ReviewOrder((_group(1, 1), _group(1, 2), _group(2, 1), _group(1, 3)), 1, NONE)
    order.follow(pages, {LetterPlace(1, 2)})
    turned = order.turned(2, NONE)
    assert [item.leader for item in turned.items] == [(2, 1), (1, 1), (1, 3)]
    assert turned.about(LetterPlace(1, 2)) is None


def test_another_page_costs_a_fraction_of_a_new_order() -> None:
    """Sixty thousand questions held the window up for 125 milliseconds at each page."""
    queue = _many(20_000, 20)
    orders: list[ReviewOrder] = []
    made = min(_spent(lambda: orders.append(ReviewOrder(queue, 0, NONE))) for _ in range(3))
    turned = min(_spent(partial(orders[0].turned, page, NONE)) for page in range(1, 9))
    assert turned < made / 2


def _spent(deed: Callable[[], object]) -> float:
    before = process_time()
    deed()
    return process_time() - before


def test_edits_of_a_page_are_looked_for_on_that_page_only() -> None:
    order = ReviewOrder((_group(1, 1), _group(2, 1), _group(1, 2)), 1, NONE)
    pages = [_page(1, "Aa"), _page(2, "a")]  # two letters were confirmed, one of them is told
    edited = EditedLetters()
    edited.add_page(1)
    assert edited.answer(order, pages)
    assert [item.leader for item in order.items] == [(1, 1), (2, 1)]
    assert not edited.answer(order, pages)


def test_questions_about_a_page_that_was_closed_are_gone() -> None:
    order = ReviewOrder((_group(1, 1), _group(2, 1)), 1, NONE)
    assert EditedLetters().answer(order, [_page(1, "A")])
    assert [item.leader for item in order.items] == [(1, 1)]


def test_it_counts_questions_about_cuts_apart_through_answers_and_refusals() -> None:
    pages = [_page(1, "AAAa")]
    boxes = tuple(glyph.box for glyph in pages[0].page.glyphs[:2])
    cut = ProposedCut(1, Proposal((1, 2), (), 1.0, boxes), 0.5)
    queue = (_group(1, 1), cut, _group(1, 3), _group(1, 4))
    order = ReviewOrder(queue, 1, NONE)
    assert order.left == (3, 1)
    assert order.turned(1, frozenset({key_of(cut)})).left == (3, 0)
    order.follow(pages, {LetterPlace(1, 4)})  # confirmed
    assert order.left == (2, 1)
    order.follow([_page(1, "aAAa")], {LetterPlace(1, 1)})  # so it is not to be cut otherwise
    assert order.left == (1, 0)
