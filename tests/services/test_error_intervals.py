"""Intervals hold what they promise: against other implementations, and by counting all cases."""

import math
import subprocess
import sys

import numpy as np
import pytest

from ocrdesk.services.error_intervals import (
    Counts,
    bounds_of,
    letters_to_check,
    number_of,
    number_wrong,
    share_wrong,
)


@pytest.mark.parametrize(("wrong", "checked"), [(0, 60), (1, 60), (7, 60), (60, 60), (1, 2)])
def test_the_share_is_that_of_clopper_and_pearson(wrong: int, checked: int) -> None:
    from scipy import stats  # half a second, in each process that gathers tests

    expected = stats.binomtest(wrong, checked).proportion_ci(0.95, method="exact")
    low, high = share_wrong(wrong, checked)
    assert low == pytest.approx(expected.low, abs=1e-9)
    assert high == pytest.approx(expected.high, abs=1e-9)


def test_one_of_sixty_is_worth_what_the_tables_say() -> None:
    low, high = share_wrong(1, 60)
    assert (round(low, 4), round(high, 4)) == (0.0004, 0.0894)


def test_nothing_checked_tells_nothing() -> None:
    assert share_wrong(0, 0) == (0.0, 1.0)
    assert number_wrong(0, 0, 50) == Counts(0, 50)


@pytest.mark.parametrize("call", [lambda: share_wrong(3, 2), lambda: number_wrong(1, 5, 4)])
def test_impossible_numbers_are_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match="cannot be wrong"):
        call()


@pytest.mark.parametrize(("letters", "checked"), [(40, 15), (23, 23), (9, 4), (120, 60)])
def test_the_number_is_covered_whatever_it_is(letters: int, checked: int) -> None:
    from scipy import stats  # half a second, in each process that gathers tests

    """Of every number of wrong letters, all samples together miss it in at most one of twenty."""
    bounds = [number_wrong(wrong, checked, letters) for wrong in range(checked + 1)]
    for bad in range(letters + 1):
        distribution = stats.hypergeom(letters, bad, checked)
        held = sum(
            float(distribution.pmf(wrong))
            for wrong, (low, high) in enumerate(bounds)
            if low <= bad <= high
        )
        assert held >= 0.95 - 1e-9


@pytest.mark.parametrize(("letters", "checked"), [(40, 15), (23, 23), (120, 60)])
def test_its_upper_end_alone_holds_in_39_of_40_samples(letters: int, checked: int) -> None:
    """The window shows this end alone and says so."""
    from scipy import stats  # half a second, in each process that gathers tests

    ends = [number_wrong(wrong, checked, letters).high for wrong in range(checked + 1)]
    for bad in range(letters + 1):
        distribution = stats.hypergeom(letters, bad, checked)
        missed = sum(float(distribution.pmf(w)) for w, high in enumerate(ends) if high < bad)
        assert missed <= 1 / 40 + 1e-9


def test_whoever_has_seen_all_knows() -> None:
    assert number_wrong(3, 40, 40) == Counts(3, 3)


def test_on_a_large_page_it_is_the_share() -> None:
    low, high = number_wrong(2, 60, 2_000_000)
    share = share_wrong(2, 60)
    assert low / 2_000_000 == pytest.approx(share.low, rel=1e-3)
    assert high / 2_000_000 == pytest.approx(share.high, rel=1e-3)


@pytest.mark.parametrize(("target", "letters"), [(0.02, 300), (0.05, 1000), (0.01, 100)])
def test_no_fewer_letters_prove_the_target(target: float, letters: int) -> None:
    count = letters_to_check(target, letters)
    assert number_wrong(0, count, letters).high <= target * letters
    assert count == 0 or number_wrong(0, count - 1, letters).high > target * letters


def test_probabilities_add_up_to_their_distribution() -> None:
    chances = np.random.default_rng(5).uniform(0, 0.4, 12)
    number = number_of(chances)
    bounds = bounds_of([number])
    exact = np.zeros(13)
    for case in range(2**12):
        is_wrong = np.array([case >> bit & 1 for bit in range(12)], bool)
        exact[is_wrong.sum()] += math.prod(np.where(is_wrong, chances, 1 - chances).tolist())
    assert number == pytest.approx(exact)
    below = np.cumsum(exact)
    assert exact[bounds.low : bounds.high + 1].sum() >= 0.95
    assert bounds.low == 0 or below[bounds.low - 1] <= 0.025
    assert 1 - below[bounds.high] <= 0.025


def test_certain_letters_are_never_wrong() -> None:
    assert bounds_of([number_of(np.zeros(500))]) == Counts(0, 0)
    assert bounds_of([number_of(np.ones(5))]) == Counts(5, 5)
    assert bounds_of([number_of(np.zeros(0))]) == bounds_of([]) == Counts(0, 0)


def test_many_letters_agree_with_poisson() -> None:
    from scipy import stats  # half a second, in each process that gathers tests

    number = number_of(np.full(3000, 0.002))
    assert number @ np.arange(3001) == pytest.approx(6.0)
    assert bounds_of([number]) == Counts(
        int(stats.poisson.ppf(0.025, 6)), int(stats.poisson.ppf(0.975, 6))
    )


def test_no_interval_makes_the_window_wait_for_a_library() -> None:
    program = """
import sys
from ocrdesk.services.error_intervals import letters_to_check, share_wrong
before = set(sys.modules)
letters_to_check(0.01, 100), share_wrong(1, 60)
print(*set(sys.modules) - before)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("\n", "")


@pytest.mark.parametrize(("wrong", "checked"), [(0, 1), (1, 3000), (700, 3000), (3000, 3000)])
def test_shares_of_many_letters_are_those_of_beta_distributions(wrong: int, checked: int) -> None:
    from scipy.special import betaincinv

    low, high = share_wrong(wrong, checked)
    expected = betaincinv(wrong, checked - wrong + 1, 0.025) if wrong else 0.0
    assert low == pytest.approx(expected, abs=1e-12)
    expected = betaincinv(wrong + 1, checked - wrong, 0.975) if wrong < checked else 1.0
    assert high == pytest.approx(expected, abs=1e-12)
