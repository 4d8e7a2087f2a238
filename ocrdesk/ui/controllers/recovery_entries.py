"""What is said of unsaved work when it is offered back."""

from pathlib import PurePath

from ocrdesk.services.journal_leftovers import Leftover
from ocrdesk.services.left_work import LeftWork
from ocrdesk.ui.controllers.moments import moment
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.recovery_dialog import RecoveryEntry, RecoveryGroup


def counted(steps: int) -> str:
    """Return how many steps that is, in words."""
    return tr("%n steps", None, steps)


def group_of(work: LeftWork) -> RecoveryGroup:
    """Return what the dialog shows of the work on one document."""
    name = PurePath(work.document).name or tr("Images that belong to no document")
    entries = list(map(_entry, work.leftovers))
    if work.is_rearranged:
        told = tr("moved, added or taken out, not saved")
        entries.append(
            RecoveryEntry(tr("Pages"), f"{told}, {moment(work.changed_at)}", work.document)
        )
    return RecoveryGroup(name, work.document, tuple(entries))


def _entry(leftover: Leftover) -> RecoveryEntry:
    when = moment(leftover.changed_at)
    if leftover.identity is None or leftover.problem is not None:
        problem = said(leftover.problem.message) if leftover.problem is not None else ""
        return RecoveryEntry(
            tr("A page that cannot be read"), f"{problem} {when}".strip(), "", True
        )
    identity = leftover.identity
    title = PurePath(identity.source).name
    if identity.page_count > 1:
        title += f" ({identity.page_number + 1})"
    told = tr("never saved")
    if leftover.unsaved:
        told = tr("%n steps not saved", None, leftover.unsaved)
    elif identity.is_aside:  # its document had it once
        told = tr("moved, added or taken out, not saved")
    damage = ", " + tr("partly damaged") if leftover.is_damaged else ""
    path = identity.document or identity.source
    return RecoveryEntry(title, f"{told}{damage}, {when}", path, leftover.is_damaged)
