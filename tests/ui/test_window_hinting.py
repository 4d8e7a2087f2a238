"""What is offered of another reader stays with its page until nobody can want it any more."""

from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from ocrdesk.services.progress import Progress
from ocrdesk.services.reader_hints import ReaderHint
from ocrdesk.ui.controllers import hinting
from ocrdesk.ui.notices import Notice
from ocrdesk.vision.synthesis import PageSettings, synthesise_page
from tests.services.drawings import written
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def hints(desk: Desk) -> list[Notice]:
    """Let the window look at the page that is shown; return what it offers."""
    desk.wait_until(lambda: not desk.window.readers.hints.is_looking)
    return [notice for notice in desk.told if notice.topic == hinting.TOPIC]


def test_a_hint_that_was_dismissed_does_not_come_back(
    reader: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hinted(*_: object) -> Generator[Progress, None, ReaderHint]:
        yield Progress("Looking", 0.0)
        return ReaderHint("handout", "It looks so.")

    monkeypatch.setattr(hinting, "hint_for", hinted)
    reader.open(make_page("b.png", "GHKLMN"))
    assert hints(reader)
    reader.key(Qt.Key.Key_Escape)
    assert not hints(reader)
    reader.do("previous_page")
    (hint,) = hints(reader)
    reader.do("next_page")
    assert not hints(reader), "it was dismissed for this page"
    reader.do("previous_page")
    (hint,) = hints(reader)
    reader.do("select_all")
    reader.do("confirm")
    assert not hints(reader), "all of it is confirmed: there is nothing to read"
    reader.do("undo")
    (hint,) = hints(reader)
    reader.window.reading.choose_model("handout")
    assert hint not in reader.told, "it is read by that one"
    reader.wait_until(lambda: reader.current.read_by == "handout")
    assert not hints(reader)


@pytest.fixture
def signs(shipped: Desk, tmp_path: Path) -> Desk:
    """A window in which a page with full stops and a question mark was read by capitals."""
    drawn = written(["YES. NO. GO?"])
    Image.fromarray(drawn.pixels).save(tmp_path / "signs.png", compress_level=1)
    shipped.open(tmp_path / "signs.png")
    shipped.wait_until(lambda: bool(hints(shipped)))
    return shipped


def test_signs_that_the_reader_does_not_know_are_told_and_read_by_another(signs: Desk) -> None:
    """Only the command line told of them; in the window they were lost without a word."""
    (hint,) = hints(signs)
    assert hint.text == (
        "This page seems to hold full stops and question marks, which print36 does not know."
    )
    assert not set(".?") & set(signs.page.text)
    signs.window.notice_bar.action_requested.emit(signs.number_of(hint))
    signs.wait_until(lambda: signs.current.read_by == "print62")
    assert signs.page.text == "YES. NO. GO?"
    assert not hints(signs)


def test_signs_without_a_box_are_not_offered_where_boxes_alone_are_read(signs: Desk) -> None:
    signs.click(signs.page.glyphs[0].id)
    signs.type("Y")
    assert not hints(signs)


def test_a_note_in_small_letters_is_turned_upright_and_offered_their_reader(
    shipped: Desk, tmp_path: Path
) -> None:
    settings = PageSettings(width=900, height=400, neatness=0.5)
    note = synthesise_page(
        ["meet me at the", "station at noon"], np.random.default_rng(2), settings
    )
    Image.fromarray(np.rot90(note.pixels, 2)).save(tmp_path / "note.png", compress_level=1)
    shipped.open(tmp_path / "note.png")
    assert shipped.page.rotation == 180
    shipped.wait_until(lambda: bool(hints(shipped)))
    (hint,) = hints(shipped)
    assert hint.action == "Read with print62"
    assert hint.advice == (
        "It is read with print36 now. "
        "This changes this page only; for others choose at the lower right."
    )
