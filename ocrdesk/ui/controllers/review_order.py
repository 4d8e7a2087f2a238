"""The questions of a review in the order in which they are asked, each found without a search."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ocrdesk.services.progress import Progress
from ocrdesk.services.proposals import Proposal
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.services.review_queue import ProposedCut, ReviewItem, review_queue, without_answered


class ReviewOrder:
    """A queue without what was refused, what has letters on page number ``page`` first.

    The other pages follow by their best question, round from that page on: whoever skips questions
    comes through all pages, although each page that is shown begins anew. Sorted by gain, the two
    best pages would lead to one another.

    It is made once and looked into many times: twenty full pages may have sixty thousand questions,
    and each key that selects another letter asks for the one about it. An edit touches a few of
    them, and `follow` looks at no others. Each has a rank here that stays while others go.
    """

    def __init__(
        self, queue: Sequence[ReviewItem], page: int | None, refused: frozenset[object]
    ) -> None:
        self._basis = (page, refused)
        numbers: Sequence[int] = range(len(queue))
        if refused:
            numbers = [number for number in numbers if key_of(queue[number]) not in refused]
        if page is not None:
            pages = list(dict.fromkeys(queue[number].leader.page for number in numbers))
            first = pages.index(page) if page in pages else 0
            turns = {number: (place - first) % len(pages) for place, number in enumerate(pages)}
            own = {number for number in numbers if is_about(queue[number], page)}
            numbers = sorted(numbers, key=lambda n: -1 if n in own else turns[queue[n].leader.page])
        self.items: list[ReviewItem] = [queue[number] for number in numbers]
        self._numbers = list(numbers)  # in the queue, of each item
        self._ranks = list(range(len(self.items)))  # of each item, rising

    @property
    def queue(self) -> Sequence[ReviewItem]:
        """What is left of the queue, in the queue's own order."""
        numbered = dict(zip(self._numbers, self.items, strict=True))
        return [numbered[number] for number in sorted(self._numbers)]

    def is_of(self, page: int | None, refused: frozenset[object]) -> bool:
        """Tell whether this is the order for that page, those refusals being the same object."""
        own_page, own_refused = self._basis
        return own_page == page and own_refused is refused

    def place_of(self, key: object) -> int:
        """Return the place of the question with that key, -1 where there is none."""
        rank = self._rank_of.get(key)
        return -1 if rank is None else self._place(rank)

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
        for rank in self._ranks_about(letter):
            place = self._place(rank)
            if place >= 0 and letter in self.items[place].members:
                return self.items[place]
        return None

    def concerns(self, letters: Iterable[LetterPlace]) -> bool:
        """Tell whether questions may change when these letters do: theirs, or cuts beside them."""
        first, _ = self._about
        return any(each in first or each.page in self._cuts for each in letters)

    def follow(self, pages: Sequence[ReviewPage], touched: Collection[LetterPlace]) -> None:
        """Drop or change the questions that edits of these letters have answered."""
        ranks = {rank for letter in touched for rank in self._ranks_about(letter)}
        for number in {letter.page for letter in touched}:
            ranks.update(self._cuts.get(number, ()))
        places = [place for rank in sorted(ranks) if (place := self._place(rank)) >= 0]
        asked = [self.items[place] for place in places]
        left = {key_of(item): item for item in without_answered(asked, pages, touched=touched)}
        for place in reversed(places):
            item = left.get(key_of(self.items[place]))
            if item is None:
                del self.items[place], self._numbers[place], self._ranks[place]
            else:
                self.items[place] = item

    def prepare(self) -> "ReviewOrder":
        """Make what questions are found by, as a worker can; return the same order."""
        assert self._rank_of is not None
        self.concerns(())
        return self

    def _place(self, rank: int) -> int:
        """Return where the question of that rank is now, -1 where it has gone."""
        place = bisect_left(self._ranks, rank)
        return place if place < len(self._ranks) and self._ranks[place] == rank else -1

    def _ranks_about(self, letter: LetterPlace) -> Sequence[int]:
        first, more = self._about
        return [first[letter], *more.get(letter, ())] if letter in first else []

    # Made of all questions there were at first; of several with one key the first counts.

    @cached_property
    def _rank_of(self) -> dict[object, int]:
        pairs = zip(self._ranks, self.items, strict=True)
        return {key_of(item): rank for rank, item in reversed([*pairs])}

    @cached_property
    def _about(self) -> tuple[dict[LetterPlace, int], dict[LetterPlace, list[int]]]:
        """The rank of the first question about each letter, and those of any more, rising."""
        first: dict[LetterPlace, int] = {}
        more: dict[LetterPlace, list[int]] = defaultdict(list)
        for rank, item in zip(self._ranks, self.items, strict=True):
            for letter in item.members:
                if first.setdefault(letter, rank) != rank:
                    more[letter].append(rank)
        return first, more

    @cached_property
    def _cuts(self) -> dict[int, list[int]]:
        """The ranks of the questions about other cuts, by page."""
        found: dict[int, list[int]] = defaultdict(list)
        for rank, item in zip(self._ranks, self.items, strict=True):
            if isinstance(item, ProposedCut):
                found[item.page].append(rank)
        return found


def is_about(item: ReviewItem, page: int | None) -> bool:
    """Tell whether a question is about any letter of a page."""
    return any(place.page == page for place in item.members)


def letter_on(item: ReviewItem, page: int | None) -> LetterPlace:
    """Return the letter that stands for a question: of a page, or the leader where it has none."""
    return next((place for place in item.members if place.page == page), item.leader)


def key_of(item: ReviewItem) -> object:
    """Return what tells a question from others, through edits."""
    if isinstance(item, ProposedCut):
        parts = tuple(glyph.box for glyph in item.proposal.glyphs)
        return item.page, item.proposal.boxes, parts
    return item.leader


def letter_by_letter(
    pages: Sequence[ReviewPage], page: int | None, refused: frozenset[object]
) -> ReviewOrder:
    """Return an order in which each letter is a question of its own, as nobody compared them."""
    alone = [replace(one, looks=None) for one in pages]
    return ReviewOrder(review_queue(alone, {}), page, refused)


def order_of(
    pages: Sequence[ReviewPage],
    proposals: Mapping[int, Sequence[Proposal]],
    page: int | None,
    refused: frozenset[object],
) -> Generator[Progress, None, ReviewOrder]:
    """Return what is to be asked, in order."""
    yield Progress("Ordering", 0.0)
    return ReviewOrder(review_queue(pages, proposals), page, refused).prepare()
