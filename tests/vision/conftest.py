"""Plain pages drawn from the project's own skeletons, for tests that need exact knowledge."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.vision.stroke_font import CAP_HEIGHT, variants
from ocrdesk.vision.strokes import draw

Pixels = npt.NDArray[np.uint8]
DrawPage = Callable[..., Pixels]

_MARGIN = 60


def _draw_page(
    lines: Sequence[str],
    *,
    cap: float = 40.0,
    slope: float = 0.0,
    pen: float = 4.0,
    paper: int = 235,
    ink: int = 40,
    gap: float = 0.35,
    space: float = 1.3,
) -> Pixels:
    """Return a grey page; ``slope`` is rise over run, positive where rows fall."""
    strokes = []
    width = _MARGIN
    for number, line in enumerate(lines):
        x = float(_MARGIN)
        for character in line:
            if character == " ":
                x += (space - gap) * cap
                continue
            drawing = variants(character)[0]
            points = np.concatenate(drawing)
            left, right = points[:, 0].min(), points[:, 0].max()
            for stroke in drawing:
                moved = (stroke - [left, 0.0]) / CAP_HEIGHT * cap
                strokes.append(moved + np.array([x, _MARGIN + number * 2.0 * cap + slope * x]))
            x += float(right - left) / CAP_HEIGHT * cap + gap * cap
        width = max(width, int(x))
    height = int(_MARGIN * 2 + (2.0 * len(lines) - 1) * cap + max(0, slope) * width)
    rise = max(0.0, -slope * width)
    shifted = [np.asarray(stroke + np.array([0.0, rise]), np.float32) for stroke in strokes]
    cover = draw(shifted, (height + int(rise), width + _MARGIN), pen_width=pen) / 255.0
    return np.round(paper + (ink - paper) * cover).astype(np.uint8)


@pytest.fixture
def draw_page() -> DrawPage:
    """Draw rows of capitals and digits in one plain hand, without any noise."""
    return _draw_page
