"""A real window that is killed again and again: run as a program by ``test_window_killed``.

``python -m tests.ui.killed_window FOLDER`` opens one window on a page that was read. For each line
of its input, a seed, it forks: the child begins its own journal and types, deletes, nudges, undoes
and redoes through real key events, and writes the number of every step to its output once the key
has been answered, with a checksum of the page and its place in the history. Whoever started it
kills the child, whose number it tells. The parent's event loop never runs, so both do not mix.
"""

import os
import signal
import sys
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ocrdesk.page.document import PageDocument
from ocrdesk.services.journal_state import JournalState
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import NoticeHub
from tests.services.working import small_page

COUNT = 200
_CTRL = Qt.KeyboardModifier.ControlModifier


def digest(state: JournalState) -> str:
    """Return what tells a page at a place of its history from all others."""
    told = repr((state.page, len(state.history.steps), state.history.position))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def opened_window(folder: Path) -> MainWindow:
    """Open a window on a page of 30 letters; nothing runs beside it when it is returned."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    settings = SettingsStore(folder / "settings.json")
    window = MainWindow(Appearance(application), settings, NoticeHub())
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    pixels = np.full((600, 800), 240, np.uint8)
    pixels.flags.writeable = False
    session = window.session
    opened = session.open(PageDocument("Pasted image 1", pixels=pixels))
    session.update(opened, opened.document.with_page(small_page()))
    session.show(opened)
    window.reading.stop()
    while not window.tasks.is_idle or not window.isActiveWindow():
        QApplication.processEvents()
    return window


def press(window: MainWindow, rng: Random) -> None:
    """Do one thing that a person might do, by keys."""
    page, view = window.session.page, window.views.page
    assert page is not None
    if window.session.selected_glyph is None:
        window.session.select(rng.choice(page.glyphs).id)
    kind = rng.random()
    if kind < 0.15 and window.actions_by_id["undo"].isEnabled():
        QTest.keyClick(view, Qt.Key.Key_Z, _CTRL)
    elif kind < 0.2 and window.actions_by_id["redo"].isEnabled():
        QTest.keyClick(view, Qt.Key.Key_Y, _CTRL)
    elif kind < 0.25 and len(page.glyphs) > 10:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    elif kind < 0.35:
        QTest.keyClick(view, rng.choice([Qt.Key.Key_Left, Qt.Key.Key_Down]), _CTRL)
    elif kind < 0.4:
        QTest.keyClick(view, Qt.Key.Key_Backspace)
    else:
        QTest.keyClicks(view, rng.choice("ABCDEFGHXYZ0123456789"))


def work(window: MainWindow, folder: Path, seed: int) -> None:
    """Work through the session of that seed and tell every step that the window shows."""
    rng = Random(seed)  # noqa: S311 - guards no secret
    window.session.journals = JournalStore(folder / "journals")
    # Nothing is painted any more: Qt does that by threads of its own, which no fork brings along.
    window.setUpdatesEnabled(False)
    past = window.session.documents[0].past
    number, last = 0, ""
    while number < COUNT:
        press(window, rng)
        state = digest(past.state)
        if state != last:
            number, last = number + 1, state
            os.write(1, f"{number} {state}\n".encode())
            if number % 20 == 0:
                QApplication.processEvents()
    os.write(1, b"end\n")
    signal.pause()


def main(folder: str) -> None:
    """Fork a window for each line of the input, until that ends."""
    window = opened_window(Path(folder))
    print("ready", flush=True)  # noqa: T201 - the test waits for it
    for line in sys.stdin:
        seed = int(line)
        child = os.fork()
        if not child:
            try:
                work(window, Path(folder), seed)
            finally:
                os._exit(1)
        os.write(1, f"child {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")
    os._exit(0)  # the window was never meant to close


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])
