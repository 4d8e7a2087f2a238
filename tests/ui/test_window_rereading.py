"""A page is read again: as a whole until somebody edited it, then what is unconfirmed."""

import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ocrdesk import paths
from ocrdesk.geometry import BoundingBox
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.views.reader_button import ReaderButton
from tests.formats.documents import pack, parts_of
from tests.ui.answering import choose_file
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate

pytestmark = pytest.mark.window


def test_reading_again_keeps_what_a_person_confirmed(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    desk.open(make_page("a.png", "ABCDE", "FGHIJ"))
    before = desk.page
    desk.click(3)
    desk.type("Q")
    make_model("other", seed=7)
    desk.window.reading.choose_model("other")
    desk.wait_until(lambda: desk.window.reading.busy is None and len(desk.told) == 1)
    assert desk.page.glyph(3).correction == "Q"
    assert desk.page.glyph(3).predictions == before.glyph(3).predictions
    changed = [g.id for g in before.glyphs if desk.page.glyph(g.id).predictions != g.predictions]
    assert set(changed) == {glyph.id for glyph in before.glyphs} - {3}
    assert desk.action("undo").text() == "&Undo Read with other"
    assert [notice.action for notice in desk.told] == ["Back to print36"]
    desk.do("undo")
    assert desk.page.glyph(1).predictions == before.glyph(1).predictions
    assert desk.page.glyph(3).correction == "Q"
    assert (desk.window.reading.model, desk.current.read_by) == ("print36", "print36")
    assert not desk.told, "what was undone is still told"
    desk.do("redo")
    assert desk.page.glyph(1).predictions != before.glyph(1).predictions
    assert (desk.window.reading.model, desk.current.read_by) == ("other", "other")
    desk.do("undo")
    desk.do("delete")  # another step in its place
    desk.do("undo")
    desk.do("redo")
    assert desk.window.reading.model == "print36"


def test_a_saved_page_that_is_read_as_before_is_no_work(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker, tmp_path: Path
) -> None:
    desk.open(make_page("a.png", "ABC"))
    desk.do("save_as")
    choose_file(desk, tmp_path / "a.ocrdesk")
    desk.wait_until(lambda: desk.window.windowTitle().startswith("a.ocrdesk"))
    desk.do("read_again")
    desk.wait_until(lambda: "Read again: no letter changed." in [n.text for n in desk.told])
    assert not desk.window.isWindowModified()
    make_model("other", seed=7)
    desk.window.reading.choose_model("other")
    desk.wait_until(lambda: desk.current.read_by == "other")
    assert desk.window.isWindowModified()


def test_a_letter_confirmed_while_the_page_is_read_again_stays(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(make_page("a.png", "ABC"))
    real, opened = page_work.read_page_again, threading.Event()

    def held(*arguments: object, **more: object) -> Generator[Progress, None, page_work.ReadPage]:
        while not opened.is_set():
            time.sleep(0.005)
            yield Progress("Held", 0.0)
        return (yield from real(*arguments, **more))  # type: ignore[arg-type]

    monkeypatch.setattr(page_work, "read_page_again", held)
    make_model("other", seed=7)
    desk.window.reading.choose_model("other")
    desk.click(1)
    desk.type("Z")
    desk.key(Qt.Key.Key_Delete)
    opened.set()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert [glyph.id for glyph in desk.page.glyphs] == [1, 3]
    assert desk.page.glyph(1).correction == "Z"


def test_pages_that_nobody_edited_are_read_as_a_whole_by_another_model(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    desk.drop([make_page("a.png", "ABC"), make_page("b.png", "DEF")])
    desk.wait_read(2)
    one, other = desk.window.session.documents
    desk.window.session.show(one)
    desk.click(2)
    before = desk.page
    make_model("other", seed=7)
    desk.window.reading.choose_model("other")
    desk.wait_until(lambda: desk.window.reading.busy is None and one.read_by == "other")
    assert [g.predictions for g in desk.page.glyphs] != [g.predictions for g in before.glyphs]
    assert not one.history.count()
    assert not desk.window.isWindowModified()
    assert desk.selected.box == before.glyph(2).box
    page = other.page
    desk.window.session.show(other)
    desk.settle()
    assert desk.window.reading.busy is None, "looking at a page does not read it"
    assert (other.page, desk.window.reading.model) == (page, "print36")
    _offer_to_all(desk, "print36")
    desk.wait_until(lambda: desk.window.reading.busy is None and one.read_by == "print36")
    assert one.page == before
    assert not other.is_modified
    assert desk.told == [], "nothing is told of a page over another one"


def _offer_to_all(desk: Desk, name: str) -> None:
    """Choose in the menu of readers that all pages are read with the one of the page shown."""
    menu = desk.menu("Model")
    menu.aboutToShow.emit()
    text = f"Read All Pages with {name}"
    (action,) = [action for action in menu.actions() if action.text().replace("&", "") == text]
    action.trigger()
    menu.aboutToShow.emit()
    assert not [a for a in menu.actions() if a.text().replace("&", "").startswith("Read All")]


def test_each_page_keeps_its_reader(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    desk.drop([make_page("a.png", "ABC"), make_page("b.png", "DEF"), make_page("c.png", "G")])
    desk.wait_read(3)
    one, two, three = desk.window.session.documents
    for opened, name in ((one, "first"), (two, "second")):
        make_model(name, seed=7)
        desk.window.session.show(opened)
        desk.window.reading.choose_model(name)
        desk.wait_until(lambda: desk.window.reading.busy is None)
        assert opened.read_by == name
    page = one.page
    desk.window.session.show(one)
    desk.settle()
    assert desk.window.reading.busy is None
    assert one.page is page
    assert desk.window.reading.model == "first"
    (button,) = desk.window.findChildren(ReaderButton)
    assert button.text().strip() == "first"
    desk.window.session.show(three)  # nobody chose another for it
    desk.settle()
    assert desk.window.reading.busy is None
    assert (three.read_by, desk.window.reading.model) == ("print36", "print36")
    assert button.text().strip() == "print36"
    desk.open(make_page("d.png", "ABC"))
    assert desk.current.read_by == "second", "pages that come are read by the last choice"


@pytest.fixture
def read_by_other(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker, tmp_path: Path
) -> Callable[..., Path]:
    """Save a document whose page was read again with another model; return its path."""

    def save() -> Path:
        desk.open(make_page("a.png", "ABC"))
        desk.click(1)
        desk.type("Q")
        make_model("other", seed=7)
        desk.window.reading.choose_model("other")
        desk.wait_until(lambda: desk.current.read_by == "other")
        desk.do("save_as")
        choose_file(desk, tmp_path / "work.ocrdesk")
        desk.wait_until(lambda: not desk.current.is_modified)
        desk.window._settings.set(model="print36")  # chosen for other pages since
        return tmp_path / "work.ocrdesk"

    return save


def _opened(desk: Desk, path: Path) -> Desk:
    desk.window.open_paths([str(path)])
    desk.wait_read()
    desk.wait_until(lambda: desk.current.past.journal is not None)
    return desk


def _topics(desk: Desk) -> set[str]:
    return {notice.topic for notice in desk.told}


def test_a_document_is_read_on_by_who_read_it(
    read_by_other: Callable[[], Path], open_desk: Callable[[], Desk]
) -> None:
    path = read_by_other()
    desk = _opened(open_desk(), path)
    assert desk.window.reading.model == "other"
    assert "reader" not in _topics(desk)
    desk.do("undo")
    assert (desk.window.reading.model, desk.current.read_by) == ("print36", "print36")
    desk.do("redo")
    assert (desk.window.reading.model, desk.current.read_by) == ("other", "other")
    before = desk.page
    desk.do("read_again")
    desk.wait_until(lambda: desk.window.reading.busy is None and "read again" in _topics(desk))
    assert desk.page == before
    desk.window.reading.arrivals.rename("other", "third")  # as hands are
    desk.do("undo")
    desk.do("redo")
    assert desk.current.past.steps.reader == "third"


def test_a_reader_that_is_gone_is_told_and_the_last_choice_reads(
    read_by_other: Callable[[], Path], open_desk: Callable[[], Desk]
) -> None:
    path = read_by_other()
    (paths.user_models_folder() / "other.npz").unlink()
    desk = _opened(open_desk(), path)
    assert desk.window.reading.model == "print36"
    (notice,) = [notice for notice in desk.told if notice.topic == "reader"]
    assert notice.text == "“other”, which read pages here, is not on this computer."
    assert "Read again, they are read with print36." in notice.advice
    desk.do("read_again")
    desk.wait_until(lambda: desk.current.read_by == "print36")


def test_a_letter_typed_while_another_model_reads_the_page_stays(
    desk: Desk, gate: Gate, make_page: PageMaker, make_model: ModelMaker
) -> None:
    gate.open()
    desk.open(make_page("a.png", "ABC"))
    before = desk.page
    gate.close()
    make_model("other", seed=7)
    desk.window.reading.choose_model("other")
    desk.click(1)
    desk.type("Z")
    gate.open()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert desk.page.glyph(1).correction == "Z"
    assert desk.page.glyph(2).predictions != before.glyph(2).predictions
    assert desk.action("undo").text() == "&Undo Read with other"


def test_a_letter_drawn_while_an_empty_page_is_read_again_stays(
    desk: Desk, make_page: PageMaker, gate: Gate
) -> None:
    gate.open()
    desk.open(make_page("blank.png"))
    gate.close()
    desk.do("read_again")
    desk.wait_until(lambda: len(gate.began) == 2)
    desk.drag(BoundingBox(100, 100, 140, 150))
    desk.type("K")
    gate.open()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert desk.page.text == "K"


def test_what_was_confirmed_stays_where_its_steps_are_lost(
    read_by_other: Callable[[], Path], open_desk: Callable[[], Desk], make_model: ModelMaker
) -> None:
    """A page without steps is no page that nobody edited: its document may be damaged."""
    path = read_by_other()
    damaged = {
        name: b"{}" if name.startswith("histories/") else part
        for name, part in parts_of(path).items()
    }
    pack(path, damaged)
    desk = _opened(open_desk(), path)
    assert "history" in _topics(desk)
    assert not desk.current.past.steps.steps
    before = desk.page
    desk.do("read_again")
    desk.wait_until(lambda: desk.window.reading.busy is None and "read again" in _topics(desk))
    assert desk.page.glyph(1) == before.glyph(1)
    make_model("third", seed=9)
    desk.window.reading.choose_model("third")
    desk.wait_until(lambda: desk.current.read_by == "third")
    assert desk.page.glyph(1) == before.glyph(1)
    assert desk.page.glyph(2).predictions != before.glyph(2).predictions
    desk.do("undo")
    assert desk.page == before
