"""What lies beside the page: its ink, its history, a search, the settings, and work got back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make_screenshots import Stage
    from PySide6.QtWidgets import QWidget

    from ocrdesk.ui.main_window import MainWindow


def _correct(window: "MainWindow", count: int) -> None:
    """Confirm letters as they were read, and set one to another character."""
    for number, glyph in enumerate(window.session.page.glyphs[:count]):  # type: ignore[union-attr]
        window.session.select(glyph.id)
        window.views.page.label_typed.emit("Q" if number == 2 else glyph.character)


def ink(stage: "Stage") -> "QWidget":
    """Show what a page's settings take for ink while a slider moves."""
    stage.open("notebook.jpg")
    window = stage.window
    window.session.select(window.session.page.glyphs[3].id)  # type: ignore[union-attr]
    window.actions_by_id["adjust_ink"].trigger()
    window.views.ink.controls.sensitivity.setValue(6)
    stage.wait(lambda: window.views.page.ink.overlay is not None)
    return window


def history(stage: "Stage") -> "QWidget":
    """Show the steps of a page, two of them undone."""
    stage.open("welcome.jpg")
    window = stage.window
    _correct(window, 7)
    window.actions_by_id["turn_right"].trigger()
    stage.wait(lambda: not window.session.documents[0].lacks_something)
    for _ in range(2):
        window.actions_by_id["undo"].trigger()
    stage.wait(lambda: not window.session.documents[0].lacks_something)
    window.docks["history"].show()
    window.docks["history"].raise_()
    return window


def finding(stage: "Stage") -> "QWidget":
    """Show the places where a text stands."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    stage.open("welcome.jpg", "notebook.jpg")
    stage.window.actions_by_id["find"].trigger()
    stage.settle()
    QTest.keyClicks(QApplication.focusWidget(), "to")
    return stage.window


def folder(stage: "Stage") -> "QWidget":
    """Show the dialog that asks for a folder."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    stage.window.actions_by_id["open_folder"].trigger()
    return stage.shown(QFileDialog)


def preferences(stage: "Stage") -> "QWidget":
    """Show the settings page."""
    from ocrdesk.ui.views.settings_dialog import SettingsDialog  # noqa: PLC0415

    stage.window.actions_by_id["settings"].trigger()
    return stage.shown(SettingsDialog)


def recovery(stage: "Stage") -> "QWidget":
    """Show the work of a program that was killed, as the next one offers it."""
    from ocrdesk.ui.appearance import Appearance  # noqa: PLC0415
    from ocrdesk.ui.notices import NoticeHub  # noqa: PLC0415
    from ocrdesk.ui.views.recovery_dialog import RecoveryDialog  # noqa: PLC0415

    stage.open("welcome.jpg", "notebook.jpg")
    _correct(stage.window, 9)
    stage.settle()
    session = stage.window.session
    journals, session.journals = session.journals, None
    for opened in session.documents:
        if opened.past.journal is not None:
            opened.past.journal.leave()
    if journals is not None:
        journals.close()
    appearance = stage.application.findChild(Appearance)
    settings = stage.window._settings  # noqa: SLF001 - a window keeps them to itself
    next_window = type(stage.window)(appearance, settings, NoticeHub())
    next_window.show()
    next_window.offer_unsaved_work()
    stage.wait(lambda: next_window.findChild(RecoveryDialog) is not None)
    return next_window.findChild(RecoveryDialog) or next_window
