"""The files opened before: in the File menu and on the first screen."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ocrdesk.services.settings import Settings
from ocrdesk.ui.actions import let
from ocrdesk.ui.controllers import searching
from ocrdesk.ui.controllers.opening import OpeningController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr


class RecentController(QObject):
    """Keeps the list of recent files; those that are gone are greyed out and can be forgotten."""

    def __init__(
        self, workplace: Workplace, opening: OpeningController, menu: QMenu, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._opening = opening
        self._menu = menu
        self._missing: frozenset[str] = frozenset()
        opening.file_opened.connect(self._add)
        opening.file_missing.connect(self._drop)
        menu.aboutToShow.connect(self.check)
        workplace.settings.listen(self._follow)
        self._show()
        self.check()

    def check(self) -> None:
        """Look in the background which files are still there."""
        recent = self._place.settings.settings.recent_files
        if recent:
            task = self._place.tasks.create(searching.find_missing(recent))
            task.succeeded.connect(self._mark)
            task.start()

    def _mark(self, missing: object) -> None:
        # The menu may be open: it is not rebuilt under somebody's pointer for nothing.
        if missing != self._missing:
            self._missing = cast("frozenset[str]", missing)
            self._show()

    def _follow(self, before: Settings, after: Settings) -> None:
        """Forget the oldest where fewer are to be remembered."""
        if after.recent_count != before.recent_count:
            kept = after.recent_files[: after.recent_count]
            self._place.settings.set(recent_files=kept)
            self._show()

    def _add(self, path: str) -> None:
        self._place.settings.change(lambda settings: settings.with_recent(path))
        self._missing -= {path}
        self._show()

    def _drop(self, path: str) -> None:
        self._place.settings.change(lambda settings: settings.without_recent(path))
        self._show()

    def _forget(self) -> None:
        self._place.settings.set(recent_files=())
        self._show()

    def _show(self) -> None:
        recent = self._place.settings.settings.recent_files
        present = [path for path in recent if path not in self._missing]
        self._place.views.empty.set_recent(present)
        self._menu.clear()
        for number, path in enumerate(recent, start=1):
            name = Path(path).name.replace("&", "&&")
            mnemonic = f"&{number}  " if number < 10 else f"{number}  "
            action = self._menu.addAction(mnemonic + name)
            action.setToolTip(path)
            action.setStatusTip(path)
            action.setEnabled(path in present)
            let(action, partial(self._opening.open_path, path))
        if recent:
            self._menu.addSeparator()
            self._menu.addAction(tr("&Forget These")).triggered.connect(self._forget)
        self._menu.setEnabled(bool(recent))
