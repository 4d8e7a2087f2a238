"""Starts the window: one application, its look, and a net under every unexpected error."""

import gc
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ocrdesk import __version__
from ocrdesk.paths import settings_file
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.appearance import Appearance, app_icon
from ocrdesk.ui.collecting import GarbageCollector
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import NoticeHub
from ocrdesk.ui.translation import speak

SMOKE_TEST_SECONDS = 60
_TURN = 0.0005  # seconds


def run(paths: Sequence[str], *, smoke_test: bool = False) -> int:
    """Open the window on these files and folders; return the exit code when it is closed.

    Where a person wants another one instead, as for another language, that opens what was open.

    With ``smoke_test`` the first path (the sample page if there is none) is opened, and the code
    is 0 once it was read and painted with its letters, or 1 if that takes more than a minute.
    """
    application = _application()
    GarbageCollector(application).start()
    appearance, notices = Appearance(application), NoticeHub()
    with errors_reported(notices) as net:
        window = _new_window(application, appearance, notices, net)
        test = SmokeTest(window) if smoke_test else None
        window.show()
        if paths:
            window.open_paths(paths[:1] if smoke_test else paths)
        elif smoke_test:
            window.open_sample()
        if not smoke_test:
            window.offer_unsaved_work()
        put_the_window_first()
        code = application.exec()
        while (again := window.restarting.paths) is not None:
            window.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            window = _new_window(application, appearance, notices, net)
            window.show()
            window.open_paths(again)
            code = application.exec()
    return test.code if test is not None else code


def _new_window(
    application: QApplication, appearance: Appearance, notices: NoticeHub, net: "Net"
) -> MainWindow:
    """Return a window as the settings are on the disk, which speaks their language."""
    settings = SettingsStore(settings_file())
    speak(application, settings.settings.language)
    window = MainWindow(appearance, settings, notices)
    net.report = window.crashes.report
    return window


def put_the_window_first() -> None:
    """Let neither the garbage collector nor a worker keep the window waiting.

    The collector looks at every object while everything waits; it passes over all that is there
    now. Sixty thousand that never go took it more than 50 milliseconds each time. A worker keeps
    the interpreter until it is asked and this interval has passed; the window asks some twenty
    times while it answers one event, which at Python's 5 milliseconds made 100.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(_TURN)


class SmokeTest(QObject):
    """Closes the window as soon as a page was read and painted, or when that takes too long."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.code = 1
        self._window = window
        window.session.document_updated.connect(self._watch)
        QTimer.singleShot(SMOKE_TEST_SECONDS * 1000, self, self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the page being painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.code = 0
            QTimer.singleShot(0, self, self._end)
        return False

    def _watch(self) -> None:
        page = self._window.session.page
        if page is not None and page.glyphs:
            self._window.views.page.viewport().installEventFilter(self)
            self._window.views.page.viewport().update()

    def _end(self) -> None:
        self._window.close()
        QApplication.exit(self.code)


class Net:
    """Where errors go that nobody foresaw: to ``report``, or before a window is there to notices.

    ``report`` is called in the thread of the error, and has to bring what is unsaved to the disk.
    """

    def __init__(self, notices: NoticeHub) -> None:
        self.report: Callable[[BaseException], None] = lambda error: notices.raise_error(
            error if isinstance(error, Exception) else RuntimeError(str(error))
        )

    def catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Print an error and report it; the end of the program is left to Python."""
        if error is None or not isinstance(error, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        traceback.print_exception(kind, error, trace)
        self.report(error)

    def catch_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """Do the same for an error that ended a thread."""
        self.catch(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


@contextmanager
def errors_reported(notices: NoticeHub) -> Iterator[Net]:
    """Catch errors nobody foresaw, in Qt's events and in threads, instead of losing them."""
    net = Net(notices)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = net.catch, net.catch_in_thread
    previous = qInstallMessageHandler(_print_message)
    try:
        yield net
    finally:
        sys.excepthook, threading.excepthook = hooks
        qInstallMessageHandler(previous)


def _print_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Print what Qt complains about; what it merely tells is of no use to a person."""
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        origin = f" ({context.category})" if context.category != "default" else ""
        print(f"Qt: {text}{origin}", file=sys.stderr)  # noqa: T201 - there is no other place for it


def _application() -> QApplication:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["ocrdesk"])
    application.setApplicationName("ocrdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("ocrdesk")
    application.setWindowIcon(app_icon())
    return application
