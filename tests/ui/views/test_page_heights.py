"""How high the rows of the open pages are: for titles in one line or two, measured once."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from ocrdesk.ui.views import page_card
from ocrdesk.ui.views.pages_panel import PageEntry, PagesPanel, PageState


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the cards measured, to be used before there is a panel."""
    texts: list[str] = []

    class Metrics(QFontMetrics):
        def horizontalAdvance(self, text: str, /, len: int = -1) -> int:  # type: ignore[override] # noqa: A002
            texts.append(text)
            return super().horizontalAdvance(text, len)

    monkeypatch.setattr(page_card, "QFontMetrics", Metrics)
    return texts


def test_progress_measures_no_title_again_that_is_out_of_sight(
    measured: list[str], pages_panel: PagesPanel
) -> None:
    """The list asks for the heights of all rows whenever one of them changes."""
    names = [f"scan number {n} of the archive.png" for n in range(200)]
    entries = [PageEntry(name, PageState.READ, letters=1) for name in names]
    pages_panel.set_entries(entries)
    pages_panel.grab()
    assert set(names) <= set(measured), "the first time"
    measured.clear()
    for percent in range(10):
        entries[0] = replace(entries[0], state=PageState.READING, fraction=percent / 100)
        pages_panel.set_entries(entries)
        pages_panel.grab()
    assert not set(names[100:]) & set(measured)


def test_titles_are_measured_anew_in_another_font_or_width(pages_panel: PagesPanel) -> None:
    font = QFont(pages_panel._list.font())
    font.setPixelSize(20)  # three lines of it are higher than the thumbnail
    wide = QFont(font)
    wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 12)  # no higher
    pages_panel._list.setFont(font)
    pages_panel.set_entries([PageEntry("IMG_2.jpg", PageState.READ, letters=1)])

    def height() -> int:
        pages_panel.grab()
        return pages_panel._list.visualRect(pages_panel._list.model().index(0, 0)).height()

    one_line = height()
    pages_panel.resize(130, 480)
    assert height() > one_line, "a title in two lines"
    pages_panel.resize(240, 480)
    assert height() == one_line
    pages_panel._list.setFont(wide)
    assert height() > one_line
    pages_panel._list.setFont(font)
    assert height() == one_line
