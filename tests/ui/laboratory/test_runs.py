"""The training laboratory: its window beside the main one, from letters to a model that reads."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ocrdesk.services.laboratory import data
from ocrdesk.services.laboratory.network_plan import LayerPlan, NetworkPlan
from ocrdesk.ui.appearance import Appearance, theme_of
from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.views import lab_data_page
from ocrdesk.ui.views.lab_curve_plot import run_color
from ocrdesk.ui.views.lab_window import DATA, NETWORK, TRAINING
from tests.ui.desk import Desk
from tests.ui.laboratory.conftest import train

pytestmark = pytest.mark.window


def _points(line: object) -> list[float]:
    xs, _ = line.getData()  # type: ignore[attr-defined]  # pyqtgraph is untyped
    return [] if xs is None else list(xs)


def test_the_main_window_starts_without_the_laboratory_and_what_is_slow_to_load() -> None:
    slow = {"pyqtgraph", "scipy.interpolate", "scipy.optimize", "scipy.sparse"}
    code = f"import sys, ocrdesk.ui.main_window; print({slow} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "set()\n"


def test_it_opens_beside_the_window_with_letters_at_once(desk: Desk, lab: LabDesk) -> None:
    assert lab.window.isVisible()
    assert lab.window.isWindow()
    assert lab.window.minimumSizeHint().width() <= 800
    assert desk.window.isVisible()
    assert lab.window.page == DATA
    assert lab.data is not None
    assert lab.data.counts().sum(axis=1).tolist() == [12] * 4
    assert lab.window.data.letters.count() == 48
    lab.window.data.only.setCurrentIndex(2)
    assert {lab.window.data.letters.item(i).text() for i in range(12)} == {"O"}
    first = lab.window
    desk.do("lab")
    assert desk.window.lab.desk is not None
    assert desk.window.lab.desk.window is first


def test_a_run_is_drawn_while_it_learns(desk: Desk, lab: LabDesk) -> None:
    train(desk, lab)
    page = lab.window.training
    plots = page.plots
    assert len(lab.training.run.history) == 3 if lab.training.run else False
    for plot, key in ((plots.accuracy, "0 validation"), (plots.loss, "0 training")):
        assert _points(plot._lines[key]) == [1, 2, 3]
    assert set(plots.gradients._lines) == {"0.dense", "2.dense"}
    assert set(plots.activations._lines) == {"1.sigmoid"}
    title = plots.gradients.getPlotItem().titleLabel.text
    for number, name in enumerate(("1", "outputs")):  # there is no room for whole names
        assert f'<span style="color:{run_color(number, plots)}">{name}</span>' in title
    assert page.runs.item(0).text() == "Run 1"
    assert "Epoch 3 of 3" in page.status.text()
    page.rate.setValue(0.5)
    train(desk, lab)
    assert len(page.chosen_runs) == 2, "both are overlaid"
    assert {"0 validation", "1 validation"} <= set(plots.accuracy._lines)


def test_a_run_is_paused_stepped_gone_on_with_and_stopped(desk: Desk, lab: LabDesk) -> None:
    page, training = lab.window.training, lab.training
    lab.window.show_page(TRAINING)
    page.epochs.setValue(2000)
    page.start_button.click()
    desk.wait_until(lambda: training.run is not None and len(training.run.history) > 2)
    assert page.start_button.text() == "Pause"
    page.start_button.click()
    desk.wait_until(lambda: not training.is_running)
    run = training.run
    assert run is not None
    done = len(run.history)
    assert page.start_button.text() == "Resume"
    assert "paused" in page.status.text()
    page.step_button.click()
    desk.wait_until(lambda: not training.is_running)
    assert len(run.history) == done + 1
    page.start_button.click()
    desk.wait_until(lambda: len(run.history) > done + 3)
    page.stop_button.click()
    desk.wait_until(lambda: not training.is_running)
    assert run.is_over
    assert "stopped" in page.status.text()
    assert page.start_button.text() == "Start"
    assert (page.new_button.text(), page.new_button.isVisible()) == ("Resume Stopped Run", True)
    done = len(run.history)
    page.new_button.click()
    desk.wait_until(lambda: len(run.history) > done + 1)
    assert (training.run, page.start_button.text()) == (run, "Pause")
    page.start_button.click()
    desk.wait_until(lambda: not training.is_running)


def test_closing_the_laboratory_pauses_its_run(desk: Desk, lab: LabDesk) -> None:
    lab.window.show_page(TRAINING)
    lab.window.training.epochs.setValue(2000)
    lab.training.start()
    desk.wait_until(lambda: lab.training.run is not None and len(lab.training.run.history) > 0)
    lab.window.close()
    desk.wait_until(lambda: not lab.training.is_running)
    assert desk.window.isVisible()
    desk.do("lab")
    assert lab.window.isVisible()
    lab.training.resume()
    before = len(lab.training.run.history) if lab.training.run else 0
    desk.wait_until(lambda: bool(lab.training.run and len(lab.training.run.history) > before))
    # The desk closes the main window now, in the middle of training: nothing may be left.


def test_what_cannot_work_is_explained_and_cannot_be_started(lab: LabDesk) -> None:
    network, page = lab.window.network, lab.window.training
    lab.window.show_page(NETWORK)
    network.add_layer("pooling")
    assert "A pooling needs a picture" in network._problems.text()
    assert "A pooling needs a picture" in page._problems.text()
    assert not page.start_button.isEnabled()
    network.rows[1].up.click()
    assert "put a convolution before it" in network._problems.text()
    network.rows[0].remove.click()
    assert not network._problems.isVisibleTo(network)
    assert page.start_button.isEnabled()
    page.batch.setValue(4000)
    assert "does not fit" in page._problems.text()
    network.rows[0].activation.setCurrentText("relu")
    network.rows[0].initializer.setCurrentText("zeros")
    assert "never learn" in network._cautions.text()


def test_layers_are_laid_out_and_summed_up(desk: Desk, lab: LabDesk) -> None:
    network = lab.window.network
    network.preset.setCurrentText("Small convolution")
    network.preset.activated.emit(network.preset.currentIndex())
    assert [row.plan.kind for row in network.rows] == ["convolution", "pooling"] * 2
    network.add_layer("dense")
    network.rows[4].units.setValue(10)
    plan = network.plan()
    assert plan.layers[4] == LayerPlan(units=10)
    assert network.preset.currentText() == "your own"
    network.set_plan(NetworkPlan())
    assert network.preset.currentText().startswith("The assignment")
    desk.settle()


def test_runs_are_renamed_exported_and_deleted(desk: Desk, lab: LabDesk, tmp_path: Path) -> None:
    train(desk, lab)
    page = lab.window.training
    page.runs.item(0).setText("slow one")
    assert lab.training.runs[0].name == "slow one"
    assert page.runs.item(0).text() == "slow one"
    lab.training.export_to(str(tmp_path))
    assert (tmp_path / "1-slow-one.csv").is_file()
    assert (tmp_path / "accuracy.png").is_file()
    page.delete_button.click()
    assert not lab.training.runs
    assert page.runs.count() == 0
    desk.wait_until(lambda: page.plots.is_drawn)
    assert not page.plots.loss._lines


def test_plots_follow_light_and_dark(desk: Desk, lab: LabDesk, appearance: Appearance) -> None:
    train(desk, lab)
    plot = lab.window.training.plots.loss
    before = appearance.scheme
    try:
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            appearance.set_scheme(scheme)
            desk.settle()
            theme = theme_of(lab.window.palette())
            assert plot.backgroundBrush().color() == QColor(theme.base)
            picture = plot.grab().toImage()  # its axes are kept painted
            base, muted = (QColor(color).lightness() for color in (theme.base, theme.muted))
            shown = {
                picture.pixelColor(x, y).lightness()
                for x in range(42)
                for y in range(picture.height())
            }
            assert abs(max(shown, key=lambda shade: abs(shade - base)) - muted) < 30
    finally:
        appearance.set_scheme(before)
        desk.settle()


def test_a_file_that_cannot_be_read_is_told_on_the_page(
    desk: Desk, lab: LabDesk, tmp_path: Path
) -> None:
    (tmp_path / "torn.npz").write_bytes(b"PK")
    page = lab.window.data
    page.source_box.setCurrentIndex(lab_data_page.FILES)
    assert not page.load_button.isEnabled()
    page.set_files([tmp_path / "torn.npz"])
    page.load_button.click()
    desk.wait_until(lambda: "torn.npz" in page._problems.text())
    assert lab.data is not None
    assert lab.data.name == "made-up hand print"
    assert data.DataPlan().source == "synthetic"
