"""Small pages with known places, and a view that shows one."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import UNREADABLE, Glyph, Line, Page, Prediction, Word
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.views.page_view import PageView
from ocrdesk.ui.views.pages_panel import PagesPanel

WIDTH, HEIGHT = 800, 600


def predictions(best: str, probability: float) -> tuple[Prediction, ...]:
    """All 36 classes, ``best`` first, the rest in alphabetical order and halving."""
    others = [c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" if c != best]
    shares = np.array([0.5**k for k in range(1, 36)])
    shares *= (1 - probability) / shares.sum()
    rest = [Prediction(c, float(p)) for c, p in zip(others, shares, strict=True)]
    return tuple(sorted((Prediction(best, probability), *rest), key=lambda p: -p.probability))


def glyph(
    number: int,
    left: int,
    top: int,
    best: str,
    probability: float = 0.99,
    *,
    correction: str | None = None,
) -> Glyph:
    """A letter of 40 by 60 pixels."""
    box = BoundingBox(left, top, left + 40, top + 60)
    return Glyph(number, box, predictions(best, probability), correction)


def unreadable(number: int, left: int, top: int, probability: float) -> Glyph:
    """A drawing of 40 by 60 pixels that would be a K rather than anything else."""
    box = BoundingBox(left, top, left + 40, top + 60)
    rest = (Prediction(c, p * (1 - probability)) for c, p in predictions("K", 0.8))
    return Glyph(number, box, (Prediction(UNREADABLE, probability), *rest))


@pytest.fixture
def page() -> Page:
    """Two rows: "HI YOU" with ids 1 to 5, and "2K" with ids 6 (doubtful) and 7 (confirmed)."""
    first = Line(
        (
            Word((glyph(1, 100, 100, "H"), glyph(2, 160, 100, "I"))),
            Word((glyph(3, 280, 100, "Y"), glyph(4, 340, 100, "O"), glyph(5, 400, 100, "U"))),
        )
    )
    second = Line((Word((glyph(6, 100, 300, "Z", 0.4), glyph(7, 160, 300, "X", correction="K"))),))
    return Page(WIDTH, HEIGHT, (first, second))


@pytest.fixture
def pixels() -> np.ndarray:
    """Plain paper of the page's size."""
    return np.full((HEIGHT, WIDTH), 235, np.uint8)


@pytest.fixture(autouse=True)
def look(appearance: Appearance) -> Appearance:
    """The look; one for all tests, as in the program."""
    return appearance


@pytest.fixture
def view(qtbot: QtBot, page: Page, pixels: np.ndarray) -> PageView:
    """The page in a view of 900 by 700 pixels at 100 %."""
    widget = PageView()
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.set_image(pixels)
    widget.set_page(page)
    widget.zoom_to(1.0)
    widget.setFocus()
    return widget


def spot(view: PageView, x: float, y: float) -> QPoint:
    """Where an image point is in the viewport."""
    return view.viewportTransform().map(QPointF(x, y)).toPoint()


@pytest.fixture
def pages_panel(qtbot: QtBot) -> PagesPanel:
    """The list of pages in a window of its own, without a page."""
    widget = PagesPanel()
    qtbot.addWidget(widget)
    widget.resize(240, 480)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget
