"""Makes the pictures of the window from the project's own sample pages.

Each picture is the real window, offscreen, in a process of its own, because the scale of a screen
is fixed when Qt starts: light and dark, at 100 % and 200 %, in English or ``--language de``.
They go to ``build/screenshots``; with ``--readme`` the few that the README shows are remade beside
this file.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desk_scenes import finding, folder, history, ink, preferences, recovery
from field_scenes import field_first, field_low, fields
from reader_scenes import compare, hands, laboratory, new_hand, practice_sheet, reliability
from review_scenes import check, contact_sheet, review, why
from told_scenes import crash, details
from work_scenes import exporting, proposed_cut, reading, small_letters, upside_down

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ocrdesk.ui.main_window import MainWindow

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
BUILD = HERE.parent.parent / "build" / "screenshots"
README = (("first_screen", "light"), ("page", "light"), ("page", "dark"))
SIZE = (1360, 860)
SCALES = (1, 2)
THEMES = ("light", "dark")
PATIENCE_S = 60


class Stage:
    """A window with somebody who acts on it."""

    def __init__(self, application: "QApplication", window: "MainWindow") -> None:
        self.application = application
        self.window = window

    def open(self, *names: str) -> None:
        """Open sample pages and wait until they were read."""
        self.window.open_paths([str(SAMPLES / name) for name in names])
        self.wait(lambda: len(self.window.session.documents) == len(names))
        self.wait(lambda: all(opened.page for opened in self.window.session.documents))
        self.wait(lambda: self.window.reading.busy is None)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.application.processEvents()
            time.sleep(0.01)
        self.settle()

    def shown(self, kind: "type[QWidget]") -> "QWidget":
        """Return the dialog of that kind, or the window where there is none."""
        dialog = self.window.findChild(kind)
        return dialog if isinstance(dialog, kind) else self.window

    def settle(self) -> None:
        """Let the window finish what it put off, each deed in a turn of its own."""
        from ocrdesk.ui import turns  # noqa: PLC0415 - the parent process needs no Qt

        left = 30
        while left > 0 or turns._waiting:  # noqa: SLF001 - as the tests do
            self.application.processEvents()
            time.sleep(0.01)
            left -= 1


def first_screen(stage: Stage) -> "QWidget":
    """Show the window before anything was opened."""
    return stage.window


def page(stage: Stage) -> "QWidget":
    """Show a page that was read, with some letters confirmed and one selected."""
    stage.open("welcome.jpg")
    session = stage.window.session
    glyphs = session.page.glyphs if session.page else ()
    session.select(glyphs[0].id)
    for glyph in glyphs[:9]:
        stage.window.views.page.label_typed.emit(glyph.character)
    for _ in range(2):
        stage.window.actions_by_id["undo"].trigger()
    session.select(glyphs[14].id)
    return stage.window


def pages(stage: Stage) -> "QWidget":
    """Show several pages, zoomed in, with labels over the letters."""
    stage.open("notebook.jpg", "welcome.jpg", "sloping_rows.jpg", "alphabet.jpg")
    window = stage.window
    window.session.show(window.session.documents[1])
    window.actions_by_id["show_labels"].setChecked(True)
    window.session.select(window.session.page.glyphs[12].id if window.session.page else None)
    window.actions_by_id["zoom_selection"].trigger()
    return window


def notice(stage: Stage) -> "QWidget":
    """Show what an unreadable file says."""
    stage.open("notebook.jpg")
    with tempfile.TemporaryDirectory() as folder:
        damaged = Path(folder) / "holiday.jpg"
        damaged.write_bytes(b"\xff\xd8 no picture")
        stage.window.open_paths([str(damaged)])
        stage.wait(lambda: bool(stage.window.shown_notices))
    return stage.window


def small(stage: Stage) -> "QWidget":
    """Show a page in a window of 800 by 560 pixels."""
    stage.window.resize(800, 560)
    stage.settle()
    page(stage)
    stage.window.actions_by_id["fit_page"].trigger()
    return stage.window


def several(stage: Stage) -> "QWidget":
    """Show letters selected together."""
    from ocrdesk.page.selection import Selection  # noqa: PLC0415 - the parent needs no numpy

    stage.open("welcome.jpg")
    session = stage.window.session
    if session.page is not None:
        session.choose(Selection.of(session.page, [4, 5, 6, 7, 8, 9, 16, 21]))
    return stage.window


def split(stage: Stage) -> "QWidget":
    """Show two letters in one box, and the line that would part them."""
    stage.open("welcome.jpg")
    window = stage.window
    window.session.select(window.session.page.glyphs[2].id if window.session.page else None)
    for action_id in ("merge", "zoom_selection", "split"):
        window.actions_by_id[action_id].trigger()
    return window


def letter_menu(stage: Stage) -> "QWidget":
    """Show what a letter offers."""
    from PySide6.QtCore import QPoint  # noqa: PLC0415
    from PySide6.QtWidgets import QMenu  # noqa: PLC0415

    stage.open("welcome.jpg")
    stage.window.views.page.menu_requested.emit(QPoint(40, 40), 6, 0.0, 0.0)
    stage.settle()
    return next(menu for menu in stage.window.findChildren(QMenu) if menu.isVisible())


def turning(stage: Stage) -> "QWidget":
    """Show the dialog that turns a page by any angle."""
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415

    stage.open("sloping_rows.jpg")
    stage.window.actions_by_id["turn_by"].trigger()
    return stage.shown(QDialog)


def labels(stage: Stage) -> "QWidget":
    """Show labels over the close rows of a whole page."""
    stage.open("notebook.jpg")
    stage.window.actions_by_id["show_labels"].setChecked(True)
    stage.window.actions_by_id["fit_width"].trigger()
    return stage.window


def trouble(stage: Stage) -> "QWidget":
    """Show what three files say that could not be opened together."""
    stage.open("notebook.jpg", "welcome.jpg")
    with tempfile.TemporaryDirectory() as folder:
        damaged = [Path(folder) / name for name in ("one.jpg", "two.jpg", "three.jpg")]
        for path in damaged:
            path.write_bytes(b"\xff\xd8 no picture")
        stage.window.open_paths([str(path) for path in damaged])
        stage.wait(lambda: any("3" in told.text for told in stage.window.shown_notices.values()))
    return stage.window


def shortcuts(stage: Stage) -> "QWidget":
    """Show the help with all shortcuts."""
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415

    stage.window.actions_by_id["shortcuts"].trigger()
    return stage.shown(QDialog)


SCENES = {
    scene.__name__: scene
    for scene in (
        *(first_screen, page, pages, small, labels, several, split, letter_menu, turning),
        *(review, check, why, contact_sheet),
        *(reading, proposed_cut, exporting, upside_down, small_letters),
        *(reliability, compare, hands, new_hand, practice_sheet),
        *(finding, history, ink, preferences, recovery),
        *(fields, field_first, field_low),
        *(notice, trouble, crash, details, folder, shortcuts, laboratory),
    )
}


def main() -> int:
    """Make all pictures, or those of the scenes given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", help=f"some of: {', '.join(SCENES)}")
    parser.add_argument("--to", type=Path, default=BUILD, help="folder for the pictures")
    parser.add_argument("--language", default="en", help="what the window speaks")
    parser.add_argument("--readme", action="store_true", help="remake those of the README")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        scene, theme, scale = arguments.one
        target = arguments.to / _name(scene, theme, int(scale))
        is_made = _make(scene, theme, arguments.language, target)
        # Nobody closes this window, which would ask about edits; torn down with the interpreter,
        # in no order, its widgets crash one time in three.
        os._exit(0 if is_made else 1)
    if arguments.readme:
        for scene, theme in README:
            _start(scene, theme, 1, "en", HERE)
        return 0
    for scene in arguments.scenes or SCENES:
        for theme in THEMES:
            for scale in SCALES:
                _start(scene, theme, scale, arguments.language, arguments.to)
    return 0


