"""Pages that lie on their side or upside down are shown as they are read: upright."""

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QRectF, Qt

from ocrdesk import paths
from ocrdesk.page.elements import Page
from ocrdesk.page.turning import turned
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognition import read_box
from ocrdesk.ui.controllers import page_work, sparing
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.glyph_layer import GlyphLayer
from ocrdesk.ui.views.turn_dialog import TurnDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lying(tmp_path: Path) -> Path:
    """A page of hand print that lies on its right side, without loss."""
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        small = picture.convert("L").reduce(2)
    path = tmp_path / "lying.png"
    small.transpose(Image.Transpose.ROTATE_270).save(path, compress_level=1)
    return path


@pytest.fixture
def reader(desk: Desk) -> Desk:
    """A person at a window with the shipped reader instead of the one that reads at random."""
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()
    return desk


def _is_upright(desk: Desk, lying: Path) -> bool:
    with Image.open(lying) as picture:
        upright = np.rot90(np.asarray(picture))
    document, pyramid = desk.current.document, desk.current.pyramid
    assert document.pixels is not None
    assert pyramid is not None
    return np.array_equal(document.pixels, upright) and (
        (pyramid.width, pyramid.height) == upright.shape[::-1]
    )


def test_the_window_shows_the_page_as_it_is_read(reader: Desk, lying: Path) -> None:
    reader.open(lying)
    assert reader.page.rotation == 270
    assert reader.page.text.startswith("TO DO TODAY")
    assert _is_upright(reader, lying)
    shown = reader.window.views.page.layers.image.boundingRect()
    assert shown.width() > shown.height()
    reader.click(1)
    assert reader.selected.id == 1
    reader.type("Q")
    assert reader.page.glyph(1).correction == "Q"


def test_a_page_read_again_stays_turned(reader: Desk, lying: Path) -> None:
    reader.open(lying)
    text = reader.page.text
    reader.do("read_again")
    reader.wait_until(lambda: reader.window.reading.busy is None)
    assert reader.page.text == text
    assert reader.page.rotation == 270
    assert _is_upright(reader, lying)


