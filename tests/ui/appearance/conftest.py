"""The look of this folder's tests, and how far two colours stand apart."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from ocrdesk.ui.appearance import Appearance


@pytest.fixture
def look(appearance: Appearance) -> Appearance:
    """The look; one for all tests, as in the program."""
    return appearance


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = np.array([QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF()])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
