"""Learning rates at the corners of each schedule."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.nn.schedules import Constant, OneCycle, Schedule, Step


def test_constant_is_constant() -> None:
    assert {Constant(0.3)(epoch, 10) for epoch in (0, 0.5, 9.99)} == {0.3}


def test_step_falls_after_every_so_many_epochs() -> None:
    step = Step(1.0, every=3, factor=0.5)
    assert [step(epoch, 9) for epoch in (0, 2.99, 3, 5.5, 6, 8.9)] == [1, 1, 0.5, 0.5, 0.25, 0.25]


def test_one_cycle_climbs_to_its_peak_and_falls_far_below_its_start() -> None:
    cycle = OneCycle(0.1, warmup=0.3, start=25, end=1e4)
    assert cycle(0, 10) == pytest.approx(0.004)
    assert cycle(1.5, 10) == pytest.approx((0.004 + 0.1) / 2)  # half-way up the cosine
    assert cycle(3, 10) == pytest.approx(0.1)
    assert cycle(6.5, 10) == pytest.approx((0.1 + 1e-5) / 2)
    assert cycle(10, 10) == pytest.approx(1e-5)


@given(st.floats(0, 1), st.floats(0, 1))
def test_one_cycle_has_one_hill(one: float, other: float) -> None:
    cycle, (sooner, later) = OneCycle(1.0), sorted((one, other))
    if later <= 0.3:
        assert cycle(sooner, 1) <= cycle(later, 1) + 1e-12
    if sooner >= 0.3:
        assert cycle(sooner, 1) >= cycle(later, 1) - 1e-12
    assert 0 < cycle(one, 1) <= 1.0


@pytest.mark.parametrize("schedule", [Constant, OneCycle, lambda rate: Step(rate, 2)])
@pytest.mark.parametrize("rate", [0.0, -1.0, float("inf"), float("nan")])
def test_a_rate_that_is_not_positive_is_refused(
    schedule: Callable[[float], Schedule], rate: float
) -> None:
    with pytest.raises(ValueError, match="above zero"):
        schedule(rate)


def test_other_settings_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="warmup"):
        OneCycle(0.1, warmup=1.0)
    with pytest.raises(ValueError, match="every"):
        Step(0.1, every=0)
