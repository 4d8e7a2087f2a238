"""Which pages a window has open and in which order: what is kept of that beside their journals.

A list is told by two kinds of records, beside the one that begins the file: ``page`` names a page,
anew each time that more is known of it; ``order`` says which of them there are, which were taken
out, and to which document they belong. Pages count from the next order on, all of a check or none;
a page that is told ``is_alone`` counts at once. So each change is a short line, however many pages
there are: an order has all of them, and a thousand images that are loaded would write it each time.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.check_records import check_from_record, check_record
from ocrdesk.formats.page_records import Record
from ocrdesk.formats.record_values import (
    RecordError,
    items,
    mapping,
    optional,
    text,
    text_value,
    whole,
)
from ocrdesk.page.check_part import CheckPart

FORMAT = "ocrdesk-pages"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page of a list: which image it is of, and which journal is its own.

    ``member`` is the name of its image in the document, "" where that lies elsewhere; ``journal``
    the serial number of its journal among those of its window, 0 before there is one. ``check`` is
    its part of a random check, which is kept here because it is of all pages or none.
    """

    source: str
    page_number: int = 0
    page_count: int = 1
    member: str = ""
    journal: int = 0
    check: CheckPart | None = None

    def shows(self, source: str, page_number: int) -> bool:
        """Tell whether it is of that page of that image file, whatever its path is written as."""
        is_same_page = page_number == self.page_number
        return is_same_page and os.path.realpath(source) == os.path.realpath(self.source)


@dataclass(frozen=True, slots=True)
class PageList:
    """The pages of a window, by numbers that are never given twice.

    ``order`` are those that are open; ``removed`` those that were taken out, each with the place to
    put it back to, the last one at the end. ``document`` is the path of the file that they belong
    to, and ``saved`` the order in which that holds them; None without a file. ``is_moved`` tells
    that somebody gave pages another order since they were opened or saved.
    """

    known: Mapping[int, ListedPage] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    removed: tuple[tuple[int, int], ...] = ()
    document: str = ""
    saved: tuple[int, ...] | None = None
    is_moved: bool = False

    @property
    def is_changed(self) -> bool:
        """Tell whether something would be lost that no journal of a page holds."""
        return self.is_moved if self.saved is None else self.order != self.saved


def beginning_of_list() -> Record:
    """Return the first record of a list."""
    return {"kind": "pages", "format": FORMAT, "version": FORMAT_VERSION}


def records_between(before: PageList, after: PageList) -> list[Record]:
    """Return the records that lead from one state of a list to the next; none if both are alike."""
    records = [
        _page_record(number, page)
        for number, page in after.known.items()
        if before.known.get(number) != page
    ]
    if records or _order_record(before) != _order_record(after):
        records.append(_order_record(after))
    return records


def record_of_page(number: int, page: ListedPage) -> Record:
    """Return the record that tells more of one page, which an order has named before."""
    return _page_record(number, page) | {"is_alone": True}


def list_from_records(records: Iterable[tuple[int, Any]]) -> PageList:
    """Return the list that numbered records lead to, as far as they make sense.

    Raises ``DocumentFileError`` for the list of a newer program.
    """
    known: dict[int, ListedPage] = {}
    counting: dict[int, ListedPage] = {}
    found = PageList()
    for _, value in records:
        try:
            record = mapping(value, "a record")
            kind = record.get("kind")
            if kind == "pages":
                _check_version(record)
            elif kind == "page":
                number, page = _page(record)
                known[number] = page
                if record.get("is_alone") is True:
                    counting[number] = page
            elif kind == "order":
                found, counting = _ordered(record, known), dict(known)
        except RecordError:  # the next order says it all again
            continue
    return replace(found, known=counting)


def _page_record(number: int, page: ListedPage) -> Record:
    record: Record = {
        "kind": "page",
        "number": number,
        "source": text_value(page.source),
        "page_number": int(page.page_number),
        "page_count": int(page.page_count),
        "member": page.member,
        "journal": page.journal,
    }
    if page.check is not None:
        record["check"] = check_record(page.check)
    return record


def _order_record(pages: PageList) -> Record:
    return {
        "kind": "order",
        "order": list(pages.order),
        "removed": [list(each) for each in pages.removed],
        "document": text_value(pages.document),
        "saved": None if pages.saved is None else list(pages.saved),
        "is_moved": pages.is_moved,
    }


def _check_version(record: Record) -> None:
    version = record.get("version")
    if record.get("format") != FORMAT or type(version) is not int:
        raise RecordError("this is not a list of pages")
    if version > FORMAT_VERSION:
        raise DocumentFileError(
            "This list of pages was written by a newer ocrdesk.",
            advice="Update ocrdesk to get the order of the pages back.",
        )


def _page(record: Record) -> tuple[int, ListedPage]:
    return whole(record.get("number"), "the number of a page"), ListedPage(
        text(record.get("source"), "the source of a page"),
        whole(record.get("page_number"), "the number of a page"),
        whole(record.get("page_count"), "the number of pages", least=1),
        text(record.get("member"), "the image of a page"),
        whole(record.get("journal"), "the journal of a page"),
        optional(record.get("check"), check_from_record),
    )


def _ordered(record: Record, known: Mapping[int, ListedPage]) -> PageList:
    """Return the list that an order makes of the pages known by then."""
    removed = [items(each, "a page taken out", count=2) for each in _items(record, "removed")]
    return PageList(
        dict(known),
        _numbers(record.get("order"), known),
        tuple((n, place) for n, place in map(_pair, removed) if n in known),
        text(record.get("document"), "the path of a document"),
        optional(record.get("saved"), lambda value: _numbers(value, known)),
        record.get("is_moved") is True,
    )


def _items(record: Record, name: str) -> list[Any]:
    return items(record.get(name), f"“{name}” of an order")


def _pair(value: list[Any]) -> tuple[int, int]:
    return whole(value[0], "the number of a page"), whole(value[1], "the place of a page")


def _numbers(value: object, known: Mapping[int, ListedPage]) -> tuple[int, ...]:
    """Return the numbers of pages, each once; a page whose record is damaged is left out."""
    numbers = (whole(number, "the number of a page") for number in items(value, "an order"))
    return tuple(dict.fromkeys(number for number in numbers if number in known))
