"""What is open: the documents, which one is shown, what is selected, and the history of each."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QUndoCommand, QUndoGroup, QUndoStack

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.page.selection import Selection
from ocrdesk.services.review import Tally, tally
from ocrdesk.ui.views.image_pyramid import ImagePyramid

if TYPE_CHECKING:
    from ocrdesk.ui.views.page_view import ViewState
    from ocrdesk.vision.layout import Layout

Edit = Callable[[Page], tuple[Page, Change]]


class OpenDocument(QObject):
    """A document with what belongs to working on it: history, selection, place in the view."""

    def __init__(self, document: PageDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.pyramid: ImagePyramid | None = None
        self.layout: Layout | None = None
        self.picture: QImage | None = None  # from the clipboard, not taken over yet
        self.tally = Tally()
        self.history = QUndoStack(self)
        self.selected = Selection()
        self.view_state: ViewState | None = None
        self.exported_to: str | None = None
        self.read_by = ""  # the model that read the page last

    @property
    def title(self) -> str:
        """The file name, with the page number where the file has several."""
        name = PurePath(self.document.source).name or self.document.source
        if self.document.page_count == 1:
            return name
        return f"{name} ({self.document.page_number + 1})"

    @property
    def page(self) -> Page | None:
        """What was read, or None before that."""
        return self.document.page

    @property
    def image(self) -> SourceImage | None:
        """The image as services take it, or None while it is not in memory."""
        document = self.document
        if document.pixels is None:
            return None
        return SourceImage(
            document.pixels,
            document.source,
            document.page_number,
            document.page_count,
            document.rotation,
        )

    @property
    def lacks_something(self) -> bool:
        """Tell whether the image, the reading or its ink is still to come."""
        return self.document.pixels is None or self.page is None or self.layout is None

    @property
    def lacks_everything(self) -> bool:
        """Tell whether there is nothing to lose: neither image nor reading ever came."""
        return self.document.pixels is None and self.page is None

    def is_outdated(self, model: str) -> bool:
        """Tell whether another model should read the page: this one did not, and nobody edited."""
        return (
            self.page is not None and self.read_by not in ("", model) and not self.history.count()
        )

    @property
    def selection(self) -> int | None:
        """The current one of the selected glyphs."""
        return self.selected.current

    @property
    def is_modified(self) -> bool:
        """Tell whether there are edits that were not exported."""
        return not self.history.isClean()


class EditCommand(QUndoCommand):
    """One entry of the history: the page before and after an edit.

    Entries that follow each other with the same ``merge_key`` become one.
    """

    def __init__(
        self, session: "Session", opened: OpenDocument, after: Page, change: Change, merge_key: str
    ) -> None:
        super().__init__(change.name)
        self._session = session
        self._opened = opened
        self._before = opened.page
        self.after = after
        self._change = change
        self.merge_key = merge_key
        self._is_pushed = False

    def redo(self) -> None:
        """Show the page after the edit; the first time is when the edit is made."""
        self._session.show_page(self._opened, self.after, self._change, reveals=self._is_pushed)
        self._is_pushed = True

    def undo(self) -> None:
        """Show the page before the edit."""
        if self._before is not None:
            self._session.show_page(self._opened, self._before, self._change, reveals=True)

    def id(self) -> int:
        """Return the number that only entries which may merge share."""
        return 1 if self.merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a following entry of the same kind on the same glyph."""
        following = cast("EditCommand", other)
        if following.merge_key != self.merge_key:
            return False
        self.after = following.after
        return True


