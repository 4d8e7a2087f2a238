"""The page as a screen reader finds it: a list of letters with their places, doubts and rows.

The letters are painted, not widgets, so Qt cannot tell of them by itself (Qt documentation,
"Accessibility for QWidget Applications"). What is told is made when somebody asks.
"""

import weakref
from functools import cache
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject, QColor

from ocrdesk.page.elements import Glyph, Page
from ocrdesk.page.lookup import place_of
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import alternatives, spoken
from ocrdesk.ui.views.page_view import PageView
from ocrdesk.ui.views.paper_item import rect_of

_NOWHERE = -1
# Qt takes None for "nobody"; the stubs of PySide 6.11 do not say so.
_NOBODY = cast("QAccessibleInterface", None)


@cache
def install() -> None:
    """Let screen readers see the letters of every page view from now on."""
    QAccessible.installFactory(_interface_for)


def _interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what tells of a page view; Qt makes the interfaces of everything else."""
    if not isinstance(thing, PageView):
        return None
    if thing not in _PAGES:
        _PAGES[thing] = AccessiblePage(thing)
    return _PAGES[thing]


class AccessiblePage(QAccessibleObject):
    """A page view as a list; its children are the letters in reading order."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = weakref.ref(view)
        self._letters: dict[int, tuple[AccessibleLetter, int]] = {}  # with the numbers Qt gave
        self._known_page: Page | None = None
        view.destroyed.connect(self._forget_all)

    @property
    def view(self) -> PageView | None:
        """The page view; None once it is gone."""
        return self._view() if super().isValid() else None

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.view.page if self.view is not None else None

    def glyph(self, glyph_id: int) -> Glyph | None:
        """Return a letter of the page that is shown."""
        page = self.page
        return page.glyph(glyph_id) if page is not None and glyph_id in page else None

    def childCount(self) -> int:
        """Return how many letters there are."""
        return len(self._glyphs())

    def child(self, index: int) -> QAccessibleInterface:
        """Return the letter at a place in reading order."""
        glyphs = self._glyphs()
        return self._letter(glyphs[index].id) if 0 <= index < len(glyphs) else _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a letter in reading order, or -1."""
        page = self.page
        if page is None or not isinstance(child, AccessibleLetter) or child.glyph_id not in page:
            return _NOWHERE
        return page.position(child.glyph_id)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the letter at a point of the screen."""
        view = self.view
        if view is None:
            return _NOBODY
        paper = view.mapToScene(view.viewport().mapFromGlobal(QPoint(x, y)))
        glyph_id = view.pointing.glyph_at(paper)
        return _NOBODY if glyph_id is None else self._letter(glyph_id)

    def focusChild(self) -> QAccessibleInterface:
        """Return the current letter while the page has the keyboard."""
        view = self.view
        if view is None or not view.hasFocus() or view.current is None:
            return _NOBODY
        return self._letter(view.current)

    def parent(self) -> QAccessibleInterface:
        """Return what holds the page view."""
        parent = self.view.parentWidget() if self.view is not None else None
        return _NOBODY if parent is None else QAccessible.queryAccessibleInterface(parent)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name and the description that the view was given."""
        view = self.view
        texts = {QAccessible.Text.Name: "", QAccessible.Text.Description: ""}
        if view is not None:
            texts[QAccessible.Text.Name] = view.accessibleName()
            texts[QAccessible.Text.Description] = view.accessibleDescription()
        return texts.get(kind, "")

    def role(self) -> QAccessible.Role:
        """Return that this is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return whether it can be seen and has the keyboard."""
        state, view = QAccessible.State(), self.view
        if view is None:
            state.invalid = 1
            return state
        state.focusable = state.extSelectable = state.multiSelectable = 1
        state.focused = int(view.hasFocus())
        state.invisible = int(not view.isVisible())
        return state

    def rect(self) -> QRect:
        """Return where the view is on the screen."""
        view = self.view
        if view is None:
            return QRect()
        return view.rect().translated(view.mapToGlobal(QPoint()))

    def rect_of(self, glyph: Glyph) -> QRect:
        """Return where a letter is on the screen, be it within the view or not."""
        view = self.view
        if view is None:
            return QRect()
        shown = view.mapFromScene(rect_of(glyph.box)).boundingRect()
        return shown.translated(view.viewport().mapToGlobal(QPoint()))

    def row_of(self, glyph_id: int) -> int:
        """Return the number of the letter's row, from 1."""
        page = self.page
        return place_of(page, glyph_id).line + 1 if page is not None else 0

    def _glyphs(self) -> tuple[Glyph, ...]:
        page = self.page
        return page.glyphs if page is not None else ()

    def _letter(self, glyph_id: int) -> "AccessibleLetter":
        if self._known_page is not self.page:
            self._forget(*(known for known in self._letters if self.glyph(known) is None))
            self._known_page = self.page
        if glyph_id not in self._letters:
            letter = AccessibleLetter(self, glyph_id)
            number = QAccessible.registerAccessibleInterface(letter)
            self._letters[glyph_id] = letter, number
        return self._letters[glyph_id][0]

    def _forget(self, *glyph_ids: int) -> None:
        for glyph_id in glyph_ids:
            _, number = self._letters.pop(glyph_id)
            QAccessible.deleteAccessibleInterface(number)

    def _forget_all(self) -> None:
        self._forget(*tuple(self._letters))


