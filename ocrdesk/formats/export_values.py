"""What exports say alike: characters that every format can carry, and how sure a letter is."""

import math
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from ocrdesk.page.elements import UNREADABLE, Glyph, Prediction, ProcessingStep

_UNFIT = re.compile("[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
"""What XML 1.0 (section 2.2) cannot hold, and control characters besides."""

SUREST = 1 - 2**-25
"""Between one and the number of 32 bits before it: a network that says one has rounded."""


def fit(text: str) -> str:
    """Return a text with U+FFFD for control characters and halves of characters."""
    return _UNFIT.sub(UNREADABLE, text)


def file_text(name: str) -> str:
    """Return the name of a file, whose bytes need not be UTF-8, as a text."""
    return fit(name.encode("utf-8", "backslashreplace").decode())


def sureness(glyphs: Sequence[Glyph], *, digits: int = 4) -> float:
    """Return the mean probability of some letters, 0 to 1, with so many digits, rounded down.

    So only what a person confirmed has 1, as in JSON.
    """
    return _rounded_down(sum(map(_probability, glyphs)) / len(glyphs), digits)


def sureness_of_other(prediction: Prediction) -> float:
    """Return the probability of another reading, likewise."""
    return _rounded_down(_unconfirmed(prediction.probability), 4)


def percent(glyphs: Sequence[Glyph], *, digits: int = 0) -> str:
    """Return the same in percent, with so many digits after the point."""
    return f"{100 * sureness(glyphs, digits=digits + 2):.{digits}f}"


def settings_text(step: ProcessingStep, joint: str = "; ") -> str:
    """Return the settings of a step."""
    return fit(joint.join(f"{name}={value}" for name, value in step.settings))


def xml_text(root: ET.Element) -> str:
    """Return a document of XML, an element a row."""
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _probability(glyph: Glyph) -> float:
    return 1.0 if glyph.is_confirmed else _unconfirmed(glyph.probability)


def _unconfirmed(probability: float) -> float:
    value = float(probability)
    return min(value, SUREST) if value > 0 else 0.0


def _rounded_down(value: float, digits: int) -> float:
    parts: int = 10**digits
    return math.floor(value * parts + 1e-6) / parts  # 0.29 of 100 is 28.9999…
