"""The pictures of the window are made by a script that still works."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPT = REPOSITORY / "resources" / "screenshots" / "make_screenshots.py"

pytestmark = pytest.mark.window


@pytest.mark.parametrize(("scene", "theme"), [("first_screen", "light"), ("recovery", "dark")])
def test_a_picture_is_made(own_home: Path, tmp_path: Path, scene: str, theme: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--to", str(tmp_path), "--one", scene, theme, "1"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / f"{scene}_{theme}.png") as picture:
        grey = np.asarray(picture.convert("L"))
    assert grey.max() - grey.min() > 100, "there is something to see"
    assert (np.median(grey) < 128) == (theme == "dark")