def test_an_image_that_was_let_go_comes_back_upright(
    reader: Desk, lying: Path, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    reader.open(lying)
    text = reader.page.text
    reader.open(make_page("other.png", "ABC"))
    reader.settle()
    first = reader.window.session.documents[0]
    assert first.document.pixels is None
    reader.window.session.show(first)
    reader.wait_until(lambda: not first.lacks_something)
    assert _is_upright(reader, lying)
    reader.do("read_again")
    reader.wait_until(lambda: reader.window.reading.busy is None)
    assert reader.page.text == text


def _is_in_step(desk: Desk) -> bool:
    """Tell whether image, ink and boxes lie alike: each box is read as what stands there."""
    current, recognizer = desk.current, desk.window.reading.recognizer
    assert current.image is not None
    assert current.pyramid is not None
    assert current.layout is not None
    assert recognizer is not None
    size = current.image.width, current.image.height
    assert size == (desk.page.width, desk.page.height)
    assert size == (current.pyramid.width, current.pyramid.height)
    read = [read_box(current.layout, g.box, recognizer) for g in desk.page.glyphs]
    alike = [
        bool(predictions) and glyph.predictions[0].character in {p[0] for p in predictions[:2]}
        for glyph, predictions in zip(desk.page.glyphs, read, strict=True)
    ]
    return sum(alike) >= 0.9 * len(alike)


def _wait_turned(desk: Desk) -> None:
    desk.wait_until(lambda: not desk.current.lacks_something and desk.window.reading.busy is None)
    desk.settle()


@pytest.fixture
def note(reader: Desk, tmp_path: Path) -> Desk:
    """A person in front of two rows that lay on their side, turned upright by reading."""
    image = Image.new("L", (460, 220), 240)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(size=50)
    for y, row in ((30, "READER"), (120, "PAGES")):
        for place, character in enumerate(row):
            draw.text((40 + 62 * place, y), character, fill=30, font=font)
    image.transpose(Image.Transpose.ROTATE_270).save(tmp_path / "note.png", compress_level=1)
    reader.open(tmp_path / "note.png")
    assert reader.page.rotation == 270
    reader.click(reader.page.glyphs[0].id)
    reader.type("X")
    return reader


def test_a_page_is_turned_by_right_angles_with_its_reading(note: Desk) -> None:
    before = note.page
    note.key(Qt.Key.Key_R, _CTRL | _SHIFT)
    _wait_turned(note)
    assert note.page.text == before.text
    assert (note.page.width, note.page.height) == (before.height, before.width)
    assert note.page.rotation == 0
    assert note.current.history.undo_text() == "Turn right by 90°"
    note.do("turn_left")
    _wait_turned(note)
    assert note.page.glyphs == before.glyphs
    assert _is_in_step(note)
    note.do("turn_over")
    _wait_turned(note)
    for _ in range(3):
        note.key(Qt.Key.Key_Z, _CTRL)
    _wait_turned(note)
    assert note.page == before
    assert _is_in_step(note)
    note.key(Qt.Key.Key_Y, _CTRL)
    _wait_turned(note)
    assert note.page.rotation == 0


def test_the_letters_of_a_turned_page_are_laid_out_once(
    note: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Page | None] = []
    lay_out = GlyphLayer.set_page

    def note_and_lay_out(layer: GlyphLayer, page: Page | None, area: QRectF) -> None:
        shown.append(page)
        lay_out(layer, page, area)

    monkeypatch.setattr(GlyphLayer, "set_page", note_and_lay_out)
    note.do("turn_right")
    assert note.window.views.page.page is not note.page  # that has a turn of its own
    _wait_turned(note)
    assert note.window.views.page.page is note.page
    assert shown == [note.page]
    note.do("turn_left")
    note.click(note.page.glyphs[1].id)
    note.type("Q")
    assert note.window.views.page.page is note.page
    _wait_turned(note)
    assert _is_in_step(note)


def test_a_page_is_turned_by_any_angle_looked_at_first(note: Desk) -> None:
    before = note.page
    note.key(Qt.Key.Key_T, _CTRL | _SHIFT)
    dialog = note.window.findChild(TurnDialog)
    assert isinstance(dialog, TurnDialog)
    dialog._degrees.setValue(4.5)
    assert dialog._picture.accessibleDescription() == "Turned by 4.5 degrees"
    assert dialog._slider.value() == 45
    note.key(Qt.Key.Key_Return, to=dialog)
    _wait_turned(note)
    assert note.page.rotation == 274.5
    assert note.page.text == before.text
    assert note.current.history.undo_text() == "Turn right by 4.5°"
    assert _is_in_step(note)
    note.click(note.page.glyphs[4].id)
    note.type("Q")
    assert note.page.glyphs[4].correction == "Q"
    note.do("read_again")
    note.wait_read()
    assert note.page.glyphs[4].correction == "Q"
    assert _is_in_step(note)
    note.window.session._documents[0].history.go_to(1)
    _wait_turned(note)
    assert note.page == before
    assert _is_in_step(note)


def test_a_turning_that_was_stopped_is_told_and_done_later(
    note: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_open, lay = threading.Event(), page_work.lay

    def wait_and_lay(opened: OpenDocument) -> page_work.Reports:
        steps = lay(opened)
        while not is_open.is_set():
            time.sleep(0.005)
            yield Progress("Waiting", 0.1)
        return (yield from steps)

    monkeypatch.setattr(page_work, "lay", wait_and_lay)
    note.do("turn_right")
    note.settle()
    hint = note.window.views.page._hint
    assert "Turning" in hint.text()
    note.do("stop")
    is_open.set()
    note.settle()
    assert "F5" in hint.text()
    note.key(Qt.Key.Key_F5)
    _wait_turned(note)
    assert _is_in_step(note)


def test_a_turned_page_comes_back_turned_after_its_image_was_spared(
    note: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    note.window.session.apply(lambda page: turned(page, 3.0))
    _wait_turned(note)
    note.open(make_page("other.png", "AB"))
    first = note.window.session.documents[0]
    note.wait_until(lambda: first.document.pixels is None)
    assert first.laid is None
    note.do("previous_page")
    _wait_turned(note)
    assert note.current is first
    assert _is_in_step(note)


def test_the_letter_asked_about_is_seen_as_the_page_lies_now(note: Desk) -> None:
    note.do("check_random")
    note.wait_until(lambda: note.window.reviewing.is_settled)
    grid = note.window.views.review.grid
    assert grid.cells
    before = grid.grab().toImage()
    note.do("turn_right")
    grid.grab()  # painted with the boxes of the turned page while its image is still being made
    _wait_turned(note)
    note.wait_until(lambda: note.window.reviewing.is_settled)
    shown = grid.grab().toImage()
    assert shown != before
    grid.forget_pictures()
    assert grid.grab().toImage() == shown


def test_reading_again_while_the_image_turns_reads_the_turned_page(note: Desk) -> None:
    letters = {glyph.id for glyph in note.page.glyphs}
    note.key(Qt.Key.Key_R, _CTRL | _SHIFT)
    assert note.current.image is None
    note.do("read_again")  # fetched the ink only, once
    _wait_turned(note)
    assert note.told_of("read again").text == "Read again: no letter changed."
    assert {glyph.id for glyph in note.page.glyphs} == letters
    assert note.page.glyphs[0].correction == "X"
