"""An image becomes a page: ink, rows, pieces, one pass of the network, the best way through."""

import dataclasses
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.geometry import BoundingBox
from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.language.uniform import knows_words
from ocrdesk.page.direction import direction
from ocrdesk.page.elements import (
    Page,
    Prediction,
)
from ocrdesk.services.clutter import without_clutter
from ocrdesk.services.fields import Field, field_of, fitting
from ocrdesk.services.languages import DEFAULT_LANGUAGE, word_model
from ocrdesk.services.numbered_rows import numbered
from ocrdesk.services.orientation import orient
from ocrdesk.services.page_parts import lines_of, no_character, page_of, steps_of
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.proposals import Proposal, propose
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import ReadingSettings, is_passed_over
from ocrdesk.services.row_reading import read_rows
from ocrdesk.vision.layout import Layout, find_ink
from ocrdesk.vision.patches import cut_patch, cut_patches
from ocrdesk.vision.sheet import find_sheet

_ALONE = ReadingSettings()  # weigh a box that is read by itself
_AT_ONCE = 16  # boxes between two yields: some twenty milliseconds


@dataclass(frozen=True)
class Reading:
    """What was read, the layout that patches are cut from afterwards, and the upright image."""

    page: Page
    layout: Layout
    image: SourceImage
    _propose: Callable[[], tuple[Proposal, ...]] = dataclasses.field(
        default=tuple, repr=False, compare=False
    )

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """Other ways to part letters, the best first; found when they are first asked for."""
        return self._propose()


def recognize(
    image: SourceImage,
    recognizer: Recognizer,
    *,
    language: str = DEFAULT_LANGUAGE,
    settings: ReadingSettings | None = None,
    may_turn: bool = True,
    before: Page | None = None,
    field: Field | None = None,
    ink_settings: InkSettings | None = None,
) -> Generator[Progress, None, Reading]:
    """Read one image; the result is an empty page where there is no writing.

    An image on its side or upside down is read as it should lie, unless it must not be turned; one
    whose page was read ``before`` stays as it lies, its ink is found by that page's settings unless
    there are other ``ink_settings``, and its own field unless ``field`` tells what rows hold.
    Raises ``UsageError`` for a ``field`` without characters, ``LanguageFileError`` for a language.
    """
    yield Progress("Finding ink", 0.0)
    sheet = find_sheet(image.pixels)
    pixels = image.pixels if sheet is None else sheet.flattened(image.pixels)
    ink_settings = ink_settings or (AUTOMATIC if before is None else before.ink_settings)
    ink, components = find_ink(pixels, ink_settings)
    yield Progress("Finding letters and rows", 0.5)
    along, may_turn = (None, may_turn) if before is None else (direction(before), False)
    oriented = orient(pixels, ink, components, recognizer, may_turn=may_turn, along=along)
    yield Progress("Reading letters", 0.7)
    field, told = field or fitting(before, recognizer.charset), field or field_of(before)
    scorer = word_model(recognizer.charset, language)
    reading = read_rows(oriented.layout, recognizer, scorer, settings, field=field)
    read = yield from as_part(reading, "Reading letters", start=0.7, share=0.28)
    layout, rows = without_clutter(read, recognizer.charset)
    layout = replace(layout, sheet=None if sheet is None else sheet.turned(oriented.quarters))
    image = image.turned(oriented.quarters)
    parts = lines_of(layout, rows, recognizer)
    lines = yield from as_part(parts, "Reading letters", start=0.98, share=0.02)
    page = page_of(image, lines, steps_of(layout, recognizer, language, told), ink_settings)
    page = numbered(page) if told is None and knows_words(scorer) else page
    yield Progress("Done", 1.0)
    return Reading(page, layout, image, partial(propose, rows, layout, recognizer))


def patch_of(layout: Layout, box: BoundingBox, recognizer: Recognizer) -> npt.NDArray[np.float32]:
    """Return the patch (size, size) that the network sees for a box in source pixels."""
    return cut_patch(layout.box_ink(box), recognizer.geometry)


def read_box(layout: Layout, box: BoundingBox, recognizer: Recognizer) -> tuple[Prediction, ...]:
    """Return the predictions for one box in source pixels, for instance one a person drew.

    There are none where the box holds no ink: bare paper says nothing. Ink that is no character is
    ``UNREADABLE``, as in a row by itself.
    """
    return _read(patch_of(layout, box, recognizer)[None], recognizer)[0]


def read_boxes(
    layout: Layout, boxes: Sequence[BoundingBox], recognizer: Recognizer
) -> Generator[Progress, None, list[tuple[Prediction, ...]]]:
    """Return what `read_box` says of each of many boxes; the network sees several at once.

    Yields after a few boxes, so that it can be cancelled there.
    """
    read: list[tuple[Prediction, ...]] = []
    for start in range(0, len(boxes), _AT_ONCE):
        yield Progress("Reading letters", start / len(boxes))
        inks = [layout.box_ink(box) for box in boxes[start : start + _AT_ONCE]]
        read += _read(cut_patches(inks, recognizer.geometry), recognizer)
    return read


def _read(patches: npt.NDArray[np.float32], recognizer: Recognizer) -> list[tuple[Prediction, ...]]:
    """Return what the network says of patches, each by itself."""
    read: list[tuple[Prediction, ...]] = []
    for patch, ink, share in zip(patches, *recognizer.judge(patches), strict=True):
        if not patch.any():
            read.append(())
        elif is_passed_over(float(ink.max()), float(share), _ALONE):
            read.append(no_character(ink, float(share), recognizer))
        else:
            read.append(recognizer.predictions(ink))
    return read
