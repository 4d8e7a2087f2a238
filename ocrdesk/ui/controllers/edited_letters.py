"""Which letters were edited since a queue was made, so that it follows these and no others."""

from collections.abc import Iterable, Sequence

from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.ui.controllers.review_order import ReviewOrder


class EditedLetters:
    """Letters that were edited, and pages on which any may have been."""

    def __init__(self) -> None:
        self._letters: set[LetterPlace] = set()
        self._pages: set[int] = set()

    def add(self, letters: Iterable[LetterPlace]) -> None:
        """Note that these letters were edited."""
        self._letters.update(letters)

    def add_page(self, number: int) -> None:
        """Note that all letters of a page may be others: it was read anew, or is gone."""
        self._pages.add(number)

    def clear(self) -> None:
        """Forget all; a queue was made of everything as it is."""
        self._letters.clear()
        self._pages.clear()

    def answer(self, order: ReviewOrder, pages: Sequence[ReviewPage]) -> bool:
        """Take out of an order what the edits have answered, and forget them.

        Tells whether the order asked of anything that was edited. Of pages that are not open any
        more all letters count.
        """
        whole = self._pages | (order.pages - {page.number for page in pages})
        letters = self._letters.union(*(order.letters_on(page) for page in whole & order.pages))
        self.clear()
        if not letters or not order.concerns(letters):
            return False
        order.follow(pages, letters)
        return True
