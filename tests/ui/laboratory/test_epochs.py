"""From the curves into an epoch: its letters, its reading of the open page, and a model."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ocrdesk.services.model_store import load_model
from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.views.lab_data_page import PAGES
from ocrdesk.ui.views.lab_window import DATA, EXPERIMENTS, INSIDE
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.laboratory.conftest import learn_confirmed, look_inside, train

pytestmark = pytest.mark.window


def test_before_a_run_the_inside_says_what_it_will_show(
    desk: Desk, lab: LabDesk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AOHX"))
    lab.window.show_page(INSIDE)
    page = lab.window.inside
    assert not page.suspects_button.isEnabled()
    assert page.page.toPlainText().startswith("Once a run has begun, the page that is open")
    train(desk, lab)
    look_inside(desk, lab)
    assert page.suspects_button.isEnabled()
    assert "by this epoch alone" in page.page.toPlainText()


def test_the_cursor_leads_into_an_epoch(desk: Desk, lab: LabDesk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AOHX"))
    train(desk, lab)
    look_inside(desk, lab)
    inside = lab.inside
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
    train(desk, lab)
    page, shown = lab.window.inside, look_inside(desk, lab)
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
    train(desk, lab)
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
    desk.wait_until(lambda: "ships" in lab.window._message.text())


def test_confirmed_letters_of_open_pages_are_learnt_and_lead_back(
    desk: Desk, lab: LabDesk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AOAOA", "OAOAO"))
    desk.click(desk.page.glyphs[0].id)
    desk.type("AOAOAOAOAO")
    lab.window.show_page(DATA)
    assert lab.window.data.source_box.itemText(PAGES).endswith("(10)")
    learn_confirmed(desk, lab)
    assert lab.data is not None
    assert lab.data.charset.characters == "AO"
    shown = look_inside(desk, lab)
    label = int(shown.run.data.validation.labels[0])
    lab.inside.show_cell(label, int(shown.view.read[0]))
    lab.window.inside.letters.item(0).setSelected(True)
    place = lab.data.places[shown.rows[0]]
    lab.window.inside.place_button.click()
    assert desk.window.session.selected_glyph is not None
    assert desk.window.session.selected_glyph.id == place.glyph_id


def test_relabelling_corrects_the_letter_on_its_page_too(
    desk: Desk, lab: LabDesk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AOAOA", "OAOAO"))
    desk.click(desk.page.glyphs[0].id)
    desk.type("AOAOAOAOAO")
    learn_confirmed(desk, lab)
    shown = look_inside(desk, lab)
    label = int(shown.run.data.validation.labels[0])
    shown.view.read[0] = 1 - label  # whatever three epochs have taught the network
    lab.inside.show_cell(label, 1 - label)
    lab.window.inside.letters.item(0).setSelected(True)
    glyph_id = shown.run.data.places[shown.rows[0]].glyph_id
    before = desk.page.glyph(glyph_id).correction
    lab.window.inside.relabel_button.click()
    assert desk.page.glyph(glyph_id).correction == shown.run.data.charset[1 - label] != before
    assert lab.data is not None
    assert int(lab.data.labels[shown.rows[0]]) == 1 - label
    desk.do("undo")
    assert desk.page.glyph(glyph_id).correction == before


def test_what_is_mended_adds_up_and_does_not_need_its_page(
    desk: Desk, lab: LabDesk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AOAOAOAOAO", "OAOAOAOAOA", size=(450, 160)))
    desk.click(desk.page.glyphs[0].id)
    desk.type("AOAOAOAOAO" + "OAOAOAOAOA")
    learn_confirmed(desk, lab)
    shown, inside = look_inside(desk, lab), lab.window.inside
    data, read = shown.run.data, shown.view.read
    judges = data.judge_rows.tolist()
    assert len(judges) > 2
    read[:] = 1 - data.labels[judges]  # whatever three epochs have taught the network
    first, second = judges[:2]
    desk.click(data.places[first].glyph_id)
    desk.do("delete")
    for place in (0, 1, 2):
        label = int(data.labels[judges[place]])
        lab.inside.show_cell(label, 1 - label)
        inside.letters.item(shown.rows.index(judges[place])).setSelected(True)
        (inside.leave_out_button if place == 1 else inside.relabel_button).click()
    assert lab.data is not None
    assert len(lab.data) == len(data) - 1
    assert data.places[second] not in lab.data.places
    for row in (first, judges[2]):
        there = lab.data.places.index(data.places[row])
        assert lab.data.labels[there] == 1 - data.labels[row]


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
