"""Documents as the window has them, and how to look into their files."""

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.document_images import image_file_of
from ocrdesk.formats.image_file import open_images
from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import set_correction
from ocrdesk.page.history import History, step_between
from tests.page.any_page import large_page

Parts = dict[str, bytes]


def picture(path: Path, *, seed: int = 1, **options: Any) -> Path:
    rng = np.random.default_rng(seed)
    Image.fromarray(rng.integers(0, 256, (40, 60, 3), np.uint8)).save(path, **options)
    return path


def opened(path: Path, *, quarters: int = 0) -> PageDocument:
    """The document of an image file, as the window has it after reading."""
    image = next(open_images(path)).turned(-quarters)
    document = PageDocument(str(path), pixels=image.pixels, rotation=int(image.rotation))
    return document.with_page(large_page(7))


def edited(page: PageDocument, *, times: int = 3) -> tuple[PageDocument, History]:
    assert page.page is not None
    now, history = page.page, History()
    for number in range(times):
        after, change = set_correction(now, 1 + number % 7, "ABC"[number % 3])
        now, history = after, history.pushed(step_between(now, after, change), after)
    return page.with_page(now), history


def stored(path: Path, **values: Any) -> StoredPage:
    document, history = edited(opened(path))
    return StoredPage(document, history, image_file_of(document), **values)


def members(path: Path) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: info for info in archive.infolist()}


def whole_document(path: Path) -> StoredPage:
    pixels = np.arange(600, dtype=np.uint8).reshape(20, 30)
    pixels.setflags(write=False)
    first = large_page(3, classes=4)
    page, change = set_correction(first, 1, "A")
    history = History().pushed(step_between(first, page, change), page)
    kept = StoredPage(PageDocument("a.png", pixels=pixels, page=page), history, title="A")
    save_document(path, [kept])
    return kept


def refusal(path: Path) -> str:
    with pytest.raises(DocumentFileError) as caught:
        open_document(path)
    assert caught.value.advice
    assert path.name in caught.value.message
    return caught.value.message


def parts_of(path: Path) -> Parts:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, parts: Parts, **changes: Any) -> None:
    """Write an archive of those members; ``changes`` are made to the first member's entry."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for attribute, value in changes.items():
                setattr(info, attribute, value)
            changes = {}
            archive.writestr(info, content)
