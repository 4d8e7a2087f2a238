"""Whatever happened to a document, the answer is the document or one error in words."""

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DocumentFileError, ImageFileError
from ocrdesk.formats import archive_file
from ocrdesk.formats.document_entries import StoredPage, load_history
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import set_correction
from ocrdesk.page.history import History, step_between
from tests.damage import damaged
from tests.page.any_page import large_page

Parts = dict[str, bytes]


def whole_document(path: Path) -> StoredPage:
    pixels = np.arange(600, dtype=np.uint8).reshape(20, 30)
    pixels.setflags(write=False)
    first = large_page(3, classes=4)
    page, change = set_correction(first, 1, "A")
    history = History().pushed(step_between(first, page, change), page)
    kept = StoredPage(PageDocument("a.png", pixels=pixels, page=page), history, title="A")
    save_document(path, [kept])
    return kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ocrdesk"


def refusal(path: Path) -> str:
    with pytest.raises(DocumentFileError) as caught:
        open_document(path)
    assert caught.value.advice
    assert path.name in caught.value.message
    return caught.value.message


def test_a_cut_off_document_is_always_refused(path: Path) -> None:
    whole_document(path)
    content = path.read_bytes()
    for length in range(0, len(content), 7):
        path.write_bytes(content[:length])
        assert "is damaged" in refusal(path)


def test_damage_never_ends_in_a_traceback_or_another_content(path: Path) -> None:
    kept = whole_document(path)
    content = path.read_bytes()
    rng = np.random.default_rng(17)
    refused = 0
    for _ in range(500):
        path.write_bytes(damaged(content, rng))
        try:
            again = open_document(path).pages[0]
            assert again.document.page == kept.document.page
            assert isinstance(kept.history, History)
            assert load_history(again) == kept.history.marked_saved()
            assert isinstance(again.image, Member)
            pixels = load_image(again.document, again.image).pixels
            assert kept.document.pixels is not None
            assert np.array_equal(pixels, kept.document.pixels)
        except DocumentFileError as error:
            refused += bool(error.advice)
    assert refused > 300


def test_places_that_hold_no_document(tmp_path: Path, path: Path) -> None:
    assert "There is no" in refusal(path)
    assert "is a folder" in refusal(tmp_path)
    path.write_bytes(b"")
    assert "its end is missing" in refusal(path)
    with pytest.raises(DocumentFileError):
        open_document("a\0b")


