"""The journal of one page: every edit is with the system before anybody sees it.

A record that is told has been handed to the operating system, so that the end of the program,
however it comes, loses nothing. A power cut loses at most the last second (``delayed_flush``).
Where a record cannot be written, the work stays in memory and the journal falls behind; it catches
up by writing the whole state anew, so that no record is ever missing between two others.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ocrdesk.errors import OutputError
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.journal_file import PICTURE_NAME
from ocrdesk.formats.presence import is_file
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History, Step
from ocrdesk.services.journal_state import JournalState, edit_record, place_record, saved_record
from ocrdesk.services.journal_writer import JournalWriter


class Journal:
    """The journal of one open page; its methods may be called from any thread.

    ``state`` is the page with its history as told so far. Each ``record_`` method returns when the
    system has the record. It raises ``OutputError`` where that is not possible: ``state`` has the
    change all the same, and it may be shown.
    """

    def __init__(
        self, state: JournalState, writer: JournalWriter, *, named: Callable[[str], str]
    ) -> None:
        """Take over a file that holds the state, or will; ``named`` makes its folder's name."""
        self.state = state
        self._writer = writer
        self._named = named
        self._is_closed = False
        self._lock = threading.Lock()

    @property
    def problem(self) -> OutputError | None:
        """Why the journal is behind; None while it holds all that was told."""
        return self._writer.problem

    @property
    def picture(self) -> Path | None:
        """The image that is kept beside the journal, if there is one."""
        path = self._writer.folder / PICTURE_NAME
        return path if is_file(path) else None

    @property
    def serial(self) -> int:
        """The number of the journal among those of its window."""
        return int(self._writer.folder.name.rpartition(".")[2])

    def keep_picture(self, content: bytes) -> Path:
        """Keep the image beside the journal, because its document will not; return where.

        Until a document holds the page again, the journal says that it is the only copy. Raises
        ``OutputError`` if the image cannot be written.
        """
        with self._lock:
            path = self._writer.write_picture(content)
            if not self._is_closed:
                identity = replace(self.state.identity, is_aside=True)
                self.state = replace(self.state, identity=identity)
                with suppress(OutputError):  # the image is there; the rest is caught up with
                    self._tell_saved()
            return path

    def prepare(self) -> None:
        """Write the page down, if that was not done yet, so that the first edit takes no longer.

        That takes a tenth of a second for thousands of letters. Raises ``OutputError``.
        """
        with self._lock:
            if not self._writer.has_state and not self._is_closed:
                self._tell(None)

    @property
    def is_prepared(self) -> bool:
        """Tell whether the page was written down, so that an edit is one record more."""
        return self._writer.has_state

    def record_step(self, step: Step) -> None:
        """Keep an edit; raises ``EditError`` if it does not fit the page, and ``OutputError``."""
        with self._lock:
            self.state = self.state.with_step(step)
            self._tell(edit_record(step))

    def record_place(self, place: int, page: Page | None = None) -> None:
        """Keep that so many steps are done, after undoing or redoing.

        ``page`` is where that leads, if it is known already; else it is found step by step.
        Raises ``EditError`` if there are fewer, and ``OutputError``.
        """
        with self._lock:
            state = self.state
            self.state = state.with_place(place) if page is None else state.at(place, page)
            there = self._writer.place_in_file(place)
            self._tell(None if there is None else place_record(there))

    def hold_page(self, page: Page, *, model: str, history: History | None = None) -> None:
        """Go on with a page as a whole: one just read, or with the history of its document.

        No undoing leads back from a reading. It is not written yet: ``prepare`` does so, or the
        next record, which then takes a tenth of a second for thousands of letters.
        """
        with self._lock:
            self.state = self.state.with_page(page, model, history)
            self._writer.forget_state()

    def record_saved(
        self, path: str, *, image: Member | None = None, history: History | None = None
    ) -> None:
        """Keep that a file has it all now; ``image`` is where a document keeps the image.

        Where the page was edited while it was being saved, ``history`` is as it was before. Where
        it was closed meanwhile nothing has to be kept.
        """
        with self._lock:
            if self._is_closed:
                return
            identity = self.state.identity
            if image is not None:
                identity = identity.kept_in(image)
            self.state = self.state.with_saved(path, identity, history)
            self._tell_saved()
            self._writer.rename(self._named(identity.key))

    @property
    def is_overgrown(self) -> bool:
        """Tell whether the file should be written anew by ``compact``."""
        return self._writer.is_overgrown

    def compact(self) -> None:
        """Write the file anew where it is far larger than what it says; edits go on meanwhile.

        That takes a quarter of a second for thousands of letters and steps. Where it fails the
        file stays as it is, and holds everything.
        """
        with self._lock:
            if self._is_closed or not self.is_overgrown:
                return
            state = self.state
            self._writer.begin_compacting()
        try:
            new = self._writer.compacted(state)
            with self._lock:
                if not self._is_closed:
                    self._writer.finish_compacting(*new)
        except (OutputError, OSError):
            with self._lock:
                self._writer.give_up_compacting()

    def retry(self) -> None:
        """Catch up now if the journal is behind; raises ``OutputError`` if that fails again."""
        with self._lock:
            if self.problem is not None and not self._is_closed:
                self._writer.catch_up(self.state)

    def leave(self) -> None:
        """Stop keeping the journal; what it holds is offered at the next start."""
        with self._lock:
            self._is_closed = True

    def close(self) -> None:
        """Remove the journal, because its work was saved or is not wanted."""
        with self._lock:
            self._is_closed = True
            self._writer.remove()

    def _tell_saved(self) -> None:
        """Tell which page this is now, and where and how far it was saved last."""
        state = self.state
        saved = state.history.saved
        there = None if saved is None else self._writer.place_in_file(saved)
        is_known = saved is None or there is not None
        self._tell(saved_record(state.saved_to, state.identity, there) if is_known else None)

    def _tell(self, record: dict[str, object] | None) -> None:
        if self._is_closed:
            raise RuntimeError("this journal was closed")
        self._writer.tell(record, self.state)
