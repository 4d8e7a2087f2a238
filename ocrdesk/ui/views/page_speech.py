"""What a screen reader is told of the page and of the letter that is selected."""

from collections.abc import Collection

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ocrdesk.page.elements import Page
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.certainty import spoken


def description(page: Page | None, selected: Collection[int], current: int | None) -> str:
    """Return what a page holds, or its current letter and how many are selected with it."""
    if page is None:
        return "No letters yet."
    if current is None:
        return f"{len(page.glyphs)} letters in {len(page.lines)} rows."
    text = f"{spoken(page.glyph(current))}. Letter {page.position(current) + 1} of "
    text += f"{len(page.glyphs)}."
    if len(selected) > 1:
        text = f"{len(selected)} letters selected, the current one: {text}"
    return text


def tell_of_letter(view: QWidget, place: int, text: str, *, is_alone: bool) -> None:
    """Let the reader's focus go to the letter at a place in reading order.

    Where that would not tell enough, or the page does not have the keyboard, ``text`` is said.
    """
    if not QAccessible.isActive():
        return
    if not is_alone or not view.hasFocus():
        announce(view, text)
        return
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    event.setChild(place)
    QAccessible.updateAccessibility(event)
