"""A person at work, made up from a seed: run as a program, it keeps a journal until it is killed.

``python -m tests.services.working FOLDER SEED`` prints a number after every step that the journal
has; the test works the same steps out for itself and compares.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.page.history import Step, step_between
from ocrdesk.services import journal_writer
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_state import JournalIdentity, JournalState
from ocrdesk.services.journal_store import JournalStore

IDENTITY = JournalIdentity("/scans/letter \udce9.png", checksum="c0ffee")
COUNT = 200

Opening = Callable[[], JournalStore]
"""Opens another window on a folder of journals."""


def small_page(letters: int = 30) -> Page:
    """A page in rows of ten letters, five to a word."""
    read = (Prediction("A", 0.7), Prediction("B", 0.3))
    marks = [
        Glyph(
            number + 1,
            BoundingBox(x := 40 * (number % 10), y := 60 * (number // 10), x + 30, y + 40),
            read,
        )
        for number in range(letters)
    ]
    words = [Word(tuple(marks[start : start + 5])) for start in range(0, letters, 5)]
    return Page(800, 600, tuple(Line(tuple(words[at : at + 2])) for at in range(0, len(words), 2)))


def work(state: JournalState, seed: int) -> Iterator[Step | int]:
    """Yield what is done to the page: edits, and places in the history by undoing and redoing."""
    rng = Random(seed)  # noqa: S311 - guards no secret
    for _ in range(COUNT):
        page = state.page
        assert page is not None
        done: Step | int
        if rng.random() < 0.2 and state.history.steps:
            done = rng.randrange(max(0, state.history.position - 3), len(state.history.steps) + 1)
            state = state.with_place(done)
        else:
            done = _edit(page, rng)
            state = state.with_step(done)
        yield done


def _edit(page: Page, rng: Random) -> Step:
    glyph_id = rng.choice(page.glyphs).id
    kind = rng.random()
    if kind < 0.8 or len(page.glyphs) < 5:
        letter = rng.choice(
            [c for c in "ABCÄ\N{REPLACEMENT CHARACTER}" if c != page.glyph(glyph_id).correction]
        )
        after, change = edits.set_correction(page, glyph_id, letter)
        key = f"type {glyph_id}" * rng.randrange(2)
        return step_between(page, after, change, merge_key=key)
    if kind < 0.9:
        return step_between(page, *edits.delete(page, glyph_id))
    left, top = rng.randrange(700), rng.randrange(500)
    return step_between(page, *edits.add_glyph(page, BoundingBox(left, top, left + 30, top + 40)))


def tell(journal: Journal, done: Step | int) -> None:
    """Let the journal keep what was done."""
    if isinstance(done, Step):
        journal.record_step(done)
    else:
        journal.record_place(done)
    journal.compact()


def main(folder: str, seed: str) -> None:
    """Work until killed, or to the end and then wait for it."""
    journal_writer.COMPACTED_FROM = 20_000  # so that some are killed while the file is written anew
    store = JournalStore(Path(folder))
    journal = store.begin(IDENTITY, small_page())
    for number, done in enumerate(work(journal.state, int(seed)), 1):
        tell(journal, done)
        print(number, flush=True)  # noqa: T201 - what the journal has
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
