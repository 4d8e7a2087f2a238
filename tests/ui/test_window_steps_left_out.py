"""Where a history was too long to be kept whole, its list says so instead of telling less."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ocrdesk.formats import document_entries
from ocrdesk.services import journal_state
from tests.ui.desk import Desk
from tests.ui.recovering import choose, leave, offered
from tests.ui.test_window_history import _list, _steps
from tests.ui.test_window_saving import save, wait_opened, wait_saved

pytestmark = pytest.mark.window

_ROOM = 400  # bytes: of a few steps


def _correct_all(desk: Desk) -> int:
    """Type something else for each letter; return how many steps that were."""
    desk.click(desk.page.glyphs[0].id)
    desk.type("QRSTUV"[: len(desk.page.glyphs)])
    return desk.current.history.count()


def _told_of(desk: Desk) -> int:
    """Return how many older steps the list names as left out, at its top."""
    first, *steps = _steps(desk)
    assert first.startswith("After ")
    assert first.endswith(" older steps, not kept")
    model = _list(desk).model()
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "older steps can no longer be undone" in tip
    assert len(steps) == desk.current.history.count()
    return int(first.split()[1])


def test_a_document_that_had_no_room_says_how_many_steps_it_left_out(
    reader: Desk,
    open_desk: Callable[[], Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = _correct_all(reader)
    assert _steps(reader)[0] == "As it was read"
    with monkeypatch.context() as patch:
        patch.setattr(document_entries, "MOST_HISTORY", _ROOM)
        path = save(reader, tmp_path / "work")
    assert _steps(reader)[0] == "As it was read", "nothing is lost before the window closes"
    again = open_desk()
    again.drop([path])
    wait_opened(again, path, 1)
    left_out = _told_of(again)
    assert left_out + again.current.history.count() == count
    again.click(again.page.glyphs[-1].id)
    again.type("W")
    again.do("save")
    wait_saved(again)
    once_more = open_desk()
    once_more.drop([path])
    wait_opened(once_more, path, 1)
    assert _told_of(once_more) == left_out, "it is kept with the page"
    once_more.current.history.go_to(0)
    once_more.settle()
    assert any(glyph.is_confirmed for glyph in once_more.page.glyphs), "not as it was read"
    assert _told_of(once_more) == left_out


def test_so_does_work_that_is_recovered(
    reader: Desk, open_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    count = _correct_all(reader)
    monkeypatch.setattr(journal_state, "_MOST_HISTORY", _ROOM)
    opened = reader.current
    assert opened.past.journal is not None
    assert opened.page is not None
    opened.past.journal.hold_page(opened.page, model="print36", history=opened.past.steps)
    opened.past.journal.prepare()
    leave(reader)
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: bool(again.window.session.documents))
    again.wait_until(lambda: again.window.reading.busy is None)
    again.settle()
    assert _told_of(again) + again.current.history.count() == count


def test_a_history_of_which_nothing_was_kept_is_told_too(
    reader: Desk,
    open_desk: Callable[[], Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = _correct_all(reader)
    with monkeypatch.context() as patch:
        patch.setattr(document_entries, "MOST_HISTORY", 120)
        path = save(reader, tmp_path / "work")
    again = open_desk()
    again.drop([path])
    wait_opened(again, path, 1)
    assert again.current.history.count() == 0
    assert _told_of(again) == count
    again.window.docks["history"].show()
    again.window.docks["history"].raise_()
    again.settle()
    assert _list(again).isVisible()
