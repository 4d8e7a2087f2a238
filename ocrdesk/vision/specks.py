"""Specks taken out of the ink that was found, where a person asks for it."""

from dataclasses import replace

import numpy as np

from ocrdesk.vision.components import Components, find_components
from ocrdesk.vision.preprocess import InkImage


def without_specks(
    ink: InkImage, components: Components, height: float
) -> tuple[InkImage, Components]:
    """Return ink and components without what is smaller than the ink's settings ask for.

    ``height`` is that of the letters in pixels. Both are the same objects where nothing goes.
    """
    least = ink.settings.specks / 100 * height
    if least <= 0 or not len(components):
        return ink, components
    small = np.maximum(components.widths, components.heights) < least
    if not small.any():
        return ink, components
    gone = np.append(False, small)[components.labels]
    clean = replace(ink, mask=ink.mask & ~gone & (components.labels > 0))
    return clean, find_components(clean)
