"""The list of pages is kept with work that does not grow with the number of pages."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ocrdesk.formats.journal_file import read_lines
from ocrdesk.page.document import PageDocument
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.page_list import PageList, list_from_records
from ocrdesk.ui.controllers.list_keeping import ListKeepingController
from ocrdesk.ui.session import Session

PAGES = 60


class _Signals(QObject):
    """Stands for what saves, and for what takes pages out: with no file, and nothing taken out."""

    changed = Signal()
    file = None
    removed = ()


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Session:
    """A session whose pages are kept in a list."""
    session = Session(journals=JournalStore(tmp_path / "journals"))
    place = cast("Any", SimpleNamespace(session=session))
    parts = cast("Any", _Signals(session))
    ListKeepingController(place, parts, parts, session)
    return session


def kept(session: Session) -> PageList:
    """What the file says."""
    assert session.journals is not None
    return list_from_records(read_lines(session.journals.pages.path).records)


def orders(session: Session) -> int:
    """How often the file names all pages."""
    assert session.journals is not None
    records = read_lines(session.journals.pages.path).records
    return sum(cast("Any", record)["kind"] == "order" for _, record in records)


def test_pages_that_come_and_go_together_are_told_together(session: Session) -> None:
    opened = [session.open(PageDocument(f"/scans/{n}.png")) for n in range(PAGES)]
    QApplication.processEvents()
    assert [kept(session).known[n].source for n in kept(session).order] == [
        one.document.source for one in opened
    ]
    assert orders(session) == 1
    for one in opened[10:]:
        session.close(one)
    QApplication.processEvents()
    assert len(kept(session).order) == 10
    assert orders(session) == 2


def test_what_is_new_of_a_page_is_told_at_once_and_of_it_alone(session: Session) -> None:
    opened = [session.open(PageDocument(f"/scans/{n}.tif", 0, 1)) for n in range(PAGES)]
    QApplication.processEvents()
    before = kept(session)
    for one in opened:
        session.keep(one)
        session.update(one, PageDocument(one.document.source, 0, 2))
    after = kept(session)
    assert after.order == before.order
    for one, number in zip(opened, after.order, strict=True):
        assert one.past.journal is not None
        assert after.known[number].journal == one.past.journal.serial
        assert after.known[number].page_count == 2
    assert orders(session) == 1


def test_an_order_is_nobodys_once_all_its_pages_are_gone(session: Session) -> None:
    first, second = (session.open(PageDocument(f"/scans/{n}.png")) for n in range(2))
    session.move(first, 1)
    assert kept(session).is_moved
    session.close_all([first, second])
    session.open(PageDocument("/scans/3.png"))
    QApplication.processEvents()
    assert not kept(session).is_moved
