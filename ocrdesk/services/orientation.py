"""Which way a page is up, decided by reading: writing makes sense one way only.

Marks crowd into rows along the direction of the writing, but they do so upside down as well. So
some of the glyphs are read either way; the way in which they are more probably characters, and
more surely certain ones, is the right one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ocrdesk.services.evidence import evidence
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.stray_writing import with_stray_words
from ocrdesk.vision.components import Components, find_components
from ocrdesk.vision.directions import between
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.levelling import Pixels, lay_out_along, likely_directions, likely_slope
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.turning import quarter_turned

_FIRST_SAMPLE = 24  # glyphs that are read to see whether there is any doubt
_FEWEST = 3  # fewer glyphs prove nothing against the way the page stands
_SURE = -0.15  # evidence (mean log-probability) of writing that is read without a doubt
_CLEAR = -0.35  # evidence of writing in rows that surely run as they were laid out
_MARGIN = 0.15  # what another way must be better by than the one that was looked at first
_PROOF = 6.0  # natural logs of all glyphs together, so that a few letters turn no page by chance
_MARGIN_ASKEW = 0.15  # and by this more where rows run neither along nor across the picture
_ASKEW = 20.0  # degrees
_OTHER = 15.0  # degrees from the rows that were laid out: nearer ones were found with them
_DOUBTFUL = -1.0  # what reads worse turns no page
_STEEPEST = 45.0  # degrees: steeper rows are found only where their direction is known
_STAYS = 50.0  # degrees: rows less steep than this do not turn the page


@dataclass(frozen=True, slots=True)
class Orientation:
    """How a page lies.

    ``quarters`` right angles counter-clockwise turn it upright; ``layout`` is that of the page so
    turned.
    """

    quarters: int
    layout: Layout


def orient(
    pixels: Pixels,
    ink: InkImage,
    components: Components,
    recognizer: Recognizer,
    *,
    may_turn: bool = True,
    along: float | None = None,
) -> Orientation:
    """Find out how a page lies whose ink was found, and lay it out.

    Steep rows that are known to run ``along`` a direction, in degrees, are laid out along it; a
    person has turned the page so.
    Unless it ``may_turn``, rows are sought within 45 degrees of level and read as they stand; so
    they are by a network that takes anything for a character. Where reading leaves a doubt, words
    that run across the page are laid out by themselves.
    """
    if along is not None and abs(along) > _STEEPEST:
        return Orientation(0, lay_out_along(pixels, ink, components, along))
    slope = likely_slope(components)
    layout = lay_out_along(pixels, ink, components, slope)
    is_scant = layout.glyph_count < _FEWEST
    if not recognizer.can_reject or is_scant:
        return Orientation(0, layout)
    if evidence(layout, recognizer, sample=_FIRST_SAMPLE) > _SURE:
        return Orientation(0, layout)
    ways = [Orientation(0, layout)]
    if may_turn:
        angle = _reading_angle(pixels, layout, components, recognizer, slope)
        if angle != slope:
            ways.append(_turned(pixels, ink, components, angle))
    return _complete(ways, pixels, recognizer)


def _complete(ways: Sequence[Orientation], pixels: Pixels, recognizer: Recognizer) -> Orientation:
    """Return the last of the ways in which a page may lie, with the words that run across it.

    Where words run in many directions a page reads badly along each of them: then it stays as it
    stands unless all of it reads better by a margin.
    """
    whole: list[tuple[float, Orientation]] = []
    for way in reversed(ways):
        upright = np.rot90(pixels, way.quarters)
        layout = with_stray_words(upright, way.layout, recognizer)
        if len(ways) == 1:
            return replace(way, layout=layout)
        strength = evidence(layout, recognizer) - (_MARGIN if way is not ways[0] else 0.0)
        whole.append((strength, replace(way, layout=layout)))
        if strength > _CLEAR:
            break
    return max(whole, key=lambda one: one[0])[1]


def _reading_angle(
    pixels: Pixels, layout: Layout, components: Components, recognizer: Recognizer, slope: float
) -> float:
    """Return the direction in which a page reads best, laid out along ``slope`` at first."""
    ink = layout.ink
    margin = max(_MARGIN, _PROOF / layout.glyph_count)
    upright = evidence(layout, recognizer)
    flipped = evidence(layout, recognizer, is_flipped=True)
    ways = [(upright, upright, slope), (flipped - margin, flipped, slope + 180.0)]
    if max(upright, flipped) < _CLEAR or abs(upright - flipped) < _MARGIN:
        for other in likely_directions(components):
            if between(other, slope) >= _OTHER:
                across = lay_out_along(pixels, ink, components, other)
                for turn in (0.0, 180.0):
                    strength = evidence(across, recognizer, is_flipped=turn > 0)
                    ways.append((strength - margin - _cost(other), strength, other + turn))
    # What a way must be better by is no doubt in what it reads.
    _, strength, angle = max(ways)
    return slope if strength < _DOUBTFUL else angle


def _cost(angle: float) -> float:
    """Return what else a direction's evidence must be better by: few pages lie askew."""
    askew = abs((angle + 45.0) % 90.0 - 45.0) > _ASKEW
    return _MARGIN_ASKEW if askew else 0.0


def _turned(pixels: Pixels, ink: InkImage, components: Components, angle: float) -> Orientation:
    """Return the page with its rows, which are read along ``angle``, upright."""
    angle = (angle + 180.0) % 360.0 - 180.0
    quarters = 0 if abs(angle) < _STAYS else round(angle / 90.0) % 4
    rest = (angle - 90.0 * quarters + 180.0) % 360.0 - 180.0
    if quarters:
        ink = quarter_turned(ink, quarters)
        components = find_components(ink)
        pixels = np.rot90(pixels, quarters)
    return Orientation(quarters, lay_out_along(pixels, ink, components, rest))
