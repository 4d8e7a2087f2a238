"""While ink is adjusted the selected letter follows: its patch, and what its ink alone says."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import Qt

from ocrdesk import paths
from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.services.recognition import patch_of
from ocrdesk.ui.views.ink_letter import InkLetter
from ocrdesk.vision.ink_map import InkMap, map_ink
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def letter_of(desk: Desk) -> InkLetter:
    return desk.window.views.ink.letter


def patch_shown(desk: Desk) -> NDArray[np.float32]:
    patch = letter_of(desk).patch._patch
    assert patch is not None
    return patch


def wait_for(desk: Desk, settings: InkSettings) -> None:
    """Wait until the letter that is selected was looked at with the ink of the settings."""
    inking = desk.window._inking
    desk.wait_until(
        lambda: (
            inking._task is None
            and inking._found is not None
            and inking._found.settings == settings
            and inking._found.letter == inking._letter()
        )
    )


def seen_when_read(desk: Desk) -> NDArray[np.float32]:
    """Return what the network saw of the selected letter when the page was read."""
    glyph, recognizer = desk.window.session.selected_glyph, desk.current.recognizer
    assert glyph is not None
    assert desk.current.layout is not None
    assert recognizer is not None
    return patch_of(desk.current.layout, glyph.box, recognizer)


def test_patch_and_probabilities_move_with_a_slider(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[InkSettings] = []

    def noted(pixels: NDArray[np.uint8], settings: InkSettings) -> InkMap:
        found.append(settings)
        return map_ink(pixels, settings)

    monkeypatch.setattr("ocrdesk.ui.controllers.ink_work.map_ink", noted)
    path = make_page("a.png", "ABEF", "GHKL")
    with Image.open(path) as picture:  # pencil: fainter than the slider may ask for
        Image.fromarray(np.asarray(picture) // 3 + 160).save(path, compress_level=1)
    desk.open(path)
    first, second = desk.page.glyphs[0], desk.page.glyphs[1]
    desk.click(first.id)
    desk.do("adjust_ink")
    wait_for(desk, AUTOMATIC)
    assert letter_of(desk).isVisible()
    assert np.array_equal(patch_shown(desk), seen_when_read(desk))
    before, told = patch_shown(desk), letter_of(desk).told
    assert told.split("\N{NO-BREAK SPACE}")[0] in {one.character for one in first.predictions}
    slider = desk.window.views.ink.controls.denoise
    slider.setFocus()
    desk.key(Qt.Key.Key_End, to=slider)
    wait_for(desk, InkSettings(denoise=3))
    assert not np.array_equal(patch_shown(desk), before)
    assert letter_of(desk).told != told
    assert desk.page.glyphs[0] == first, "nothing is read so far"
    count = len(found)
    desk.click(second.id)
    desk.do("adjust_ink")
    wait_for(desk, InkSettings(denoise=3))
    assert len(found) == count, "another letter needs no other ink"
    desk.do("select_all")
    desk.wait_until(lambda: not letter_of(desk).isVisible())


def test_a_box_on_bare_paper_is_told(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABEF", "GHKL"))
    desk.click(desk.page.glyphs[3].id)
    desk.key(Qt.Key.Key_Insert, to=desk.window.views.page)
    glyph = desk.window.session.selected_glyph
    assert glyph is not None
    assert glyph.id != desk.page.glyphs[3].id
    desk.do("adjust_ink")
    wait_for(desk, AUTOMATIC)
    assert not patch_shown(desk).any()
    assert letter_of(desk).told == "No ink in its box"


def test_letters_of_turned_rows_are_seen_as_they_were_read(desk: Desk, tmp_path: Path) -> None:
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()  # the shipped one reads
    path = tmp_path / "aslant.png"
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        small = picture.convert("L").reduce(2)
    small.rotate(20, Image.Resampling.BICUBIC, expand=True, fillcolor=235).save(
        path, compress_level=1
    )
    desk.open(path)
    assert "WATER THE PLANTS" in desk.page.text
    desk.do("adjust_ink")
    same, away = 0, []
    for glyph in desk.page.glyphs[:8]:
        desk.click(glyph.id)
        desk.do("adjust_ink")
        wait_for(desk, AUTOMATIC)
        away.append(float(np.abs(patch_shown(desk) - seen_when_read(desk)).mean()))
        same += letter_of(desk).told.startswith(glyph.character)
    assert np.median(away) < 0.04, "not turned as their row is, they are 0.11 away"
    assert same >= 6
