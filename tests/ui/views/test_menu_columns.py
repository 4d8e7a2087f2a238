"""What letters may be stands in columns in a menu."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocrdesk.ui.views.menu_columns import in_columns

ROWS = (("I", "> 99 %"), ("M", "7 %"), ("W", "87 %"), ("\N{REPLACEMENT CHARACTER}", "< 1 %"))


@pytest.mark.parametrize("size", [9, 13, 21])
def test_both_columns_are_level(qtbot: QtBot, size: int) -> None:
    del qtbot
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    metrics = QFontMetricsF(font)
    texts = in_columns(ROWS, metrics)
    ends = [metrics.horizontalAdvance(text) for text in texts]
    assert max(ends) - min(ends) <= 1.5
    for text, (left, right) in zip(texts, ROWS, strict=True):
        assert (text[: len(left)], text[-len(right) :]) == (left, right)
        assert text[len(left) : -len(right)].strip() == ""


def test_no_rows_are_no_texts(qtbot: QtBot) -> None:
    del qtbot
    assert in_columns((), QFontMetricsF(QApplication.font())) == []
