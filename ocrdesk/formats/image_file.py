"""Opens photos, scans and PDF documents: every page becomes upright, read-only 8-bit pixels."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.errors import ImageFileError, OutputError
from ocrdesk.formats.image_decoding import (
    check_size,
    damage_reported,
    decode_page,
    frozen_pixels,
    opened_image,
    page_frames,
    readable_stream,
    unreadable,
)
from ocrdesk.formats.laying import laid
from ocrdesk.formats.pdf_file import PDF_SUFFIX, count_pdf_pages, draw_pdf_page, is_pdf
from ocrdesk.formats.pdf_writing import EXPORT_START, is_export
from ocrdesk.formats.pixels import Pixels, bytes_from_array, decoded_pixels
from ocrdesk.formats.presence import is_file, obstacle

PICTURE_SUFFIXES = frozenset(
    [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".bmp", ".dib", ".webp", ".gif"]
) | {".pbm", ".pgm", ".ppm", ".pnm"}  # the latter is what scanimage writes
IMAGE_SUFFIXES = PICTURE_SUFFIXES | {PDF_SUFFIX}
SUFFIXES_OF_SEVERAL_PAGES = frozenset({".tif", ".tiff", PDF_SUFFIX})

_DECIMALS = 6  # of a degree

_Decode = Callable[[int, str], Pixels]  # a page by its number and what to call it in errors


@dataclass(frozen=True, slots=True, eq=False)
class SourceImage:
    """One upright picture to read.

    ``pixels`` is read-only, C-contiguous uint8: (h, w) grey or (h, w, 3) RGB. ``source`` says
    where it came from. ``page_number`` counts from 0 in a file of ``page_count`` pages.
    ``rotation`` is by how many degrees it was turned clockwise from how the file shows it.
    """

    pixels: Pixels
    source: str
    page_number: int = 0
    page_count: int = 1
    rotation: float = 0

    def laid(self, degrees: float, size: tuple[int, int]) -> "SourceImage":
        """Return the picture turned clockwise by any angle, in the middle of a canvas of a size."""
        rotation = round((self.rotation + degrees) % 360, _DECIMALS) % 360
        return replace(self, pixels=laid(self.pixels, degrees, size), rotation=rotation)

    def turned(self, quarters: int) -> "SourceImage":
        """Return the picture turned counter-clockwise by that many right angles, exactly."""
        if quarters % 4 == 0:
            return self
        pixels = np.ascontiguousarray(np.rot90(self.pixels, quarters))
        pixels.flags.writeable = False
        return replace(self, pixels=pixels, rotation=(self.rotation - 90 * quarters) % 360)

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.pixels.shape[0])


def open_images(
    path: Path | str, *, first: int = 0, on_damage: Callable[[ImageFileError], None] | None = None
) -> Iterator[SourceImage]:
    """Yield the pages of an image file from page ``first`` on, decoding each when it is asked for.

    The content decides what the file is, not its name. EXIF orientation is obeyed, transparency
    laid on paper (white, or black for bright ink). Only PDF and TIFF files have several pages: of
    an animation the first picture counts. The file is open only while a page is decoded. Raises
    ImageFileError; where there are several pages, those that cannot be decoded are told to
    ``on_damage`` instead, and left out.
    """
    path = Path(path)
    count, decode = _pages(path)
    for number in range(first, count):
        name = f"“{path.name}”" if count == 1 else f"Page {number + 1} of “{path.name}”"
        try:
            pixels = decode(number, name)
        except ImageFileError as error:
            if on_damage is None or count == 1:
                raise
            on_damage(error)
        else:
            yield SourceImage(pixels, str(path), number, count)


def open_preview(path: Path | str, side: int) -> SourceImage:
    """Return the first picture of an image file, as small as the file may be decoded at once.

    A JPEG file may be at a half, a quarter or an eighth of its size, which takes a fraction of the
    time; neither side is below ``side`` pixels then. Raises ImageFileError, as for a PDF document.
    """
    path = Path(path)
    name = f"“{path.name}”"
    with opened_image(path) as image, damage_reported(name):
        image.draft(image.mode, (side, side))
        return SourceImage(decode_page(image, name), str(path))


def count_pages(path: Path | str) -> int:
    """Return how many pages an image file says it has; raises ImageFileError."""
    return _pages(Path(path))[0]


def _pages(path: Path) -> tuple[int, _Decode]:
    """Return the number of pages, and what decodes one of them."""
    if is_pdf(path):
        return count_pdf_pages(path), partial(draw_pdf_page, path)
    with opened_image(path) as image:
        frames = page_frames(image)
    return len(frames), partial(_decode_frame, path, frames)


def _decode_frame(path: Path, frames: Sequence[int], number: int, name: str) -> Pixels:
    with opened_image(path) as image, damage_reported(name):
        return decode_page(image, name, frames[number])


def is_image_file(path: Path | str) -> bool:
    """Tell whether the file exists and begins like an image or a PDF document."""
    try:
        if is_pdf(Path(path)):
            return True
        with opened_image(Path(path)):
            return True
    except ImageFileError:
        return False


def refuse_to_replace_picture(path: Path | str) -> None:
    """Raise OutputError where a file written to ``path`` would destroy a picture or a PDF file.

    A PDF that this program exported may be replaced: it can be made again.
    """
    if is_image_file(path) and not _is_export(Path(path)):
        kind = "PDF document" if is_pdf(Path(path)) else "picture"
        raise OutputError(
            f"“{path}” is a {kind}, and writing over it would destroy it.",
            advice="Choose another name.",
        )


def _is_export(path: Path) -> bool:
    with readable_stream(path) as stream:
        return is_export(stream.read(EXPORT_START))


def no_images(name: str) -> ImageFileError:
    """Return what is said of a folder of that name which holds nothing to open."""
    return ImageFileError(
        f"There are no images in “{name}”.",
        advice="Choose a folder with photos or scans: PDF, JPEG, PNG, TIFF, BMP, WebP, GIF or PNM.",
    )


def find_images(folder: Path | str, *, suffixes: frozenset[str] = IMAGE_SUFFIXES) -> list[Path]:
    """Return the images directly in the folder, ``page2`` before ``page10``.

    Here names decide (``suffixes``), so that a damaged image is met and reported. Hidden files are
    left out. Raises ImageFileError if the folder cannot be read.
    """
    folder = Path(folder)
    try:
        found = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in suffixes and not path.name.startswith(".")
            if is_file(path) or obstacle(path)  # a link to where one may not go
        ]
    except OSError as error:
        raise unreadable(folder, error) from error
    return sorted(found, key=lambda path: natural_sort_key(path.name))


def natural_sort_key(name: str) -> tuple[tuple[str | int, ...], str]:
    """Return a key that orders names by their text without case, runs of digits by value."""
    parts = re.split(r"(\d+)", name.casefold())
    # Text and digits alternate, so positions never compare a number with text.
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), name


def image_from_array(array: npt.NDArray[Any] | Image.Image, source: str = "array") -> SourceImage:
    """Return an image from samples (h, w) grey, (h, w, 3) RGB or (h, w, 4) RGBA.

    uint8, uint16 over its full range, bool with True white, or floats in 0..1; or a picture of
    Pillow's, in any mode. Transparency is laid on paper, as that of files. The samples are copied.
    Raises ImageFileError for any other shape or type.
    """
    if isinstance(array, Image.Image):
        with damage_reported("The picture"):
            return SourceImage(decode_page(array.copy(), "The picture"), source)
    array = np.asarray(array)
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if array.ndim not in {2, 3} or (array.ndim == 3 and array.shape[2] not in {3, 4}):
        shape = " x ".join(map(str, array.shape))
        raise ImageFileError(
            f"An array of shape {shape or 'nothing'} is not an image.",
            advice="Give height x width for grey, or height x width x 3 for RGB.",
        )
    check_size(array.shape[1], array.shape[0], "The image")
    try:
        pixels = bytes_from_array(array)
    except ValueError as error:
        raise ImageFileError(
            f"The image has {error}.", advice="Give uint8, uint16, bool, or floats from 0 to 1."
        ) from error
    if pixels.shape[2:] == (4,):
        pixels = decoded_pixels(Image.fromarray(pixels))
    return SourceImage(frozen_pixels(pixels), source)
