"""Pictures of whole rows: level, of one size, with nothing in them that is not the row's."""

from collections.abc import Callable
from math import atan, degrees
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ocrdesk.geometry import BoundingBox
from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Rules
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout, LayoutRow, find_ink, lay_out
from ocrdesk.vision.pieces import span_of
from ocrdesk.vision.row_pictures import RowGeometry, RowPicture, draw_row

Pixels = npt.NDArray[np.uint8]
DrawPage = Callable[..., Pixels]

GEOMETRY = RowGeometry()


def _laid_out(page: Pixels, settings: InkSettings = AUTOMATIC) -> tuple[Layout, LayoutRow]:
    layout = lay_out(page, *find_ink(page, settings))
    return layout, layout.rows[0]


def _picture(layout: Layout, row: LayoutRow, **changes: Any) -> RowPicture:
    """Return the picture of a row, ``angle`` or ``height`` told otherwise than the layout does."""
    told = {"angle": row.angle, "height": row.height, **changes}
    return draw_row(layout.components, row.clusters, geometry=GEOMETRY, **told)


def _turned(page: Pixels, angle: float) -> Pixels:
    """Return the page turned so that rows fall by the angle."""
    picture = Image.fromarray(page)
    return np.asarray(
        picture.rotate(-angle, Image.Resampling.BICUBIC, expand=True, fillcolor=int(page[0, 0]))
    )


def _difference(one: Pixels, other: Pixels) -> float:
    """Return how far two pictures differ, in shares of the ink of the first."""
    width = min(one.shape[1], other.shape[1])
    apart = np.abs(one[:, :width].astype(float) - other[:, :width])
    return float(apart.sum() / one.sum(dtype=float))


def _ink_height(picture: RowPicture) -> int:
    rows = np.flatnonzero(picture.pixels.max(axis=1) > 100)
    return int(rows[-1] - rows[0] + 1)


def test_letters_are_of_one_size_whatever_the_resolution(draw_page: DrawPage) -> None:
    usual, *others = (
        _picture(*_laid_out(draw_page(["HOUSE 7"], cap=cap, pen=cap / 10)), angle=0.0)
        for cap in (40, 20, 80)
    )
    assert usual.pixels.dtype == np.uint8
    assert usual.pixels.shape[0] == GEOMETRY.height
    assert GEOMETRY.letter - 1 <= _ink_height(usual) <= GEOMETRY.letter + 3  # and half a pen
    for other in others:
        assert abs(other.pixels.shape[1] - usual.pixels.shape[1]) <= 1
        assert _difference(usual.pixels, other.pixels) < 0.2


def test_the_row_stands_in_the_middle_with_margins_of_paper(draw_page: DrawPage) -> None:
    pixels = _picture(*_laid_out(draw_page(["HOUSE"]))).pixels
    rows, columns = np.nonzero(pixels > 60)
    assert abs(rows.mean() - (GEOMETRY.height - 1) / 2) < 1
    assert columns.min() in (GEOMETRY.margin - 1, GEOMETRY.margin)
    assert pixels.shape[1] - 1 - columns.max() in (GEOMETRY.margin - 1, GEOMETRY.margin)
    assert pixels[:, : GEOMETRY.margin - 2].max() == 0


@pytest.mark.parametrize("angle", [-25, 0, 20])
def test_turned_rows_come_out_level(draw_page: DrawPage, angle: float) -> None:
    page = draw_page(["HOUSES"])
    layout, row = _laid_out(page)
    height = row.height
    level = _picture(layout, row, angle=0.0)
    layout, row = _laid_out(_turned(page, angle))
    turned = _picture(layout, row, angle=angle, height=height)
    assert abs(turned.pixels.shape[1] - level.pixels.shape[1]) <= 1
    assert abs(_ink_height(turned) - _ink_height(level)) <= 1
    assert _difference(level.pixels, turned.pixels) < 0.3
    # The layout's angle of six letters is a few degrees off: letters then climb, no more.
    assert abs(row.angle - angle) < 8
    assert _ink_height(_picture(layout, row)) < 2 * _ink_height(level)


