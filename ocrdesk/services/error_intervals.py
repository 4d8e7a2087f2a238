"""What a sample or probabilities tell of a number of errors, with the interval it lies in."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Probabilities = npt.NDArray[np.float64]

CONFIDENCE = 0.95
_ROUNDING = 1e-9
_NOTHING = 1e-12
_HALVINGS = 50  # of 1, down to rounding


class Bounds(NamedTuple):
    """The least and the largest value that fits what was seen, both included."""

    low: float
    high: float


class Counts(NamedTuple):
    """The least and the largest number that fits what was seen, both included."""

    low: int
    high: int


def share_wrong(wrong: int, checked: int, *, confidence: float = CONFIDENCE) -> Bounds:
    """Return the exact interval for the share of wrong letters where ``checked`` had ``wrong``.

    Clopper and Pearson 1934, "The use of confidence or fiducial limits illustrated in the case of
    the binomial", Biometrika 26: the shares under which neither so few nor so many errors are less
    probable than half of what the confidence leaves. Its ends are quantiles of beta distributions.
    Whatever the true share is, the interval holds it at least that often; Wilson's does so only on
    the average, and fails where errors are rare, which is where a page is nearly right. (0, 1)
    where nothing was checked.
    """
    if not 0 <= wrong <= checked:
        raise ValueError(f"{wrong} of {checked} letters cannot be wrong")
    tail = (1 - confidence) / 2
    low = _share(wrong - 1, checked, 1 - tail) if wrong else 0.0
    high = _share(wrong, checked, tail) if wrong < checked else 1.0
    return Bounds(low, high)


def _share(most: int, checked: int, probability: float) -> float:
    """Return the share of wrong letters under which at most ``most`` of ``checked`` are wrong.

    Found by halves: SciPy's quantiles of beta distributions take 0.1 s to import, for which the
    window would have to wait.
    """
    seen = np.arange(most + 1)
    ways = _choose(checked, seen)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        logs = ways + seen * math.log(share) + (checked - seen) * math.log1p(-share)
        if float(np.exp(logs).sum()) >= probability:
            low = share
        else:
            high = share
    return (low + high) / 2


def number_wrong(
    wrong: int, checked: int, letters: int, *, confidence: float = CONFIDENCE
) -> Counts:
    """Return the exact interval for how many of ``letters`` are wrong, seen and unseen together.

    ``checked`` of them were drawn without putting any back, and ``wrong`` of those were wrong: the
    numbers under which neither tail of the hypergeometric distribution is less probable than half
    of what the confidence leaves (Buonaccorsi 1987, "A note on confidence intervals for proportions
    in finite populations", The American Statistician 41). A page has few letters, and who has
    looked at half of them knows more than Clopper and Pearson's infinite page tells: their interval
    is the limit of this one. Raises ``ValueError`` for impossible numbers.
    """
    if not 0 <= wrong <= checked <= letters:
        raise ValueError(f"{wrong} of {checked} of {letters} letters cannot be wrong")
    tail = (1 - confidence) / 2
    least, most = wrong, letters - (checked - wrong)
    # Both tails are monotone in the number sought: bisect for the outermost that still fits.
    low, high = least, most
    while low < high:
        middle = (low + high) // 2
        if 1 - _at_most(wrong - 1, checked, middle, letters) >= tail:
            high = middle
        else:
            low = middle + 1
    first = low
    low, high = first, most
    while low < high:
        middle = (low + high + 1) // 2
        if _at_most(wrong, checked, middle, letters) >= tail:
            low = middle
        else:
            high = middle - 1
    return Counts(first, low)


def _at_most(wrong: int, checked: int, bad: int, letters: int) -> float:
    """Return P(at most ``wrong`` of ``checked`` drawn are bad) where ``bad`` of all letters are."""
    first, last = max(0, checked - (letters - bad)), min(wrong, checked, bad)
    if last < first:
        return 0.0
    seen = np.arange(first, last + 1)
    logs = _choose(bad, seen) + _choose(letters - bad, checked - seen)
    return float(np.exp(logs - _choose(letters, np.array([checked]))).sum())


def _choose(whole: int, parts: npt.NDArray[np.int_]) -> npt.NDArray[np.float64]:
    """Return the logarithm of the binomial coefficient."""
    own = math.lgamma(whole + 1)
    return np.array(
        [own - math.lgamma(n + 1) - math.lgamma(whole - n + 1) for n in parts.tolist()], np.float64
    )


def letters_to_check(target: float, letters: int, *, confidence: float = CONFIDENCE) -> int:
    """Return how many letters to draw so that not one wrong among them proves ``target``.

    That is the least number with which `number_wrong` ends at no more than that share of
    ``letters``; all of them where nothing less does.
    """
    low, high = 0, letters
    while low < high:
        middle = (low + high) // 2
        if number_wrong(0, middle, letters, confidence=confidence).high <= target * letters:
            high = middle
        else:
            low = middle + 1
    return low


def number_of(chances: Probabilities) -> Probabilities:
    """Return how probable each number of wrong letters is (…, n + 1) of (…, n) that err by chance.

    It has the Poisson binomial distribution (Hong 2013, "On computing the distribution function
    for the Poisson binomial distribution", Computational Statistics & Data Analysis 59). Its
    probabilities are the coefficients of the product of all (1 - p + p x), multiplied pair by pair
    through Fourier transforms.
    """
    return _product(np.stack([1 - chances, chances], axis=-1))[..., : chances.shape[-1] + 1]


def log_odds(chances: Probabilities, least: float, most: float) -> Probabilities:
    """Return the log odds of chances, those beyond ``least`` and ``most`` taken for these."""
    kept = np.clip(chances, least, most)
    return np.asarray(np.log(kept) - np.log1p(-kept), np.float64)


def bounds_of(numbers: Sequence[Probabilities], *, confidence: float = CONFIDENCE) -> Counts:
    """Return the interval of the sum of independent ``numbers`` (`number_of`)."""
    most = sum(len(own) - 1 for own in numbers)
    parts = [_without_tail(own) for own in numbers] or [np.ones(1)]
    while len(parts) > 1:  # the shortest two first, as each product is as long as both
        parts.sort(key=len)
        first, second, *others = parts
        parts = [*others, _convolved(first, second)]
    below = np.cumsum(parts[0])
    tail = (1 - confidence) / 2
    # Transforms leave errors of rounding, some 10⁻¹⁵ each.
    low = int(np.searchsorted(below, tail - _ROUNDING, side="right"))
    high = int(np.searchsorted(below, 1 - tail - _ROUNDING, side="left"))
    return Counts(min(low, high), min(high, most))


def _convolved(first: Probabilities, second: Probabilities) -> Probabilities:
    """Return the distribution of the sum of two independent numbers."""
    size = len(first) + len(second) - 1
    both = np.fft.irfft(np.fft.rfft(first, size) * np.fft.rfft(second, size), size)
    return _without_tail(np.maximum(both, 0.0))


def _without_tail(number: Probabilities) -> Probabilities:
    """Return the probabilities (n,) up to where the rest is nothing but errors of rounding."""
    return number[: int(np.searchsorted(np.cumsum(number), 1 - _NOTHING)) + 1]


def _product(factors: Probabilities) -> Probabilities:
    """Return the coefficients of the products of n polynomials (…, n, coefficients); 1 of none."""
    while (count := factors.shape[-2]) > 1:
        if count % 2:
            one = np.zeros((*factors.shape[:-2], 1, factors.shape[-1]))
            one[..., 0] = 1.0
            factors = np.concatenate([factors, one], axis=-2)
        size = 2 * factors.shape[-1] - 1
        spectra = np.fft.rfft(factors, size, axis=-1)
        factors = np.fft.irfft(spectra[..., ::2, :] * spectra[..., 1::2, :], size, axis=-1)
    if count:
        return np.maximum(factors[..., 0, :], 0.0)
    return np.ones((*factors.shape[:-2], 1))
