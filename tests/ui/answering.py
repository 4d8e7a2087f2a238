"""What a person answers when the window asks for a file or what to do."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton

from tests.ui.desk import Desk


def choose_file(desk: Desk, path: Path, *, name_filter: str = "") -> None:
    """Answer the dialog that asks for a file."""
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    if name_filter:
        dialog.selectNameFilter(next(f for f in dialog.nameFilters() if name_filter in f))
        dialog.filterSelected.emit(dialog.selectedNameFilter())
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    desk.settle()  # the folder is listed meanwhile, and what is proposed selected in it
    dialog.activateWindow()  # the offscreen platform forgets to after a question
    desk.wait_until(dialog.isActiveWindow)
    field.setFocus()
    assert field.hasFocus(), "Qt would take the file that is marked in its list"
    field.setText(str(path))
    desk.key(Qt.Key.Key_Return, to=dialog)
    desk.settle()


def answer(desk: Desk, button: str) -> None:
    """Click a button of the question that is shown."""
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    buttons = {b.text().replace("&", ""): b for b in box.findChildren(QPushButton)}
    buttons[button].click()
    desk.settle()
