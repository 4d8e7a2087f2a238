"""The session alone, without a window: what it keeps and which facts it tells."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.ui.session import OpenDocument, Session


def page_with(text: str) -> Page:
    glyphs = tuple(
        Glyph(i, BoundingBox(i * 20, 0, i * 20 + 15, 20), (Prediction(c, 0.5),))
        for i, c in enumerate(text, start=1)
    )
    return Page(400, 40, (Line((Word(glyphs),)),) if glyphs else ())


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    session = Session()
    yield session
    session.deleteLater()


@pytest.fixture
def opened(session: Session) -> OpenDocument:
    opened = session.open(PageDocument("/a/note.png"))
    session.update(opened, opened.document.with_page(page_with("ABC")))
    session.show(opened)
    return opened


def set_to(glyph_id: int, character: str) -> partial[tuple[Page, edits.Change]]:
    return partial(edits.set_correction, glyph_id=glyph_id, character=character)


def test_an_edit_is_told_once_and_undone_exactly(session: Session, opened: OpenDocument) -> None:
    told: list[edits.Change] = []
    session.page_changed.connect(lambda _, change: told.append(change))
    before = opened.page
    session.apply(set_to(2, "X"))
    assert told == [edits.Change("Set “X”", frozenset({2}))]
    opened.history.undo()
    assert opened.page == before
    opened.history.redo()
    assert opened.page is not None
    assert opened.page.text == "AXC"
    assert len(told) == 3


def test_an_edit_that_changes_nothing_leaves_no_entry(
    session: Session, opened: OpenDocument
) -> None:
    assert session.apply(partial(edits.clear_correction, glyph_id=1)) is None
    assert opened.history.count() == 0
    assert not opened.is_modified


def test_a_refused_edit_leaves_everything_as_it_was(session: Session, opened: OpenDocument) -> None:
    before = opened.page
    with pytest.raises(EditError):
        session.apply(set_to(99, "X"))
    assert opened.page is before
    assert opened.history.count() == 0


def test_entries_with_one_key_merge_and_others_do_not(
    session: Session, opened: OpenDocument
) -> None:
    box = BoundingBox(20, 0, 35, 20)
    for step in range(1, 4):
        edit = partial(edits.move_resize, glyph_id=1, box=box.moved(step, 0))
        session.apply(edit, merge_key="move 1")
    assert opened.history.count() == 1
    edit = partial(edits.move_resize, glyph_id=2, box=box.moved(21, 3))
    session.apply(edit, merge_key="move 2")
    assert opened.history.count() == 2
    opened.history.go_to(0)
    assert opened.page == page_with("ABC")


def test_selection_is_lost_with_its_letter(session: Session, opened: OpenDocument) -> None:
    selections: list[object] = []
    session.selection_changed.connect(selections.append)
    session.select(3)
    session.apply(partial(edits.delete, glyph_id=3))
    assert selections == [3, None]
    opened.history.undo()
    assert selections[-1] == 3


def test_an_unknown_letter_cannot_be_selected(session: Session, opened: OpenDocument) -> None:
    session.select(99)
    assert opened.selection is None


def test_closing_shows_the_neighbour(session: Session) -> None:
    documents = [session.open(PageDocument(f"{i}.png")) for i in range(3)]
    session.show(documents[1])
    shown = []
    for place in (1, 2, 0, 0):
        session.close(documents[place])
        shown.append(documents.index(session.current) if session.current else None)
    assert shown == [2, 0, None, None]
    assert session.documents == ()


def test_an_image_that_arrives_is_no_edit(session: Session, opened: OpenDocument) -> None:
    pixels = np.zeros((40, 400), np.uint8)
    pixels.flags.writeable = False
    session.apply(set_to(1, "Z"))
    session.update(opened, opened.document.with_pixels(pixels))
    assert opened.history.count() == 1
    assert opened.image is not None
    assert opened.image.width == 400
    session.update(opened, opened.document.with_page(page_with("")))
    assert opened.history.count() == 0


def test_a_result_for_a_closed_document_is_dropped(session: Session, opened: OpenDocument) -> None:
    session.close(opened)
    session.update(opened, opened.document.with_page(page_with("LATE")))
    assert opened.page is not None
    assert opened.page.text == "ABC"
    assert session.apply(set_to(1, "X"), opened=opened) is None


def test_pixels_that_could_change_are_refused() -> None:
    with pytest.raises(ValueError, match="read-only"):
        PageDocument("a.png", pixels=np.zeros((2, 2), np.uint8))


def test_titles_number_the_pages_of_a_file(session: Session) -> None:
    assert session.open(PageDocument("/x/fax.tif", 2, 9)).title == "fax.tif (3)"
    assert session.open(PageDocument("Pasted image 1")).title == "Pasted image 1"
