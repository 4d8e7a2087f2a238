"""The documents that wait for their image or their reading, in the order in which they get it."""

from collections.abc import Sequence

from ocrdesk.ui.session import OpenDocument


class PageQueue:
    """``again`` holds those that are read once more when their image is there.

    ``to_show`` holds those of which the first that can be loaded is shown; ``with_ink`` those whose
    ink is wanted as soon as they are there, although nobody may look at them. ``failed`` holds
    those of which the last attempt failed.
    """

    def __init__(self) -> None:
        self.waiting: list[OpenDocument] = []
        self.to_show: list[OpenDocument] = []
        self.again: set[OpenDocument] = set()
        self.with_ink: set[OpenDocument] = set()
        self.failed: set[OpenDocument] = set()

    def put_first(self, *documents: OpenDocument, with_ink: bool = False) -> None:
        """Let documents come before all others, wherever they waited."""
        self.with_ink.update(documents if with_ink else ())
        self.waiting = [*documents, *(other for other in self.waiting if other not in documents)]

    def put_behind(self, opened: OpenDocument, others: Sequence[OpenDocument]) -> None:
        """Let documents follow another one, or come first where that does not wait."""
        place = self.waiting.index(opened) + 1 if opened in self.waiting else 0
        self.waiting[place:place] = others

    def needs_ink(self, opened: OpenDocument, *, shown: OpenDocument | None) -> bool:
        """Tell whether somebody is to see or to use where the letters of a page are."""
        return opened.layout is None and (opened is shown or opened in self.with_ink)

    def drop(self, opened: OpenDocument) -> None:
        """Let a document wait no longer; it may still be shown."""
        self.again.discard(opened)
        self.with_ink.discard(opened)
        self.waiting = [other for other in self.waiting if other is not opened]

    def forget(self, opened: OpenDocument) -> None:
        """Drop a document that was closed."""
        self.drop(opened)
        self.failed.discard(opened)
        self.to_show = [other for other in self.to_show if other is not opened]

    def clear(self) -> Sequence[OpenDocument]:
        """Forget all of them; return those that waited."""
        waited = self.waiting
        self.waiting, self.to_show, self.again, self.with_ink = [], [], set(), set()
        return waited
