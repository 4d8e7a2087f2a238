"""Every usual kind of image file becomes the same upright 8-bit pixels."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.image_file import SourceImage, is_image_file, open_images, open_preview

GREY = np.linspace(0, 255, 12 * 20).reshape(12, 20).astype(np.uint8)


def only(path: Path) -> SourceImage:
    (image,) = open_images(path)
    assert image.pixels.dtype == np.uint8
    assert image.pixels.flags.c_contiguous
    assert not image.pixels.flags.writeable
    assert (image.page_number, image.page_count) == (0, 1)
    assert image.source == str(path)
    return image


def saved(image: Image.Image, path: Path, **options: Any) -> SourceImage:
    image.save(path, **options)
    return only(path)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".webp", ".gif", ".ppm"])
def test_colour_comes_back_exactly_from_lossless_formats(tmp_path: Path, suffix: str) -> None:
    options = {"lossless": True} if suffix == ".webp" else {}
    picture = np.full((12, 20, 3), 255, np.uint8)
    picture[3:6, 4:9] = (200, 10, 10)
    image = saved(Image.fromarray(picture), tmp_path / f"a{suffix}", **options)
    assert np.array_equal(image.pixels, picture)
    assert (image.width, image.height) == (20, 12)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".gif", ".pgm"])
def test_grey_stays_two_dimensional(tmp_path: Path, suffix: str) -> None:
    assert np.array_equal(saved(Image.fromarray(GREY), tmp_path / f"a{suffix}").pixels, GREY)


def test_jpeg_is_close(tmp_path: Path) -> None:
    image = saved(Image.fromarray(GREY), tmp_path / "a.jpg", quality=95)
    assert np.abs(image.pixels.astype(int) - GREY).max() < 12


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_obeyed(tmp_path: Path, orientation: int) -> None:
    upright = np.zeros((40, 64), np.uint8)
    upright[:16, :16] = 255  # the mark belongs in the top left corner
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.T,
        6: np.rot90(upright),
        7: upright[::-1, ::-1].T,
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = Image.fromarray(np.ascontiguousarray(stored))
    for suffix in (".jpg", ".png", ".tif", ".webp"):
        image = saved(picture, tmp_path / f"a{suffix}", exif=exif)
        assert (image.height, image.width) == (40, 64), suffix
        grey = image.pixels if image.pixels.ndim == 2 else image.pixels[..., 0]
        assert grey[4:12, 4:12].min() > 240, suffix
        assert grey[24:, 24:].max() < 15, suffix


def test_damaged_exif_does_not_matter(tmp_path: Path) -> None:
    image = saved(Image.fromarray(GREY), tmp_path / "a.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f")
    assert image.pixels.shape == GREY.shape


@pytest.mark.parametrize(
    ("mode", "sample_type", "suffix"),
    [
        ("I;16", "<u2", ".png"),
        ("I;16", "<u2", ".tif"),
        ("I;16B", ">u2", ".tif"),
        ("I", "<i4", ".tif"),
    ],
)
def test_sixteen_bits_are_scaled(tmp_path: Path, mode: str, sample_type: str, suffix: str) -> None:
    deep = np.array([[0, 257 * 10, 257 * 200, 65535]], sample_type)
    picture = Image.frombytes(mode, (4, 1), deep.tobytes())
    assert saved(picture, tmp_path / f"a{suffix}").pixels.tolist() == [[0, 10, 200, 255]]


def test_twelve_bits_in_a_sixteen_bit_file_are_not_black(tmp_path: Path) -> None:
    deep = np.array([[0, 2048, 4095]], np.uint16)
    assert saved(Image.fromarray(deep), tmp_path / "a.tif").pixels.tolist() == [[0, 128, 255]]


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),
        ([0.0, 128.0, 250.0], [0, 128, 250]),
        ([0.0, 32896.0, 65535.0], [0, 128, 255]),
        ([-1.0, 0.0, 1.0], [0, 128, 255]),
        ([0.0, float("nan"), 1.0], [0, 0, 255]),
        ([0.0, 5.02e5, 1e6], [0, 128, 255]),
        ([-3.0, -3.0, -3.0], [0, 0, 0]),
        ([float("nan")] * 3, [0, 0, 0]),
    ],
)
def test_floating_samples_are_scaled(
    tmp_path: Path, samples: list[float], expected: list[int]
) -> None:
    picture = Image.fromarray(np.array([samples], np.float32))
    assert saved(picture, tmp_path / "a.tif").pixels.tolist() == [expected]


def test_white_is_zero_in_sixteen_bits(tmp_path: Path) -> None:
    deep = np.array([[0, 65535]], np.uint16)
    Image.fromarray(deep).save(tmp_path / "a.tif", tiffinfo={262: 0})
    assert only(tmp_path / "a.tif").pixels.tolist() == [[255, 0]]


def test_one_bit_is_black_and_white(tmp_path: Path) -> None:
    picture = Image.fromarray(GREY > 128).convert("1")
    for suffix in (".png", ".tif", ".bmp", ".pbm"):
        pixels = saved(picture, tmp_path / f"a{suffix}").pixels
        assert np.array_equal(pixels, np.where(GREY > 128, 255, 0)), suffix


def test_alpha_is_laid_on_white(tmp_path: Path) -> None:
    rgba = np.zeros((1, 3, 4), np.uint8)
    rgba[0, :, 3] = (0, 128, 255)
    pixels = saved(Image.fromarray(rgba), tmp_path / "a.png").pixels
    assert pixels[0, :, 0].tolist() == [255, 127, 0]
    assert pixels.shape == (1, 3, 3)


def test_grey_with_alpha_stays_grey(tmp_path: Path) -> None:
    picture = Image.merge("LA", [Image.new("L", (2, 1), 0), Image.new("L", (2, 1), 0)])
    picture.putpixel((1, 0), (40, 255))
    assert saved(picture, tmp_path / "a.png").pixels.tolist() == [[255, 40]]


@pytest.mark.parametrize("mode", ["L", "1"])
def test_a_transparent_grey_level_is_paper(tmp_path: Path, mode: str) -> None:
    picture = Image.new(mode, (2, 1), 255)
    picture.putpixel((0, 0), 0)
    assert saved(picture, tmp_path / "a.png", transparency=0).pixels.tolist() == [[255, 255]]


def test_palette_with_transparency(tmp_path: Path) -> None:
    picture = Image.new("P", (3, 1))
    picture.putpalette([0, 0, 0, 200, 0, 0, 0, 0, 90])
    for x in range(3):
        picture.putpixel((x, 0), x)
    pixels = saved(picture, tmp_path / "a.png", transparency=b"\x00\xff\xff").pixels
    assert pixels.tolist() == [[[255, 255, 255], [200, 0, 0], [0, 0, 90]]]


def test_palette_of_greys_is_grey(tmp_path: Path) -> None:
    picture = Image.new("P", (2, 1))
    picture.putpalette([9, 9, 9, 200, 200, 200])
    picture.putpixel((1, 0), 1)
    assert saved(picture, tmp_path / "a.png").pixels.tolist() == [[9, 200]]
    assert saved(picture, tmp_path / "b.png", transparency=0).pixels.tolist() == [[255, 200]]


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    picture = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    for suffix in (".jpg", ".tif"):
        red = saved(picture, tmp_path / f"a{suffix}").pixels[8, 8]
        assert red[0] > 230, suffix
        assert red[1:].max() < 40, suffix


def test_the_first_picture_of_an_animation(tmp_path: Path) -> None:
    frames = [Image.new("L", (4, 4), level) for level in (10, 200)]
    for suffix in (".gif", ".webp"):
        path = tmp_path / f"a{suffix}"
        frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True)
        assert abs(int(only(path).pixels.ravel()[0]) - 10) <= 1, suffix


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "scan.jpg"
    Image.fromarray(GREY).save(path, format="PNG")
    assert np.array_equal(only(path).pixels, GREY)
    nameless = path.rename(tmp_path / "scan")
    assert np.array_equal(only(nameless).pixels, GREY)
    assert is_image_file(nameless)


def test_pages_of_a_tiff_are_decoded_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    pages = [Image.new("L", (4 + at, 3), 40 * at) for at in range(4)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    images = open_images(path)
    first = next(images)
    assert (first.page_number, first.page_count, first.width) == (0, 4, 4)
    path.write_bytes(b"gone")  # nothing has been read ahead
    with pytest.raises(ImageFileError, match="not an image"):
        next(images)


def test_all_pages_of_a_tiff(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    pages = [Image.new("L", (4 + at, 3), 40 * at) for at in range(4)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    images = list(open_images(path))
    assert [image.width for image in images] == [4, 5, 6, 7]
    assert [int(image.pixels[0, 0]) for image in images] == [0, 40, 80, 120]
    assert [image.page_number for image in images] == [0, 1, 2, 3]


def test_previews_inside_a_tiff_are_not_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    page, preview = Image.new("L", (8, 8)), Image.new("L", (2, 2))
    preview.encoderinfo = {"tiffinfo": {254: 1}}
    page.save(path, save_all=True, append_images=[preview, page])
    images = list(open_images(path))
    assert [(image.width, image.page_number) for image in images] == [(8, 0), (8, 1)]
    preview.save(path, tiffinfo={254: 1})
    assert only(path).width == 2  # a file of nothing but previews is still worth showing


def open_file_count() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files in /proc")
def test_no_file_stays_open_between_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.new("L", (4, 4)).save(path, save_all=True, append_images=[Image.new("L", (4, 4))] * 2)
    before = open_file_count()
    images = open_images(path)
    next(images)
    assert open_file_count() == before
    list(open_images(path))
    (tmp_path / "b.png").write_bytes(b"no image")
    with pytest.raises(ImageFileError):
        next(open_images(tmp_path / "b.png"))
    assert open_file_count() == before


def test_opening_images_and_datasets_loads_no_heavy_library() -> None:
    code = (
        "import sys, ocrdesk.formats.dataset_file, ocrdesk.formats.stroke_file\n"
        "assert not {'scipy', 'skimage', 'PySide6'} & set(sys.modules), 'loaded'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_real_pages_open_upright(shared_data: Path) -> None:
    for path in sorted((shared_data / "pages").glob("*.*"))[:40:8]:
        if path.suffix != ".json":
            assert only(path).height > 100


@pytest.mark.parametrize("turned", [1, 6])
def test_a_preview_is_the_same_picture_smaller(tmp_path: Path, turned: int) -> None:
    full = Image.linear_gradient("L").resize((1600, 1000))
    exif = Image.Exif()
    exif[274] = turned  # as the camera was held
    full.save(tmp_path / "photo.jpg", exif=exif)
    preview = open_preview(tmp_path / "photo.jpg", 120)
    (whole,) = open_images(tmp_path / "photo.jpg")
    assert (preview.width * 8, preview.height * 8) == (whole.width, whole.height)
    small = Image.fromarray(whole.pixels).reduce(8)
    assert np.abs(np.asarray(small, int) - preview.pixels).max() <= 4


def test_a_preview_is_never_smaller_than_asked(tmp_path: Path) -> None:
    Image.new("RGB", (500, 300), "navy").save(tmp_path / "photo.jpg")
    Image.new("L", (500, 300), 99).save(tmp_path / "scan.png")
    assert open_preview(tmp_path / "photo.jpg", 120).pixels.shape == (150, 250, 3)
    assert open_preview(tmp_path / "scan.png", 120).pixels.shape == (300, 500)


def test_a_preview_of_what_is_damaged_or_no_picture_is_refused(tmp_path: Path) -> None:
    Image.effect_noise((400, 400), 50).save(tmp_path / "photo.jpg")
    content = (tmp_path / "photo.jpg").read_bytes()
    (tmp_path / "photo.jpg").write_bytes(content[: len(content) // 2])
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7\n")
    for name in ("photo.jpg", "page.pdf", "gone.jpg"):
        with pytest.raises(ImageFileError) as caught:
            open_preview(tmp_path / name, 100)
        assert name in caught.value.message
