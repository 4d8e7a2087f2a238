"""Sheets on a desk are found by their four sides, and seen from above."""

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from ocrdesk.vision.quadrilaterals import fitting_quadrilateral
from ocrdesk.vision.sheet import Sheet, find_sheet
from ocrdesk.vision.synthesis_camera import Camera, aim

PAPER, DESK = 225, 60
SHEET = (1400, 1000)

Pixels = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]


def _corners(size: tuple[int, int]) -> Points:
    return np.array([(0, 0), (size[0], 0), size, (0, size[1])], float)


def _camera(perspective: float, tilt: float = 0.0) -> Camera:
    rng = np.random.default_rng(3)
    return aim(SHEET, (1600, 1200), tilt=tilt, perspective=perspective, border=0.05, rng=rng)


def _photo(camera: Camera) -> Pixels:
    """A sheet with a dark line of writing on a desk."""
    picture = Image.new("L", (camera.width, camera.height), DESK)
    draw = ImageDraw.Draw(picture)
    draw.polygon([tuple(point) for point in camera.project(_corners(SHEET)).tolist()], fill=PAPER)
    line = camera.project(np.array([(200.0, 300.0), (1200.0, 300.0)]))
    draw.line([tuple(point) for point in line.tolist()], fill=30, width=7)
    noise = np.random.default_rng(1).normal(0, 3, (camera.height, camera.width))
    return np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("tilt", [0.0, 20.0, -35.0])
def test_a_sheet_seen_aslant_is_found_and_flattened(tilt: float) -> None:
    camera = _camera(1.6, tilt)
    photo = _photo(camera)
    sheet = find_sheet(photo)
    assert sheet is not None
    truth = camera.project(_corners(SHEET))
    assert np.abs(sheet.back(_corners(sheet.size)) - truth).max() < 12
    assert sheet.size[0] / sheet.size[1] == pytest.approx(1.4, rel=0.12)
    flat = sheet.flattened(photo)
    assert flat.shape == sheet.size[::-1]
    inside = flat[20:-20, 20:-20]
    assert np.mean(inside > (PAPER + DESK) / 2) > 0.98
    dark = np.flatnonzero((inside < 128).any(axis=1))
    assert len(dark) < 0.025 * len(inside)  # the line is level


def test_there_and_back_again() -> None:
    sheet = find_sheet(_photo(_camera(1.2)))
    assert sheet is not None
    points = np.array([(10.0, 20.0), (500.0, 300.0)])
    assert np.allclose(sheet.forth(sheet.back(points)), points)


def test_a_turned_sheet_leads_to_the_turned_picture() -> None:
    photo = _photo(_camera(1.2, 10.0))
    sheet = find_sheet(photo)
    assert sheet is not None
    turned = sheet.turned(1)
    assert turned.size == sheet.size[::-1]
    assert turned.picture == sheet.picture[::-1]
    flat, also = sheet.flattened(photo), turned.flattened(np.ascontiguousarray(np.rot90(photo)))
    assert np.abs(np.rot90(flat).astype(int) - also).mean() < 2
    assert np.allclose(sheet.turned(4).back(_corners(sheet.size)), sheet.back(_corners(sheet.size)))


def _blank(*shape: int) -> Pixels:
    return np.full(shape, PAPER, np.uint8)


def test_what_is_no_sheet_askew_is_left_alone() -> None:
    assert find_sheet(_blank(300, 400)) is None
    assert find_sheet(_blank(1, 1)) is None
    assert find_sheet(_photo(_camera(0.0, 15.0))) is None  # turned, and as seen from above
    photo = _photo(_camera(1.6))
    assert find_sheet(photo[:, 300:]) is None  # not whole
    assert find_sheet(255 - photo) is None  # a dark sheet: no paper
    round_one = Image.new("L", (800, 600), DESK)
    ImageDraw.Draw(round_one).ellipse((100, 50, 700, 550), fill=PAPER)
    assert find_sheet(np.asarray(round_one)) is None


def test_a_colour_picture_is_as_good() -> None:
    photo = _photo(_camera(1.6))
    grey, colour = find_sheet(photo), find_sheet(np.stack([photo] * 3, axis=2))
    assert isinstance(grey, Sheet)
    assert colour == grey


def _sized(photo: Pixels, factor: float) -> Pixels:
    size = (round(photo.shape[1] * factor), round(photo.shape[0] * factor))
    kind = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(photo).resize(size, kind))


def test_a_sheet_with_fine_lines_is_found_at_every_size() -> None:
    photo = _photo(_camera(1.6)).copy()
    photo[::4] = DESK  # every fourth row alone shows no sheet
    truth = find_sheet(_photo(_camera(1.6)))
    assert truth is not None
    for factor in (0.5, 1.0, 2.0):
        sheet = find_sheet(_sized(photo, factor))
        assert sheet is not None
        corners = sheet.back(_corners(sheet.size)) / factor
        assert np.abs(corners - truth.back(_corners(truth.size))).max() < 8


def test_a_dented_shape_has_no_four_sides() -> None:
    shape = np.zeros((100, 100), bool)
    shape[10:90, 10:90] = True
    corners = fitting_quadrilateral(shape)
    assert corners is not None
    assert sorted(map(tuple, corners.tolist())) == [(10, 10), (10, 90), (90, 10), (90, 90)]
    shape[10:50, 30:70] = False
    assert fitting_quadrilateral(shape) is None
    triangle = np.tri(100, 100, dtype=bool)
    assert fitting_quadrilateral(triangle) is None
