"""The laboratory says what is missing, what is waited for, and what each number and line is."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap, QScreen, QTextTable
from PySide6.QtWidgets import QLabel, QWidget

from ocrdesk.services.laboratory.network_plan import (
    Kind,
    LayerPlan,
    NetworkPlan,
    built,
    row_numbers,
)
from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.views.lab_curve_plot import CurvePlot
from ocrdesk.ui.views.lab_layer_row import LayerRow
from ocrdesk.ui.views.lab_matrix import name_places, name_size
from ocrdesk.ui.views.lab_plots import Curves
from ocrdesk.ui.views.lab_window import DATA, INSIDE, TRAINING, LabPages, LabWindow
from tests.ui.desk import Desk
from tests.ui.laboratory.conftest import look_inside, train

pytestmark = pytest.mark.window

_PLAN = NetworkPlan(
    (
        LayerPlan(kind="convolution", units=4, activation="relu"),
        LayerPlan(kind="pooling"),
        LayerPlan(kind="dense", units=8, activation="sigmoid"),
        LayerPlan(kind="dropout", rate=0.5),
    ),
    "xavier",
)


def test_while_letters_are_loaded_a_bar_and_words_say_so(desk: Desk, lab: LabDesk) -> None:
    page = lab.window.data
    lab.window.show_page(DATA)
    assert not page.bar.isVisible()
    page.set_busy("Making letters up …")
    assert page.bar.isVisible()
    assert page.bar.maximum() == 0, "nobody knows how far it is"
    assert page.letters.hint == "Making letters up …"
    assert not page.load_button.isEnabled()
    assert page.load_button.toolTip()
    page.set_busy("Cutting letters …", share=0.5)
    assert page.bar.value() * 2 == page.bar.maximum()
    page.set_busy("")
    assert not page.bar.isVisible()
    assert page.load_button.isEnabled()
    desk.settle()


def test_start_says_what_it_waits_for(desk: Desk, lab: LabDesk) -> None:
    lab.window.show_page(TRAINING)
    page, data = lab.window.training, lab.data
    assert page.start_button.isEnabled()
    assert page.start_button.toolTip() == ""
    lab.training._data = None
    lab.training.set_loading(is_loading=True)
    for button in (page.start_button, page.step_button):
        assert not button.isEnabled()
        assert "once the letters are loaded" in button.toolTip()
    assert "once the letters" in page._problems.text()
    lab.training.set_loading(is_loading=False)
    assert "Load letters first" in page.start_button.toolTip()
    assert data is not None
    lab.training.set_data(data)
    assert page.start_button.isEnabled()
    desk.settle()


def test_before_a_run_nothing_inside_is_blank(desk: Desk, lab: LabDesk) -> None:
    lab.window.show_page(INSIDE)
    desk.settle()
    page = lab.window.inside
    assert "Once a run has begun" in page.pairs.hint
    assert "Once a run has begun" in page.letters.hint
    for part in (page.matrix, page.pairs.viewport(), page.letters.viewport()):
        image = part.grab().toImage()
        colors = {image.pixel(x, image.height() // 2 + y)
                  for x in range(image.width()) for y in range(-9, 9)}  # fmt: skip
        assert len(colors) > 3, "something is written in the middle"


def test_layers_go_by_the_numbers_of_the_network_page() -> None:
    network = built(_PLAN, (28, 28), 4, None)
    curves = Curves(0, (), rows=row_numbers(_PLAN))
    assert len(curves.rows) == len(network.layers)
    told = [curves.layer_told(f"{i}.{layer.kind}") for i, layer in enumerate(network.layers)]
    assert told[0] == "1: convolution"
    assert told[1] == "1: relu"
    assert [words for words in told if "dense" in words] == ["3: dense"]
    assert told[-1] == "outputs"


def test_a_run_names_its_layers_in_words(desk: Desk, lab: LabDesk) -> None:
    train(desk, lab)
    plots = lab.window.training.plots
    assert plots.gradients.toolTip() == "1: dense, outputs"
    assert plots.activations.toolTip() == "1: sigmoid"


def test_an_axis_ends_with_a_number(desk: Desk, lab: LabDesk) -> None:
    lab.window.show_page(TRAINING)
    for plot in (lab.window.training.plots.accuracy, lab.window.training.plots.gradients):
        plot.set_last_epoch(30)
        desk.settle()
        plot.grab()
        picture = QPixmap(10, 10)
        painter = QPainter(picture)
        axis = plot.getPlotItem().getAxis("bottom")
        _, _, texts = axis.generateDrawSpecs(painter)
        painter.end()
        area, _, last = max(texts, key=lambda each: each[0].right())
        assert last == "30"
        assert plot.sceneRect().contains(axis.mapRectToScene(area))


@pytest.mark.parametrize("width", [180, 244, 420])
def test_a_title_is_no_wider_than_its_plot(desk: Desk, width: int) -> None:
    plot = CurvePlot("Gradient by layer")
    plot.setParent(desk.window)
    plot.resize(width, 160)
    plot.name_lines(["1: convolution", "3: dense", "outputs"])
    label = plot.getPlotItem().titleLabel
    assert ("dense" in label.text) == (width > 400)
    assert "outputs" in label.text
    if width > 200:
        assert label.itemRect().width() <= width - 42
    plot.setParent(None)
    plot.deleteLater()


@pytest.mark.parametrize("side", [4.5, 7.2, 9.5, 20.0])
def test_names_beside_the_matrix_can_be_read(side: float) -> None:
    places = name_places(side, 36)
    size = name_size(side)
    assert size >= 9
    for which in (0, 1):
        boxes = [place[which].adjusted(0.01, 0.01, -0.01, -0.01) for place in places]
        assert all(min(box.width(), box.height()) > size - 0.1 for box in boxes)
        assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    assert all(left.left() >= 0 for left, _ in places)


def test_fields_of_a_layer_say_what_they_are(desk: Desk) -> None:
    expected: tuple[tuple[Kind, list[str]], ...] = (
        ("dense", ["Activation", "Initialiser", "Kind", "Units"]),
        ("convolution", ["Activation", "Channels", "Initialiser", "Kind", "Side"]),
        ("dropout", ["Kind", "Share left out"]),
    )
    for kind, words in expected:
        row = LayerRow(LayerPlan(kind=kind))
        row.setParent(desk.window)
        row.show()
        labels = [label for label in row.findChildren(QLabel) if label.isVisible()]
        assert sorted(label.text() for label in labels if label.text()) == words
        row.setParent(None)
        row.deleteLater()


def test_the_open_page_stands_in_two_columns(desk: Desk, lab: LabDesk, three: Desk) -> None:
    del three
    train(desk, lab)
    look_inside(desk, lab)
    page = lab.window.inside.page
    desk.wait_until(lambda: "on the page now" in page.toPlainText())
    table = page.document().rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    assert table.cellAt(1, 0).format().toTableCellFormat().rightPadding() >= 16


def test_the_window_fits_on_the_screen(lab: LabDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lab.window.height() <= 720
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1024, 640))
    pages = LabPages(*(QWidget() for _ in range(5)))  # type: ignore[arg-type]
    window = LabWindow(pages)
    assert window.height() <= 600, "with its title bar"
    assert window.width() <= 1024
    window.deleteLater()
    for page in (pages.data, pages.network, pages.training, pages.inside, pages.experiments):
        page.deleteLater()
