"""Brings the samples of every dataset to one convention: uint8, ink 255 on paper 0."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.pixels import Pixels, luma

_POLARITY_SAMPLE = 2000  # images that vote on what is paper
_FAINTEST_INK = 0.25  # of the contrast between paper and darkest ink; below is paper grain


def ink_from_samples(samples: npt.NDArray[Any], name: str) -> Pixels:
    """Return (n, h, w) uint8 ink of samples (n, h, w) in any usual type, range and polarity.

    Whole numbers count 0..1, 0..255 or 0..65535, floats 0..1 or 0..255: the smallest range that
    holds all of the dataset. Raises DatasetError, naming ``name``, for anything else.
    """
    images = _bytes(samples, name)
    return np.uint8(255) - images if is_paper_light(images) else images


def ink_from_pictures(pictures: Sequence[Pixels]) -> tuple[Pixels, ...]:
    """Return the ink of photographed or scanned pictures, (h, w) grey or (h, w, 3) RGB each.

    One polarity is found for all, then each is stretched: its paper becomes 0, the grain of
    the paper with it, its strongest ink 255.
    """
    greys = [luma(picture) for picture in pictures]
    if is_paper_light(greys):
        greys = [np.uint8(255) - grey for grey in greys]
    return tuple(_stretched(grey) for grey in greys)


def is_paper_light(images: Sequence[Pixels] | Pixels) -> bool:
    """Tell whether most pictures show dark ink on light paper.

    The border of a picture is mostly paper; if what lies inside is darker on average than the
    border's median, the ink is dark. Each of up to 2,000 pictures spread over all has a vote.
    """
    step = max(1, len(images) // _POLARITY_SAMPLE)
    votes = borders = count = 0.0
    for index in range(0, len(images), step):
        image = images[index]
        paper = float(np.median(_border(image)))
        votes += np.sign(paper - image.mean(dtype=np.float64))
        borders += paper
        count += 1
    return votes > 0 if votes else borders / max(count, 1.0) > 127


def _border(image: Pixels) -> Pixels:
    return np.concatenate([image[0], image[-1], image[1:-1, 0], image[1:-1, -1]])


def _stretched(ink: Pixels) -> Pixels:
    paper = float(np.median(_border(ink)))
    contrast = float(ink.max()) - paper
    if contrast <= 0:
        return np.zeros_like(ink)
    scaled = (ink.astype(np.float32) - paper) / np.float32(contrast)
    scaled[scaled < _FAINTEST_INK] = 0
    stretched: Pixels = np.rint(scaled * 255).astype(np.uint8)
    return stretched


def _bytes(samples: npt.NDArray[Any], name: str) -> Pixels:
    if samples.dtype.kind not in "biuf":
        raise DatasetError(
            f"{name}: the images are of type {samples.dtype}, not numbers.",
            advice="Store them as 8-bit numbers from 0 to 255.",
        )
    if samples.dtype.kind == "f" and not np.isfinite(samples).all():
        raise DatasetError(
            f"{name}: {_first_image(~np.isfinite(samples))} has values that are not numbers.",
            advice="Store the images as 8-bit numbers from 0 to 255.",
        )
    whites = (1, 255) if samples.dtype.kind == "f" else (1, 255, 65535)
    high = samples.max()
    white = next((white for white in whites if high <= white), None)
    if white is None or samples.min() < 0:
        raise DatasetError(
            f"{name}: the images hold values from {samples.min():g} to {high:g}.",
            advice="Grey values from 0 to 255 or from 0 to 1 can be read.",
        )
    if samples.dtype == np.uint8 and white == 255:
        return samples
    scaled: Pixels = np.rint(samples * np.float32(255 / white)).astype(np.uint8)
    return scaled


def _first_image(is_wrong: npt.NDArray[np.bool_]) -> str:
    return f"image {int(np.argmax(is_wrong.reshape(len(is_wrong), -1).any(axis=1))) + 1}"