class AccessibleLetter(QAccessibleInterface):
    """One letter: what it was read as and how surely, in which row, selected or not."""

    def __init__(self, page: AccessiblePage, glyph_id: int) -> None:
        super().__init__()
        self._page = page
        self.glyph_id = glyph_id

    def isValid(self) -> bool:
        """Tell whether the letter is still on the page."""
        return self._page.glyph(self.glyph_id) is not None

    def object(self) -> QObject:
        """Return nothing: a letter is no object of Qt's."""
        return cast("QObject", None)

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return self._page

    def child(self, _index: int) -> QAccessibleInterface:
        """Return nothing: a letter has no parts."""
        return _NOBODY

    def childCount(self) -> int:
        """Return 0: a letter has no parts."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return nothing: a letter has no parts."""
        return _NOBODY

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return -1: a letter has no parts."""
        return _NOWHERE

    def text(self, kind: QAccessible.Text) -> str:
        """Return the letter with its probability, and its row with what else it may be."""
        glyph = self._page.glyph(self.glyph_id)
        if glyph is None:
            return ""
        if kind == QAccessible.Text.Name:
            return spoken(glyph)
        if kind == QAccessible.Text.Value:
            return glyph.character
        if kind == QAccessible.Text.Description:
            others = alternatives(glyph).partition("\n")[2]
            row = tr("Row {number}.").format(number=self._page.row_of(self.glyph_id))
            return f"{row} {others}".strip()
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Change nothing: letters are corrected by typing."""

    def rect(self) -> QRect:
        """Return where the letter is on the screen."""
        glyph = self._page.glyph(self.glyph_id)
        return QRect() if glyph is None else self._page.rect_of(glyph)

    def role(self) -> QAccessible.Role:
        """Return that this is one of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected, the current one, and within the view."""
        state, view = QAccessible.State(), self._page.view
        if view is None or not self.isValid():
            state.invalid = 1
            return state
        state.focusable = state.selectable = state.multiSelectable = 1
        is_current = view.current == self.glyph_id
        state.selected = int(is_current or self.glyph_id in view.selected)
        state.focused = int(is_current and view.hasFocus())
        state.offscreen = int(not self.rect().intersects(self._page.rect()))
        return state

    def foregroundColor(self) -> QColor:
        """Return no colour: the ink has many."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return no colour: the paper has many."""
        return QColor()


_PAGES: "weakref.WeakKeyDictionary[PageView, AccessiblePage]" = weakref.WeakKeyDictionary()
"""Qt holds an interface, but only Python its Python half."""
