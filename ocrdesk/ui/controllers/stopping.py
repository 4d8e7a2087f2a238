"""What becomes of a page that a person stopped, and what is said of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

TOPIC = "stopped"

Open = Callable[[Sequence[OpenDocument]], None]


def settle(
    stopped: OpenDocument,
    waited: Sequence[OpenDocument],
    workplace: Workplace,
    *,
    reopen: Open,
    go_on: Open,
) -> None:
    """Tell what was stopped; several pages stay, with a way to go on with all of them.

    One page of which there is nothing yet is closed, unless it is shown.
    """
    session, text = workplace.session, tr("Stopped.")
    unread = [opened for opened in waited if not opened.document.is_read]
    if len(unread) > 1:
        notice = Notice(
            tr("Stopped. %n pages were not read.", None, len(unread)),
            tr("A page that was not read is read once you look at it."),
            action=tr("Read Them"),
            on_action=lambda: go_on([one for one in unread if one in session.documents]),
        )
    elif stopped is session.current:
        keys = workplace.actions.keys_of("read_again")
        notice = Notice(text, tr("Press {keys} to read the page that is shown.").format(keys=keys))
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
