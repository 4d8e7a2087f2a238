"""The order of a review: what the page shown asks first, found by its key and by its letters."""

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.review_groups import LetterGroup
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.services.review_queue import ReviewItem, without_answered
from ocrdesk.ui.controllers.review_order import ReviewOrder, key_of


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
    order = ReviewOrder(queue, 2, NONE).prepare()
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
