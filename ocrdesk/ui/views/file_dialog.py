"""The dialog for files where the platform has none of its own, dressed like the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from ocrdesk.ui.appearance import icon

# Qt draws these buttons black, which cannot be seen on dark ground.
_ICONS = {
    "backButton": "previous",
    "forwardButton": "next",
    "toParentButton": "up",
    "newFolderButton": "add",
    "listModeButton": "boxes",
    "detailModeButton": "rows",
}


def file_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Return a dialog that opens in ``folder`` and goes away by itself when it is closed."""
    dialog = QFileDialog(parent, title, folder)
    for name, icon_name in _ICONS.items():
        button = dialog.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(icon_name))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def ask_for_folder(parent: QWidget, title: str, on_chosen: Callable[[str], None]) -> None:
    """Let a person choose a folder to write to."""
    dialog = file_dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(on_chosen)
    dialog.open()
