"""What happens to a document when its image or its reading arrives from the worker."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.ui.controllers import document_work, page_work, rereading
from ocrdesk.ui.controllers.page_work import LoadedImage, ReadPage
from ocrdesk.ui.controllers.reader_choice import ReaderChoice
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

TOPIC = "read again"


class Arrivals:
    """Gives results to the session and tells a person what they should know of them."""

    def __init__(self, workplace: Workplace) -> None:
        self._session = workplace.session
        self._notices = workplace.notices
        self._actions = workplace.actions
        self._tasks = workplace.tasks
        self.choice = ReaderChoice(workplace)
        self._names: list[tuple[str, str]] = []  # of hands renamed while a worker reads

    def expect(self) -> None:
        """Note that a worker begins to read, with a hand as it is called now."""
        self._names.clear()

    def rename(self, name: str, other: str) -> None:
        """Let all pages read by a hand, those taken out too, and what comes yet follow its name."""
        self._names.append((name, other))
        for opened in self._session.all_documents:
            if opened.read_by == name:
                opened.read_by = other
                if (known := opened.recognizer) is not None and known.name == name:
                    opened.recognizer = replace(known, name=other)
            if opened.read_before == name:
                opened.read_before = other
        self.choice.note_name(name, other)
        self.choice.rename(name, other)

    def named(self, read: ReadPage) -> ReadPage:
        """Return what a worker read, by the name that the hand it read with has now."""
        recognizer = read.recognizer
        for name, other in self._names:
            if recognizer.name == name:
                recognizer = replace(recognizer, name=other)
        return read if recognizer is read.recognizer else replace(read, recognizer=recognizer)

    def take_image(self, opened: OpenDocument, loaded: LoadedImage) -> Sequence[OpenDocument]:
        """Give a document its image; return the documents made for further pages of its file."""
        image = loaded.image
        is_first_look = opened.document.page_count == 1
        document = opened.document.with_pixels(
            image.pixels, page_number=image.page_number, page_count=image.page_count
        )
        opened.picture = None
        if loaded.begun is not None:
            self._session.take_journal(opened, loaded.begun)
            opened.note_origin()
        opened.document = document
        pyramid = None if opened.turn else loaded.pyramid
        self._session.update(opened, document, pyramid=pyramid)
        if not is_first_look:
            return []
        pages = [opened]
        for number in range(image.page_number + 1, image.page_count):
            page = PageDocument(document.source, number, document.page_count)
            pages.append(self._session.open(page, after=pages[-1]))
        return pages[1:]

    def miss_image(self, opened: OpenDocument) -> None:
        """Let a page out of a document have its steps, although its image did not come."""
        journals = self._session.journals
        if opened.past.lazy is None or journals is None:
            return
        task = self._tasks.create(document_work.begin(opened.stored(), journals))
        task.succeeded.connect(lambda begun: self._session.take_journal(opened, begun))
        task.dropped.connect(page_work.let_go)
        task.start()

    def take_laid(self, opened: OpenDocument, result: object) -> None:
        """Give a page that was turned its image as it lies now, unless it was turned once more."""
        loaded = cast("LoadedImage", result)
        opened.laid = loaded.image if opened.turn else None
        if opened.page is not None and loaded.image.rotation == opened.page.rotation:
            self._session.update(opened, opened.document, pyramid=loaded.pyramid)
        else:
            opened.laid = None

    def take_page(self, opened: OpenDocument, read: ReadPage) -> bool:
        """Give a document what was read as a whole, unless a person has edited it meanwhile.

        Returns False where letters were edited, whose boxes are to be read instead.
        """
        document, before = opened.document, opened.page
        opened.proposals = read.proposals
        if before is None or opened.is_untouched:
            self._show_reading(opened, read)
        else:
            self._session.update(opened, document, layout=read.layout)
            if before.glyphs:
                return False
            ids = frozenset(glyph.id for glyph in read.page.glyphs)
            self._session.apply(lambda _: (read.page, Change("Read again", ids)), opened=opened)
        if not read.page.lines and opened is self._session.current:
            self._notices.inform(
                tr("No writing was found on this page."),
                tr(
                    "If the writing is faint, find it with Read, Adjust Ink ({keys}), or drag a "
                    "box around a letter."
                ).format(keys=self._actions.keys_of("adjust_ink")),
                topic="empty",
            )
        return True

    def _show_reading(self, opened: OpenDocument, read: ReadPage) -> None:
        """Give a document that nobody edited what was read; what was selected stays so."""
        document, before, selection = opened.document, opened.page, opened.selection
        pyramid = None
        if read.turned is not None:
            image, pyramid = read.turned.image, read.turned.pyramid
            opened.uprighted = int(image.rotation - document.rotation) % 360
            document = document.with_pixels(image.pixels, rotation=int(image.rotation))
            opened.view_state = None  # it was about the image as it lay before
        document = document.with_page(read.page)
        previous = opened.take_reader(read.recognizer)
        self._session.update(opened, document, pyramid=pyramid, layout=read.layout)
        if before is None or not before.glyphs:
            return
        if selection is not None and opened is self._session.current:
            self._session.select(rereading.in_the_place_of(before.glyph(selection), read.page))
        if read.page.lines:
            self._tell(before, opened, previous)

    def take_layout(self, opened: OpenDocument, read: ReadPage) -> None:
        """Give a page that was read before its ink back; its letters stay as they are.

        Ink that was found by settings that were changed meanwhile is of no use.
        """
        if not opened.fits(read.layout):
            return
        opened.proposals = read.proposals
        opened.recognizer = read.recognizer
        self._session.update(opened, opened.document, layout=read.layout)

    def take_rereading(self, opened: OpenDocument, read: ReadPage) -> None:
        """Give the page what was read anew, as far as it did not change in the meantime."""
        page = opened.page
        if page is None:
            return
        edit = rereading.edit_for(page, read.page, name=f"Read with {read.recognizer.name}")
        edit = rereading.unless_alike(edit)
        previous = opened.take_reader(read.recognizer)
        change = self._session.apply(edit, opened=opened, readers=(previous, opened.read_by))
        self._tell(page, opened, previous, is_step=change is not None)

    def _tell(
        self, before: Page, opened: OpenDocument, previous: str, *, is_step: bool = False
    ) -> None:
        """Say what a reading changed, how to undo it, and where another read before, offer it back.

        Nothing is said of a page that is not shown: the notice would stand over another one.
        """
        if opened is not self._session.current:
            return
        is_other = previous not in ("", opened.read_by)
        text = rereading.summary(before, opened.page, reader=opened.read_by if is_other else "")
        keys = self._actions.keys_of("undo")
        advice = tr("{keys} goes back to what was read before.").format(keys=keys)
        notice = Notice(text, advice if is_step else "", topic=TOPIC)
        if is_other:
            back = partial(self.choice.take_back, opened, previous)
            action = tr("Back to {name}").format(name=previous)
            notice = replace(notice, action=action, on_action=back)
        self._notices.raise_notice(notice)