@pytest.mark.skipif(os.name == "nt", reason="Unix special files and permissions")
def test_pipes_and_forbidden_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(path)
    assert "a pipe" in refusal(path)
    path.unlink()
    whole_document(path)

    def refuse(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in refusal(path)


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


def with_manifest(path: Path, change: Callable[[Any], Any]) -> None:
    parts = parts_of(path)
    manifest = json.loads(parts["manifest.json"])
    parts["manifest.json"] = json.dumps(change(manifest)).encode()
    pack(path, parts)


def test_members_of_others_are_ignored(path: Path) -> None:
    kept = whole_document(path)
    pack(path, {**parts_of(path), "notes/Über.txt": b"hello", "images/": b""})
    again = open_document(path).pages[0]
    assert again.document.page == kept.document.page


@pytest.mark.parametrize(
    "name",
    [
        "../escape.json",
        "pages/../../escape.json",
        "/etc/passwd",
        "C:/windows.json",
        "c:windows.json",
        "pages\\..\\escape.json",
        "pages//escape.json",
        "./here.json",
        "..",
        "bell\a.json",
    ],
)
def test_names_that_lead_elsewhere(path: Path, name: str) -> None:
    whole_document(path)
    pack(path, {**parts_of(path), name: b"{}"})
    assert "could be put anywhere" in refusal(path)
    assert list(path.parent.iterdir()) == [path]


def test_members_of_one_name(path: Path) -> None:
    whole_document(path)
    pack(path, {**parts_of(path), "PAGES/0001.JSON": b"{}"})
    assert "have one name" in refusal(path)


def test_links(path: Path) -> None:
    whole_document(path)
    pack(path, parts_of(path), external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3)
    assert "is a link" in refusal(path)


def test_encrypted_members(path: Path) -> None:
    whole_document(path)
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(content)
    assert "is encrypted" in refusal(path)


def test_ways_of_packing_that_nobody_needs(path: Path) -> None:
    whole_document(path)
    pack(path, parts_of(path), compress_type=zipfile.ZIP_LZMA)
    assert "packed in an unknown way" in refusal(path)


def test_bombs_by_what_they_say(path: Path) -> None:
    whole_document(path)
    pack(path, {**parts_of(path), "images/x": bytes(10**6)})
    assert "far too large when unpacked" in refusal(path)


def test_bombs_that_lie_about_their_size(path: Path) -> None:
    kept = whole_document(path)
    parts = parts_of(path)
    image = next(name for name in parts if name.startswith("images/"))
    parts[image] = bytes(10**7)
    pack(path, parts)
    content = bytearray(path.read_bytes())
    for signature, shift in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        place = content.rindex(image.encode()) if shift == 24 else content.index(image.encode())
        start = content.rindex(signature, 0, place)
        content[start + shift : start + shift + 4] = (500_000).to_bytes(4, "little")
    path.write_bytes(content)
    again = open_document(path).pages[0]
    assert again.document.page == kept.document.page
    assert isinstance(again.image, Member)
    with pytest.raises(DocumentFileError, match="is damaged"):
        load_image(again.document, again.image)


def test_far_too_many_members(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(path, {f"notes/{number}": b"" for number in range(300)})
    monkeypatch.setattr(archive_file, "MOST_MEMBERS", 299)
    assert "300 members" in refusal(path)


def test_members_over_one_another(path: Path) -> None:
    whole_document(path)
    content = bytearray(path.read_bytes())
    first = content.index(b"PK\1\2")
    second = content.index(b"PK\1\2", first + 4)
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    path.write_bytes(content)
    assert "over one another" in refusal(path)


def test_something_before_or_behind(path: Path) -> None:
    whole_document(path)
    content = path.read_bytes()
    path.write_bytes(b"#!/bin/sh\n" + content)
    assert "list of members is not where it says" in refusal(path)
    path.write_bytes(content + b"more")
    assert "something follows it" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.comment = b"hello"
    assert "something follows it" in refusal(path)


def test_archives_beyond_the_first_limits_of_zip(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)
    kept = whole_document(path)
    assert b"PK\6\6" in path.read_bytes()
    monkeypatch.undo()
    again = open_document(path).pages[0]
    assert again.document.page == kept.document.page
    assert isinstance(again.image, Member)
    assert load_image(again.document, again.image).width == 30


def test_foreign_archives(path: Path) -> None:
    pack(path, {"word/document.xml": b"<xml/>"})
    assert "not a document of ocrdesk" in refusal(path)
    pack(path, {"manifest.json": b'{"format":"other"}'})
    assert "not a document of ocrdesk" in refusal(path)


def test_newer_documents(path: Path) -> None:
    whole_document(path)
    with_manifest(path, lambda manifest: {**manifest, "version": 2, "pages": "other"})
    with pytest.raises(DocumentFileError, match="newer ocrdesk") as caught:
        open_document(path)
    assert "Update" in caught.value.advice


def first_page(**values: Any) -> Callable[[Any], Any]:
    return lambda manifest: {**manifest, "pages": [{**manifest["pages"][0], **values}]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda manifest: [manifest], "is no object"),
        (lambda manifest: {**manifest, "version": True}, "not a document"),
        (lambda manifest: {**manifest, "version": 0}, "not a document"),
        (lambda manifest: {**manifest, "pages": None}, "list of pages"),
        (lambda manifest: {**manifest, "pages": [None]}, "page of the manifest"),
        (first_page(page="pages/9.json"), "holds no"),
        (first_page(page="manifest.json"), "can be called"),
        (first_page(image="manifest.json"), "can be called"),
        (first_page(image=f"histories/{'0' * 32}.json"), "can be called"),
        (first_page(image=f"images/{'0' * 32}.png"), "lacks"),
        (first_page(history=3), "name of a member"),
        (first_page(rotation=45), "right angle"),
        (first_page(rotation=360), "rotation"),
        (first_page(source=None), "source"),
        (first_page(page_count=0), "number of pages"),
        (first_page(view=[]), "view"),
    ],
)
def test_manifests_that_make_no_sense(path: Path, change: Callable[[Any], Any], said: str) -> None:
    whole_document(path)
    with_manifest(path, change)
    assert said in refusal(path)


def test_a_page_that_is_none(path: Path) -> None:
    whole_document(path)
    pack(path, {**parts_of(path), "pages/0001.json": b'{"width":0}'})
    assert "width" in refusal(path)


def test_pictures_of_absurd_size(path: Path) -> None:
    whole_document(path)
    stream = io.BytesIO()
    Image.new("1", (1, 1)).save(stream, "PNG")
    picture = bytearray(stream.getvalue())
    picture[16:24] = (2**30).to_bytes(4, "big") * 2
    replace_image(path, bytes(picture))
    again = open_document(path).pages[0]
    assert isinstance(again.image, Member)
    with pytest.raises((ImageFileError, DocumentFileError)):
        load_image(again.document, again.image)


def replace_image(path: Path, picture: bytes) -> None:
    """Put another picture into the document, called by its own checksum."""
    parts = parts_of(path)
    old = next(name for name in parts if name.startswith("images/"))
    new = f"images/{sha256(picture).hexdigest()[:32]}.png"
    parts = {new if name == old else name: content for name, content in parts.items()}
    parts[new] = picture
    parts["manifest.json"] = parts["manifest.json"].replace(old.encode(), new.encode())
    pack(path, parts)
