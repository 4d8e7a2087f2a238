"""What becomes of a page that a person stopped, and what is said of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

TOPIC = "stopped"

Open = Callable[[Sequence[OpenDocument]], None]


def settle(stopped: OpenDocument, workplace: Workplace, *, reopen: Open) -> None:
    """Close a page of which there is nothing yet, unless it is shown; tell what was stopped."""
    session, text = workplace.session, tr("Stopped.")
    if stopped is session.current:
        notice = Notice(text, tr("Press F5 to read the page that is shown."))
    elif not stopped.may_go:
        notice = Notice(text, tr("A page that was not read is read once you look at it."))
    else:
        session.close(stopped)
        notice = Notice(
            text,
            tr("“{name}” was not opened.").format(name=stopped.title),
            action=tr("Open Again"),
            on_action=lambda: reopen([session.open(stopped.document)]),
        )
    workplace.notices.raise_notice(replace(notice, topic=TOPIC))
