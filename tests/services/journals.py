"""Journals, and what their files hold."""

from pathlib import Path

from ocrdesk.formats.journal_file import JOURNAL_NAME
from ocrdesk.page import edits
from ocrdesk.page.elements import Page
from ocrdesk.page.history import Step, step_between
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_leftovers import read_journal
from ocrdesk.services.journal_state import JournalState
from ocrdesk.services.journal_store import JournalStore
from tests.services.working import tell, work


def file_of(store: JournalStore) -> Path:
    (path,) = store._folder.glob(f"*/{JOURNAL_NAME}")
    return path


def in_file(store: JournalStore) -> JournalState:
    """What would be recovered now, all of it."""
    state, _, is_whole = read_journal(file_of(store).parent)
    assert is_whole
    return state


def worked(journal: Journal, seed: int, *, steps: int = 200) -> list[JournalState]:
    """Let a person work; return the states that the page went through, the first included."""
    states = [journal.state]
    for done, _ in zip(work(journal.state, seed), range(steps), strict=False):
        tell(journal, done)
        states.append(journal.state)
    return states


def typed(page: Page | None, character: str, glyph_id: int = 1) -> Step:
    assert page is not None
    after, change = edits.set_correction(page, glyph_id, character)
    return step_between(page, after, change)
