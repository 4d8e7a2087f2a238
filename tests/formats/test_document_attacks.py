"""Archives made to do harm are refused before anything in them is read."""

import io
import stat
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from ocrdesk.errors import DocumentFileError, ImageFileError
from ocrdesk.formats import archive_file
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from tests.formats.documents import pack, parts_of, refusal, whole_document


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ocrdesk"


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
    assert "have the same name" in refusal(path)


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
    assert "300 files" in refusal(path)


def test_members_over_one_another(path: Path) -> None:
    whole_document(path)
    content = bytearray(path.read_bytes())
    first = content.index(b"PK\1\2")
    second = content.index(b"PK\1\2", first + 4)
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    path.write_bytes(content)
    assert "overlap" in refusal(path)


def test_something_before_or_behind(path: Path) -> None:
    whole_document(path)
    content = path.read_bytes()
    path.write_bytes(b"#!/bin/sh\n" + content)
    assert "table of contents is not where it should be" in refusal(path)
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
