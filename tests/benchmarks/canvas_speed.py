"""Measures how fast the page pans and zooms: 3,000 boxes on 24 megapixels at 1920 x 1080.

Run with ``python -m tests.benchmarks.canvas_speed [--scale 2]``; needs no display. Prints the
median, the 95th percentile and the slowest frame of each movement in milliseconds. A frame is the
event that causes it and everything up to the finished paint, in the raster engine; time for which
the thread waited for a core, because others had them, is no part of it (``tests.ui.stopwatch``).
Ends with 1 where panning or zooming has fewer than 60 frames a second at the median.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.charset import PRINT36
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.views.image_pyramid import build_pyramid
from ocrdesk.ui.views.page_view import PageView
from tests.benchmarks.rounds import say
from tests.ui.stopwatch import Stopwatch

_WIDTH, _HEIGHT = 6000, 4000
_ROWS, _LETTERS = 40, 75
FRAME = 1000 / 60  # milliseconds


def crowded_page() -> Page:
    """Return a page of 3,000 letters, two thirds certain, the rest of every other step."""
    lines = []
    for row in range(_ROWS):
        glyphs = []
        for column in range(_LETTERS):
            number = row * _LETTERS + column
            left, top = 60 + column * 78, 60 + row * 97 + column % 9
            probability = (0.98, 0.95, 0.99, 0.97, 0.75, 0.42)[number % 6]
            character = PRINT36[number % len(PRINT36)]
            glyphs.append(
                Glyph(
                    number + 1,
                    BoundingBox(left, top, left + 56, top + 70),
                    (Prediction(character, probability),),
                    character if number % 10 == 0 else None,
                )
            )
        words = tuple(Word(tuple(glyphs[i : i + 5])) for i in range(0, _LETTERS, 5))
        lines.append(Line(words))
    return Page(_WIDTH, _HEIGHT, tuple(lines))


def paper() -> NDArray[np.uint8]:
    """Return 24 megapixels of noisy paper."""
    rng = np.random.default_rng(7)
    return rng.integers(190, 240, (_HEIGHT, _WIDTH, 3), dtype=np.uint8)


class Bench:
    """Moves one view and times each frame."""

    def __init__(self, application: QApplication, view: PageView) -> None:
        self._application = application
        self._view = view
        self.missed: list[str] = []

    def measure(
        self, title: str, move: Callable[[int], None], *, frames: int = 60, most: float = 0.0
    ) -> None:
        """Print the frame times of ``frames`` moves, and whether the median is at most ``most``."""
        times = []
        self._application.processEvents()
        watch = Stopwatch()
        for frame in range(frames):
            watch.lap()
            move(frame)
            self._application.processEvents()
            times.append(watch.lap() * 1000)
        ordered, median = sorted(times), statistics.median(times)
        late = ordered[int(len(ordered) * 0.95)]
        told = "" if not most else "reached" if median <= most else "MISSED"
        say(f"{title:<44}{median:8.1f}{late:8.1f}{ordered[-1]:8.1f}  {told}".rstrip())
        if told == "MISSED":
            self.missed.append(title)

    def wheel(self, angle: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Turn the wheel in the middle of the view."""
        viewport = self._view.viewport()
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(viewport.mapToGlobal(middle.toPoint())),
            QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)


def run(bench: Bench, view: PageView, page: Page) -> None:
    """Measure every movement."""
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    say(f"{'movement':<44}{'median':>8}{'p95':>8}{'worst':>8}  ms per frame")
    view.fit_page()
    bench.measure("full repaint, whole page (3,000 boxes)", lambda _: view.viewport().update())
    bench.measure(
        "zoom from the whole page, Ctrl+wheel",
        lambda i: bench.wheel(QPoint(0, 40 if i % 40 < 20 else -40), control),
        most=FRAME,
    )
    for scale in (0.35, 0.5, 1.0, 2.0):
        view.zoom_to(scale)
        bench.measure(f"full repaint at {scale:.0%}", lambda _: view.viewport().update())
        bench.measure(
            f"pan at {scale:.0%}, wheel",
            lambda i: bench.wheel(QPoint(0, 60 if i % 20 < 10 else -60), none),
            most=FRAME,
        )
    view.zoom_to(0.5)
    bench.measure(
        "zoom around 50 %, Ctrl+wheel",
        lambda i: bench.wheel(QPoint(0, 30 if i % 20 < 10 else -30), control),
        most=FRAME,
    )
    view.fit_page()
    bench.measure("select another letter", lambda i: view.select(1 + (i * 37) % 3000))
    bench.measure("update one letter", lambda i: view.update_page(page, frozenset({1 + i})))


def main() -> int:
    """Show the crowded page and measure; return 1 where a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scale", default="1", help="device pixels per logical pixel")
    os.environ["QT_SCALE_FACTOR"] = parser.parse_args().scale
    application = QApplication([])
    Appearance(application)
    view = PageView()
    view.resize(1920, 1080)
    view.show()
    start = time.perf_counter()
    pyramid = build_pyramid(paper())
    say(f"pyramid of 24 megapixels: {(time.perf_counter() - start) * 1000:.0f} ms (in a worker)")
    page = crowded_page()
    start = time.perf_counter()
    view.set_image(pyramid)
    view.set_page(page)
    say(f"set_image and set_page: {(time.perf_counter() - start) * 1000:.0f} ms")
    bench = Bench(application, view)
    run(bench, view, page)
    if bench.missed:
        sys.stderr.write(f"\nTargets missed: {'; '.join(bench.missed)}.\n")
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
