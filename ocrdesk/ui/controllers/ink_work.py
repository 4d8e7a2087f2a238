"""What the worker does for a person who looks for better ink: previews, and reading with it."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.ink_settings import InkSettings
from ocrdesk.page.elements import Glyph
from ocrdesk.services.missed_writing import find_missed
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.tried_ink import LetterToTry, TriedLetter, try_ink
from ocrdesk.ui.controllers.joining_work import OtherReading, read_anew
from ocrdesk.ui.controllers.page_work import reader_called
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.image_pyramid import ImagePyramid
from ocrdesk.ui.views.ink_layer import build_overlay
from ocrdesk.vision.ink_map import map_ink
from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class InkPreview:
    """Ink as some settings find it, ready to be laid over the page, and how much of it.

    ``letter`` was looked at in it and ``seen`` like that; others can be cut from ``bare``.
    """

    settings: InkSettings
    overlay: ImagePyramid
    marks: int
    left_out: int
    bare: Layout
    letter: LetterToTry | None = None
    seen: TriedLetter | None = None


def preview(
    image: SourceImage,
    settings: InkSettings,
    letter: LetterToTry | None = None,
    known: InkPreview | None = None,
) -> Generator[Progress, None, InkPreview]:
    """Find the ink of an image by some settings, unless it is ``known``, without reading it.

    The network looks at one ``letter`` of it.
    """
    yield Progress("Finding ink", 0.0)
    if known is None:
        found = map_ink(image.pixels, settings)
        yield Progress("Finding ink", 0.8)
        overlay = build_overlay(found.kinds)
        known = InkPreview(settings, overlay, found.marks, found.left_out, found.bare)
    seen = None if letter is None else try_ink(letter, known.bare)
    return replace(known, letter=letter, seen=seen)


def read_with(
    opened: OpenDocument, recognizer: Recognizer | None, model: str, settings: InkSettings
) -> Generator[Progress, None, OtherReading]:
    """Read a page anew with its ink found by some settings, and join what was confirmed on it."""
    return read_anew(
        opened,
        recognizer,
        model,
        name="Read with automatic ink" if settings.is_automatic else "Read with other ink",
        as_if=partial(replace, ink_settings=settings),
    )


def look_for_more(
    opened: OpenDocument, recognizer: Recognizer | None, model: str
) -> Generator[Progress, None, tuple[Glyph, ...]]:
    """Return letters that seem to stand on a page where nothing was found."""
    image, page = opened.image, opened.page
    if image is None or page is None:
        raise ValueError("nothing to look at")
    reader = yield from reader_called(recognizer, model)
    return (yield from find_missed(image, page, reader))
