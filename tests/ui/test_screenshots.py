"""The pictures of the window are made by a script that still works."""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMenu, QWidget

from ocrdesk.services.progress import Progress
from ocrdesk.services.reader_hints import ReaderHint
from ocrdesk.ui.controllers import hinting
from ocrdesk.ui.views.compare_dialog import CompareDialog
from ocrdesk.ui.views.reliability_dialog import ReliabilityDialog
from ocrdesk.ui.views.sheet_dialog import SheetDialog
from tests.ui.desk import Desk

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPT = REPOSITORY / "resources" / "screenshots" / "make_screenshots.py"

SAMPLES = REPOSITORY / "resources" / "samples"
Play = Callable[[str, Desk], QWidget]

pytestmark = [pytest.mark.window, pytest.mark.acceptance]


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


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages at half their size: they are read in a third of the time."""
    folder = tmp_path_factory.mktemp("samples")
    for name in ("notebook", "welcome", "blackboard", "sloping_rows", "alphabet"):
        with Image.open(SAMPLES / f"{name}.jpg") as picture:
            picture.reduce(2).save(folder / f"{name}.jpg")
    return folder


@pytest.fixture
def play(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, samples: Path) -> Play:
    """What plays a scene in the window of a test, and returns the widget it shows."""
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    script = importlib.import_module("make_screenshots")
    monkeypatch.setattr(script, "SAMPLES", samples)

    def play(scene: str, desk: Desk) -> QWidget:
        stage = script.Stage(qapp, desk.window)
        monkeypatch.setattr(stage, "wait", desk.wait_until)  # as long as it takes, and no longer
        monkeypatch.setattr(stage, "settle", desk.settle)
        shown = script.SCENES[scene](stage)
        assert isinstance(shown, QWidget)
        assert _has_contrast(shown.grab()), "there is something to see"
        return shown

    return play


def _has_contrast(picture: QPixmap) -> bool:
    image = picture.toImage().scaled(60, 40)
    greys = [image.pixelColor(x, y).lightness() for x in range(60) for y in range(40)]
    return max(greys) - min(greys) > 60


@pytest.mark.parametrize(
    ("scene", "kind"),
    [
        ("exporting", QFileDialog),
        ("reliability", ReliabilityDialog),
        ("compare", CompareDialog),
        ("hands", QMenu),
        ("new_hand", QInputDialog),
        ("practice_sheet", SheetDialog),
    ],
)
def test_a_scene_shows_a_dialog(desk: Desk, play: Play, scene: str, kind: type[QWidget]) -> None:
    shown = play(scene, desk)
    assert isinstance(shown, kind)
    assert shown.isVisible()
    shown.close()


def test_a_scene_shows_pages_that_are_being_read(desk: Desk, play: Play) -> None:
    assert play("reading", desk) is desk.window
    assert desk.window.views.progress.isVisible()


def test_a_scene_shows_a_proposed_cut(desk: Desk, play: Play) -> None:
    assert play("proposed_cut", desk) is desk.window
    question = desk.window.views.review.question
    assert question is not None
    assert question.cut is not None


def test_a_scene_shows_a_page_that_was_turned(shipped: Desk, play: Play) -> None:
    assert play("upside_down", shipped) is shipped.window
    assert shipped.told_of("uprighted")


def test_a_scene_shows_what_is_told_of_small_letters(
    desk: Desk, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find them out takes the models that ship two seconds."""

    def hinted(*_: object) -> Generator[Progress, None, ReaderHint]:
        yield Progress("Looking", 0.0)
        return ReaderHint("handout", "It looks so.")

    monkeypatch.setattr(hinting, "hint_for", hinted)
    assert play("small_letters", desk) is desk.window
    assert desk.told_of(hinting.TOPIC)
