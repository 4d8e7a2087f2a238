"""What a screen reader is told of the page and of the letter that is selected."""

from collections.abc import Collection

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ocrdesk.page.elements import Page
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.certainty import spoken


def description(page: Page | None, selected: Collection[int], current: int | None) -> str:
    """Return what a page holds, or its current letter and how many are selected with it."""
    if page is None:
        return tr("No letters yet.")
    if current is None:
        letters = tr("%n letters", None, len(page.glyphs))
        return letters + " " + tr("in %n rows", None, len(page.lines)) + "."
    text = tr("{letter}. Letter {place} of {count}.").format(
        letter=spoken(page.glyph(current)),
        place=page.position(current) + 1,
        count=len(page.glyphs),
    )
    if len(selected) > 1:
        several = tr("%n letters selected", None, len(selected))
        text = tr("{several}, the current one: {letter}").format(several=several, letter=text)
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
