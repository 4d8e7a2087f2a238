"""Drives Pillow one page at a time: quietly, within limits, and with errors for a person."""

import ctypes
import io
import re
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError, _imaging

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.pixels import Pixels, decoded_pixels

MAX_MEGAPIXELS = 300

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "DIB", "WEBP", "GIF", "PPM")
_START_OF_JSON = 64  # bytes in which a file of pages as JSON tells that it is one
READABLE = "Files that open: PDF, JPEG, PNG, TIFF, BMP, WebP, GIF, PNM and documents of ocrdesk."
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

_SUBFILE_TYPE, _PHOTOMETRIC = 254, 262  # TIFF 6.0, section 8
_REDUCED_OR_MASK = 1 | 4


@contextmanager
def opened_image(path: Path) -> Iterator[Image.Image]:
    """Open the file lazily and close it at the end. Raises ImageFileError."""
    _prepare_pillow()
    with readable_stream(path) as stream, _identified(path.name, stream) as image:
        yield image


@contextmanager
def image_of_bytes(content: bytes, name: str) -> Iterator[Image.Image]:
    """Open an image that is in memory, likewise; ``name`` is what to call it in errors."""
    _prepare_pillow()
    with io.BytesIO(content) as stream, _identified(name, stream) as image:
        yield image


def _prepare_pillow() -> None:
    """Silence Pillow's warnings, which no person could act on, and raise its limit to ours.

    Both are globals of the process. They are set and left so, because restoring them (as
    ``warnings.catch_warnings`` does) goes wrong when two threads decode at once.
    """
    warnings.filterwarnings("ignore", module=r"PIL\b")
    if Image.MAX_IMAGE_PIXELS is not None:
        Image.MAX_IMAGE_PIXELS = max(Image.MAX_IMAGE_PIXELS, MAX_MEGAPIXELS * 1_000_000)
    _silence_libtiff()


@cache
def _silence_libtiff() -> None:
    """Keep the library below Pillow from writing its own words about damage to stderr.

    Pillow 13.0 has no way to; the symbols are found through its extension, which links to them.
    Where it holds them inside (Windows), they cannot be reached. Turning stderr away while a page
    is decoded would take what other threads write meanwhile.
    """
    with suppress(OSError, AttributeError):
        pillow = ctypes.CDLL(_imaging.__file__)
        for name in ("TIFFSetErrorHandler", "TIFFSetWarningHandler"):
            set_handler = getattr(pillow, name)
            set_handler.argtypes, set_handler.restype = [ctypes.c_void_p], ctypes.c_void_p
            set_handler(None)


