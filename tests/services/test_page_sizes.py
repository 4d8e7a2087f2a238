"""The same page at half and at double size gives the same text: no step assumes a resolution."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk import paths
from ocrdesk.formats.image_file import SourceImage, open_images
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer

HALF, DOUBLE = 0.5, 2.0


def _sized(image: SourceImage, factor: float) -> SourceImage:
    picture = Image.fromarray(image.pixels)
    kind = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    size = (round(picture.width * factor), round(picture.height * factor))
    return replace(image, pixels=np.asarray(picture.resize(size, kind)))


def _texts(file: Path, recognizer: Recognizer, *factors: float) -> list[str]:
    image = next(iter(open_images(file)))
    images = [image, *(_sized(image, factor) for factor in factors)]
    return [run(recognize(one, recognizer)).page.text for one in images]


@pytest.mark.parametrize("name", ["welcome.jpg", "alphabet.jpg"])
def test_a_sample_reads_alike_at_half_and_double_size(name: str, recognizer: Recognizer) -> None:
    file = paths.resources_folder() / "samples" / name
    whole, half, double = _texts(file, recognizer, HALF, DOUBLE)
    assert whole
    assert half == whole
    assert double == whole


@pytest.mark.parametrize("name", ["02_letters.jpg", "detached_bars.jpg", "tilted_sheet.jpg"])
def test_a_shared_page_reads_alike_at_half_size(
    name: str, shared_data: Path, recognizer: Recognizer
) -> None:
    whole, half = _texts(shared_data / "pages" / name, recognizer, HALF)
    assert whole
    assert half == whole
