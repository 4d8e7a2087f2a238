"""Figures drawn with Pillow, which every machine has that reads pages, in light or dark colours.

No plotting library: the command line stays light, and report and window show the same picture.
"""

import io
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageColor

from ocrdesk.formats.chart_axes import Axis, axis_of, place_axis
from ocrdesk.formats.chart_canvas import LIGHT_CHART, Canvas, ChartColors, Point
from ocrdesk.formats.charts import (
    BarChart,
    Chart,
    Level,
    LineChart,
    MatrixChart,
    PictureChart,
    Series,
)

WIDTH = 760.0
"""The width of a figure in its own units, which are pixels at scale 1."""
_LEFT, _RIGHT, _TOP, _BOTTOM, _PLOT = 74.0, 24.0, 52.0, 56.0, 300.0
_DASHES = (None, (7.0, 4.0), (2.0, 3.0), (11.0, 3.0), None, (7.0, 4.0), (2.0, 3.0))
_MOST_MARKS = 24
_GAP, _ROW_CAPTION = 4.0, 26.0


def draw_chart(
    chart: Chart, colors: ChartColors = LIGHT_CHART, *, scale: float = 2.0
) -> Image.Image:
    """Return the chart as a picture ``WIDTH`` · scale pixels wide, as high as it needs."""
    if isinstance(chart, LineChart):
        return _lines(chart, colors, scale)
    if isinstance(chart, BarChart):
        return _bars(chart, colors, scale)
    if isinstance(chart, MatrixChart):
        return _matrix(chart, colors, scale)
    return _pictures(chart, colors, scale)


def chart_png(chart: Chart, colors: ChartColors = LIGHT_CHART, *, scale: float = 2.0) -> bytes:
    """Return the chart as a PNG file."""
    content = io.BytesIO()
    draw_chart(chart, colors, scale=scale).save(content, "PNG")
    return content.getvalue()


# ---- lines and bars --------------------------------------------------------------------------


def _lines(chart: LineChart, colors: ChartColors, scale: float) -> Image.Image:
    legend = _legend_rows(chart)
    top = _TOP + 20.0 * len(legend)
    canvas = Canvas(WIDTH, top + _PLOT + _BOTTOM, colors, scale)
    values = [y for line in chart.series for y in line.ys] + [v.value for v in chart.levels]
    across = place_axis([x for line in chart.series for x in line.xs], is_log=chart.has_log_x)
    up = axis_of(values, is_log=chart.has_log_y, is_share=chart.is_share, bounds=chart.bounds)
    _title(canvas, chart.title)
    _legend(canvas, legend, chart)
    _frame(canvas, up, top, chart.y_label)
    for tick in across.ticks:
        x = _x(_tick_place(across, tick))
        canvas.line([(x, top + _PLOT), (x, top + _PLOT + 4)], colors.muted)
        place = (x, top + _PLOT + 8)
        told = colors.told(across.tick_text(tick))
        canvas.text(place, told, size=12, color=colors.muted, anchor="ma")
    _x_label(canvas, chart.x_label, top)
    _levels(canvas, chart.levels, up, top)
    for number, line in enumerate(chart.series):
        _line(canvas, line, number, across, up, top)
    return canvas.image()


def _line(canvas: Canvas, line: Series, number: int, across: Axis, up: Axis, top: float) -> None:
    runs: list[list[Point]] = [[]]
    for x, y in zip(line.xs, line.ys, strict=True):
        if across.shows(x) and up.shows(y):
            runs[-1].append((_x(across.place(x)), _y(up.place(y), top)))
        elif runs[-1]:
            runs.append([])
    for points in runs:
        _stroke(canvas, points, number)
        if len(line.xs) <= _MOST_MARKS:
            for point in points:
                canvas.mark(point, number, _color(canvas.colors, number))


def _stroke(canvas: Canvas, points: Sequence[Point], number: int) -> None:
    """Draw a line in the colour and the dashes of that number."""
    color, dashes = _color(canvas.colors, number), _DASHES[number % len(_DASHES)]
    if dashes is None:
        canvas.line(points, color, 2.0)
    else:
        canvas.dashed(points, color, 2.0, dashes)


