"""An epoch becomes a model that reads; curves become files; letters of pages become data."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DatasetError, UsageError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.laboratory import keeping
from ocrdesk.services.laboratory.data import DataPlan, LabData
from ocrdesk.services.laboratory.looking import letters_of, look, page_to_read
from ocrdesk.services.laboratory.page_letters import (
    LetterSource,
    confirmed_count,
    load_page_letters,
)
from ocrdesk.services.laboratory.run_plan import RunPlan
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.services.model_store import free_name, load_model
from ocrdesk.services.progress import run
from ocrdesk.vision.layout import Layout, find_ink, lay_out


@pytest.fixture(scope="module")
def trained(letters: LabData) -> LabRun:
    one = LabRun("first try", RunPlan(epochs=6, batch_size=4, learning_rate=0.5), letters)
    run(one.steps())
    return one


@pytest.fixture(scope="module")
def sheet() -> tuple[Page, Layout]:
    """Eight crosses and rings in a row, drawn as thick strokes, with a box each."""
    pixels = np.full((120, 480), 240, np.uint8)
    boxes = []
    for place in range(8):
        left = 20 + 56 * place
        rows, columns = np.mgrid[0:40, 0:40] - 20
        ink = abs(np.hypot(rows, columns) - 15) < 3
        if place % 2:
            ink = (abs(rows) < 4) | (abs(columns) < 4)
        pixels[40:80, left : left + 40][ink] = 20
        boxes.append(BoundingBox(left, 40, left + 40, 80))
    read = (Prediction("O", 1.0),)
    glyphs = tuple(Glyph(number, box, read) for number, box in enumerate(boxes))
    page = Page(480, 120, (Line((Word(glyphs[:4]), Word(glyphs[4:]))),))
    colors = np.repeat(pixels[..., np.newaxis], 3, axis=2)
    return page, lay_out(colors, *find_ink(colors))


def test_an_epoch_is_saved_as_a_model_with_its_card(trained: LabRun, letters: LabData) -> None:
    path = keeping.save_epoch(trained, 3, "mine")
    model = load_model("mine")
    network = trained.recorder.network(3)
    validation = letters.validation
    said = model.classify(validation.inputs).argmax(axis=1)
    assert (said == network.logits(validation.inputs).argmax(axis=1)).all()
    assert model.charset.characters == "AOHX"
    assert model.lineage["best_epoch"] == 3
    card = path.with_suffix(".md").read_text("utf-8")
    assert "epoch 3 of 6" in card
    assert f"{100 * (trained.history[2].validation_accuracy or 0):.1f} %" in card


@pytest.mark.parametrize("name", ["", " a", "../a", ".a", "print36"])
def test_names_that_cannot_be_models_are_refused(name: str, trained: LabRun) -> None:
    with pytest.raises(UsageError):
        keeping.save_epoch(trained, 1, name)


def test_a_model_is_never_replaced_unasked(trained: LabRun) -> None:
    keeping.save_epoch(trained, 1, "mine")
    with pytest.raises(UsageError, match="already a model"):
        keeping.save_epoch(trained, 2, "mine")
    assert free_name("mine") == "mine-2"
    keeping.save_epoch(trained, 2, "mine", is_replacing=True)
    assert load_model("mine").lineage["best_epoch"] == 2


def test_curves_are_exported_as_pictures_and_tables(trained: LabRun, tmp_path: Path) -> None:
    files = keeping.export_runs(tmp_path / "out", [trained])
    assert [file.name for file in files] == [
        "accuracy.png", "loss.png", "learning-rate.png", "gradients.png", "1-first-try.csv",
    ]  # fmt: skip
    table = (tmp_path / "out" / "1-first-try.csv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert [row["epoch"] for row in rows] == list("123456")
    assert float(rows[5]["validation_loss"]) == trained.history[5].validation_loss
    assert "gradient 0.dense" in rows[0]
    with Image.open(tmp_path / "out" / "loss.png") as image:
        assert image.width > 1000


def test_several_runs_are_exported_together(trained: LabRun, tmp_path: Path) -> None:
    files = keeping.export_runs(tmp_path, [trained, trained])
    assert [file.name for file in files] == [
        "accuracy.png", "loss.png", "learning-rate.png", "1-first-try-gradients.png",
        "2-first-try-gradients.png", "1-first-try.csv", "2-first-try.csv", "runs.csv",
    ]  # fmt: skip
    rows = list(csv.DictReader((tmp_path / "runs.csv").read_text("utf-8").splitlines()))
    assert [(row["run"], row["epoch"]) for row in rows[5:7]] == [
        ("first try", "6"), ("first try", "1"),
    ]  # fmt: skip


def test_the_view_of_an_epoch_agrees_with_its_report(trained: LabRun, letters: LabData) -> None:
    view = run(look(trained, 6))
    assert view.accuracy == pytest.approx(trained.history[5].validation_accuracy)
    assert view.counts.sum() == len(letters.validation)
    assert view.is_exact
    assert (view.before != view.then).any()
    labels = letters.validation.labels
    for pair in view.pairs:
        assert len(letters_of(view, labels, pair.truth, pair.taken_for)) == pair.count
    wrong = int((view.read != labels).sum())
    assert len(view.suspects) == wrong


def test_the_open_page_follows_the_epoch(trained: LabRun, sheet: tuple[Page, Layout]) -> None:
    page, layout = sheet
    to_read = page_to_read(page, layout, trained.data.geometry)
    (line,) = run(look(trained, 6, to_read)).lines
    network = trained.recorder.network(6)
    said = network.logits(to_read.patches).argmax(axis=1)
    names = [trained.data.charset[int(index)] for index in said]
    assert line.then == f"{''.join(names[:4])} {''.join(names[4:])}"
    assert len(line.then) == len(line.now) == 9


def test_confirmed_letters_are_data_and_know_their_place(sheet: tuple[Page, Layout]) -> None:
    page, layout = sheet
    for number in range(8):
        page, _ = set_correction(page, number, "+" if number % 2 else "O")
    source = LetterSource("key", "page 1", page, layout)
    assert confirmed_count([source]) == 8
    data = run(load_page_letters([source], DataPlan(size=16)))
    assert data.charset.characters == "+O"
    assert [data.charset[int(label)] for label in data.labels] == ["O", "+"] * 4
    assert [place.glyph_id for place in data.places] == list(range(8))
    assert data.places[0].page == "key"
    assert data.patches.any(axis=(1, 2)).all()


def test_letters_whose_boxes_are_guesses_or_empty_are_not_learnt(
    sheet: tuple[Page, Layout],
) -> None:
    page, layout = sheet
    for number in range(8):
        page, _ = set_correction(page, number, "+" if number % 2 else "O")
    first, *others = page.glyphs
    typed = replace(first, predictions=())  # as one that was typed into the text
    bare = replace(others[0], box=BoundingBox(0, 0, 12, 12))
    page = replace(page, lines=(Line((Word((typed, bare, *others[1:])),)),))
    source = LetterSource("key", "page 1", page, layout)
    assert confirmed_count([source]) == 7
    data = run(load_page_letters([source], DataPlan(size=16)))
    assert [place.glyph_id for place in data.places] == list(range(2, 8))


def test_a_page_without_confirmed_letters_is_no_data(sheet: tuple[Page, Layout]) -> None:
    with pytest.raises(DatasetError, match="Confirm some letters"):
        run(load_page_letters([LetterSource(0, "p", *sheet)], DataPlan()))
