"""What finds the questions of a review by their key, letters and page, through answers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.services.review_queue import ProposedCut, ReviewItem, without_answered


class QuestionIndex:
    """The questions of a queue, each under a number that it keeps while others go.

    It is made once for a queue, in a worker where that is long, and says nothing of the order in
    which questions are asked: that is another for each page that is shown. ``is_cut`` tells which
    are about cuts, not about letters (questions,).
    """

    def __init__(self, queue: Sequence[ReviewItem]) -> None:
        self._items: list[ReviewItem | None] = list(queue)  # None for what was answered
        self._leaders = np.array([item.leader.page for item in queue], np.int64)
        self._is_left = np.ones(len(queue), np.bool_)
        # Of several questions with one key the first counts.
        self._of_key = {key_of(queue[n]): n for n in reversed(range(len(queue)))}
        self._first: dict[LetterPlace, int] = {}
        self._more: dict[LetterPlace, list[int]] = defaultdict(list)
        self._on_page: dict[int, dict[int, None]] = defaultdict(dict)
        self._cuts: dict[int, list[int]] = defaultdict(list)
        self.is_cut = np.array([isinstance(item, ProposedCut) for item in queue], np.bool_)
        for number, item in enumerate(queue):
            for letter in item.members:
                self._on_page[letter.page][number] = None
                if self._first.setdefault(letter, number) != number:
                    self._more[letter].append(number)
            if isinstance(item, ProposedCut):
                self._cuts[item.page].append(number)

    @property
    def queue(self) -> list[ReviewItem]:
        """What is left of the queue, in its own order."""
        return [item for item in self._items if item is not None]

    @property
    def left(self) -> npt.NDArray[np.int64]:
        """The numbers of the questions that are left, rising."""
        return np.flatnonzero(self._is_left)

    @property
    def count(self) -> int:
        """How many questions there were."""
        return len(self._items)

    @property
    def pages(self) -> set[int]:
        """The pages that questions are about, or were."""
        return set(self._on_page)

    def items(self, numbers: Sequence[int]) -> list[ReviewItem]:
        """Return the questions of some numbers, which have to be left, as they are now."""
        return cast("list[ReviewItem]", [self._items[number] for number in numbers])

    def leading_pages(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the page of the letter that each question is about before all others."""
        leading: npt.NDArray[np.int64] = self._leaders[numbers]
        return leading

    def number_of(self, key: object) -> int | None:
        """Return the number of the question with that key, answered or not."""
        return self._of_key.get(key)

    def numbers_about(self, letter: LetterPlace) -> list[int]:
        """Return the numbers of all questions that were about a letter, rising."""
        if letter not in self._first:
            return []
        return [self._first[letter], *self._more.get(letter, ())]

    def numbers_on(self, page: int) -> list[int]:
        """Return the numbers of the questions that have letters on a page, rising."""
        return [n for n in self._on_page.get(page, ()) if is_about(self._items[n], page)]

    def letters_on(self, page: int) -> set[LetterPlace]:
        """Return the letters of a page that questions are about."""
        items = [item for n in self._on_page.get(page, ()) if (item := self._items[n]) is not None]
        return {letter for item in items for letter in item.members if letter.page == page}

    def concerns(self, letters: Iterable[LetterPlace]) -> bool:
        """Tell whether questions may change when these letters do: theirs, or cuts beside them."""
        return any(each in self._first or each.page in self._cuts for each in letters)

    def follow(
        self, pages: Sequence[ReviewPage], touched: Collection[LetterPlace]
    ) -> dict[int, ReviewItem | None]:
        """Drop or change the questions that edits of these letters have answered.

        Returns what became of those that may have been: None for one that is gone.
        """
        numbers = {number for letter in touched for number in self.numbers_about(letter)}
        for page in {letter.page for letter in touched}:
            numbers.update(self._cuts.get(page, ()))
        asked = [item for n in sorted(numbers) if (item := self._items[n]) is not None]
        left = {key_of(item): item for item in without_answered(asked, pages, touched=touched)}
        changed: dict[int, ReviewItem | None] = {}
        for number in sorted(numbers):
            item = self._items[number]
            if item is not None:
                changed[number] = self._items[number] = left.get(key_of(item))
                self._is_left[number] = self._items[number] is not None
        return changed


def is_about(item: ReviewItem | None, page: int | None) -> bool:
    """Tell whether a question, if there is one, is about any letter of a page."""
    return item is not None and any(place.page == page for place in item.members)


def key_of(item: ReviewItem) -> object:
    """Return what tells a question from others, through edits."""
    if isinstance(item, ProposedCut):
        parts = tuple(glyph.box for glyph in item.proposal.glyphs)
        return item.page, item.proposal.boxes, parts
    return item.leader
