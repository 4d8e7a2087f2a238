"""What ``ocrdesk read`` says besides the text: what would read a page better."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.services.hand_sheet import plan_sheet
from ocrdesk.vision.synthesis import PageSettings, synthesise_page
from tests.services.drawings import written
from tests.services.test_missed_writing import in_the_dark
from tests.services.test_missed_writing import sample as picture
from tests.vision.filled_sheets import own_hand, scan

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two pages of small letters in one file."""
    rows = ["the garden and bread"]
    settings = PageSettings(width=700, height=140, neatness=0.8)
    pages = [
        Image.fromarray(synthesise_page(rows, np.random.default_rng(seed), settings).pixels)
        for seed in (1, 2)
    ]
    path = tmp_path / "small.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


def test_small_letters_read_by_capitals_are_told_once_a_file(ocrdesk: Run, small: Path) -> None:
    done = ocrdesk("read", small)
    assert done.returncode == 0
    assert done.stderr == (
        "ocrdesk: Most of “small.tif”, page 1 looks like small letters, which print36 does not "
        "know: read it with --model print62.\n"
    )
    assert ocrdesk("read", small, "--pattern", "*{9,99}").stderr == ""
    assert ocrdesk("read", small, "--model", "print36").stderr == ""  # who names one knows it


def test_signs_that_the_reader_does_not_know_are_told(process: Run, tmp_path: Path) -> None:
    drawn = written(["YES. NO. GO?"])
    Image.fromarray(drawn.pixels).save(tmp_path / "signs.png", compress_level=1)
    done = process("read", "signs.png")
    assert done.returncode == 0
    assert not set(".?") & set(done.stdout)
    assert done.stderr == (
        "ocrdesk: “signs.png” seems to hold full stops, commas or colons and question marks, "
        "which print36 does not know: --model print62 reads them.\n"
    )
    done = process("read", "signs.png", "--model", "print62")
    assert (done.stdout, done.stderr) == ("YES. NO. GO?\n", "")


def test_letters_that_the_dark_hides_are_told(ocrdesk: Run, tmp_path: Path) -> None:
    dark = in_the_dark(picture("blackboard.jpg").pixels // 2, grain=14)
    Image.fromarray(dark).save(tmp_path / "dark.png", compress_level=1)
    done = ocrdesk("read", "dark.png", "--model", "print36")
    assert done.stderr == (
        "ocrdesk: At least 8 letters of “dark.png” were passed over, as the picture is dark: "
        "read it with --sensitivity 50 --denoise 2.\n"
    )
    better = ocrdesk("read", "dark.png", *done.stderr.rstrip(".\n").split()[-4:])
    assert len(better.stdout) > len(done.stdout) + 5
    assert "dark:" not in better.stderr


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A page with two rows of codes."""
    path = tmp_path / "code.png"
    Image.fromarray(written(["OO00", "KX47"]).pixels).save(path, compress_level=1)
    return path


def test_a_pattern_that_no_row_fits_is_told(ocrdesk: Run, code: Path) -> None:
    plain = ocrdesk("read", code)
    done = ocrdesk("read", code, "--pattern", "AAA-999")
    assert (done.returncode, done.stdout) == (0, plain.stdout)
    assert done.stderr == (
        "ocrdesk: No row of “code.png” fits the pattern “AAA-999”, so it was read without: it is "
        "to say all that a row holds, as A{2,9} for a word; see “ocrdesk read --help”.\n"
    )
    assert ocrdesk("read", code, "--pattern", "A{2}99").stderr == ""
    assert ocrdesk("read", code, "--pattern", "KX99").stderr == ""  # of one row is enough


def test_words_that_no_row_is_are_told(ocrdesk: Run, code: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("KX\nOO\n", encoding="utf-8")
    done = ocrdesk("read", code, "--words", words)
    assert done.stderr == (
        "ocrdesk: No row of “code.png” is one of the words, so it was read without them: they are "
        "to be all that a row holds, one row of the page in each line of the file.\n"
    )
    words.write_text("KX47\n", encoding="utf-8")
    assert ocrdesk("read", code, "--words", words).stderr == ""


def test_a_practice_sheet_is_told(ocrdesk: Run, tmp_path: Path) -> None:
    page = plan_sheet("ABC123", copies=2, paper="a4")
    path = tmp_path / "my sheet.png"
    Image.fromarray(scan(page, own_hand(page, 2), 150)).save(path, compress_level=1)
    done = ocrdesk("read", path)
    assert done.returncode == 0
    assert done.stderr == (
        "ocrdesk: “my sheet.png” looks like a practice sheet: “ocrdesk sheet --read "
        f"'{path}' --profile NAME” takes its letters.\n"
    )
