"""What the laboratory tells beside its curves: letters of files, time left, the worst pairs."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.views.lab_data_page import FILES, FOLDER
from ocrdesk.ui.views.lab_window import DATA, TRAINING
from tests.ui.desk import Desk
from tests.ui.laboratory.conftest import look_inside, train

pytestmark = pytest.mark.window

_COUNT = 20  # of each letter


def _bars(*, horizontal: bool) -> NDArray[np.uint8]:
    """Return pictures of a bar, dark on light, each a little elsewhere."""
    images = np.full((_COUNT, 24, 24), 255, np.uint8)
    for place, image in enumerate(images):
        at = 8 + place % 6
        (image[at : at + 3, 4:20] if horizontal else image[4:20, at : at + 3])[:] = 0
    return images


def _as_file(folder: Path) -> Path:
    labels = np.array(["I"] * _COUNT + ["T"] * _COUNT)
    path = folder / "bars.npz"
    np.savez(
        path,
        images=np.concatenate([_bars(horizontal=False), _bars(horizontal=True)]),
        labels=labels,
    )
    return path


def _as_folder(folder: Path) -> Path:
    for name, horizontal in (("I", False), ("T", True)):
        (folder / "bars" / name).mkdir(parents=True)
        for place, image in enumerate(_bars(horizontal=horizontal)):
            Image.fromarray(image).save(folder / "bars" / name / f"{place}.png")
    return folder / "bars"


@pytest.mark.parametrize(("source", "made"), [(FILES, _as_file), (FOLDER, _as_folder)])
def test_letters_of_a_file_and_of_a_folder_are_loaded_and_learnt(
    desk: Desk, lab: LabDesk, tmp_path: Path, source: int, made: Callable[[Path], Path]
) -> None:
    lab.window.show_page(DATA)
    page = lab.window.data
    page.source_box.setCurrentIndex(source)
    page.characters.setEditText("IT")
    page.per_class.setValue(_COUNT)
    page.set_files([made(tmp_path)])
    page.load_button.click()
    desk.wait_until(lambda: lab.data is not None and lab.data.is_from_files)
    assert lab.data is not None
    assert lab.data.charset.characters == "IT"
    assert lab.data.counts().sum(axis=1).tolist() == [_COUNT, _COUNT]
    assert page.letters.count() == 2 * _COUNT
    lab.window.training.batch.setValue(4)
    train(desk, lab)
    run = lab.training.run
    assert run is not None
    assert run.data is lab.data
    assert len(run.history) == 3


def test_a_run_tells_the_time_that_is_left_and_draws_its_learning_rate(
    desk: Desk, lab: LabDesk
) -> None:
    page = lab.window.training
    lab.window.show_page(TRAINING)
    page.epochs.setValue(3000)
    page.start_button.click()
    desk.wait_until(lambda: page.status.text().endswith(" left."))
    assert page.status.text().removesuffix(" left.").split()[-1] in {"s", "min"}
    rate = page.plots.rate
    desk.wait_until(lambda: "0" in rate._lines)
    page.start_button.click()
    desk.wait_until(lambda: not lab.training.is_running and page.plots.is_drawn)
    assert "left" not in page.status.text()
    _, rates = rate._lines["0"].getData()
    # What is drawn on a logarithmic axis are logarithms.
    assert 10 ** float(rates[0]) == pytest.approx(page.rate.value(), rel=1e-3)


def test_the_worst_pairs_are_listed_and_lead_to_their_letters(desk: Desk, lab: LabDesk) -> None:
    train(desk, lab)
    shown, page = look_inside(desk, lab), lab.window.inside
    names = shown.run.data.charset.characters
    assert page.pairs.count() == len(shown.view.pairs) > 0, "three epochs leave mistakes"
    page.pairs.setCurrentRow(0)
    worst = shown.view.pairs[0]
    assert page.letters_title.text().startswith(
        f"{names[worst.truth]} read as {names[worst.taken_for]}"
    )
    assert page.letters.count() >= worst.count
