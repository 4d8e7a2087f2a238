"""A failed saving leaves the document before, and so does one that would destroy another's."""

import errno
import os
import shutil
import subprocess
import sys
import time
import zipfile
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import (
    DocumentChangedError,
    DocumentFileError,
    ImageFileError,
    OcrdeskError,
    OutputError,
)
from ocrdesk.formats import document_members
from ocrdesk.formats.archive_file import Archive, opened_archive
from ocrdesk.formats.document_entries import StoredPage, load_history
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.page.document import PageDocument
from tests.formats.documents import picture, stored
from tests.page.any_page import large_page


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "work.ocrdesk"


def test_a_changed_image_gives_way_to_what_was_read(tmp_path: Path, target: Path) -> None:
    scan = picture(tmp_path / "scan.png")
    page = stored(scan)
    picture(scan, seed=2)
    again = save_document(target, [page]).pages[0]
    assert isinstance(again.image, Member)
    assert page.document.pixels is not None
    assert np.array_equal(load_image(again.document, again.image).pixels, page.document.pixels)


@pytest.mark.parametrize("is_gone", [True, False])
def test_an_image_that_cannot_be_had_is_told(
    tmp_path: Path, target: Path, *, is_gone: bool
) -> None:
    target.write_bytes(b"before")
    scan = picture(tmp_path / "scan.png")
    page = stored(scan)
    if is_gone:
        scan.unlink()
    else:
        picture(scan, seed=2)
    without = replace(page, document=page.document.with_pixels(None))
    with pytest.raises(ImageFileError, match=r"scan\.png"):
        save_document(target, [without])
    assert target.read_bytes() == b"before"
    assert sorted(tmp_path.iterdir()) == sorted([target] + ([] if is_gone else [scan]))


def test_saving_over_what_another_saved_is_refused(tmp_path: Path, target: Path) -> None:
    page = stored(picture(tmp_path / "scan.png"))
    mine = save_document(target, [page])
    save_document(target, [replace(page, title="theirs")], expected=mine.stamp)
    theirs = target.read_bytes()
    with pytest.raises(DocumentChangedError, match="another window") as caught:
        save_document(target, [replace(page, title="mine")], expected=mine.stamp)
    assert "another name" in caught.value.advice
    assert target.read_bytes() == theirs
    assert save_document(tmp_path / "mine.ocrdesk", [page])


