"""The dialog for files where the platform has none of its own, dressed like the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QToolButton,
    QWidget,
)

from ocrdesk.errors import OcrdeskError
from ocrdesk.formats.presence import is_file, is_folder
from ocrdesk.ui.appearance import icon
from ocrdesk.ui.translation import said, tr

# Qt draws these buttons black, which cannot be seen on dark ground.
_ICONS = {
    "backButton": "previous",
    "forwardButton": "next",
    "toParentButton": "up",
    "newFolderButton": "add",
    "listModeButton": "boxes",
    "detailModeButton": "rows",
}
_PLACES_WIDTH = 220  # pixels, whatever a folder is called


def file_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Return a dialog that opens in ``folder`` and goes away by itself when it is closed."""
    dialog = QFileDialog(parent, title, folder)
    _dress(dialog)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _dress(dialog: QFileDialog) -> None:
    """Give the dialog the window's icons, and the names of the places their room."""
    for name, icon_name in _ICONS.items():
        button = dialog.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(icon_name))
    places = dialog.findChild(QListView, "sidebar")
    if isinstance(places, QListView):
        room = places.sizeHintForColumn(0) + 2 * places.frameWidth()
        places.setMinimumWidth(min(room, _PLACES_WIDTH))


def saving_dialog(
    parent: QWidget, title: str, folder: str, *, complete: Callable[[Path], Path] | None = None
) -> QFileDialog:
    """Return a dialog that asks where to write, and whether a file that is there may be replaced.

    It asks that itself: Qt's own question stops the program in an event loop within the loop.
    A dialog of the platform asks in its own way. ``complete`` gives a name its ending; what it
    raises as ``OcrdeskError`` is told, and the dialog stays. Without it a name gets the default
    suffix unless it ends as one of the filters says.
    """
    dialog = _SavingDialog(parent, title, folder)
    dialog.complete = complete or dialog.with_default_ending
    _dress(dialog)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if dialog.is_ours:
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    return dialog


def with_ending(name: str, suffix: str) -> str:
    """Return the name of a file with that suffix behind it, whatever dots it has already."""
    return name if not suffix or name.lower().endswith(f".{suffix}") else f"{name}.{suffix}"


def add_row(dialog: QFileDialog, label: QLabel, field: QWidget) -> None:
    """Add a field below those of the dialog, which Qt has to draw for that."""
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    _dress(dialog)
    grid = dialog.layout()
    if isinstance(grid, QGridLayout):
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)


class _SavingDialog(QFileDialog):
    """Asks before a file would be replaced, without an event loop of its own."""

    complete: Callable[[Path], Path]

    @property
    def is_ours(self) -> bool:
        """Tell whether Qt draws the dialog, rather than the platform."""
        return self.findChild(QToolButton, "newFolderButton") is not None

    def accept(self) -> None:
        """Close with the file that was chosen, after asking where there is one already."""
        chosen = [Path(path) for path in self.selectedFiles()]
        if self.is_ours and chosen and not is_folder(chosen[0]):
            try:
                complete = self.complete(chosen[0])
            except OcrdeskError as error:
                self._refuse(error)
                return
            if complete != chosen[0]:
                chosen = [complete]
                self._name(complete)
        if self.is_ours and chosen and is_file(chosen[0]):
            self._ask_to_replace(chosen[0])
        else:
            super().accept()

    def with_default_ending(self, path: Path) -> Path:
        """Return the name with the default suffix, unless it ends as one of the filters says."""
        if self._has_ending(path):
            return path
        return path.with_name(with_ending(path.name, self.defaultSuffix()))

    def _refuse(self, error: OcrdeskError) -> None:
        """Say why a name will not do; the dialog stays as it is."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.windowTitle())
        box.setText(said(error.message))
        box.setInformativeText(said(error.advice))
        box.addButton(QMessageBox.StandardButton.Ok)
        box.finished.connect(box.deleteLater)
        box.open()

    def _name(self, path: Path) -> None:
        """Write a file into the field of its name; ``selectFile`` leaves a field in use alone."""
        field = self.findChild(QLineEdit, "fileNameEdit")
        if isinstance(field, QLineEdit):
            field.setText(str(path))

    def _has_ending(self, path: Path) -> bool:
        """Tell whether a name ends as one of the filters says; Qt takes any dot for an ending."""
        endings = (each.rpartition("*")[2].rstrip(")") for each in self.nameFilters())
        return any(path.name.lower().endswith(ending) for ending in endings)

    def _ask_to_replace(self, path: Path) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.windowTitle())
        box.setText(tr("“{name}” is there already.").format(name=path.name))
        box.setInformativeText(tr("Replacing it destroys what it holds."))
        replacing = box.addButton(tr("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        replacing.clicked.connect(partial(self._replace, box))
        box.finished.connect(box.deleteLater)
        box.open()

    def _replace(self, box: QMessageBox) -> None:
        box.close()
        super().accept()


def ask_for_folder(parent: QWidget, title: str, on_chosen: Callable[[str], None]) -> None:
    """Let a person choose a folder to write to."""
    dialog = file_dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(on_chosen)
    dialog.open()
