"""The questions that are asked before work would be lost or destroyed."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from ocrdesk.errors import OcrdeskError
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr

_Role = QMessageBox.ButtonRole


def ask_to_save(
    window: QWidget,
    name: str,
    documents: Sequence[OpenDocument],
    *,
    save: Callable[[], None],
    discard: Callable[[], None],
) -> None:
    """Ask what to do with work that was not saved; Cancel does nothing."""
    box = _box(
        window, tr("Not Saved"), tr("“{name}” has changes that were not saved.").format(name=name)
    )
    exported = {d.exported_to for d in documents if d.exported_to and d.is_modified}
    told = tr("Without saving, your corrections, boxes and the steps to undo are lost.")
    if exported:
        names = ", ".join(sorted(PurePath(path).name for path in exported))
        told += " " + tr("What was exported ({names}) stays.").format(names=names)
    box.setInformativeText(told)
    saving = box.addButton(tr("&Save"), _Role.AcceptRole)
    discarding = box.addButton(tr("&Discard"), _Role.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(saving)
    _open(box, {saving: save, discarding: discard})


def ask_to_replace(
    window: QWidget,
    error: OcrdeskError,
    *,
    save_as: Callable[[], None],
    replace: Callable[[], None],
) -> None:
    """Ask what to do where saving would replace what another window or program saved."""
    box = _box(window, tr("Changed by Another"), said(error.message))
    box.setInformativeText(
        tr("Save under another name to keep both. Replacing destroys what was saved there since.")
    )
    elsewhere = box.addButton(tr("&Save As…"), _Role.AcceptRole)
    replacing = box.addButton(tr("&Replace"), _Role.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(elsewhere)
    _open(box, {elsewhere: save_as, replacing: replace})


def ask_to_discard(window: QWidget, text: str, *, discard: Callable[[], None]) -> None:
    """Ask whether work that was found again is really not wanted."""
    box = _box(window, tr("Discard"), text)
    box.setInformativeText(tr("That cannot be undone."))
    discarding = box.addButton(tr("&Discard"), _Role.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    _open(box, {discarding: discard})


def _box(window: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file name is not markup
    box.setText(text)
    return box


def _open(box: QMessageBox, deeds: dict[QPushButton, Callable[[], None]]) -> None:
    """Show the question without stopping the window; do what the button clicked stands for."""

    def answered() -> None:
        deed = next((deeds[b] for b in deeds if b is box.clickedButton()), None)
        box.deleteLater()
        if deed is not None:
            deed()

    box.finished.connect(answered)
    box.open()
