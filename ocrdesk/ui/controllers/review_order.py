"""The questions of a review in the order in which they are asked, each found without a search."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.services.review_queue import ProposedCut, ReviewItem


class ReviewOrder:
    """A queue without what was refused, what is about page number ``page`` first.

    The other pages follow by their best question, round from that page on: whoever skips questions
    comes through all pages, although each page that is shown begins anew. Sorted by gain, the two
    best pages would lead to one another.

    It is made once and looked into many times: the queue of twenty full pages has thousands of
    questions, and each key that selects another letter asks for the one about it.
    """

    def __init__(
        self, queue: Sequence[ReviewItem], page: int | None, refused: frozenset[object]
    ) -> None:
        self._basis = (queue, page, refused)
        self.items: Sequence[ReviewItem] = [item for item in queue if key_of(item) not in refused]
        if page is not None:
            pages = list(dict.fromkeys(item.leader.page for item in self.items))
            first = pages.index(page) if page in pages else 0
            turns = {number: (place - first) % len(pages) for place, number in enumerate(pages)}
            self.items = sorted(self.items, key=lambda item: turns[item.leader.page])

    def is_of(
        self, queue: Sequence[ReviewItem], page: int | None, refused: frozenset[object]
    ) -> bool:
        """Tell whether this is the order of that queue, those refusals being the same object."""
        own_queue, own_page, own_refused = self._basis
        return own_queue is queue and own_page == page and own_refused is refused

    def place_of(self, key: object) -> int:
        """Return the place of the question with that key, -1 where there is none."""
        return self._places.get(key, -1)

    def about(self, letter: LetterPlace | None) -> ReviewItem | None:
        """Return the first question about a letter, None where there is none."""
        return None if letter is None else self._by_letter.get(letter)

    def concerns(self, letters: Iterable[LetterPlace]) -> bool:
        """Tell whether questions may change when these letters do: theirs, or cuts beside them."""
        return any(each in self._by_letter or each.page in self._pages_cut for each in letters)

    # Of several the first counts: it is taken in last.

    @cached_property
    def _places(self) -> Mapping[object, int]:
        return {key_of(self.items[place]): place for place in reversed(range(len(self.items)))}

    @cached_property
    def _by_letter(self) -> Mapping[LetterPlace, ReviewItem]:
        return {letter: item for item in reversed(self.items) for letter in item.members}

    @cached_property
    def _pages_cut(self) -> frozenset[int]:
        return frozenset(item.page for item in self.items if isinstance(item, ProposedCut))


def key_of(item: ReviewItem) -> object:
    """Return what tells a question from others, through edits."""
    if isinstance(item, ProposedCut):
        parts = tuple(glyph.box for glyph in item.proposal.glyphs)
        return item.page, item.proposal.boxes, parts
    return item.leader
