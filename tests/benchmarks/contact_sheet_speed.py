"""How fast a contact sheet of 3,000 letters comes up and scrolls; prints milliseconds.

QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.contact_sheet_speed
"""

import sys
import time
from collections.abc import Callable
from weakref import ref

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.contact_sheet import contact_sheet
from ocrdesk.services.expected_errors import expect_errors
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.review_pages import PageLooks, ReviewPage
from ocrdesk.services.review_queue import review_queue, without_answered
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.controllers.letter_pictures import cut
from ocrdesk.ui.views.image_pyramid import build_pyramid
from ocrdesk.ui.views.letter_grid import LetterCell, LetterGrid

LETTERS, ACROSS = 3000, 60
SIZE = QSize(1200, 800)


def _page(rng: np.random.Generator) -> Page:
    """Return a page full of one character, one letter in twenty doubtful."""
    glyphs = []
    for number in range(LETTERS):
        left, top = 20 + number % ACROSS * 95, 20 + number // ACROSS * 78
        share = 0.6 if rng.random() < 0.05 else 0.99
        predictions = (Prediction("A", share), Prediction("B", 1 - share))
        box = BoundingBox(left, top, left + 60, top + 66)
        glyphs.append(Glyph(number + 1, box, predictions))
    return Page(6000, 4000, (Line((Word(tuple(glyphs)),)),))


def _reviewed(page: Page, rng: np.random.Generator) -> ReviewPage:
    """Return the page with looks drawn at random."""
    recognizer = load_model("print36")
    blank = image_from_array(np.full((40, 40), 255, np.uint8), "blank")
    layout = run(recognize(blank, recognizer)).layout
    features = rng.random((LETTERS, 128), np.float32) + 1.0
    features /= np.linalg.norm(features, axis=1, keepdims=True)
    patches = rng.integers(0, 255, (LETTERS, 28, 28), dtype=np.uint8)
    places = {glyph.box: row for row, glyph in enumerate(page.glyphs)}
    return ReviewPage(0, page, PageLooks(ref(layout), recognizer, places, patches, features))


def _time(name: str, deed: Callable[[], object], *, times: int = 9) -> None:
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        deed()
        spent.append(1000 * (time.perf_counter() - start))
    sys.stdout.write(f"{name}: median {np.median(spent):.1f}, most {max(spent):.1f} ms\n")


def main() -> None:
    """Measure."""
    application = QApplication(["ocrdesk"])
    Appearance(application)
    rng = np.random.default_rng(0)
    page = _page(rng)
    reviewed = _reviewed(page, rng)
    items = review_queue([reviewed], {})
    _time("order a queue (worker)", lambda: review_queue([reviewed], {}), times=3)
    touched = frozenset({items[0].leader})
    _time("take an answer out", lambda: without_answered(items, [reviewed], touched=touched))
    _time("expected errors", lambda: run(expect_errors([reviewed])))
    _time("order a sheet", lambda: contact_sheet([reviewed], "A"))
    pyramid = build_pyramid(rng.integers(0, 255, (4000, 6000), dtype=np.uint8))
    grid = LetterGrid()
    grid.set_pictures(lambda cell, side: cut(pyramid, cell.glyph.box, side))
    cells = [LetterCell(entry.place, entry.glyph, "") for entry in contact_sheet([reviewed], "A")]

    def show() -> None:
        grid.set_cells(())
        grid.set_cells(cells)
        grid.resize(SIZE)
        grid.show()
        application.processEvents()

    def scroll() -> None:
        bar = grid.verticalScrollBar()
        bar.setValue(bar.value() + 60)
        grid.viewport().repaint()

    _time("show a sheet", show, times=3)
    _time("draw it whole", grid.viewport().repaint)
    _time("scroll it", scroll, times=60)


if __name__ == "__main__":
    main()