class Session(QObject):
    """All open documents; every change of a page goes through ``apply``.

    Signals carry the ``OpenDocument`` they are about. ``document_updated`` tells that an image
    came or went or a page was read as a whole; ``page_changed`` that an edit was done, undone or
    redone. ``selection_changed`` carries the id of the current glyph.
    """

    document_opened = Signal(object)
    document_closed = Signal(object)
    document_updated = Signal(object)
    current_changed = Signal(object)
    page_changed = Signal(object, object)
    selection_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history_group = QUndoGroup(self)
        self._documents: list[OpenDocument] = []
        self._current: OpenDocument | None = None

    @property
    def documents(self) -> Sequence[OpenDocument]:
        """The open documents in the order of the pages panel."""
        return tuple(self._documents)

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
        if self._current is None or self.page is None or self._current.selection is None:
            return None
        return self.page.glyph(self._current.selection)

    @property
    def selected_glyphs(self) -> Sequence[Glyph]:
        """All selected glyphs of the page that is shown, in reading order."""
        if self._current is None or self.page is None or not self._current.selected.ids:
            return ()
        places = sorted(map(self.page.position, self._current.selected.ids))
        return tuple(self.page.glyphs[place] for place in places)

    @property
    def modified(self) -> Sequence[OpenDocument]:
        """The documents with edits that were not exported."""
        return tuple(opened for opened in self._documents if opened.is_modified)

    def find(self, source: str) -> OpenDocument | None:
        """Return the first page of that file if it is open."""
        return next((d for d in self._documents if d.document.source == source), None)

    def open(self, document: PageDocument, *, after: OpenDocument | None = None) -> OpenDocument:
        """Add a document, at the end or behind another; it is not shown by that."""
        opened = OpenDocument(document, self)
        place = len(self._documents) if after is None else self._documents.index(after) + 1
        self._documents.insert(place, opened)
        self.history_group.addStack(opened.history)
        self.document_opened.emit(opened)
        return opened

    def close(self, opened: OpenDocument) -> None:
        """Remove a document and show its neighbour; what was not exported is gone."""
        if opened not in self._documents:
            return
        place = self._documents.index(opened)
        self._documents.remove(opened)
        if opened is self._current:
            neighbours = self._documents[place : place + 1] or self._documents[-1:]
            self.show(neighbours[0] if neighbours else None)
        self.history_group.removeStack(opened.history)
        self.document_closed.emit(opened)
        opened.deleteLater()

    def close_all(self, documents: Sequence[OpenDocument]) -> None:
        """Close several documents."""
        for opened in documents:
            self.close(opened)

    def show(self, opened: OpenDocument | None) -> None:
        """Make a document the one that is shown."""
        if opened is self._current:
            return
        self._current = opened
        # Qt takes None for "no active stack"; the stubs of PySide 6.11 do not say so.
        stack = opened.history if opened else cast("QUndoStack", None)
        self.history_group.setActiveStack(stack)
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
            opened.tally = tally(document.page) if document.page is not None else Tally()
            opened.history.clear()
            opened.selected = Selection()
        self.document_updated.emit(opened)
        if is_other_page and opened is self._current:
            self.selection_changed.emit(None)

    def release(self, opened: OpenDocument) -> None:
        """Let go of an image that can be loaded again, to give its memory back."""
        opened.pyramid = opened.layout = None
        self.update(opened, opened.document.with_pixels(None))

    def apply(
        self, edit: Edit, *, opened: OpenDocument | None = None, merge_key: str = ""
    ) -> Change | None:
        """Edit a page, by default the one shown, and keep the step in its history.

        Returns what changed, or None if nothing did. Raises ``EditError``.
        """
        target = opened or self._current
        if target is None or target.page is None or target not in self._documents:
            return None
        after, change = edit(target.page)
        if not change:
            return None
        target.history.push(EditCommand(self, target, after, change, merge_key))
        return change

    def show_page(self, opened: OpenDocument, page: Page, change: Change, *, reveals: bool) -> None:
        """Let a document show another page of its history; ``reveals`` selects what changed."""
        if opened.page is not None:
            ids = change.glyph_ids
            opened.tally = opened.tally - tally(opened.page, ids) + tally(page, ids)
        before, previous = opened.page, opened.selected
        opened.document = opened.document.with_page(page)
        opened.selected = previous.followed(before, page, change.glyph_ids, reveals=reveals)
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
