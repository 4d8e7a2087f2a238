"""The work that windows left which are gone: what belongs to one document, with its pages in order.

The journals of pages tell what was done to each; the list of a window tells which pages there were,
in which order and of which document. Journals that no list names, such as those of an older
ocrdesk, belong together where they are of one document.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.journal_file import read_lines
from ocrdesk.services.journal_leftovers import Leftover, changed_at
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.page_list import ListedPage, PageList, list_from_records


@dataclass(frozen=True, slots=True)
class LeftWork:
    """Work on one document, or on images that belong to none: ``document`` is "" then.

    ``journals`` are those of the pages that the list names, by their numbers there; ``leftovers``
    all of them. Without a list ``pages`` and ``list_path`` are None. ``changed_at`` is when
    something was done last, in seconds since 1970.
    """

    document: str
    leftovers: tuple[Leftover, ...]
    changed_at: float
    pages: PageList | None = None
    list_path: Path | None = None
    journals: Mapping[int, Leftover] = field(default_factory=dict)

    @property
    def unsaved(self) -> int:
        """How many steps were not saved."""
        return sum(leftover.unsaved for leftover in self.leftovers)

    @property
    def is_rearranged(self) -> bool:
        """Tell whether pages were moved, added or taken out since they were saved."""
        return self.pages is not None and self.pages.is_changed


def find_left_work(store: JournalStore) -> tuple[LeftWork, ...]:
    """Return the work of windows that are gone, the latest first; what is worth nothing goes.

    Reading a journal takes half a second for a large page.
    """
    rest = list(store.recoverable())
    works = []
    for path in store.abandoned_lists()[::-1]:
        with suppress(DocumentFileError):  # a list of a newer program stays for that one
            work = _listed(path, rest)
            rest = [leftover for leftover in rest if leftover not in work.leftovers]
            if _is_wanted(work):
                works.append(work)
            else:
                discard(store, work)
    works += _by_document(rest)
    return tuple(sorted(works, key=lambda work: work.changed_at, reverse=True))


def discard(store: JournalStore, work: LeftWork) -> None:
    """Remove work that nobody wants back."""
    for leftover in work.leftovers:
        store.discard(leftover)
    if work.list_path is not None:
        store.drop_list(work.list_path)


def _listed(path: Path, leftovers: Sequence[Leftover]) -> LeftWork:
    """Return the work that a list names, out of all that was left."""
    pages = list_from_records(read_lines(path).records)
    owners = path.name.split(".")[:-1]
    rest = list(leftovers)
    journals: dict[int, Leftover] = {}
    for number in (*pages.order, *(number for number, _ in pages.removed)):
        known = pages.known[number]
        found = _journal_of(known, pages.document, rest, owners)
        if found is not None:
            journals[number] = found
            rest.remove(found)
    last = max([changed_at(path), *(leftover.changed_at for leftover in journals.values())])
    return LeftWork(pages.document, tuple(journals.values()), last, pages, path, journals)


def _journal_of(
    page: ListedPage, document: str, leftovers: Sequence[Leftover], owners: Sequence[str]
) -> Leftover | None:
    """Return the journal of a page: by its number, or by the one it had before it was taken over.

    The numbers in a list are those of its first owner, ``owners[0]``. Who took it over was killed
    before all of its journals were theirs, and gave those new numbers. Where a journal could not
    keep its old one, its image tells, and of copies of an image the order of the list.
    """
    if page.journal == 0:
        return None
    number = f"{owners[0]}.{page.journal}"
    taken: list[tuple[int, int, Leftover]] = []
    for leftover in leftovers:
        _, owner, serial = leftover.folder.name.split(".")
        if number in (f"{owner}.{serial}", *leftover.origins):
            return leftover
        if owner in owners[1:] and not leftover.origins and _is_image_of(leftover, page, document):
            taken.append((-owners.index(owner), int(serial), leftover))
    # Copies of one image come in the order in which they were taken over, by the last one first.
    return min(taken, key=lambda each: each[:2])[2] if taken else None


def _is_image_of(leftover: Leftover, page: ListedPage, document: str) -> bool:
    """Tell whether a journal is about the image of a page, in that document or not yet in it."""
    identity = leftover.identity
    return (
        identity is not None
        and page.shows(identity.source, identity.page_number)
        and identity.document in ("", os.path.realpath(document) if document else "")
    )


def _is_wanted(work: LeftWork) -> bool:
    """Tell whether something would be lost; what a saving left out knowingly is not."""
    pages = work.pages
    if pages is None or pages.is_changed:
        return True
    if pages.saved is None:
        return bool(work.leftovers)
    return any(number in work.journals for number in pages.order)


def _by_document(leftovers: Sequence[Leftover]) -> list[LeftWork]:
    groups: dict[str, list[Leftover]] = {}
    for leftover in leftovers:
        document = leftover.identity.document if leftover.identity is not None else ""
        groups.setdefault(document, []).append(leftover)
    return [
        LeftWork(document, tuple(group), max(leftover.changed_at for leftover in group))
        for document, group in groups.items()
    ]
