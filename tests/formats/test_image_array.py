"""Samples that a script or the clipboard hands over become an image of their own, or an error."""

from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.image_file import image_from_array

GREY = np.linspace(0, 255, 12 * 20).reshape(12, 20).astype(np.uint8)
RGB = np.stack([GREY, GREY[::-1], 255 - GREY], axis=-1)


@pytest.mark.parametrize(
    "array",
    [
        np.array([[0, 128, 255]], np.uint8),
        np.array([[0, 128 * 257, 65535]], np.uint16),
        np.array([[0, 128 * 257, 65535]], ">u2"),
        np.array([[0, 128 * 257, 65535]], "<u2"),
        np.array([[0, 128 / 255, 1]], np.float64),
        np.array([[0, 128 / 255, 1]], ">f4"),
        np.array([[0, 128 / 255, 1]], np.float32),
        np.array([[[0], [128], [255]]], np.uint8),
    ],
)
def test_arrays_of_any_depth(array: np.ndarray[Any, Any]) -> None:
    image = image_from_array(array, "clipboard")
    assert image.pixels.tolist() == [[0, 128, 255]]
    assert image.source == "clipboard"
    assert not image.pixels.flags.writeable


def test_array_is_a_private_copy() -> None:
    array = np.zeros((2, 3), np.uint8)
    image = image_from_array(array)
    array[:] = 9
    assert image.pixels.max() == 0
    assert array.flags.writeable


def test_boolean_and_colour_arrays() -> None:
    assert image_from_array(np.array([[True, False]])).pixels.tolist() == [[255, 0]]
    assert np.array_equal(image_from_array(RGB[:, ::-1]).pixels, RGB[:, ::-1])
    transparent = np.zeros((2, 2, 4), np.uint8)
    assert image_from_array(transparent).pixels.tolist() == [[[255] * 3] * 2] * 2


@pytest.mark.parametrize(
    ("array", "reason"),
    [
        (np.zeros(5, np.uint8), "shape 5"),
        (np.zeros((2, 2, 2), np.uint8), "shape 2 x 2 x 2"),
        (np.zeros((0, 4), np.uint8), "no pixels"),
        (np.zeros((2, 2), np.int64), "int64"),
        (np.zeros((2, 2), np.complex64), "complex64"),
        (np.full((2, 2), 1.5), "outside 0..1"),
        (np.full((2, 2), np.nan), "outside 0..1"),
        (np.array("text"), "shape"),
    ],
)
def test_foreign_arrays_are_refused(array: np.ndarray[Any, Any], reason: str) -> None:
    with pytest.raises(ImageFileError, match=reason) as caught:
        image_from_array(array)
    assert caught.value.advice
