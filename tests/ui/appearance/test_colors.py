"""The frames on the page can be told apart by eyes that lack one kind of cones."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from skimage.color import rgb2lab

from ocrdesk.ui.appearance.theme import PAPER_COLORS, PAPER_SELECTION

# Linear RGB as dichromats see it (Machado, Oliveira and Fernandes 2009, severity 1.0).
SIGHT = {
    "all cones": np.eye(3),
    "no red ones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "no green ones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "no blue ones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip


def seen(color: str, sight: np.ndarray) -> np.ndarray:
    """A colour in CIELAB, as those eyes see it."""
    parsed = QColor(color)
    channels = np.array([parsed.redF(), parsed.greenF(), parsed.blueF()])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    linear = np.clip(sight @ linear, 0, 1)
    channels = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    lab: np.ndarray = rgb2lab(channels[None, None]).ravel()
    return lab


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_frames_look_alike(sight: str) -> None:
    colors = {**{step.value: color for step, color in PAPER_COLORS.items()}, "": PAPER_SELECTION}
    labs = {name: seen(color, SIGHT[sight]) for name, color in colors.items()}
    for one, other in combinations(labs, 2):
        assert np.linalg.norm(labs[one] - labs[other]) >= 20, (one, other)
