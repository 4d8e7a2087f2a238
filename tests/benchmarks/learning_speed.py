"""Measures learning a hand in the window: 200 confirmed letters on a page of 300, read again.

Run with ``python -m tests.benchmarks.learning_speed``; needs no display. The page is in the
project's own hand print. A learning lasts from the menu to the new reading of the page, in wall
time: the first of a session, some seconds after the last correction, and later ones, which begin
with a hand that was learnt before. Meanwhile the window turns, and its longest turn is measured
(``tests.ui.stopwatch``). Stops come at other moments of a learning each time; they last until the
worker is gone. Ends with 1 where a target was missed: a second, 50 milliseconds, and 50.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ocrdesk.page.charset import PRINT36
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.application import put_the_window_first
from ocrdesk.ui.collecting import GarbageCollector
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import NoticeHub
from ocrdesk.vision.synthesis import PageSettings, synthesise_page
from tests.benchmarks.rounds import say
from tests.ui.desk import Desk, Stall

LEARNING, TURN, STOP = 1000.0, 50.0, 50.0  # milliseconds
_ROWS, _WORDS, _LENGTH = 15, 4, 5
_CONFIRMED = 200
_PAUSE = 10.0  # seconds before somebody who confirmed 200 letters has them learnt
_TIMES = 8


def write_page(path: Path) -> None:
    """Write a page of 300 capitals and digits, the same each time."""
    rng = np.random.default_rng(5)
    letters = rng.choice(list(PRINT36), (_ROWS, _WORDS, _LENGTH))
    rows = [" ".join("".join(word) for word in row) for row in letters]
    settings = PageSettings(width=2200, height=2000, neatness=0.6, cap_height=0.03)
    Image.fromarray(synthesise_page(rows, rng, settings).pixels).save(path)


def opened_desk(application: QApplication, folder: Path) -> Desk:
    """Open the page in a window and confirm its first letters with Enter, as a person does."""
    notices = NoticeHub()
    window = MainWindow(Appearance(application), SettingsStore(folder / "settings.json"), notices)
    window.resize(1600, 1000)
    window.show()
    desk = Desk(window, notices)
    write_page(folder / "page.png")
    desk.open(folder / "page.png")
    desk.click(desk.page.glyphs[0].id)
    while sum(glyph.is_confirmed for glyph in desk.page.glyphs) < _CONFIRMED:
        desk.key(Qt.Key.Key_Return)
    until = time.perf_counter() + _PAUSE
    desk.wait_until(lambda: time.perf_counter() > until and desk.window.tasks.is_idle)
    return desk


def learnt(desk: Desk) -> tuple[float, float]:
    """Learn, and return milliseconds: until the page is read again, and of the longest turn."""
    _rest(desk)
    desk.longest = Stall("nothing", 0.0)
    begun = time.perf_counter()
    desk.do("learn_hand")
    desk.wait_until(lambda: not desk.window.learning.is_learning)
    taken = time.perf_counter() - begun
    desk.settle()
    return 1000 * taken, 1000 * desk.longest.seconds


def _rest(desk: Desk) -> None:
    """Wait until nothing is at work any more, as what the last learning gave to do."""
    desk.settle()
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    desk.settle()


def stopped(desk: Desk, after: float) -> float:
    """Stop a learning so many seconds after its beginning: milliseconds until nothing runs."""
    _rest(desk)
    desk.do("learn_hand")
    task = desk.window.learning._task
    gone: list[object] = []
    if task is not None:
        task.ended.connect(gone.append)
    until = time.perf_counter() + after
    desk.wait_until(lambda: time.perf_counter() > until)
    begun = time.perf_counter()
    desk.window.learning.stop()
    desk.wait_until(lambda: task is None or bool(gone))
    return 1000 * (time.perf_counter() - begun)


def judged(what: str, times: list[float], most: float, *, is_worst: bool = False) -> bool:
    """Print median and worst; return whether the one that counts is small enough."""
    median, worst = statistics.median(times), max(times)
    is_reached = (worst if is_worst else median) <= most
    say(f"{what:34}{median:8.0f}{worst:8.0f}  {'reached' if is_reached else 'MISSED'}")
    return is_reached


def main() -> int:
    """Open the window and measure; return 1 where a target was missed."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["OCRDESK_HOME"] = home
        application = QApplication(["ocrdesk"])
        GarbageCollector(application).start()
        put_the_window_first()
        desk = opened_desk(application, Path(home))
        first = learnt(desk)
        later = [learnt(desk) for _ in range(_TIMES)]
        stops = [stopped(desk, 0.08 * number) for number in range(_TIMES)]
        say(f"{'':34}{'median':>8}{'worst':>8}  ms")
        reached = [
            judged("first learning of a session", [first[0]], LEARNING),
            judged("later learnings", [taken for taken, _ in later], LEARNING),
            judged(
                "longest turn of the window",
                [turn for _, turn in (first, *later)],
                TURN,
                is_worst=True,
            ),
            judged("stopping", stops, STOP),
        ]
        desk.window.close_for_good()
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
