"""Leads from one doubtful letter of a practice sheet to the next, so that a person settles it."""

from collections.abc import Sequence
from functools import partial

from ocrdesk.page.elements import Page
from ocrdesk.services.hand_sheet import SheetLetter
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr


class SheetDoubts:
    """Knows the doubtful letters of the sheet whose letters were taken last."""

    def __init__(self, workplace: Workplace, topic: str) -> None:
        self._place, self._topic = workplace, topic
        self._opened: OpenDocument | None = None
        self._letters: list[tuple[int, SheetLetter]] = []

    def remember(self, opened: OpenDocument, page: Page, letters: Sequence[SheetLetter]) -> bool:
        """Find doubtful letters among those of their page; tell whether any is there."""
        ids = {glyph.box: glyph.id for glyph in page.glyphs if not glyph.is_confirmed}
        self._opened = opened
        self._letters = [(ids[letter.box], letter) for letter in letters if letter.box in ids]
        return bool(self._letters)

    def show(self, start: int = 0) -> None:
        """Select the first from ``start`` on that nobody has settled, and offer the next."""
        opened = self._opened
        if opened not in self._place.session.documents or opened is None or opened.page is None:
            return
        page = opened.page
        left = [
            place
            for place, (glyph_id, _) in enumerate(self._letters)
            if place >= start and glyph_id in page and not page.glyph(glyph_id).is_confirmed
        ]
        if not left:
            self._tell(tr("No doubtful letter of the practice sheet is left."), "", None)
            return
        glyph_id, letter = self._letters[left[0]]
        self._place.session.show(opened)
        self._place.session.select(glyph_id)
        self._place.views.page.setFocus()
        told = tr("Doubtful letter {place} of {count}: {character} was asked for, but it {why}.")
        told = told.format(
            place=left[0] + 1,
            count=len(self._letters),
            character=letter.character,
            why=why_told(letter.seen_as, letter.doubt.value),
        )
        following = left[0] + 1 if len(left) > 1 else None
        self._tell(told, tr("Type what is there, or delete it."), following)

    def _tell(self, told: str, advice: str, following: int | None) -> None:
        """Say it, with a way to the next letter or, after the last, to what learns from them."""
        learn = self._place.actions["learn_hand"].trigger
        self._place.notices.raise_notice(
            Notice(
                told,
                advice,
                action=tr("Learn This Hand") if following is None else tr("Show Next"),
                on_action=learn if following is None else partial(self.show, following),
                topic=self._topic,
            )
        )


def why_told(seen_as: str, doubt: str) -> str:
    """Return why a letter of a sheet is doubtful, in words."""
    return tr("looks like {seen_as}").format(seen_as=seen_as) if seen_as else said(doubt)
