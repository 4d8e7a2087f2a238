"""A real window that is killed again and again: run as a program by ``test_window_killed``.

``python -m tests.ui.killed_window FOLDER`` opens one window on a page that was read. For each line
of its input, a seed and steps to halt at, it forks a window that begins its own journal and types,
deletes, nudges, undoes and redoes through real key events, and writes the number of every step to
its output once the key has been answered, with a checksum of the page and its place in the history.
Where it halts it forks in turn: the other goes on from the same moment until it is killed by
whoever started all this and was told its number. Meanwhile the one it was forked from waits; then
it takes off the journal what the other had appended, and goes on itself. The event loop of the
first window never runs, so that none of them mix.
"""

import os
import signal
import sys
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
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
from ocrdesk.ui import turns
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
    while not window.isActiveWindow():
        QApplication.processEvents()
    fall_silent(window)
    return window


def fall_silent(window: MainWindow) -> None:
    """Let all end that runs beside a window, or that it put off, so that it can be forked.

    No fork brings threads along, but what they have locked stays so for ever. And the window that
    is shown first waits some turns before it brings its panels back and paints them: in a fork it
    would wait for Qt's painting threads.
    """
    while turns._waiting or not window.tasks.is_idle:
        QApplication.processEvents()
    assert window.session.journals is not None
    window.session.journals._flush.close()


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


def steps(window: MainWindow, seed: int) -> Iterator[tuple[int, str]]:
    """Work through the session of that seed; yield every step that the window shows."""
    rng = Random(seed)  # noqa: S311 - guards no secret
    past = window.session.documents[0].past
    number, last = 0, ""
    while number < COUNT:
        press(window, rng)
        state = digest(past.state)
        if state != last:
            number, last = number + 1, state
            yield number, state
            if number % 20 == 0:
                QApplication.processEvents()


def work(window: MainWindow, folder: Path, seed: int, halts: AbstractSet[int]) -> None:
    """Tell every step, and let others go on from where it halts; wait to be killed at the end."""
    window.session.journals = JournalStore(folder / "journals")
    # Nothing is painted any more: Qt does that by threads of its own, which no fork brings along.
    window.setUpdatesEnabled(False)
    for number, state in steps(window, seed):
        tell(f"{number} {state}")
        if number in halts and halt(window, folder):
            halts = frozenset()
    tell("end")
    signal.pause()


def halt(window: MainWindow, folder: Path) -> bool:
    """Fork; the one forked returns True, the other False once that one was killed and looked at."""
    fall_silent(window)
    (journal,) = (folder / "journals").glob("*/journal")
    before = journal.stat().st_size
    child = os.fork()
    if not child:
        introduce()
        return True
    wait_for(child)
    assert sys.stdin.readline() == "on\n"
    os.truncate(journal, before)
    return False


def introduce() -> None:
    """Tell the number of this window, which may be killed, before anything that it does.

    The one it was forked from may come to run only after that.
    """
    tell(f"child {os.getpid()}")


def wait_for(child: int) -> None:
    """Tell when a window was killed."""
    os.waitpid(child, 0)
    tell("gone")


def tell(line: str) -> None:
    """Write a line to the output in one piece: several windows share it."""
    os.write(1, f"{line}\n".encode())


def main(folder: str) -> None:
    """Fork a window for each line of the input, until that ends."""
    window = opened_window(Path(folder))
    tell("ready")
    while line := sys.stdin.readline():
        seed, *halts = map(int, line.split())
        child = os.fork()
        if not child:
            try:
                introduce()
                work(window, Path(folder), seed, frozenset(halts))
            finally:
                os._exit(1)
        wait_for(child)
    os._exit(0)  # the window was never meant to close


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])
