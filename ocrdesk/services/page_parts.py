"""What was read as parts of a page: glyphs with their predictions, lines, and how it was done."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.ink_settings import InkSettings, Threshold
from ocrdesk.page.elements import (
    QUOTATION_MARK,
    UNREADABLE,
    Glyph,
    Line,
    Page,
    Prediction,
    ProcessingStep,
    Word,
)
from ocrdesk.services.fields import STEP, Field
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_reading import GlyphReading
from ocrdesk.services.row_scores import Probabilities
from ocrdesk.vision.layout import Layout

_SAME = 0.005  # probabilities that differ by less are the same to a person
_QUOTED = 0.95  # none of 2,500 words has such strokes that are none; few pages have any, though
_THRESHOLDS = {
    Threshold.STROKE: "half of the local maximum contrast",
    Threshold.SURROUNDINGS: "mean and spread around (Wolf)",
    Threshold.PAGE: "one level for the page (Otsu)",
}


def page_of(
    image: SourceImage,
    lines: tuple[Line, ...],
    steps: tuple[ProcessingStep, ...],
    ink_settings: InkSettings,
) -> Page:
    """Return what was read on an image."""
    return Page(
        width=image.width,
        height=image.height,
        lines=lines,
        source=image.source,
        rotation=float(image.rotation),
        page_number=image.page_number,
        steps=steps,
        ink_settings=ink_settings,
    )


def lines_of(
    layout: Layout, rows: Sequence[Sequence[Sequence[GlyphReading]]], recognizer: Recognizer
) -> Generator[float, None, tuple[Line, ...]]:
    """Return the rows with their predictions, glyphs numbered in reading order from 1.

    Yields the share of rows done.
    """
    ids = count(1)
    lines = []
    for number, row in enumerate(rows):
        yield number / len(rows)
        words = (
            Word(tuple(_glyph(next(ids), glyph, layout, recognizer) for glyph in word))
            for word in row
        )
        lines.append(Line(tuple(words)))
    return tuple(lines)


def _glyph(number: int, read: GlyphReading, layout: Layout, recognizer: Recognizer) -> Glyph:
    glyph = Glyph(number, layout.glyph_box(read.cluster))
    if read.is_quotation_mark:
        return as_quotation_mark(glyph, read.ink, recognizer)
    if read.is_unreadable:
        return as_unreadable(glyph, read.ink, read.share, recognizer)
    return with_predictions(glyph, read.ink, read.weighed, recognizer)


def with_predictions(
    glyph: Glyph, ink: Probabilities, weighed: Probabilities, recognizer: Recognizer
) -> Glyph:
    """Return the glyph with its predictions, and those of the ink alone where they differ."""
    is_changed = bool(np.abs(ink - weighed).max() >= _SAME)
    return replace(
        glyph,
        predictions=recognizer.predictions(weighed),
        ink=recognizer.predictions(ink) if is_changed else (),
        reader=recognizer.reader,
    )


def as_unreadable(glyph: Glyph, ink: Probabilities, share: float, recognizer: Recognizer) -> Glyph:
    """Return the glyph as no character, with what it would be if it were one."""
    predictions = no_character(ink, share, recognizer)
    return replace(glyph, predictions=predictions, ink=(), reader=recognizer.reader)


def no_character(
    ink: Probabilities, share: float, recognizer: Recognizer
) -> tuple[Prediction, ...]:
    """Return the predictions of ink that is a character only with the probability ``share``."""
    others = recognizer.predictions(ink * np.float32(share))
    return (Prediction(UNREADABLE, 1.0 - share), *others)


def as_quotation_mark(glyph: Glyph, ink: Probabilities, recognizer: Recognizer) -> Glyph:
    """Return the glyph as a quotation mark, with what else it would be."""
    others = recognizer.predictions(ink * np.float32(1.0 - _QUOTED))
    predictions = (
        Prediction(QUOTATION_MARK, _QUOTED),
        *(other for other in others if other.character != QUOTATION_MARK),
    )
    return replace(glyph, predictions=predictions, ink=(), reader=recognizer.reader)


def steps_of(
    layout: Layout, recognizer: Recognizer, language: str, field: Field | None = None
) -> tuple[ProcessingStep, ...]:
    """Return what was done to the image, with which settings."""
    ink, sheet = layout.ink, layout.sheet
    flattened = () if sheet is None else (("pixels", f"{sheet.size[0]} by {sheet.size[1]}"),)
    return (
        *([ProcessingStep("flattened sheet", flattened)] if flattened else []),
        ProcessingStep(
            "ink",
            (
                ("scale", f"{ink.scale:.3f}"),
                ("writing", "light on dark" if ink.is_inverted else "dark on light"),
                ("threshold", _THRESHOLDS[ink.settings.threshold]),
                *(pair for pair in ink.settings.told() if pair[0] != "threshold"),
            ),
        ),
        ProcessingStep(
            "layout",
            (
                ("rows", str(len(layout.rows))),
                ("letter height in pixels", f"{layout.letter_height / ink.scale:.0f}"),
            ),
        ),
        ProcessingStep(
            "network",
            (
                ("model", recognizer.name),
                ("characters", str(len(recognizer.charset))),
            ),
        ),
        ProcessingStep("language", (("words", language),)),
        *([] if field is None else [ProcessingStep(STEP, field.told)]),
    )
