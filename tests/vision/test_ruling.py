"""Printed lines and squares are found and taken off however faint they are."""

import numpy as np
import pytest

from ocrdesk.vision.layout import find_ink, lay_out
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.ruling import without_rules
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

LINES = (
    "THE QUICK BROWN FOX JUMPS OVER",
    "THE LAZY DOG WHILE FIVE WIZARDS",
    "MAKE A BOX OF LIQUOR JUGS",
    "PACK MY BAG WITH SIX DOZEN",
    "HOW VEXINGLY QUICK DAFT ZEBRAS",
    "JUMP AND RUN TO THE HILLS",
)


@pytest.mark.parametrize("pen", ["ballpoint", "black"])
def test_squares_as_large_as_letters_are_taken_off(pen: str) -> None:
    settings = PageSettings(
        width=1600,
        height=1200,
        pen=pen,
        ruling="squares",
        neatness=0.65,
        cap_height=0.05,
        noise=0.006,
    )
    page = synthesise_page(LINES, np.random.default_rng(1003), settings)
    layout = lay_out(page.pixels, *find_ink(page.pixels))
    assert len(layout.rows) == len(LINES)
    written = sum(len(line.replace(" ", "")) for line in LINES)
    assert abs(layout.glyph_count - written) <= 3


def test_strokes_of_letters_that_fill_a_strip_are_no_printed_lines() -> None:
    """They span half the height of such a picture; lines printed on paper are wider than that."""
    contrast = np.zeros((684, 1596), np.float32)
    for column in (250, 560, 840, 1180):
        contrast[190:500, column : column + 6] = 0.9
    ink = InkImage(contrast, contrast > 0, 1.0, is_inverted=False, noise=0.01)
    assert without_rules(ink) is ink