def _name(scene: str, theme: str, scale: int) -> str:
    return f"{scene}_{theme}{'' if scale == 1 else f'@{scale}x'}.png"


def _start(scene: str, theme: str, scale: int, language: str, folder: Path) -> None:
    """Make one picture in a process with its own scale and an empty home."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
            "OCRDESK_HOME": home,
        }
        command = [sys.executable, __file__, "--to", str(folder), "--language", language]
        subprocess.run(  # noqa: S603 - this very file
            [*command, "--one", scene, theme, str(scale)], env=environment, check=True
        )
    print(folder / _name(scene, theme, scale))


def _make(scene: str, theme: str, language: str, target: Path) -> bool:
    """Open the window, play the scene and save what is to be seen."""
    from PySide6.QtGui import QCursor  # noqa: PLC0415 - the parent process needs no Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ocrdesk.paths import settings_file  # noqa: PLC0415
    from ocrdesk.services.settings import SettingsStore  # noqa: PLC0415
    from ocrdesk.ui.appearance import Appearance  # noqa: PLC0415
    from ocrdesk.ui.main_window import MainWindow  # noqa: PLC0415
    from ocrdesk.ui.notices import NoticeHub  # noqa: PLC0415
    from ocrdesk.ui.translation import speak  # noqa: PLC0415

    application = QApplication(["ocrdesk"])
    QCursor.setPos(10_000, 10_000)  # so that nothing lies under the pointer
    settings = SettingsStore(settings_file())
    settings.set(theme=theme)
    speak(application, language)
    window = MainWindow(Appearance(application), settings, NoticeHub())
    window.resize(*SIZE)
    window.show()
    stage = Stage(application, window)
    stage.settle()
    shown = SCENES[scene](stage)
    stage.settle()
    target.parent.mkdir(parents=True, exist_ok=True)
    return bool(shown.grab().save(str(target)))


if __name__ == "__main__":
    sys.exit(main())
