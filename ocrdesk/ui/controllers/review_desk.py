"""Keeps what a review knows of all open pages: how their letters look, and what to compare with."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget

from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.proposals import Proposal
from ocrdesk.services.prototypes import Prototypes, draw_prototypes
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import LetterPlace, PageLooks, ReviewPage, look_at
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.page.elements import Page
    from ocrdesk.ui.tasks import Task
    from ocrdesk.vision.layout import Layout

_PAUSE_MS = 250  # after the last edit: what is typed meanwhile is looked at in one go


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page to be looked at, as it is now."""

    number: int
    page: "Page"
    layout: "Layout"
    known: PageLooks | None


class ReviewDesk(QObject):
    """Numbers the open documents, and looks at their letters in a worker whenever they change.

    ``looked`` tells that more is known than before, ``prototypes_drawn`` that there are drawn
    letters of this recognizer's characters.
    """

    looked = Signal()
    prototypes_drawn = Signal()

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._numbers: dict[OpenDocument, int] = {}
        self._next_number = count()
        self._looks: dict[OpenDocument, PageLooks] = {}
        self._covered: dict[OpenDocument, tuple[Page, PageLooks]] = {}  # nothing is left to look at
        self._prototypes: tuple[Recognizer, Prototypes] | None = None
        self._looking: Task | None = None
        self._drawing: Task | None = None
        self._later = pause_before(self._look, self, _PAUSE_MS)
        session = self._session
        for signal in (session.document_updated, session.page_changed, reading.busy_changed):
            signal.connect(self._look_later)
        reading.recognizer_changed.connect(self._look_later)
        session.document_closed.connect(self._forget)

    @property
    def prototypes(self) -> Prototypes | None:
        """Drawn letters of the recognizer's characters; None until they are drawn."""
        known = self._prototypes
        return known[1] if known is not None and known[0] is self._reading.recognizer else None

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is left to be looked at."""
        return self._looking is None and not self._later.isActive()

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

    def proposals(self) -> Mapping[int, Sequence[Proposal]]:
        """Return the other cuts of the last reading of each page, by its number."""
        read = [opened for opened in self._session.documents if opened.page is not None]
        return {self.number_of(opened): opened.proposals for opened in read}

    def page_of(self, opened: OpenDocument) -> ReviewPage | None:
        """Return a document's page, None before it was read."""
        if opened.page is None:
            return None
        looks = self._looks.get(opened)
        is_current = looks is not None and looks.recognizer is self._reading.recognizer
        return ReviewPage(self.number_of(opened), opened.page, looks if is_current else None)

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

    def draw_prototypes(self) -> None:
        """Draw letters of the recognizer's characters in a worker, unless they are there."""
        recognizer = self._reading.recognizer
        if recognizer is None or self.prototypes is not None or self._drawing is not None:
            return
        self._drawing = self._place.tasks.create(_draw(recognizer))
        self._drawing.succeeded.connect(partial(self._take_prototypes, recognizer))
        self._drawing.failed.connect(self._tell)
        self._drawing.ended.connect(self._end_drawing)
        self._drawing.start()

    def _take_prototypes(self, recognizer: Recognizer, result: object) -> None:
        self._prototypes = (recognizer, cast("Prototypes", result))
        self.prototypes_drawn.emit()

    def _end_drawing(self) -> None:
        self._drawing = None

    def _look_later(self) -> None:
        self._later.start()

    def _look(self) -> None:
        """Look at what is not known yet; reading goes first, and one look follows the other."""
        recognizer = self._reading.recognizer
        if recognizer is None or self._looking is not None or self._reading.busy is not None:
            return
        if not self._place.window.isVisible():  # it was closed, and no task may outlive it
            return
        wanted = []
        for opened in self._session.documents:
            known = self._looks.get(opened)
            if known is not None and known.recognizer is not recognizer:
                known = None
            if opened.page is None or opened.layout is None:
                continue
            if known is None or not self._is_covered(opened, opened.page, known):
                wanted.append(_Wanted(self.number_of(opened), opened.page, opened.layout, known))
        if not wanted:
            return
        self._looking = self._place.tasks.create(_look_at_all(wanted, recognizer))
        self._looking.succeeded.connect(self._take_looks)
        self._looking.failed.connect(self._tell)
        self._looking.ended.connect(self._end_looking)
        self._looking.start()

    def _is_covered(self, opened: OpenDocument, page: "Page", looks: PageLooks) -> bool:
        """Tell whether all letters of a page were looked at; each page is asked only once."""
        asked = self._covered.get(opened)
        if asked is not None and asked[0] is page and asked[1] is looks:
            return True
        if not looks.covers(page):
            return False
        self._covered[opened] = page, looks
        return True

    def _take_looks(self, result: object) -> None:
        for number, looks in cast("Mapping[int, PageLooks]", result).items():
            opened = self.opened(number)
            if opened is not None:
                self._looks[opened] = looks
        self.looked.emit()

    def _end_looking(self) -> None:
        self._looking = None
        self._look_later()  # what changed meanwhile

    def _tell(self, error: Exception) -> None:
        self._place.notices.raise_error(error, doing=tr("Comparing letters"))

    def _forget(self, opened: OpenDocument) -> None:
        self._numbers.pop(opened, None)
        self._looks.pop(opened, None)
        self._covered.pop(opened, None)


def _look_at_all(
    wanted: Sequence[_Wanted], recognizer: Recognizer
) -> Generator[Progress, None, Mapping[int, PageLooks]]:
    """Return how the letters of pages look, by the pages' numbers."""
    found = {}
    for place, one in enumerate(wanted):
        steps = look_at(one.page, one.layout, recognizer, known=one.known)
        share = 1 / len(wanted)
        found[one.number] = yield from as_part(steps, "Looking", start=place * share, share=share)
    return found


def _draw(recognizer: Recognizer) -> Generator[Progress, None, Prototypes]:
    """Return drawn letters, always the same ones."""
    return (yield from as_part(draw_prototypes(recognizer, np.random.default_rng(0)), "Drawing"))
