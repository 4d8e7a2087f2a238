"""Another language holds from the next start on: the window offers that, and loses nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QLocale, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QComboBox

from ocrdesk.ui import application
from ocrdesk.ui.controllers.restarting import TOPIC
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.translation import speak
from ocrdesk.ui.views.settings_dialog import SettingsDialog
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import PATIENCE_MS, Desk

pytestmark = pytest.mark.window


def _choose(window: MainWindow, language: str) -> None:
    """Choose a language on the settings page."""
    window.actions_by_id["settings"].trigger()
    (dialog,) = [d for d in window.findChildren(SettingsDialog) if d.isVisible()]
    names = {"Language", "Sprache"}
    (box,) = [b for b in dialog.findChildren(QComboBox) if b.accessibleName() in names]
    box.setCurrentIndex(box.findData(language))
    dialog.reject()


def _press(window: MainWindow) -> None:
    """Press the button of the notice about it."""
    (number,) = [n for n, told in window.shown_notices.items() if told.topic == TOPIC]
    window.notice_bar.action_requested.emit(number)


def _topics(desk: Desk) -> list[str]:
    return [notice.topic for notice in desk.told]


def test_it_is_offered_until_the_language_is_the_old_one_again(desk: Desk) -> None:
    _choose(desk.window, "de")
    assert desk.told_of(TOPIC).action == "Restart Now"
    _choose(desk.window, "system")
    assert TOPIC not in _topics(desk)


def test_what_was_not_saved_is_asked_about_and_cancel_goes_on_as_before(corrected: Desk) -> None:
    _choose(corrected.window, "de")
    _press(corrected.window)
    answer(corrected, "Cancel")
    assert corrected.window.isVisible()
    assert corrected.window.restarting.paths is None
    assert corrected.page.glyphs[0].correction == "Q"
    corrected.window.restarting.restart()
    answer(corrected, "Discard")
    assert not corrected.window.isVisible()
    assert corrected.window.restarting.paths == (corrected.current.document.source,)


def test_the_document_that_was_saved_is_opened_again(corrected: Desk, tmp_path: Path) -> None:
    _choose(corrected.window, "de")
    _press(corrected.window)
    answer(corrected, "Save")
    choose_file(corrected, tmp_path / "note.ocrdesk")
    corrected.wait_until(lambda: not corrected.window.isVisible())
    assert corrected.window.restarting.paths == (str(tmp_path / "note.ocrdesk"),)


def test_a_pasted_picture_is_asked_about(desk: Desk, make_page: PageMaker) -> None:
    picture = QImage(200, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    QGuiApplication.clipboard().setImage(picture)
    desk.do("paste")
    desk.wait_read(1)
    _choose(desk.window, "de")
    _press(desk.window)
    answer(desk, "Cancel")
    assert desk.window.isVisible()
    assert desk.window.restarting.paths is None


@pytest.fixture
def english_after(qapp: QApplication) -> Iterator[None]:
    """Let windows of other tests speak English, and no window stay."""
    locale, others = QLocale(), set(QApplication.topLevelWidgets())
    yield
    speak(qapp, "en")
    QLocale.setDefault(locale)
    for window in set(QApplication.topLevelWidgets()) - others:
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_Deed = tuple[Callable[[MainWindow], bool], Callable[[MainWindow], None]]


class _Person:
    """Looks every now and then whether the next thing can be done, and does it.

    Ends the program where nothing can be done for long: no signal reaches a test in an event loop.
    """

    def __init__(self, *deeds: _Deed) -> None:
        self._deeds = list(deeds)
        self._patience = QDeadlineTimer(PATIENCE_MS)
        self.seen: object = None
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    @property
    def is_done(self) -> bool:
        return not self._deeds

    def _look(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        shown = [window for window in windows if window.isVisible()]
        if self._patience.hasExpired():
            self.seen = [(w.session.page, w.reading.busy, w.tasks.is_idle) for w in shown]
            self._timer.stop()  # what holds the failed test keeps this, and later windows from it
            QApplication.exit(1)
        elif self._deeds and len(shown) == 1 and self._deeds[0][0](shown[0]):
            self._deeds.pop(0)[1](shown[0])


def _is_read(window: MainWindow) -> bool:
    page = window.session.page
    return page is not None and window.reading.busy is None and window.tasks.is_idle


@pytest.mark.usefixtures("english_after")
def test_a_new_window_speaks_the_language_and_opens_what_was_open(
    make_page: PageMaker, make_model: ModelMaker
) -> None:
    make_model()
    said: list[str] = []
    titles: list[str] = []

    def look(window: MainWindow) -> None:
        said.append(window.actions_by_id["open"].text().replace("&", ""))
        titles.extend(opened.title for opened in window.session.documents)

    def begin_anew(window: MainWindow) -> None:
        look(window)
        _choose(window, "de")
        _press(window)

    def end(window: MainWindow) -> None:
        look(window)
        window.close()

    person = _Person((_is_read, begin_anew), (_is_read, end))
    paths = [str(make_page(f"{name}.png", "AB")) for name in "ab"]
    assert application.run(paths) == 0, person.seen
    assert person.is_done
    assert [text.rstrip("… ") for text in said] == ["Open", "Öffnen"]
    assert titles == ["a.png", "b.png"] * 2
