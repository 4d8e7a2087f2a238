"""Icons: their grid, and their colours in light and dark."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ocrdesk.paths import resources_folder
from ocrdesk.ui.appearance import Appearance, app_icon, icon, icon_pixmap
from ocrdesk.ui.appearance.theme import DARK, LIGHT
from tests.ui.appearance.conftest import contrast
from tests.ui.desk import wear

pytestmark = pytest.mark.usefixtures("qapp")

ICONS = sorted(path for path in (resources_folder() / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=[path.stem for path in ICONS])
def test_icons_are_drawn_on_one_grid(path: Path) -> None:
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    if path.stem == "ocrdesk":  # in its own colours and size
        return
    assert renderer.viewBox() == QRect(0, 0, 24, 24)
    assert 'stroke-width="1.75"' in path.read_text(encoding="utf-8")
    image = icon_pixmap(path.stem, 24, QColor("red")).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha()
    ]
    assert inked, "the icon is empty"
    assert all(color.red() > color.blue() for color in inked if color.alpha() > 128)


def test_icons_follow_the_palette_and_the_scale(look: Appearance) -> None:
    shades = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        wear(look, scheme)
        image = icon("stop").pixmap(QSize(24, 24)).toImage()
        shades.append(max(image.pixelColor(x, 12).alpha() for x in range(24)))
        strongest = max((image.pixelColor(x, 12) for x in range(24)), key=QColor.alpha)
        shades.append(strongest.lightness())
    wear(look, Qt.ColorScheme.Unknown)
    assert shades[1] < 60
    assert shades[3] > 180
    assert icon_pixmap("stop", 24, QColor("red"), ratio=2.0).width() == 48
    sharp = icon("stop").pixmap(QSize(20, 20), 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (40, 2.0)


def _strongest(picture: QPixmap) -> QColor:
    image = picture.toImage()
    return max((image.pixelColor(x, 12) for x in range(24)), key=QColor.alpha)


def test_an_icon_in_a_row_that_is_only_tinted_stays_dark_on_light(look: Appearance) -> None:
    size, selected = QSize(24, 24), QIcon.Mode.Selected
    role = QPalette.ColorRole.ButtonText
    for scheme, theme in ((Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)):
        wear(look, scheme)
        shown = _strongest(icon("stop", selected=role).pixmap(size, selected))
        assert contrast(shown.name(), theme.tint) >= 4.5
        assert contrast(_strongest(icon("stop").pixmap(size, selected)).name(), theme.accent) > 4
    wear(look, Qt.ColorScheme.Unknown)


def test_disabled_icons_are_fainter(look: Appearance) -> None:
    image = QImage(48, 24, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    icon("stop").paint(painter, QRect(0, 0, 24, 24))
    disabled = QIcon.Mode.Disabled
    icon("stop").paint(painter, QRect(24, 0, 24, 24), Qt.AlignmentFlag.AlignCenter, disabled)
    painter.end()
    enabled_shade = min(image.pixelColor(x, 12).lightness() for x in range(24))
    disabled_shade = min(image.pixelColor(x, 12).lightness() for x in range(24, 48))
    assert disabled_shade > enabled_shade + 30


def test_an_icon_that_was_never_drawn_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("unheard-of")


def test_the_program_has_an_icon_at_every_size() -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
    assert (resources_folder() / "icons" / "ocrdesk.png").is_file()
