"""Where notices lie over a high page, and which of its letters they hide."""

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtTest import QTest

from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.views.notice_bar import NoticeBar
from ocrdesk.ui.views.notice_card import NoticeCard
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

FULL = ("ABCDEFGH",) * 10


def open_high(desk: Desk, make_page: PageMaker, *rows: str, name: str = "high.png") -> Desk:
    """Open a page of rows that begin near its upper edge; ten of them fill it."""
    desk.open(make_page(name, *rows, size=(450, 650)))
    desk.settle()
    return desk


def tell(desk: Desk, text: str = "Something is wrong.", *, action: str = "") -> None:
    """Raise a notice of two lines that stays."""
    deed = (lambda: None) if action else None
    advice = "A sentence of advice that is so long that it needs more than one line. " * 2
    notice = Notice(text, advice, NoticeLevel.ERROR, action=action, on_action=deed)
    desk.notices.raise_notice(notice)
    desk.settle()


def bar(desk: Desk) -> NoticeBar:
    return desk.window.notice_bar


def cards(desk: Desk) -> list[NoticeCard]:
    """The notices on show from above to below."""
    shown = [card for card in bar(desk).findChildren(NoticeCard) if card.isVisible()]
    return sorted(shown, key=lambda card: card.y())


def lies(desk: Desk, glyph_id: int) -> QRect:
    """Where a letter is in the window."""
    view, box = desk.window.views.page, desk.page.glyph(glyph_id).box
    corners = ((box.left, box.top), (box.right, box.bottom))
    first, last = (view.mapFromScene(QPointF(*corner)) for corner in corners)
    port = view.viewport()
    return QRect(port.mapTo(desk.window, first), port.mapTo(desk.window, last))


def covered(desk: Desk) -> list[int]:
    """The letters that notices lie over."""
    places = [QRect(card.mapTo(desk.window, QPoint()), card.size()) for card in cards(desk)]
    glyphs = (glyph.id for glyph in desk.page.glyphs)
    return [g for g in glyphs if any(place.intersects(lies(desk, g)) for place in places)]


def is_at_foot(desk: Desk) -> bool:
    middle = bar(desk).geometry().center().y()
    return middle > desk.window.views.page.height() / 2


def bottom(desk: Desk) -> int:
    """Where the notices end in the window."""
    return bar(desk).mapTo(desk.window, QPoint(0, bar(desk).height())).y()


def point_at(desk: Desk, place: QPoint) -> None:
    """Move the mouse to a place of the window, as the system's own events do."""
    handle = desk.window.windowHandle()
    assert handle is not None
    QTest.mouseMove(handle, place)
    desk.settle()
