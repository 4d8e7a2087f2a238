"""The program as a whole: started, smoke-tested, interrupted by errors nobody foresaw."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from ocrdesk.ui import application
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.notices import NoticeHub
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import killed, leave

pytestmark = pytest.mark.window

START = """
import gc, sys
from ocrdesk.ui.application import run
code = run(sys.argv[1:], smoke_test=True)
print(gc.get_freeze_count(), sys.getswitchinterval())
sys.exit(code)
"""

LOOKING = """
from PySide6.QtWidgets import QLabel
from ocrdesk.ui.views.recovery_dialog import RecoveryDialog

def work(window):
    dialog = window.findChild(RecoveryDialog)
    if dialog is not None and dialog.isVisible():
        print([label.text() for label in dialog.findChildren(QLabel)], flush=True)
        sys.stdin.read()
"""


def smoke_test(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_smoke_test_ends_once_letters_are_painted(
    make_page: PageMaker, make_model: ModelMaker
) -> None:
    make_model()
    result = smoke_test(make_page("a.png", "AB"))
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    spared, turn = result.stdout.split()
    assert int(spared) > 10_000  # modules and window: the collector passes over them
    assert float(turn) < 0.001  # seconds: the window asks often, and a worker lets it in


@pytest.fixture
def ended(qapp: QApplication) -> Iterator[None]:
    """Let what a program leaves to its end go with it, here where the process goes on."""
    others = {*QApplication.topLevelWidgets(), *qapp.findChildren(Appearance)}
    yield
    for thing in {*QApplication.topLevelWidgets(), *qapp.findChildren(Appearance)} - others:
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("ended")
def test_the_smoke_test_fails_on_a_page_without_letters(
    make_page: PageMaker, make_model: ModelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model()
    monkeypatch.setattr(application, "SMOKE_TEST_SECONDS", 1)
    assert application.run([str(make_page("blank.png"))], smoke_test=True) == 1


@pytest.mark.usefixtures("ended")
def test_a_closed_window_ends_the_program(make_page: PageMaker, make_model: ModelMaker) -> None:
    make_model()
    QTimer.singleShot(300, QApplication.closeAllWindows)
    assert application.run([str(make_page("a.png", "AB"))]) == 0


def test_work_that_was_left_is_offered_at_the_next_start(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    desk = open_desk()
    desk.open(make_page("letter.png", "ABC"))
    desk.click(1)
    desk.type("QR")
    leave(desk)
    desk.window.close_for_good()
    told = killed(LOOKING)
    assert "letter.png" in told
    assert "2 steps not saved" in told


def test_notices_raised_before_the_window_are_kept_for_it() -> None:
    hub = NoticeHub()
    hub.inform("early")
    seen: list[str] = []
    hub.listen(lambda notice: seen.append(notice.text))
    hub.inform("late")
    assert seen == ["early", "late"]
