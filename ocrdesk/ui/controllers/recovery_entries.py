"""What is said of unsaved work when it is offered back."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from ocrdesk.services.journal_leftovers import Leftover
from ocrdesk.services.left_work import LeftWork
from ocrdesk.ui.controllers.moments import moment
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.recovery_dialog import RecoveryEntry, RecoveryGroup


def counted(steps: int) -> str:
    """Return how many steps that is, in words."""
    return tr("%n steps", None, steps)


def groups_of(works: Sequence[LeftWork]) -> list[RecoveryGroup]:
    """Return what the dialog shows of work that was left; no two things in the same words.

    What has the name of another is told by its folder, and by the second.
    """
    names = Counter(_name_of(work) for work in works)
    titles = Counter(_title_of(leftover) for work in works for leftover in work.leftovers)
    twins = {title for title, count in titles.items() if count > 1}
    groups = []
    for work in works:
        name = _name_of(work)
        if names[name] > 1:
            when = moment(work.changed_at, is_exact=True)
            name = ", ".join(filter(None, (name, _folder_told(work.document), when)))
        groups.append(_group_of(work, name, twins))
    return groups


def _name_of(work: LeftWork) -> str:
    return PurePath(work.document).name or tr("Images that belong to no document")


def _folder_told(path: str) -> str:
    """Return in which folder a file is; nothing of what is no file, such as a pasted image."""
    folder = PurePath(path).parent
    return tr("in “{folder}”").format(folder=folder) if folder.name else ""


def _title_of(leftover: Leftover) -> str:
    identity = leftover.identity
    if identity is None or leftover.problem is not None:
        return tr("A page that cannot be read")
    title = PurePath(identity.source).name
    return f"{title} ({identity.page_number + 1})" if identity.page_count > 1 else title


def _group_of(work: LeftWork, name: str, twins: set[str]) -> RecoveryGroup:
    entries = [_entry(each, is_twin=_title_of(each) in twins) for each in work.leftovers]
    if work.is_rearranged:
        told = tr("moved, added or taken out, not saved")
        entries.append(
            RecoveryEntry(tr("Pages"), f"{told}, {moment(work.changed_at)}", work.document)
        )
    return RecoveryGroup(name, work.document, tuple(entries))


def _entry(leftover: Leftover, *, is_twin: bool) -> RecoveryEntry:
    when, title = moment(leftover.changed_at, is_exact=is_twin), _title_of(leftover)
    if leftover.identity is None or leftover.problem is not None:
        problem = said(leftover.problem.message) if leftover.problem is not None else ""
        return RecoveryEntry(title, f"{problem} {when}".strip(), "", True)
    identity = leftover.identity
    told = tr("never saved")
    if leftover.unsaved:
        told = tr("%n steps not saved", None, leftover.unsaved)
    elif identity.is_aside:  # its document had it once
        told = tr("moved, added or taken out, not saved")
    damage = ", " + tr("partly damaged") if leftover.is_damaged else ""
    path = identity.document or identity.source
    where = _folder_told(identity.source) if is_twin else ""
    detail = ", ".join(filter(None, (f"{told}{damage}", where, when)))
    return RecoveryEntry(title, detail, path, leftover.is_damaged)
