"""``ocrdesk read`` with ink found by settings."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def pencil(sample: Path, tmp_path: Path) -> Path:
    """The sample page written in the faintest pencil, with some grain."""
    with Image.open(sample) as picture:
        page = np.asarray(picture.convert("L").reduce(2), np.float32)
    grain = np.random.default_rng(5).normal(0, 2.0, page.shape)
    path = tmp_path / "pencil.png"
    faint = np.clip(235 + (page - page.max()) * 0.06 + grain, 0, 255)
    Image.fromarray(faint.astype(np.uint8)).save(path, compress_level=1)
    return path


def test_faint_writing_is_read_with_more_sensitivity(ocrdesk: Run, pencil: Path) -> None:
    done = ocrdesk("read", pencil, "--sensitivity", "50", "--format", "json")
    (page,) = json.loads(done.stdout)["pages"]
    assert page["text"].startswith("TO DO TODAY\n1 WATER THE PLANTS\n")
    assert ["sensitivity", "+50"] in [list(pair) for pair in _ink(page)]


def _ink(page: dict[str, object]) -> list[tuple[str, str]]:
    """Return the settings of the step that found the ink."""
    steps = page["steps"]
    assert isinstance(steps, list)
    (ink,) = (step for step in steps if step["name"] == "ink")
    return list(ink["settings"].items())


def test_a_page_full_of_grain_is_read_as_without_it(
    ocrdesk: Run, sample: Path, tmp_path: Path
) -> None:
    """Salt and pepper on every tenth pixel, and the noise of a camera in little light."""
    with Image.open(sample) as picture:
        page = np.asarray(picture.convert("L").resize((1000, 750)))
    rng = np.random.default_rng(7)
    chance = rng.random(page.shape)
    salted = np.where(chance < 0.05, 0, np.where(chance > 0.95, 255, page))
    dim = np.clip(page + rng.normal(0, 28, page.shape), 0, 255)
    for name, levels in (("plain", page), ("salted", salted), ("dim", dim)):
        image = Image.fromarray(levels.astype(np.uint8))
        image.save(tmp_path / f"{name}.png", compress_level=1)
    plain, salted_text, dim_text = (
        ocrdesk("read", f"{name}.png").stdout for name in ("plain", "salted", "dim")
    )
    assert plain.startswith("TO DO TODAY\n1 WATER THE PLANTS\n")
    assert salted_text == dim_text == plain


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--sensitivity", "101", "sensitivity is 101, not -100 to 100"),
        ("--denoise", "4", "denoise is 4, not 0 to 3"),
        ("--threshold", "luck", "luck"),
    ],
)
def test_impossible_settings_are_said_so(
    ocrdesk: Run, sample: Path, option: str, value: str, words: str
) -> None:
    done = ocrdesk("read", sample, option, value)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
