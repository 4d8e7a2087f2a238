"""What menus and lists know of a history: its steps by name, how many are done, which is saved.

Qt has stacks of its own, one command object for each step. Opening a page with 20,000 steps took
them a fifth of a second, going back to its beginning as many calls and repaints; a list without
objects takes neither.
"""

import weakref
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ocrdesk.page.history import History
from ocrdesk.ui.translation import said


class StepKeeper(Protocol):
    """Who keeps the steps of a page, and can go to a place among them."""

    @property
    def steps(self) -> History:
        """The steps, and how many of them are done."""

    @property
    def is_in_file(self) -> bool:
        """Tell whether a document file holds the page."""

    def go_to(self, place: int) -> None:
        """Undo or redo until so many steps are done."""


class StepStack(QObject):
    """A view of the history that ``keeper`` keeps.

    ``changed`` tells that steps, the place or what was saved may be others; ``clean_changed``
    whether the page is now as it was saved.
    """

    changed = Signal()
    clean_changed = Signal(bool)

    def __init__(self, keeper: StepKeeper, parent: QObject) -> None:
        super().__init__(parent)
        # Its keeper holds this: if this held the keeper, too, a closed page would stay for the
        # garbage collector, with all letters of all steps.
        self._keeper: StepKeeper = weakref.proxy(keeper)
        self._was_clean = True

    def go_to(self, place: int) -> None:
        """Undo or redo until so many steps are done."""
        self._keeper.go_to(place)

    def count(self) -> int:
        """Return how many steps there are, those that can be redone included."""
        return len(self._keeper.steps.steps)

    def index(self) -> int:
        """Return how many of them are done."""
        return self._keeper.steps.position

    def left_out(self) -> int:
        """Return how many steps came before these, which no file had room for."""
        return self._keeper.steps.left_out

    def clean_index(self) -> int:
        """Return how many were done when the page was saved.

        It is -1 if nothing leads back there, and for a page that was read and never saved.
        """
        saved = self._keeper.steps.saved
        return -1 if saved is None or not (saved or self._keeper.is_in_file) else saved

    def text(self, place: int) -> str:
        """Return what a step is called."""
        return said(self._keeper.steps.steps[place].change.name)

    def undo_text(self) -> str:
        """Return what would be undone, "" if there is nothing."""
        return self.text(self.index() - 1) if self.can_undo() else ""

    def redo_text(self) -> str:
        """Return what would be redone, "" if there is nothing."""
        return self.text(self.index()) if self.can_redo() else ""

    def can_undo(self) -> bool:
        """Tell whether a step is done."""
        return self.index() > 0

    def can_redo(self) -> bool:
        """Tell whether a step can be done again."""
        return self.index() < self.count()

    def is_clean(self) -> bool:
        """Tell whether the page is as it was saved."""
        return self._keeper.steps.is_saved

    def undo(self) -> None:
        """Go one step back."""
        if self.can_undo():
            self.go_to(self.index() - 1)

    def redo(self) -> None:
        """Go one step on."""
        if self.can_redo():
            self.go_to(self.index() + 1)

    def tell(self) -> None:
        """Tell everybody that the history is another now."""
        is_clean = self.is_clean()
        self.changed.emit()
        if is_clean != self._was_clean:
            self._was_clean = is_clean
            self.clean_changed.emit(is_clean)


class StepGroup(QObject):
    """The history of the page that is shown, whichever that is; ``changed`` also tells of that."""

    changed = Signal()
    clean_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._active: StepStack | None = None

    @property
    def active(self) -> StepStack | None:
        """The history of the page that is shown."""
        return self._active

    def set_active(self, stack: StepStack | None) -> None:
        """Go over to the history of another page."""
        if self._active is not None:
            with suppress(RuntimeError):  # its page may be gone with all that belonged to it
                self._active.changed.disconnect(self.changed)
                self._active.clean_changed.disconnect(self.clean_changed)
        self._active = stack
        if stack is not None:
            stack.changed.connect(self.changed)
            stack.clean_changed.connect(self.clean_changed)
        self.changed.emit()
        self.clean_changed.emit(stack is None or stack.is_clean())

    def undo(self) -> None:
        """Go one step back on the page that is shown."""
        if self._active is not None:
            self._active.undo()

    def redo(self) -> None:
        """Go one step on on the page that is shown."""
        if self._active is not None:
            self._active.redo()
