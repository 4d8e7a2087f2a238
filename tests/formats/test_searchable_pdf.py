"""A searchable PDF shows the picture, and an independent reader finds the words where they are."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_images import ImageFile, file_checksum
from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.page_picture import (
    PicturedPage,
    paper_for,
    picture_of_file,
    picture_of_stored,
)
from ocrdesk.formats.searchable_pdf_file import searchable_pdf
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Page
from ocrdesk.page.turning import turned
from tests.formats.export_pages import SHOWN, hostile_page, plain_page

DPI = 200


def picture(path: Path, size: tuple[int, int] = (640, 480), **options: Any) -> Path:
    """A picture with a black corner, upper left, and a noise that no packing shrinks."""
    noise = np.random.default_rng(0).integers(120, 250, (size[1], size[0], 3), np.uint8)
    noise[:60, :80] = 0
    Image.fromarray(noise).save(path, **options)
    return path


def pictured(path: Path, page: Page, number: int = 0) -> PicturedPage:
    return PicturedPage(page, partial(picture_of_file, path, number, page))


@contextmanager
def read_back(pages: Sequence[PicturedPage]) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(b"".join(searchable_pdf(pages)))
    try:
        yield document
    finally:
        document.close()


def text_of(page: Any) -> str:
    return str(page.get_textpage().get_text_range()).replace("\r\n", "\n")


def rows_of(page: Any) -> list[str]:
    return [row.strip() for row in text_of(page).split("\n")]


def assert_words_in_place(shown: Any, page: Page, *, pixels: float) -> None:
    """Search for each word; its box, in pixels of the page, is near the word's."""
    width, height = shown.get_size()
    x, y = width / page.width, height / page.height
    text = shown.get_textpage()
    for word in page.words():
        search, errors = text.search(word.text, match_case=True), []
        while (found := search.get_next()) is not None:
            boxes = [text.get_charbox(at, loose=True) for at in range(found[0], sum(found))]
            edges = (
                min(box[0] for box in boxes) / x - word.box.left,
                max(box[2] for box in boxes) / x - word.box.right,
                (height - max(box[3] for box in boxes)) / y - word.box.top,
                (height - min(box[1] for box in boxes)) / y - word.box.bottom,
            )
            errors.append(max(map(abs, edges)))
        assert min(errors) <= pixels, word.text


def test_words_are_found_where_they_are(tmp_path: Path) -> None:
    page = plain_page("HELLO A BIG WORLD", "1 TO DO")
    with read_back([pictured(picture(tmp_path / "scan.png"), page)]) as document:
        assert rows_of(document[0]) == ["HELLO A BIG WORLD", "1 TO DO"]
        assert_words_in_place(document[0], page, pixels=1)


def test_any_character_can_be_copied(tmp_path: Path) -> None:
    with read_back([pictured(picture(tmp_path / "scan.png"), hostile_page())]) as document:
        assert rows_of(document[0]) == [f"{row} OK" for row in SHOWN]


def test_more_characters_than_a_byte_counts(tmp_path: Path) -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))
    rows = [letters[first : first + 20] for first in range(0, 600, 20)]
    page = replace(plain_page(*rows), width=640, height=60 * len(rows) + 40)
    path = picture(tmp_path / "scan.png", (page.width, page.height))
    with read_back([pictured(path, page)]) as document:
        assert rows_of(document[0]) == rows


def test_a_jpeg_is_kept_as_it_is(tmp_path: Path) -> None:
    path = picture(tmp_path / "scan.jpg", quality=70, dpi=(DPI, DPI))
    content = b"".join(searchable_pdf([pictured(path, plain_page("A"))]))
    assert path.read_bytes() in content
    with read_back([pictured(path, plain_page("A"))]) as document:
        assert document[0].get_size() == pytest.approx((640 * 72 / DPI, 480 * 72 / DPI), abs=0.01)
        kinds = [thing.type for thing in document[0].get_objects()]
    assert kinds == [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE] + 2 * [pypdfium2.raw.FPDF_PAGEOBJ_TEXT]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8, 2, 5])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270, 10])
def test_a_page_is_shown_as_it_lies(tmp_path: Path, orientation: int, rotation: int) -> None:
    exif = Image.Exif()
    exif[274] = orientation
    path = picture(tmp_path / "scan.jpg", quality=90, exif=exif)
    (image,) = open_images(path)
    page, _ = turned(plain_page("HELLO WORLD"), 0)
    page, _ = turned(replace(page, width=image.width, height=image.height), rotation)
    laid = image.laid(rotation, (page.width, page.height)).pixels
    with read_back([pictured(path, page)]) as document:
        size = document[0].get_size()
        assert size[0] / size[1] == pytest.approx(page.width / page.height, rel=0.01)
        drawn = document[0].render(scale=page.width / size[0]).to_numpy()
        if rotation != 10:
            assert sorted(text_of(document[0]).split()) == ["HELLO", "WORLD"]
    rows, columns = min(len(drawn), len(laid)) // 20, min(drawn.shape[1], laid.shape[1]) // 20
    for row, column in np.ndindex(rows, columns):
        area = slice(20 * row, 20 * row + 20), slice(20 * column, 20 * column + 20)
        assert abs(float(drawn[area].mean()) - float(laid[area].mean())) < 40


