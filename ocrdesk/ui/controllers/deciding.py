"""The questions that are asked before work would be lost or destroyed."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from ocrdesk.errors import OcrdeskError
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr

_Role = QMessageBox.ButtonRole
_LINE = 60  # characters of names that are read at a glance


def ask_to_save(
    window: QWidget,
    name: str,
    documents: Sequence[OpenDocument],
    *,
    save: Callable[[], None],
    discard: Callable[[], None],
) -> None:
    """Ask what to do with work that was not saved; Cancel does nothing.

    ``name`` is that of the file; pages without one are named, or counted, themselves.
    """
    box = _box(window, tr("Not Saved"), _unsaved(name, documents))
    told = tr("Without saving, your corrections, boxes and the steps to undo are lost.")
    box.setInformativeText(f"{told} {_exported(documents)}".rstrip())
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


def _unsaved(name: str, documents: Sequence[OpenDocument]) -> str:
    """Say what has changes that were not saved: the file of that name, or which of its pages."""
    changed = [opened for opened in documents if opened.is_modified] or documents[:1]
    if name or len(documents) == 1:
        told = tr("“{name}” has changes that were not saved.")
        return told.format(name=name or documents[0].title)
    if len(changed) == 1:
        told = tr(
            "“{name}”, one of %n pages, has changes that were not saved.", None, len(documents)
        )
        return told.format(name=changed[0].title)
    told = tr("{count} of %n pages have changes that were not saved.", None, len(documents))
    return told.format(count=len(changed))


def _exported(documents: Sequence[OpenDocument]) -> str:
    """Say what files hold of pages that were not saved, all if their names fit; "" for none."""
    numbers: dict[str, int] = {}  # by path; one export may be of several pages
    for opened in documents:
        if opened.is_modified:
            numbers |= {p: max(n, numbers.get(p, 0)) for p, n in opened.exports.items()}
    if not numbers:
        return ""
    newest, *others = (PurePath(p).name for p in sorted(numbers, key=numbers.__getitem__)[::-1])
    names = ", ".join(sorted((newest, *others)))
    if not others or len(names) <= _LINE:
        return tr("What was exported ({names}) stays.").format(names=names)
    told = tr("What was exported ({name} and %n other files) stays.", None, len(others))
    return told.format(name=newest)


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