def _bars(chart: BarChart, colors: ChartColors, scale: float) -> Image.Image:
    canvas = Canvas(WIDTH, _TOP + _PLOT + _BOTTOM, colors, scale)
    values = [0.0, *chart.values, *(level.value for level in chart.levels)]
    bounds = (0.0, 1.0) if chart.is_share else None
    up = axis_of(values, is_share=chart.is_share, bounds=bounds)
    _title(canvas, chart.title)
    _frame(canvas, up, _TOP, chart.y_label)
    step = (WIDTH - _LEFT - _RIGHT) / len(chart.names)
    bottom = _y(up.place(0.0), _TOP)
    for number, (name, value) in enumerate(zip(chart.names, chart.values, strict=True)):
        middle, width = _LEFT + step * (number + 0.5), min(0.6 * step, 90.0)
        y = _y(up.place(value), _TOP)
        corner, size = (middle - width / 2, min(y, bottom)), (width, abs(bottom - y))
        canvas.box(corner, size, _color(colors, number))
        told = f"{100 * value:.1f} %" if chart.is_share else f"{value:.3g}"
        if step > 34:
            canvas.text((middle, y - 5), colors.told(told), size=12, anchor="ms")
        canvas.text((middle, _TOP + _PLOT + 8), name, size=12, color=colors.muted, anchor="ma")
    _levels(canvas, chart.levels, up, _TOP)
    return canvas.image()


def _levels(canvas: Canvas, levels: tuple[Level, ...], up: Axis, top: float) -> None:
    for level in levels:
        y = _y(up.place(level.value), top)
        ends = [(_LEFT, y), (WIDTH - _RIGHT, y)]
        canvas.dashed(ends, canvas.colors.ink, 1.2, (4.0, 3.0))
        width = canvas.text_width(level.name, size=12)
        canvas.box((WIDTH - _RIGHT - width - 8, y - 20), (width + 8, 17), canvas.colors.paper)
        canvas.text((WIDTH - _RIGHT - 4, y - 7), level.name, size=12, anchor="rs")


def _frame(canvas: Canvas, up: Axis, top: float, label: str) -> None:
    for tick in up.ticks:
        y = _y(_tick_place(up, tick), top)
        canvas.line([(_LEFT, y), (WIDTH - _RIGHT, y)], canvas.colors.grid)
        place = (_LEFT - 8, y)
        told = canvas.colors.told(up.tick_text(tick))
        canvas.text(place, told, size=12, color=canvas.colors.muted, anchor="rm")
    bottom = top + _PLOT
    canvas.line([(_LEFT, bottom), (WIDTH - _RIGHT, bottom)], canvas.colors.muted)
    canvas.upright_text((14, top + _PLOT / 2), label, size=12.5, color=canvas.colors.muted)


def _legend_rows(chart: LineChart) -> list[list[int]]:
    """Return which lines share a row of the legend, as many as fit."""
    if len(chart.series) == 1:
        return []
    measure = Canvas(1, 1, LIGHT_CHART, 1)
    rows: list[list[int]] = []
    used = WIDTH
    for number, line in enumerate(chart.series):
        width = measure.text_width(line.name, size=12.5) + 52
        if used + width > WIDTH - _LEFT - _RIGHT:
            rows.append([])
            used = 0.0
        rows[-1].append(number)
        used += width
    return rows


def _legend(canvas: Canvas, rows: list[list[int]], chart: LineChart) -> None:
    for place, row in enumerate(rows):
        x, y = _LEFT, _TOP - 2 + 20.0 * place
        for number in row:
            line = chart.series[number]
            _stroke(canvas, [(x, y), (x + 26, y)], number)
            if len(line.xs) <= _MOST_MARKS:
                canvas.mark((x + 13, y), number, _color(canvas.colors, number))
            canvas.text((x + 32, y), line.name, size=12.5, anchor="lm")
            x += canvas.text_width(line.name, size=12.5) + 52


def _title(canvas: Canvas, words: str) -> None:
    canvas.text((_LEFT, 14), words, size=16, weight="strong")


def _x_label(canvas: Canvas, words: str, top: float) -> None:
    place = ((_LEFT + WIDTH - _RIGHT) / 2, top + _PLOT + 30)
    canvas.text(place, words, size=12.5, color=canvas.colors.muted, anchor="ma")


def _tick_place(axis: Axis, tick: float) -> float:
    return (tick - axis.low) / (axis.high - axis.low)


def _x(share: float) -> float:
    return _LEFT + share * (WIDTH - _LEFT - _RIGHT)


def _y(share: float, top: float) -> float:
    return top + (1 - min(max(share, 0.0), 1.0)) * _PLOT


def _color(colors: ChartColors, number: int) -> str:
    return colors.lines[number % len(colors.lines)]


