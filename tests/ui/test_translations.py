"""The translations are complete, up to date, and fit the texts they stand for."""

import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

import ocrdesk
from ocrdesk.ui.actions.table import MENUS
from ocrdesk.ui.translation import translations_folder
from tests.ui.unmarked import unmarked

FOLDER = translations_folder()
PACKAGE = Path(ocrdesk.__file__).parent
SCRIPT = FOLDER / "make_translations.py"
HOLE = re.compile(r"\{\w*[^{}]*\}|%n|%Ln")


def _messages(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield source, comment and translations, one for each form, of a catalogue."""
    for message in ET.parse(path).iter("message"):  # noqa: S314 - our own files
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        source, comment = message.findtext("source"), message.findtext("comment")
        yield source or "", comment or "", forms or [translation.text or ""]


def test_every_text_of_the_sources_is_translated() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


# A type's name in a string, a menu's key, topics of notices; and a style sheet.
NO_TEXT = {"Edit", "Session", *MENUS, "another reader", "practice sheet", "read again"}
NO_TEXTS = {"stylesheet.py", "keys.py"}


def test_every_text_for_people_is_marked() -> None:
    sys.path.insert(0, str(FOLDER))
    try:
        gathering = importlib.import_module("gathering")
    finally:
        sys.path.remove(str(FOLDER))
    gathered = {HOLE.sub("\0", text) for text in gathering.gathered(PACKAGE)}
    for path in sorted((PACKAGE / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        found = [
            f"{path.name}:{line}: {words!r}"
            for line, words in unmarked(source)
            if words not in gathered | NO_TEXT and path.name not in NO_TEXTS
        ]
        assert not found, "mark them with tr() or later() of ocrdesk.ui.translation"


@pytest.mark.parametrize(
    "code",
    [
        'QLabel("Something new")',
        'label.setText("lower")',
        'notices.inform(f"{count} letters are there.")',
        'WORDS = {"a": "A sentence of its own."}',
        'button.setText(tr("Save") if is_new else "Save Again")',
        'dialog.setWindowTitle(f"{name} - Laboratory")',
        "label.setText(f\"{tr('Save')} …\")",
    ],
)
def test_a_text_that_nobody_marked_is_found(code: str) -> None:
    assert list(unmarked(code))


@pytest.mark.parametrize(
    "code",
    [
        'QLabel(tr("Something new"))',
        'text = later("Something new")',
        '"""A docstring."""',
        'label.setObjectName("The Name")',
        'label.setText(f"{width} x {height} px")',
        'raise ValueError("for programmers")',
        'if kind == "Some Kind": pass',
    ],
)
def test_what_nobody_reads_is_let_alone(code: str) -> None:
    assert not list(unmarked(code))


def test_placeholders_are_the_same_in_both_languages() -> None:
    for source, _, forms in _messages(FOLDER / "ocrdesk_de.ts"):
        for form in forms:
            found, expected = set(HOLE.findall(form)), set(HOLE.findall(source))
            if len(forms) > 1:  # "ein Buchstabe" needs no number
                found, expected = found - {"%n", "%Ln"}, expected - {"%n", "%Ln"}
            assert found == expected, (source, form)


def test_endings_and_mnemonics_are_the_same_in_both_languages() -> None:
    for source, _, forms in _messages(FOLDER / "ocrdesk_de.ts"):
        for form in forms:
            for mark in ("…", ".", "?", ":"):
                ends = form.rstrip("“)").endswith(mark), source.rstrip("”)").endswith(mark)
                assert ends[0] == ends[1], (source, form)
            assert ("&" in form) == ("&" in source), (source, form)


@pytest.mark.parametrize("name", ["ocrdesk_de", "ocrdesk_en"])
def test_what_is_compiled_is_what_the_catalogue_says(qapp: QApplication, name: str) -> None:
    del qapp
    translator = QTranslator()
    assert translator.load(name, str(FOLDER))
    for source, comment, forms in _messages(FOLDER / f"{name}.ts"):
        for number, form in enumerate(forms):
            count = (1, 5)[number] if len(forms) > 1 else -1
            assert translator.translate("", source, comment, count) == form, source
