"""The questions of a review in the order in which they are asked, each found without a search."""

from bisect import bisect_left
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.services.progress import Progress
from ocrdesk.services.proposals import Proposal
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.services.review_queue import ReviewItem, review_queue
from ocrdesk.ui.appearance import DOUBT
from ocrdesk.ui.controllers.question_index import QuestionIndex, is_about


class QuestionsLeft(NamedTuple):
    """How many questions are left to ask, about letters and about other cuts."""

    letters: int
    cuts: int


class ReviewOrder:
    """A queue without what was refused, what has letters on page number ``page`` first.

    The other pages follow by their best question, round from that page on: whoever skips questions
    comes through all pages, although each page that is shown begins anew. Sorted by gain, the two
    best pages would lead to one another.

    It is looked into many times: twenty full pages may have sixty thousand questions, and each key
    that selects another letter asks for the one about it. An edit touches a few of them, and
    `follow` looks at no others. Each has a rank here that stays while others go. What finds them
    is made once for a queue, so that another page is shown at once (`turned`).
    """

    def __init__(
        self,
        queue: Sequence[ReviewItem] | QuestionIndex,
        page: int | None,
        refused: frozenset[object],
    ) -> None:
        self._basis = (page, refused)
        self._index = queue if isinstance(queue, QuestionIndex) else QuestionIndex(queue)
        numbers = self._index.left
        known = [self._index.number_of(key) for key in refused]
        if known:
            out = np.array([number for number in known if number is not None], np.int64)
            numbers = np.setdiff1d(numbers, out)
        if page is not None:
            numbers = numbers[_turns(self._index, numbers, page).argsort(kind="stable")]
        self._numbers: list[int] = numbers.tolist()  # of each item
        self.items = self._index.items(self._numbers)
        self._ranks = list(range(len(self._numbers)))  # of each item, rising
        self._rank_of = np.full(self._index.count, len(self._ranks))  # by number
        self._rank_of[numbers] = self._ranks
        self._cuts = int(self._index.is_cut[numbers].sum())  # counted once, however many there are

    def turned(self, page: int | None, refused: frozenset[object]) -> "ReviewOrder":
        """Return the order of what is left for another page, or without what else was refused."""
        return ReviewOrder(self._index, page, refused)

    @property
    def queue(self) -> Sequence[ReviewItem]:
        """What is left of the queue, in the queue's own order."""
        numbered = dict(zip(self._numbers, self.items, strict=True))
        return [numbered[number] for number in sorted(self._numbers)]

    @property
    def left(self) -> QuestionsLeft:
        """How many questions there are."""
        return QuestionsLeft(len(self.items) - self._cuts, self._cuts)

    def is_of(self, page: int | None, refused: frozenset[object]) -> bool:
        """Tell whether this is the order for that page, those refusals being the same object."""
        own_page, own_refused = self._basis
        return own_page == page and own_refused is refused

    def place_of(self, key: object) -> int:
        """Return the place of the question with that key, -1 where there is none."""
        number = self._index.number_of(key)
        return -1 if number is None else self._place(number)

    def place_on_page(self, key: object) -> int:
        """Return the place of the question with that key, if the page shown has letters of it.

        Else return that of the first question about the page, and -1 where there is none.
        """
        for place in (self.place_of(key), 0):
            if 0 <= place < len(self.items) and is_about(self.items[place], self._basis[0]):
                return place
        return -1

    def next_place(self, key: object, selected: LetterPlace | None, step: int) -> int:
        """Return the place of the question to go to; there has to be one.

        It comes after the one with that key, or before it, if that is about the letter that is
        selected. Else somebody was looking elsewhere, and what the page that is shown asks comes
        first.
        """
        place = self.place_of(key)
        if place >= 0 and selected in self.items[place].members:
            return (place + step) % len(self.items)
        page = self._basis[0]
        own = 0
        while own < len(self.items) and page is not None and is_about(self.items[own], page):
            own += 1
        own = own or len(self.items)
        if 0 <= place < own:
            return place if step > 0 else (place - 1) % own
        return 0 if step > 0 else own - 1

    def about(self, letter: LetterPlace | None) -> ReviewItem | None:
        """Return the first question about a letter, None where there is none."""
        if letter is None:
            return None
        places = sorted(map(self._place, self._index.numbers_about(letter)))
        asked = (self.items[place] for place in places if place >= 0)
        return next((item for item in asked if letter in item.members), None)

    def concerns(self, letters: Iterable[LetterPlace]) -> bool:
        """Tell whether questions may change when these letters do: theirs, or cuts beside them."""
        return self._index.concerns(letters)

    def letters_on(self, page: int) -> set[LetterPlace]:
        """Return the letters of a page that questions are about."""
        return self._index.letters_on(page)

    @property
    def pages(self) -> set[int]:
        """The pages that questions are about, or were."""
        return self._index.pages

    def follow(self, pages: Sequence[ReviewPage], touched: Collection[LetterPlace]) -> None:
        """Drop or change the questions that edits of these letters have answered."""
        for number, item in self._index.follow(pages, touched).items():
            place = self._place(number)
            if place >= 0 and item is None:
                del self.items[place], self._numbers[place], self._ranks[place]
                self._cuts -= int(self._index.is_cut[number])
            elif place >= 0 and item is not None:
                self.items[place] = item

    def _place(self, number: int) -> int:
        """Return where the question of that number in the queue is now, -1 where it has gone."""
        rank = int(self._rank_of[number])
        place = bisect_left(self._ranks, rank)
        return place if place < len(self._ranks) and self._ranks[place] == rank else -1


def _turns(
    index: QuestionIndex, numbers: npt.NDArray[np.int64], page: int
) -> npt.NDArray[np.int64]:
    """Return how early each question's turn comes: its own page's first, then round from there."""
    turns = np.full(len(numbers), -1, np.int64)
    if not len(numbers):
        return turns
    leading = index.leading_pages(numbers)
    pages, first, kinds = np.unique(leading, return_index=True, return_inverse=True)
    places = np.empty(len(pages), np.int64)
    places[first.argsort()] = np.arange(len(pages))  # by the best question of each
    start = places[pages == page]
    turns = (places[kinds] - (start[0] if len(start) else 0)) % len(pages)
    turns[np.isin(numbers, index.numbers_on(page))] = -1
    return turns


def letter_on(item: ReviewItem, page: int | None) -> LetterPlace:
    """Return the letter that stands for a question: of a page, or the leader where it has none."""
    return next((place for place in item.members if place.page == page), item.leader)


def letter_by_letter(
    pages: Sequence[ReviewPage], page: int | None, refused: frozenset[object]
) -> ReviewOrder:
    """Return an order in which each letter is a question of its own, as nobody compared them."""
    alone = [replace(one, looks=None) for one in pages]
    return ReviewOrder(review_queue(alone, {}, below=DOUBT.below), page, refused)


def order_of(
    pages: Sequence[ReviewPage],
    proposals: Mapping[int, Sequence[Proposal]],
    page: int | None,
    refused: frozenset[object],
) -> Generator[Progress, None, ReviewOrder]:
    """Return what is to be asked, in order."""
    yield Progress("Ordering", 0.0)
    return ReviewOrder(review_queue(pages, proposals, below=DOUBT.below), page, refused)
