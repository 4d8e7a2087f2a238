"""What a person does while a document is being saved goes neither into it nor astray."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers import document_work, page_work
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


class SlowDrive:
    """A drive that writes documents only while it is let; counts how often that began."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began = 0
        self.goes_on = threading.Event()
        self._save = save_document
        monkeypatch.setattr(document_work, "save_document", self.save)

    def save(self, *rest: Any, **options: Any) -> object:
        self.began += 1
        assert self.goes_on.wait(30)
        return self._save(*rest, **options)


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> Iterator[SlowDrive]:
    slow = SlowDrive(monkeypatch)
    slow.goes_on.set()
    yield slow
    slow.goes_on.set()


@pytest.fixture
def page(drive: SlowDrive, corrected: Desk) -> Desk:
    """A person in front of a page with one correction, its file on a slow drive."""
    return corrected


def save(desk: Desk, path: Path) -> Path:
    """Save for the first time."""
    desk.do("save_as")
    choose_file(desk, path)
    wait_saved(desk)
    return path.with_suffix(".ocrdesk")


def wait_saved(desk: Desk) -> None:
    desk.wait_until(lambda: any(n.text.startswith("Saved") for n in desk.told))
    desk.wait_until(lambda: desk.window.tasks.is_idle)


def titles(path: Path) -> list[str]:
    return [Path(stored.document.source).name for stored in open_document(path).pages]


def test_saving_twice_at_once_is_no_quarrel_with_another_program(
    page: Desk, drive: SlowDrive, tmp_path: Path
) -> None:
    path = save(page, tmp_path / "work")
    drive.goes_on.clear()
    page.type("W")
    page.do("save")
    page.type("V")
    page.do("save")
    page.wait_until(lambda: drive.began == 2)
    drive.goes_on.set()
    page.wait_until(lambda: drive.began == 3)
    page.wait_until(lambda: page.window.tasks.is_idle)
    assert page.window.findChild(QMessageBox) is None
    assert not page.window.isWindowModified()
    assert open_document(path).pages[0].document.page == page.page


def test_a_document_opened_while_another_is_saved_does_not_take_its_file(
    page: Desk, drive: SlowDrive, make_page: PageMaker, tmp_path: Path
) -> None:
    page.window.session.close(page.current)
    page.open(make_page("second.png", "XY"))
    second = save(page, tmp_path / "second")
    page.do("close_page")
    page.open(make_page("third.png", "XYZ"))  # read, not edited: nothing asks
    drive.goes_on.clear()
    page.do("save")
    choose_file(page, tmp_path / "third")
    page.wait_until(lambda: drive.began == 2)
    page.window.open_paths([str(second)])
    page.settle()
    drive.goes_on.set()
    page.wait_until(lambda: page.window.saving.file is not None)
    page.wait_until(lambda: page.current.title == "second.png")
    page.wait_until(lambda: page.window.tasks.is_idle)
    assert titles(tmp_path / "third.ocrdesk") == ["third.png"]
    assert page.window.saving.file is not None
    assert page.window.saving.file.path == second
    assert not page.window.isWindowModified()
    assert all(notice.level is not NoticeLevel.ERROR for notice in page.told)


def test_the_last_page_closed_while_it_is_saved_is_in_the_file(
    page: Desk, drive: SlowDrive, tmp_path: Path
) -> None:
    page.do("undo")
    drive.goes_on.clear()
    page.do("save_as")
    choose_file(page, tmp_path / "work")
    page.wait_until(lambda: drive.began == 1)
    page.do("close_page")
    drive.goes_on.set()
    wait_saved(page)
    page.settle()
    assert titles(tmp_path / "work.ocrdesk") == ["letter.png"]
    assert page.window.saving.file is None
    assert not page.window.isWindowModified()


def test_what_is_typed_after_choosing_to_save_and_close_is_asked_about(
    page: Desk, drive: SlowDrive, tmp_path: Path
) -> None:
    path = save(page, tmp_path / "work")
    page.type("W")
    drive.goes_on.clear()
    page.window.close()
    answer(page, "Save")
    page.wait_until(lambda: drive.began == 2)
    page.type("V")
    drive.goes_on.set()
    page.wait_until(lambda: page.window.findChild(QMessageBox) is not None)
    assert page.window.isVisible()
    answer(page, "Save")
    page.wait_until(lambda: not page.window.isVisible())
    assert open_document(path).pages[0].document.page == page.page


def test_a_window_closed_while_it_saves_goes_when_that_is_done(
    page: Desk, drive: SlowDrive, tmp_path: Path
) -> None:
    page.do("undo")
    drive.goes_on.clear()
    page.do("save_as")
    choose_file(page, tmp_path / "work")
    page.wait_until(lambda: drive.began == 1)
    page.window.close()
    page.window.close()
    assert page.window.isVisible()
    drive.goes_on.set()
    page.wait_until(lambda: not page.window.isVisible())
    assert titles(tmp_path / "work.ocrdesk") == ["letter.png"]


def test_a_saving_that_waits_does_not_write_what_is_opened_instead(
    page: Desk, monkeypatch: pytest.MonkeyPatch, make_page: PageMaker, tmp_path: Path
) -> None:
    first = save(page, tmp_path / "first")
    other = tmp_path / "other.ocrdesk"
    other.write_bytes(first.read_bytes())
    gone = threading.Event()
    load = page_work.load_file

    def load_slowly(*rest: Any, **options: Any) -> Generator[Progress, None, object]:
        while not gone.is_set():
            time.sleep(0.005)
            yield Progress("Opening", 0.0)
        return (yield from load(*rest, **options))

    monkeypatch.setattr(page_work, "load_file", load_slowly)
    page.window.open_paths([str(make_page("slow.png", "XY"))])
    page.wait_until(lambda: page.window.reading.busy is not None)
    content = first.read_bytes()
    page.do("save")
    page.window.open_paths([str(other)])
    page.wait_until(lambda: page.window.findChild(QMessageBox) is not None)
    answer(page, "Discard")
    page.wait_read(1)
    gone.set()
    page.wait_until(lambda: page.window.tasks.is_idle)
    assert first.read_bytes() == content
    assert page.window.saving.file is not None
    assert page.window.saving.file.path == other


def test_pages_of_a_document_are_made_ready_and_not_read(
    three: Desk,
    open_desk: Callable[[], Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever opens corrected pages should not fear that they are read anew."""
    three.do("save")
    choose_file(three, tmp_path / "three.ocrdesk")
    three.wait_until(lambda: not three.window.saving.is_saving)
    three.window.close()
    desk = open_desk()
    titles: list[str] = []
    monkeypatch.setattr(desk.window.views.progress, "start", titles.append)
    desk.drop([tmp_path / "three.ocrdesk"])
    desk.wait_until(lambda: len(desk.window.session.documents) == 3)
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert [title for title in titles if "png" in title] == [
        f"Getting {name}.png ready ({place} of 3)" for place, name in enumerate("abc", start=1)
    ]
    titles.clear()
    desk.do("read_again")
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert titles == ["Reading a.png"]
