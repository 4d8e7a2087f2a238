"""One open page with what belongs to working on it."""

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_images import ImageFile
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History
from ocrdesk.page.selection import Selection
from ocrdesk.services.review import Tally, tally
from ocrdesk.ui.appearance import DOUBT
from ocrdesk.ui.page_history import PageHistory
from ocrdesk.ui.views.step_stack import StepStack

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ocrdesk.page.check_part import CheckPart
    from ocrdesk.services.journal_beginning import BegunJournal
    from ocrdesk.services.proposals import Proposal
    from ocrdesk.services.recognizer import Recognizer
    from ocrdesk.ui.views.image_pyramid import ImagePyramid
    from ocrdesk.ui.views.page_view import ViewState
    from ocrdesk.vision.layout import Layout


class OpenDocument(QObject):
    """A page with what belongs to working on it: history, selection, place in the view.

    ``kept`` is where its image lies, as far as that is known: in a document file, or in an image
    file that holds nothing else. ``lazy`` is where the history lies, if it was not loaded yet.
    """

    def __init__(
        self, document: PageDocument, parent: QObject, *, lazy: Member | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.kept: ImageFile | Member | None = None
        self.origin: ImageFile | None = None  # the file it was opened from, as it was then
        self.pyramid: ImagePyramid | None = None
        self.laid: SourceImage | None = None  # the image as the page lies, where that is otherwise
        self.layout: Layout | None = None
        self.picture: QImage | None = None  # from the clipboard, not taken over yet
        self.tally = Tally()
        self.count_letters()
        self.past = PageHistory(document.page, self, lazy=lazy)
        self.selected = Selection()
        self.view_state: ViewState | None = None
        self.exports: dict[str, int] = {}  # all files with it, and which export wrote each
        self.exported_as = "txt"  # the format of the last one
        self.is_exported_whole = False  # with all other pages, into that file
        self.is_discarded = False  # closed for good; a saving may still be busy with it
        self.read_by = ""  # the model that read the page last
        self.read_before = ""  # another one, whose letters were there before
        self.reader = ""  # what reads it when asked; "" for the one chosen last for any
        self.check: CheckPart | None = None  # what a random check drew on it
        self.uprighted = 0  # degrees clockwise that reading turned it by, until that is told
        self.recognizer: Recognizer | None = None  # that of ``read_by``, where it is in memory
        self.proposals: tuple[Proposal, ...] = ()  # other ways to part letters, of the last reading

    @property
    def history(self) -> StepStack:
        """The steps as menus and lists know them."""
        return self.past.stack

    @property
    def title(self) -> str:
        """The file name, with the page number where the file has several."""
        name = PurePath(self.document.source).name or self.document.source
        if self.document.page_count == 1:
            return name
        return f"{name} ({self.document.page_number + 1})"

    @property
    def exported_to(self) -> str | None:
        """The file that was exported to last, None before that."""
        return max(self.exports, key=self.exports.__getitem__, default=None)

    @property
    def page(self) -> Page | None:
        """What was read, or None before that."""
        return self.document.page

    @property
    def turn(self) -> float:
        """By how many degrees the page was turned clockwise from how its image lies, 0 to 360."""
        page = self.document.page
        return round((page.rotation - self.document.rotation) % 360, 6) % 360 if page else 0.0

    def count_letters(self) -> None:
        """Count afresh how many letters there are, and how many are to be checked."""
        self.tally = Tally() if self.page is None else tally(self.page, below=DOUBT.below)

    def lie_otherwise(self) -> None:
        """Forget how the page was shown: it was turned, and its image is to follow."""
        self.pyramid = self.laid = self.layout = self.view_state = None

    def loses_ink(self) -> bool:
        """Forget ink that was found by other settings than the page's; tell whether there is none.

        What was proposed for it counts no more either.
        """
        if self.layout is not None and not self.fits(self.layout):
            self.layout, self.proposals = None, ()
        return self.layout is None

    def fits(self, layout: "Layout") -> bool:
        """Tell whether a layout's ink was found by the settings of the page."""
        page = self.document.page
        return page is None or layout.ink.settings == page.ink_settings

    @property
    def image(self) -> SourceImage | None:
        """The image as the page lies, as services take it; None while it is not in memory."""
        document = self.document
        if document.pixels is None:
            return None
        if self.turn:
            return self.laid
        return self.unturned

    @property
    def unturned(self) -> SourceImage | None:
        """The image as it lay when the page was read first."""
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
    def member(self) -> str:
        """The name of its image in its document; "" where that lies elsewhere."""
        return self.kept.name if isinstance(self.kept, Member) else ""

    @property
    def file(self) -> ImageFile | None:
        """The image file that the page is of, as it was; None where that is not known."""
        return self.origin if isinstance(self.kept, Member) else self.kept or self.origin

    @property
    def lacks_something(self) -> bool:
        """Tell whether the image, the reading or its ink is still to come."""
        return self.image is None or self.page is None or self.layout is None

    @property
    def lacks_everything(self) -> bool:
        """Tell whether there is nothing to lose: neither image nor reading ever came."""
        return self.document.pixels is None and self.page is None

    @property
    def may_go(self) -> bool:
        """Tell whether it may be closed unasked: it has nothing, and no document holds its image.

        Saving would leave a page of a document out for good.
        """
        return self.lacks_everything and not isinstance(self.kept, Member)

    @property
    def is_untouched(self) -> bool:
        """Tell whether nobody has edited the page, so that reading it as a whole loses nothing.

        The steps alone do not tell: a damaged document may have lost them.
        """
        has_fields = self.document.page is not None and bool(self.document.page.fields)
        return self.past.is_empty and not self.tally.confirmed and not has_fields

    def take_reader(self, recognizer: "Recognizer") -> str:
        """Know who read the page just now; return the name of who did before.

        It stays the page's reader until somebody chooses another one for it.
        """
        previous = self.read_by
        self.follow_reader(recognizer.name)
        self.recognizer = recognizer
        self.reader = self.reader or recognizer.name
        return previous

    def follow_reader(self, name: str) -> None:
        """Know by whom the letters are that the page has now, as after undoing a reading."""
        if self.read_by not in ("", name):
            self.read_before = self.read_by
        self.read_by = name

    @property
    def own_recognizer(self) -> "Recognizer | None":
        """What read the page as it is; None where that is not in memory, as after undoing."""
        known = self.recognizer
        return known if known is not None and known.name == self.read_by else None

    @property
    def selection(self) -> int | None:
        """The current one of the selected glyphs."""
        return self.selected.current

    @property
    def is_modified(self) -> bool:
        """Tell whether there are edits that were not saved."""
        return not self.past.steps.is_saved

    def stored(self, view: dict[str, Any] | None = None) -> StoredPage:
        """Return the page as a document file keeps it; ``view`` is how it is looked at."""
        return StoredPage(
            self.document,
            self.past.lazy or self.past.steps,
            self.kept,
            self.title,
            self.read_by,
            view or {},
            self.check,
        )

    def is_of(self, source: str, checksum: str) -> bool:
        """Tell whether the page is of that file, with the content that has this checksum.

        What is not known of either, as while the image is loaded, is taken to be the same.
        """
        if self.document.source != source:
            return False
        return self.file is None or not checksum or checksum.startswith(self.file.checksum)

    def note_origin(self) -> None:
        """Know the file that the image was just opened from, which its journal has read."""
        journal = self.past.journal
        identity = None if journal is None else journal.state.identity
        if identity is not None and identity.has_file and not identity.document:
            self.origin = ImageFile(Path(identity.source), identity.checksum)

    def go_aside(self, begun: "BegunJournal") -> None:
        """Know that the image lies with a journal now, because its document no longer has it."""
        self.kept = begun.image
        if self.past.journal is None:
            self.past.adopt(begun.journal)

    def take_saved(self, before: StoredPage, saved: StoredPage) -> None:
        """Go on with the page as a document file holds it now; ``before`` is what was saved."""
        self.kept = saved.image or self.kept
        if self.past.lazy is not None and isinstance(saved.history, Member):
            self.past.lazy = saved.history
        if isinstance(before.history, History):
            self.past.take_saved(before.history)
