"""Which way a page is up, decided by reading: writing makes sense one way only.

Marks crowd into rows along the direction of the writing, but they do so upside down as well. So
some of the glyphs are read either way; the way in which they are more probably characters, and
more surely certain ones, is the right one.

A network of capitals takes small letters for capitals, and often more surely so upside down. Where
it is in doubt, the model that knows both is asked, too: who reads some way best decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ocrdesk.services.case_telling import small_reader
from ocrdesk.services.evidence import evidence
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.stray_writing import with_stray_words
from ocrdesk.vision.components import Components, find_components
from ocrdesk.vision.directions import between, turn_between
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
_MARGIN_TURNED = 0.05  # and by this more where the page would be turned: most stand as they should
_OTHER = 15.0  # degrees from the rows that were laid out: nearer ones were found with them
_DOUBTFUL = -1.0  # what reads worse turns no page
_FAIRLY = -0.6  # who reads no way better than this is not believed against the page's own reader
_LESS_SURE = 0.1  # by which a model that tells more characters apart reads the same ones worse
_ROUND = "O0"  # which of them a letter is says nothing of the way it stands
_MOST = 0.5  # of the glyphs: words that run across the page and hold as many are its rows
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


@dataclass(frozen=True, slots=True)
class _Way:
    """A direction in degrees that a page may be read in, laid out along it or opposite to it.

    ``margin`` is what its evidence must be better by than that of the way looked at first.
    """

    layout: Layout
    angle: float
    margin: float = 0.0
    is_flipped: bool = False


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

    Rows that are known to run ``along`` a direction, in degrees, are laid out along it where they
    are steep, because a person has turned the page so, and where others would be found.
    Unless it ``may_turn``, rows are sought within 45 degrees of level and read as they stand; so
    they are by a network that takes anything for a character. Where reading leaves a doubt, words
    that run across the page are laid out by themselves.
    """
    if along is not None and abs(along) > _STEEPEST:
        return Orientation(0, lay_out_along(pixels, ink, components, along))
    slope = likely_slope(components)
    if along is not None and between(along, slope) >= _OTHER:
        slope = along
    layout = lay_out_along(pixels, ink, components, slope)
    is_scant = layout.glyph_count < _FEWEST
    if not recognizer.can_reject or is_scant:
        return Orientation(0, layout)
    if evidence(layout, recognizer, sample=_FIRST_SAMPLE) > _SURE:
        return Orientation(0, layout)
    lying, angle, reader = Orientation(0, layout), slope, recognizer
    if may_turn:
        angle, reader = _reading_angle(pixels, layout, components, recognizer, slope)
    if angle == slope:
        return _complete(lying, pixels, reader)
    return _either(lying, _turned(pixels, ink, components, angle), angle, pixels, reader)


def _complete(way: Orientation, pixels: Pixels, reader: Recognizer) -> Orientation:
    """Return a way in which a page may lie, with the words that run across it."""
    upright = np.rot90(pixels, way.quarters)
    return replace(way, layout=with_stray_words(upright, way.layout, reader))


def _either(
    lying: Orientation, turned: Orientation, angle: float, pixels: Pixels, reader: Recognizer
) -> Orientation:
    """Return the page as it lies or turned to be read along ``angle``, with words across it.

    Where words run in many directions a page reads badly along each of them: then it stays as it
    lies unless all of it reads better by a margin. Words that run across it as it lies do not
    count for that where they are the rows of the page turned.
    """
    turned = _complete(turned, pixels, reader)
    strength = evidence(turned.layout, reader) - _MARGIN
    if strength > _CLEAR:
        return turned
    lying = _complete(lying, pixels, reader)
    if _share_along(lying.layout, angle) > _MOST:
        return turned
    return turned if strength > evidence(lying.layout, reader) else lying


def _share_along(layout: Layout, angle: float) -> float:
    """Return which part of the glyphs stands in rows that are read along ``angle``, 0 to 1."""
    along = [
        len(row.clusters)
        for number, row in enumerate(layout.rows)
        if turn_between(layout.strip_of(number).placement.angle, angle) < _OTHER
    ]
    return sum(along) / max(layout.glyph_count, 1)


def _reading_angle(
    pixels: Pixels, layout: Layout, components: Components, recognizer: Recognizer, slope: float
) -> tuple[float, Recognizer]:
    """Return the direction in which a page reads best, laid out along ``slope`` at first.

    And who told so: where the recognizer doubts all ways, a reader of small letters may know.
    """
    margin = max(_MARGIN, _PROOF / layout.glyph_count)
    ways = [_Way(layout, slope), _Way(layout, slope + 180.0, margin, is_flipped=True)]
    strengths = _strengths(ways, recognizer)
    if max(strengths) < _CLEAR or abs(strengths[0] - strengths[1]) < _MARGIN:
        more = _across(pixels, layout, components, slope, margin)
        ways, strengths = [*ways, *more], [*strengths, *_strengths(more, recognizer)]
    reader, best = recognizer, ways[int(np.argmax(strengths))]
    if (
        _strength(best, recognizer, as_one=_ROUND) <= _SURE
        and (other := small_reader(recognizer)) is not None
    ):
        others = _strengths(ways, other)
        if max(others) > max(_FAIRLY, max(strengths) - _LESS_SURE):
            reader, strengths = other, others
    # What a way must be better by is no doubt in what it reads.
    _, strength, angle = max(
        (strength - way.margin, strength, way.angle)
        for way, strength in zip(ways, strengths, strict=True)
    )
    return slope if strength < _DOUBTFUL else angle, reader


def _strengths(ways: Sequence[_Way], reader: Recognizer) -> list[float]:
    return [_strength(way, reader) for way in ways]


def _strength(way: _Way, reader: Recognizer, *, as_one: str = "") -> float:
    return evidence(way.layout, reader, is_flipped=way.is_flipped, as_one=as_one)


def _across(
    pixels: Pixels, layout: Layout, components: Components, slope: float, margin: float
) -> list[_Way]:
    """Return both ways along each direction that rows may have besides ``slope``."""
    ways = []
    for other in likely_directions(components):
        if between(other, slope) >= _OTHER:
            across = lay_out_along(pixels, layout.ink, components, other)
            wanted = margin + _cost(other)
            ways += [_Way(across, other, wanted), _Way(across, other + 180.0, wanted, True)]
    return ways


def _cost(angle: float) -> float:
    """Return what else a direction's evidence must be better by: few pages lie so."""
    askew = abs((angle + 45.0) % 90.0 - 45.0) > _ASKEW
    turned = between(angle, 0.0) >= _STAYS
    return (_MARGIN_ASKEW if askew else 0.0) + (_MARGIN_TURNED if turned else 0.0)


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
