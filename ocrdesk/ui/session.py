"""What is open: the documents, which one is shown, what is selected, and the history of each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_members import Member
from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Glyph, Page, Reader
from ocrdesk.page.history import step_between
from ocrdesk.page.readers import signed
from ocrdesk.page.selection import Selection
from ocrdesk.services.journal_beginning import BegunJournal, begin_journal
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.review import tally_change
from ocrdesk.ui.appearance import DOUBT
from ocrdesk.ui.open_document import OpenDocument
from ocrdesk.ui.views.image_pyramid import ImagePyramid
from ocrdesk.ui.views.step_stack import StepGroup

if TYPE_CHECKING:
    from ocrdesk.vision.layout import Layout

__all__ = ["Edit", "OpenDocument", "Session"]

Edit = Callable[[Page], tuple[Page, Change]]


class Session(QObject):
    """All open documents; every change of a page goes through ``apply``.

    With ``journals`` every edit is with the journal of its page before it shows; a session without
    keeps nothing, which is for tests of what it does besides.

    Signals carry the ``OpenDocument`` they are about. ``document_updated`` tells that an image
    came or went or a page was read as a whole; ``page_changed`` that an edit was done, undone or
    redone. ``doubt_moved`` tells that other letters are to be checked, on all pages.
    ``selection_changed`` carries the id of the current glyph; ``journal_begun`` what
    ``BegunJournal`` knows of others and of a history that was lost; ``taken_over`` that a page goes
    on from work that was got back, and how it lay before counts no more; ``outdated`` that an edit
    left a page without its image or its ink.
    """

    document_opened = Signal(object)
    document_closed = Signal(object)
    documents_moved = Signal()
    document_updated = Signal(object)
    current_changed = Signal(object)
    page_changed = Signal(object, object)
    doubt_moved = Signal()
    selection_changed = Signal(object)
    journal_begun = Signal(object, object)
    taken_over = Signal(object)
    outdated = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, journals: JournalStore | None = None
    ) -> None:
        super().__init__(parent)
        self.journals = journals
        self.history_group = StepGroup(self)
        self._documents: list[OpenDocument] = []
        self._current: OpenDocument | None = None

    @property
    def documents(self) -> Sequence[OpenDocument]:
        """The open documents in the order of the pages panel."""
        return tuple(self._documents)

    @property
    def all_documents(self) -> Sequence[OpenDocument]:
        """The open documents, and those that were taken out and can be put back."""
        return tuple(o for o in self.findChildren(OpenDocument) if not o.is_discarded)

    @property
    def current(self) -> OpenDocument | None:
        """The document that is shown."""
        return self._current

    @property
    def page(self) -> Page | None:
        """The page that is shown, None if there is none or it was not read yet."""
        return self._current.page if self._current else None

    @property
    def selected_glyph(self) -> Glyph | None:
        """The selected glyph of the page that is shown."""
        page, selected = self.page, self._current.selection if self._current else None
        return None if page is None or selected is None else page.glyph(selected)

    @property
    def selected_glyphs(self) -> Sequence[Glyph]:
        """All selected glyphs of the page that is shown, in reading order."""
        page, ids = self.page, self._current.selected.ids if self._current else ()
        if page is None or not ids:
            return ()
        if len(ids) == len(page.glyphs):  # asked for again and again
            return page.glyphs
        return tuple([page.glyphs[place] for place in sorted(map(page.position, ids))])

    @property
    def modified(self) -> Sequence[OpenDocument]:
        """The documents with edits that were not saved."""
        return tuple(opened for opened in self._documents if opened.is_modified)

    def find(self, source: str, checksum: str = "") -> OpenDocument | None:
        """Return the first page of that file, as its checksum tells it to be, if it is open."""
        return next((d for d in self._documents if d.is_of(source, checksum)), None)

    def open(
        self,
        document: PageDocument,
        *,
        after: OpenDocument | None = None,
        stored: StoredPage | None = None,
    ) -> OpenDocument:
        """Add a document, at the end or behind another; it is not shown by that.

        ``stored`` is the page as a document file holds it, if it comes from one.
        """
        member = stored.history if stored is not None else None
        lazy = member if isinstance(member, Member) else None
        opened = OpenDocument(document, self, lazy=lazy)
        if stored is not None:
            opened.kept, opened.check = stored.image, stored.check
            opened.read_by = opened.reader = stored.model
        opened.past.stepped.connect(
            lambda page, change, reveals: self.show_page(opened, page, change, reveals=reveals)
        )
        place = len(self._documents) if after is None else self._documents.index(after) + 1
        self._documents.insert(place, opened)
        self.document_opened.emit(opened)
        return opened

    def close(self, opened: OpenDocument) -> None:
        """Remove a document and show its neighbour; what was not saved is gone."""
        if opened in self._documents:
            self.remove(opened)
            self.discard(opened)

    def remove(self, opened: OpenDocument) -> None:
        """Take a document out and show its neighbour; ``put_back`` or ``discard`` it later."""
        place = self._documents.index(opened)
        self._documents.remove(opened)
        if opened is self._current:
            neighbours = self._documents[place : place + 1] or self._documents[-1:]
            self.show(neighbours[0] if neighbours else None)
        self.document_closed.emit(opened)

    def put_back(self, opened: OpenDocument, place: int) -> None:
        """Take a removed document in again, at a place of the list as it is now."""
        self._documents.insert(place, opened)
        self.document_opened.emit(opened)

    def discard(self, opened: OpenDocument) -> None:
        """Give up a removed document, with its journal."""
        opened.is_discarded = True
        if opened.past.journal is not None:
            opened.past.journal.close()
        opened.deleteLater()

    def move(self, opened: OpenDocument, place: int) -> None:
        """Give a document another place in the list, counted without it."""
        if opened in self._documents and self._documents.index(opened) != place:
            self._documents.remove(opened)
            self._documents.insert(place, opened)
            self.documents_moved.emit()

    def take_over(self, opened: OpenDocument, begun: BegunJournal) -> None:
        """Let a page go on from what a journal of it holds, which was got back."""
        if opened.past.journal is not None:
            opened.past.journal.close()
        opened.past.adopt(begun.journal)
        state = begun.journal.state
        opened.document = opened.document.with_page(state.page)
        opened.read_by = opened.reader = state.history.reader or state.model
        opened.count_letters()
        opened.selected = Selection()
        opened.lie_otherwise()
        self.document_updated.emit(opened)
        self.taken_over.emit(opened)

    def close_all(self, documents: Sequence[OpenDocument]) -> None:
        """Close several documents."""
        for opened in documents:
            self.close(opened)

    def show(self, opened: OpenDocument | None) -> None:
        """Make a document the one that is shown."""
        if opened is self._current:
            return
        self._current = opened
        self.history_group.set_active(opened.history if opened else None)
        self.current_changed.emit(opened)
        self.selection_changed.emit(opened.selection if opened else None)

    def update(
        self,
        opened: OpenDocument,
        document: PageDocument,
        *,
        pyramid: ImagePyramid | None = None,
        layout: "Layout | None" = None,
    ) -> None:
        """Give a document its image or its first reading; that is not an edit."""
        if opened not in self._documents:
            return
        opened.layout = layout or opened.layout
        is_other_page = document.page is not opened.page
        opened.document = document
        opened.pyramid = pyramid or opened.pyramid
        if is_other_page:
            opened.count_letters()
            if document.page is not None:
                opened.past.take_page(document.page, model=opened.read_by)
            opened.selected = Selection()
        self.document_updated.emit(opened)
        if is_other_page and opened is self._current:
            self.selection_changed.emit(None)

    def release(self, opened: OpenDocument) -> None:
        """Let go of an image that can be loaded again, to give its memory back."""
        opened.pyramid = opened.layout = opened.laid = None
        opened.document = opened.document.with_pixels(None)
        self.update(opened, opened.document)  # which tells of no page that was taken out

    def apply(
        self,
        edit: Edit,
        *,
        opened: OpenDocument | None = None,
        merge_key: str = "",
        readers: tuple[str, str] | None = None,
    ) -> Change | None:
        """Edit a page, by default the one shown, and keep the step in its history.

        ``readers`` are those before and after an edit that is a reading. Returns what changed, or
        None if nothing did. Raises ``EditError``.
        """
        target = opened or self._current
        if target is None or target.page is None or target not in self._documents:
            return None
        after, change = edit(target.page)
        if not change:
            return None
        if readers is not None:  # letters of older documents do not tell who read them
            change, after = replace(change, readers=readers), signed(after, Reader(readers[0]))
        self.keep(target)
        target.past.push(step_between(target.page, after, change, merge_key=merge_key))
        return change

    def keep(self, opened: OpenDocument) -> None:
        """See to it that a page has its journal, and its history is loaded.

        Usually a worker did that when it opened the image.
        """
        if self.journals is not None and opened.past.journal is None:
            self.take_journal(opened, begin_journal(self.journals, opened.stored()))

    def take_journal(self, opened: OpenDocument, begun: BegunJournal) -> None:
        """Let a journal keep a page; one that has a journal already needs no other."""
        if opened.past.journal is not None or opened not in self._documents:
            begun.journal.close()
            return
        opened.past.adopt(begun.journal)
        opened.kept = begun.image
        self.journal_begun.emit(opened, begun)

    def show_page(self, opened: OpenDocument, page: Page, change: Change, *, reveals: bool) -> None:
        """Let a document show another page of its history; ``reveals`` selects what changed."""
        if opened.page is not None:
            ids = change.glyph_ids
            opened.tally += tally_change(opened.page, page, ids, below=DOUBT.below)
        before, previous = opened.page, opened.selected
        opened.document = opened.document.with_page(page)
        if change.is_whole:
            opened.lie_otherwise()
        is_outdated = change.is_whole or (change.has_other_ink and opened.loses_ink())
        opened.selected = previous.followed(before, page, change.glyph_ids, reveals=reveals)
        if is_outdated:
            self.outdated.emit(opened)
        self.page_changed.emit(opened, change)
        if opened.selected != previous and opened is self._current:
            self.selection_changed.emit(opened.selection)

    def select(self, glyph_id: int | None) -> None:
        """Select one glyph of the page that is shown, or nothing."""
        if glyph_id is None or glyph_id in (self.page or ()):
            self.choose(Selection.only(glyph_id))

    def choose(self, selection: Selection) -> None:
        """Select these glyphs of the page that is shown; it has to have all of them."""
        current = self._current
        if current is not None and current.selected != selection:
            current.selected = selection
            self.selection_changed.emit(selection.current)
