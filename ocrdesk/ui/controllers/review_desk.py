"""Keeps what a review knows of all open pages: their numbers, and how their letters look."""

from collections.abc import Mapping, Sequence
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget

from ocrdesk.services.proposals import Proposal
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.ui.controllers.known_looks import KnownLooks
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

_PAUSE_MS = 250  # after the last edit: what is typed meanwhile is looked at in one go


class ReviewDesk(QObject):
    """Numbers the open documents, and looks at their letters in a worker whenever they change.

    All of them are looked at with the recognizer that read last: letters of two pages compare only
    as one network sees them. ``looked`` tells that more is known than before.
    """

    looked = Signal()

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._numbers: dict[OpenDocument, int] = {}
        self._next_number = count()
        self._looks = KnownLooks(workplace, self)
        self._looks.looked.connect(self.looked)
        self._looks.ended.connect(self._look_later)  # what changed meanwhile
        self._later = pause_before(self._look, self, _PAUSE_MS)
        session = self._session
        for signal in (session.document_updated, session.page_changed, reading.busy_changed):
            signal.connect(self._look_later)
        reading.recognizer_changed.connect(self._look_later)
        session.document_closed.connect(self._forget)

    @property
    def recognizer(self) -> Recognizer | None:
        """What looks at the letters; None before the first reading."""
        return self._reading.recognizer

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is left to be looked at."""
        return not self._looks.is_looking and not self._later.isActive()

    def pages(self) -> list[ReviewPage]:
        """Return all open pages that were read, the one that is shown first."""
        documents: Sequence[OpenDocument] = self._session.documents
        current = self._session.current
        ordered = sorted(documents, key=lambda opened: opened is not current)
        return [found for opened in ordered if (found := self.page_of(opened)) is not None]

    @property
    def shown(self) -> int | None:
        """The number of the page that is shown."""
        current = self._session.current
        return None if current is None else self.number_of(current)

    @property
    def selected(self) -> LetterPlace | None:
        """Where the letter is that is selected on the page that is shown."""
        number, glyph = self.shown, self._session.selected_glyph
        return None if number is None or glyph is None else LetterPlace(number, glyph.id)

    def proposals(self) -> Mapping[int, Sequence[Proposal]]:
        """Return the other cuts of the last reading of each page, by its number."""
        read = [opened for opened in self._session.documents if opened.page is not None]
        return {self.number_of(opened): opened.proposals for opened in read}

    def page_of(self, opened: OpenDocument) -> ReviewPage | None:
        """Return a document's page, None before it was read."""
        if opened.page is None:
            return None
        looks = self._looks.of(opened, self._reading.recognizer)
        return ReviewPage(self.number_of(opened), opened.page, looks)

    def number_of(self, opened: OpenDocument) -> int:
        """Return the number under which services know a document's page."""
        if opened not in self._numbers:
            self._numbers[opened] = next(self._next_number)
        return self._numbers[opened]

    def opened(self, number: int) -> OpenDocument | None:
        """Return the document of that number, None where it was closed."""
        return next((opened for opened, own in self._numbers.items() if own == number), None)

    def show(self, place: LetterPlace) -> bool:
        """Show a letter on its page and select it; tell whether that page is still open."""
        opened = self.opened(place.page)
        if opened is not None:
            self._session.show(opened)
            self._session.select(place.glyph_id)
        return opened is not None

    def make_room(self) -> None:
        """Bring the letter's panel back from behind the settings of ink, and take these away.

        Whoever reviews wants to see what the letters are, and what was read of them.
        """
        ink, dock = self._place.views.ink, self._place.views.letter.parent()
        if ink.is_open and isinstance(dock, QDockWidget) and not dock.isHidden():
            dock.raise_()
        if ink.is_open:
            ink.rest()

    def _look_later(self) -> None:
        self._later.start()

    def _look(self) -> None:
        """Look at what is not known yet; reading goes first."""
        recognizer = self._reading.recognizer
        if recognizer is None or self._reading.busy is not None:
            return
        if self._place.window.isVisible():  # it was closed, and no task may outlive it
            self._looks.look(recognizer)

    def _forget(self, opened: OpenDocument) -> None:
        self._numbers.pop(opened, None)
