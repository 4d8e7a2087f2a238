"""Which image a journal is about: told when it begins, found again when its work is got back."""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ocrdesk.errors import DocumentFileError, ImageFileError
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import ImageFile, file_checksum, load_image, png_of
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import SourceImage, open_images
from ocrdesk.formats.presence import is_file
from ocrdesk.page.document import PageDocument
from ocrdesk.services.journal_state import JournalIdentity
from ocrdesk.services.journal_store import Recovered


def identify(
    document: PageDocument, *, image: ImageFile | Member | None = None
) -> tuple[JournalIdentity, bytes | None]:
    """Return what identifies a page for its journal, and its image as PNG if no file holds it.

    ``image`` is where the image is kept, as far as that is known already. Raises ``ImageFileError``
    where the file of the image cannot be read.
    """
    identity = JournalIdentity(document.source, document.page_number, document.page_count)
    if isinstance(image, Member):
        return identity.kept_in(image), None
    path = image.path if image is not None else Path(document.source)
    if is_file(path):
        checksum = file_checksum(path) if image is None else image.checksum
        return replace(identity, source=os.path.realpath(path), checksum=checksum), None
    picture = png_of(document)
    checksum = sha256(picture or b"").hexdigest()
    return replace(identity, checksum=checksum, has_file=False), picture


def load_recovered_image(recovered: Recovered) -> SourceImage:
    """Return the image of work that was got back, turned by the right angle nearest to its page's.

    Raises ``ImageFileError`` where it cannot be found or is another one now, and
    ``DocumentFileError`` where its document cannot be read. The work itself stays.
    """
    identity, page = recovered.state.identity, recovered.state.page
    image = _picture(recovered) or _from_document(identity) or _from_file(identity)
    named = replace(
        image,
        source=identity.source,
        page_number=identity.page_number,
        page_count=identity.page_count,
    )
    rotation = 0.0 if page is None else page.rotation
    return named.turned(-round(rotation / 90))


def _picture(recovered: Recovered) -> SourceImage | None:
    picture = recovered.journal.picture
    return None if picture is None else next(open_images(picture))


def _from_document(identity: JournalIdentity) -> SourceImage | None:
    """Return the image out of the document, or None where it may still be found elsewhere."""
    if not identity.document:
        return None
    try:
        pages = open_document(identity.document).pages
    except DocumentFileError:
        if identity.has_file and is_file(Path(identity.source)):
            return None
        raise
    for stored in pages:
        image = stored.image
        if isinstance(image, Member) and identity.checksum.startswith(Path(image.name).stem):
            return load_image(replace(stored.document, rotation=0), image)
    return None


def _from_file(identity: JournalIdentity) -> SourceImage:
    if not file_checksum(Path(identity.source)).startswith(identity.checksum):
        raise ImageFileError(
            f"“{identity.source}” is no longer the image that was worked on.",
            advice="Put the image back that was there; the work is kept until then.",
        )
    return next(open_images(identity.source, first=identity.page_number))
