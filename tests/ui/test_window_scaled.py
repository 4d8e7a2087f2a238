"""The window on screens of 100 % to 300 %: sharp, whole, and a click hits what it points at."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import ModelMaker, PageMaker

REPOSITORY = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.window


@pytest.mark.parametrize("scale", [1.0, 1.25, 3.0])
def test_letters_are_hit_and_drawn_where_they_are_at_every_scale(
    make_page: PageMaker, make_model: ModelMaker, scale: float
) -> None:
    make_model()
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled_window", str(make_page("a.png", "ABCDE", "FGH"))],
        cwd=REPOSITORY,
        env={**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["ratio"] == scale
    assert seen["size"] == pytest.approx([scale, scale], rel=0.01)
    assert seen["correction"] == "Q", "the click hit the letter"
    assert seen["selected"], "and its neighbour is framed where it lies"
    assert seen["confirmed"]
    assert seen["icons"] == [scale], "no icon is blown up"
    assert seen["cut"] == []
