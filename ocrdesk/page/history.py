"""The named steps a page has gone through, as data: undo and redo that survive a restart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from operator import is_

from ocrdesk.errors import EditError
from ocrdesk.page.deltas import PageDelta, apply, difference, is_seen, reverse
from ocrdesk.page.edits import Change, together
from ocrdesk.page.elements import Page
from ocrdesk.page.joined_deltas import joined


@dataclass(frozen=True)
class Step:
    """One entry of a history: what an edit is called and touched, and what it made different.

    Steps that follow each other with the same ``merge_key``, unless it is empty, become one.
    """

    change: Change
    delta: PageDelta
    merge_key: str = ""

    @cached_property
    def is_seen(self) -> bool:
        """Tell whether it made more different than how sure letters are.

        The window asks again and again, and a reading of a large page takes a while to look at.
        """
        return is_seen(self.delta)


@dataclass(frozen=True, slots=True)
class History:
    """The steps of a page and how many of them are done; those beyond are there to be redone.

    ``saved`` is how many steps were done when the page was last saved, 0 for a page that was just
    opened, and None once no undoing leads back there. ``left_out`` is how many steps came before
    these, for which a file had no room.
    Raises ``ValueError`` for places that lie outside the steps.
    """

    steps: tuple[Step, ...] = ()
    position: int = 0
    saved: int | None = 0
    left_out: int = 0

    def __post_init__(self) -> None:
        for place in (self.position, self.saved or 0):
            if not 0 <= place <= len(self.steps):
                raise ValueError(f"a history of {len(self.steps)} steps has no place {place}")

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps that led to the page as it is."""
        return self.steps[: self.position]

    @property
    def reader(self) -> str:
        """Who read the page as it is now, as far as its steps tell; else ""."""
        for step in reversed(self.done):
            if step.change.readers is not None:
                return step.change.readers[1]
        for step in self.steps[self.position :]:
            if step.change.readers is not None:
                return step.change.readers[0]
        return ""

    def with_reader_called(self, name: str, other: str) -> "History":
        """Return the history with a reader under another name; the same where it names none so."""
        steps = tuple([_with_reader_called(step, name, other) for step in self.steps])
        return self if all(map(is_, steps, self.steps)) else replace(self, steps=steps)

    @property
    def is_saved(self) -> bool:
        """Tell whether the page is as it was last saved, but for how sure its letters are.

        That comes anew with every reading and learning, which need a step to be taken back; it is
        no work that anybody could lose.
        """
        return self.saved is not None and not any(
            step.is_seen for step in reversed(self._since_saved)
        )

    @property
    def unsaved(self) -> int:
        """How many steps lie between the page and what was saved of it, as far as that is known."""
        return (
            self.position if self.saved is None else sum(step.is_seen for step in self._since_saved)
        )

    @property
    def _since_saved(self) -> tuple[Step, ...]:
        """The steps between the page and what was saved of it, on either side."""
        first, last = sorted((self.position, self.saved or 0))
        return self.steps[first:last]

    def pushed(self, step: Step, after: Page, *, page: Page | None = None) -> "History":
        """Return the history with one more step done, which led to the page ``after``.

        It led there from ``page``, which is found from the other where it is not given.
        What could have been redone is gone. The step joins the one before where both have the same
        merge key, unless the page was saved between them.
        """
        done = self.steps[: self.position]
        saved = self.saved if self.saved is not None and self.saved <= self.position else None
        if done and _may_join(done[-1], step) and saved != self.position:
            steps = (*done[:-1], _joined(done[-1], step, page, after))
            return replace(self, steps=steps, saved=saved)
        return replace(self, steps=(*done, step), position=self.position + 1, saved=saved)

    def moved(self, position: int, page: Page) -> tuple["History", Page]:
        """Return the history and the page after undoing or redoing up to ``position`` steps done.

        Raises ``EditError`` where there is no such position, or a step does not fit the page.
        """
        if not 0 <= position <= len(self.steps):
            raise EditError(
                f"The history has no step {position}.", advice="Choose one that is in the list."
            )
        way = [*self.way_to(position, page)]
        return replace(self, position=position), way[-1][1] if way else page

    def way_to(self, position: int, page: Page) -> Iterator[tuple[int, Page]]:
        """Yield how many steps are done, and the page then, step by step up to a position.

        Raises ``EditError`` where a step does not fit the page.
        """
        for done, step in enumerate(self.steps[self.position : position], self.position + 1):
            page = apply(page, step.delta)
            yield done, page
        for done in range(self.position - 1, position - 1, -1):
            page = apply(page, reverse(self.steps[done].delta))
            yield done, page

    def marked_saved(self, earlier: "History | None" = None) -> "History":
        """Return the history with the present page as the saved one, or that of an earlier state.

        Saving takes a while, and edits may have come meanwhile, even edits that joined the last
        step that was saved: then no undoing leads back to what was saved.
        """
        if earlier is None:
            return replace(self, saved=self.position)
        place = earlier.position
        is_kept = self.steps[:place] == earlier.steps[:place]
        return replace(self, saved=place if is_kept else None)


def step_between(before: Page, after: Page, change: Change, *, merge_key: str = "") -> Step:
    """Return the step that an edit made from one page to the next."""
    return Step(change, difference(before, after), merge_key)


def _with_reader_called(step: Step, name: str, other: str) -> Step:
    readers = step.change.readers
    if readers is None or name not in readers:
        return step
    before, after = (other if reader == name else reader for reader in readers)
    return replace(step, change=replace(step.change, readers=(before, after)))


def _may_join(first: Step, second: Step) -> bool:
    return bool(first.merge_key) and first.merge_key == second.merge_key


def _joined(first: Step, second: Step, between: Page | None, after: Page) -> Step:
    """Return both steps as one, called like the second, which says what is there now."""
    change = together([first.change, second.change])
    delta = joined(first.delta, second.delta, after)
    if delta is None:
        between = between or apply(after, reverse(second.delta))
        before = apply(between, reverse(first.delta))
        delta = difference(before, after)
    return Step(change, delta, second.merge_key)
