"""Gives the memory of images back that nobody has looked at for a while: they are on the disk."""

from pathlib import Path

from PySide6.QtCore import QObject

from ocrdesk.formats.document_members import Member
from ocrdesk.formats.presence import is_file
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

ENOUGH_BYTES = 1024 * 2**20  # about eight photos of 16 megapixels


class SparingController(QObject):
    """Keeps the images of all pages together below ``ENOUGH_BYTES``, if it can.

    Pages that were taken out count, too: they can be put back. What was read and corrected stays;
    the image comes back when the page is looked at again.
    """

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._session = workplace.session
        self._reading = reading
        self._seen: list[OpenDocument] = []  # the latest last
        self._session.current_changed.connect(self._note)
        self._session.document_closed.connect(self._forget)
        reading.busy_changed.connect(self.spare)

    def spare(self) -> None:
        """Let images go until the rest is small enough, the longest unseen first."""
        documents = self._session.all_documents
        total = sum(map(_image_bytes, documents))
        order = {opened: place for place, opened in enumerate(self._seen)}
        for opened in sorted(documents, key=lambda d: order.get(d, -1)):
            if total <= ENOUGH_BYTES:
                return
            if self._can_come_back(opened):
                total -= _image_bytes(opened)
                self._session.release(opened)

    def _can_come_back(self, opened: OpenDocument) -> bool:
        return (
            opened is not self._session.current
            and opened is not self._reading.busy
            and opened.document.is_read
            and opened.document.pixels is not None
            and is_file(_source(opened))
        )

    def _note(self, opened: OpenDocument | None) -> None:
        if opened is not None:
            self._forget(opened)
            self._seen.append(opened)

    def _forget(self, opened: OpenDocument) -> None:
        if opened in self._seen:
            self._seen.remove(opened)


def _source(opened: OpenDocument) -> Path:
    """Return the file that an image would be loaded from again; a drive may be gone since."""
    if isinstance(opened.kept, Member):
        return opened.kept.document
    if opened.kept is not None:
        return opened.kept.path
    return Path(opened.document.source)


def _image_bytes(opened: OpenDocument) -> int:
    """Return how much memory an image takes, about, with all that was made of it."""
    pixels = opened.document.pixels
    if pixels is None:
        return 0
    shown = sum(level.sizeInBytes() for level in opened.pyramid.levels) if opened.pyramid else 0
    laid = opened.laid.pixels.nbytes if opened.laid else 0
    return pixels.nbytes + laid + shown
