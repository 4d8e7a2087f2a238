"""The ink of a page adjusted in the window: seen at once, read with, undone, saved, got back."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ocrdesk import paths
from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Rules
from ocrdesk.page.elements import Page
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.ui.controllers import ink_work
from ocrdesk.ui.views.ink_panel import InkPanel
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate
from tests.ui.recovering import choose, killed, offered

pytestmark = pytest.mark.window

TEXT = (
    "TO DO TODAY\n1 WATER THE PLANTS\n2 BUY 6 EGGS\n3 CALL GRANDMA\n4 FIX THE BIKE\n5 READ A BOOK"
)
APPLYING = """
from ocrdesk.ink_settings import InkSettings

def work(window):
    session, panel = window.session, window.views.ink
    if not session.current.history.count():
        panel.choose(InkSettings(sensitivity=40))
        panel.apply.click()
        return
    print(len(session.page.glyphs), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def pencil(tmp_path: Path) -> Path:
    """The sample page as if it had been written in the faintest pencil, with some grain."""
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        page = np.asarray(picture.convert("L").reduce(2), np.float32)
    grain = np.random.default_rng(5).normal(0, 2.0, page.shape)
    path = tmp_path / "pencil.png"
    faint = 235 + (page - page.max()) * 0.06 + grain
    Image.fromarray(np.clip(faint, 0, 255).astype(np.uint8)).save(path, compress_level=1)
    return path


def panel_of(desk: Desk) -> InkPanel:
    return desk.window.views.ink


def is_shown(desk: Desk) -> bool:
    return desk.window.views.page.ink.overlay is not None


def wait_for_ink(desk: Desk, settings: InkSettings) -> None:
    """Wait until the page shows what the settings find."""
    desk.wait_until(
        lambda: (
            is_shown(desk)
            and desk.window._inking._shown == (desk.current.pyramid, settings)
            and desk.window._inking._task is None
        )
    )


def set_sensitivity(desk: Desk, value: int) -> None:
    """Move the slider by keys, five to a step, as a person would."""
    slider = panel_of(desk).controls.sensitivity
    slider.setFocus()
    while slider.value() * 5 != value:
        key = Qt.Key.Key_Right if slider.value() * 5 < value else Qt.Key.Key_Left
        desk.key(key, to=slider)


def press(desk: Desk, button: QPushButton) -> None:
    assert button.isEnabled()
    desk.settle()
    desk.click_in(button, button.rect().center())


def apply(desk: Desk) -> None:
    """Read with what is set, and wait for it."""
    press(desk, panel_of(desk).apply)
    desk.wait_until(lambda: desk.window.reading.busy is None)
    desk.settle()


def wait_for_layout(desk: Desk) -> None:
    desk.wait_until(
        lambda: (
            desk.current.layout is not None
            and desk.current.layout.ink.settings == desk.page.ink_settings
            and desk.window.reading.busy is None
        )
    )


def test_layers_that_ink_hides_cannot_be_toggled_and_say_why(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABC"))
    layers = [desk.action(f"show_{name}") for name in ("boxes", "rows", "labels")]
    tips = [layer.toolTip() for layer in layers]
    assert all(layer.isEnabled() for layer in layers)
    desk.do("adjust_ink")
    wait_for_ink(desk, AUTOMATIC)
    assert not any(layer.isEnabled() for layer in layers)
    assert {layer.toolTip() for layer in layers} == {layers[0].statusTip()}
    assert "Ink panel" in layers[0].toolTip()
    desk.click(2)
    assert not any(layer.isEnabled() for layer in layers), "whatever else changes"
    panel_of(desk).shows_ink.click()
    assert all(layer.isEnabled() for layer in layers), "the page shows them again"
    assert [layer.toolTip() for layer in layers] == tips


def test_faint_pencil_is_read_undone_redone_saved_and_opened_again(
    open_desk: Callable[[], Desk], pencil: Path, tmp_path: Path
) -> None:
    desk = open_desk()
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()  # the shipped one reads
    desk.open(pencil)
    assert desk.page.text == ""
    assert "Ctrl+I" in desk.told[0].advice
    desk.do("adjust_ink")
    wait_for_ink(desk, AUTOMATIC)
    before = panel_of(desk)._found.text()
    set_sensitivity(desk, 50)
    wait_for_ink(desk, InkSettings(sensitivity=50))
    assert "marks of ink" in panel_of(desk)._found.text() != before
    assert desk.page.text == ""
    apply(desk)
    assert desk.page.text == TEXT
    assert desk.page.ink_settings == InkSettings(sensitivity=50)
    assert (desk.current.history.text(0), desk.current.history.count()) == (
        "Read with other ink", 1
    )  # fmt: skip
    assert not is_shown(desk)  # what was read is seen instead
    assert "Read with this ink" in desk.told[-1].text
    desk.do("undo")
    assert desk.page.text == ""
    assert not any("Read with this ink" in notice.text for notice in desk.told)
    assert panel_of(desk).controls.settings == AUTOMATIC
    wait_for_layout(desk)
    desk.do("redo")
    assert desk.page.text == TEXT
    wait_for_layout(desk)
    desk.do("save")
    choose_file(desk, tmp_path / "pencil")
    desk.wait_until(lambda: not desk.window.isWindowModified())
    _open_again(open_desk(), tmp_path / "pencil.ocrdesk", desk.page)


def _open_again(again: Desk, path: Path, page: Page) -> None:
    """Find the page with its settings and the step to them in the document."""
    again.drop([path])
    again.wait_until(lambda: again.window.session.page is not None)
    wait_for_layout(again)
    assert again.page == page
    assert panel_of(again).controls.settings == page.ink_settings
    again.do("undo")
    assert again.page.text == ""
    assert again.page.ink_settings == AUTOMATIC
    wait_for_layout(again)


def test_the_last_wish_wins_and_only_a_few_are_worked_out(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[InkSettings] = []
    preview = ink_work.preview

    def noted(*arguments: object) -> object:
        looked_at.append(arguments[1])  # type: ignore[arg-type]
        return preview(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ink_work, "preview", noted)
    desk.open(make_page("letter.png", "ABC", "DEF"))
    desk.do("adjust_ink")
    assert panel_of(desk).isVisible()
    set_sensitivity(desk, 100)
    set_sensitivity(desk, -60)
    desk.key(Qt.Key.Key_End, to=panel_of(desk).controls.denoise)
    last = InkSettings(sensitivity=-60, denoise=3)
    wait_for_ink(desk, last)
    assert looked_at[-1] == last
    assert len(looked_at) < 20  # of 53 steps
    assert not desk.window.reading.busy
    assert desk.page.ink_settings == AUTOMATIC


def test_ink_is_on_the_page_only_while_it_is_looked_at(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("letter.png", "ABC"), make_page("other.png", "XY"))
    assert not desk.window.docks["ink"].isVisible()
    desk.do("adjust_ink")
    wait_for_ink(desk, AUTOMATIC)
    desk.window.docks["letter"].raise_()
    desk.wait_until(lambda: not is_shown(desk))
    desk.do("adjust_ink")
    wait_for_ink(desk, AUTOMATIC)
    first = desk.current
    desk.do("previous_page" if desk.action("previous_page").isEnabled() else "next_page")
    assert desk.current is not first
    wait_for_ink(desk, AUTOMATIC)  # of the other page
    desk.key(Qt.Key.Key_Space, to=panel_of(desk).shows_ink)
    assert not is_shown(desk)
    set_sensitivity(desk, 10)
    desk.settle()
    assert not is_shown(desk)  # a person took it off
    desk.window.docks["ink"].close()
    assert not desk.action("panel_ink").isChecked()
    desk.do("panel_ink")
    assert desk.window.docks["ink"].isVisible()


def test_what_was_confirmed_stays_and_reset_reads_automatically(corrected: Desk) -> None:
    corrected.do("adjust_ink")
    panel = panel_of(corrected)
    assert not panel.apply.isEnabled()
    assert not panel.reset.isEnabled()
    before = {g.id: g for g in corrected.page.glyphs if g.is_confirmed}
    panel.controls.rules.setFocus()
    corrected.key(Qt.Key.Key_Down, to=panel.controls.rules)
    assert panel.controls.settings.rules is Rules.REMOVE
    set_sensitivity(corrected, -30)
    apply(corrected)
    assert corrected.page.ink_settings == InkSettings(sensitivity=-30, rules=Rules.REMOVE)
    assert {g.id: g for g in corrected.page.glyphs if g.is_confirmed} == before
    assert "1 of them as you confirmed" in corrected.told[-1].text
    assert not panel.apply.isEnabled()
    press(corrected, panel.reset)
    assert panel.controls.settings == AUTOMATIC
    apply(corrected)
    assert corrected.page.ink_settings == AUTOMATIC
    assert corrected.current.history.undo_text() == "Read with automatic ink"
    for _ in range(2):
        corrected.do("undo")
    assert corrected.page.ink_settings == AUTOMATIC
    assert {g.id: g for g in corrected.page.glyphs if g.is_confirmed} == before
    wait_for_layout(corrected)


def test_what_is_typed_while_the_page_is_read_is_kept(
    desk: Desk, make_page: PageMaker, gate: Gate
) -> None:
    gate.open()
    desk.open(make_page("letter.png", "ABC", "DEF"))
    desk.do("adjust_ink")
    set_sensitivity(desk, 30)
    gate.close()
    press(desk, panel_of(desk).apply)
    desk.wait_until(lambda: len(gate.began) == 2)
    desk.click(desk.page.glyphs[1].id)
    desk.type("Q")
    typed = {g.id: g for g in desk.page.glyphs if g.is_confirmed}
    gate.open()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert desk.page.ink_settings == InkSettings(sensitivity=30)
    assert {g.id: g for g in desk.page.glyphs if g.is_confirmed} == typed
    desk.do("undo")
    assert {g.id: g for g in desk.page.glyphs if g.is_confirmed} == typed
    desk.do("undo")
    assert not desk.corrections
    wait_for_layout(desk)


def test_a_killed_program_gives_the_settings_back(desk: Desk, make_page: PageMaker) -> None:
    count = int(killed(APPLYING, make_page("letter.png", "ABC", "DEF")))
    choose(desk, offered(desk), "Recover")
    desk.wait_until(lambda: bool(desk.window.session.documents) and not desk.window.reading.busy)
    wait_for_layout(desk)
    assert desk.page.ink_settings == InkSettings(sensitivity=40)
    assert len(desk.page.glyphs) == count
    assert panel_of(desk).controls.settings == InkSettings(sensitivity=40)
    desk.do("undo")
    assert desk.page.ink_settings == AUTOMATIC
    wait_for_layout(desk)