def readable_stream(path: Path) -> BinaryIO:
    """Open a file to read its bytes; raises ImageFileError for whatever is no readable file."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            return path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise unreadable(path, error) from error
    if stat.S_ISDIR(mode):
        raise ImageFileError(
            f"“{path}” is a folder, not an image.", advice="Choose the images inside it."
        )
    raise ImageFileError(
        f"“{path}” is a pipe or a device, not a file.", advice="Save the image to a file first."
    )


def unreadable(path: Path, error: Exception) -> ImageFileError:
    """Return the error for a file or folder that the operating system would not open."""
    if isinstance(error, FileNotFoundError):
        return ImageFileError(
            f"There is no file “{path}”.", advice="Check the name and the folder."
        )
    if isinstance(error, PermissionError):
        return ImageFileError(
            f"You are not allowed to read “{path}”.",
            advice="Ask its owner for permission, or copy it to a folder of your own.",
        )
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return ImageFileError(f"“{path}” cannot be read: {reason}.", advice="Try a copy of it.")


def _identified(name: str, stream: BinaryIO) -> Image.Image:
    try:
        return Image.open(stream, formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise _foreign(name, stream) from error
    except Image.DecompressionBombError as error:
        raise too_large(f"“{name}”", _pixel_count(error)) from error
    except Exception as error:  # Pillow's plugins raise nearly anything on damaged headers
        raise damaged(f"“{name}”") from error


def _foreign(file_name: str, stream: BinaryIO) -> ImageFileError:
    """Return the error for a file that is not one of our formats, naming it where we know it."""
    stream.seek(0)
    start = stream.read(16)
    name = f"“{file_name}”"
    if not start:
        return ImageFileError(f"{name} is empty (0 bytes).", advice="Copy or scan it again.")
    if start.startswith(b"%PDF"):
        return ImageFileError(
            f"{name} is a PDF document, not an image.",
            advice="Export its pages as PNG or TIFF and open those.",
        )
    brand = start[8:12] if start[4:8] == b"ftyp" else b""
    if brand in _HEIF_BRANDS or brand.startswith(b"avi"):
        kind = "an AVIF" if brand.startswith(b"avi") else "a HEIC"
        return ImageFileError(
            f"{name} is {kind} photo, which ocrdesk cannot open.",
            advice="Export or share it as JPEG and open that.",
        )
    is_json = start.removeprefix(b"\xef\xbb\xbf").startswith(b"{")  # editors put a mark before
    if is_json and b'"pages"' in start + stream.read(_START_OF_JSON):
        return ImageFileError(
            f"{name} is what was read from pictures, not a picture.",
            advice="Open the pictures themselves. “ocrdesk adapt” learns from its corrections.",
        )
    is_pdf = file_name.lower().endswith(".pdf")
    return ImageFileError(
        f"{name} is not {'a PDF file' if is_pdf else 'an image'}, or is damaged at its very "
        "beginning.",
        advice=READABLE,
    )


@contextmanager
def damage_reported(name: str) -> Iterator[None]:
    """Turn whatever a decoder raises inside into an ImageFileError that names the image."""
    try:
        yield
    except ImageFileError:
        raise
    except MemoryError as error:
        raise ImageFileError(
            f"There is not enough memory to open {name}.",
            advice="Close other programs, or make the image smaller.",
        ) from error
    except Exception as error:  # Pillow's decoders raise nearly anything on damaged data
        raise damaged(name) from error


def damaged(name: str) -> ImageFileError:
    """Return the error for an image that cannot be decoded."""
    # What Pillow says of it ("3 bytes not processed") helps nobody; it stays in the cause.
    return ImageFileError(
        f"{name} is damaged or incomplete.",
        advice="Copy it again from where it came, or scan it again.",
    )


def page_frames(image: Image.Image) -> list[int]:
    """Return the frame numbers that are pages: not the previews and masks some TIFF files hold."""
    if image.format != "TIFF":
        return [0]
    pages = []
    count = 0
    try:
        while True:
            image.seek(count)
            kind = getattr(image, "tag_v2", {}).get(_SUBFILE_TYPE, 0)
            if not (isinstance(kind, int) and kind & _REDUCED_OR_MASK):
                pages.append(count)
            count += 1
    except EOFError:
        return pages or list(range(count))
    except Exception:  # noqa: BLE001 - a damaged page is reported when its turn comes
        return [*pages, count]


def decode_page(image: Image.Image, name: str, frame: int = 0) -> Pixels:
    """Return the upright pixels, read-only, of a frame; may raise anything."""
    image.seek(frame)
    check_size(image.width, image.height, name)
    photometric = getattr(image, "tag_v2", {}).get(_PHOTOMETRIC)
    image.load()
    _turn_upright(image)
    try:
        pixels = decoded_pixels(image)
    except ValueError as error:
        raise ImageFileError(
            f"{name} uses the colour model {image.mode}, which ocrdesk cannot read.",
            advice="Export it as RGB or grey.",
        ) from error
    if image.mode.startswith("I;16") and photometric == 0:
        pixels = np.uint8(255) - pixels  # "white is zero", which Pillow 13.0 ignores at 16 bits
    return frozen_pixels(pixels)


def _turn_upright(image: Image.Image) -> None:
    with suppress(Exception):  # damaged EXIF data does not make the picture unreadable
        ImageOps.exif_transpose(image, in_place=True)


def check_size(width: int, height: int, name: str) -> None:
    """Raise ImageFileError for an image without pixels or beyond ``MAX_MEGAPIXELS``."""
    if width < 1 or height < 1:
        raise ImageFileError(
            f"{name} has no pixels ({width} x {height}).", advice="Scan or export it again."
        )
    if width * height > MAX_MEGAPIXELS * 1_000_000:
        raise too_large(f"{name} ({width} x {height})", width * height)


def too_large(name: str, pixel_count: int) -> ImageFileError:
    """Return the error for an image of more than ``MAX_MEGAPIXELS``."""
    return ImageFileError(
        f"{name} is too large: {pixel_count / 1e6:,.0f} megapixels, the limit is {MAX_MEGAPIXELS}.",
        advice="Make it smaller, or scan at 300 dots per inch; hand print needs no more.",
    )


def _pixel_count(error: Image.DecompressionBombError) -> int:
    """Return the size that Pillow tells only in its message."""
    found = re.search(r"(\d+) pixels", str(error))
    return int(found[1]) if found else 2 * MAX_MEGAPIXELS * 1_000_000


def frozen_pixels(pixels: Pixels) -> Pixels:
    """Return the pixels C-contiguous and read-only."""
    pixels = np.ascontiguousarray(pixels)
    pixels.setflags(write=False)
    return pixels
