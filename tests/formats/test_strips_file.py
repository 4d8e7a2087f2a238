"""Strips with one text each, from a zip."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from ocrdesk.errors import DatasetError, ImageFileError
from ocrdesk.formats.strips_file import count_strips, open_strips


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (30, 10), 200).save(buffer, "PNG")
    return buffer.getvalue()


def _zip(folder: Path, **entries: bytes | str) -> Path:
    path = folder / "strips.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "."), content)
    return path


def test_strips_come_with_their_text(tmp_path: Path) -> None:
    path = _zip(tmp_path, labels__csv="file,text\r\na.png,JEAN-ROCH\r\n", a__png=_picture())
    (strip,) = open_strips(path)
    assert count_strips(path) == 1
    assert strip.text == "JEAN-ROCH"
    assert (strip.image.width, strip.image.height, strip.image.source) == (30, 10, "a.png")
    assert not strip.image.pixels.flags.writeable


def test_the_shared_strips_open(shared_data: Path) -> None:
    path = shared_data / "name_strips.zip"
    assert count_strips(path) == 1050
    assert next(iter(open_strips(path))).image.height > 10


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ({"a__png": b""}, "lacks labels.csv"),
        ({"labels__csv": "name,text\n"}, "lacks the columns"),
        ({"labels__csv": b"file,text\na,\xff"}, "not UTF-8"),
        ({"labels__csv": "file,text\nb.png,B\n"}, "lists “b.png”, which is not there"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, entries: dict[str, bytes | str], complaint: str
) -> None:
    with pytest.raises(DatasetError, match=complaint):
        list(open_strips(_zip(tmp_path, **entries)))


@pytest.mark.parametrize(
    ("offset", "value", "complaint"),
    [
        (8, 1, "cannot be unpacked"),  # a password
        (10, 99, "cannot be unpacked"),  # an unknown way of packing
        (27, 0x7F, "too large to be a strip"),  # the highest byte of the size
    ],
)
def test_what_cannot_be_unpacked_is_named(
    tmp_path: Path, offset: int, value: int, complaint: str
) -> None:
    """Changed in the zip's directory: APPNOTE.TXT (PKWARE), section 4.3.12."""
    path = _zip(tmp_path, labels__csv="file,text\na.png,A\n", a__png=_picture())
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + offset] = value
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=rf"a\.png.* {complaint}") as caught:
        list(open_strips(path))
    assert caught.value.advice


def test_a_short_row_and_a_giant_field_are_named(tmp_path: Path) -> None:
    path = _zip(tmp_path, labels__csv="text,file\nA\n")
    with pytest.raises(DatasetError, match="which is not there"):
        list(open_strips(path))
    with pytest.raises(DatasetError, match="not a table"):
        count_strips(_zip(tmp_path, labels__csv="file,text\na.png," + "A" * 200_000))


def test_pictures_in_a_zip_pass_the_same_door_as_files(tmp_path: Path) -> None:
    """PostScript, which Pillow would hand to another program, is no picture here either."""
    drawing = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"
    path = _zip(tmp_path, labels__csv="file,text\na.eps,A\n", a__eps=drawing)
    with pytest.raises(ImageFileError, match=r"“a\.eps” is not an image"):
        list(open_strips(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system are Unix only")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "strips.zip")
    with pytest.raises(DatasetError, match="pipe"):
        count_strips(tmp_path / "strips.zip")


def test_a_damaged_picture_is_named(tmp_path: Path) -> None:
    path = _zip(tmp_path, labels__csv="file,text\na.png,A\n", a__png=_picture()[:40])
    with pytest.raises(ImageFileError, match=r"a\.png"):
        list(open_strips(path))


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "strips.zip"
    path.write_bytes(b"not a zip")
    with pytest.raises(DatasetError, match="not a zip file"):
        count_strips(path)
    with pytest.raises(DatasetError, match="There is no"):
        count_strips(tmp_path / "missing.zip")
