"""Icons drawn for this project, tinted to the palette and sharp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ocrdesk.formats.presence import is_file
from ocrdesk.paths import resources_folder

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def pixel_ratio(painter: QPainter) -> float:
    """Return how many device pixels a logical one is where the painter draws."""
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


@lru_cache(maxsize=1024)
def _tinted(name: str, width: int, height: int, color: int) -> QPixmap:
    """Return the icon in device pixels; ``color`` is the number of a QRgb."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(resources_folder() / "icons" / f"{name}.svg"))
    painter = QPainter(image)
    side = min(width, height)
    renderer.render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(color))
    painter.end()
    return QPixmap.fromImage(image)


def icon_pixmap(name: str, size: int, color: QColor, *, ratio: float = 1.0) -> QPixmap:
    """Return a square icon of ``size`` logical pixels for a screen of that pixel ratio."""
    side = max(1, round(size * ratio))
    pixmap = QPixmap(_tinted(name, side, side, color.rgba()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _TintedEngine(QIconEngine):
    """Draws one icon in the text colour that the application wears at that moment."""

    def __init__(self, name: str, role: QPalette.ColorRole, selected: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._selected = selected

    def _color(self, mode: QIcon.Mode) -> QColor:
        palette = QApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(_Group.Disabled, _Role.ButtonText)
        if mode == QIcon.Mode.Selected:
            return palette.color(self._selected)
        return palette.color(self._role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon for a plain screen."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon in ``size`` logical pixels (since Qt 6.8) for a screen of that scale."""
        del state
        width, height = round(size.width() * scale), round(size.height() * scale)
        color = self._color(mode).rgba()
        pixmap = QPixmap(_tinted(self._name, max(1, width), max(1, height), color))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon sharply, whatever the painter's pixel ratio."""
        pixmap = self.scaledPixmap(rect.size(), mode, state, pixel_ratio(painter))
        painter.drawPixmap(QPoint(rect.left(), rect.top()), pixmap)

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon."""
        copy = _TintedEngine(self._name, self._role, self._selected)
        _engines.append(copy)
        return copy


_engines: list[_TintedEngine] = []


@lru_cache(maxsize=256)
def icon(
    name: str,
    role: QPalette.ColorRole = _Role.ButtonText,
    selected: QPalette.ColorRole = _Role.HighlightedText,
) -> QIcon:
    """Return the icon ``resources/icons/NAME.svg``; it follows the palette by itself.

    ``selected`` is its colour in rows that are selected: where they are only tinted, that of text.
    Raises ``FileNotFoundError`` for a name that was never drawn.
    """
    path = resources_folder() / "icons" / f"{name}.svg"
    if not is_file(path):
        raise FileNotFoundError(path)
    engine = _TintedEngine(name, role, selected)
    _engines.append(engine)
    return QIcon(engine)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """Return the icon of the program, in its own colours, sharp from 16 to 256 pixels."""
    renderer = QSvgRenderer(str(resources_folder() / "icons" / "ocrdesk.svg"))
    result = QIcon()
    for size in _APP_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(QPixmap.fromImage(image))
    return result
