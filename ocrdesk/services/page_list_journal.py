"""The file that keeps which pages a window has open: each change is with the system at once."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ocrdesk.errors import OutputError
from ocrdesk.formats.delayed_flush import DelayedFlush
from ocrdesk.formats.journal_file import append_lines, line_of_record
from ocrdesk.formats.output_file import make_folder, not_written, write_bytes_atomically
from ocrdesk.formats.page_records import Record
from ocrdesk.services.page_list import (
    ListedPage,
    PageList,
    beginning_of_list,
    record_of_page,
    records_between,
)

_MOST_BYTES = 1024**2  # a file that is larger is written anew, with the present list alone
_PAUSE = 2.0  # seconds between attempts to catch up


class PageListJournal:
    """The list of one window; its methods may be called from any thread, none of them fails.

    ``problem`` says why the file is behind; it is None while it holds the list as told last.
    """

    def __init__(self, path: Path, *, own: Callable[[], None], flush: DelayedFlush) -> None:
        self.path = path
        self.problem: OutputError | None = None
        self._told = PageList()
        self._known: dict[int, ListedPage] = {}  # what is told of pages since then, too
        self._own = own
        self._flush = flush
        self._size = self._count = 0
        self._next_attempt = 0.0
        self._lock = threading.Lock()

    @property
    def state(self) -> PageList:
        """The list as it was told last."""
        return replace(self._told, known=self._known)

    def tell(self, state: PageList) -> None:
        """Keep the list as it is now."""
        with self._lock:
            records = records_between(self.state, state)
            self._told, self._known = state, dict(state.known)
            self._keep(records)

    def tell_page(self, number: int, page: ListedPage) -> None:
        """Keep what is known now of one page of the list, whatever the number of the others."""
        with self._lock:
            if number in self._known and self._known[number] != page:
                self._known[number] = page
                self._keep([record_of_page(number, page)])

    def _keep(self, records: list[Record]) -> None:
        """Write what is new, unless the file failed a moment ago."""
        if not records or (self.problem is not None and time.monotonic() < self._next_attempt):
            return
        with suppress(OutputError):
            self._write(records)

    def retry(self) -> None:
        """Catch up now if the file is behind; raises ``OutputError`` if that fails again."""
        with self._lock:
            if self.problem is not None:
                self._write([])

    def remove(self) -> None:
        """Remove the file: nothing of the list is wanted any more."""
        with self._lock:
            self._told, self._known, self._size, self.problem = PageList(), {}, 0, None
            self._flush.forget(self.path)
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _write(self, records: list[Record]) -> None:
        """Append records, or write the whole list where the file is new, behind or very large."""
        try:
            if self.problem is not None or self._size >= _MOST_BYTES:
                lines = self._whole_list()
                write_bytes_atomically(self.path, lines)
                self._size = len(lines)
            elif self._size:
                self._size = append_lines(self.path, self._lines(records))
            else:  # nobody waits for the disk, here as little as later
                self._size = append_lines(self.path, self._whole_list(), creates=True)
            self.problem = None
        except BaseException as error:
            known = error if isinstance(error, OutputError) else None
            self.problem = known or not_written(self.path, error)
            self._next_attempt = time.monotonic() + _PAUSE
            raise
        self._flush.note(self.path, self._lose)

    def _whole_list(self) -> bytes:
        """Return all lines of a file that begins now, in a folder that is there and ours."""
        self._own()
        make_folder(self.path.parent)
        self._count = 0
        return self._lines([beginning_of_list(), *records_between(PageList(), self.state)])

    def _lines(self, records: list[Record]) -> bytes:
        first, self._count = self._count + 1, self._count + len(records)
        return b"".join(line_of_record(first + n, record) for n, record in enumerate(records))

    def _lose(self, error: OSError) -> None:
        """Take note, in another thread, that what was written may not have reached the disk."""
        self.problem = not_written(self.path, error)