@pytest.mark.parametrize("slope", [-8, 5, 90, 180, 270])
def test_words_of_rows_at_any_angle_are_whole(tmp_path: Path, slope: int) -> None:
    page, _ = turned(plain_page("HELLO BIG WORLD", "NEXT ROW"), slope)
    path = picture(tmp_path / "scan.png", (page.width, page.height))
    page = replace(page, rotation=0.0)
    with read_back([pictured(path, page)]) as document:
        words = text_of(document[0]).split()
    told = ["HELLO", "BIG", "WORLD", "NEXT", "ROW"]
    # PDFium itself puts the words of rows that lie upside down from left to right.
    assert words == told if slope != 180 else sorted(words) == sorted(told)


def test_several_pages_of_several_files(tmp_path: Path) -> None:
    frames = [Image.new("L", (640, 480), shade) for shade in (250, 200)]
    frames[0].save(tmp_path / "fax.tif", save_all=True, append_images=frames[1:], dpi=(DPI, DPI))
    frames[0].save(tmp_path / "letter.pdf", resolution=100)
    pages = [plain_page("A"), plain_page("B"), Page(640, 480), plain_page("D")]
    scan = picture(tmp_path / "scan.jpg")
    told = [
        pictured(tmp_path / "fax.tif", pages[0]),
        pictured(tmp_path / "fax.tif", pages[1], 1),
        pictured(scan, pages[2]),
        pictured(tmp_path / "letter.pdf", pages[3]),
    ]
    with read_back(told) as document:
        assert [text_of(shown).strip() for shown in document] == ["A", "B", "", "D"]
        widths = [shown.get_size()[0] for shown in document]
        shade = document[1].render().to_numpy().mean()
    a4 = 841.89 * (595.276 / 841.89 * 640 / 480 if math.sqrt(2) > 640 / 480 else 1)
    assert widths == pytest.approx([640 * 72 / DPI, 640 * 72 / DPI, a4, 640 * 72 / 100], abs=0.1)
    assert shade == pytest.approx(200, abs=1)


def test_drawings_keep_every_pixel_and_take_little_room(tmp_path: Path) -> None:
    for mode, most in (("1", 600), ("L", 1500)):
        drawing = Image.new("L", (640, 480), 255)
        drawing.paste(0 if mode == "1" else 90, (100, 100, 300, 200))
        drawing.save(tmp_path / "drawing.png", dpi=(144, 144))
        found = picture_of_file(tmp_path / "drawing.png", 0, Page(640, 480))
        assert found.packing == "FlateDecode"
        assert len(found.data) < most
        with read_back([pictured(tmp_path / "drawing.png", Page(640, 480))]) as document:
            drawn = document[0].render(scale=2).to_numpy()[..., 0]
        assert (drawn == np.asarray(drawing)).all()


def test_the_size_of_the_paper() -> None:
    assert paper_for(2480, 3508, (300, 300)) == pytest.approx((595.2, 841.92))
    assert paper_for(3000, 4000, (72, 72)) == pytest.approx((595.276, 793.7), abs=0.1)
    assert paper_for(4000, 3000) == pytest.approx((793.7, 595.276), abs=0.1)
    assert paper_for(1728, 1100, (204, 98)) == pytest.approx((609.9, 808.2), abs=0.1)
    assert min(paper_for(1, 60_000)) >= 3
    assert max(paper_for(200_000, 100, (100, 100))) <= 14_400


def test_equal_pages_make_equal_bytes(tmp_path: Path) -> None:
    page = pictured(picture(tmp_path / "scan.png"), hostile_page())
    assert b"".join(searchable_pdf([page])) == b"".join(searchable_pdf([page]))


def test_a_page_of_a_document_has_its_picture_from_wherever_it_is(tmp_path: Path) -> None:
    path = picture(tmp_path / "scan.jpg")
    page = plain_page("A")
    document = PageDocument(str(path), page=page)
    file = ImageFile(path, file_checksum(path))
    assert picture_of_stored(StoredPage(document, image=file)).data == path.read_bytes()
    assert picture_of_stored(StoredPage(document)).data == path.read_bytes()
    (image,) = open_images(path)
    there = StoredPage(document.with_pixels(image.pixels), image=file)
    path.write_bytes(b"no picture any more")
    assert picture_of_stored(there).packing == "DCTDecode"
    assert picture_of_stored(replace(there, image=None)).columns == 640
    with pytest.raises(ImageFileError):
        picture_of_stored(StoredPage(document, image=file))
