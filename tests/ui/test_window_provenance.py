"""Every letter tells who read it, however many readers a page had, and after every restart."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.page_file import json_from_pages
from ocrdesk.page.elements import Page, Reader
from ocrdesk.page.history import History
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import choose, leave, offered
from tests.ui.test_window_hands import made

pytestmark = pytest.mark.window

ROWS = ("ABCDEFGHKL", "MNOPRSTUVW", "AEHKMNRSTX")
PRINT36, MY_HAND = Reader("print36"), Reader("My hand", "print36", 20)


@pytest.fixture
def learnt(shipped: Desk, make_page: PageMaker) -> Desk:
    """A window with a page whose first 20 letters taught a hand, which read the others."""
    shipped.open(make_page("a.png", *ROWS))
    shipped.click(shipped.page.glyphs[0].id)
    shipped.type("".join(ROWS[:2]))
    shipped.do("learn_hand")
    shipped.wait_until(lambda: not shipped.window.learning.is_learning)
    return shipped


def readers(page: Page) -> Sequence[Reader | None]:
    return [glyph.reader for glyph in page.glyphs]


def told_of(desk: Desk, place: int) -> str:
    """What the letter panel says of a letter."""
    desk.window.session.select(desk.page.glyphs[place].id)
    desk.settle()
    labels = desk.window.views.letter.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def saved(desk: Desk, path: Path) -> Path:
    desk.do("save")
    choose_file(desk, path)
    file = path.with_suffix(".ocrdesk")
    # A page that was only read may count as saved before there is a file.
    desk.wait_until(lambda: file.is_file() and not desk.window.isWindowModified())
    return file


def test_letters_of_one_page_tell_which_reader_read_them(learnt: Desk) -> None:
    assert readers(learnt.page) == [PRINT36] * 20 + [MY_HAND] * 10
    assert "Read by print36." in told_of(learnt, 3)
    assert "Read by “My hand” after 20 letters." in told_of(learnt, 25)
    learnt.do("undo")
    assert readers(learnt.page) == [PRINT36] * 30
    assert "Read by print36." in told_of(learnt, 25)
    learnt.do("redo")
    assert readers(learnt.page) == [PRINT36] * 20 + [MY_HAND] * 10


def test_why_tells_where_another_reader_explains_the_letter(learnt: Desk) -> None:
    learnt.window.session.select(learnt.page.glyphs[3].id)
    learnt.window.views.letter.why.toggle.click()
    words = "print36 read this letter; the marks and the letters like it are what “My hand” sees."
    learnt.wait_until(lambda: words in told_of(learnt, 3))
    learnt.wait_until(lambda: "Looks like" in told_of(learnt, 25))
    assert "read this letter" not in told_of(learnt, 25)
    learnt.do("undo")
    learnt.wait_until(lambda: "Looks like" in told_of(learnt, 3))
    assert "read this letter" not in told_of(learnt, 3)
    learnt.do("redo")
    learnt.wait_until(lambda: words in told_of(learnt, 3))


def test_a_hand_that_learnt_since_says_so_where_it_explains_a_letter(
    shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("a.png", *ROWS))
    shipped.click(shipped.page.glyphs[0].id)
    for row in ROWS[:2]:
        shipped.type(row)
        shipped.do("learn_hand")
        shipped.wait_until(lambda: not shipped.window.learning.is_learning)
    assert readers(shipped.page)[15] == MY_HAND._replace(letters=10)
    assert readers(shipped.page)[25] == MY_HAND
    shipped.window.session.select(shipped.page.glyphs[15].id)
    shipped.window.views.letter.why.toggle.click()
    words = "“My hand” has learnt since it read this letter;"
    shipped.wait_until(lambda: words in told_of(shipped, 15))
    shipped.wait_until(lambda: "Looks like" in told_of(shipped, 25))
    assert "has learnt since" not in told_of(shipped, 25)


def test_boxes_are_read_by_the_reader_of_the_page(learnt: Desk) -> None:
    first = learnt.page.glyphs[0].id
    learnt.click(first)
    learnt.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    learnt.key(Qt.Key.Key_Return)
    assert len(learnt.page.glyphs) == 31
    assert readers(learnt.page) == [MY_HAND] * 2 + [PRINT36] * 19 + [MY_HAND] * 10
    learnt.window.session.select(learnt.page.glyphs[4].id)
    learnt.do("merge")
    assert (
        readers(learnt.page)
        == [MY_HAND] * 2 + [PRINT36] * 2 + [MY_HAND] + [PRINT36] * 15 + [MY_HAND] * 10
    )
    learnt.window.session.select(learnt.page.glyphs[3].id)
    gone = learnt.selected
    learnt.key(Qt.Key.Key_Delete)
    learnt.drag(gone.box)
    assert learnt.selected.id != gone.id
    assert learnt.selected.predictions
    assert learnt.selected.reader == MY_HAND


def test_a_document_and_its_export_keep_who_read_each_letter(
    learnt: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    page = learnt.page
    path = saved(learnt, tmp_path / "work")
    (stored,) = open_document(path).pages
    assert stored.document.page == page
    told = json.loads(json_from_pages([page]))["pages"][0]
    assert told["readers"] == [
        {"name": "print36"},
        {"name": "My hand", "base": "print36", "letters": 20},
    ]
    learnt.window.close()
    again = open_desk()
    again.window.open_paths([str(path)])
    again.wait_until(lambda: again.window.session.page is not None)
    again.wait_until(lambda: again.current.past.journal is not None)
    assert "Read by “My hand” after 20 letters." in told_of(again, 25)
    again.do("undo")
    assert readers(again.page) == [PRINT36] * 30
    again.do("redo")
    assert again.page == page


def test_work_that_a_crash_left_keeps_who_read_each_letter(
    learnt: Desk, open_desk: Callable[[], Desk]
) -> None:
    page = learnt.page
    leave(learnt)
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: bool(again.window.session.documents))
    again.wait_until(lambda: again.window.reading.busy is None)
    assert again.page == page
    assert readers(again.page) == [PRINT36] * 20 + [MY_HAND] * 10
    again.do("undo")
    assert readers(again.page) == [PRINT36] * 30


def test_letters_of_an_older_document_have_the_reader_of_their_page(
    shipped: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    shipped.open(make_page("a.png", *ROWS))
    path = saved(shipped, tmp_path / "new")
    older = tmp_path / "old.ocrdesk"
    (stored,) = open_document(path).pages
    page = stored.document.page
    assert page is not None
    plain = page.with_glyphs({g.id: replace(g, reader=None) for g in page.glyphs})
    document = stored.document.with_page(plain)
    save_document(older, [replace(stored, document=document, history=History())])
    shipped.window.open_paths([str(older)])
    shipped.wait_until(lambda: shipped.window.session.page == plain)
    shipped.wait_until(lambda: shipped.window.reading.busy is None)
    assert "Read by print36." in told_of(shipped, 3)
    shipped.click(plain.glyphs[0].id)
    shipped.type("ABC")
    confirmed = shipped.page
    assert readers(confirmed) == [None] * 30
    shipped.window.reading.choose_model("handout")
    shipped.wait_until(lambda: shipped.current.read_by == "handout")
    shipped.wait_until(lambda: shipped.window.reading.busy is None)
    assert readers(shipped.page) == [PRINT36] * 3 + [Reader("handout")] * 27
    assert "Read by print36." in told_of(shipped, 1)
    shipped.do("undo")
    assert shipped.page == confirmed
    assert "Read by print36." in told_of(shipped, 5)


def test_a_hand_that_was_renamed_is_told_by_its_name_of_today(reader: Desk) -> None:
    made(reader, "Ann")
    reader.do("read_again")
    reader.wait_until(lambda: reader.window.reading.busy is None)
    assert "Read by “Ann”, before it learnt." in told_of(reader, 0)
    reader.window.readers.hands.rename("Ann", "Ann Lee")
    reader.wait_until(lambda: reader.current.read_by == "Ann Lee")
    reader.settle()
    assert "Read by “Ann Lee”, before it learnt." in told_of(reader, 1)
