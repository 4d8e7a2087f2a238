"""Why a letter was read so, in the window: on demand, along with the selection, without a stall."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QCheckBox

from ocrdesk.ui.translation import speak
from ocrdesk.ui.views.known_letters import KnownLetters
from ocrdesk.ui.views.patch_view import PatchView
from ocrdesk.ui.views.probability_list import ProbabilityList
from ocrdesk.ui.views.why_panel import WhyPanel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with a page of eight letters, some of them alike."""
    desk.open(make_page("a.png", "ABAB", "ABAC"))
    desk.click(desk.page.glyphs[0].id)
    return desk


def _why(desk: Desk) -> WhyPanel:
    return desk.window.views.letter.why


def _known(desk: Desk) -> KnownLetters:
    found = _why(desk).findChild(KnownLetters)
    assert isinstance(found, KnownLetters)
    return found


def _patch(desk: Desk) -> PatchView:
    found = desk.window.views.letter.findChild(PatchView)
    assert isinstance(found, PatchView)
    return found


def _ask(desk: Desk) -> None:
    desk.click_in(_why(desk).toggle, _why(desk).toggle.rect().center())
    _wait(desk)


def _wait(desk: Desk) -> None:
    """Wait for the explanation, with letters that were drawn to compare with."""
    desk.wait_until(lambda: _patch(desk).occlusion is not None and bool(_known(desk).known))


def test_nothing_is_worked_out_before_somebody_asks(page: Desk) -> None:
    assert not _why(page).isVisible()
    page.settle()
    assert _patch(page).occlusion is None
    _ask(page)
    assert _why(page).isVisible()
    occlusion = _patch(page).occlusion
    assert occlusion is not None
    assert occlusion.character == page.selected.character


def test_it_follows_the_selection(page: Desk) -> None:
    _ask(page)
    first = _patch(page).occlusion
    page.key(Qt.Key.Key_Tab)
    assert _patch(page).occlusion is None, "what counted in another letter is no explanation"
    _wait(page)
    assert _patch(page).occlusion is not first
    page.click_at(400, 230)
    assert page.window.session.selected_glyph is None
    page.click(page.page.glyphs[2].id)
    _wait(page)


def test_letters_of_ones_own_come_first_and_lead_to_their_place(page: Desk) -> None:
    glyphs = page.page.glyphs
    page.click(glyphs[2].id)
    page.type("A")
    page.click(glyphs[0].id)
    _ask(page)
    page.wait_until(lambda: {known.place is None for known in _known(page).known} == {True, False})
    own = _known(page).known[0]
    assert own.place is not None
    assert own.character == "A"
    assert "confirmed by you" in _known(page).accessibleDescription()
    assert "drawn by ocrdesk" in _known(page).accessibleDescription()
    place = _known(page).place_of(0).center()
    page.click_in(_known(page), place)
    assert page.selected.id == glyphs[2].id


def test_the_marks_can_be_taken_off_the_picture(page: Desk) -> None:
    _ask(page)
    box = _why(page).findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    page.key(Qt.Key.Key_Space, to=box)
    assert _patch(page).occlusion is None
    page.key(Qt.Key.Key_Space, to=box)
    assert _patch(page).occlusion is not None


def test_folding_it_ends_the_work(page: Desk) -> None:
    _ask(page)
    page.click_in(_why(page).toggle, _why(page).toggle.rect().center())
    assert not _why(page).isVisible()
    assert _patch(page).occlusion is None
    page.key(Qt.Key.Key_Tab)
    page.settle()
    assert _patch(page).occlusion is None


def test_several_letters_have_no_reason_in_common(page: Desk) -> None:
    _ask(page)
    page.do("select_all")
    assert not _why(page).isVisible()
    assert not _why(page).toggle.isVisible()
    page.click(page.page.glyphs[1].id)
    _wait(page)
    assert _why(page).isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1360, 860)])
def test_the_best_five_and_the_picture_are_seen_beside_the_reasons(
    page: Desk, size: tuple[int, int]
) -> None:
    page.window.resize(*size)
    page.settle()
    _ask(page)
    page.settle()
    bars = page.window.views.letter.findChild(ProbabilityList)
    assert isinstance(bars, ProbabilityList)
    assert bars.model().rowCount() == 5
    seen = bars.viewport().visibleRegion()
    for row in range(5):
        assert (QRegion(bars.visualRect(bars.model().index(row, 0))) - seen).isEmpty(), row
    patch = _patch(page)
    assert patch.width() == 128, "what counted is marked on it"
    assert (QRegion(patch.rect()) - patch.visibleRegion()).isEmpty()
    known = _known(page)
    assert (QRegion(known.place_of(0)) - known.visibleRegion()).isEmpty()
    page.click_in(_why(page).toggle, _why(page).toggle.rect().center())
    page.settle()
    assert bars.mapToGlobal(QPoint()).y() > patch.mapToGlobal(QPoint()).y(), "below it as before"


def test_all_characters_are_offered_beside_the_reasons_too(page: Desk) -> None:
    page.window.resize(1280, 800)
    _ask(page)
    unfold = page.window.views.letter._expander
    page.click_in(unfold, unfold.rect().center())
    page.settle()
    bars = page.window.views.letter.findChild(ProbabilityList)
    assert isinstance(bars, ProbabilityList)
    assert bars.model().rowCount() == 36
    assert bars.height() >= bars.rows_height(5)
    page.click_in(unfold, unfold.rect().center())
    page.settle()
    assert bars.model().rowCount() == 5


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_cut_off_at_the_sides_in_a_small_window(
    qapp: QApplication, open_desk: Callable[[], Desk], make_page: PageMaker, language: str
) -> None:
    speak(qapp, language)
    try:
        desk = open_desk()
        desk.window.resize(800, 560)
        desk.open(make_page("a.png", "ABAB", "ABAC"))
        desk.click(desk.page.glyphs[0].id)
        _ask(desk)
        desk.settle()
        panel = desk.window.views.letter
        assert panel._content.width() <= panel._scroll.viewport().width()
        assert panel._scroll.horizontalScrollBar().value() == 0
        box = _why(desk).findChild(QCheckBox)
        assert isinstance(box, QCheckBox)
        for button in (box, panel._expander, _why(desk).toggle):
            assert button.width() >= button.sizeHint().width(), button.text()
        assert box.accessibleName() != box.text(), "which is short, and told in full"
    finally:
        speak(qapp, "en")
