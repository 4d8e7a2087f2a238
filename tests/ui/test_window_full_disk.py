"""A disk that is full or read-only: told, the work kept, and saved when somebody tries again."""

import errno
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ocrdesk.formats.document_file import open_document
from ocrdesk.services.journal_leftovers import read_journal
from ocrdesk.ui.controllers.journaling import JournalingController
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.answering import choose_file
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only")]
)
def test_a_saving_that_has_no_room_keeps_file_and_work_and_is_tried_again(
    corrected: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    corrected.do("save")
    choose_file(corrected, tmp_path / "work")
    corrected.wait_until(lambda: not corrected.window.isWindowModified())
    path = tmp_path / "work.ocrdesk"
    before = path.read_bytes()
    corrected.type("W")

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(zipfile.ZipFile, "open", fail)
    corrected.do("save")
    corrected.wait_until(lambda: NoticeLevel.ERROR in [told.level for told in corrected.told])
    told = corrected.told_of("save")
    assert said in told.text
    assert told.action == "Try Again"
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.glob("work*")] == ["work.ocrdesk"]
    assert corrected.window.isWindowModified()
    assert corrected.corrections == {1: "Q", 2: "W"}
    corrected.window.notice_bar.action_requested.emit(corrected.number_of(told))
    corrected.wait_until(lambda: not corrected.window.isWindowModified())
    assert open_document(path).pages[0].document.page == corrected.page


def test_a_journal_on_a_full_disk_is_told_once_and_catches_up(
    corrected: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def fail(handle: int, content: Any) -> int:
        write(handle, bytes(content[:5]))  # as much as there was room for
        raise OSError(errno.ENOSPC, "No space left on device")

    journal = corrected.current.past.journal
    assert journal is not None
    monkeypatch.setattr(os, "write", fail)
    corrected.type("RS")
    monkeypatch.undo()
    (notice,) = corrected.told
    assert (notice.level, notice.action) == (NoticeLevel.WARNING, "Try Again")
    assert "full" in notice.words
    assert corrected.corrections == {1: "Q", 2: "R", 3: "S"}
    state, _, _ = read_journal(journal._writer.folder)
    assert state.page is not None
    assert state.page.glyph(2).correction is None, "a kill now would cost these two"
    journaling = corrected.window.findChild(JournalingController)
    assert journaling is not None
    journaling.look()  # as its timer does
    corrected.wait_until(lambda: [n.level for n in corrected.told] == [NoticeLevel.SUCCESS])
    state, _, is_whole = read_journal(journal._writer.folder)
    assert is_whole
    assert state.page == corrected.page
