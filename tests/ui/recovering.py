"""Programs that are killed at their work, windows that end like them, and what is offered then."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from ocrdesk.ui.views.recovery_dialog import RecoveryDialog
from tests.ui.desk import PATIENCE_MS, Desk

_REPOSITORY = Path(__file__).resolve().parents[2]
_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from ocrdesk.ui import application
{work}
def work_when_read(window):
    session, count = window.session, len(sys.argv) - 1
    is_read = session.page is not None and session.page.glyphs and window.reading.busy is None
    if (is_read or not count) and len(session.documents) == count:
        work(window)

class Window(application.MainWindow):
    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        timer = QTimer(self)
        timer.timeout.connect(lambda: work_when_read(self))
        timer.start(20)

application.MainWindow = Window
application.run(sys.argv[1:])
"""


def killed(work: str, *paths: Path) -> str:
    """Work on files in a program of its own until it is killed; return the line it printed.

    ``work`` defines a function of that name, which is called with the window again and again while
    the files are open and read, without files at once; it prints a line when it is through, and
    then reads its input, which never comes.
    """
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.format(work=work), *map(str, paths)],
        cwd=_REPOSITORY,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        patience = threading.Timer(PATIENCE_MS / 1000, program.kill)
        patience.start()
        text = program.stdout.readline().strip()
        patience.cancel()
        program.send_signal(signal.SIGKILL)
    assert text
    return text


def leave(desk: Desk) -> None:
    """End a window as a crash would: its journals stay, and nobody owns them any more."""
    session = desk.window.session
    assert session.journals is not None
    for opened in session.documents:
        assert opened.past.journal is not None
        opened.past.journal.leave()
    session.journals.close()
    session.journals = None
    for opened in session.documents:
        opened.past._journal = None


def offered(desk: Desk) -> RecoveryDialog:
    """Look for unsaved work as the program does at its start; there has to be some."""
    desk.window.offer_unsaved_work()
    desk.wait_until(lambda: desk.window.findChild(RecoveryDialog) is not None)
    dialog = desk.window.findChild(RecoveryDialog)
    assert dialog is not None
    return dialog


def choose(desk: Desk, dialog: RecoveryDialog, button: str) -> None:
    """Click a button of the dialog."""
    buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
    buttons[button].click()
    desk.settle()
