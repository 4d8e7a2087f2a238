"""A page that was closed is gone at once: nothing of it waits for the garbage collector.

A dense page is hundreds of thousands of objects: looking at all of them for cycles would hold the
window up, and what the collector passes over from then on would never go.
"""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def _parts(desk: Desk) -> dict[str, weakref.ref[object]]:
    """Return what the page that is shown is made of, without holding it."""
    opened = desk.current
    assert opened.page is not None
    assert opened.pyramid is not None
    assert opened.layout is not None
    assert opened.document.pixels is not None
    return {
        "what is open": weakref.ref(opened),
        "history": weakref.ref(opened.past),
        "page": weakref.ref(opened.page),
        "row": weakref.ref(opened.page.lines[-1]),
        "image": weakref.ref(opened.document.pixels),
        "shown image": weakref.ref(opened.pyramid.levels[0]),
        "ink": weakref.ref(opened.layout.ink.mask),
    }


@pytest.fixture
def parts(shipped: Desk, make_page: PageMaker) -> dict[str, weakref.ref[object]]:
    """What the second of two pages is made of, which a person has worked on."""
    desk = shipped
    desk.open(make_page("stays.png", "AB"))
    desk.open(make_page("goes.png", "ABC", "DEF"))
    desk.window.session.show(desk.window.session.documents[1])
    desk.settle()
    desk.click(1)
    desk.type("QR")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_F3)
    desk.do("undo")
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    return _parts(desk)


def test_a_page_that_was_closed_goes_without_the_collector(
    shipped: Desk, parts: dict[str, weakref.ref[object]]
) -> None:
    gc.freeze()  # the collector finds nothing any more
    shipped.window.session.close(shipped.current)
    shipped.settle()
    assert [name for name, part in parts.items() if part() is not None] == []
