"""Which reader reads which page: who read it, or was chosen for it, or else the last choice.

Writers change from page to page, and a hand that was chosen for one is none of the others'
business. A page that was read goes on with who read it until a person asks for another, one of a
document too, as long as that reader is there. Undoing a reading takes back who read, too, after a
restart as well: the steps tell.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ocrdesk.errors import ModelFileError
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Glyph, Reader
from ocrdesk.services.hand_keeping import hand_once_called
from ocrdesk.services.model_store import DEFAULT_MODEL, find_model
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import READING_TOPICS, Notice, NoticeLevel
from ocrdesk.ui.open_document import OpenDocument
from ocrdesk.ui.translation import tr


class ReaderChoice(QObject):
    """``changed`` tells that the page that is shown has another reader by undoing or redoing.

    ``asked`` carries the pages that are to be read by the reader they were given.
    """

    changed = Signal()
    asked = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._session, self._settings = workplace.session, workplace.settings
        self._notices = workplace.notices
        self._chosen: tuple[OpenDocument | None, str, str] = (None, "", "")  # and the one before
        self._missed: list[str] = []  # readers that are told of in a moment
        self._renamed: dict[str, str] = {}  # hands that documents know by a former name
        self._called: dict[str, str] = {}  # these, and those renamed in this window
        self._later = pause_before(self._tell_missed, self)
        self._follow_name()
        self._session.document_opened.connect(self._look_for_reader)
        self._session.taken_over.connect(self._look_for_reader)
        self._session.taken_over.connect(self.changed)
        self._session.page_changed.connect(self._follow)

    def _follow_name(self) -> None:
        """Go on reading with a hand that was renamed while no window was open."""
        name = self._settings.settings.model
        if name and not _is_there(name) and (other := hand_once_called(name)) is not None:
            self._settings.set(model=other)

    def of(self, opened: OpenDocument | None) -> str:
        """Return the name of the reader of a page, or of pages that are opened next."""
        own = opened.reader if opened is not None else ""
        return own or self._settings.settings.model or DEFAULT_MODEL

    def choose(self, name: str) -> None:
        """Read the page that is shown with a reader, and all that have none of their own."""
        current = self._session.current
        self._chosen = current, name, self._settings.settings.model
        self.give(name, pages := [] if current is None else [current])
        self.asked.emit(pages)

    def choose_for(self, opened: OpenDocument, name: str) -> None:
        """Read one page with a reader; all others keep theirs, and those that come, too."""
        opened.reader = name
        self.asked.emit([opened])

    def choose_for_all(self, name: str) -> None:
        """Read all open pages with a reader, but those that have it already."""
        self.give(name, pages := self.others(name))
        self.asked.emit(pages)

    def others(self, name: str) -> Sequence[OpenDocument]:
        """Return the open pages that have another reader."""
        return [opened for opened in self._session.documents if self.of(opened) != name]

    def take_back(self, opened: OpenDocument, name: str) -> None:
        """Give a page the reader from before; where it was chosen for pages that come, them too."""
        chosen_on, chosen, before = self._chosen
        if (opened, opened.reader) == (chosen_on, chosen) and chosen == self.of(None):
            self._settings.set(model=before)
        self.choose_for(opened, name)

    def give(self, name: str, pages: Sequence[OpenDocument]) -> None:
        """Give a reader to some pages, and all that have none of their own."""
        self._settings.set(model=name)
        for opened in pages:
            opened.reader = name

    def rename(self, name: str, other: str) -> None:
        """Let everything follow a hand that is called otherwise now, or was deleted for another."""
        if self._settings.settings.model == name:
            self._settings.set(model=other)
        for opened in self._session.all_documents:
            if opened.reader == name:
                opened.reader = other
            opened.past.call_reader(name, other)

    def note_name(self, name: str, other: str) -> None:
        """Know what a hand is called now that read letters by another name."""
        self._called[name] = other

    def called_now(self, name: str) -> str:
        """Return what a reader is called now that was known by that name, as far as is known."""
        seen = set[str]()
        while (other := self._called.get(name)) and name not in seen and not _is_there(name):
            seen.add(name)
            name = other
        return name

    def reader_of(self, opened: OpenDocument | None, glyph: Glyph | None) -> Reader | None:
        """Return who read a letter, by the name of today; of older documents who read the page."""
        if opened is None or glyph is None or not glyph.predictions:
            return None
        reader = self.as_called(glyph.reader or Reader(opened.read_by))
        return reader if reader.name else None

    def as_called(self, reader: Reader) -> Reader:
        """Return a reader by the name of today."""
        return reader._replace(name=self.called_now(reader.name))

    def _follow(self, opened: OpenDocument, change: Change) -> None:
        """Know who read the letters that undoing or redoing brought back."""
        steps = opened.past.steps.steps
        if change.readers is None or (steps and steps[-1].change is change):  # read just now
            return
        self._notices.withdraw(*READING_TOPICS)
        opened.follow_reader(opened.past.steps.reader)
        opened.reader = opened.read_by
        self._look_for_reader(opened)
        self.changed.emit()

    def _look_for_reader(self, opened: OpenDocument) -> None:
        """Let a page follow the last choice, and say so, if what read it is not there any more.

        A hand that was renamed while the page was closed is found again by its former name.
        """
        for before, now in self._renamed.items():  # its steps may have come only now
            opened.past.call_reader(before, now)
        name = opened.reader
        if not name or (name not in self._missed and _is_there(name)):
            return
        if name not in self._missed and self._find_again(opened, name):
            return
        opened.reader = ""
        if name not in self._missed:
            self._missed.append(name)
        self._later.start()  # pages of a document come by the hundred

    def _find_again(self, opened: OpenDocument, name: str) -> bool:
        """Let a page follow its hand if that is called otherwise now; return whether it is."""
        other = self._renamed.get(name) or hand_once_called(name)
        if other is None or not _is_there(other):
            return False
        if name not in self._renamed:
            self._notices.inform(
                tr("“{name}”, which read pages here, is called “{other}” now.").format(
                    name=name, other=other
                ),
                topic="renamed",
            )
        self._renamed[name] = self._called[name] = other
        opened.reader = other
        opened.read_by = other if opened.read_by == name else opened.read_by
        opened.past.call_reader(name, other)
        return True

    def _tell_missed(self) -> None:
        name, reader = self._missed[-1], self.of(None)
        self._missed.clear()
        self._notices.raise_notice(
            Notice(
                tr("“{name}”, which read pages here, is not on this computer.").format(name=name),
                tr(
                    "Their letters stay as they are. Read again, they are read with {reader}. A "
                    "hand that is in a file can be imported in the menu of readers."
                ).format(reader=reader),
                NoticeLevel.WARNING,
                topic="reader",
            )
        )


def _is_there(name: str) -> bool:
    try:
        find_model(name)
    except ModelFileError:
        return False
    return True
