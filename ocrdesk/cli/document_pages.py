"""The pages of documents as ``ocrdesk read`` gives them: as they were saved, or read again."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.page_hints import Hints
from ocrdesk.cli.wish import Complaint, Wish
from ocrdesk.errors import (
    DocumentFileError,
    ImageFileError,
    ModelFileError,
    OcrdeskError,
    UsageError,
)

if TYPE_CHECKING:
    from ocrdesk.formats.document_entries import StoredPage
    from ocrdesk.formats.page_picture import PicturedPage
    from ocrdesk.page.elements import Page
    from ocrdesk.services.recognizer import Recognizer


def read_document(file: Path, wish: Wish, *, on_damage: Complaint) -> Iterator["PicturedPage"]:
    """Yield the pages of a document as they were corrected; read those that never were.

    Where somebody said how to read, all are read so, but for what a person confirmed. One whose
    image is damaged or missing costs no other.
    """
    from ocrdesk.formats.page_picture import PicturedPage, picture_of_stored
    from ocrdesk.services.document_reading import stored_pages

    pages = _DocumentPages(wish, on_damage)
    for number, stored in enumerate(stored_pages(file), 1):
        title = f"“{file.name}”, page {number}"
        page = pages.read(stored, title)
        if page is not None:
            lying = replace(stored, document=stored.document.with_page(page))
            yield PicturedPage(page, partial(picture_of_stored, lying), title)


class _DocumentPages:
    """Reads pages of one document as was wished."""

    def __init__(self, wish: Wish, on_damage: Complaint) -> None:
        self._wish, self._complain = wish, on_damage
        self._hints = Hints(wish)
        self._known = {wish.recognizer.name: wish.recognizer}

    def read(self, stored: "StoredPage", title: str) -> "Page | None":
        """Return a page as it is to be given, None where there is nothing; tell what went wrong."""
        from ocrdesk.page.elements import Reader
        from ocrdesk.page.readers import signed

        page = stored.document.page
        if page is None:
            try:
                return self._read_first(stored, title)
            except (DocumentFileError, ImageFileError) as problem:
                self._complain(problem)
                return None
        page = signed(page, Reader(stored.model))
        if not self._wish.is_given:
            return page
        stored = replace(stored, document=stored.document.with_page(page))
        try:
            return self._read_again(stored, page, title)
        except (DocumentFileError, ImageFileError, ModelFileError, UsageError) as problem:
            self._complain(_left(problem, title))
            return page

    def _read_first(self, stored: "StoredPage", title: str) -> "Page":
        from ocrdesk.services.document_reading import read_stored

        wish = self._wish
        ink = wish.ink.over()
        task = read_stored(stored, wish.recognizer, field=wish.field, ink_settings=ink)
        reading = terminal.follow(task, title=title)
        self._hints.tell(reading, wish.recognizer, title)
        return reading.page

    def _read_again(self, stored: "StoredPage", page: "Page", title: str) -> "Page":
        from ocrdesk.services.document_reading import read_again

        wish, reader = self._wish, self._reader(stored)
        ink = wish.ink.over(page.ink_settings) if wish.ink.is_given else None
        task = read_again(stored, reader, field=wish.field, ink_settings=ink)
        reading = terminal.follow(task, title=title)
        self._hints.tell_of_wish(reading, reader, title)
        return reading.page

    def _reader(self, stored: "StoredPage") -> "Recognizer":
        """Return what is to read a page again: what read it before, unless one was named."""
        from ocrdesk.services.document_reading import reader_of

        if self._wish.is_chosen or not stored.model:
            return self._wish.recognizer
        if stored.model not in self._known:
            self._known[stored.model] = reader_of(stored)
        return self._known[stored.model]


def _left(problem: OcrdeskError, title: str) -> OcrdeskError:
    """Return a problem that a page could not be read again for, with what becomes of the page."""
    told = f"{title} is given as it was saved, not read again: {problem.message}"
    return type(problem)(told, advice=problem.advice)
