"""A file that cannot be opened gets one clear error with advice, never a traceback."""

import io
import os
import struct
import warnings
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.image_file import (
    find_images,
    is_image_file,
    natural_sort_key,
    open_images,
)

HalfDamaged = Callable[[Image.Image, Image.Image], Path]


def failure(path: Path) -> ImageFileError:
    with pytest.raises(ImageFileError) as caught:
        list(open_images(path))
    assert caught.value.advice
    assert path.name in caught.value.message
    return caught.value


def picture_bytes(suffix: str) -> bytes:
    rng = np.random.default_rng(5)
    grey = Image.fromarray(rng.integers(0, 255, (40, 60), np.uint8))
    stream = io.BytesIO()
    if suffix == ".tif":
        grey.save(stream, "TIFF", save_all=True, append_images=[grey, grey], compression="tiff_lzw")
    else:
        grey.save(stream, {".jpg": "JPEG", ".pgm": "PPM"}.get(suffix, suffix[1:].upper()))
    return stream.getvalue()


def png_header(width: int, height: int) -> bytes:
    content = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + content + struct.pack(">I", zlib.crc32(content))
    return b"\x89PNG\r\n\x1a\n" + chunk


def test_missing_file(tmp_path: Path) -> None:
    assert "There is no" in failure(tmp_path / "nowhere.png").message


def test_folder(tmp_path: Path) -> None:
    assert "is a folder" in failure(tmp_path).message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"just some text", "not an image"),
        (b'{\n  "pages": [', "was read from pictures"),
        (b'\xef\xbb\xbf{"pages": [', "was read from pictures"),
        (b'{"name": "else"}', "not an image"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1", "HEIC"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1", "AVIF"),
    ],
)
def test_foreign_content(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(content)
    assert reason in failure(path).message
    assert not is_image_file(path)


def test_heic_advises_to_export_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic")
    assert "JPEG" in failure(path).advice


def test_truncated_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(picture_bytes(".jpg")[:-400])
    assert "damaged or incomplete" in failure(path).message


def test_a_damaged_page_is_named(half_damaged: HalfDamaged) -> None:
    images = open_images(half_damaged(Image.new("L", (9, 9)), Image.new("L", (8, 8))))
    assert next(images).page_count == 3
    with pytest.raises(ImageFileError, match=r"Page 2 of “scans\.tif” is damaged"):
        next(images)


def test_the_pages_around_a_damaged_one_are_read(half_damaged: HalfDamaged) -> None:
    path = half_damaged(Image.new("L", (9, 9)), Image.new("L", (8, 8)))
    told: list[ImageFileError] = []
    images = list(open_images(path, on_damage=told.append))
    assert [(image.width, image.page_number) for image in images] == [(9, 0), (8, 2)]
    assert [error.message for error in told] == ["Page 2 of “scans.tif” is damaged or incomplete."]
    assert [image.page_number for image in open_images(path, first=2)] == [2]
    assert list(open_images(path, first=3)) == []


def test_a_file_of_one_damaged_page_is_an_error_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(picture_bytes(".jpg")[:-400])
    with pytest.raises(ImageFileError):
        list(open_images(path, on_damage=lambda error: pytest.fail(str(error))))


@pytest.mark.parametrize(("width", "height"), [(30_000, 20_000), (60_000, 50_000)])
def test_far_too_large(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "wall.png"
    path.write_bytes(png_header(width, height) + b"\0\0\0\0IDAT")
    error = failure(path)
    assert f"{width * height // 10**6:,} megapixels" in error.message
    assert "smaller" in error.advice


def test_a_large_page_opens_without_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    path = tmp_path / "a.png"
    Image.new("L", (40, 40)).save(path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert next(open_images(path)).width == 40


def test_zero_size(tmp_path: Path) -> None:
    path = tmp_path / "nothing.png"
    path.write_bytes(png_header(0, 7) + b"\0\0\0\0IDAT")
    failure(path)


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(picture_bytes(".png"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "not allowed" in failure(path).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system are Unix only")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert "pipe" in failure(tmp_path / "pipe.png").message


def test_odd_names_are_errors_too(tmp_path: Path) -> None:
    failure(tmp_path / "a\0b.png")
    failure(tmp_path / ("long" * 200))


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".bmp", ".webp", ".gif", ".pgm"])
def test_any_damage_is_an_image_or_an_image_file_error(tmp_path: Path, suffix: str) -> None:
    rng = np.random.default_rng(7)
    whole = picture_bytes(suffix)
    path = tmp_path / f"a{suffix}"
    for attempt in range(60):
        content = bytearray(whole)
        if attempt % 2:
            for position in rng.integers(0, min(len(content), 600), 4):
                content[position] = rng.integers(0, 256)
        else:
            del content[int(rng.integers(0, len(content))) :]
        path.write_bytes(content)
        with suppress(ImageFileError):
            assert all(image.pixels.size for image in open_images(path))


def test_images_of_a_folder_in_natural_order(tmp_path: Path) -> None:
    for name in ["page10.png", "page2.PNG", "Page1.jpg", "notes.txt", ".hidden.png", "x.tiff"]:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "album.png").mkdir()
    names = [path.name for path in find_images(tmp_path)]
    assert names == ["Page1.jpg", "page2.PNG", "page10.png", "x.tiff"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError, match="There is no"):
        find_images(tmp_path / "nowhere")
    with pytest.raises(ImageFileError, match="cannot be read"):
        find_images(Path(__file__))


@given(st.text(max_size=8), st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbers_are_ordered_by_value(stem: str, first: int, second: int) -> None:
    if stem[-1:].isdecimal():
        stem += "-"
    names = sorted([f"{stem}{first}.png", f"{stem}{second}.png"], key=natural_sort_key)
    assert names == [f"{stem}{number}.png" for number in sorted((first, second))]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_natural_order_is_total(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=natural_sort_key) == sorted(names, key=natural_sort_key)


@pytest.mark.skipif(os.name != "posix", reason="Pillow for Windows holds libtiff inside")
def test_the_library_below_says_nothing_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "damaged.tif"
    with Image.open(io.BytesIO(picture_bytes(".png"))) as picture:
        picture.save(path, compression="tiff_lzw")
    with Image.open(path) as image:
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        (start,) = image.tag_v2[273]
    content = bytearray(path.read_bytes())
    content[start : start + 200] = b"\x80\x7f" + bytes([0xFF]) * 198  # codes not in the table yet
    path.write_bytes(content)
    failure(path)
    assert capfd.readouterr() == ("", "")
