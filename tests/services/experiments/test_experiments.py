"""Every experiment shows what it says, on a few letters and with few epochs."""

import pytest

from ocrdesk.errors import UsageError
from ocrdesk.formats.charts import LineChart, PictureChart, chart_table
from ocrdesk.services.experiments.catalogue import EXPERIMENTS, find_experiment
from ocrdesk.services.experiments.setting import Findings, Setting
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.progress import Progress, run


def _found(name: str, letters: LabData, epochs: int = 2) -> Findings:
    return run(EXPERIMENTS[name].run(Setting(letters, seed=3, epochs=epochs)))


def _chart(findings: Findings, name: str) -> LineChart:
    chart = dict(findings.charts)[name]
    assert isinstance(chart, LineChart)
    return chart


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_an_experiment_is_explained_and_tells_how_far_it_is(name: str, letters: LabData) -> None:
    experiment = EXPERIMENTS[name]
    assert experiment.explained.count(". ") == 1, "two sentences"
    assert "ook " in experiment.explained
    shares: list[float] = []

    def note(report: Progress) -> None:
        shares.append(report.fraction)

    findings = run(experiment.run(Setting(letters, seed=3, epochs=1)), note)
    assert shares == sorted(shares)
    assert shares[-1] <= 1
    assert findings.sentences
    assert all(chart.title for _, chart in findings.charts)


def test_the_same_seed_gives_the_same_figures(letters: LabData) -> None:
    tables = [
        [chart_table(chart) for _, chart in _found("learning-rate", letters).charts]
        for _ in range(2)
    ]
    assert tables[0] == tables[1]


def test_units_that_begin_with_zeros_stay_identical(letters: LabData) -> None:
    findings = _found("zero-start", letters, epochs=6)
    zeros, xavier = _chart(findings, "units").series
    assert set(zeros.ys) == {0.0}
    assert set(xavier.ys) == {1.0}
    assert "are identical after training" in findings.sentences[1]


def test_sigmoid_gradients_fade_with_depth_and_tanh_carries_them(letters: LabData) -> None:
    chart = _chart(_found("depth", letters, epochs=1), "ratios")
    sigmoid, tanh, relu = (series.ys for series in chart.series)
    assert sigmoid[-1] < 1e-2 * sigmoid[0]
    assert min(tanh[-1], relu[-1]) > 0.1
    assert chart.has_log_y


def test_a_linear_stack_is_one_matrix(letters: LabData) -> None:
    told = _found("linear-stack", letters).sentences[0]
    assert float(told.split("at most ")[1].split(" of")[0]) < 1e-4


def test_the_assignment_stands_beside_its_76_percent(letters: LabData) -> None:
    for name in ("learning-rate", "weights", "confusion"):
        findings = _found(name, letters)
        assert any("the assignment gives 76 %" in told for told in findings.sentences)
        assert _chart(findings, "accuracy").levels[0].value == 0.76


def test_weights_are_shown_before_and_after(letters: LabData) -> None:
    chart = dict(_found("weights", letters).charts)["weights"]
    assert isinstance(chart, PictureChart)
    assert [group.pictures.shape for group in chart.groups] == [(64, 16, 16)] * 3
    assert (chart.groups[0].pictures != chart.groups[2].pictures).any()


def test_an_unknown_experiment_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError, match="learning-rate"):
        find_experiment("alchemy")
