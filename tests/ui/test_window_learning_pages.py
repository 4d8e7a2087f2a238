"""What is told of learning: until something is learnt, and of pages that were put back."""

import pytest

from ocrdesk.ui.notices import NoticeLevel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_a_page_that_was_put_back_is_undone_with_the_others(
    shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("a.png", "ABCDEFGHKL", "MNOPRSTUVW", "AEHKMNRSTX"))
    shipped.click(shipped.page.glyphs[0].id)
    for character in "ABCD8FGHKLMNOPRSTUVW":  # so E is read as 8 from now on
        shipped.type(character)
    first = shipped.current
    shipped.open(make_page("b.png", "EEXYEE"))
    other = shipped.current
    shipped.window.session.show(first)
    before = [opened.page for opened in (first, other)]
    shipped.do("learn_hand")
    shipped.wait_until(lambda: not shipped.window.learning.is_learning)
    assert other.page != before[1]
    shipped.window._paging.take_out(other, 1)
    shipped.do("put_back")
    show = shipped.told_of("learn").on_action
    assert show is not None
    show()
    told = shipped.told_of("learn")
    assert told.text.startswith("Changed letter 1")
    assert told.on_undo is not None
    told.on_undo()
    assert [opened.page for opened in (first, other)] == before


def test_what_went_wrong_is_told_until_something_is_learnt(reader: Desk) -> None:
    reader.do("learn_hand")
    reader.wait_until(lambda: not reader.window.learning.is_learning)
    assert reader.told_of("learn").level is NoticeLevel.ERROR
    reader.click(reader.page.glyphs[0].id)
    reader.type("A")
    reader.do("learn_hand")
    reader.wait_until(lambda: not reader.window.learning.is_learning)
    assert all(notice.level is not NoticeLevel.ERROR for notice in reader.told)