def test_other_rows_ink_is_left_out(draw_page: DrawPage) -> None:
    slope = 0.25  # the box around the first row holds letters of the second
    layout, _ = _laid_out(draw_page(["HOUSEHOLD", "NNNNNNNNN"], slope=slope, gap=0.2))
    assert len(layout.rows) == 2
    first, second = layout.rows
    angle = degrees(atan(slope))
    shown = _picture(layout, first, angle=angle).pixels
    assert min(c.box.top for c in second.clusters) < max(c.box.bottom for c in first.clusters)
    both = draw_row(
        layout.components,
        [*first.clusters, *second.clusters],
        angle=angle,
        height=first.height,
        geometry=GEOMETRY,
    ).pixels
    alone, row = _laid_out(draw_page(["HOUSEHOLD"], slope=slope, gap=0.2))
    expected = _picture(alone, row, angle=angle).pixels
    assert _difference(expected, shown) < 0.1
    assert _difference(expected, both) > 0.5


@pytest.mark.parametrize("cap", [20, 160])
def test_thin_pens_are_dark_too(draw_page: DrawPage, cap: float) -> None:
    pixels = _picture(*_laid_out(draw_page(["HOUSE"], cap=cap, pen=max(cap / 60, 1.2)))).pixels
    assert pixels.max() == 255
    columns = pixels.max(axis=0)[GEOMETRY.margin : -GEOMETRY.margin]
    letters = columns[columns > 0]
    assert len(letters) > 3 * GEOMETRY.letter
    assert np.median(letters) > 100


def test_a_height_that_the_ink_belies_is_not_believed(draw_page: DrawPage) -> None:
    layout, row = _laid_out(draw_page(["HOUSE"]))
    usual = _ink_height(_picture(layout, row))
    for wrong in (0.1, 0.3, 3.0, 50.0):
        found = _picture(layout, row, height=row.height * wrong)
        assert 0.6 * usual < _ink_height(found) < 1.6 * usual
    slightly = _picture(layout, row, height=row.height * 1.1)
    assert slightly.scale == pytest.approx(_picture(layout, row).scale / 1.1)


@pytest.mark.parametrize("slope", [0.0, 0.2])
def test_columns_lead_back_to_where_ink_lies(draw_page: DrawPage, slope: float) -> None:
    layout, row = _laid_out(draw_page(["HILL 70"], slope=slope))
    picture = _picture(layout, row)
    is_inked = picture.pixels.max(axis=0) > 60
    spans = [span_of(cluster, row.angle) for cluster in row.clusters]
    columns = picture.columns(np.array(spans))
    assert columns[0, 0] == pytest.approx(GEOMETRY.margin, abs=1.5)
    for first, last in columns:
        assert is_inked[int(first) + 1 : int(last)].any()
    for before, after in zip(columns[:-1, 1], columns[1:, 0], strict=True):
        assert not is_inked[round((before + after) / 2)]
    assert columns[-1, 1] == pytest.approx(len(is_inked) - GEOMETRY.margin, abs=1.5)


def test_a_dot_alone_is_drawn(draw_page: DrawPage) -> None:
    layout, row = _laid_out(draw_page(["HOUSE"]))
    component = int(np.argmin(layout.components.areas))
    whole = _picture(layout, row)
    (smallest,) = (c for c in row.clusters if component in c.members)
    picture = draw_row(
        layout.components, [smallest], angle=0.0, height=row.height, geometry=GEOMETRY
    )
    assert picture.pixels.max() == 255
    assert picture.pixels.shape[1] < whole.pixels.shape[1]


def test_a_long_line_alone_makes_no_endless_picture(draw_page: DrawPage) -> None:
    page = draw_page(["HOUSE HOUSE HOUSE HOUSE"])
    page[-40:-38, 60:900] = 40
    layout, row = _laid_out(page, InkSettings(rules=Rules.KEEP))
    line = int(np.argmax(layout.components.widths))
    cluster = Cluster((line,), BoundingBox(*layout.components.boxes[line].tolist()))
    assert cluster.box.width > 300 * cluster.box.height
    picture = draw_row(
        layout.components, [cluster], angle=0.0, height=row.height, geometry=GEOMETRY
    )
    assert 1000 < picture.pixels.shape[1] <= 1001 * GEOMETRY.letter + 2 * GEOMETRY.margin


@pytest.mark.parametrize(
    "sizes",
    [
        {"height": 20, "letter": 20},
        {"letter": 3},
        {"height": 300},
        {"margin": -1},
        {"margin": 65},
        {"stride": 0},
        {"stride": 21},
    ],
)
def test_geometry_without_room_is_refused(sizes: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"room for letters|wider than letters"):
        RowGeometry(**sizes)


def test_geometry_is_of_whole_pixels() -> None:
    with pytest.raises(TypeError, match="parts of pixels"):
        RowGeometry(letter=20.0)  # type: ignore[arg-type]
