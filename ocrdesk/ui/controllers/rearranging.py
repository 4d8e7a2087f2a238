"""Brings the pages of a window that is gone back: into their order, added or taken out."""

from collections.abc import Mapping
from pathlib import Path

from ocrdesk.formats.presence import is_file
from ocrdesk.page.document import PageDocument
from ocrdesk.services.page_list import ListedPage, PageList
from ocrdesk.ui.controllers.paging import PagingController
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.session import OpenDocument, Session


class Rearrangement:
    """Finds the pages of a list among those that are open, or opens their images.

    ``opened`` are the pages that came back with their journals, by their numbers in the list;
    ``before`` those that were open already and are none of its business.
    """

    def __init__(
        self,
        pages: PageList,
        opened: Mapping[int, OpenDocument],
        session: Session,
        *,
        before: tuple[OpenDocument, ...] = (),
    ) -> None:
        self._pages = pages
        self._session = session
        self._before = before
        self._found = dict(opened)
        self._new: list[OpenDocument] = []
        taken = {*before, *opened.values()}
        self._rest = [document for document in session.documents if document not in taken]

    def bring_about(self, paging: PagingController, reading: ReadingController) -> None:
        """Open what is missing, take out what had been taken out, and order all of it."""
        order = [opened for n in self._pages.order if (opened := self._find(n)) is not None]
        for number, opened in self._found.items():
            opened.check = self._pages.known[number].check
            self._session.document_updated.emit(opened)
        removed = [
            (opened, place)
            for number, place in self._pages.removed
            if (opened := self._find(number)) is not None
        ]
        for number in self._pages.known:  # taken out long ago: it cannot be put back any more
            opened = self._among_the_rest(self._pages.known[number])
            if opened is not None and number not in self._found:
                self._session.close(opened)
        others = [d for d in self._session.documents if d in self._rest]
        for place, opened in enumerate([*self._before, *order, *others]):
            self._session.move(opened, place)
        for opened, place in removed:
            paging.take_out(opened, place + len(self._before))
        reading.wait_for([opened for opened in self._new if opened in order])

    def _find(self, number: int) -> OpenDocument | None:
        """Return the page of that number, opened if need be; None where it is nowhere."""
        if number not in self._found:
            page = self._pages.known[number]
            opened = self._among_the_rest(page) or self._opened(page)
            if opened is None:
                return None
            self._found[number] = opened
        return self._found[number]

    def _among_the_rest(self, page: ListedPage) -> OpenDocument | None:
        """Return the page of the document that it is, which no other is after that."""
        for opened in self._rest:
            document = opened.document
            # Copies of one image have one member; what they were made of tells them apart.
            is_same = opened.member == page.member
            if is_same and page.shows(document.source, document.page_number):
                self._rest.remove(opened)
                return opened
        return None

    def _opened(self, page: ListedPage) -> OpenDocument | None:
        """Open the image of a page that no journal and no document holds."""
        if not is_file(Path(page.source)):
            return None
        document = PageDocument(page.source, page.page_number, page.page_count)
        self._new.append(self._session.open(document))
        return self._new[-1]
