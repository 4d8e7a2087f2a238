"""Practice sheets as PDF: what is printed is what photos are read by."""

import string
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import OutputError, UsageError
from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.practice_sheet_file import practice_sheet, write_practice_sheet
from ocrdesk.vision.practice_finding import PracticeSheet, find_practice_sheet
from ocrdesk.vision.practice_page import SPARE, PracticePage
from ocrdesk.vision.preprocess import to_grey

ALL = string.ascii_uppercase + string.digits


def test_each_page_is_found_and_names_itself(tmp_path: Path) -> None:
    first = PracticePage(ALL + "ÄÖÜß€", 5, "letter")
    path = tmp_path / "sheet.pdf"
    write_practice_sheet(path, first)
    pages = list(open_images(path))
    assert len(pages) == first.count == 2
    for number, image in enumerate(pages):
        found = find_practice_sheet(to_grey(image.pixels))
        assert isinstance(found, PracticeSheet)
        assert found.page == PracticePage(first.characters, 5, "letter", number)


def test_boxes_are_empty_and_lie_where_they_should(tmp_path: Path) -> None:
    page = PracticePage(ALL, 5)
    path = tmp_path / "sheet.pdf"
    write_practice_sheet(path, page)
    image = next(open_images(path))
    pixels = np.asarray(to_grey(image.pixels))
    scale = image.width / page.size[0]
    assert scale == pytest.approx(300 / 25.4, rel=1e-3)
    for cell in range(180):
        box = page.box(cell)
        sides = [round(side * scale) for side in (box.left, box.top, box.right, box.bottom)]
        inner = pixels[sides[1] + 4 : sides[3] - 4, sides[0] + 4 : sides[2] - 4]
        assert inner.min() == 255
        line = pixels[sides[1] - 2 : sides[1] + 3, sides[0] + 9 : sides[2] - 9].min(axis=0)
        assert line.max() < 230  # pale, and there from end to end
        assert line.min() > 150
        spare = box.grown(*SPARE)
        beside = pixels[sides[1] : sides[3], round(spare.left * scale) : sides[0] - 3]
        assert beside.min() > 200, "what to write reaches where writing still counts"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert practice_sheet(PracticePage(ALL, 5)) == practice_sheet(PracticePage(ALL, 5))


def test_characters_that_cannot_be_printed_are_refused() -> None:
    with pytest.raises(UsageError, match="cannot show Ж"):
        practice_sheet(PracticePage("AЖ", 1))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_practice_sheet(tmp_path / "no" / "sheet.pdf", PracticePage("A", 1))
    assert not list(tmp_path.iterdir())


def test_a_reduced_print_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_practice_sheet(path, PracticePage(ALL, 5))
    pixels = Image.fromarray(next(open_images(path)).pixels).convert("L")
    canvas = Image.new("L", pixels.size, 255)
    canvas.paste(pixels.resize((pixels.width * 9 // 10, pixels.height * 9 // 10)), (100, 150))
    assert isinstance(find_practice_sheet(canvas), PracticeSheet)
