"""Where notices lie over the page: at the top, or further down where they hide fewer letters."""

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QApplication, QWidget

from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.views.notice_bar import NoticeBar
from ocrdesk.ui.views.page_view import PageView

if TYPE_CHECKING:
    from ocrdesk.ui.views.page_stage import PageStage


class Spot(enum.Enum):
    """Where notices can lie: at the top, at the foot above the room of the progress, or in it.

    The last, the floor, is only for where letters lie under both others and none there, since
    notices have to leave it for the progress.
    """

    TOP = enum.auto()
    FOOT = enum.auto()
    FLOOR = enum.auto()


_COMINGS = (QEvent.Type.Show, QEvent.Type.Enter, QEvent.Type.Leave)
_MOST_ROOM = 1 / 3  # of the view: a page smaller than the rest is not worth it


class NoticePlace(QObject):
    """Moves the notices between their places, and tells the camera what they hide.

    That is decided when a notice comes up or the bar of notices changes its size, when another page
    or reading is shown or fitted, when the window is resized, when progress comes or goes, and when
    a letter is selected that cannot come out from under the bar: never while a person scrolls.
    While the pointer or the keyboard is in the bar it stays where it is, so that nothing jumps from
    under a click; what was to be decided meanwhile is made up for afterwards.
    """

    _wanted = Signal()

    def __init__(
        self, stage: "PageStage", bar: NoticeBar, view: PageView, progress: QWidget
    ) -> None:
        super().__init__(stage)
        self._stage = stage
        self._bar = bar
        self._view = view
        self._progress = progress
        self._is_pointed_at = False
        self._is_due = False
        self._is_late = False  # whether a decision waits for the pointer or the keyboard to leave
        self._has_to_fit = False
        self._has_letters = False
        # Before the next painting, but after all that this turn still changes.
        self._wanted.connect(self._decide, Qt.ConnectionType.QueuedConnection)
        for widget in (stage, bar, progress):
            widget.installEventFilter(self)
        view.layers.image_shown.connect(self._fit_later)
        view.layers.page_shown.connect(self._follow_reading)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.focusChanged.connect(self._make_up)
        view.camera.cover = self

    def area(self) -> QRectF:
        """Return what the notices hide of the view."""
        return self._area(self._stage.spot) if self._bar.isVisible() else QRectF()

    def room(self, lying: QTransform) -> tuple[float, float]:
        """Return the room that a fit leaves: none where one of the places hides no letter.

        Else it is left at the top, where notices are used to be, unless they may not move.
        """
        self._decide_later()
        if not self._bar.isVisible():
            return 0.0, 0.0
        self._stage.settle()
        # Not the floor: what is fitted now is to be seen whole once something is done, too.
        places = (self._stage.spot,) if self._is_held() else (Spot.TOP, Spot.FOOT)
        if not all(self._hidden(spot, lying) for spot in places):
            return 0.0, 0.0
        height = float(self._view.maximumViewportSize().height())
        area, is_low = self._area(places[0]), places[0] is not Spot.TOP
        needed = (height - area.top() if is_low else area.bottom()) + SPACE_S
        if needed > height * _MOST_ROOM:
            return 0.0, 0.0
        return (0.0, needed) if is_low else (needed, 0.0)

    def make_room(self) -> None:
        """Let a fit that holds be made again, with the room that is needed now."""
        self._fit_later()

    def give_way(self) -> None:
        """Go where the selected letter is not, if that is the other place."""
        self._decide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the sizes of the bar and the stage, and who is in the bar."""
        kind = event.type()
        if watched is self._progress:
            if kind in (QEvent.Type.Show, QEvent.Type.Hide):
                self._decide_later()
        elif kind == QEvent.Type.Resize:
            (self._decide_later if watched is self._bar else self._fit_later)()
        elif watched is self._bar and kind in _COMINGS:
            self._is_pointed_at = kind == QEvent.Type.Enter
            if kind == QEvent.Type.Show or self._is_late:
                self._decide_later()
        return super().eventFilter(watched, event)

    def _make_up(self) -> None:
        """Decide what was put off, or put it off again."""
        if self._is_late:
            self._decide_later()

    def _follow_reading(self) -> None:
        """Decide anew; the first letters of a page are fitted, where later nothing moves."""
        had_letters, self._has_letters = self._has_letters, bool(self._view.layers.glyphs.index)
        (self._decide_later if had_letters else self._fit_later)()

    def _fit_later(self) -> None:
        """Let a fit that holds be made again: it did not know what notices there would be."""
        self._has_to_fit = True
        self._decide_later()

    def _decide_later(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._wanted.emit()

    def _decide(self) -> None:
        if self._has_to_fit:
            self._has_to_fit = False
            self._view.camera.resized()
        self._is_due = False
        self._is_late = self._is_held()
        if self._is_late or not self._bar.isVisible():
            return
        lying = self._view.viewportTransform()
        hidden = {spot: self._hidden(spot, lying) for spot in (Spot.TOP, Spot.FOOT)}
        spot = min(hidden, key=hidden.__getitem__)
        if hidden[spot] and not self._progress.isVisible():
            spot = spot if self._hidden(Spot.FLOOR, lying) else Spot.FLOOR
        self._stage.put_notices(spot)

    def _is_held(self) -> bool:
        """Tell whether the pointer or the keyboard is in the bar."""
        focus = QApplication.focusWidget()
        is_typed_at = focus is not None and self._bar.isAncestorOf(focus)
        return self._is_pointed_at or is_typed_at

    def _area(self, spot: Spot) -> QRectF:
        corner = self._view.viewport().mapTo(self._stage, self._view.viewport().rect().topLeft())
        return QRectF(self._stage.notice_area(spot).translated(-corner))

    def _hidden(self, spot: Spot, lying: QTransform) -> int:
        """Return how much the bar hides at a place, where the page lies so."""
        return self._view.layers.marks_under(self._area(spot), lying)
