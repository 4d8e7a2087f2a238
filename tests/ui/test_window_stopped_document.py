"""Stopping while a document is being opened closes none of its pages: saving would lose them."""

import threading
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import save_document
from ocrdesk.formats.document_images import image_file_of
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import open_images
from ocrdesk.page.document import PageDocument
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers import page_work
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def document(make_page: PageMaker, tmp_path: Path) -> Path:
    """A document of three pages that nobody read yet."""
    pages = []
    for name in "abc":
        path = make_page(f"{name}.png", f"{name}B")
        (image,) = open_images(path)
        kept = image_file_of(PageDocument(str(path), pixels=image.pixels))
        pages.append(StoredPage(PageDocument(str(path)), image=kept))
    save_document(tmp_path / "scans.ocrdesk", pages)
    return tmp_path / "scans.ocrdesk"


def test_stopping_keeps_the_pages_of_a_document(
    desk: Desk, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, go_on = page_work.load_stored, threading.Event()

    def hold(
        document: PageDocument, member: Member
    ) -> Generator[Progress, None, page_work.LoadedImage]:
        while not go_on.is_set() and document.source.endswith("b.png"):
            time.sleep(0.005)
            yield Progress("Held", 0.0)
        return (yield from real(document, member))

    monkeypatch.setattr(page_work, "load_stored", hold)
    desk.window.open_paths([str(document)])
    desk.wait_until(lambda: len(desk.window.session.documents) == 3)
    first, second, third = desk.window.session.documents
    desk.wait_until(lambda: desk.window.reading.busy is second)
    assert desk.current is first
    desk.do("stop")
    assert desk.window.session.documents == (first, second, third)
    assert not desk.window.isWindowModified()
    go_on.set()
    for opened in (second, third):
        desk.window.session.show(opened)
        desk.wait_until(lambda opened=opened: opened.page is not None)  # type: ignore[misc]
