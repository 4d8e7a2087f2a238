"""Keeps which pages there are, in which order, with the journals, so that no crash loses that."""

from PySide6.QtCore import QObject

from ocrdesk.services.page_list import ListedPage, PageList
from ocrdesk.ui.controllers.paging import PagingController
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument


class ListKeepingController(QObject):
    """Tells the journal of the window's pages each change of them, as soon as it happens.

    Pages that come or go by the hundred are told together, at the end of the turn: the list has all
    pages each time. What is new of a page that is in it already is told of that page alone.
    """

    def __init__(
        self,
        workplace: Workplace,
        saving: SavingController,
        paging: PagingController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session = workplace.session
        self._saving = saving
        self._paging = paging
        self._numbers: dict[OpenDocument, int] = {}
        self._known: dict[int, ListedPage] = {}
        self._next = 1
        self._file = saving.file
        self._is_moved = False
        self._later = pause_before(self.tell, self)
        session.document_opened.connect(self._later.start)
        session.document_closed.connect(self._note_closed)
        session.documents_moved.connect(self._note_move)
        session.document_updated.connect(self._tell_page)
        session.journal_begun.connect(self._tell_page)
        saving.changed.connect(self._note_file)
        paging.changed.connect(self.tell)

    def _note_move(self) -> None:
        self._is_moved = True
        self.tell()

    def _note_closed(self) -> None:
        """Tell soon, but at once that none is left: those to come are nobody's change."""
        if self._session.documents:
            self._later.start()
        else:
            self.tell()

    def _note_file(self) -> None:
        """Tell which file the pages belong to; pages that came or went are told at the end."""
        if self._saving.file is not self._file:
            self.tell()

    def _tell_page(self, opened: OpenDocument) -> None:
        """Keep what is known now of one page."""
        journals, number = self._session.journals, self._numbers.get(opened)
        if number is None:
            self._later.start()
        elif journals is not None and not opened.is_discarded:
            self._known[number] = page = _listed(opened)
            journals.pages.tell_page(number, page)

    def tell(self) -> None:
        """Keep the list as it is now; that an order was saved makes it nobody's change any more."""
        self._later.stop()
        journals = self._session.journals
        if journals is None:
            return
        if self._saving.file is not self._file or not self._session.documents:
            self._file, self._is_moved = self._saving.file, False
        journals.pages.tell(self._state())

    def _state(self) -> PageList:
        order = tuple(map(self._number, self._session.documents))
        removed = tuple((self._number(opened), place) for opened, place in self._paging.removed)
        file = self._file
        saved = None if file is None else tuple(map(self._number, file.pages))
        in_use = {*order, *(number for number, _ in removed), *(saved or ())}
        self._known = {n: page for n, page in self._known.items() if n in in_use}
        self._numbers = {opened: n for opened, n in self._numbers.items() if n in in_use}
        path = "" if file is None else str(file.path)
        return PageList(dict(self._known), order, removed, path, saved, self._is_moved)

    def _number(self, opened: OpenDocument) -> int:
        """Return the number of a page, and note what is known of it now."""
        number = self._numbers.get(opened)
        if number is None:
            number, self._next = self._next, self._next + 1
            self._numbers[opened] = number
        elif opened.is_discarded and number in self._known:
            return number
        self._known[number] = _listed(opened)
        return number


def _listed(opened: OpenDocument) -> ListedPage:
    document, journal = opened.document, opened.past.journal
    serial = 0 if journal is None else journal.serial
    source, place, count = document.source, document.page_number, document.page_count
    return ListedPage(source, place, count, opened.member, serial, opened.check)
