"""What is said when a document was saved, or could not be."""

from collections.abc import Callable
from dataclasses import replace

from ocrdesk.errors import OutputError
from ocrdesk.ui.controllers.document_work import SavedFile
from ocrdesk.ui.notices import Notice, NoticeLevel, notice_of
from ocrdesk.ui.translation import tr

_TOPIC = "save"


def of_saved(saved: SavedFile) -> Notice:
    """Return the notice of a saving, with what could not be had and what is damaged."""
    name = saved.path.name
    text, advice = tr("Saved to {name}.").format(name=name), str(saved.path.parent)
    level = NoticeLevel.SUCCESS
    if saved.damaged:
        advice = tr("Add the pages anew from their scans, or from another copy of the document.")
        level = NoticeLevel.WARNING
    if saved.lost:
        text = tr("Saved to {name}, without {join}.").format(
            name=name, join=" and ".join(saved.lost)
        )
        advice = tr("They are no longer where they were. Put them back and save again.")
        level = NoticeLevel.WARNING
    if saved.damaged:
        pages = ", ".join(f"“{title}”" for title in saved.damaged)
        text += " " + tr("Kept damaged as it was: {pages}.").format(pages=pages)
    return Notice(text, advice, level, topic=_TOPIC)


def of_failure(error: Exception, again: Callable[[], None], *, keys: str) -> Notice:
    """Return the notice of a saving that failed; ``again`` tries once more.

    ``keys`` save elsewhere. Only where the file could not be written is another place any better.
    """
    notice = notice_of(error, doing=tr("Saving"))
    hope = tr("Nothing is lost; {keys} saves elsewhere.").format(keys=keys)
    if not isinstance(error, OutputError):
        hope = tr("Nothing is lost: your work stays here and in its journal.")
    return replace(
        notice,
        advice=f"{notice.advice} {hope}",
        action=tr("Try Again"),
        on_action=again,
        topic=_TOPIC,
    )
