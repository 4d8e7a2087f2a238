"""What a person is told about a glyph: its step of certainty, a percentage and words."""

import math
from collections.abc import Sequence

from ocrdesk.page.elements import UNREADABLE, Glyph, Prediction
from ocrdesk.ui.appearance import DOUBT, Certainty, certainty_of
from ocrdesk.ui.translation import later, tr

_WORDS = {
    Certainty.CONFIRMED: later("confirmed"),
    Certainty.CERTAIN: later("almost certain"),
    Certainty.LIKELY: later("likely"),
    Certainty.DOUBTFUL: later("doubtful"),
    Certainty.UNREADABLE: later("unreadable"),
    Certainty.UNREAD: later("not read yet"),
}


def glyph_certainty(glyph: Glyph) -> Certainty:
    """Return the step at which the glyph stands; thousands are asked when a page is shown."""
    if glyph.correction is not None:
        return Certainty.CONFIRMED
    if not glyph.predictions:
        return Certainty.UNREAD
    character, probability = glyph.predictions[0]
    if character == UNREADABLE:
        return Certainty.UNREADABLE
    return certainty_of(probability, is_confirmed=False)


def certainty_words(certainty: Certainty) -> str:
    """Return the step in words; what a chosen line lets pass may be far from certain."""
    if certainty == Certainty.CERTAIN and not DOUBT.is_usual:
        return tr("sure enough")
    return tr(_WORDS[certainty])


def percent(probability: float) -> str:
    """Return the probability for reading; 100 % is kept for what a person confirmed."""
    if probability >= 0.995:
        return "> 99 %"
    if 0.0 < probability < 0.005:
        return "< 1 %"
    return f"{math.floor(probability * 100 + 0.5)} %"


def unbroken(character: str, probability: float) -> str:
    """Return a character with its probability, both on one line wherever text wraps."""
    return f"{character} {percent(probability)}".replace(" ", "\N{NO-BREAK SPACE}")


def spoken(glyph: Glyph) -> str:
    """Return the glyph in one phrase, for tooltips and screen readers."""
    if glyph.is_confirmed:
        return tr("{character}, confirmed").format(character=glyph.character)
    if not glyph.predictions:
        return tr("Not read yet")
    words = certainty_words(glyph_certainty(glyph))
    if glyph.is_unreadable:
        return tr("{certainty}, {probability} no character").format(
            certainty=words.capitalize(), probability=percent(glyph.probability)
        )
    return f"{glyph.character}, {words}, {percent(glyph.probability)}"


def readings(glyph: Glyph) -> tuple[Prediction, ...]:
    """Return the characters that the glyph may be, the most probable first."""
    return tuple(p for p in glyph.predictions if p.character != UNREADABLE)


def shared_readings(glyphs: Sequence[Glyph]) -> tuple[Prediction, ...]:
    """Return the characters that all of several glyphs may be, by their mean probability.

    Glyphs that were never read count nothing. There are none where the glyphs are different ones: a
    third for each of E, H and T, all sure, would look like doubt.
    """
    read = [glyph for glyph in glyphs if glyph.predictions]
    if len({glyph.character for glyph in read}) > 1:
        return ()
    sums: dict[str, float] = {}
    for glyph in read:
        for character, probability in readings(glyph):
            sums[character] = sums.get(character, 0.0) + probability
    shared = [Prediction(character, total / len(read)) for character, total in sums.items()]
    return tuple(sorted(shared, key=lambda prediction: -prediction.probability))


def alternatives(glyph: Glyph, *, count: int = 3) -> str:
    """Return the glyph and what else the network thought of, for a tooltip."""
    first = spoken(glyph)
    others = [p for p in readings(glyph) if p.character != glyph.character][:count]
    rest = ", ".join(f"{p.character} {percent(p.probability)}" for p in others)
    return first + "\n" + tr("else {others}").format(others=rest) if rest else first
