"""Every page of a PDF becomes one picture: a scan its own pixels, anything else at 300 dpi."""

import io
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from ocrdesk.formats.image_file import SourceImage, find_images, is_image_file, open_images
from tests.formats import pdf_making as pdf

NOISE = np.random.default_rng(5).integers(0, 255, (300, 200, 3), np.uint8)
NOISE_IMAGE = pdf.picture(NOISE)


def only(path: Path, content: bytes) -> SourceImage:
    path.write_bytes(content)
    (image,) = open_images(path)
    assert image.pixels.dtype == np.uint8
    assert image.pixels.flags.c_contiguous
    assert not image.pixels.flags.writeable
    assert (image.page_number, image.page_count, image.source) == (0, 1, str(path))
    return image


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's document lies."""
    return tmp_path / "scan.pdf"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("placed", "stored", "upright"),
    [
        (b"200 0 0 300 0 0", NOISE, NOISE),
        (b"0 300 -200 0 200 0", np.rot90(NOISE, -1), NOISE),
        (b"-200 0 0 300 200 0", NOISE, NOISE[:, ::-1]),
        (b"200 0 0 -300 0 300", NOISE, NOISE[::-1]),
    ],
)
def test_a_scan_keeps_its_own_pixels_and_stands_as_the_page_shows_it(
    path: Path,
    placed: bytes,
    stored: NDArray[np.uint8],
    upright: NDArray[np.uint8],
    turn: int,
) -> None:
    page = pdf.A_HAND_WIDE + b"/Rotate %d" % turn
    content = pdf.one_page(b"q %b cm /I Do Q" % placed, pdf.picture(stored), page=page)
    assert np.array_equal(only(path, content).pixels, np.rot90(upright, -turn // 90))


def test_sizes_that_do_not_come_out_even_keep_their_pixels_too(path: Path) -> None:
    rng = np.random.default_rng(6)
    for dpi in (72, 96, 200, 203.7, 300, 600):
        for _ in range(6):
            pixels = rng.integers(0, 255, rng.integers(5, 300, 2), np.uint8)
            image = only(path, pdf.scans([(pdf.picture(pixels), pixels.shape)], dpi=dpi))
            assert np.array_equal(image.pixels, pixels), (dpi, pixels.shape)


def test_a_page_box_in_whole_points_loses_no_row_of_pixels(path: Path) -> None:
    content = b"q 200.4 0 0 299.6 0 0 cm /I Do Q"
    assert np.array_equal(only(path, pdf.one_page(content, NOISE_IMAGE)).pixels, NOISE)


def test_black_and_white_and_jpeg_scans(path: Path) -> None:
    lines = (NOISE[..., 0] > 128) * np.uint8(255)
    Image.fromarray(lines).convert("1").save(path, resolution=300)  # as a fax, losslessly
    assert np.array_equal(next(open_images(path)).pixels, lines)
    file = io.BytesIO()
    smooth = Image.fromarray(NOISE).resize((25, 40)).resize((400, 640), Image.Resampling.BICUBIC)
    smooth.save(file, "JPEG", quality=90)
    with Image.open(file) as decoded:
        expected = np.asarray(decoded)
    image = only(path, pdf.scans([(pdf.jpeg_picture(file.getvalue(), (640, 400)), (640, 400))]))
    assert np.abs(image.pixels.astype(int) - expected).max() <= 8


def test_a_picture_in_a_form_on_a_page_with_margins(path: Path) -> None:
    form = pdf.stream(
        b"q 50 0 0 75 5 5 cm /I Do Q",
        b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Matrix [1 0 0 1 5 -5]"
        b" /Resources << /XObject << /I 5 0 R >> >>",
    )
    pixels = only(path, pdf.one_page(b"q 2 0 0 2 20 10 cm /F Do Q", NOISE_IMAGE, form)).pixels
    assert pixels.shape == (600, 400, 3)  # two pixels of the picture on a point
    assert np.array_equal(pixels[280:580, 80:280], NOISE)
    assert (pixels[:, :80] == 255).all()


def test_grey_stays_two_dimensional_and_colour_does_not(path: Path) -> None:
    grey = pdf.picture(np.repeat(NOISE[..., :1], 3, axis=2))
    assert only(path, pdf.one_page(image=grey)).pixels.shape == (300, 200)
    assert only(path, pdf.one_page(b"1 0 0 RG 9 9 m 90 90 l S")).pixels.ndim == 3
    assert only(path, pdf.one_page(b"9 9 m 90 90 l S")).pixels.ndim == 2


def test_a_scan_that_the_page_box_crops_keeps_the_pixels_inside(path: Path) -> None:
    page = pdf.A_HAND_WIDE + b" /CropBox [50 60 150 260]"
    pixels = only(path, pdf.one_page(image=NOISE_IMAGE, page=page)).pixels
    assert np.array_equal(pixels, NOISE[40:240, 50:150])


def test_an_invisible_signature_and_a_link_change_no_scan(path: Path) -> None:
    notes = [b"/Widget /FT /Sig /Rect [0 0 0 0]", b"/Link /Rect [9 9 99 99]"]
    objects = [b"<< /Type /Annot /Subtype %b /F 4 >>" % note for note in notes]
    page = pdf.A_HAND_WIDE + b" /Annots [6 0 R 7 0 R]"
    pixels = only(path, pdf.one_page(pdf.WHOLE_PAGE, NOISE_IMAGE, *objects, page=page)).pixels
    assert np.array_equal(pixels, NOISE)


def test_a_drawing_has_300_pixels_an_inch_and_only_what_the_page_box_shows(path: Path) -> None:
    bar = b"100 50 20 200 re f"
    assert only(path, pdf.one_page(bar)).pixels.shape == (1250, 833)
    page = pdf.A_HAND_WIDE + b" /CropBox [90 240 150 300] /Rotate 90"
    pixels = only(path, pdf.one_page(bar, page=page)).pixels
    assert pixels.shape == (250, 250)
    rows, columns = np.nonzero(pixels < 128)
    edges = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    # Ten points from the left, the upper end 50 from the top; then turned clockwise.
    assert np.abs(np.array(edges) - np.array([10, 30, 0, 10]) * 300 / 72).max() <= 1


@pytest.mark.parametrize(
    ("content", "shape"),
    [
        (pdf.WHOLE_PAGE + b" BT /T 12 Tf 3 Tr 9 9 Td (invisible) Tj ET", (300, 200)),
        (b"BT /T 12 Tf 9 9 Td (hidden below) Tj ET " + pdf.WHOLE_PAGE, (300, 200)),
        (pdf.WHOLE_PAGE + b" BT /T 12 Tf 9 9 Td (typed over it) Tj ET", (1250, 833)),
        (b"q 20 0 0 30 9 9 cm /I Do Q BT /T 12 Tf 9 99 Td (logo) Tj ET", (1250, 833)),
        (b"q 20 0 0 30 9 9 cm /I Do Q", (1250, 833)),
        (b"q 100 0 0 300 0 0 cm /I Do Q", (600, 400)),
    ],
)
def test_what_is_drawn_besides_decides_how_fine_a_page_is(
    path: Path, content: bytes, shape: tuple[int, int]
) -> None:
    assert only(path, pdf.one_page(content, NOISE_IMAGE)).pixels.shape[:2] == shape


def test_a_picture_finer_than_300_dpi_is_kept_under_what_is_drawn(path: Path) -> None:
    page = b"/MediaBox [0 0 20 30]"
    content = b"q 20 0 0 30 0 0 cm /I Do Q 0 G 0 29.9 m 20 29.9 l S"
    pixels = only(path, pdf.one_page(content, NOISE_IMAGE, page=page)).pixels
    assert np.array_equal(pixels[20:], NOISE[20:])


def test_a_mask_of_few_pixels_in_the_picture_is_not_lost(path: Path) -> None:
    # Scanners that save in layers keep ink as the mask of a picture of one pixel.
    mask = pdf.picture(NOISE[..., 0])
    image = pdf.picture(np.zeros((1, 1), np.uint8), b"/SMask 6 0 R")
    pixels = only(path, pdf.one_page(pdf.WHOLE_PAGE, image, mask)).pixels
    assert pixels.shape == (1250, 833)
    assert pixels.std() > 40


def test_transparency_is_laid_on_white(path: Path) -> None:
    mask = pdf.picture(np.array([[0, 128, 255]], np.uint8))
    image = pdf.picture(np.zeros((1, 3), np.uint8), b"/SMask 6 0 R")
    page = b"/MediaBox [0 0 3 1]"
    content = b"q 3 0 0 1 0 0 cm /I Do Q"
    pixels = only(path, pdf.one_page(content, image, mask, page=page)).pixels
    assert pixels.tolist() == [[255, 127, 0]]


def test_what_was_filled_in_and_noted_is_there(path: Path) -> None:
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (HELLO) /F 4 /P 3 0 R"
        b" /Rect [20 20 180 60] /DA (/T 30 Tf 0 g) >>"
    )
    stroke = pdf.stream(b"4 w 0 0 m 100 100 l S", b"/Subtype /Form /BBox [0 0 100 100]")
    ink = b"<< /Type /Annot /Subtype /Ink /F 4 /Rect [50 150 150 250] /AP << /N 8 0 R >> >>"
    form = b"/AcroForm << /Fields [6 0 R] /NeedAppearances true /DA (/T 30 Tf 0 g) >>"
    page = pdf.A_HAND_WIDE + b" /Annots [6 0 R 7 0 R]"
    content = pdf.one_page(b"", None, field, ink, stroke, page=page, catalogue=form)
    dark = only(path, content).pixels < 128
    assert dark[1000:1170].sum() > 1000
    assert dark[250:600].sum() > 1000
    assert not dark[700:900].any()


def test_pages_are_drawn_one_by_one_as_they_are_asked_for(path: Path) -> None:
    sizes = [(30 + at, 40) for at in range(4)]
    pages = [np.full(size, 40 * at, np.uint8) for at, size in enumerate(sizes)]
    content = pdf.scans([(pdf.picture(page), page.shape) for page in pages])
    path.write_bytes(content)
    images = list(open_images(path))
    assert [image.pixels.shape for image in images] == sizes
    assert [int(image.pixels[0, 0]) for image in images] == [0, 40, 80, 120]
    assert [(image.page_number, image.page_count) for image in images] == [
        (at, 4) for at in range(4)
    ]
    assert [image.page_number for image in open_images(path, first=2)] == [2, 3]
    assert list(open_images(path, first=4)) == []


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    content = pdf.one_page(image=NOISE_IMAGE)
    for name in ("scan", "grün 文字.png"):
        assert np.array_equal(only(tmp_path / name, content).pixels, NOISE)
        assert is_image_file(tmp_path / name)
    mailed = tmp_path / "mailed.pdf"
    assert only(mailed, b"Content-Type: application/pdf\r\n\r\n" + content).width == 200
    named = tmp_path / "photo.pdf"
    Image.fromarray(NOISE).save(named, "PNG")
    assert np.array_equal(next(open_images(named)).pixels, NOISE)
    assert find_images(tmp_path) == [tmp_path / "grün 文字.png", mailed, named]


def test_threads_take_turns(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    pages = [rng.integers(0, 255, (60, 40, 3), np.uint8) for _ in range(3)]
    content = pdf.scans([(pdf.picture(page), page.shape[:2]) for page in pages])
    files = [tmp_path / f"{number}.pdf" for number in range(4)]
    for file in files:
        file.write_bytes(content)
    together = threading.Barrier(len(files))

    def read(file: Path) -> bool:
        together.wait()
        return all(
            np.array_equal(image.pixels, pages[image.page_number])
            for _ in range(10)
            for image in open_images(file)
        )

    with ThreadPoolExecutor(len(files)) as threads:
        assert all(threads.map(read, files))


def test_nothing_is_left_behind_and_nothing_loaded_too_early(path: Path) -> None:
    path.write_bytes(pdf.scans([(NOISE_IMAGE, (300, 200))] * 3))
    Image.fromarray(NOISE).save(path.with_name("photo.png"))
    code = """
import sys, os
from pathlib import Path
from ocrdesk.formats.image_file import is_image_file, open_images
path = Path(sys.argv[1])
assert is_image_file(path)
list(open_images(path.with_name("photo.png")))
assert not [name for name in sys.modules if name.startswith("pypdfium2")], "loaded"
abandoned = open_images(path)
next(abandoned)
if Path("/proc/self/fd").exists():
    assert not [fd for fd in os.listdir("/proc/self/fd")
                if os.path.realpath(f"/proc/self/fd/{fd}") == str(path)], "open"
next(open_images(path)).width
"""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code, str(path.resolve())],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
