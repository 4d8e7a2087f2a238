"""One open page in the list: thumbnail, title, and how far it is."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ocrdesk.ui.appearance import Theme, icon_pixmap, pixel_ratio, scaled_font, theme_of
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.theme import mixed
from ocrdesk.ui.appearance.typography import BODY, CAPTION
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.elided_label import fitting
from ocrdesk.ui.views.page_thumbnail import draw_thumbnail
from ocrdesk.ui.views.page_titles import title_lines, title_widths

_Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
NOT_SAVED = later("Changes not saved")
_THUMBNAIL = QSize(52, 60)
_SMALL_THUMBNAIL = QSize(36, 48)
_NARROW = 176  # a row less wide than this shows the small thumbnail
_PROGRESS_HEIGHT = 3.0
_DOT = 7.0  # marks a page whose corrections were not saved
_CROSS_EDGE = 2  # pixels between a row's edge and where the cross can be clicked


class PageState(enum.Enum):
    """How far a page is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One row of the panel; counts are letters.

    ``fraction`` is how much has been read, or of a page that was read, how far its image and its
    ink are there.

    ``thumbnail`` should be about 120 pixels high. ``detail`` is told below the title in the
    tooltip. ``is_edited`` tells that there are corrections nobody has saved.
    """

    title: str
    state: PageState = PageState.WAITING
    thumbnail: QImage | None = None
    fraction: float = 0.0
    letters: int = 0
    to_review: int = 0
    confirmed: int = 0
    detail: str = ""
    is_edited: bool = False


_WORDS = {
    PageState.WAITING: later("Waiting"),
    PageState.FAILED: later("Could not be read"),
    PageState.UNREAD: later("Not read yet"),
}


def status_line(entry: PageEntry) -> str:
    """Return how far the page is, in words."""
    if entry.state in _WORDS:
        return tr(_WORDS[entry.state])
    if entry.state == PageState.READING:
        return tr("Reading, {percent} %").format(percent=f"{100 * entry.fraction:.0f}")
    if not entry.letters:
        return tr("No letters found")
    if entry.confirmed >= entry.letters:
        return tr("All confirmed")
    to_check = tr("%n to check", None, entry.to_review)
    return to_check if entry.to_review else tr("%n letters", None, entry.letters)


def short_status(entry: PageEntry) -> str:
    """Return the same as briefly as can be, beside the icon that tells what it is about."""
    if entry.state == PageState.READING:
        return f"{100 * entry.fraction:.0f} %"
    is_counted = entry.state == PageState.READ and 0 < entry.letters != entry.confirmed
    return str(entry.to_review or entry.letters) if is_counted else status_line(entry)


def tip_of(entry: PageEntry) -> str:
    """Return the tool tip of the row: the whole title first, for where it is cut."""
    lines = [entry.title, entry.detail, tr(NOT_SAVED) if entry.is_edited else ""]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def spoken_entry(entry: PageEntry) -> str:
    """Return the row in words for a screen reader."""
    edited = ", " + tr("changes not saved") if entry.is_edited else ""
    return f"{entry.title}, {status_line(entry)}{edited}"


def _status_icon(entry: PageEntry, theme: Theme) -> tuple[str, str]:
    """Return the icon of the state and its colour."""
    if entry.state == PageState.WAITING:
        return "waiting", theme.muted
    if entry.state == PageState.READING:
        return "read", theme.accent
    if entry.state == PageState.FAILED:
        return "error", theme.error
    if not entry.letters:
        return "info", theme.muted
    if entry.confirmed >= entry.letters:
        return "success", theme.success
    return ("doubt", theme.warning) if entry.to_review else ("check", theme.success)


class PageCard(QStyledItemDelegate):
    """Draws a PageEntry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font: QFont | None = None  # of the list, in which titles were measured
        self._width_of: Callable[[str], int] = len

    @staticmethod
    def cross_area(row: QRect) -> QRect:
        """Return where the cross that closes the page is, in the row's coordinates.

        It ends where the title begins: no click on a name closes its page.
        """
        side = ICON_S + 2 * SPACE_XS
        left = row.right() - side - _CROSS_EDGE
        return QRect(left, row.top() + _CROSS_EDGE, side, side - SPACE_XS)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a height for the thumbnail or two lines of text, whichever is more; or for three.

        The cross has its place above them, so that it comes and goes without moving a word.
        """
        line = option.fontMetrics.height()
        cross = _CROSS_EDGE + ICON_S  # its icon, but for the margin inside that
        text = 2 * (line + SPACE_XS // 2 + cross)
        entry: PageEntry = index.data(ENTRY)
        room = _room_in_row(self._row_width(option), is_edited=entry.is_edited)
        if self._title_width(entry.title, option) > room:
            text = cross + 3 * line + 2 * SPACE_S
        return QSize(160, max(_THUMBNAIL.height() + 2 * SPACE_S, text))

    def _row_width(self, option: QStyleOptionViewItem) -> int:
        """Return how wide the list has its rows: Qt asks for sizes without saying that."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return width or option.rect.width()

    def _title_width(self, title: str, option: QStyleOptionViewItem) -> int:
        """Return how wide a title is in one line; the list asks for all rows if one changes."""
        if self._font is None or self._font != option.font:
            self._font = QFont(option.font)
            self._width_of = title_widths(_title_metrics(option))
        return self._width_of(title)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, thumbnail, texts and cross."""
        entry: PageEntry = index.data(ENTRY)
        theme = theme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        row = _ground(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_current or is_hovered:
            ground = QColor(theme.tint) if is_current else mixed(theme.base, theme.text, 0.05)
            painter.setPen(Qt.PenStyle.NoPen)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(theme.accent))
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0)
        picture, texts = _areas(row)
        draw_thumbnail(painter, picture, entry.thumbnail, theme)
        _draw_texts(painter, texts, entry, option)
        if is_hovered or is_current:
            area = self.cross_area(option.rect)
            cross = icon_pixmap("close", ICON_S, QColor(theme.muted), ratio=pixel_ratio(painter))
            painter.drawPixmap(area.left() + SPACE_XS, area.top() + SPACE_XS, cross)
        painter.restore()


def _ground(row: QRect) -> QRect:
    """Return what of a row is filled where it is current."""
    return row.adjusted(2, 2, -2, -2)


def _areas(ground: QRect) -> tuple[QRectF, QRect]:
    """Return where the thumbnail and the texts of a row go."""
    is_narrow = ground.width() < _NARROW
    size = _SMALL_THUMBNAIL if is_narrow else _THUMBNAIL
    corner = QPointF(ground.left() + SPACE_S - 2, ground.center().y() - size.height() / 2)
    picture = QRectF(corner, size.toSizeF())
    left = round(picture.right()) + (SPACE_S if is_narrow else SPACE_M)
    return picture, QRect(left, ground.top(), ground.right() - left - SPACE_XS, ground.height())


def _draw_texts(
    painter: QPainter, area: QRect, entry: PageEntry, option: QStyleOptionViewItem
) -> None:
    line = option.fontMetrics.height()
    room = _room(area, is_edited=entry.is_edited)
    titles = title_lines(entry.title, _title_metrics(option), room)
    top = area.center().y() - line - SPACE_XS // 2
    if len(titles) > 1:  # from below the cross on
        top = area.top() + _CROSS_EDGE + ICON_S
    _draw_title(painter, QRect(area.left(), top, area.width(), line + 2), titles, entry, option)
    top += (len(titles) - 1) * line
    below = QRect(area.left(), top + line + SPACE_XS, area.width(), line)
    _draw_status(painter, below, entry, option)
    if entry.state == PageState.READING or 0.0 < entry.fraction < 1.0:
        theme = theme_of(option.palette)
        track = QRectF(area.left(), below.bottom() + 4.0, area.width(), _PROGRESS_HEIGHT)
        painter.fillRect(track, mixed(theme.base, theme.text, 0.12))
        track.setWidth(track.width() * min(max(entry.fraction, 0.0), 1.0))
        painter.fillRect(track, QColor(theme.accent))


def _title_metrics(option: QStyleOptionViewItem) -> QFontMetrics:
    return QFontMetrics(_title_font(option))


def _title_font(option: QStyleOptionViewItem) -> QFont:
    return scaled_font(option.font, BODY, weight=QFont.Weight.Medium)


def _room(area: QRect, *, is_edited: bool) -> int:
    """Return how wide a line of the title may be, beside the dot."""
    return area.width() - (round(_DOT) + SPACE_XS if is_edited else 0)


@lru_cache(maxsize=64)
def _room_in_row(width: int, *, is_edited: bool) -> int:
    """Return the same for a row of that width: all rows of a list have one."""
    _, texts = _areas(_ground(QRect(0, 0, width, _THUMBNAIL.height())))
    return _room(texts, is_edited=is_edited)


def _draw_title(
    painter: QPainter,
    area: QRect,
    titles: Sequence[str],
    entry: PageEntry,
    option: QStyleOptionViewItem,
) -> None:
    """Draw the title, with a dot behind it where there is work to save."""
    theme = theme_of(option.palette)
    painter.setFont(_title_font(option))
    painter.setPen(QColor(theme.text))
    metrics = painter.fontMetrics()
    for number, title in enumerate(titles):
        if number:
            area = area.translated(0, option.fontMetrics.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), title)
    if entry.is_edited:
        left = area.left() + metrics.horizontalAdvance(titles[-1]) + SPACE_XS + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        middle = area.top() + area.height() / 2
        painter.drawEllipse(QRectF(left, middle - _DOT / 2 + 0.5, _DOT, _DOT))


def _draw_status(
    painter: QPainter, area: QRect, entry: PageEntry, option: QStyleOptionViewItem
) -> None:
    theme = theme_of(option.palette)
    name, color = _status_icon(entry, theme)
    mark = icon_pixmap(name, ICON_S, QColor(color), ratio=pixel_ratio(painter))
    painter.drawPixmap(area.left(), area.top() + (area.height() - ICON_S) // 2, mark)
    painter.setFont(scaled_font(option.font, CAPTION))
    painter.setPen(QColor(theme.muted))
    beside = area.adjusted(ICON_S + SPACE_XS, 0, 0, 0)
    texts, metrics = (status_line(entry), short_status(entry)), painter.fontMetrics()
    status = fitting(metrics, beside.width(), texts) or metrics.elidedText(
        texts[1], Qt.TextElideMode.ElideRight, beside.width()
    )
    painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), status)
