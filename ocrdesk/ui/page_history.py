"""The history of one open page: each step is with its journal before it shows."""

import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ocrdesk.errors import OutputError
from ocrdesk.formats.document_members import Member
from ocrdesk.page.edits import together
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History, Step
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_state import JournalIdentity, JournalState
from ocrdesk.ui.views.step_stack import StepStack

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEW = 10  # steps that are always gone over at once
_TURN_S = 0.02  # how long going over many steps may keep one turn of the event loop


class PageHistory(QObject):
    """The steps of a page, how many are done, and the journal that keeps them.

    ``lazy`` is where a document file keeps the history while nobody needed it yet. ``stepped``
    brings each page that a step leads to, when the journal has the step, with what changed and
    whether that was another time: undone or redone, so that a person wants to be shown where.
    ``stack`` is what menus and lists show of it.
    """

    stepped = Signal(object, object, bool)

    def __init__(self, page: Page | None, parent: QObject, *, lazy: Member | None = None) -> None:
        super().__init__(parent)
        self.lazy = lazy
        self._journal: Journal | None = None
        self._loose = JournalState(JournalIdentity(""), page)
        self._way: Iterator[tuple[int, Page]] = iter(())
        self._start = page
        self._reached: tuple[int, Page]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.stack = StepStack(self, self)

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
    def is_in_file(self) -> bool:
        """Tell whether a document file holds the page."""
        return bool(self.state.identity.document)

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody has edited the page, neither here nor before it was saved."""
        return not self.steps.steps and not self.steps.left_out and self.lazy is None

    def adopt(self, journal: Journal) -> None:
        """Let a journal keep the page from now on; what it holds is the page as it is."""
        self._journal, self.lazy = journal, None
        self._loose = JournalState(JournalIdentity(""))  # a page that was read once is large
        self.stack.tell()

    def take_page(self, page: Page, *, model: str) -> None:
        """Begin anew with a page that was read as a whole; no undoing leads back from it."""
        self.lazy = None
        if self._journal is None:
            self._loose = self._loose.with_page(page, model)
        else:
            self._journal.hold_page(page, model=model)
        self.stack.tell()

    def push(self, step: Step) -> None:
        """Keep a step, then show where it leads; raises ``EditError`` if it does not fit."""
        if self._journal is None:
            self._loose = self._loose.with_step(step)
        else:
            with suppress(OutputError):  # the journal has it in memory, and tells its problem
                self._journal.record_step(step)
        self.stepped.emit(self.state.page, step.change, False)
        self.stack.tell()

    def go_to(self, place: int) -> None:
        """Undo or redo until so many steps are done, and show where that leads.

        The end of a long way is reached in one of the next turns of the event loop, some 0.1 ms
        for each step later; after an edit that comes first the page goes on from there instead.
        """
        self._timer.stop()
        page, history = self.state.page, self.steps
        if page is None or not 0 <= place <= len(history.steps) or place == history.position:
            return
        self._way, self._start = history.way_to(place, page), page
        if abs(place - history.position) <= _FEW:
            self._arrive([*self._way][-1])
            return
        self._reached = history.position, page
        self._timer.start(0)
        self._go_on()

    def _go_on(self) -> None:
        """Go over the next steps of a long way."""
        until = time.perf_counter() + _TURN_S
        if self.state.page is not self._start:
            self._timer.stop()
            return
        while (reached := next(self._way, None)) is not None:
            self._reached = reached
            if time.perf_counter() >= until:
                return
        self._timer.stop()
        self._arrive(self._reached)

    def _arrive(self, reached: tuple[int, Page]) -> None:
        """Keep where undoing and redoing led, and show it as one change."""
        place, page = reached
        first, last = sorted((self.steps.position, place))
        change = together([step.change for step in self.steps.steps[first:last]])
        if self._journal is None:
            self._loose = self._loose.at(place, page)
        else:
            with suppress(OutputError):
                self._journal.record_place(place, page)
        self.stepped.emit(page, change, True)
        self.stack.tell()

    def call_reader(self, name: str, other: str) -> None:
        """Know a reader by another name in the steps that tell who read."""
        history, page = self.steps.with_reader_called(name, other), self.state.page
        if history is self.steps or page is None:
            return
        if self._journal is None:
            self._loose = replace(self._loose, history=history)
        else:
            self._journal.hold_page(page, model=self.state.model, history=history)

    def take_saved(self, saved: History) -> None:
        """Know that the page was saved as it was with that history; its journal knows already."""
        if self._journal is None:
            self._loose = self._loose.with_saved("", self._loose.identity, saved)
        self.note_saved()

    def note_saved(self) -> None:
        """Let everybody know that another step may be the saved one."""
        self.stack.tell()
