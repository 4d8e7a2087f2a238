"""Reads journals that a program left behind: what they hold, and whether all of it."""

from dataclasses import dataclass
from pathlib import Path

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.journal_file import (
    JOURNAL_NAME,
    PICTURE_NAME,
    JournalLines,
    read_lines,
    read_origins,
    remove_journal,
)
from ocrdesk.formats.presence import is_there, obstacle
from ocrdesk.formats.record_values import collector_paused
from ocrdesk.services.journal_state import JournalIdentity, JournalState, replay


@dataclass(frozen=True, slots=True)
class Leftover:
    """A journal whose owner is gone without closing it.

    ``unsaved`` is how many steps were not saved; ``changed_at`` is when, in seconds since 1970.
    ``is_damaged`` tells that something of it is lost; where all is, ``problem`` says why, and
    ``identity`` is None if not even the page is known. ``origins`` are the owners and numbers that
    it had before it was taken over.
    """

    folder: Path
    identity: JournalIdentity | None
    unsaved: int
    changed_at: float
    is_damaged: bool = False
    problem: DocumentFileError | None = None
    origins: tuple[str, ...] = ()


def read_journal(folder: Path) -> tuple[JournalState, JournalLines, bool]:
    """Return the work in a journal, its records, and whether all of them count.

    Raises ``DocumentFileError`` where the journal cannot be read, is of a newer program, or holds
    no page, not even a damaged one.
    """
    lines = read_lines(folder / JOURNAL_NAME)
    with collector_paused():
        state, is_whole = replay(lines.records)
    is_whole = is_whole and not lines.is_damaged
    # Torn where the page was told, it is told as damage: work may have followed on a disk that lost
    # the rest.
    if state is None or (state.page is None and (lines.is_torn or not is_whole)):
        raise DocumentFileError(
            f"The journal in “{folder}” is damaged where it told how the page was.",
            advice="What was done to the page cannot be brought back; open its image anew.",
        )
    return state, lines, is_whole


def read_leftover(folder: Path) -> Leftover | None:
    """Return what is left in a folder whose owner is gone; remove it if that is nothing."""
    path = folder / JOURNAL_NAME
    if not is_there(path) and obstacle(path) is None:
        remove_journal(folder)
        return None
    try:
        state, _, is_whole = read_journal(folder)
    except DocumentFileError as error:
        return Leftover(
            folder,
            None,
            0,
            changed_at(path),
            is_damaged=True,
            problem=error,
            origins=read_origins(folder),
        )
    # An image from the clipboard is nowhere else, even before it was read; nor is a page that was
    # taken out of its document, even though it was saved before.
    identity = state.identity
    has_image = is_there(folder / PICTURE_NAME) and not identity.document
    if is_whole and state.history.is_saved and not has_image and not identity.is_aside:
        remove_journal(folder)
        return None
    return Leftover(
        folder,
        state.identity,
        state.history.unsaved,
        changed_at(path),
        is_damaged=not is_whole,
        origins=read_origins(folder),
    )


def changed_at(path: Path) -> float:
    """Return when a file was written last, in seconds since 1970; 0 where nobody can tell."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
