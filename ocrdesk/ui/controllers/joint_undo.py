"""Undoes what one action did on several pages, each of which has a history of its own."""

from collections.abc import Sequence
from dataclasses import replace

from ocrdesk.page.history import Step
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

Done = Sequence[tuple[OpenDocument, Step]]
"""The step that the action made on each page."""

_MOST_NAMED = 3  # pages that a notice names


def undo_together(done: Done, place: Workplace, *, topic: str) -> None:
    """Undo the step on every page where it still is the last one; tell of the others."""
    edited, closed = [], []
    for opened, step in done:
        if opened not in place.session.documents:
            closed.append(opened)
        elif is_last(step, opened):
            opened.history.undo()
        elif any(own is step for own in opened.past.steps.done):  # else it was undone before
            edited.append(opened)
    notice = _told_left(edited, closed, place.actions.keys_of("undo"))
    if notice is not None:
        place.notices.raise_notice(replace(notice, topic=topic))


def is_last(step: Step, opened: OpenDocument) -> bool:
    """Tell whether a step is the last one done on a page; another answer may have its name."""
    last = opened.past.steps.done[-1:]
    return bool(last) and last[0] is step


def undo_name(done: Done) -> str:
    """Return what the button says that undoes it."""
    return tr("Undo") if len(done) == 1 else tr("Undo All")


def _told_left(
    edited: Sequence[OpenDocument], closed: Sequence[OpenDocument], keys: str
) -> Notice | None:
    """Return which pages were left as they are, and why; ``keys`` undo on the page shown."""
    texts, advice = [], ""
    if edited:
        texts.append(tr("%n pages were edited since and stay as they are.", None, len(edited)))
        names = ", ".join(opened.title for opened in edited[:_MOST_NAMED])
        names += " …" if len(edited) > _MOST_NAMED else ""
        advice = tr("Go back step by step there with {keys}: {pages}")
        advice = advice.format(keys=keys, pages=names)
    if closed:
        texts.append(tr("%n pages were taken out and stay as they are.", None, len(closed)))
    return Notice(" ".join(texts), advice, NoticeLevel.WARNING) if texts else None
