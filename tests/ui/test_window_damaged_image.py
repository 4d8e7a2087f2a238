"""A document whose picture of one page cannot be opened: all else goes on, and can be saved."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.document_images import image_file_of
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import open_images
from ocrdesk.page.document import PageDocument
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def image_of(path: Path, place: int) -> str:
    image = open_document(path).pages[place].image
    assert isinstance(image, Member)
    return image.name


def stored_bytes(path: Path, member: str) -> tuple[int, int]:
    """Where the content of a picture begins and ends in the file."""
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(member)
    assert info.compress_type == zipfile.ZIP_STORED
    assert not info.extra
    start = info.header_offset + 30 + len(member)
    return start, start + info.file_size


def damage(path: Path, member: str) -> None:
    """Change bytes in the middle of a picture, as a failing disk does."""
    content = bytearray(path.read_bytes())
    middle = sum(stored_bytes(path, member)) // 2
    content[middle : middle + 9] = bytes(byte ^ 0x5A for byte in content[middle : middle + 9])
    path.write_bytes(content)


@pytest.fixture
def spoilt(desk: Desk, make_page: PageMaker, tmp_path: Path) -> Path:
    """A document of three pages; the first has two steps and a picture that is damaged."""
    desk.open(*(make_page(f"{name}.png", f"{name}B") for name in "abc"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.settle()
    desk.click(1)
    desk.type("QR")
    desk.do("save")
    choose_file(desk, tmp_path / "work")
    desk.wait_until(lambda: not desk.window.isWindowModified())
    (tmp_path / "a.png").unlink()
    damage(tmp_path / "work.ocrdesk", image_of(tmp_path / "work.ocrdesk", 0))
    return tmp_path / "work.ocrdesk"


@pytest.fixture
def reopened(spoilt: Path, open_desk: Callable[[], Desk]) -> Desk:
    """A person who opened that document in another window."""
    again = open_desk()
    again.window.open_paths([str(spoilt)])
    again.wait_until(
        lambda: len(again.window.session.documents) == 3 and again.window.reading.busy is None
    )
    again.wait_until(lambda: again.window.reading.has_failed(again.current))
    again.wait_until(lambda: again.window.tasks.is_idle)
    again.window.activateWindow()
    again.wait_until(again.window.isActiveWindow)
    return again


def test_it_is_saved_elsewhere_with_the_damaged_picture_as_it_is(
    reopened: Desk, spoilt: Path, tmp_path: Path
) -> None:
    name = image_of(spoilt, 0)
    start, end = stored_bytes(spoilt, name)
    left = spoilt.read_bytes()[start:end]
    reopened.do("save_as")
    dialog = reopened.window.findChild(QFileDialog)
    assert dialog is not None
    other = tmp_path / "other.ocrdesk"
    dialog.fileSelected.emit(str(other))  # Qt would return the file there is, marked in its list
    dialog.close()
    reopened.settle()
    reopened.wait_until(other.is_file)
    # “Is open in another window” is a warning, too: the notice is known by what it is about.
    text = "Saved to other.ocrdesk. Kept damaged as it was: “a.png”."
    reopened.wait_until(lambda: text in [notice.text for notice in reopened.told])
    (told,) = [notice for notice in reopened.told if notice.text == text]
    assert told.level is NoticeLevel.WARNING
    assert "Add the pages anew" in told.advice
    with zipfile.ZipFile(other) as archive:
        assert archive.read(name) == left
        assert archive.testzip() is None
    assert [stored.document.page for stored in open_document(other).pages] == [
        opened.page for opened in reopened.window.session.documents
    ]
    reopened.window.activateWindow()
    reopened.do("save")
    assert reopened.window.findChild(QFileDialog) is None, "it is the file of these pages now"
    reopened.wait_until(lambda: not reopened.window.saving.is_saving)


def test_its_page_says_so_and_has_its_steps(reopened: Desk) -> None:
    assert reopened.current.document.pixels is None
    assert "cannot be opened" in reopened.window.views.page._hint.text()
    history = reopened.current.history
    names = [history.text(step) for step in range(history.count())]
    assert names == ["Set “Q”", "Set “R”"]
    reopened.key(Qt.Key.Key_F5)
    reopened.wait_until(lambda: reopened.window.reading.busy is None)
    reopened.settle()
    assert "F5" not in reopened.window.views.page._hint.text()
    reopened.do("undo")
    assert history.index() == 1
    assert reopened.window.isWindowModified()


def about_reading(desk: Desk) -> list[str]:
    return [notice.text for notice in desk.told if notice.topic == "read"]


def test_each_page_counts_once_and_only_while_it_is_open(
    spoilt: Path, open_desk: Callable[[], Desk]
) -> None:
    damage(spoilt, image_of(spoilt, 1))
    again = open_desk()
    again.window.open_paths([str(spoilt)])
    again.wait_until(lambda: len(again.window.session.documents) == 3)
    first, second, _ = again.window.session.documents
    again.wait_until(lambda: again.window.reading.has_failed(first))
    for way, opened in 3 * (("next_page", second), ("previous_page", first)):
        again.do(way)
        again.wait_until(lambda: again.window.reading.busy is None)
        assert again.current is opened
        again.settle()
    assert about_reading(again) == ["2 pages could not be read."]
    again.window.session.close(second)
    again.settle()
    (text,) = about_reading(again)
    assert "is damaged" in text
    again.window.session.close(first)
    again.settle()
    assert about_reading(again) == []


@pytest.fixture
def unread(make_page: PageMaker, tmp_path: Path) -> Path:
    """A document of two pages that nobody read yet, both with damaged pictures."""
    path = tmp_path / "scans.ocrdesk"
    images = [make_page(f"{name}.png", f"{name}B") for name in "ab"]
    save_document(
        path,
        [
            StoredPage(PageDocument(str(image)), image=image_file_of(next(loaded(image))))
            for image in images
        ],
    )
    for place in (0, 1):
        damage(path, image_of(path, place))
    for image in images:
        image.unlink()
    return path


def loaded(path: Path) -> Iterator[PageDocument]:
    for image in open_images(path):
        yield PageDocument(str(path), pixels=image.pixels)


def test_the_other_pages_become_a_pdf_if_a_person_agrees(reopened: Desk, tmp_path: Path) -> None:
    reopened.do("export")
    choose_file(reopened, tmp_path / "all.pdf")
    reopened.wait_until(lambda: reopened.window.tasks.is_idle)
    asked = reopened.told_of("exports")
    assert "a.png" in asked.text
    assert "b.png" not in asked.text
    for opened in reopened.window.session.documents[::-1]:  # whoever looks at them is asked still
        reopened.window.session.show(opened)
        reopened.settle()
    assert reopened.told_of("exports") is asked
    assert [path.name for path in tmp_path.iterdir() if "pdf" in path.name] == []
    reopened.window.notice_bar.action_requested.emit(reopened.number_of(asked))
    reopened.wait_until(
        lambda: any(told.topic == "exports" and told != asked for told in reopened.told)
    )
    told = reopened.told_of("exports")
    assert (told.text, told.level) == ("Exported 2 pages to all.pdf.", NoticeLevel.WARNING)
    assert "a.png" in told.advice
    with closing(pypdfium2.PdfDocument((tmp_path / "all.pdf").read_bytes())) as document:
        assert len(document) == 2
    first, *others = reopened.window.session.documents
    assert first.exported_to is None
    assert {opened.exported_to for opened in others} == {str(tmp_path / "all.pdf")}


def test_a_page_that_was_taken_out_meanwhile_is_none_of_the_others(
    reopened: Desk, tmp_path: Path
) -> None:
    reopened.do("export")
    choose_file(reopened, tmp_path / "all.pdf")
    reopened.wait_until(lambda: reopened.window.tasks.is_idle)
    asked = reopened.told_of("exports")
    last = reopened.window.session.documents[-1]
    reopened.window.session.close(last)
    reopened.window.notice_bar.action_requested.emit(reopened.number_of(asked))
    reopened.wait_until(
        lambda: any(told.topic == "exports" and told != asked for told in reopened.told)
    )
    assert reopened.told_of("exports").text == "Exported to all.pdf."
    with closing(pypdfium2.PdfDocument((tmp_path / "all.pdf").read_bytes())) as document:
        assert len(document) == 1
    assert last.exported_to is None


def test_a_document_of_damaged_pictures_alone_says_so_and_keeps_its_pages(
    desk: Desk, unread: Path, tmp_path: Path
) -> None:
    desk.window.open_paths([str(unread)])
    desk.wait_until(lambda: about_reading(desk) == ["2 pages could not be read."])
    assert desk.told_of("read").advice.splitlines() == [
        "The image of “a.png” is damaged in “scans.ocrdesk”.",
        "The image of “b.png” is damaged in “scans.ocrdesk”.",
        "Open another copy of the document, or add the page's image anew.",
    ]
    assert [opened.title for opened in desk.window.session.documents] == ["a.png", "b.png"]
    assert desk.window.views.page._hint.text() == "The image cannot be opened."
    assert not desk.window.isWindowModified()
    desk.do("save_as")
    choose_file(desk, tmp_path / "copy")
    desk.wait_until((tmp_path / "copy.ocrdesk").is_file)
    desk.wait_until(lambda: not desk.window.saving.is_saving)
    for place in (0, 1):
        name = image_of(unread, place)
        assert image_of(tmp_path / "copy.ocrdesk", place) == name
        start, end = stored_bytes(unread, name)
        with zipfile.ZipFile(tmp_path / "copy.ocrdesk") as archive:
            assert archive.read(name) == unread.read_bytes()[start:end]
