"""What is told of an export that failed is about its page, and about no other."""

import threading
from pathlib import Path

import pytest

from ocrdesk.ui.controllers import export_work
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import held
from tests.ui.test_window_exporting import wait_exported

pytestmark = pytest.mark.window


def fail_to_export(desk: Desk, folder: Path) -> None:
    """Export the page that is shown to a folder that is not there."""
    desk.window._exporting._write(str(folder / "out.txt"), [desk.current], is_whole=False)


def test_what_failed_with_one_page_is_not_told_above_another(
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    """The notice stayed, and its button would have exported the other page."""
    other = make_page("b.png", "XYZ")
    for leave in ("open", "previous_page", "next_page", "close_page"):
        fail_to_export(corrected, tmp_path / "gone")
        wait_exported(corrected)
        assert corrected.told_of("export").action == "Export As…"
        if leave == "open":
            corrected.open(other)
        else:
            corrected.do(leave)
        corrected.settle()
        assert not any(notice.topic == "export" for notice in corrected.told)


def test_what_fails_late_offers_nothing_for_the_page_that_is_shown_by_then(
    corrected: Desk, make_page: PageMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(export_work, "export", held(go_on, export_work.export))
    corrected.open(make_page("b.png", "XYZ"))
    fail_to_export(corrected, tmp_path / "gone")
    corrected.do("previous_page")
    go_on.set()
    wait_exported(corrected)
    assert corrected.told_of("export").level is NoticeLevel.ERROR
    assert not corrected.told_of("export").action
