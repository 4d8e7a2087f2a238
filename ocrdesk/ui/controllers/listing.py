"""Keeps the list of pages in step with the session, and goes from page to page."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from ocrdesk.ui.controllers.page_work import thumbnail
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import PAGE_TOPICS
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.pages_panel import PageEntry, PageState

if TYPE_CHECKING:
    from ocrdesk.page.document import PageDocument


class ListingController(QObject):
    """Gathers what changed and shows it once per turn of the event loop."""

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._busy: OpenDocument | None = None
        self._busy_fraction = 0.0
        self._shown: list[PageEntry] = []
        self._known: dict[OpenDocument, tuple[PageDocument, bool, PageEntry]] = {}
        self._thumbnails: dict[OpenDocument, tuple[float, QImage]] = {}  # by how pages lie
        self._timer = pause_before(self.refresh, self)
        self._connect()

    def _connect(self) -> None:
        session, views = self._session, self._place.views
        for signal in (
            session.document_opened,
            session.document_closed,
            session.documents_moved,
            session.document_updated,
            session.current_changed,
            session.page_changed,
        ):
            signal.connect(self._refresh_soon)
        session.doubt_moved.connect(self._count_anew)
        session.document_opened.connect(self._watch)
        session.document_closed.connect(self._forget)
        self._reading.busy_changed.connect(self._note_busy)
        self._reading.progressed.connect(self._note_progress)
        views.pages.page_selected.connect(self._go_to)
        actions = self._place.actions
        actions.on("next_page", partial(self._go_by, 1))
        actions.on("previous_page", partial(self._go_by, -1))
        actions.keys_changed.connect(self._name_keys)
        self._name_keys()

    def _name_keys(self) -> None:
        """Let the list name the keys that there are now."""
        keys = self._place.actions.keys_of
        self._place.views.pages.name_keys(
            opening=keys("open"), up=keys("move_page_up"), down=keys("move_page_down")
        )

    def refresh(self) -> None:
        """Show all open pages and which of them is looked at."""
        entries = [self._entry(opened) for opened in self._session.documents]
        panel = self._place.views.pages
        if entries != self._shown:
            self._shown = entries
            panel.set_entries(entries)
        current = self._session.current
        panel.set_current(self._session.documents.index(current) if current else -1)

    def _refresh_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(0)

    def _count_anew(self) -> None:
        """Forget what was counted while doubt began elsewhere."""
        self._known.clear()
        self._refresh_soon()

    def _note_busy(self) -> None:
        """Begin at nothing with another page; loading and reading one are steps of the same."""
        if self._reading.busy is not self._busy:
            self._busy, self._busy_fraction = self._reading.busy, 0.0
        self._refresh_soon()

    def _note_progress(self, _opened: OpenDocument, fraction: float) -> None:
        self._busy_fraction = fraction
        self._refresh_soon()

    def _watch(self, opened: OpenDocument) -> None:
        """See corrections become unsaved, or saved, without any change of the page."""
        opened.history.clean_changed.connect(self._refresh_soon)

    def _forget(self, opened: OpenDocument) -> None:
        self._known.pop(opened, None)
        self._thumbnails.pop(opened, None)

    def _entry(self, opened: OpenDocument) -> PageEntry:
        """Return the row of a page, with a bar while it is read or made ready."""
        is_busy = opened is self._reading.busy
        if is_busy and self._reading.is_preparing:
            return replace(self._kept_entry(opened), fraction=self._busy_fraction)
        if is_busy:
            return PageEntry(
                opened.title,
                PageState.READING,
                self._thumbnail(opened),
                self._busy_fraction,
                detail=opened.document.source,
                is_edited=opened.is_modified,
            )
        return self._kept_entry(opened)

    def _kept_entry(self, opened: OpenDocument) -> PageEntry:
        """Return the row of a page as it is; what was counted is kept until it changes."""
        document, is_edited = opened.document, opened.is_modified
        known = self._known.get(opened)
        is_known = known is not None and known[0] is document and known[1] == is_edited
        if known is None or not is_known or opened.page is None:
            self._known[opened] = known = (document, is_edited, self._counted(opened))
        picture = self._thumbnail(opened)  # may come later than the page: it is turned in a worker
        if known[2].thumbnail is not picture:
            entry = replace(known[2], thumbnail=picture)
            self._known[opened] = known = (document, is_edited, entry)
        return known[2]

    def _counted(self, opened: OpenDocument) -> PageEntry:
        if opened.page is None:
            state = PageState.WAITING if self._reading.is_waiting(opened) else PageState.UNREAD
            state = PageState.FAILED if self._reading.has_failed(opened) else state
            picture = self._thumbnail(opened)
            return PageEntry(opened.title, state, picture, detail=opened.document.source)
        return PageEntry(
            opened.title,
            PageState.READ,
            self._thumbnail(opened),
            1.0,
            letters=opened.tally.letters,
            to_review=opened.tally.doubtful,
            confirmed=opened.tally.confirmed,
            detail=opened.document.source,
            is_edited=opened.is_modified,
        )

    def _thumbnail(self, opened: OpenDocument) -> QImage | None:
        """Return the picture of a page as it lies; until that is made, as it lay before."""
        lies = opened.page.rotation if opened.page is not None else opened.document.rotation
        known = self._thumbnails.get(opened)
        if opened.pyramid is not None and (known is None or known[0] != lies):
            self._thumbnails[opened] = known = (lies, thumbnail(opened.pyramid))
        return None if known is None else known[1]

    def _go_to(self, index: int) -> None:
        documents = self._session.documents
        if 0 <= index < len(documents) and documents[index] is not self._session.current:
            self._place.notices.withdraw(*PAGE_TOPICS)
            self._session.show(documents[index])

    def _go_by(self, step: int) -> None:
        current = self._session.current
        if current is not None:
            self._go_to(self._session.documents.index(current) + step)
