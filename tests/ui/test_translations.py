"""The translations are complete, up to date, and fit the texts they stand for."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from ocrdesk.ui.translation import translations_folder

FOLDER = translations_folder()
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


def test_placeholders_are_the_same_in_both_languages() -> None:
    for source, _, forms in _messages(FOLDER / "ocrdesk_de.ts"):
        for form in forms:
            found, expected = set(HOLE.findall(form)), set(HOLE.findall(source))
            if len(forms) > 1:  # "ein Buchstabe" needs no number
                found, expected = found | {"%n"}, expected | {"%n"}
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
