"""Figures: numbers as CSV, ticks at round numbers, and pictures that hold what was measured."""

import csv
import io
from math import log10, nan

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.chart_axes import axis_of, place_axis
from ocrdesk.formats.chart_canvas import DARK_CHART, LIGHT_CHART
from ocrdesk.formats.chart_drawing import WIDTH, chart_png, draw_chart
from ocrdesk.formats.charts import (
    BarChart,
    Level,
    LineChart,
    MatrixChart,
    PictureChart,
    PictureRow,
    Series,
    chart_table,
)


def _lines(*series: Series, has_log_y: bool = False) -> LineChart:
    return LineChart(title="t", x_label="epoch", y_label="loss", series=series, has_log_y=has_log_y)


def _colors_in(image: Image.Image) -> set[tuple[int, ...]]:
    return {tuple(pixel) for pixel in np.asarray(image).reshape(-1, 3).tolist()}


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color[1:]))


def test_a_table_has_one_column_of_places_where_lines_share_them() -> None:
    chart = _lines(Series("one, two", (1, 2), (0.5, 0.25)), Series("b", (1, 2), (3, 4)))
    rows = list(csv.reader(io.StringIO(chart_table(chart))))
    assert rows == [["epoch", "one, two", "b"], ["1", "0.5", "3"], ["2", "0.25", "4"]]


def test_lines_with_places_of_their_own_have_a_pair_of_columns_each() -> None:
    chart = _lines(Series("a", (1, 2), (5, 6)), Series("b", (9,), (7,)))
    rows = list(csv.reader(io.StringIO(chart_table(chart))))
    assert rows == [["a: epoch", "a", "b: epoch", "b"], ["1", "5", "9", "7"], ["2", "6", "", ""]]


def test_a_confusion_matrix_is_written_with_both_names() -> None:
    counts = np.array([[5, 1], [0, 6]])
    chart = MatrixChart(title="t", x_label="read as", y_label="is", names=("A", "B"), counts=counts)
    rows = list(csv.reader(io.StringIO(chart_table(chart))))
    assert rows == [["is \\ read as", "A", "B"], ["A", "5", "1"], ["B", "0", "6"]]


def test_a_series_of_unequal_lengths_is_refused() -> None:
    with pytest.raises(ValueError, match="2 places and 1 values"):
        Series("a", (1, 2), (1,))


@pytest.mark.parametrize(
    ("values", "ticks"),
    [((0, 1), (0, 0.25, 0.5, 0.75, 1)), ((3, 97), (0, 25, 50, 75, 100)), ((2, 2), (1, 3))],
)
def test_ticks_stand_at_round_numbers_around_all_values(
    values: tuple[float, ...], ticks: tuple[float, ...]
) -> None:
    axis = axis_of(values)
    assert set(ticks) <= {round(tick, 9) for tick in axis.ticks}
    assert all(0 <= axis.place(value) <= 1 for value in values)


def test_a_log_axis_counts_in_powers_of_ten_and_leaves_out_zero() -> None:
    axis = axis_of((0.0, 2e-5, 0.3), is_log=True)
    assert (axis.low, axis.high) == (-5, 0)
    assert not axis.shows(0.0)
    assert axis.place(1e-5) == pytest.approx(0)
    assert [axis.tick_text(tick) for tick in (-5, -1, 0, 3)] == ["1e-5", "0.1", "1", "1,000"]


def test_a_short_log_axis_has_ticks_between_the_powers() -> None:
    axis = place_axis((54.0, 1728.0), is_log=True)
    assert [axis.tick_text(tick) for tick in axis.ticks] == ["100", "200", "500", "1,000"]
    assert axis.low == pytest.approx(log10(54))


def test_epochs_have_no_halves() -> None:
    assert place_axis((1.0, 2.0, 3.0)).ticks == (1.0, 2.0, 3.0)


def test_each_line_is_drawn_in_a_color_of_its_own_and_gaps_stay_gaps() -> None:
    places = tuple(map(float, range(40)))
    whole = Series("a", places, places)
    broken = Series("b", places, (*places[:10], *(nan,) * 29, 5.0))
    image = draw_chart(_lines(whole, broken), scale=1.0)
    found = _colors_in(image)
    assert _rgb(LIGHT_CHART.lines[0]) in found
    assert _rgb(LIGHT_CHART.lines[1]) in found
    assert image.width == WIDTH
    middle = np.asarray(image)[:, 400:600]
    assert _rgb(LIGHT_CHART.lines[1]) not in {tuple(p) for p in middle[90:].reshape(-1, 3).tolist()}


def test_a_taller_bar_holds_more_of_its_color() -> None:
    chart = BarChart(
        title="t", y_label="right", names=("a", "b"), values=(0.25, 0.75), is_share=True,
        levels=(Level("76 %", 0.76),),
    )  # fmt: skip
    pixels = np.asarray(draw_chart(chart, scale=1.0)).reshape(-1, 3)
    low, high = (int((pixels == _rgb(color)).all(axis=1).sum()) for color in LIGHT_CHART.lines[:2])
    assert high == pytest.approx(3 * low, rel=0.1)


def test_dark_figures_lie_on_dark_paper() -> None:
    image = draw_chart(_lines(Series("a", (0, 1), (0, 1))), DARK_CHART, scale=1.0)
    assert image.getpixel((0, 0)) == _rgb(DARK_CHART.paper)


def test_weights_of_either_sign_have_colors_of_their_own() -> None:
    pictures = np.array([[[1.0, -1.0]], [[0.0, 0.0]]], np.float32)
    chart = PictureChart(title="t", groups=(PictureRow("c", pictures),), is_signed=True)
    found = _colors_in(draw_chart(chart, scale=1.0))
    assert {_rgb(LIGHT_CHART.positive), _rgb(LIGHT_CHART.negative)} <= found


def test_a_matrix_of_one_class_and_a_row_of_zeros_can_be_drawn() -> None:
    for counts in (np.zeros((1, 1), np.int64), np.array([[0, 0], [1, 3]])):
        names = tuple("AB"[: len(counts)])
        chart = MatrixChart(title="t", x_label="x", y_label="y", names=names, counts=counts)
        assert draw_chart(chart, scale=1.0).height > 50


def test_a_figure_is_a_png_file_of_twice_the_size() -> None:
    content = chart_png(_lines(Series("a", (1,), (1,)), has_log_y=True))
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.width) == ("PNG", 2 * WIDTH)
