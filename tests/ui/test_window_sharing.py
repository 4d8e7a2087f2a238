"""Many files that another window has open are told in one notice, without going over all of them.

Journals that others have open come from disk by the hundred; here they are made up, so that what
is looked at is the telling alone.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from ocrdesk.page.document import PageDocument
from ocrdesk.services.journal_beginning import BegunJournal
from ocrdesk.services.journal_store import OtherWindow
from ocrdesk.ui.controllers import sharing
from ocrdesk.ui.open_document import OpenDocument
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

COUNT = 60


@pytest.fixture
def begun(desk: Desk, make_page: PageMaker) -> BegunJournal:
    """The journal of a page that another window has open, too."""
    told: list[BegunJournal] = []
    desk.window.session.journal_begun.connect(lambda _, begun: told.append(begun))
    desk.open(make_page("a.png", "ABC"))
    return replace(told[0], others=(OtherWindow(7, 0.0),))


def others(desk: Desk) -> list[str]:
    return [n.text.partition(" are open")[0] for n in desk.told if n.topic == "others"]


def test_many_files_are_told_in_one_notice(
    desk: Desk, begun: BegunJournal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked_at: list[OpenDocument] = []
    file_name = sharing._file_name

    def seen(opened: OpenDocument) -> str:
        looked_at.append(opened)
        return file_name(opened)

    monkeypatch.setattr(sharing, "_file_name", seen)
    session = desk.window.session
    opened = [session.open(PageDocument(str(tmp_path / f"{n}.png"))) for n in range(COUNT)]
    for each in opened:
        session.journal_begun.emit(each, begun)
    desk.settle()
    assert others(desk) == ["“0.png” and 59 other files"]
    assert len(looked_at) == COUNT, "each once"
    session.close(opened[0])
    session.journal_begun.emit(opened[1], begun)
    desk.settle()
    assert others(desk) == ["“2.png” and 58 other files"]
    session.close_all(opened)
    desk.settle()
    assert others(desk) == []
