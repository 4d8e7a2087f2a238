"""An image becomes a page: ink, rows, pieces, one pass of the network, the best way through."""

import dataclasses
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import count

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.geometry import BoundingBox
from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Threshold
from ocrdesk.language.lattice import DecoderSettings, Edge
from ocrdesk.language.likenesses import with_likenesses
from ocrdesk.page.direction import direction
from ocrdesk.page.edits import replace_predictions
from ocrdesk.page.elements import (
    UNREADABLE,
    Glyph,
    Line,
    Page,
    Prediction,
    ProcessingStep,
    Word,
)
from ocrdesk.services.clutter import without_clutter
from ocrdesk.services.fields import Field
from ocrdesk.services.languages import DEFAULT_LANGUAGE, word_model
from ocrdesk.services.looking_again import look_again
from ocrdesk.services.orientation import orient
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.proposals import Proposal, propose
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import CHARACTER, LEAST, ReadingSettings, passing_over
from ocrdesk.services.row_reader import RowReader
from ocrdesk.services.row_reading import GlyphReading, read_rows
from ocrdesk.vision.layout import Layout, find_ink
from ocrdesk.vision.patches import cut_patch
from ocrdesk.vision.sheet import find_sheet

Probabilities = npt.NDArray[np.float32]

_SAME = 0.005  # probabilities that differ by less are the same to a person
_THRESHOLDS = {
    Threshold.STROKE: "half of the local maximum contrast",
    Threshold.SURROUNDINGS: "mean and spread around (Wolf)",
    Threshold.PAGE: "one level for the page (Otsu)",
}
_CERTAIN = 60.0  # log-odds of what a person decided


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
    whose page was read ``before`` stays as it lies, and its ink is found by that page's settings
    unless there are other ``ink_settings``. ``field`` tells what rows hold. Raises ``UsageError``
    for a field that the recognizer has no characters for, ``LanguageFileError`` for a language that
    is not there.
    """
    yield Progress("Finding ink", 0.0)
    sheet = find_sheet(image.pixels)
    pixels = image.pixels if sheet is None else sheet.flattened(image.pixels)
    ink_settings = ink_settings or (AUTOMATIC if before is None else before.ink_settings)
    ink, components = find_ink(pixels, ink_settings)
    yield Progress("Finding letters and rows", 0.5)
    along = None if before is None else direction(before)
    may_turn = may_turn and before is None
    oriented = orient(pixels, ink, components, recognizer, may_turn=may_turn, along=along)
    yield Progress("Reading letters", 0.7)
    scorer = word_model(recognizer.charset, language)
    reading = read_rows(oriented.layout, recognizer, scorer, settings, field=field)
    read = yield from as_part(reading, "Reading letters", start=0.7, share=0.3)
    layout, rows = without_clutter(read, recognizer.charset)
    if sheet is not None:
        layout = replace(layout, sheet=sheet.turned(oriented.quarters))
    image = image.turned(oriented.quarters)
    lines, steps = _lines(layout, rows, recognizer), _steps(layout, recognizer, language, field)
    page = _page(image, lines, steps, ink_settings)
    yield Progress("Done", 1.0)
    return Reading(page, layout, image, partial(propose, rows, layout, recognizer))


def _page(
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


def _lines(
    layout: Layout, rows: Sequence[Sequence[Sequence[GlyphReading]]], recognizer: Recognizer
) -> tuple[Line, ...]:
    """Return the rows with their predictions, glyphs numbered in reading order from 1."""
    ids = count(1)
    return tuple(
        Line(
            tuple(
                Word(tuple(_glyph(next(ids), glyph, layout, recognizer) for glyph in word))
                for word in row
            )
        )
        for row in rows
    )


def _glyph(number: int, read: GlyphReading, layout: Layout, recognizer: Recognizer) -> Glyph:
    glyph = Glyph(number, layout.glyph_box(read.cluster))
    if read.is_unreadable:
        return _unreadable(glyph, read.ink, read.share, recognizer)
    return _given(glyph, read.ink, read.weighed, recognizer)


def _given(
    glyph: Glyph, ink: Probabilities, weighed: Probabilities, recognizer: Recognizer
) -> Glyph:
    """Return the glyph with its predictions, and those of the ink alone where they differ."""
    is_changed = bool(np.abs(ink - weighed).max() >= _SAME)
    return replace(
        glyph,
        predictions=recognizer.predictions(weighed),
        ink=recognizer.predictions(ink) if is_changed else (),
    )


def _unreadable(glyph: Glyph, ink: Probabilities, share: float, recognizer: Recognizer) -> Glyph:
    """Return the glyph as no character, with what it would be if it were one."""
    others = recognizer.predictions(ink * np.float32(share))
    predictions = (Prediction(UNREADABLE, 1.0 - share), *others)
    return replace(glyph, predictions=predictions, ink=())


def _steps(
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
        *([] if field is None else [ProcessingStep("field", (field.told,))]),
    )


def reread(
    page: Page, layout: Layout, recognizer: Recognizer, *, language: str = DEFAULT_LANGUAGE
) -> Generator[Progress, None, Page]:
    """Read the boxes of a page again, as they are now; confirmed glyphs are never touched.

    What a person confirmed speaks for its neighbours. A box on bare paper says nothing: its glyph
    is left without predictions, and ink that is no character is unreadable. Yields every few
    milliseconds, so that to stop iterating cancels at once.
    """
    yield Progress("Reading letters", 0.0)
    seen = yield from as_part(look_again(page, layout, recognizer), "Reading letters", share=0.5)
    reader = RowReader(recognizer, word_model(recognizer.charset, language), DecoderSettings())
    fresh: list[Glyph] = []
    for number, line in enumerate(page.lines):
        yield Progress("Reading letters", 0.5 + 0.5 * number / len(page.lines))
        own = slice(len(fresh), len(fresh) + len(line.glyphs))
        read = _line_again(line, seen.probabilities[own], seen.shares[own], recognizer, reader)
        for glyph, is_inked in zip(read, seen.is_inked[own].tolist(), strict=True):
            fresh.append(glyph if is_inked else replace(glyph, predictions=(), ink=()))
    yield Progress("Done", 1.0)
    changed, _ = replace_predictions(page, fresh)
    return replace(changed, steps=_steps(layout, recognizer, language))


def _line_again(
    line: Line,
    probabilities: Probabilities,
    shares: Probabilities,
    recognizer: Recognizer,
    reader: RowReader,
) -> list[Glyph]:
    """Return the glyphs of a line read anew, its words as they stand.

    ``shares`` (glyphs,) are the probabilities of being a character at all.
    """
    ink, is_character = np.array(probabilities), np.array(shares)
    characters = recognizer.charset.characters
    known = with_likenesses(ink, characters) if reader.has_words else ink.copy()
    for place, glyph in enumerate(line.glyphs):
        if glyph.correction is not None and glyph.correction in recognizer.charset:
            for sure in (ink, known):
                sure[place] = 0
                sure[place, recognizer.charset.index(glyph.correction)] = 1
            is_character[place] = 1
    logs = np.log(np.maximum(known * is_character[:, None], LEAST))
    edges = [Edge(place, place + 1, row) for place, row in enumerate(logs)]
    settings = ReadingSettings()
    edges += [
        passing_over(place, place + 1, share=share, settings=settings)
        for place, share in enumerate(is_character.tolist())
        if share < CHARACTER
    ]
    odds = [_CERTAIN if place == 0 else -_CERTAIN for word in line.words for place in _places(word)]
    words = reader.read(edges, odds[1:], known).words
    read = {step.edge: weighed for word in words for step, weighed in word}
    return [
        _given(glyph, ink[place], read[place], recognizer)
        if place in read
        else _unreadable(glyph, ink[place], float(is_character[place]), recognizer)
        for place, glyph in enumerate(line.glyphs)
    ]


def _places(word: Word) -> range:
    return range(len(word.glyphs))


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
