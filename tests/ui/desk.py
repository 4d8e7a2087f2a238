"""A person at the window: clicks, types, drops and waits, and notices when the window hangs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.ui import turns
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import Notice, NoticeHub
from ocrdesk.ui.session import OpenDocument
from tests.ui import pauses
from tests.ui.hanging import HUNG
from tests.ui.stopwatch import Stopwatch

PATIENCE_MS = 60_000  # only against hanging for ever: what is slow is found by the stopwatch
_LEFT = Qt.MouseButton.LeftButton
_Flag = QEventLoop.ProcessEventsFlag
_NoKeys = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Stall:
    """A stretch of time in which the window answered nobody."""

    what: str
    seconds: float


def finish_turns(take: Callable[[], object] = QApplication.processEvents) -> None:
    """Take turns of the event loop until nothing is put off to one, however many those are."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while turns._waiting and not patience.hasExpired():
        take()


def wear(appearance: Appearance, scheme: Qt.ColorScheme) -> None:
    """Choose light or dark, and let the windows dress."""
    appearance.set_scheme(scheme)
    finish_turns()


class Desk:
    """Drives one window by Qt events; ``stalls`` keeps what took longer than 0.1 s.

    ``longest`` is the longest stretch so far, for flows that have to be smoother than that.

    Only this program's own doing counts (see ``Stopwatch``): others on the machine may take its
    turn away, but a service that holds the interpreter lock is found out.
    """

    def __init__(self, window: MainWindow, notices: NoticeHub) -> None:
        self.window = window
        self.notices = notices
        self.stalls: list[Stall] = []
        self.longest = Stall("nothing", 0.0)
        self._stopwatch = Stopwatch()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note_turn)  # a closure would keep all of this for ever

    # What is there

    @property
    def current(self) -> OpenDocument:
        """The document shown; there has to be one."""
        assert self.window.session.current is not None
        return self.window.session.current

    @property
    def page(self) -> Page:
        """The page shown; it has to be read."""
        assert self.window.session.page is not None
        return self.window.session.page

    @property
    def selected(self) -> Glyph:
        """The selected glyph; there has to be one."""
        assert self.window.session.selected_glyph is not None
        return self.window.session.selected_glyph

    @property
    def corrections(self) -> dict[int, str]:
        """What was set on the page shown, by the glyph."""
        return {g.id: g.correction for g in self.page.glyphs if g.correction is not None}

    def action(self, action_id: str) -> QAction:
        """The action of that id."""
        return self.window.actions_by_id[action_id]

    @property
    def told(self) -> list[Notice]:
        """The notices shown now."""
        return list(self.window.shown_notices.values())

    def told_of(self, topic: str) -> Notice:
        """The notice that is shown of a topic, whatever else was told since; there has to be one.

        Workers end in no order: a notice of another may be the last one.
        """
        (notice,) = [notice for notice in self.told if notice.topic == topic]
        return notice

    def number_of(self, notice: Notice) -> int:
        """The number under which the bar shows a notice."""
        return next(n for n, shown in self.window.shown_notices.items() if shown is notice)

    def menu(self, title: str) -> QMenu:
        """The menu or submenu of that title, written without its mnemonic."""
        menus = self.window.menuBar().findChildren(QMenu)
        return next(menu for menu in menus if menu.title().replace("&", "") == title)

    # What a person does

    def click(self, glyph_id: int) -> None:
        """Click the middle of a letter's box."""
        self.click_at(*self.page.glyph(glyph_id).box.center)

    def click_at(self, x: float, y: float) -> None:
        """Click a place of the page, in its pixels."""
        viewport = self.window.views.page.viewport()
        self.timed(partial(QTest.mouseClick, viewport, _LEFT, _NoKeys, self.at(x, y)))

    def drag(self, box: BoundingBox) -> None:
        """Drag from the upper left to the lower right corner of a box."""
        viewport = self.window.views.page.viewport()
        start, end = self.at(box.left, box.top), self.at(box.right, box.bottom)
        self.timed(partial(QTest.mousePress, viewport, _LEFT, _NoKeys, start))
        for share in (0.3, 0.6, 1.0):
            self.timed(partial(QTest.mouseMove, viewport, start + (end - start) * share))
        self.timed(partial(QTest.mouseRelease, viewport, _LEFT, _NoKeys, end))

    def at(self, x: float, y: float) -> QPoint:
        """Return where a place of the page is in the view."""
        return self.window.views.page.mapFromScene(QPointF(x, y))

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NoKeys, *, to: QWidget | None = None
    ) -> None:
        """Press a key, by default on the page."""
        target = to or self.window.views.page
        self.timed(partial(QTest.keyClick, target, key, modifiers))

    def click_in(self, widget: QWidget, place: QPoint) -> None:
        """Click a place of a widget, in its own pixels."""
        self.timed(partial(QTest.mouseClick, widget, _LEFT, _NoKeys, place))

    def type(self, text: str) -> None:
        """Type letters on the page."""
        for character in text:
            self.timed(partial(QTest.keyClicks, self.window.views.page, character))

    def do(self, action_id: str) -> None:
        """Choose an action from its menu; it has to be enabled."""
        self.settle()
        assert self.action(action_id).isEnabled(), f"{action_id} is not available"
        self.timed(self.action(action_id).trigger)

    def drop(self, paths: Sequence[Path | str], *, on: QWidget | None = None) -> None:
        """Drop files on a widget, by default on the middle of the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop_mime(data, on=on)

    def drop_mime(self, data: QMimeData, *, on: QWidget | None = None) -> None:
        """Drop something, with the events that a real drag brings."""
        target = on or self.window
        at = target.rect().center()
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, copy, data, _LEFT, _NoKeys)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        drop = QDropEvent(QPointF(at), copy, data, _LEFT, _NoKeys)
        self.timed(lambda: QApplication.sendEvent(target, drop))

    # Waiting

    def wait_until(self, condition: Callable[[], bool], *, timeout: int = PATIENCE_MS) -> None:
        """Let the window live until something holds, and not a turn longer.

        An event loop that is told to end finishes its turn: timers go off in it, and what held may
        hold no more when the test goes on.
        """
        deadline = QDeadlineTimer(timeout)
        self._stopwatch.lap()
        self._timer.start(5)
        try:
            while not (is_met := condition()) and not deadline.hasExpired():
                self._live()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        finally:
            self._timer.stop()
        assert is_met, f"it took longer than {timeout} ms"

    def wait_read(self, count: int = 1) -> None:
        """Wait until that many documents are open and nothing is left to read."""
        session, reading = self.window.session, self.window.reading
        self.wait_until(
            lambda: (
                len(session.documents) == count
                and reading.busy is None
                and all(opened.page is not None for opened in session.documents)
            )
        )
        self.settle()

    def open(self, *paths: Path | str) -> None:
        """Open files as the command line does, and wait until all were read."""
        before = len(self.window.session.documents)
        self.window.open_paths([str(path) for path in paths])
        self.wait_read(before + len(paths))

    def settle(self) -> None:
        """Let the window do what it put off to turns of the event loop, however many those are."""
        self._stopwatch.lap()
        for _ in range(3):
            self._take_turn()
        finish_turns(self._take_turn)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def check(self) -> None:
        """Fail if the window hung since it was opened."""
        assert not self.stalls, f"{HUNG}: {self.stalls}"

    def _live(self) -> None:
        """Take a turn of the event loop; where nothing is under way, the nearest pause is over."""
        if self.window.tasks.is_idle and not turns._waiting:
            dispatcher = QAbstractEventDispatcher.instance()
            if dispatcher.processEvents(_Flag.AllEvents) or pauses.pass_nearest(self._note_turn):
                return
        QApplication.processEvents(_Flag.WaitForMoreEvents)

    def _take_turn(self) -> None:
        QApplication.processEvents()
        self._note("a turn put off")

    def timed(self, act: Callable[[], object]) -> None:
        """Do something that the window has to be done with at once."""
        self._stopwatch.lap()
        act()
        self._note("an event")

    def _note_turn(self) -> None:
        self._note("event loop")

    def _note(self, what: str) -> None:
        seconds = self._stopwatch.lap()
        self.longest = max(self.longest, Stall(what, seconds), key=lambda stall: stall.seconds)
        if seconds > 0.1:
            self.stalls.append(Stall(what, round(seconds, 3)))
