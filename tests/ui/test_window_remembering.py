"""Settings are written soon after they changed: a program that is killed has lost none."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def written(home: Path) -> dict[str, object]:
    """What a program that begins now would find."""
    file = home / "settings.json"
    return dict(json.loads(file.read_text())) if file.exists() else {}


def test_what_was_changed_is_written_while_the_window_is_open(
    desk: Desk, make_page: PageMaker, own_home: Path
) -> None:
    path = make_page("a.png", "AB")
    desk.open(path)
    desk.wait_until(lambda: written(own_home).get("recent_files") == [str(path)])
    desk.do("theme_dark")
    desk.do("show_labels")
    desk.wait_until(lambda: written(own_home).get("shows_labels") is True)
    assert written(own_home)["theme"] == "dark"
    desk.do("theme_system")
    desk.wait_until(lambda: written(own_home)["theme"] == "system")


def test_nothing_is_written_where_a_change_was_taken_back(desk: Desk, own_home: Path) -> None:
    desk.do("theme_dark")
    desk.do("theme_system")
    desk.wait_until(lambda: not desk.window._remembering._pause.isActive())
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    assert not (own_home / "settings.json").exists()


def test_a_file_that_cannot_be_written_is_tried_again_with_the_next_change(
    desk: Desk, own_home: Path
) -> None:
    (own_home / "settings.json").mkdir()
    desk.do("theme_dark")
    desk.wait_until(lambda: not desk.window._remembering._pause.isActive())
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    assert not desk.told
    (own_home / "settings.json").rmdir()
    desk.do("theme_light")
    desk.wait_until(lambda: written(own_home).get("theme") == "light")
