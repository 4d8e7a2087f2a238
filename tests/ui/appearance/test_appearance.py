"""The look: contrast, icons, and the scale of certainty."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QPalette, QPixmap, QRegion
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ocrdesk.ui import turns
from ocrdesk.ui.appearance import (
    Appearance,
    Certainty,
    Theme,
    certainty_of,
    dress,
    theme_of,
)
from ocrdesk.ui.appearance.stylesheet import stylesheet_of
from ocrdesk.ui.appearance.theme import DARK, LIGHT, PAPER_COLORS, palette_of
from tests.ui.appearance.conftest import contrast
from tests.ui.desk import wear

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out(theme: Theme) -> None:
    for ground in (theme.window, theme.base, theme.raised, theme.tint):
        assert contrast(theme.text, ground) >= 7
        assert contrast(theme.muted, ground) >= 4.5
    for color in (theme.info, theme.success, theme.warning, theme.error, theme.accent):
        assert contrast(color, theme.base) >= 4.5
    for color in theme.certainty.values():
        assert contrast(color, theme.window) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_frames_stand_out_on_white_and_on_black_paper() -> None:
    for color in PAPER_COLORS.values():
        assert contrast(color, "#ffffff") >= 3
        assert contrast(color, "#000000") >= 3


@pytest.mark.parametrize(
    ("probability", "step"),
    [
        (1.0, Certainty.CERTAIN),
        (0.98, Certainty.CERTAIN),
        (0.97, Certainty.LIKELY),
        (0.6, Certainty.LIKELY),
        (0.59, Certainty.DOUBTFUL),
        (0.0, Certainty.DOUBTFUL),
    ],
)
def test_steps_of_certainty(probability: float, step: Certainty) -> None:
    assert certainty_of(probability, is_confirmed=False) == step
    assert certainty_of(probability, is_confirmed=True) == Certainty.CONFIRMED
    unread = certainty_of(probability, is_confirmed=False, is_read=False)
    assert unread == Certainty.UNREAD


def test_a_box_to_tick_stands_out(look: Appearance, qtbot: QtBot) -> None:
    box = QCheckBox("x")
    qtbot.addWidget(box)
    box.resize(60, 24)
    box.show()
    for scheme, theme in ((Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)):
        wear(look, scheme)
        box.setChecked(False)
        for has_focus in (True, False):
            (box.setFocus if has_focus else box.clearFocus)()
            row = [box.grab().toImage().pixelColor(x, 12) for x in range(18)]
            assert max(contrast(color.name(), theme.window) for color in row) >= 3
        box.setChecked(True)
        picture = box.grab().toImage()
        inside = [picture.pixelColor(x, y).name() for x in range(2, 13) for y in range(6, 18)]
        assert max(inside, key=inside.count) == theme.accent
        assert max(contrast(color, theme.accent) for color in inside) >= 4.5
    wear(look, Qt.ColorScheme.Unknown)


def test_a_theme_is_known_by_its_palette() -> None:
    assert theme_of(palette_of(LIGHT)) is LIGHT
    assert theme_of(palette_of(DARK)) is DARK


def test_light_and_dark_can_be_chosen(look: Appearance, qtbot: QtBot) -> None:
    wear(look, Qt.ColorScheme.Light)
    with qtbot.waitSignal(look.changed):
        look.set_scheme(Qt.ColorScheme.Dark)
    assert look.theme is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    wear(look, Qt.ColorScheme.Unknown)


def test_each_window_is_dressed_in_a_turn_of_its_own(look: Appearance, qtbot: QtBot) -> None:
    wear(look, Qt.ColorScheme.Light)
    windows = [QWidget(), QWidget()]
    for window in windows:
        qtbot.addWidget(window)
        window.show()
    before = windows[0].styleSheet()
    assert before == windows[1].styleSheet() != ""
    look.set_scheme(Qt.ColorScheme.Dark)
    dressed = []
    while turns._waiting:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        dressed.append(sum(w.styleSheet() not in ("", before) for w in windows))
        for window in windows:  # what is half dressed is not painted
            assert window.updatesEnabled() == (window.styleSheet() != "")
    assert dressed[-1] == 2
    assert 1 in dressed
    dialog = QDialog(windows[0])
    field = QLineEdit(dialog)
    dialog.ensurePolished()
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.Base).name() == DARK.base, "as its window"
    wear(look, Qt.ColorScheme.Unknown)


def test_tones_follow_light_and_dark(look: Appearance, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    dress(label, size="title", tone="doubtful")
    label.show()
    for scheme, theme in ((Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)):
        wear(look, scheme)
        color = label.palette().color(QPalette.ColorRole.WindowText)
        assert color.name() == theme.certainty[Certainty.DOUBTFUL]
        assert label.font().pointSizeF() > QApplication.font().pointSizeF() * 1.4
    wear(look, Qt.ColorScheme.Unknown)


def test_every_picture_of_the_style_sheet_is_there(qapp: QApplication) -> None:
    for theme in (LIGHT, DARK):
        named = re.findall(r'url\("(.+?)"\)', stylesheet_of(theme, qapp.font()))
        assert len(set(named)) == 6
        assert all(QSvgRenderer(path).isValid() for path in named)


def test_what_is_filled_in_has_round_corners_alike(look: Appearance, qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit, QListView, QComboBox, QSpinBox)
    fields = [kind(column) for kind in kinds]
    for place, field in enumerate(fields):
        field.setGeometry(4, 4 + 40 * place, 120, 32)
    column.resize(128, 260)
    column.show()
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        wear(look, scheme)
        picture = column.grab().toImage()
        ground = picture.pixelColor(0, 0)
        for field in fields:
            corner, edge = field.geometry().topLeft(), field.geometry().left()
            assert picture.pixelColor(corner) == ground, field
            assert picture.pixelColor(edge, field.geometry().center().y()) != ground, field
    wear(look, Qt.ColorScheme.Unknown)


def test_the_knob_of_a_slider_stands_out(look: Appearance, qtbot: QtBot) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.resize(100, 20)
    slider.show()
    for scheme, theme in ((Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)):
        wear(look, scheme)
        row = [slider.grab().toImage().pixelColor(x, 10) for x in range(16)]
        assert max(contrast(color.name(), theme.window) for color in row) >= 3
    wear(look, Qt.ColorScheme.Unknown)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_chosen_radio_button_is_round(look: Appearance, qtbot: QtBot, ratio: float) -> None:
    wear(look, Qt.ColorScheme.Light)
    button = QRadioButton("")
    qtbot.addWidget(button)
    button.setChecked(True)
    button.ensurePolished()
    button.resize(button.sizeHint())
    picture = QPixmap(button.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    button.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    image = picture.toImage()
    darkness = np.array(
        [[255 - image.pixelColor(x, y).green() for x in range(image.width())]
         for y in range(image.height())], float,
    )  # fmt: skip
    rows, columns = np.nonzero(darkness > 20)
    middle = (rows.min() + rows.max()) / 2, (columns.min() + columns.max()) / 2
    far = np.hypot(rows - middle[0], columns - middle[1]).max()
    assert far <= 8 * ratio + 0.5, "no corners"
    edge = np.unique(darkness[darkness > 0])
    assert len(edge) > 6, "its edge is smooth"
