"""A hand that was renamed while a document of its pages was closed is found again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocrdesk.services.hand_keeping import rename_hand
from ocrdesk.services.progress import run
from tests.ui.answering import choose_file
from tests.ui.desk import Desk
from tests.ui.test_window_hands import made, wait_told

pytestmark = pytest.mark.window


def test_a_document_finds_its_hand_again_that_was_renamed_while_it_was_closed(
    reader: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    made(reader, "Ann")
    reader.click(1)
    reader.type("Q")
    reader.do("read_again")
    reader.wait_until(lambda: reader.window.reading.busy is None)
    reader.do("save")
    choose_file(reader, tmp_path / "work")
    reader.wait_until(lambda: not reader.window.isWindowModified())
    reader.window.close()
    run(rename_hand("Ann", "Ann Lee"))  # on the command line, or with another document open
    again = open_desk()
    assert again.window.reading.model == "Ann Lee", "the last choice"
    again.window._settings.set(model="print36")
    again.window.open_paths([str(tmp_path / "work.ocrdesk")])
    told = wait_told(again, "which read pages here")
    assert told.text == "“Ann”, which read pages here, is called “Ann Lee” now."
    again.wait_until(lambda: again.current.past.journal is not None)
    assert (again.current.read_by, again.window.reading.model) == ("Ann Lee", "Ann Lee")
    before = again.page
    while again.action("undo").isEnabled():
        again.do("undo")
    while again.action("redo").isEnabled():
        again.do("redo")
    assert again.page == before
    assert (again.current.read_by, again.current.reader) == ("Ann Lee", "Ann Lee")
    again.do("read_again")
    again.wait_until(lambda: again.window.reading.busy is None)
    assert again.current.own_recognizer is not None
    assert again.current.own_recognizer.name == "Ann Lee"
