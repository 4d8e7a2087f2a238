"""F1 and the about box."""

import platform
from functools import partial

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from ocrdesk import __version__
from ocrdesk.ui.actions import shortcut_groups
from ocrdesk.ui.actions.keys import chosen_keys, entries_of, refusal, taken
from ocrdesk.ui.appearance import app_icon
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.shortcuts_dialog import ShortcutsDialog

_ABOUT = later("""<h3>ocrdesk {version}</h3>
<p>Reads hand-printed pages and lets you correct every letter.</p>
<p>It works offline: your pages stay on this computer.</p>
<p><small>Python {python}, PySide {pyside}. ocrdesk is free software under the MIT licence;
Qt is used under the LGPL.</small></p>""")


class HelpingController(QObject):
    """Shows what the keys do, and what program this is."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._specs = workplace.actions.specs  # as they come
        self._chosen = chosen_keys(workplace.settings.settings.shortcuts, self._specs)
        for action_id, keys in self._chosen.items():
            workplace.actions.give_keys(action_id, keys)
        workplace.actions["shortcuts"].triggered.connect(self.show_shortcuts)
        workplace.actions["about"].triggered.connect(self.show_about)

    def show_shortcuts(self) -> None:
        """List all shortcuts, made from the actions themselves, and let a person change them."""
        actions = self._place.actions
        dialog = ShortcutsDialog(
            shortcut_groups(actions.specs),
            self._place.window,
            check=lambda action_id, keys: refusal(action_id, keys, actions.specs),
        )
        dialog.keys_chosen.connect(partial(self._give, dialog))
        dialog.reset_wanted.connect(partial(self._reset, dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _give(self, dialog: ShortcutsDialog, action_id: str, keys: str) -> None:
        """Let other keys ask for an action, from now on and the next time."""
        self._chosen[action_id] = (keys,) if keys else ()
        self._show_given(dialog, action_id, self._chosen[action_id])

    def _reset(self, dialog: ShortcutsDialog, action_id: str) -> None:
        """Give an action the keys it came with, but for those that another has by now."""
        specs = self._place.actions.specs
        own = next(spec.keys for spec in self._specs if spec.id == action_id)
        free = tuple(key for key in own if not taken(action_id, key, specs))
        if free == own:
            self._chosen.pop(action_id, None)
        else:
            self._chosen[action_id] = free
        self._show_given(dialog, action_id, free)

    def _show_given(self, dialog: ShortcutsDialog, action_id: str, keys: tuple[str, ...]) -> None:
        self._place.actions.give_keys(action_id, keys)
        self._place.settings.set(shortcuts=entries_of(self._chosen))
        dialog.show_keys(action_id, self._place.actions.spec(action_id).key_text())

    def show_about(self) -> None:
        """Tell name, version and licence."""
        text = tr(_ABOUT).format(
            version=__version__, python=platform.python_version(), pyside=pyside_version
        )
        box = QMessageBox(self._place.window)
        box.setWindowTitle(tr("About ocrdesk"))
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(text)
        box.setIconPixmap(app_icon().pixmap(64, 64))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
