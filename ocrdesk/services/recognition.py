"""An image becomes a page: ink, rows, patches, one pass of the network, kinds weighed."""

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.geometry import BoundingBox
from ocrdesk.language.kinds import weigh_kinds
from ocrdesk.page.edits import replace_predictions
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, ProcessingStep, Word
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout, LayoutRow, find_ink, lay_out
from ocrdesk.vision.patches import cut_patch, cut_patches

Probabilities = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class RecognitionReport:
    """How far reading is: the stage in words a person understands, and the fraction done."""

    stage: str
    fraction: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and the layout that patches are cut from afterwards."""

    page: Page
    layout: Layout


def recognize(
    image: SourceImage, recognizer: Recognizer
) -> Generator[RecognitionReport, None, Reading]:
    """Read one image; the result is an empty page where there is no writing."""
    yield RecognitionReport("Finding ink", 0.0)
    ink, components = find_ink(image.pixels)
    yield RecognitionReport("Finding letters and rows", 0.5)
    layout = lay_out(image.pixels, ink, components)
    yield RecognitionReport("Reading letters", 0.7)
    probabilities = recognizer.classify(layout.patches(recognizer.geometry))
    page = Page(
        width=image.width,
        height=image.height,
        lines=_lines(layout, probabilities, recognizer),
        source=image.source,
        page_number=image.page_number,
        steps=_steps(layout, recognizer),
    )
    yield RecognitionReport("Done", 1.0)
    return Reading(page, layout)


def _lines(
    layout: Layout, probabilities: Probabilities, recognizer: Recognizer
) -> tuple[Line, ...]:
    """Return the rows with their predictions, glyphs numbered in reading order from 1."""
    lines = []
    first = 0
    for row in layout.rows:
        lengths = [len(word.clusters) for word in row.words]
        own = probabilities[first : first + sum(lengths)]
        weighed = weigh_kinds(own, recognizer.charset.characters, lengths)
        lines.append(_line(layout, row, first, [recognizer.predictions(p) for p in weighed]))
        first += sum(lengths)
    return tuple(lines)


def _line(
    layout: Layout, row: LayoutRow, first: int, predictions: list[tuple[Prediction, ...]]
) -> Line:
    words = []
    place = 0
    for word in row.words:
        glyphs = []
        for cluster in word.clusters:
            box = layout.source_box(cluster.box)
            glyphs.append(Glyph(first + place + 1, box, predictions[place]))
            place += 1
        words.append(Word(tuple(glyphs)))
    return Line(tuple(words))


def _steps(layout: Layout, recognizer: Recognizer) -> tuple[ProcessingStep, ...]:
    """Return what was done to the image, with which settings."""
    ink = layout.ink
    return (
        ProcessingStep(
            "ink",
            (
                ("scale", f"{ink.scale:.3f}"),
                ("writing", "light on dark" if ink.is_inverted else "dark on light"),
                ("threshold", "half of the local maximum contrast"),
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
        ProcessingStep("language", (("method", "letters and digits weighed by neighbours"),)),
    )


def reread(
    page: Page, layout: Layout, recognizer: Recognizer
) -> Generator[RecognitionReport, None, Page]:
    """Read the boxes of a page again, as they are now; confirmed glyphs are never touched.

    A box on bare paper says nothing: its glyph is left without predictions.
    """
    yield RecognitionReport("Reading letters", 0.0)
    patches = cut_patches([layout.box_ink(glyph.box) for glyph in page.glyphs], recognizer.geometry)
    probabilities = recognizer.classify(patches)
    fresh: dict[int, tuple[Prediction, ...]] = {}
    first = 0
    for line in page.lines:
        lengths = [len(word.glyphs) for word in line.words]
        own, own_patches = (of[first : first + sum(lengths)] for of in (probabilities, patches))
        weighed = weigh_kinds(own, recognizer.charset.characters, lengths)
        first += sum(lengths)
        for glyph, row, patch in zip(line.glyphs, weighed, own_patches, strict=True):
            if not glyph.is_confirmed:
                fresh[glyph.id] = recognizer.predictions(row) if patch.any() else ()
    yield RecognitionReport("Done", 1.0)
    changed, _ = replace_predictions(page, fresh)
    return replace(changed, steps=_steps(layout, recognizer))


def patch_of(layout: Layout, box: BoundingBox, recognizer: Recognizer) -> npt.NDArray[np.float32]:
    """Return the patch (size, size) that the network sees for a box in source pixels."""
    return cut_patch(layout.box_ink(box), recognizer.geometry)


def read_box(layout: Layout, box: BoundingBox, recognizer: Recognizer) -> tuple[Prediction, ...]:
    """Return the predictions for one box in source pixels, for instance one a person drew.

    There are none where the box holds no ink: bare paper says nothing.
    """
    patch = patch_of(layout, box, recognizer)
    if not patch.any():
        return ()
    return recognizer.predictions(recognizer.classify(patch[None])[0])
