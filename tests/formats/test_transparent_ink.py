"""Ink on a transparent ground: what it is laid on decides whether it can be read."""

from pathlib import Path

import numpy as np
from PIL import Image

from ocrdesk.formats.image_file import open_images


def test_bright_ink_on_nothing_is_laid_on_black(tmp_path: Path) -> None:
    rgba = np.zeros((40, 3000, 4), np.uint8)
    rgba[..., :3] = 255
    rgba[10:20, 100:900, 3] = 255
    rgba[10, 100, 3] = 128
    Image.fromarray(rgba).save(tmp_path / "a.png")
    (image,) = open_images(tmp_path / "a.png")
    assert image.pixels[10, 99:102, 0].tolist() == [0, 128, 255]
    rgba[10:20, :, 3] = rgba[20:, :2000, 3] = 255  # a picture that brings its own paper
    Image.fromarray(rgba).save(tmp_path / "b.png")
    (image,) = open_images(tmp_path / "b.png")
    assert image.pixels.min() == 255
