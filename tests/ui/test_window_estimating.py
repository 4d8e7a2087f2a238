"""The running estimate of what is wrong follows the corrections."""

import re
from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.page.elements import Page
from ocrdesk.services.expected_errors import chances_wrong
from ocrdesk.services.progress import Progress
from ocrdesk.services.reader_hints import ReaderHint
from ocrdesk.ui.controllers import hinting
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

_EXPECTED = re.compile(
    r"As sure as the reader is, about ([\d.]+) of (\d+) letters are wrong \((\d+) to (\d+)\)"
)


def expected(desk: Desk) -> tuple[float, int, int, int] | None:
    """How many letters are told to be wrong: about, of how many, at least, at most."""
    for label in desk.window.views.review.estimate.findChildren(QLabel):
        if found := _EXPECTED.search(label.text()):
            about, letters, low, high = map(float, found.groups())
            return about, int(letters), int(low), int(high)
    return None


def test_the_estimate_has_its_interval_and_follows_each_correction_and_undo(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABCDEF", "GHIJKL"))
    desk.action("panel_review").setChecked(True)
    desk.window.docks["review"].raise_()
    desk.wait_until(lambda: expected(desk) is not None)
    before = expected(desk)
    assert before is not None
    about, letters, low, high = before
    assert letters == 12
    assert low <= about <= high <= 12
    chances = dict(zip(desk.page.glyphs, chances_wrong(desk.page).tolist(), strict=True))
    assert about == pytest.approx(sum(chances.values()), abs=0.06)
    doubtful = min(desk.page.glyphs, key=lambda glyph: glyph.probability)
    desk.click(doubtful.id)
    desk.type("Q")
    desk.wait_until(lambda: expected(desk) not in (before, None))
    after = expected(desk)
    assert after is not None
    assert after[0] == pytest.approx(about - chances[doubtful], abs=0.11)
    desk.do("undo")
    desk.wait_until(lambda: expected(desk) == before)


def _told(desk: Desk) -> str:
    labels = desk.window.views.review.estimate.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_a_reader_that_does_not_know_small_letters_is_not_believed_how_sure_it_is(
    reader: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hinted(page: Page, *_: object) -> Generator[Progress, None, ReaderHint | None]:
        yield Progress("Looking", 0.0)
        is_small = len(page.glyphs) == 4
        return ReaderHint("handout", "It looks so.", is_unknown=True) if is_small else None

    monkeypatch.setattr(hinting, "hint_for", hinted)
    reader.open(make_page("small.png", "GHKL"))
    reader.action("panel_review").setChecked(True)
    reader.window.docks["review"].raise_()
    only_a_check = "the 4 letters on pages in small letters are wrong, only a check can tell"
    reader.wait_until(lambda: only_a_check in _told(reader))
    found = expected(reader)
    assert found is not None
    assert found[1] == 6, "those of the other page alone"
    reader.key(Qt.Key.Key_Escape)
    assert only_a_check in _told(reader), "a hint that was dismissed is as true as before"
    reader.window.reading.choose_model("handout")
    reader.wait_until(lambda: (now := expected(reader)) is not None and now[1] == 10)
    assert only_a_check not in _told(reader)


def test_the_estimate_says_that_it_counts_on_what_was_confirmed(
    desk: Desk, make_page: PageMaker
) -> None:
    """It was as sure of letters that somebody confirmed without a look."""
    desk.open(make_page("a.png", "ABCDEF"))
    desk.action("panel_review").setChecked(True)
    desk.window.docks["review"].raise_()
    desk.wait_until(lambda: expected(desk) is not None)
    assert "confirmed" not in _told(desk)
    desk.click(desk.page.glyphs[0].id)
    desk.type(desk.page.glyphs[0].character)
    desk.wait_until(lambda: "if the one that you confirmed is right." in _told(desk))
    desk.type(desk.page.glyphs[1].character)
    desk.wait_until(lambda: "if the 2 that you confirmed are right." in _told(desk))
    for glyph in desk.page.glyphs[2:]:
        desk.type(glyph.character)
    alone = "All 6 letters are confirmed. How many are wrong rests on your answers alone."
    desk.wait_until(lambda: alone in _told(desk))
