"""Documents and journals with fields as older programs wrote them: seen, obeyed, removed."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page, ProcessingStep
from ocrdesk.page.letter_fields import LetterField
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import choose, leave, offered
from tests.ui.test_window_saving import save, wait_opened

pytestmark = pytest.mark.window
# Written down as programs did that had a dialog for the page and another for letters.
STEP = ["field", [["pattern", "AAA999"]]]
FIELDS = {"version": 1, "fields": [{"letters": [1, 2, 3], "pattern": "AAA"}]}


@pytest.fixture
def old(shipped: Desk, make_page: PageMaker) -> Desk:
    """A window in which such a program said both, one step each, before anything was read by it."""
    shipped.open(make_page("codes.png", "KLM4OO", "BOB1O5"))
    everywhere = frozenset(glyph.id for glyph in shipped.page.glyphs)

    def of_page(page: Page) -> tuple[Page, Change]:
        step = ProcessingStep("field", (("pattern", "AAA999"),))
        return replace(page, steps=(*page.steps, step)), Change("Read by a pattern", everywhere)

    def of_letters(page: Page) -> tuple[Page, Change]:
        field = LetterField(frozenset([1, 2, 3]), "AAA")
        return replace(page, fields=(field,)), Change("Read by the pattern “AAA”", everywhere)

    for edit in (of_page, of_letters):
        shipped.window.session.apply(edit)
    return shipped


def listed(desk: Desk) -> list[str]:
    """What the dialog lists, which is closed again."""
    desk.do("field")
    dialog = desk.window.fielding.dialog
    assert dialog is not None
    found = dialog.fields.list
    told = [found.item(place).text() for place in range(found.count())]
    desk.key(Qt.Key.Key_Escape, to=dialog)
    assert desk.window.fielding.dialog is None
    return told


def read_again(desk: Desk) -> str:
    desk.wait_until(lambda: not desk.current.lacks_something)
    desk.do("read_again")
    desk.wait_until(lambda: desk.window.reading.busy is None)
    desk.settle()
    return desk.page.text.replace(" ", "")


def test_an_old_document_opens_reads_and_is_written_as_ever(
    old: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    page = old.page
    path = save(old, tmp_path / "old.ocrdesk")
    with zipfile.ZipFile(path) as archive:
        told = json.loads(archive.read("pages/0001.json"))
    written = told.get("page", told)
    assert STEP in written["steps"], "programs of before find it where they look"
    assert written["fields"] == FIELDS
    old.window.close()
    desk = open_desk()
    desk.window.open_paths([str(path)])
    wait_opened(desk, path, 1)
    assert desk.page == page
    told_there = listed(desk)
    assert told_there[0] == "The whole page: the pattern “AAA999”"
    assert told_there[1].replace(" ", "").startswith("Row1,“KLM”")
    assert read_again(desk).split("\n")[1] == "BOB105"
    while desk.current.history.can_undo():
        desk.do("undo")
    assert not desk.page.fields
    assert listed(desk) == []
    assert desk.current.history.text(0) == "Read by a pattern"
    desk.do("redo")
    assert listed(desk) == told_there[:1]


def test_an_old_journal_comes_back_and_both_fields_can_be_removed(
    old: Desk, open_desk: Callable[[], Desk]
) -> None:
    page = old.page
    leave(old)
    desk = open_desk()
    choose(desk, offered(desk), "Recover")
    desk.wait_until(lambda: desk.window.session.page is not None)
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert desk.page == page
    desk.wait_until(lambda: not desk.current.lacks_something)
    count = desk.current.history.count()
    desk.do("field")
    dialog = desk.window.fielding.dialog
    assert dialog is not None
    for left in (1, 0):
        dialog.fields.list.setFocus()
        dialog.fields.list.setCurrentRow(0)
        desk.key(Qt.Key.Key_Delete, to=dialog.fields.list)
        desk.wait_until(lambda n=left: dialog.fields.list.count() == n)  # type: ignore[misc]
    assert not dialog.fields.isVisible()
    desk.key(Qt.Key.Key_Escape, to=dialog)
    assert (desk.page.fields, listed(desk)) == ((), [])
    assert desk.current.history.count() == count + 2
    assert desk.current.history.undo_text() == "Take the field away"
    desk.do("undo")
    assert len(desk.page.fields) == 1
    desk.do("undo")
    assert desk.page == page