# ---- matrices and pictures -------------------------------------------------------------------


def _matrix(chart: MatrixChart, colors: ChartColors, scale: float) -> Image.Image:
    """Draw shares of each row; their square roots, so that few mistakes show beside many hits."""
    count = len(chart.names)
    side = min((WIDTH - 90) / count, 32.0)
    canvas = Canvas(WIDTH, _TOP + side * count + 52, colors, scale)
    _title(canvas, chart.title)
    sums = np.maximum(chart.counts.sum(axis=1, keepdims=True), 1)
    shade = shader(colors.low, colors.high)(np.sqrt(chart.counts / sums))
    left, size = _LEFT, (side * count, side * count)
    canvas.picture((left, _TOP), size, Image.fromarray(shade))
    letters = min(12.0, side * 0.8)
    for place, name in enumerate(chart.names):
        middle = side * (place + 0.5)
        canvas.text((left - 6, _TOP + middle), name, size=letters, anchor="rm")
        canvas.text((left + middle, _TOP + size[1] + 5), name, size=letters, anchor="ma")
    canvas.upright_text(
        (left - 40, _TOP + size[1] / 2), chart.y_label, size=12.5, color=colors.muted
    )
    place_of_label = (left + size[0] / 2, _TOP + size[1] + 26)
    canvas.text(place_of_label, chart.x_label, size=12.5, color=colors.muted, anchor="ma")
    return canvas.image()


def _pictures(chart: PictureChart, colors: ChartColors, scale: float) -> Image.Image:
    left, room = 24.0, WIDTH - 48.0
    paints: list[Callable[[Canvas], None]] = []
    top, side = _TOP, 44.0
    for group in chart.groups:
        paints.append(partial(_write_caption, words=group.caption, top=top))
        top += _ROW_CAPTION
        per_row = max(1, int((room + _GAP) // (side + _GAP)))
        shades = shaded(group.pictures, colors, is_signed=chart.is_signed)
        pitch = side + _GAP + (16.0 if group.names else 0.0)
        for place, shade in enumerate(shades):
            row, column = divmod(place, per_row)
            corner = (left + column * (side + _GAP), top + row * pitch)
            name = group.names[place] if group.names else ""
            paints.append(partial(_paint, corner=corner, side=side, shade=shade, name=name))
        top += (-(-len(shades) // per_row)) * pitch + 12
    canvas = Canvas(WIDTH, top, colors, scale)
    canvas.text((left, 14), chart.title, size=16, weight="strong")
    for paint in paints:
        paint(canvas)
    return canvas.image()


def _write_caption(canvas: Canvas, *, words: str, top: float) -> None:
    canvas.text((24, top + 4), words, size=13, color=canvas.colors.muted)


def _paint(
    canvas: Canvas,
    *,
    corner: tuple[float, float],
    side: float,
    shade: npt.NDArray[np.uint8],
    name: str,
) -> None:
    canvas.picture(corner, (side, side), Image.fromarray(shade))
    if name:
        canvas.text((corner[0] + side / 2, corner[1] + side + 2), name, size=11.5, anchor="ma")


Shader = Callable[[npt.NDArray[np.floating]], npt.NDArray[np.uint8]]


def shader(low: str, high: str) -> Shader:
    """Return the function that turns shares 0 … 1 (…,) into colours (…, 3) between two."""
    ends = np.array([ImageColor.getrgb(low)[:3], ImageColor.getrgb(high)[:3]], np.float32)

    def shade(shares: npt.NDArray[np.floating]) -> npt.NDArray[np.uint8]:
        part = np.clip(shares, 0, 1)[..., np.newaxis]
        mixed: npt.NDArray[np.uint8] = (ends[0] * (1 - part) + ends[1] * part + 0.5).astype(
            np.uint8
        )
        return mixed

    return shade


def shaded(
    pictures: npt.NDArray[np.float32], colors: ChartColors, *, is_signed: bool
) -> npt.NDArray[np.uint8]:
    """Return pictures (n, h, w) in colours (n, h, w, 3): ink on paper, or weights about zero."""
    if not is_signed:
        return shader(colors.paper, colors.ink)(pictures)
    peak = float(np.abs(pictures).max()) or 1.0
    below = shader(colors.paper, colors.negative)(-pictures / peak)
    above = shader(colors.paper, colors.positive)(pictures / peak)
    return np.where((pictures < 0)[..., np.newaxis], below, above)
