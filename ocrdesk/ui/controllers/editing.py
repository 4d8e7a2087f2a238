"""What every controller that edits the page needs: applying an edit, and reading boxes at once."""

from functools import partial
from typing import NamedTuple

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.letter_case import capitals, has_small_letters
from ocrdesk.page.charset import PRINT36
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page, Prediction
from ocrdesk.page.readers import signed_since
from ocrdesk.services.recognition import read_box
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import Edit, OpenDocument
from ocrdesk.ui.translation import said
from ocrdesk.vision.layout import Layout


class Reader(NamedTuple):
    """Where the ink of a page is, and who reads it."""

    layout: Layout
    recognizer: Recognizer


class Editing:
    """Applies edits to the page that is shown; what the page refuses becomes a notice."""

    def __init__(self, workplace: Workplace, reading: ReadingController) -> None:
        self._session = workplace.session
        self._notices = workplace.notices
        self._reading = reading

    @property
    def page(self) -> Page | None:
        """The page that is shown, if it was read."""
        return self._session.page

    @property
    def current(self) -> int | None:
        """The id of the current letter."""
        glyph = self._session.selected_glyph
        return glyph.id if glyph else None

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of all selected letters, in reading order."""
        return tuple(glyph.id for glyph in self._session.selected_glyphs)

    def apply(self, edit: Edit, *, merge_key: str = "") -> bool:
        """Apply an edit; tells a person and returns False where the page refuses it.

        Boxes that the page's reader read for it keep who that is.
        """
        try:
            self._session.apply(partial(self._signed, edit), merge_key=merge_key)
        except EditError as error:
            self.refuse(error.message, error.advice)
            return False
        self._notices.withdraw("edit")
        return True

    def _signed(self, edit: Edit, page: Page) -> tuple[Page, Change]:
        recognizer = self._reading.recognizer_of(self._session.current)
        after, change = edit(page)
        if recognizer is None:
            return after, change
        return signed_since(page, after, change.glyph_ids, recognizer.reader), change

    @property
    def reader(self) -> Reader | None:
        """What reads boxes of the page that is shown; None before the page was read."""
        return self.reader_of(self._session.current)

    def reader_of(self, opened: OpenDocument | None) -> Reader | None:
        """Return what reads boxes of a page; None before it was read, or while its ink is away."""
        recognizer = self._reading.recognizer_of(opened)
        if opened is None or opened.layout is None or opened.page is None or recognizer is None:
            return None
        return Reader(opened.layout, recognizer)

    def predictions(self, box: BoundingBox) -> tuple[Prediction, ...] | None:
        """Return what the reader sees in a box of the page that is shown, None without a reader."""
        reader, page = self.reader, self.page
        if reader is None or page is None:
            return None
        inside = box.clipped(page.width, page.height)
        return read_box(reader.layout, inside, reader.recognizer) if inside else None

    def fold(self, text: str, opened: OpenDocument | None = None) -> str:
        """Return a text as the reader of a page, by default the one shown, knows it.

        One of capitals takes small letters so. Where it is not in memory what it saw in the letters
        tells whether it knows small ones.
        """
        opened = opened or self._session.current
        if opened is not None and opened.page is not None and opened.own_recognizer is None:
            unconfirmed = (glyph for glyph in opened.page.glyphs if not glyph.is_confirmed)
            seen = next((glyph.predictions for glyph in unconfirmed if glyph.predictions), ())
            if seen:
                known = [one.character for one in seen]
                return text if has_small_letters(known) else capitals(text)
        recognizer = self._reading.recognizer_of(opened)
        return (recognizer.charset if recognizer else PRINT36).fold(text)

    def refuse(self, text: str, advice: str) -> None:
        """Tell a person why nothing was done, as where the page refuses an edit."""
        self._notices.raise_notice(
            Notice(said(text), said(advice), NoticeLevel.WARNING, topic="edit")
        )
