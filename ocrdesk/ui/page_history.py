"""The history of one open page: with its journal before it shows, mirrored for Qt's undo and redo.

The steps in the journal's state are the truth. The ``QUndoStack`` beside them holds one command for
each step, with its name and nothing else, because Qt's actions and its list of steps work on one.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ocrdesk.errors import OutputError
from ocrdesk.formats.document_members import Member
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History, Step
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_state import JournalIdentity, JournalState
from ocrdesk.ui.translation import said

if TYPE_CHECKING:
    from ocrdesk.page.edits import Change


class PageHistory(QObject):
    """The steps of a page, how many are done, and the journal that keeps them.

    ``lazy`` is where a document file keeps the history while nobody needed it yet. ``stepped``
    brings each page that a step leads to, when the journal has the step, with what changed and
    whether that was another time: undone or redone, so that a person wants to be shown where.
    """

    stepped = Signal(object, object, bool)

    def __init__(self, page: Page | None, parent: QObject, *, lazy: Member | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.lazy = lazy
        self._journal: Journal | None = None
        self._loose = JournalState(JournalIdentity(""), page)
        self._pushed: Change | None = None
        self._is_mirroring = False

    @property
    def journal(self) -> Journal | None:
        """The journal; None before the image of the page was opened."""
        return self._journal

    @property
    def state(self) -> JournalState:
        """The page with its steps as they are now."""
        return self._loose if self._journal is None else self._journal.state

    @property
    def steps(self) -> History:
        """The steps, as far as they were loaded."""
        return self.state.history

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody has edited the page, neither here nor before it was saved."""
        return not self.steps.steps and self.lazy is None

    def adopt(self, journal: Journal) -> None:
        """Let a journal keep the page from now on; what it holds is the page as it is."""
        self._journal, self.lazy = journal, None
        self.mirror()

    def take_page(self, page: Page, *, model: str) -> None:
        """Begin anew with a page that was read as a whole; no undoing leads back from it."""
        self.lazy = None
        if self._journal is None:
            self._loose = self._loose.with_page(page, model)
        else:
            self._journal.hold_page(page, model=model)
        self.mirror()

    def push(self, step: Step) -> None:
        """Keep a step, then show where it leads; raises ``EditError`` if it does not fit."""
        self.note_saved()
        before = self.steps.position
        if self._journal is None:
            self._loose = self._loose.with_step(step)
        else:
            with suppress(OutputError):  # the journal has it in memory, and tells its problem
                self._journal.record_step(step)
        self._pushed = step.change
        joins = self.steps.position == before
        self.stack.push(_StepCommand(self, step.change.name, joins=joins))
        if (self.stack.count(), self.stack.index()) != (len(self.steps.steps), self.steps.position):
            self.mirror()

    def go_by(self, step: int) -> None:
        """Undo (-1) or redo (1) one step; called by its command."""
        if self._is_mirroring:
            return
        is_new = self._pushed is not None
        if self._pushed is not None:
            change, self._pushed = self._pushed, None
        else:
            place = self.steps.position + step
            change = self.steps.steps[min(place, self.steps.position)].change
            if self._journal is None:
                self._loose = self._loose.with_place(place)
            else:
                with suppress(OutputError):
                    self._journal.record_place(place)
        self.stepped.emit(self.state.page, change, not is_new)

    def take_saved(self, saved: History) -> None:
        """Know that the page was saved as it was with that history; its journal knows already."""
        if self._journal is None:
            self._loose = self._loose.with_saved("", self._loose.identity, saved)
        self.note_saved()

    def note_saved(self) -> None:
        """Let Qt know which step was saved, after that became another."""
        saved = -1 if self.steps.saved is None else self.steps.saved
        if self.stack.cleanIndex() == saved:
            return
        if saved == self.stack.index():
            self.stack.setClean()
        elif saved < 0:
            self.stack.resetClean()
        else:
            self._silently(self._place_marks)

    def mirror(self) -> None:
        """Make the commands of the stack anew from the steps."""
        self._silently(self._fill)

    def _fill(self) -> None:
        self.stack.clear()
        for step in self.steps.steps:
            self.stack.push(_StepCommand(self, step.change.name))
        self._place_marks()

    def _place_marks(self) -> None:
        """Mark what was saved and what is done."""
        if self.steps.saved is None:
            self.stack.resetClean()
        else:
            self.stack.setIndex(self.steps.saved)
            self.stack.setClean()
        self.stack.setIndex(self.steps.position)

    def _silently(self, change: Callable[[], None]) -> None:
        """Change the stack without doing any step; tell once how it is afterwards.

        Thousands of commands would each tell four things to everybody.
        """
        stack = self.stack
        self._is_mirroring = True
        stack.blockSignals(True)
        try:
            change()
        finally:
            stack.blockSignals(False)
            self._is_mirroring = False
        stack.indexChanged.emit(stack.index())
        stack.canUndoChanged.emit(stack.canUndo())
        stack.canRedoChanged.emit(stack.canRedo())
        stack.undoTextChanged.emit(stack.undoText())
        stack.redoTextChanged.emit(stack.redoText())
        stack.cleanChanged.emit(stack.isClean())


class _StepCommand(QUndoCommand):
    """The name of a step, and the way to it; ``joins`` that it became one with the one before."""

    def __init__(self, history: PageHistory, name: str, *, joins: bool = False) -> None:
        super().__init__(said(name))
        self._history = history
        self._joins = joins

    def redo(self) -> None:
        """Do the step; when it is pushed it has been done."""
        self._history.go_by(1)

    def undo(self) -> None:
        """Undo the step."""
        self._history.go_by(-1)

    def id(self) -> int:
        """Return a number; Qt tries to join only commands that share one."""
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the name of a step that joined this one."""
        following = cast("_StepCommand", other)
        if following._joins:  # noqa: SLF001 - of this class
            self.setText(following.text())
        return following._joins  # noqa: SLF001
