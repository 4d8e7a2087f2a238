"""The network's opinion of one letter: a bar for every character, the most probable first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ocrdesk.page.elements import Prediction
from ocrdesk.ui.appearance import (
    certainty_of,
    draw_letters,
    icon_pixmap,
    letter_font,
    pixel_ratio,
    scaled_font,
    theme_of,
)
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.theme import mixed
from ocrdesk.ui.appearance.typography import BODY, HEADING
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import percent
from ocrdesk.ui.views.letter_words import named

_Index = QModelIndex | QPersistentModelIndex
_PREDICTION = Qt.ItemDataRole.UserRole
_IS_CHOSEN = Qt.ItemDataRole.UserRole + 1
_NUMBERED = 9  # rows that Alt with a digit takes
_BAR_HEIGHT = 8.0


class PredictionModel(QAbstractListModel):
    """The predictions as rows, with words for a screen reader; ``limit`` rows are offered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._predictions: tuple[Prediction, ...] = ()
        self._chosen: str | None = None
        self._limit = 5

    def set_predictions(self, predictions: Sequence[Prediction], chosen: str | None) -> None:
        """Show other predictions; ``chosen`` is the character a person confirmed."""
        self.beginResetModel()
        self._predictions, self._chosen = tuple(predictions), chosen
        self.endResetModel()

    def set_limit(self, limit: int) -> None:
        """Offer that many rows."""
        self.beginResetModel()
        self._limit = limit
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows offered."""
        if parent is not None and parent.isValid():
            return 0
        return min(self._limit, len(self._predictions))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the character, its prediction, or how to say it."""
        prediction = self._predictions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return prediction.character
        if role == _PREDICTION:
            return prediction
        if role == _IS_CHOSEN:
            return prediction.character == self._chosen
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = f"{named(prediction.character)}, {percent(prediction.probability)}"
            text += ", " + tr("your choice") if prediction.character == self._chosen else ""
            has_key = role == Qt.ItemDataRole.ToolTipRole and index.row() < _NUMBERED
            return f"{text} ({_key(index.row() + 1)})" if has_key else text
        return None


def _key(place: int) -> str:
    """Return the keys that choose the character of a row."""
    return QKeySequence(f"Alt+{place}").toString(QKeySequence.SequenceFormat.NativeText)


class _BarDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del index
        return QSize(120, max(26, option.fontMetrics.height() + 2 * SPACE_XS + 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_of(option.palette)
        prediction: Prediction = index.data(_PREDICTION)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(1, 1, -1, -1)
        is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(theme.accent) if is_focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint))
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 5.0, 5.0)
        inner = row.adjusted(SPACE_S, 0, -SPACE_S, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.text))
        painter.setFont(letter_font(option.font, HEADING))
        letter_width = painter.fontMetrics().horizontalAdvance("W") + SPACE_S
        draw_letters(painter, inner, middle | Qt.AlignmentFlag.AlignLeft, prediction.character)
        painter.setFont(scaled_font(option.font, BODY))
        painter.setPen(QColor(theme.muted if index.row() else theme.text))
        number_width = painter.fontMetrics().horizontalAdvance("> 99 %") + SPACE_S
        label = percent(prediction.probability)
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), label)
        track = QRectF(
            inner.left() + letter_width,
            inner.center().y() - _BAR_HEIGHT / 2,
            inner.width() - letter_width - number_width - ICON_S,
            _BAR_HEIGHT,
        )
        self._draw_bar(painter, track, option, index)
        painter.restore()

    @staticmethod
    def _draw_bar(
        painter: QPainter, track: QRectF, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        theme = theme_of(option.palette)
        probability = index.data(_PREDICTION).probability
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.base, theme.text, 0.1))
        painter.drawRoundedRect(track, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        is_chosen = index.data(_IS_CHOSEN)
        color = theme.color(certainty_of(probability, is_confirmed=is_chosen))
        if index.row() and not is_chosen:
            color = mixed(theme.base, theme.text, 0.42)
        width = max(track.width() * probability, 3.0)
        painter.setBrush(color)
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), width, track.height()),
            min(width, _BAR_HEIGHT) / 2,
            _BAR_HEIGHT / 2,
        )
        if is_chosen:
            tick = icon_pixmap("check", ICON_S, color, ratio=pixel_ratio(painter))
            painter.drawPixmap(
                round(track.right() + 3), round(track.center().y() - ICON_S / 2), tick
            )


class ProbabilityList(QListView):
    """The bars as a list; a click or Enter chooses a character."""

    character_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PredictionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_BarDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("What the letter could be"))
        self.setAccessibleDescription(tr("Enter or a click chooses the character."))
        self.clicked.connect(self._choose)

    def set_predictions(self, predictions: Sequence[Prediction], chosen: str | None) -> None:
        """Show other predictions."""
        self._model.set_predictions(predictions, chosen)
        self._start()

    def set_limit(self, limit: int) -> None:
        """Offer that many characters."""
        self._model.set_limit(limit)
        self._start()

    def rows_height(self, rows: int) -> int:
        """Return the height that shows ``rows`` bars without scrolling."""
        row = self.sizeHintForRow(0) if self._model.rowCount() else self.fontMetrics().height() + 10
        return max(row, 26) * rows + 2 * self.frameWidth() + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, which Qt would hand on to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the bars in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _start(self) -> None:
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.character_chosen.emit(index.data())
