"""What ``ocrdesk read`` says besides the text: that another model would read a page better."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.services.hand_sheet import plan_sheet
from ocrdesk.vision.synthesis import PageSettings, synthesise_page
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
    assert ocrdesk("read", small, "--pattern", "A{2,9}").stderr == ""


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
