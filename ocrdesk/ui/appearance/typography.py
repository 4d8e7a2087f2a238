"""The type sizes, as shares of the person's own font, so that large print stays large."""

from PySide6.QtGui import QFont, QFontDatabase

CAPTION = 0.9
BODY = 1.0
TEXT = 1.15
HEADING = 1.15
TITLE = 1.6
DISPLAY = 3.6


def scaled_font(font: QFont, size: float, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return ``font`` at ``size`` times its own size."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * size)
    else:
        result.setPixelSize(max(1, round(font.pixelSize() * size)))
    result.setWeight(weight)
    return result


def letter_font(font: QFont, size: float = BODY) -> QFont:
    """Return the face for single characters: monospaced ones tell I, l and 1 apart."""
    result = scaled_font(font, size, weight=QFont.Weight.DemiBold)
    result.setFamilies([fixed_font(font).family()])
    return result


def fixed_font(font: QFont, size: float = BODY) -> QFont:
    """Return the system's monospaced font at ``size`` times the size of ``font``."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPointSizeF(max(font.pointSizeF(), 1.0) * size)
    return fixed