def test_documents_that_parts_are_copied_from_are_opened_once(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans = [picture(tmp_path / f"scan{seed}.png", seed=seed) for seed in range(4)]
    pages = [stored(scan) for scan in scans]
    sources = [tmp_path / "one.ocrdesk", tmp_path / "other.ocrdesk"]
    kept = [save_document(path, pages).pages for path in sources]
    opened: list[Path] = []

    def counted(path: Path) -> AbstractContextManager[Archive]:
        opened.append(path)
        return opened_archive(path)

    monkeypatch.setattr(document_members, "opened_archive", counted)
    saved = save_document(target, [*kept[0], *kept[1]])
    assert opened == sources
    assert len(saved.pages) == 8
    for page, again in zip((*pages, *pages), saved.pages, strict=True):
        assert load_history(again).steps == load_history(page).steps != ()
        assert page.document.pixels is not None
        assert isinstance(again.image, Member)
        pixels = load_image(again.document, again.image).pixels
        assert np.array_equal(pixels, page.document.pixels)
    assert len(opened) > len(sources)  # nothing is kept open behind the saving


def test_a_file_of_the_same_content_is_the_same_file(tmp_path: Path, target: Path) -> None:
    page = stored(picture(tmp_path / "scan.png"))
    mine = save_document(target, [page])
    shutil.copy(target, tmp_path / "copy")  # as a cloud folder may: other times, same bytes
    (tmp_path / "copy").replace(target)
    assert save_document(target, [replace(page, title="new")], expected=mine.stamp)


def test_what_was_removed_or_destroyed_meanwhile(tmp_path: Path, target: Path) -> None:
    page = stored(picture(tmp_path / "scan.png"))
    mine = save_document(target, [page])
    target.unlink()
    assert save_document(target, [page], expected=mine.stamp) == mine or target.is_file()
    target.write_bytes(b"something else")
    with pytest.raises(DocumentChangedError):
        save_document(target, [page], expected=mine.stamp)


def test_the_last_moment_counts(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = stored(picture(tmp_path / "scan.png"))
    mine = save_document(target, [page])
    real = os.fsync

    def meanwhile(handle: int) -> None:
        target.write_bytes(b"theirs")
        real(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(DocumentChangedError):
        save_document(target, [page], expected=mine.stamp)
    assert target.read_bytes() == b"theirs"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only")]
)
def test_a_failed_saving_leaves_the_file_before(
    tmp_path: Path,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    said: str,
) -> None:
    page = stored(picture(tmp_path / "scan.png"))
    mine = save_document(target, [page])
    before = target.read_bytes()

    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    if step == "write":
        monkeypatch.setattr(zipfile.ZipFile, "open", fail)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=said):
        save_document(target, [replace(page, title="new")], expected=mine.stamp)
    monkeypatch.undo()
    assert target.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_places_that_take_no_document(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere" / "a.ocrdesk", tmp_path / "a\0b"):
        with pytest.raises(OcrdeskError) as caught:
            save_document(place, [])
        assert isinstance(caught.value, OutputError)
    if os.name != "nt":
        with pytest.raises(OutputError, match="not a file"):
            save_document("/dev/null", [])


def test_no_picture_is_replaced_by_a_document(tmp_path: Path) -> None:
    scan = picture(tmp_path / "scan.png")
    before = scan.read_bytes()
    with pytest.raises(OutputError, match="is a picture"):
        save_document(scan, [stored(scan)])
    assert scan.read_bytes() == before


SAVING = """
import sys
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import save_document
from ocrdesk.page.document import PageDocument
for number in range(10**6):
    pages = [StoredPage(PageDocument(f"{number}.png", place)) for place in range(300)]
    save_document(sys.argv[1], pages)
    print(number, flush=True)
"""


def test_a_kill_while_saving_leaves_a_whole_document(target: Path) -> None:
    for seed in range(3):
        command = [sys.executable, "-c", SAVING, str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(np.random.default_rng(seed).random() / 20)
            program.kill()
            told = max([0, *map(int, program.stdout.read().split("\n")[:-1])])
        pages = open_document(target).pages
        assert len(pages) == 300
        assert pages[0].document.source in {f"{told}.png", f"{told + 1}.png"}
        assert len({page.document.source for page in pages}) == 1


def test_a_page_too_large_to_be_read_again_is_not_written(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocrdesk.formats.document_file.MOST_PAGE", 1000)
    page = StoredPage(PageDocument("a.png", page=large_page(7)))
    with pytest.raises(OutputError, match="too much"):
        save_document(target, [page])
    assert not target.exists()


def test_an_image_in_memory_outlives_its_document(tmp_path: Path, target: Path) -> None:
    page = save_document(target, [stored(picture(tmp_path / "scan.png"))]).pages[0]
    target.unlink()
    again = save_document(target, [page]).pages[0]
    assert isinstance(again.image, Member)
    assert load_image(again.document, again.image).width == 60


def test_parts_of_a_document_that_is_gone(tmp_path: Path, target: Path) -> None:
    page = save_document(target, [stored(picture(tmp_path / "scan.png"))]).pages[0]
    lazy = open_document(target).pages[0]
    save_document(target, [])
    assert isinstance(page.image, Member)
    with pytest.raises(DocumentFileError, match="it lacks"):
        load_image(page.document, page.image)
    target.unlink()
    with pytest.raises(DocumentFileError, match="There is no"):
        load_history(lazy)
    with pytest.raises(DocumentFileError, match="There is no"):
        save_document(target, [lazy])


def spoil(path: Path, name: str) -> bytes:
    """Put another content into a member of a document; return it."""
    with zipfile.ZipFile(path) as archive:
        members = {info: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:
        for info, content in members.items():
            archive.writestr(info, b"spoilt" if info.filename == name else content)
    return b"spoilt"


def test_a_damaged_image_is_carried_over_as_it_is(tmp_path: Path, target: Path) -> None:
    whole = save_document(target, [stored(picture(tmp_path / "scan.png"))]).pages[0]
    assert isinstance(whole.image, Member)
    left = spoil(target, whole.image.name)
    other = tmp_path / "other.ocrdesk"
    saved = save_document(other, open_document(target).pages)
    assert saved.damaged == {whole.image.name}
    with zipfile.ZipFile(other) as archive:
        assert archive.read(whole.image.name) == left
    lazy = open_document(other).pages[0]
    assert isinstance(lazy.image, Member)
    with pytest.raises(DocumentFileError, match="is damaged"):
        load_image(lazy.document, lazy.image)
    again = save_document(other, [whole]).pages[0]  # its pixels are in memory
    assert isinstance(again.image, Member)
    assert load_image(again.document, again.image).width == 60


@pytest.mark.parametrize("is_first", [True, False])
def test_a_whole_image_goes_before_the_damaged_one_of_the_same_name(
    tmp_path: Path, target: Path, *, is_first: bool
) -> None:
    page = stored(picture(tmp_path / "scan.png"))
    copy = tmp_path / "copy.ocrdesk"
    name = save_document(target, [page]).pages[0].image
    assert isinstance(name, Member)
    shutil.copy(target, copy)
    spoil(target, name.name)
    pages = [*open_document(target).pages, *open_document(copy).pages]
    saved = save_document(tmp_path / "both.ocrdesk", pages if is_first else pages[::-1])
    assert saved.damaged == frozenset()
    for again in saved.pages:
        assert isinstance(again.image, Member)
        assert load_image(again.document, again.image).width == 60
