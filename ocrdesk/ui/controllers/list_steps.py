"""What was done to the list of pages, step by step, and whose turn it is when somebody undoes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

_MOST = 200  # steps


@dataclass(frozen=True, slots=True)
class ListStep:
    """A page that was moved, taken out or put back: how to go ``back``, and ``on`` again."""

    name: str
    opened: OpenDocument
    back: Callable[[], None]
    on: Callable[[], None]


class ListSteps(QObject):
    """The steps of the list, for as long as its pages are open; each page has steps of its own.

    Undo goes back on the list while the keyboard is there, or where that was the last thing done,
    or no page is left; else on the page that is shown. Outside the list it goes back one step
    alone: what is older came before changes of the page. ``changed`` tells that it may be another's
    turn.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel = workplace.session, workplace.views.pages
        self._done: list[ListStep] = []
        self._undone: list[ListStep] = []
        self._has_keyboard = self._is_going = False
        self._just: list[ListStep] | None = None  # where the last thing done was put
        workplace.actions.on("undo", self.undo)
        workplace.actions.on("redo", self.redo)
        self._session.page_changed.connect(self._note_edit)
        # Only then is it known which pages are gone for good.
        later = pause_before(self.changed.emit, self)
        self._session.document_closed.connect(later.start)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    @property
    def to_undo(self) -> ListStep | None:
        """The step that undo goes back on the list; None where the turn is the page's."""
        return self._next_of(self._done)

    @property
    def to_redo(self) -> ListStep | None:
        """The step that redo goes on on the list; None where the turn is the page's."""
        return self._next_of(self._undone)

    def note(self, step: ListStep) -> None:
        """Know a step that was just done."""
        if self._is_going:
            return
        self._done = [*self._done, step][-_MOST:]
        self._undone = []
        self._tell(self._done)

    def forget(self) -> None:
        """Forget all: other pages take the place of these."""
        self._done, self._undone = [], []
        self._tell(None)

    def undo(self) -> None:
        """Go one step back on the list, or on the page that is shown."""
        step = self.to_undo
        if step is None:
            self._session.history_group.undo()
            return
        self._undone.append(self._done.pop())
        self._go(step.back)
        self._tell(self._undone)

    def redo(self) -> None:
        """Go one step on on the list, or on the page that is shown."""
        step = self.to_redo
        if step is None:
            self._session.history_group.redo()
            return
        self._done.append(self._undone.pop())
        self._go(step.on)
        self._tell(self._done)

    def _next_of(self, steps: list[ListStep]) -> ListStep | None:
        self._prune()
        is_turn = self._has_keyboard or self._just is steps or self._session.current is None
        return steps[-1] if steps and is_turn else None

    def _go(self, way: Callable[[], None]) -> None:
        """Go back or on, which is no step of its own."""
        self._is_going = True
        try:
            way()
        finally:
            self._is_going = False

    def _prune(self) -> None:
        """Forget the steps of pages that are closed for good."""
        for steps in (self._done, self._undone):
            steps[:] = [step for step in steps if not step.opened.is_discarded]

    def _tell(self, just: list[ListStep] | None) -> None:
        self._just = just
        self.changed.emit()

    def _note_edit(self) -> None:
        if self._just is not None:
            self._tell(None)

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard, but into no menu: what that says would be of another place."""
        if now is None or isinstance(now, QMenu | QMenuBar):
            return
        is_here = now is self._panel or self._panel.isAncestorOf(now)
        if is_here != self._has_keyboard:
            self._has_keyboard = is_here
            self.changed.emit()
