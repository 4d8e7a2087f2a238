"""Which reader reads which page: the one chosen for it, or else the one chosen last for any.

Writers change from page to page, and a hand that was chosen for one is none of the others' business
once they have theirs. Pages of a document go on with who read them, as long as that is there.
Undoing a reading takes back who read, too, after a restart as well: the steps tell.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ocrdesk.errors import ModelFileError
from ocrdesk.page.edits import Change
from ocrdesk.services.model_store import DEFAULT_MODEL, find_model
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import READING_TOPICS, Notice, NoticeLevel
from ocrdesk.ui.open_document import OpenDocument
from ocrdesk.ui.translation import tr


class ReaderChoice(QObject):
    """``changed`` tells that the page that is shown has another reader by undoing or redoing."""

    changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._session, self._settings = workplace.session, workplace.settings
        self._notices = workplace.notices
        self._missed: list[str] = []  # readers that are told of in a moment
        self._later = pause_before(self._tell_missed, self)
        self._session.document_opened.connect(self._look_for_reader)
        self._session.taken_over.connect(self._look_for_reader)
        self._session.taken_over.connect(self.changed)
        self._session.page_changed.connect(self._follow)

    def of(self, opened: OpenDocument | None) -> str:
        """Return the name of the reader of a page, or of pages that are opened next."""
        own = opened.reader if opened is not None else ""
        return own or self._settings.settings.model or DEFAULT_MODEL

    def choose(self, name: str) -> None:
        """Choose a reader for the page that is shown, and all that have none of their own."""
        self.give(name, [] if self._session.current is None else [self._session.current])

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

    def _follow(self, opened: OpenDocument, change: Change) -> None:
        """Know who read the letters that undoing or redoing brought back."""
        steps = opened.past.steps.steps
        if change.readers is None or (steps and steps[-1].change is change):  # read just now
            return
        self._notices.withdraw(*READING_TOPICS)
        opened.read_by = opened.reader = opened.past.steps.reader
        self._look_for_reader(opened)
        self.changed.emit()

    def _look_for_reader(self, opened: OpenDocument) -> None:
        """Let a page follow the last choice, and say so, if what read it is not there any more."""
        name = opened.reader
        if not name or (name not in self._missed and _is_there(name)):
            return
        opened.reader = ""
        if name not in self._missed:
            self._missed.append(name)
        self._later.start()  # pages of a document come by the hundred

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
