"""Single characters are shown in a face that tells those apart which pens do not."""

import pytest
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ocrdesk.ui.appearance.typography import HEADING, letter_font

pytestmark = pytest.mark.usefixtures("qapp")


def _drawn(character: str, font: QFont) -> tuple[int, QImage]:
    """Return a character's picture and how many of its columns hold ink."""
    image = QImage(120, 120, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(20, 100, character)
    painter.end()
    inked = sum(any(image.pixelColor(x, y).value() < 128 for y in range(120)) for x in range(120))
    return inked, image


def test_a_capital_i_is_no_bare_bar() -> None:
    font = letter_font(QFont(), 4.0)
    bar, _ = _drawn("|", font)
    for character in "Il1":
        wide, _ = _drawn(character, font)
        assert wide > 1.8 * bar, f"{character} is {wide} pixels wide, a bar {bar}"


def test_characters_that_look_alike_are_drawn_otherwise() -> None:
    font = letter_font(QFont(), 4.0)
    for alike in ("Il1|", "O0o", "5S", "2Z"):
        drawn = [_drawn(character, font)[1] for character in alike]
        for place, one in enumerate(drawn):
            assert all(one != other for other in drawn[place + 1 :])


def test_it_follows_the_size_of_a_persons_font() -> None:
    font = QApplication.font()
    font.setPointSizeF(20.0)
    assert letter_font(font, HEADING).pointSizeF() == pytest.approx(20.0 * HEADING)
    font.setPixelSize(30)
    assert letter_font(font).pixelSize() == 30
