"""Which reader reads which page: the one chosen for it, or else the one chosen last for any.

Writers change from page to page, and a hand that was chosen for one is none of the others' business
once they have theirs. Undoing a reading takes back who read, too.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ocrdesk.page.history import Step
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.open_document import OpenDocument, ReadingStep


class ReaderChoice(QObject):
    """``changed`` tells that the page that is shown has another reader by undoing or redoing."""

    changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._session, self._settings = workplace.session, workplace.settings
        self._notices = workplace.notices
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
            for reading in opened.readings:
                reading.before = other if reading.before == name else reading.before
                reading.after = other if reading.after == name else reading.after

    def note(self, opened: OpenDocument, before: str, topic: str) -> None:
        """Note that the last step of a page is a reading by its reader; ``before`` read it."""
        history = opened.past.steps
        if history.position:
            step = history.steps[history.position - 1]
            reading = ReadingStep(history.position, step, before, opened.read_by, topic)
            opened.readings.append(reading)

    def _follow(self, opened: OpenDocument, _change: object) -> None:
        """Know who read the letters that undoing or redoing brought back."""
        history = opened.past.steps
        for is_done in (False, True):
            turned = [
                reading
                for reading in opened.readings
                if reading.is_done != is_done
                and _is_done(reading, history.position, history.steps) == is_done
            ]
            for reading in turned:
                reading.is_done = is_done
                self._notices.withdraw(reading.topic)
            if turned:
                reader = turned[-1].after if is_done else turned[0].before
                opened.read_by = opened.reader = reader
                self.changed.emit()


def _is_done(reading: ReadingStep, position: int, steps: Sequence[Step]) -> bool:
    """Tell whether a reading counts: it was not undone, and no other step has its place."""
    return position >= reading.position and steps[reading.position - 1] is reading.step
