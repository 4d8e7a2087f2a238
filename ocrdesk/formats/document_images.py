"""The images of a document: kept as the files they came from where possible, else as PNG."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from PIL import Image

from ocrdesk.errors import DocumentFileError, ImageFileError
from ocrdesk.formats.archive_file import MOST_BYTES
from ocrdesk.formats.document_members import (
    Content,
    DamagedPartError,
    Member,
    content_of_bytes,
    content_of_member,
    is_whole,
    member_bytes,
    member_name,
)
from ocrdesk.formats.image_decoding import (
    damage_reported,
    decode_page,
    image_of_bytes,
    page_frames,
    unreadable,
)
from ocrdesk.formats.image_file import SourceImage, is_image_file
from ocrdesk.formats.pdf_file import is_pdf
from ocrdesk.page.document import PageDocument

_CHUNK = 1024**2
_QUICK = 1  # zlib's level: scans hardly shrink further by the usual one, which takes thrice as long
_WORTH = 0.9  # of its size: what packing must save to be worth its time at every opening
_SUFFIXES = {
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"RIFF": ".webp",
    b"GIF8": ".gif",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
    b"BM": ".bmp",
}
_COMPRESSED = {".png", ".jpg", ".webp", ".gif"}


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image file outside, and how the checksum of its bytes began when it was opened."""

    path: Path
    checksum: str


def image_file_of(document: PageDocument) -> ImageFile | None:
    """Return the file that holds just the image of this page, or None where there is none.

    A PDF document is none: its page is kept as it was drawn. To be asked when the image is opened,
    before the file can change. Raises ``ImageFileError`` where it cannot be read to its end.
    """
    path = Path(document.source)
    if document.page_count != 1 or not is_image_file(path) or is_pdf(path):
        return None
    return ImageFile(path.absolute(), file_checksum(path))


def refuse_changed(file: ImageFile) -> None:
    """Raise ``ImageFileError`` where a file is not there or holds another image than it did."""
    if not file_checksum(file.path).startswith(file.checksum):
        raise _changed(file.path)


def file_checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises ``ImageFileError`` if it is not there."""
    digest = sha256()
    for chunk in _file_chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def png_of(document: PageDocument) -> bytes | None:
    """Return the image that is in memory as a PNG file, not turned; None if there is none."""
    if document.pixels is None:
        return None
    pixels = np.ascontiguousarray(np.rot90(document.pixels, document.rotation // 90))
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=_QUICK)
    return stream.getvalue()


def content_of_image(
    document: PageDocument, kept: ImageFile | Member | None, *, looks_first: bool = False
) -> Content | None:
    """Return a page's image as it goes into a document, or None where it has none.

    What is gone, or no longer what it was when it was opened, gives way to the pixels in memory;
    without them a damaged part of a document is carried over. Whether a part became damaged since
    it was read shows when it is written, or now, at twice the reading, to whom ``looks_first``.
    Raises ``ImageFileError`` or ``DocumentFileError`` where there is nothing at all.
    """
    try:
        if isinstance(kept, Member):
            content = content_of_member(kept)
            has_stand_in = document.pixels is not None
            if not (has_stand_in and looks_first) or is_whole(content):
                return replace(content, has_stand_in=has_stand_in)
        elif kept is not None:
            return _content_of_file(kept)
    except (DocumentFileError, ImageFileError):
        if document.pixels is None:
            raise
    png = png_of(document)
    if png is None:
        return None
    return content_of_bytes("images", png, suffix=".png", is_packed=False)


def load_image(document: PageDocument, member: Member) -> SourceImage:
    """Return the image of a page out of a document, turned as the page has it.

    Raises ``DocumentFileError`` where the document no longer holds it, ``ImageFileError`` where it
    cannot be decoded.
    """
    title = Path(document.source).name
    if document.page_count > 1:
        title = f"{title} ({document.page_number + 1})"
    name = f"The image of “{title}”"
    try:
        content = member_bytes(member, most=MOST_BYTES)
    except DamagedPartError as error:  # says it by the checksum that the part is called by
        raise DamagedPartError(
            f"{name} is damaged in “{member.document.name}”.",
            advice="Open another copy of the document, or add the page's image anew.",
        ) from error
    with image_of_bytes(content, member.name) as image, damage_reported(name):
        pixels = decode_page(image, name, page_frames(image)[0])
    whole = SourceImage(pixels, document.source, document.page_number, document.page_count)
    return whole.turned(-document.rotation // 90)


def _content_of_file(file: ImageFile) -> Content:
    """Return an image file as it goes into a document, measured by reading it once."""
    digest, packer, size, packed = sha256(), zlib.compressobj(), 0, 0
    suffix = None
    for chunk in _file_chunks(file.path):
        suffix = suffix or _suffix(chunk)
        digest.update(chunk)
        size += len(chunk)
        packed += len(packer.compress(chunk)) if suffix not in _COMPRESSED else len(chunk)
    if digest.hexdigest() != file.checksum or size > MOST_BYTES:
        raise _changed(file.path)
    name = member_name("images", file.checksum, suffix or ".bin")
    return Content(name, size, packed < _WORTH * size, lambda: _checked_chunks(file))


def _suffix(start: bytes) -> str:
    known = (suffix for first, suffix in _SUFFIXES.items() if start.startswith(first))
    return next(known, ".img")


def _checked_chunks(file: ImageFile) -> Iterator[bytes]:
    digest = sha256()
    for chunk in _file_chunks(file.path):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != file.checksum:
        raise _changed(file.path)


def _file_chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise unreadable(path, error) from error


def _changed(path: Path) -> ImageFileError:
    return ImageFileError(
        f"“{path}” is no longer the image that was opened.",
        advice="Put the image back, or open it anew.",
    )
