"""All journals of a person: begun by this window, seen of others, found again after a crash.

Each running program owns a lock file for as long as it lives; the folder of a journal carries the
name of its owner, so that whose owner is gone is known at once and for hundreds of journals by one
handle. A journal is taken over by renaming its folder, which only one of two windows can do.
"""

import itertools
import json
import os
import re
import secrets
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ocrdesk import paths
from ocrdesk.errors import DocumentFileError, OutputError
from ocrdesk.formats.delayed_flush import DelayedFlush
from ocrdesk.formats.file_lock import FileLock, is_owned, lock_new_file, remove_unowned
from ocrdesk.formats.journal_file import note_origin, remove_journal
from ocrdesk.formats.output_file import make_folder, not_written
from ocrdesk.formats.presence import is_there
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_leftovers import (
    Leftover,
    changed_at,
    read_journal,
    read_leftover,
)
from ocrdesk.services.journal_state import JournalIdentity, JournalState
from ocrdesk.services.journal_writer import Extent, JournalWriter
from ocrdesk.services.page_list_journal import PageListJournal

_FOLDER = re.compile(r"(?P<key>[0-9a-f]{20})\.(?P<owner>[0-9a-f]{16})\.(?P<serial>[0-9]+)")
_LOCK = re.compile(r"[0-9a-f]{16}\.lock")
_LIST = re.compile(r"(?:[0-9a-f]{16}\.)*(?P<owner>[0-9a-f]{16})\.pages")  # the last has it now
_ATTEMPTS = 5  # to own a lock file, which somebody who tidies up may remove in between


@dataclass(frozen=True, slots=True)
class OtherWindow:
    """Another running program that has a page open, and since when, in seconds since 1970."""

    process: int
    since: float


@dataclass(frozen=True, slots=True)
class Recovered:
    """Work that was got back: its journal, which goes on from here, and whether some is lost."""

    journal: Journal
    is_damaged: bool

    @property
    def state(self) -> JournalState:
        """The page with its history."""
        return self.journal.state


