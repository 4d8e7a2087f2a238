"""What can be clicked on the first screen: the sample page and files opened before."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ocrdesk.ui.appearance import Theme, icon_pixmap, pixel_ratio, scaled_font, theme_of
from ocrdesk.ui.appearance.metrics import (
    ICON_M,
    RADIUS_L,
    RADIUS_M,
    RADIUS_S,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
)
from ocrdesk.ui.appearance.theme import mixed
from ocrdesk.ui.appearance.typography import CAPTION, HEADING
from ocrdesk.ui.translation import tr

_THUMBNAIL = QSize(104, 78)


class CardButton(QAbstractButton):
    """A button as wide as its column, with a ground that answers the mouse and the keyboard."""

    def __init__(self, *, is_framed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_framed = is_framed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then what the card shows."""
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(theme.border), 1.0) if self._is_framed else Qt.PenStyle.NoPen)
        ground = QColor(theme.raised) if self._is_framed else QColor(Qt.GlobalColor.transparent)
        if self.underMouse():
            ground = mixed(theme.raised if self._is_framed else theme.window, theme.text, 0.05)
        if self.isDown():
            ground = mixed(theme.window, theme.text, 0.1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2.0))
        painter.setBrush(ground)
        radius = RADIUS_L if self._is_framed else RADIUS_M
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self.draw(painter, theme)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw what the card shows."""
        raise NotImplementedError


class SampleCard(CardButton):
    """Offers the sample page, with its picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(is_framed=True, parent=parent)
        self._thumbnail: QImage | None = None
        self.setText(tr("Try the sample page"))
        self.setAccessibleName(self.text())
        self._sentence = tr("A hand-printed note that came with ocrdesk.")
        self.setAccessibleDescription(self._sentence)

    def set_thumbnail(self, image: QImage | None) -> None:
        """Show a picture of the page."""
        self._thumbnail = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the picture with its margins."""
        text = 4 * self.fontMetrics().height()  # a heading and up to two lines below it
        return QSize(320, max(_THUMBNAIL.height(), text) + 2 * SPACE_M)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw picture, heading, sentence and an arrow."""
        top = (self.height() - _THUMBNAIL.height()) / 2
        area = QRectF(QPointF(SPACE_M, top), _THUMBNAIL.toSizeF())
        _draw_picture(painter, area, self._thumbnail, theme)
        left = round(area.right()) + SPACE_L
        width = self.width() - left - ICON_M - 2 * SPACE_L
        heading = scaled_font(self.font(), HEADING, weight=QFont.Weight.DemiBold)
        painter.setFont(heading)
        line = painter.fontMetrics().height()
        text = QRectF(left, self.height() / 2 - line - SPACE_XS, width, line)
        painter.setPen(QColor(theme.text))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        below = QRectF(left, self.height() / 2 + SPACE_XS / 2, width, self.height() / 2 - SPACE_S)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(flags), self._sentence)
        arrow = icon_pixmap("next", ICON_M, QColor(theme.muted), ratio=self.devicePixelRatioF())
        painter.drawPixmap(self.width() - ICON_M - SPACE_L, (self.height() - ICON_M) // 2, arrow)


class RecentButton(CardButton):
    """One file opened before: its name, and its folder in grey."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(is_framed=False, parent=parent)
        self.path = path
        name, folder = Path(path).name, _short_folder(path)
        self._folder = folder
        self.setText(name)
        self.setToolTip(path)
        self.setAccessibleName(tr("Open {name}").format(name=name))
        self.setAccessibleDescription(folder)

    def sizeHint(self) -> QSize:
        """Return one line with room to aim at."""
        return QSize(240, max(34, self.fontMetrics().height() + 2 * SPACE_S))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw icon, name and folder on one line."""
        mark = icon_pixmap("image", ICON_M, QColor(theme.muted), ratio=self.devicePixelRatioF())
        painter.drawPixmap(SPACE_S, (self.height() - ICON_M) // 2, mark)
        left = SPACE_S + ICON_M + SPACE_M
        room = self.width() - left - SPACE_S
        painter.setFont(self.font())
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, round(room * 0.62)
        )
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(left, 0, room, self.height()), middle, name)
        used = painter.fontMetrics().horizontalAdvance(name) + SPACE_M
        painter.setFont(scaled_font(self.font(), CAPTION))
        painter.setPen(QColor(theme.muted))
        folder = painter.fontMetrics().elidedText(
            self._folder, Qt.TextElideMode.ElideMiddle, max(room - used, 0)
        )
        area = QRectF(left + used, 0, room - used, self.height())
        painter.drawText(area, middle | int(Qt.AlignmentFlag.AlignRight), folder)


def _draw_picture(painter: QPainter, area: QRectF, image: QImage | None, theme: Theme) -> None:
    clip = QPainterPath()
    clip.addRoundedRect(area, RADIUS_S, RADIUS_S)
    painter.fillPath(clip, mixed(theme.base, theme.text, 0.07))
    if image is None or image.isNull():
        mark = icon_pixmap("sample", 32, QColor(theme.muted), ratio=pixel_ratio(painter))
        painter.drawPixmap(area.center() - QPointF(16, 16), mark)
    else:
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        target = QRectF(QPointF(), image.size().toSizeF().scaled(area.size(), mode))
        target.moveCenter(area.center())
        painter.save()
        painter.setClipPath(clip)
        painter.drawImage(target, image)
        painter.restore()
    painter.setPen(QPen(QColor(theme.border), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(clip)


def _short_folder(path: str) -> str:
    folder = Path(path).parent
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
