"""F1 and the about box."""

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from ocrdesk import __version__
from ocrdesk.ui.actions import shortcut_groups
from ocrdesk.ui.appearance import app_icon
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.views.shortcuts_dialog import ShortcutsDialog

_ABOUT = """<h3>ocrdesk {version}</h3>
<p>Reads hand-printed pages and lets you correct every letter.</p>
<p>It works offline: your pages stay on this computer.</p>
<p><small>Python {python}, PySide {pyside}. ocrdesk is free software under the MIT licence;
Qt is used under the LGPL.</small></p>"""


class HelpingController(QObject):
    """Shows what the keys do, and what program this is."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        workplace.actions["shortcuts"].triggered.connect(self.show_shortcuts)
        workplace.actions["about"].triggered.connect(self.show_about)

    def show_shortcuts(self) -> None:
        """List all shortcuts, made from the actions themselves."""
        dialog = ShortcutsDialog(shortcut_groups(self._place.actions.specs), self._place.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """Tell name, version and licence."""
        text = _ABOUT.format(
            version=__version__, python=platform.python_version(), pyside=pyside_version
        )
        box = QMessageBox(self._place.window)
        box.setWindowTitle("About ocrdesk")
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(text)
        box.setIconPixmap(app_icon().pixmap(64, 64))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
