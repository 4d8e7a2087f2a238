"""The running estimate of what is wrong follows the corrections."""

import re

import pytest
from PySide6.QtWidgets import QLabel

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
    assert about == pytest.approx(sum(1 - g.probability for g in desk.page.glyphs), abs=0.06)
    doubtful = min(desk.page.glyphs, key=lambda glyph: glyph.probability)
    desk.click(doubtful.id)
    desk.type("Q")
    desk.wait_until(lambda: expected(desk) not in (before, None))
    after = expected(desk)
    assert after is not None
    assert after[0] == pytest.approx(about - (1 - doubtful.probability), abs=0.11)
    desk.do("undo")
    desk.wait_until(lambda: expected(desk) == before)
