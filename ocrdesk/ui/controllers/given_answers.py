"""What the questions of a review were answered with, to be told once none is left."""

from collections.abc import Iterable, Sequence

from ocrdesk.services.review_pages import LetterPlace, ReviewPage, letter_at
from ocrdesk.ui.translation import tr


class GivenAnswers:
    """Remembers what was answered, not how: that the pages tell, as it may have been undone."""

    def __init__(self) -> None:
        self._letters: set[LetterPlace] = set()
        self._removed: set[LetterPlace] = set()
        self._cut_on: set[int] = set()  # numbers of pages

    def note(self, places: Iterable[LetterPlace]) -> None:
        """Remember letters that were confirmed or corrected."""
        self._letters.update(places)

    def note_removed(self, places: Iterable[LetterPlace]) -> None:
        """Remember letters that were removed, as there was none in their boxes."""
        self._removed.update(places)

    def note_cut(self, number: int) -> None:
        """Remember that a question about a cut was answered on a page."""
        self._cut_on.add(number)

    def told(self, pages: Sequence[ReviewPage]) -> str:
        """Say what was answered on the pages, and what may be done next; nothing if nothing was."""
        found = [letter_at(pages, place) for place in self._letters]
        said = [glyph for glyph in found if glyph is not None and glyph.is_confirmed]
        confirmed = sum(
            glyph.correction in [best.character for best in glyph.predictions[:1]] for glyph in said
        )
        corrected = len(said) - confirmed
        open_now = {page.number for page in pages}
        removed = sum(
            place.page in open_now and letter_at(pages, place) is None for place in self._removed
        )
        parts = [tr("%n letters confirmed", None, confirmed)] if confirmed else []
        parts += [tr("%n letters corrected", None, corrected)] if corrected else []
        parts += [tr("%n letters deleted", None, removed)] if removed else []
        if not parts and not any(page.number in self._cut_on for page in pages):
            return ""
        told = [", ".join(parts) + "."] if parts else []
        told.append(tr("A check of random letters tells how many may still be wrong."))
        return " ".join(told)
