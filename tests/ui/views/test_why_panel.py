"""The explanation says what ink and words did, in words that fit each case."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ocrdesk.page.elements import Glyph, Prediction, Reader
from ocrdesk.services.explanation import Explanation, KnownLetter, Occlusion
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.views.known_letters import KnownLetters
from ocrdesk.ui.views.occlusion_marks import draw_marks
from ocrdesk.ui.views.why_panel import WhyPanel
from tests.ui.views.conftest import glyph, unreadable

MARKS = "the marks and the letters like it are what"


@pytest.fixture
def panel(qtbot: QtBot) -> WhyPanel:
    widget = WhyPanel()
    qtbot.addWidget(widget)
    qtbot.addWidget(widget.toggle)
    return widget


def _said(panel: WhyPanel) -> str:
    texts = (label.text() for label in panel.findChildren(QLabel))
    return " ".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def _by_words(best: str, ink: str) -> Glyph:
    return replace(glyph(1, 0, 0, best, 0.91), ink=glyph(1, 0, 0, ink, 0.55).predictions)


def _quoted() -> Glyph:
    read = (Prediction('"', 0.95), Prediction("I", 0.05))
    return replace(glyph(1, 0, 0, "I"), predictions=read)


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (glyph(1, 0, 0, "K", 0.87), "Ink: K 87 %. The words around it changed nothing."),
        (_by_words("0", "O"), "The words around it made it 0 91 %."),
        (_by_words("O", "O"), "Ink: O 55 %. With the words around it: O 91 %."),
        (unreadable(1, 0, 0, 0.8), "no character by its ink; words had no say"),
        (_quoted(), "told by its place, high above the line; words had no say"),
        (replace(glyph(1, 0, 0, "K"), predictions=()), "never read"),
    ],
)
def test_it_tells_ink_from_words(panel: WhyPanel, read: Glyph, told: str) -> None:
    panel.set_glyph(read)
    assert told in _said(panel)


def _known(character: str, place: LetterPlace | None) -> KnownLetter:
    return KnownLetter(character, np.zeros((28, 28), np.float32), 0.8, place)


def test_it_tells_whose_letters_it_compares_with(panel: WhyPanel) -> None:
    own, drawn = _known("A", LetterPlace(0, 1)), _known("B", None)
    cases = [
        ((own,), "letters you confirmed"),
        ((drawn,), "letters drawn by ocrdesk"),
        ((own, drawn), "ticked: you confirmed them; dashed: drawn by ocrdesk"),
        ((), "No letter is known yet"),
    ]
    for known, told in cases:
        panel.set_explanation(Explanation(None, known))
        assert told in _said(panel)
    panel.set_explanation(None)
    assert "Looking for letters like it" in _said(panel)


@pytest.mark.parametrize(
    ("reader", "explainer", "told"),
    [
        (
            Reader("print36"),
            Reader("My hand", "print36", 20),
            f"print36 read this letter; {MARKS} “My hand” sees.",
        ),
        (
            Reader("Ann", "print36", 0),
            Reader("Ann", "print36", 20),
            f"“Ann” has learnt since it read this letter; {MARKS} it sees now.",
        ),
        (Reader("print36"), Reader("print36"), ""),
        (Reader("Ann", "print36", 20), Reader("Ann", "print36", 20), ""),
        (Reader("Ann"), Reader("Ann", "print36", 20), ""),  # of an older document: nobody knows
        (None, Reader("print36"), ""),
    ],
)
def test_it_tells_first_that_another_reader_explains_the_letter(
    panel: WhyPanel, reader: Reader | None, explainer: Reader, told: str
) -> None:
    panel.set_glyph(glyph(1, 0, 0, "K", 0.87))
    plain = _said(panel)
    panel.toggle.click()
    panel.set_readers(reader, explainer)
    assert _said(panel).split() == [*told.split(), *plain.split()]
    (first, *_) = [label for label in panel.findChildren(QLabel) if label.isVisible()]
    assert first.text().startswith(told or "Ink:")
    panel.set_glyph(glyph(2, 0, 0, "X", 0.61))
    assert "read this letter" not in _said(panel), "it was said of another letter"


def test_letters_wrap_where_there_is_little_room(qtbot: QtBot) -> None:
    letters = KnownLetters()
    qtbot.addWidget(letters)
    letters.set_known([_known(c, None) for c in "ABCDEF"])
    assert letters.heightForWidth(150) == 2 * letters.heightForWidth(400)


def test_marks_for_and_against_differ_without_colour() -> None:
    """A disk is filled in its middle, a ring is not."""
    for drop, is_filled in ((1.5, True), (-1.5, False)):
        drops = np.zeros((9, 9), np.float32)
        drops[4, 4] = drop
        image = QImage(180, 180, QImage.Format.Format_RGB32)
        image.fill(0xFF808080)
        painter = QPainter(image)
        draw_marks(painter, QRectF(0, 0, 180, 180), Occlusion("A", drops, 0.25), is_dark=False)
        painter.end()
        assert (image.pixel(90, 90) != 0xFF808080) == is_filled
        assert image.pixel(10, 10) == 0xFF808080


def _luminance(pixel: int) -> float:
    """Return the relative luminance of a pixel (WCAG 2.2, 1.4.3)."""
    shares = [(pixel >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("is_dark", "ground"), [(False, 0xFFFFFFFF), (True, 0xFF15171C)])
@pytest.mark.parametrize("drop", [1.5, -1.5])
def test_marks_stand_out_from_the_patch_in_light_and_dark(
    drop: float, ground: int, *, is_dark: bool
) -> None:
    drops = np.zeros((9, 9), np.float32)
    drops[4, 4] = drop
    image = QImage(720, 720, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.scale(4, 4)
    draw_marks(painter, QRectF(0, 0, 180, 180), Occlusion("A", drops, 0.25), is_dark=is_dark)
    painter.end()
    base = _luminance(image.pixel(10, 10))
    seen = [_luminance(image.pixel(x, 360)) for x in range(720)]
    best = max((max(one, base) + 0.05) / (min(one, base) + 0.05) for one in seen)
    assert best >= 3
