"""Pyramids hold the image in halves, whatever its shape, from any thread."""

import threading
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.ui.views.image_pyramid import ImagePyramid, build_pyramid, words_of


def test_levels_halve_down_to_a_small_image() -> None:
    pyramid = build_pyramid(np.zeros((1001, 2003), np.uint8))
    sizes = [(level.width(), level.height()) for level in pyramid.levels]
    assert sizes == [(2003, 1001), (1002, 501), (501, 251)]
    assert (pyramid.width, pyramid.height) == (2003, 1001)


@pytest.mark.parametrize("shape", [(700, 500), (700, 500, 3), (1, 1), (513, 258, 3)])
def test_pixels_are_exact_at_full_size(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 256, shape, dtype=np.uint8)
    pixels.setflags(write=False)
    image = build_pyramid(pixels).levels[0]
    for y, x in ((0, 0), (shape[0] - 1, shape[1] - 1), (shape[0] // 2, shape[1] // 3)):
        color = image.pixelColor(x, y)
        expected = np.broadcast_to(pixels[y, x], 3).tolist()
        assert [color.red(), color.green(), color.blue()] == expected


def test_halves_are_means() -> None:
    pixels = np.zeros((600, 600), np.uint8)
    pixels[::2] = 200
    small = build_pyramid(pixels).levels[1]
    shades = {small.pixelColor(x, y).red() for x in (0, 150, 299) for y in (0, 127, 128, 299)}
    assert all(abs(shade - 100) <= 2 for shade in shades)


def test_slices_that_are_not_contiguous_are_fine() -> None:
    pixels = np.arange(400 * 400, dtype=np.uint32).reshape(400, 400).astype(np.uint8)
    image = build_pyramid(pixels[::2, ::-1]).levels[0]
    assert image.pixelColor(0, 1).red() == pixels[2, 399]


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.float32),
        np.zeros((4, 4, 4), np.uint8),
        np.zeros((0, 4), np.uint8),
        np.zeros(4, np.uint8),
    ],
)
def test_what_is_no_image_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="cannot show an array"):
        build_pyramid(pixels)


def test_a_level_is_chosen_for_each_scale() -> None:
    pyramid = build_pyramid(np.zeros((2000, 2000), np.uint8))
    widths = [pyramid.level_for(scale).width() for scale in (4.0, 1.0, 0.6, 0.5, 0.3, 0.25, 0.01)]
    assert widths == [2000, 2000, 2000, 1000, 1000, 500, 250]


def test_a_worker_can_build_it() -> None:
    built: list[ImagePyramid] = []
    pixels = np.full((900, 900, 3), 7, np.uint8)
    thread = threading.Thread(target=lambda: built.append(build_pyramid(pixels)))
    thread.start()
    thread.join()
    assert built[0].levels[-1].pixelColor(3, 3).red() == 7


def _flags_of_memory(address: int) -> set[str]:
    """Return what the system knows of the part of this process's memory that holds an address."""
    is_it = False
    for line in Path("/proc/self/smaps").read_text().splitlines():
        first, *rest = line.split()
        if "-" in first and ":" not in first:
            start, end = (int(part, 16) for part in first.split("-"))
            is_it = start <= address < end
        elif is_it and first == "VmFlags:":
            return set(rest)
    return set()


@pytest.mark.skipif(
    not Path("/sys/kernel/mm/transparent_hugepage/enabled").is_file(),
    reason="the system has no large pages",
)
def test_a_large_image_lies_in_large_pages() -> None:
    """So that giving it back does not keep the window's thread."""
    large = build_pyramid(np.zeros((5000, 4000), np.uint8)).levels[0]
    words = words_of(large)
    assert "hg" in _flags_of_memory(words.ctypes.data + words.nbytes // 2)
