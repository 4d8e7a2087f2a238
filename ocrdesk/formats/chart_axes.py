"""Where the ticks of an axis stand and what is written beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

_STEPS = (1, 2, 2.5, 5, 10)
_SHORT = 3  # powers of ten that leave room for ticks at 2 and 5


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of numbers, ``low`` < ``high``; with ``is_log`` both are powers of ten."""

    low: float
    high: float
    ticks: tuple[float, ...]
    is_log: bool = False
    is_share: bool = False

    def place(self, value: float) -> float:
        """Return where a value stands: 0 at the low end, 1 at the high one."""
        return (self._number(value) - self.low) / (self.high - self.low)

    def shows(self, value: float) -> bool:
        """Tell whether there is such a place at all."""
        return isfinite(value) and (value > 0 or not self.is_log)

    def tick_text(self, tick: float) -> str:
        """Return what is written beside a tick."""
        if self.is_log:
            return _power_text(tick)
        if self.is_share:
            return f"{100 * tick:.3g} %"
        return f"{tick:.6g}"

    def _number(self, value: float) -> float:
        return log10(value) if self.is_log else value


def axis_of(
    values: Iterable[float],
    *,
    is_log: bool = False,
    is_share: bool = False,
    bounds: tuple[float, float] | None = None,
    count: int = 5,
) -> Axis:
    """Return an axis of about ``count`` ticks that holds all finite values.

    On one of powers of ten values not above zero are left out.
    """
    shown = [v for v in values if isfinite(v) and (v > 0 or not is_log)]
    if is_log:
        return _log_axis(shown, bounds, count)
    low, high = bounds or ((min(shown), max(shown)) if shown else (0.0, 1.0))
    if high - low < 1e-12 * max(abs(high), abs(low), 1.0):
        low, high = low - 0.5 * (abs(low) or 1.0), high + 0.5 * (abs(high) or 1.0)
    step = _step((high - low) / max(count - 1, 1))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = tuple(place * step for place in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks, is_share=is_share)


def place_axis(values: Sequence[float], *, is_log: bool = False) -> Axis:
    """Return the level axis: it begins and ends where the values do, with ticks between."""
    shown = [v for v in values if isfinite(v) and (v > 0 or not is_log)] or [0.0, 1.0]
    if is_log:
        return _log_axis(shown, None, 6, is_tight=True)
    whole = axis_of(shown, count=7)
    low, high = min(shown), max(shown)
    if low == high:
        return whole
    ticks = tuple(tick for tick in whole.ticks if low <= tick <= high)
    if all(value == int(value) for value in shown):  # epochs and layers have no halves
        ticks = tuple(tick for tick in ticks if abs(tick - round(tick)) < 1e-9)
    return Axis(low, high, ticks or (low, high))


def _log_axis(
    shown: Sequence[float],
    bounds: tuple[float, float] | None,
    count: int,
    *,
    is_tight: bool = False,
) -> Axis:
    low, high = bounds or ((min(shown), max(shown)) if shown else (0.1, 1.0))
    first, last = log10(low), log10(high)
    if is_tight and last > first:
        decades = range(floor(first), floor(last) + 1)
        parts = (1, 2, 5) if last - first < _SHORT else (1,)
        ticks = [decade + log10(part) for decade in decades for part in parts]
        inside = [tick for tick in ticks if first - 1e-9 <= tick <= last + 1e-9]
        return Axis(first, last, tuple(inside), is_log=True)
    first, last = float(floor(first)), float(ceil(last))
    if first == last:
        first -= 1
    stride = max(1, ceil((last - first) / count))
    powers = range(int(first), int(last) + 1, stride)
    return Axis(first, last, tuple(map(float, powers)), is_log=True)


def _power_text(exponent: float) -> str:
    return f"{10.0**exponent:.3g}" if -2 <= exponent < 3 else _long_power_text(exponent)


def _long_power_text(exponent: float) -> str:
    return f"{10.0**exponent:,.0f}" if 3 <= exponent <= 5 else f"1e{exponent:.0f}"


def _step(rough: float) -> float:
    """Return the next larger round step."""
    magnitude = 10.0 ** floor(log10(rough))
    return next(step * magnitude for step in _STEPS if step * magnitude >= rough * (1 - 1e-9))
