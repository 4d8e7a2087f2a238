"""What a figure shows, as frozen data: a report, a window and a CSV file are made of the same."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Row: TypeAlias = Sequence[object]


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, and as many ys as xs; what is no finite number leaves a gap."""

    name: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.xs) != len(self.ys):
            raise ValueError(f"{self.name}: {len(self.xs)} places and {len(self.ys)} values")


@dataclass(frozen=True, slots=True)
class Level:
    """A value to compare with, drawn across the chart."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """Lines over a common axis.

    ``has_log_y`` and ``has_log_x`` count in powers of ten; values that are not above zero leave a
    gap there. ``is_share`` writes values 0 … 1 as percentages. ``bounds`` are those of the upright
    axis, by default those of the values.
    """

    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    levels: tuple[Level, ...] = ()
    has_log_x: bool = False
    has_log_y: bool = False
    is_share: bool = False
    bounds: tuple[float, float] | None = None

    def rows(self) -> Iterable[Row]:
        """Return the table: a column of places, where lines differ in them a pair for each line."""
        if len({line.xs for line in self.series}) == 1:
            yield [self.x_label, *(line.name for line in self.series)]
            yield from zip(self.series[0].xs, *(line.ys for line in self.series), strict=True)
            return
        yield [name for line in self.series for name in (f"{line.name}: {self.x_label}", line.name)]
        columns = [column for line in self.series for column in (line.xs, line.ys)]
        yield from zip_longest(*columns, fillvalue="")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """A bar for each name; ``is_share`` as for lines."""

    title: str
    y_label: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    levels: tuple[Level, ...] = ()
    is_share: bool = False

    def rows(self) -> Iterable[Row]:
        """Return names and values."""
        yield ["", self.y_label]
        yield from zip(self.names, self.values, strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixChart:
    """How often what stands at the left was taken for what stands below: counts (n, n)."""

    title: str
    x_label: str
    y_label: str
    names: tuple[str, ...]
    counts: npt.NDArray[np.int64]

    def rows(self) -> Iterable[Row]:
        """Return the counts with both names."""
        yield [f"{self.y_label} \\ {self.x_label}", *self.names]
        for name, counts in zip(self.names, self.counts.tolist(), strict=True):
            yield [name, *counts]


@dataclass(frozen=True, slots=True)
class PictureRow:
    """Pictures (n, h, w) side by side under a caption, each with a word of its own if wanted."""

    caption: str
    pictures: npt.NDArray[np.float32]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureChart:
    """Rows of small pictures: ink 0 … 1, or where ``is_signed`` weights of either sign.

    Weights of one row share their scale, so that they can be compared with one another.
    """

    title: str
    groups: tuple[PictureRow, ...]
    is_signed: bool = False

    def rows(self) -> Iterable[Row]:
        """Return one row for each picture, its pixels from the upper left on."""
        yield ["row", "picture", "name", "height", "width", "pixels"]
        for group in self.groups:
            for place, picture in enumerate(group.pictures):
                name = group.names[place] if group.names else ""
                pixels = " ".join(f"{value:.4g}" for value in picture.ravel().tolist())
                yield [group.caption, place, name, *picture.shape, pixels]


Chart: TypeAlias = LineChart | BarChart | MatrixChart | PictureChart


def chart_table(chart: Chart) -> str:
    """Return the chart's numbers as CSV with a heading."""
    return table(chart.rows())


def table(rows: Iterable[Row]) -> str:
    """Return rows as CSV (RFC 4180, but for plain line feeds)."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
