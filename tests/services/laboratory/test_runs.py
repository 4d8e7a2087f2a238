"""A run can be left at any batch and gone on with, and every epoch of it can be had back."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.errors import TrainingError
from ocrdesk.services.laboratory import runs
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.network_plan import PRESETS, LayerPlan, NetworkPlan
from ocrdesk.services.laboratory.run_plan import RunPlan, run_cautions, run_problems
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.services.progress import run

PLAN = RunPlan(epochs=4, batch_size=8, augmentation="gentle")


def _weights(one: LabRun, epoch: int) -> list[float]:
    weights: list[float] = one.recorder.network(epoch).parameters.tolist()
    return weights


def test_a_run_that_was_left_in_the_middle_learns_the_same(
    letters: LabData, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = LabRun("a", PLAN, letters)
    run(whole.steps())
    monkeypatch.setattr(runs, "REPORT_SECONDS", 1e-9)  # a report after every batch
    paused = LabRun("b", PLAN, letters)
    was_within = False
    while not paused.is_over:
        steps = paused.steps()
        for _ in range(7):
            next(steps, None)
        was_within = was_within or paused.report.now is not None
        steps.close()
    assert was_within
    assert [r.training_loss for r in paused.history] == [r.training_loss for r in whole.history]
    assert _weights(paused, 4) == _weights(whole, 4)


def test_one_epoch_is_a_step(letters: LabData) -> None:
    one = LabRun("a", PLAN, letters)
    report = run(one.steps(epochs=1))
    assert len(report.history) == len(one.history) == 1
    assert one.report.now is None
    assert not report.is_over
    assert report.fraction == pytest.approx(0.25)
    assert report.seconds_left is not None
    assert run(one.steps()).is_over


def test_a_stopped_run_keeps_its_whole_epochs(
    letters: LabData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "REPORT_SECONDS", 1e-9)
    one = LabRun("a", PLAN, letters)
    run(one.steps(epochs=2))
    next(one.steps())
    assert one.report.now is not None
    one.stop()
    assert one.report.is_over
    assert one.report.fraction < 1
    assert one.recorder.epochs == (0, 1, 2)
    assert list(one.steps()) == []


def test_a_stopped_run_goes_on_as_if_it_had_never_been_left(
    letters: LabData, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = LabRun("a", PLAN, letters)
    run(whole.steps())
    monkeypatch.setattr(runs, "REPORT_SECONDS", 1e-9)
    one = LabRun("b", PLAN, letters)
    steps = one.steps()
    for _ in range(3):
        next(steps)
    steps.close()
    one.stop()
    one.resume()
    run(one.steps())
    assert [r.training_loss for r in one.history] == [r.training_loss for r in whole.history]
    assert _weights(one, 4) == _weights(whole, 4)


def test_what_happens_within_an_epoch_is_told_with_its_gradients(
    letters: LabData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "REPORT_SECONDS", 1e-9)
    monkeypatch.setattr(runs, "_LONGEST_TRAIL", 4)
    one = LabRun("a", PLAN, letters)
    trails = [report.trail for report in one.steps(epochs=1)]
    assert max(map(len, trails)) == 4
    last = max(trails, key=lambda trail: trail[-1].fraction if trail else 0)[-1]
    assert [name for name, _ in last.gradient_norms] == ["0.dense", "2.dense"]
    assert all(norm > 0 for _, norm in last.gradient_norms)
    assert one.report.trail == ()


def test_every_epoch_can_be_had_back(letters: LabData) -> None:
    one = LabRun("a", PLAN, letters)
    run(one.steps())
    assert one.recorder.epochs == (0, 1, 2, 3, 4)
    validation = letters.validation
    for report in one.history:
        network = one.recorder.network(report.epoch)
        right = network.logits(validation.inputs).argmax(axis=1) == validation.labels
        assert float(right.mean()) == pytest.approx(report.validation_accuracy)
    best = max(one.history, key=lambda r: (r.validation_accuracy, -(r.validation_loss or 0)))
    assert one.recorder.best == best.epoch


def test_a_report_tells_all_there_is_to_see(letters: LabData) -> None:
    report = run(LabRun("a", PLAN, letters).steps())
    assert report.pictures.shape == (64, 16, 16)
    (sigmoid,) = report.histograms
    assert (sigmoid.low, sigmoid.high) == (0.0, 1.0)
    assert sum(sigmoid.shares) == pytest.approx(1.0)
    assert report.seconds_left is None


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_learns(name: str, letters: LabData) -> None:
    one = LabRun("a", replace(PLAN, epochs=1, network=PRESETS[name]), letters)
    assert np.isfinite(run(one.steps()).history[0].training_loss)


def test_numbers_that_run_away_end_the_run_and_say_so(letters: LabData) -> None:
    layers = (LayerPlan(units=32, activation="none"),) * 3
    plan = replace(PLAN, network=NetworkPlan(layers), learning_rate=90.0)
    one = LabRun("a", plan, letters)
    with pytest.raises(TrainingError, match="lower learning rate"):
        run(one.steps())
    assert one.is_over
    assert one.recorder.network(0).parameters.any()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"learning_rate": 0.0}, "learning rate lies above 0"),
        ({"learning_rate": float("nan")}, "learning rate lies above 0"),
        ({"batch_size": 1000}, "does not fit: there are"),
        ({"epochs": 0}, "1 to 2,000 epochs"),
        ({"epochs": 2, "schedule": "one cycle"}, "three epochs or more"),
        ({"optimizer": "adam", "momentum": 0.9}, "Adam has its own momentum"),
        ({"weight_decay": -1.0}, "Weight decay"),
        ({"optimizer": "newton"}, "No optimiser is called"),
        ({"network": NetworkPlan((LayerPlan(units=0),))}, "1 to 4096 units"),
    ],
)
def test_impossible_settings_are_explained_before_the_start(
    changes: dict[str, object], told: str, letters: LabData
) -> None:
    plan = replace(PLAN, **changes)  # type: ignore[arg-type]
    assert any(told in problem for problem in run_problems(plan, letters))
    with pytest.raises(TrainingError, match=told):
        LabRun("a", plan, letters)


def test_what_will_hardly_learn_is_only_warned_of(letters: LabData) -> None:
    zeros = LayerPlan(activation="relu", initializer="zeros")
    assert "never learn" in run_cautions(RunPlan(network=NetworkPlan((zeros,))))[0]
    assert "Adam usually" in run_cautions(RunPlan(optimizer="adam"))[0]
    assert not run_cautions(PLAN)
    assert not run_problems(PLAN, letters)


def test_settings_are_told_in_one_line() -> None:
    assert PLAN.told() == "SGD, rate 0.1, batch 8, 4 epochs, gentle augmentation, seed 1"
