"""The list of pages shows each page as it lies, whenever its image comes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ocrdesk.ui.controllers.listing import ListingController
from ocrdesk.ui.views.page_card import PageEntry, status_line
from tests.ui.answering import choose_file
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def _wait_turned(desk: Desk) -> None:
    desk.wait_until(lambda: not desk.current.lacks_something and desk.window.reading.busy is None)
    desk.settle()


def _lies(desk: Desk) -> list[bool]:
    """Tell of each page whether its picture in the list is wider than high."""
    listing = desk.window.findChild(ListingController)
    assert listing is not None
    pictures = [entry.thumbnail for entry in listing._shown]
    assert all(pictures)
    return [picture.width() > picture.height() for picture in pictures if picture is not None]


def test_the_list_shows_pages_as_they_lie(
    corrected: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    assert _lies(corrected) == [True]
    corrected.do("turn_right")
    _wait_turned(corrected)
    assert _lies(corrected) == [False]
    corrected.do("save_as")
    choose_file(corrected, tmp_path / "note.ocrdesk")
    corrected.wait_until(lambda: not corrected.current.is_modified)
    another = open_desk()
    another.window.open_paths([str(tmp_path / "note.ocrdesk")])
    another.wait_until(lambda: len(another.window.session.documents) == 1)
    _wait_turned(another)
    assert _lies(another) == [False]


def test_a_page_that_was_read_is_never_said_to_be_read_when_it_is_opened(
    corrected: Desk,
    open_desk: Callable[[], Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever confirmed a page feared for it: "Reading, 20 %" stood below its name."""
    for glyph in corrected.page.glyphs:
        corrected.click(glyph.id)
        corrected.type(glyph.character)
    corrected.do("save_as")
    choose_file(corrected, tmp_path / "note.ocrdesk")
    corrected.wait_until(lambda: not corrected.current.is_modified)
    another = open_desk()
    views = another.window.views
    shown: list[PageEntry] = []
    said: list[str] = []
    show, tell = views.pages.set_entries, views.progress.set_progress

    def note_entries(entries: Sequence[PageEntry]) -> None:
        shown.extend(entries)
        show(entries)

    def note_stage(stage: str, fraction: float) -> None:
        said.append(stage)
        tell(stage, fraction)

    monkeypatch.setattr(views.pages, "set_entries", note_entries)
    monkeypatch.setattr(views.progress, "set_progress", note_stage)
    another.window.open_paths([str(tmp_path / "note.ocrdesk")])
    another.wait_until(lambda: len(another.window.session.documents) == 1)
    _wait_turned(another)
    assert {status_line(entry) for entry in shown} == {"All confirmed"}
    assert any(0 < entry.fraction < 1 for entry in shown)  # a bar tells that something goes on
    assert "Looking for other cuts" in said
    assert "Reading letters" not in said
