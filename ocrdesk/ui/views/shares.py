"""Shares of letters in words, with as many digits as they take."""

from ocrdesk.ui.translation import number


def percent_of(share: float) -> str:
    """Return a share with as many digits as it takes."""
    value = 100 * share
    digits = 0 if value >= 10 or value == round(value) else 1
    return f"{number(value, digits)}\N{NO-BREAK SPACE}%"


def line_percent(probability: float) -> str:
    """Return a probability near 1 so that it is not told from 1 by rounding alone."""
    value = 100 * probability
    digits = next((d for d in (0, 1, 2, 3) if round(value, d) < 100 and _is_near(value, d)), 3)
    return f"{number(value, digits)}\N{NO-BREAK SPACE}%"


def _is_near(value: float, digits: int) -> bool:
    """Tell whether rounding leaves out less than a fifth of what lacks to 100."""
    return abs(round(value, digits) - value) <= 0.2 * (100 - value)
