"""Keeps which pages there are, in which order, with the journals, so that no crash loses that."""

from PySide6.QtCore import QObject

from ocrdesk.services.page_list import ListedPage, PageList
from ocrdesk.ui.controllers.paging import PagingController
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument


class ListKeepingController(QObject):
    """Tells the journal of the window's pages each change of them, as soon as it happens."""

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
        session.documents_moved.connect(self._note_move)
        for signal in (
            session.document_updated,
            session.journal_begun,
            saving.changed,  # also where a page was opened or closed
            paging.changed,
        ):
            signal.connect(self.tell)

    def _note_move(self) -> None:
        self._is_moved = True
        self.tell()

    def tell(self) -> None:
        """Keep the list as it is now; that an order was saved makes it nobody's change any more."""
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
        document, journal = opened.document, opened.past.journal
        serial = 0 if journal is None else journal.serial
        source, place, count = document.source, document.page_number, document.page_count
        self._known[number] = ListedPage(source, place, count, opened.member, serial, opened.check)
        return number
