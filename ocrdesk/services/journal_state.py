"""What a journal says: of which page, how it was, and what was done to it, record by record.

Who writes a journal keeps the same state that who reads it finds, by the same functions, so that
what can be recovered is exactly what was told. A record is of one of these kinds: ``journal``
begins the file, ``page`` is the whole state, as after a reading, ``step`` an edit, ``place`` how
many steps are done after undoing or redoing, ``saved`` that a file has it all now.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ocrdesk.errors import DocumentFileError, EditError
from ocrdesk.formats.archive_file import ArchiveStamp
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.history_records import (
    history_from_record,
    step_from_record,
    step_record,
    trimmed_history,
)
from ocrdesk.formats.page_records import Record, page_from_record, page_record
from ocrdesk.formats.record_values import (
    RecordError,
    bytes_from_value,
    items,
    mapping,
    optional,
    text,
    text_value,
    whole,
)
from ocrdesk.page.deltas import apply
from ocrdesk.page.differences import is_told_alike
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History, Step

FORMAT = "ocrdesk-journal"
FORMAT_VERSION = 1

_MOST_HISTORY = 32 * 1024**2  # bytes of steps that a whole state holds; older ones are left out


@dataclass(frozen=True, slots=True)
class JournalIdentity:
    """Which page a journal is of.

    ``source`` is the path of its image file, or a name for an image without a file; ``page_number``
    counts from 0 within its ``page_count`` pages. ``document`` is the path of the ``.ocrdesk`` file
    it was opened from or saved to. ``checksum`` begins the SHA-256 of the image in that document,
    else of the image file, else of the picture beside the journal.
    ``is_aside`` tells that the document no longer holds the page, whose only copy the journal is.
    ``stamp`` is that of the document when it was opened or saved here last, None where unknown.
    """

    source: str
    page_number: int = 0
    page_count: int = 1
    checksum: str = ""
    document: str = ""
    has_file: bool = True
    is_aside: bool = False
    stamp: ArchiveStamp | None = None

    @property
    def key(self) -> str:
        """Twenty digits that two windows on one page have in common.

        Of an image file that is where it lies; its content may have changed between two openings.
        """
        place = os.path.normcase(self.document or self.source)
        content = self.checksum if self.document or not self.has_file else ""
        told = "\0".join([place, str(self.page_number), content])
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:20]

    def kept_in(self, member: Member) -> "JournalIdentity":
        """Return the identity of the page whose image is a member of a document."""
        document = os.path.realpath(member.document)
        checksum = Path(member.name).stem
        return replace(
            self, document=document, checksum=checksum, is_aside=False, stamp=member.stamp
        )


@dataclass(frozen=True, slots=True)
class JournalState:
    """A page under work: how it is, how it came to be so, and where it was saved last.

    ``page`` is None before it was read; ``model`` is what read it.
    """

    identity: JournalIdentity
    page: Page | None = None
    history: History = field(default_factory=History)
    model: str = ""
    saved_to: str = ""

    def with_step(self, step: Step) -> "JournalState":
        """Return the state after an edit; raises ``EditError`` where it does not fit."""
        page = self._read_page()
        after = apply(page, step.delta)
        return replace(self, page=after, history=self.history.pushed(step, after, page=page))

    def with_place(self, place: int) -> "JournalState":
        """Return the state with so many steps done; raises ``EditError`` where there are fewer."""
        history, page = self.history.moved(place, self._read_page())
        return replace(self, page=page, history=history)

    def at(self, place: int, page: Page) -> "JournalState":
        """Return the state with so many steps done, which is known to lead to that page."""
        return replace(self, page=page, history=replace(self.history, position=place))

    def with_page(self, page: Page, model: str, history: History | None = None) -> "JournalState":
        """Return the state with another page, read just now unless it comes with a history.

        A reading is no work of anybody's that would have to be saved, unless it takes the place of
        what was: of edits, or of what a document holds, where it says more than how sure it is.
        """
        is_work = self.page is not None and bool(
            self.history.steps
            or not self.history.is_saved
            or (self.identity.document and not is_told_alike(self.page, page))
        )
        fresh = History(saved=None if is_work else 0)
        return replace(self, page=page, history=history or fresh, model=model)

    def with_saved(
        self, path: str, identity: JournalIdentity, saved: History | None = None
    ) -> "JournalState":
        """Return the state after all of it went into a file, or as it was with another history."""
        history = self.history.marked_saved(saved)
        return replace(self, identity=identity, history=history, saved_to=path)

    def _read_page(self) -> Page:
        if self.page is None:
            raise EditError("This page was not read yet.", advice="Read it first.")
        return self.page


def beginning_record(identity: JournalIdentity) -> Record:
    """Return the first record of a journal."""
    return {
        "kind": "journal",
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "identity": _identity_record(identity),
    }


def state_record(state: JournalState) -> tuple[bytes, range]:
    """Return the record of a whole state, and which steps of its history it holds.

    Nothing before such a record is needed any more.
    """
    value = {
        "kind": "page",
        "identity": _identity_record(state.identity),
        "page": None if state.page is None else page_record(state.page),
        "model": text_value(state.model),
        "saved_to": text_value(state.saved_to),
    }
    history = trimmed_history(state.history, most=_MOST_HISTORY)
    content = b'%b,"history":%b}' % (bytes_from_value(value)[:-1], history.content)
    return content, range(history.first, history.last)


def edit_record(step: Step) -> Record:
    """Return the record of an edit."""
    return {"kind": "step", "step": step_record(step)}


def place_record(place: int) -> Record:
    """Return the record of undoing or redoing."""
    return {"kind": "place", "place": place}


def saved_record(path: str, identity: JournalIdentity, place: int | None) -> Record:
    """Return the record of saving; None is a place that no undoing leads back to."""
    return {
        "kind": "saved",
        "saved_to": text_value(path),
        "place": place,
        "identity": _identity_record(identity),
    }


def replay(records: Iterable[tuple[int, Any]]) -> tuple[JournalState | None, bool]:
    """Return the state that numbered records lead to, and whether all of them led there.

    After a record that is missing or makes no sense, nothing counts until the next whole state. The
    state is None where neither beginning nor whole state is left. Raises ``DocumentFileError`` for
    the journal of a newer program.
    """
    state: JournalState | None = None
    expected, is_whole, has_gap = 1, True, False
    for number, record in records:
        try:
            kind = text(mapping(record, "a record").get("kind"), "the kind of a record")
            has_gap = (has_gap or number != expected) and kind != "page"
            if has_gap:
                is_whole = False
                continue
            is_whole = is_whole and number == expected
            state = _READERS[kind](state, record)
        except (RecordError, EditError, KeyError):  # KeyError: a kind that nobody knows
            is_whole, has_gap = False, True
        expected = number + 1
    return state, is_whole


def _begun(state: JournalState | None, record: Record) -> JournalState:
    version = record.get("version")
    if record.get("format") != FORMAT or type(version) is not int:
        raise RecordError("this is not a journal")
    if version > FORMAT_VERSION:
        raise DocumentFileError(
            f"This journal was written by a newer ocrdesk (format {version}; this one reads up to "
            f"{FORMAT_VERSION}).",
            advice="Update ocrdesk to get the work back.",
        )
    return state or JournalState(_identity(record.get("identity")))


def _whole_state(_: JournalState | None, record: Record) -> JournalState:
    return JournalState(
        _identity(record.get("identity")),
        optional(record.get("page"), page_from_record),
        history_from_record(record.get("history")),
        text(record.get("model"), "the model"),
        text(record.get("saved_to"), "the path of a document"),
    )


def _edited(state: JournalState | None, record: Record) -> JournalState:
    return _there(state).with_step(step_from_record(record.get("step")))


def _moved(state: JournalState | None, record: Record) -> JournalState:
    return _there(state).with_place(whole(record.get("place"), "the place in a history"))


def _saved(state: JournalState | None, record: Record) -> JournalState:
    path = text(record.get("saved_to"), "the path of a document")
    there = _there(state)
    most = len(there.history.steps)
    place = optional(record.get("place"), lambda v: whole(v, "the place in a history", most=most))
    history = replace(there.history, saved=place)
    return replace(
        there, identity=_identity(record.get("identity")), history=history, saved_to=path
    )


def _there(state: JournalState | None) -> JournalState:
    if state is None:
        raise RecordError("nothing says of which page this is")
    return state


_READERS: dict[str, Callable[[JournalState | None, Record], JournalState]] = {
    "journal": _begun,
    "page": _whole_state,
    "step": _edited,
    "place": _moved,
    "saved": _saved,
}


def _identity_record(identity: JournalIdentity) -> Record:
    return {
        "source": text_value(identity.source),
        "page_number": int(identity.page_number),
        "page_count": int(identity.page_count),
        "checksum": identity.checksum,
        "document": text_value(identity.document),
        "has_file": identity.has_file,
        "is_aside": identity.is_aside,
        "stamp": None if identity.stamp is None else list(identity.stamp),
    }


def _identity(value: object) -> JournalIdentity:
    record = mapping(value, "the identity of a page")
    return JournalIdentity(
        source=text(record.get("source"), "the source of a page"),
        page_number=whole(record.get("page_number"), "the number of a page"),
        page_count=whole(record.get("page_count"), "the number of pages", least=1),
        checksum=text(record.get("checksum"), "the checksum of an image"),
        document=text(record.get("document"), "the path of a document"),
        has_file=record.get("has_file") is not False,
        is_aside=record.get("is_aside") is True,  # missing in older journals
        stamp=optional(record.get("stamp"), _stamp),  # this, too
    )


def _stamp(value: object) -> ArchiveStamp:
    size, checksum = items(value, "the stamp of a document", count=2)
    return ArchiveStamp(whole(size, "a size"), text(checksum, "a checksum"))
