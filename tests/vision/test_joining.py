"""Bars and dots that stand off from their letters are put to them before rows are sought."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ocrdesk.vision.components import find_components
from ocrdesk.vision.joining import join_bars
from ocrdesk.vision.preprocess import find_ink

_HEIGHT = 100  # pixels of a letter


def _letters(*strokes: tuple[int, int, int, int]) -> list[int]:
    """Return how many strokes each cluster is made of, left to right."""
    picture = Image.new("L", (800, 400), 240)
    draw = ImageDraw.Draw(picture)
    for stroke in strokes:
        draw.rectangle(stroke, fill=20)
    components = find_components(find_ink(np.asarray(picture), 1.0))
    assert len(components) == len(strokes)
    kept = np.ones(len(components), bool)
    clusters = join_bars(components, kept, float(_HEIGHT))
    return [len(cluster.members) for cluster in sorted(clusters, key=lambda one: one.box.left)]


_STEM, _FAR_STEM = (200, 150, 212, 250), (500, 150, 512, 250)


@pytest.mark.parametrize(
    ("bar", "expected"),
    [
        ((170, 118, 242, 130), [2, 1]),  # of T, a fifth of the letter above its stem
        ((200, 110, 212, 122), [2, 1]),  # the dot of i, a quarter above
        ((200, 276, 212, 288), [2, 1]),  # of an exclamation mark, below
        ((216, 190, 246, 202), [2, 1]),  # of E, F and H, hard beside
        ((200, 80, 212, 92), [1, 1, 1]),  # two thirds above: of another row
        ((300, 238, 312, 250), [1, 1, 1]),  # a full stop between letters
    ],
)
def test_a_bar_belongs_to_the_letter_that_it_stands_over(
    bar: tuple[int, int, int, int], expected: list[int]
) -> None:
    assert _letters(_STEM, _FAR_STEM, bar) == expected
