"""``ocrdesk sheet``: prints a sheet, reads photos of it, and says what is wrong with them."""

import json
from pathlib import Path

import pytest
from PIL import Image

from ocrdesk.formats.dataset_file import read_dataset
from ocrdesk.services.hand_sheet import plan_sheet
from tests.vision.filled_sheets import own_hand, scan

from .conftest import Run


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A filled-in sheet with one cell left empty, as a scanner's file."""
    page = plan_sheet("ABC123", copies=2, paper="a4")
    written = own_hand(page, 2)
    written[5] = None
    path = tmp_path / "filled.png"
    Image.fromarray(scan(page, written, 150)).save(path, compress_level=1)
    return path


def test_a_sheet_is_printed_and_says_what_comes_next(process: Run, tmp_path: Path) -> None:
    done = process("sheet", "-o", "sheet.pdf", "--charset", "ABCÄÖ€", "--paper", "letter")
    assert done.returncode == 0, done.stderr
    assert "1 page with 30 boxes in “sheet.pdf”" in done.stdout
    assert "ocrdesk sheet --read PHOTO" in done.stdout
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_filled_in_sheet_becomes_letters_to_train_on(
    ocrdesk: Run, filled: Path, tmp_path: Path
) -> None:
    done = ocrdesk("sheet", "--read", filled, "-o", "letters.npz")
    assert done.returncode == 0, done.stderr
    assert "page 1 of 1, 11 of 12 letters sure, 0 doubtful, 1 without a letter" in done.stdout
    assert "11 letters are in “letters.npz”." in done.stdout
    data = read_dataset(tmp_path / "letters.npz")
    assert "".join(data.characters.tolist()) == "ABC12ABC123"
    done = ocrdesk("sheet", "--read", filled, "-o", "letters.npz")
    assert done.returncode == 6
    assert done.stderr == "ocrdesk: “letters.npz” is there already. Choose another name.\n"


def test_every_cell_is_told_as_json(ocrdesk: Run, filled: Path) -> None:
    done = ocrdesk("sheet", "--read", filled, "--json")
    assert done.returncode == 0, done.stderr
    (page,) = json.loads(done.stdout)
    assert page["charset"] == "ABC123"
    assert [cell["character"] for cell in page["cells"]] == list("ABC123ABC123")
    assert [cell["doubt"] for cell in page["cells"]].count("empty") == 1
    left, top, right, bottom = page["cells"][0]["box"]
    assert 0 < left < right < 250
    assert 0 < top < bottom < 500


def test_a_picture_without_a_sheet_spoils_only_its_own_letters(
    ocrdesk: Run, filled: Path, sample: Path
) -> None:
    done = ocrdesk("sheet", "--read", sample, "no.jpg", filled)
    assert done.returncode == 16
    assert "no.jpg" in done.stderr
    assert f"“{sample}” shows no practice sheet" in done.stderr
    assert "11 of 12 letters sure" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Where is the sheet to go?"),
        (["-o", "sheet.txt"], "does not end in .pdf"),
        (["-o", "sheet.pdf", "--charset", "AЖ"], "cannot show Ж"),
        (["-o", "sheet.pdf", "--charset", ""], "No practice sheet asks for “”"),
        (["--read", "photo.jpg", "--copies", "3"], "--copies is for making a sheet"),
        (["--read", "photo.jpg", "--copies", "0"], "--copies is for making a sheet"),
        (["--read", "photo.jpg", "--charset", ""], "--charset is for making a sheet"),
        (["--read", "photo.jpg", "--profile", ""], "cannot be the name of a profile"),
    ],
)
def test_what_does_not_fit_together_is_told(
    ocrdesk: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    done = ocrdesk("sheet", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_hand_is_learnt_from_its_sheet(ocrdesk: Run, filled: Path) -> None:
    done = ocrdesk("sheet", "--read", filled, "--profile", "mine")
    assert done.returncode == 0, done.stderr
    assert "“mine” learnt from 11 letters." in done.stdout
    assert "mine" in ocrdesk("profiles", "list").stdout


def test_an_empty_sheet_teaches_nothing_and_says_what_to_do(ocrdesk: Run, tmp_path: Path) -> None:
    page = plan_sheet("ABC", copies=2, paper="a4")
    Image.fromarray(scan(page, [None] * 6, 120)).save(tmp_path / "empty.png")
    done = ocrdesk("sheet", "--read", "empty.png", "--profile", "mine")
    assert done.returncode == 16
    assert "no box of the sheet holds a letter beyond doubt" in done.stderr
    assert "Write one character into each box" in done.stderr
    assert "No hand was learnt yet" in ocrdesk("profiles", "list").stdout
    done = ocrdesk("sheet", "--read", "empty.png", "-o", "letters.npz")
    assert done.returncode == 16
    assert "Nothing was written: no box of the sheet holds a letter" in done.stderr
    assert not (tmp_path / "letters.npz").exists()


def test_two_pages_in_one_file_are_both_read(ocrdesk: Run, tmp_path: Path) -> None:
    first = plan_sheet("ABC", copies=1, paper="a4")
    pictures = [Image.fromarray(scan(first, own_hand(first, seed), 120)) for seed in (1, 2)]
    pictures[0].save(tmp_path / "scan.tif", save_all=True, append_images=pictures[1:])
    done = ocrdesk("sheet", "--read", "scan.tif")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("3 of 3 letters sure") == 2


def test_a_sheet_that_is_there_is_not_taken_for_a_text(ocrdesk: Run, tmp_path: Path) -> None:
    assert ocrdesk("sheet", "-o", "sheet.pdf").returncode == 0
    before = (tmp_path / "sheet.pdf").read_bytes()
    done = ocrdesk("sheet", "-o", "sheet.pdf", "--charset", "AB")
    assert done.returncode == 6
    assert "is a PDF document, and writing over it would destroy it" in done.stderr
    assert "text" not in done.stderr
    assert (tmp_path / "sheet.pdf").read_bytes() == before
