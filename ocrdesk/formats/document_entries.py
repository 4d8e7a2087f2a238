"""A page of a document file, and what its manifest and members say of one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ocrdesk.formats.archive_file import Archive, ArchiveStamp
from ocrdesk.formats.check_records import check_from_record, check_record
from ocrdesk.formats.document_images import ImageFile
from ocrdesk.formats.document_members import (
    Content,
    Member,
    content_of_bytes,
    content_of_member,
    damaged_document,
    is_member_name,
    member_bytes,
)
from ocrdesk.formats.history_records import history_from_record, trimmed_history
from ocrdesk.formats.page_records import Record, page_from_record
from ocrdesk.formats.record_values import (
    RecordError,
    bytes_from_value,
    collector_paused,
    mapping,
    optional,
    text,
    text_value,
    value_from_bytes,
    whole,
)
from ocrdesk.page.check_part import CheckPart
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History

MOST_PAGE, MOST_HISTORY = 64 * 1024**2, 128 * 1024**2
"""Bytes of JSON: 60,000 letters on a page, and a history of hundreds of thousands of keystrokes."""

_PAGE_NAME = re.compile(r"pages/[0-9]{1,6}\.json")


@dataclass(frozen=True, slots=True, eq=False)
class StoredPage:
    """A page of a document file: as a person works on it, with what a file can keep besides.

    ``image`` is where the image is kept, unless it is to be made of the pixels in memory;
    ``history`` may still lie in a document file. ``model`` is what read the page, ``view`` is what
    the window wants to find again, as JSON values; ``check`` is the page's part of a random check.
    """

    document: PageDocument
    history: History | Member = field(default_factory=History)
    image: ImageFile | Member | None = None
    title: str = ""
    model: str = ""
    view: Mapping[str, Any] = field(default_factory=dict)
    check: CheckPart | None = None


def entry_record(
    stored: StoredPage, *, page: str | None, image: str | None, history: str | None
) -> Record:
    """Return what a manifest says of a page whose parts are the members of those names."""
    document = stored.document
    check = {} if stored.check is None else {"check": check_record(stored.check)}
    return {
        "title": text_value(stored.title),
        "source": text_value(document.source),
        "page_number": int(document.page_number),
        "page_count": int(document.page_count),
        "rotation": int(document.rotation) % 360,
        "model": text_value(stored.model),
        "view": _json_values(stored.view),
        "page": page,
        "image": image,
        "history": history,
        **check,
    }


def page_from_entry(path: Path, archive: Archive, value: object) -> StoredPage:
    """Return a page of the document at ``path``, its image and history left there.

    Raises ``RecordError`` or ``ArchiveError`` for an entry that describes none.
    """
    record = mapping(value, "a page of the manifest")
    document = PageDocument(
        source=text(record.get("source"), "the source of a page"),
        page_number=whole(record.get("page_number"), "the number of a page"),
        page_count=whole(record.get("page_count"), "the number of pages", least=1),
        page=_page(archive, record.get("page")),
        rotation=whole(record.get("rotation"), "the rotation of a page", most=359),
    )
    return StoredPage(
        document,
        _member(path, archive, record.get("history"), "histories") or History(),
        _member(path, archive, record.get("image"), "images"),
        text(record.get("title", ""), "the title of a page"),
        text(record.get("model", ""), "the model of a page"),
        mapping(record.get("view", {}), "the view of a page"),
        optional(record.get("check"), check_from_record),  # missing in older files
    )


def load_history(stored: StoredPage) -> History:
    """Return the history of a page, out of its document if need be: as it lies there it is saved.

    Raises ``DocumentFileError`` where the document no longer holds it.
    """
    member = stored.history
    if isinstance(member, History):
        return member
    content = member_bytes(member, most=MOST_HISTORY)
    try:
        with collector_paused():
            return history_from_record(value_from_bytes(content)).marked_saved()
    except RecordError as error:
        raise damaged_document(member.document, str(error)) from error


def content_of_history(history: History | Member) -> Content | None:
    """Return a history as it goes into a document, or None where there never were steps.

    Raises ``DocumentFileError`` where the document that held it no longer does.
    """
    if isinstance(history, Member):
        return content_of_member(history)
    if not history.steps and not history.left_out:
        return None
    trimmed = trimmed_history(history.marked_saved(), most=MOST_HISTORY)
    return content_of_bytes("histories", trimmed.content)


def with_stamp(stored: StoredPage, stamp: ArchiveStamp) -> StoredPage:
    """Return the page with its image found in the document of that stamp."""
    if not isinstance(stored.image, Member):
        return stored
    return replace(stored, image=replace(stored.image, stamp=stamp))


def _page(archive: Archive, value: object) -> Page | None:
    name = optional(value, lambda value: text(value, "the name of a page"))
    if name is None:
        return None
    if not _PAGE_NAME.fullmatch(name):
        raise RecordError(f"no page can be called “{name}”")
    return page_from_record(value_from_bytes(archive.read(name, most=MOST_PAGE)))


def _member(path: Path, archive: Archive, value: object, folder: str) -> Member | None:
    name = optional(value, lambda value: text(value, "the name of a member"))
    if name is None:
        return None
    if not is_member_name(name) or not name.startswith(f"{folder}/"):
        raise RecordError(f"nothing in {folder} can be called “{name}”")
    if name not in archive:
        raise RecordError(f"it lacks “{name}”")
    return Member(path, name, archive.stamp)


def _json_values(view: Mapping[str, Any]) -> Any:
    """Return the view if it consists of JSON values, else nothing: no view is worth a saving."""
    try:
        return value_from_bytes(bytes_from_value(dict(view)))
    except (RecursionError, TypeError, ValueError):
        return {}