class JournalStore:
    """The journals in one folder, by default the person's own; one store for a running program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = paths.journals_folder() if folder is None else folder
        self._owner = secrets.token_hex(8)
        self._lock: FileLock | None = None
        self._locking = threading.Lock()
        self._serials = itertools.count(1)
        self._flush = DelayedFlush()
        self.pages = PageListJournal(
            self._folder / f"{self._owner}.pages", own=self._own, flush=self._flush
        )

    def begin(
        self,
        identity: JournalIdentity,
        page: Page | None = None,
        history: History | None = None,
        *,
        model: str = "",
        picture: bytes | None = None,
    ) -> Journal:
        """Begin the journal of a page that was opened, so that others know that it is.

        ``picture`` is its image as a PNG file where no other file holds it. This never fails: where
        nothing can be written, the journal has a ``problem`` and catches up later.
        """
        state = JournalState(identity, page, history or History(), model)
        serial = next(self._serials)
        writer = self._writer(self._name(identity.key, serial), picture=picture)
        with suppress(OutputError):
            writer.begin(state)
        return Journal(state, writer, named=lambda key: self._name(key, serial))

    def others(self, identity: JournalIdentity) -> tuple[OtherWindow, ...]:
        """Return the other windows that have the same page open."""
        # Asked of each page that is opened, where there may be the journals of thousands.
        names = self._names(identity.key)
        owners = {found["owner"] for name in names if (found := _FOLDER.fullmatch(name))}
        return tuple(self._window(owner) for owner in sorted(owners) if self._is_other(owner))

    def recoverable(self) -> tuple[Leftover, ...]:
        """Return the journals whose owner is gone and that hold unsaved work, the latest first.

        Those that hold none are removed. Reading one takes half a second for a large page.
        """
        abandoned = [
            folder for folder, name in self._folders() if self._is_abandoned(name["owner"])
        ]
        found = [leftover for folder in abandoned if (leftover := read_leftover(folder))]
        self._remove_lone_locks()
        return tuple(sorted(found, key=lambda leftover: leftover.changed_at, reverse=True))

    def recover(self, leftover: Leftover) -> Recovered:
        """Take a journal over and return its work; its journal goes on from here.

        Raises ``DocumentFileError`` if another window was quicker, or if nothing can be read, and
        ``OutputError`` if the journal cannot be owned.
        """
        self._own()
        serial = next(self._serials)
        folder = self._take(leftover, serial)
        try:
            state, lines, is_whole = read_journal(folder)
        except DocumentFileError:
            with suppress(OSError):
                folder.rename(leftover.folder)
            raise
        extent = Extent(lines.size, lines.last, range(len(state.history.steps)))
        writer = self._writer(folder.name, extent=extent)
        if lines.is_torn or not is_whole:
            with suppress(OutputError):
                writer.catch_up(state)
        journal = Journal(state, writer, named=lambda key: self._name(key, serial))
        return Recovered(journal, is_damaged=not is_whole)

    def discard(self, leftover: Leftover) -> None:
        """Remove a journal that nobody wants back, unless another window took it over meanwhile."""
        with suppress(DocumentFileError):
            remove_journal(self._take(leftover, next(self._serials)))

    def abandoned_lists(self) -> tuple[Path, ...]:
        """Return the lists of pages of windows that are gone, the oldest first."""
        lists = ((path, _LIST.fullmatch(path.name)) for path in self._paths())
        found = [path for path, name in lists if name and self._is_abandoned(name["owner"])]
        return tuple(sorted(found, key=changed_at))

    def take_list(self, path: Path) -> Path:
        """Make the list of a window that is gone ours; return where it lies from now on.

        Raises ``DocumentFileError`` if another window was quicker, and ``OutputError`` if nothing
        can be owned.
        """
        self._own()
        try:
            return path.rename(path.with_name(f"{path.stem}.{self._owner}.pages"))
        except OSError as error:
            raise _taken_over() from error

    def drop_list(self, path: Path) -> None:
        """Remove a list that nobody wants back, or that ours says the same as."""
        with suppress(OSError):
            path.unlink()

    def flush(self) -> None:
        """Bring all that was told to the disk itself, now."""
        self._flush.flush()

    def close(self) -> None:
        """Give up the journals that were not closed; they are offered at the next start."""
        self._flush.close()
        with self._locking:
            if self._lock is not None:
                self._lock.release()
                self._lock = None
        self._remove_lone_locks()

    def _writer(
        self, name: str, *, picture: bytes | None = None, extent: Extent | None = None
    ) -> JournalWriter:
        folder = self._folder / name
        return JournalWriter(
            folder, own=self._own, flush=self._flush, picture=picture, extent=extent
        )

    def _name(self, key: str, serial: int) -> str:
        return f"{key}.{self._owner}.{serial}"

    def _lock_path(self, owner: str) -> Path:
        return self._folder / f"{owner}.lock"

    def _own(self) -> None:
        """Own the lock file that says that this program runs. Raises ``OutputError``."""
        path = self._lock_path(self._owner)
        with self._locking:
            if self._lock is not None and is_there(path):
                return
            if self._lock is not None:
                self._lock.release()  # somebody removed the file, and nobody sees it any more
            make_folder(self._folder)
            with suppress(OSError):
                self._folder.chmod(0o700)  # it is nobody else's business
            try:
                for _ in range(_ATTEMPTS):
                    self._lock = lock_new_file(path)
                    if self._lock is not None:
                        with suppress(OSError):  # who cannot write it owns it all the same
                            told = {"process": os.getpid(), "since": time.time()}
                            self._lock.write(json.dumps(told).encode())
                        return
            except OSError as error:
                raise not_written(path, error) from error
        raise OutputError(f"“{path}” cannot be owned.", advice="Start ocrdesk again.")

    def _names(self, beginning: str = "") -> list[str]:
        with suppress(OSError), os.scandir(self._folder) as entries:
            return [entry.name for entry in entries if entry.name.startswith(beginning)]
        return []

    def _paths(self) -> list[Path]:
        return sorted(self._folder / name for name in self._names())

    def _folders(self) -> list[tuple[Path, re.Match[str]]]:
        found = ((path, _FOLDER.fullmatch(path.name)) for path in self._paths())
        return [(path, name) for path, name in found if name is not None]

    def _remove_lone_locks(self) -> None:
        """Remove the lock files of programs that are gone and left no journal."""
        owners = {name["owner"] for _, name in self._folders()}
        for path in self._paths():
            if _LOCK.fullmatch(path.name) and path.stem not in owners:
                remove_unowned(path)

    def _is_other(self, owner: str) -> bool:
        return owner != self._owner and is_owned(self._lock_path(owner))

    def _is_abandoned(self, owner: str) -> bool:
        return owner != self._owner and not is_owned(self._lock_path(owner))

    def _window(self, owner: str) -> OtherWindow:
        try:
            told = json.loads(self._lock_path(owner).read_bytes())
            return OtherWindow(int(told["process"]), float(told["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return OtherWindow(0, 0.0)

    def _take(self, leftover: Leftover, serial: int) -> Path:
        """Make the folder of a journal ours, which only one can do; ``DocumentFileError``."""
        key, _, origin = leftover.folder.name.partition(".")
        with suppress(OSError):  # copies of one image are told apart by it
            note_origin(leftover.folder, origin)
        try:
            return leftover.folder.rename(self._folder / self._name(key, serial))
        except OSError as error:
            raise _taken_over() from error


def _taken_over() -> DocumentFileError:
    return DocumentFileError(
        "Another window has taken this work over, or is looking at it.",
        advice="Look for it there, or try again.",
    )
