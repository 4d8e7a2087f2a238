"""The review asks whether one box holds two letters, says how surely, and Enter parts them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Prediction
from ocrdesk.services.proposals import Proposal, ProposedGlyph
from ocrdesk.services.review_queue import ProposedCut
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_a_split_is_proposed_and_taken_with_enter(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABABAB"))
    whole = desk.page.glyphs[2]
    box, middle = whole.box, (whole.box.left + whole.box.right) // 2
    parts = tuple(
        ProposedGlyph(
            BoundingBox(left, box.top, right, box.bottom),
            (Prediction(character, share), Prediction("N", 1 - share)),
        )
        for left, right, character, share in (
            (box.left, middle, "H", 0.97),
            (middle, box.right, "I", 0.95),
        )
    )
    desk.current.proposals = (Proposal((whole.id,), parts, 9.0, (box,)),)
    review = desk.window.reviewing
    review.refresh()
    desk.wait_until(lambda: any(isinstance(item, ProposedCut) for item in review.queue))
    panel = desk.window.views.review
    for _ in review.queue:
        desk.do("next_doubtful")
        desk.settle()
        assert panel.question is not None
        if panel.question.cut is not None:
            break
    said = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "H|I 0.97 \N{MULTIPLICATION SIGN} 0.95 instead of" in said.replace("\xa0", " ")
    focus = desk.window.focusWidget()
    assert focus is not None
    desk.key(Qt.Key.Key_Return, to=focus)
    desk.settle()
    assert [glyph.box for glyph in desk.page.glyphs[2:4]] == [part.box for part in parts]
    assert [glyph.character for glyph in desk.page.glyphs[2:4]] == ["H", "I"]
    desk.do("undo")
    assert desk.page.glyphs[2] == whole
