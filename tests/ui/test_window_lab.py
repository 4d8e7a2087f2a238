"""The training laboratory: its window beside the main one, from letters to a model that reads."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from ocrdesk.services.laboratory import data
from ocrdesk.services.laboratory.network_plan import LayerPlan, NetworkPlan
from ocrdesk.services.model_store import load_model
from ocrdesk.ui.appearance import Appearance, theme_of
from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.views import lab_data_page
from ocrdesk.ui.views.lab_data_page import PAGES
from ocrdesk.ui.views.lab_window import DATA, EXPERIMENTS, INSIDE, NETWORK, TRAINING
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def lab(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> LabDesk:
    """The laboratory with forty-eight letters of four characters."""
    monkeypatch.setattr(lab_data_page, "CHARSETS", {"four": "AOHX"})
    monkeypatch.setattr(lab_data_page, "OF_EACH", 12)
    desk.do("lab")
    desk.wait_until(lambda: desk.window.lab.desk is not None)
    lab = desk.window.lab.desk
    assert lab is not None
    desk.wait_until(lambda: lab.data is not None)
    lab.window.training.epochs.setValue(3)
    return lab


def _trained(desk: Desk, lab: LabDesk) -> None:
    """Train one run to its end on the training page."""
    lab.window.show_page(TRAINING)
    QTest.mouseClick(lab.window.training.start_button, Qt.MouseButton.LeftButton)
    desk.wait_until(lambda: lab.training.run is not None and not lab.training.is_running)
    desk.wait_until(lambda: lab.window.training.plots.is_drawn)


def _points(line: object) -> list[float]:
    xs, _ = line.getOriginalDataset()  # type: ignore[attr-defined]  # pyqtgraph is untyped
    return [] if xs is None else list(xs)


def test_the_main_window_starts_without_the_laboratory() -> None:
    code = "import sys, ocrdesk.ui.main_window as m; print('pyqtgraph' in sys.modules, m.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split()[0] == "False"


def test_it_opens_beside_the_window_with_letters_at_once(desk: Desk, lab: LabDesk) -> None:
    assert lab.window.isVisible()
    assert lab.window.isWindow()
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
    _trained(desk, lab)
    page = lab.window.training
    plots = page.plots
    assert len(lab.training.run.history) == 3 if lab.training.run else False
    for plot, key in ((plots.accuracy, "0 validation"), (plots.loss, "0 training")):
        assert _points(plot._lines[key]) == [1, 2, 3]
    assert set(plots.gradients._lines) == {"0.dense", "2.dense"}
    assert set(plots.activations._lines) == {"1.sigmoid"}
    assert page.runs.item(0).text() == "Run 1"
    assert "Epoch 3 of 3" in page.status.text()
    page.rate.setValue(0.5)
    _trained(desk, lab)
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


def test_the_cursor_leads_into_an_epoch(desk: Desk, lab: LabDesk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AOHX"))
    _trained(desk, lab)
    lab.window.show_page(INSIDE)
    inside = lab.inside
    desk.wait_until(lambda: inside.shown is not None)
    cursor = lab.window.training.plots.loss._cursor
    assert cursor is not None
    cursor.setValue(1.2)
    desk.wait_until(lambda: inside.shown is not None and inside.shown.view.epoch == 1)
    page = lab.window.inside
    assert page.told.text().startswith("Epoch 1: ")
    assert page.slider.value() == 1
    assert page.then_title.text() == "At epoch 1"
    (line,) = inside.shown.view.lines if inside.shown else ()
    assert len(line.now) == len(line.then)
    assert "by this epoch alone" in page.page.toPlainText()
    page.slider.setValue(3)
    desk.wait_until(lambda: inside.shown is not None and inside.shown.view.epoch == 3)


def test_a_cell_of_the_matrix_shows_its_letters(desk: Desk, lab: LabDesk) -> None:
    _trained(desk, lab)
    lab.window.show_page(INSIDE)
    desk.wait_until(lambda: lab.inside.shown is not None)
    page, shown = lab.window.inside, lab.inside.shown
    assert shown is not None
    truth, read = (int(i) for i in divmod(int(shown.view.counts.argmax()), 4))
    side = page.matrix._side()
    place = page.matrix.rect().topLeft()
    place.setX(round(20 + (read + 0.5) * side))
    place.setY(round((truth + 0.5) * side))
    QTest.mouseClick(page.matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page.letters.count() == shown.view.counts.max()
    count = len(lab.data) if lab.data else 0
    page.letters.item(0).setSelected(True)
    page.leave_out_button.click()
    assert lab.data is not None
    assert len(lab.data) == count - 1


def test_an_epoch_is_saved_used_at_once_and_rolled_back(
    desk: Desk, lab: LabDesk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AOHX"))
    before = desk.window.reading.model
    _trained(desk, lab)
    lab.inside.set_epoch(2)
    lab.inside.use("my-hand")
    desk.wait_until(lambda: desk.window.reading.model == "my-hand")
    assert load_model("my-hand").lineage["best_epoch"] == 2
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert desk.current.read_by == "my-hand"
    lab.inside.roll_back()
    assert desk.window.reading.model == before
    desk.wait_until(lambda: desk.window.reading.busy is None)
    lab.inside.use("print36")
    desk.wait_until(lambda: "already" in lab.window._message.text())


def test_confirmed_letters_of_open_pages_are_learnt_and_lead_back(
    desk: Desk, lab: LabDesk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AOAOA", "OAOAO"))
    desk.click(desk.page.glyphs[0].id)
    desk.type("AOAOAOAOAO")
    lab.window.show_page(DATA)
    assert lab.window.data.source_box.itemText(PAGES).endswith("(10)")
    lab.window.data.source_box.setCurrentIndex(PAGES)
    lab.window.data.load_button.click()
    desk.wait_until(lambda: lab.data is not None and lab.data.name == "confirmed letters")
    assert lab.data is not None
    assert lab.data.charset.characters == "AO"
    lab.window.training.batch.setValue(4)
    _trained(desk, lab)
    lab.window.show_page(INSIDE)
    desk.wait_until(lambda: lab.inside.shown is not None)
    shown = lab.inside.shown
    assert shown is not None
    label = int(shown.run.data.validation.labels[0])
    lab.inside.show_cell(label, int(shown.view.read[0]))
    lab.window.inside.letters.item(0).setSelected(True)
    place = lab.data.places[shown.rows[0]]
    lab.window.inside.place_button.click()
    assert desk.window.session.selected_glyph is not None
    assert desk.window.session.selected_glyph.id == place.glyph_id


def test_runs_are_renamed_exported_and_deleted(desk: Desk, lab: LabDesk, tmp_path: Path) -> None:
    _trained(desk, lab)
    page = lab.window.training
    page.runs.item(0).setText("slow one")
    assert lab.training.runs[0].name == "slow one"
    lab.training.export_to(str(tmp_path))
    assert (tmp_path / "1-slow-one.csv").is_file()
    assert (tmp_path / "accuracy.png").is_file()
    page.delete_button.click()
    assert not lab.training.runs
    assert page.runs.count() == 0
    desk.wait_until(lambda: page.plots.is_drawn)
    assert not page.plots.loss._lines


def test_an_experiment_is_run_and_its_report_written(
    desk: Desk, lab: LabDesk, tmp_path: Path
) -> None:
    lab.window.show_page(EXPERIMENTS)
    page = lab.window.experiments
    page.list.setCurrentRow(3)
    assert page.name == "weights"
    page.run_button.click()
    assert page.run_button.text() == "Cancel"
    desk.wait_until(lambda: "weights" in lab.experiments.findings)
    desk.wait_until(lambda: page.run_button.text() == "Run")
    assert "the assignment gives 76 %" in page._found.text()
    desk.wait_until(lambda: page._figures.count() == 2)
    lab.experiments.export_to(str(tmp_path))
    assert (tmp_path / "experiment-weights" / "report.html").is_file()


def test_plots_follow_light_and_dark(desk: Desk, lab: LabDesk, appearance: Appearance) -> None:
    _trained(desk, lab)
    plot = lab.window.training.plots.loss
    before = appearance.scheme
    try:
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            appearance.set_scheme(scheme)
            desk.settle()
            base = QColor(theme_of(lab.window.palette()).base)
            assert plot.backgroundBrush().color() == base
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
