"""Writes the file of a journal: appends, falls behind when it must, catches up without a hole."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ocrdesk.errors import OutputError
from ocrdesk.formats.delayed_flush import DelayedFlush
from ocrdesk.formats.journal_file import (
    JOURNAL_NAME,
    PICTURE_NAME,
    append_lines,
    line_of_record,
    remove_journal,
)
from ocrdesk.formats.output_file import make_folder, not_written, write_bytes_atomically
from ocrdesk.formats.page_records import Record
from ocrdesk.services.journal_state import JournalState, beginning_record, state_record

COMPACTED_FROM, GROWTH = 4 * 1024**2, 4
"""A journal of that many bytes, and that many times what its state takes, is written anew."""

_NEW_NAME = f"{JOURNAL_NAME}.new"
_PAUSE = 2.0  # seconds between attempts to catch up, each of which may take a while


@dataclass(slots=True)
class Extent:
    """What the file holds: its bytes, its records, and which steps of the history.

    ``steps`` is None while it only says which page is open. The oldest steps of a very long history
    may be missing; places in the file count from the first one that it has.
    """

    size: int = 0
    records: int = 0
    steps: range | None = None


class JournalWriter:
    """The file of one journal, and the picture beside it.

    ``own`` is called before anything is written that others must know as ours. ``problem`` says
    what is wrong while the file is behind; it is None while it holds all that was told.
    """

    def __init__(
        self,
        folder: Path,
        *,
        own: Callable[[], None],
        flush: DelayedFlush,
        picture: bytes | None = None,
        extent: Extent | None = None,
    ) -> None:
        self.folder = folder
        self.problem: OutputError | None = None
        self._own = own
        self._flush = flush
        self._picture = picture
        self._extent = extent or Extent()
        self._compacted_from = COMPACTED_FROM
        self._next_attempt = 0.0
        self._since: list[Record] | None = None  # records told while the file is written anew

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.folder / JOURNAL_NAME

    @property
    def has_state(self) -> bool:
        """Tell whether the file holds the page, rather than only which one it is."""
        return self._extent.steps is not None

    def place_in_file(self, place: int) -> int | None:
        """Return how many steps of the file are done, or None where it lacks some of them."""
        steps = self._extent.steps
        if steps is None or not steps.start <= place <= steps.stop:
            return None
        return place - steps.start

    def forget_state(self) -> None:
        """Let the next record be the whole state, because what the file holds is outdated."""
        self._extent.steps = None

    def begin(self, state: JournalState) -> None:
        """Let the file say which page is open; raises ``OutputError``."""
        with self._behind_if_it_fails():
            self._prepare_folder()
            self._append(beginning_record(state.identity), creates=True)

    def tell(self, record: Record | None, state: JournalState) -> None:
        """Append a record that led to the state, or the state itself; raises ``OutputError``.

        While the file is behind, the state is written as a whole, or nothing if the last attempt
        was just now.
        """
        if self.problem is not None:
            if time.monotonic() < self._next_attempt:
                raise OutputError(self.problem.message, advice=self.problem.advice)
            self.catch_up(state)
            return
        with self._behind_if_it_fails():
            if record is None or self._extent.steps is None:
                whole, steps = state_record(state)
                self._since = None  # what is being written anew has other steps
                self._append(whole)
            else:
                steps = range(self._extent.steps.start, len(state.history.steps))
                self._append(record)
                if self._since is not None:
                    self._since.append(record)
            self._extent.steps = steps

    def catch_up(self, state: JournalState) -> None:
        """Write the file anew, with nothing but the state; raises ``OutputError``."""
        with self._behind_if_it_fails():
            self._rewrite(state)
            self.problem = None

    @property
    def is_overgrown(self) -> bool:
        """Tell whether the file is far larger than what it says."""
        return self._extent.size >= self._compacted_from and self.problem is None

    def begin_compacting(self) -> None:
        """Remember what is told from now on, to put it behind a file that is written anew."""
        self._since = []
        self._compacted_from = GROWTH * self._extent.size  # not again at once if that fails

    def compacted(self, state: JournalState) -> tuple[Path, Extent]:
        """Write a file beside this one with nothing but the state; return it and what it holds.

        The only method that other calls may overlap. Raises ``OutputError``.
        """
        path = self.path.with_name(_NEW_NAME)
        return path, _write_whole(path, state)

    def give_up_compacting(self) -> None:
        """Let go of what was remembered for a file that could not be written."""
        self._since = None
        with suppress(OSError):
            self.path.with_name(_NEW_NAME).unlink()

    def finish_compacting(self, path: Path, extent: Extent) -> None:
        """Let the new file take the place of this one, with what was told meanwhile behind it.

        Nothing happens where the file was written as a whole meanwhile, or is behind, or where the
        new one lacks steps from which places in this one were counted meanwhile.
        """
        since, self._since = self._since, None
        before, after = self._extent.steps, extent.steps
        is_counted_alike = before is not None and after is not None and before.start == after.start
        if since is None or self.problem is not None or (since and not is_counted_alike):
            with suppress(OSError):
                path.unlink()
            return
        lines = b"".join(line_of_record(3 + n, record) for n, record in enumerate(since))
        size = append_lines(path, lines)
        path.replace(self.path)
        self._extent = Extent(size, 2 + len(since), before if since else after)
        self._compacted_from = max(COMPACTED_FROM, GROWTH * extent.size)
        self._flush.note(self.path, self._lose)

    def rename(self, name: str) -> None:
        """Give the folder another name, if that is possible."""
        if name != self.folder.name:
            with suppress(OSError):
                self._flush.forget(self.path)
                self.folder = self.folder.rename(self.folder.with_name(name))
            if self.problem is None:
                self._flush.note(self.path, self._lose)

    def remove(self) -> None:
        """Remove the file with all that lies beside it."""
        self._flush.forget(self.path)
        remove_journal(self.folder)

    def write_picture(self, content: bytes) -> Path:
        """Write the picture beside the file; raises ``OutputError``."""
        self._own()
        make_folder(self.folder)
        path = self.folder / PICTURE_NAME
        write_bytes_atomically(path, content)
        return path

    def _prepare_folder(self) -> None:
        self._own()
        make_folder(self.folder)
        if self._picture is not None:
            self.write_picture(self._picture)
            self._picture = None

    def _append(self, record: Record | bytes, *, creates: bool = False) -> None:
        line = line_of_record(self._extent.records + 1, record)
        self._extent.size = append_lines(self.path, line, creates=creates)
        self._extent.records += 1
        if not creates:  # of a page that is only open, nothing can be lost
            self._flush.note(self.path, self._lose)

    def _rewrite(self, state: JournalState) -> None:
        self._prepare_folder()
        self._since = None
        extent = _write_whole(self.path, state)
        self._flush.forget(self.path)
        self._extent = extent
        self._compacted_from = max(COMPACTED_FROM, GROWTH * extent.size)

    @contextmanager
    def _behind_if_it_fails(self) -> Iterator[None]:
        """Take the file for behind unless all that happens inside succeeds.

        Even an interruption may have come between writing a record and counting it.
        """
        try:
            yield
        except BaseException as error:
            known = error if isinstance(error, OutputError) else None
            self.problem = known or not_written(self.path, error)
            self._next_attempt = time.monotonic() + _PAUSE if known else 0.0
            raise

    def _lose(self, error: OSError) -> None:
        """Take note, in another thread, that what was written may not have reached the disk."""
        self.problem = not_written(self.path, error)


def _write_whole(path: Path, state: JournalState) -> Extent:
    """Write a file with nothing but the state; return what it holds. Raises ``OutputError``."""
    content, steps = state_record(state)
    lines = line_of_record(1, beginning_record(state.identity)) + line_of_record(2, content)
    write_bytes_atomically(path, lines)
    return Extent(len(lines), 2, steps)
