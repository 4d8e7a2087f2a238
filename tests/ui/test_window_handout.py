"""The four pages of the course assignment, dropped on the window as a person drops them."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from ocrdesk.page.charset import PRINT36
from ocrdesk.services.error_rates import count_errors, letters_of
from tests.ui.desk import Desk

pytestmark = [pytest.mark.window, pytest.mark.acceptance]


def as_the_command_line_reads(pages: Sequence[Path]) -> list[dict[str, Any]]:
    """Return what ``ocrdesk read`` tells of pages."""
    done = subprocess.run(
        [sys.executable, "-m", "ocrdesk", "read", *pages, "--format", "json"],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told: list[dict[str, Any]] = json.loads(done.stdout)["pages"]
    return told


def test_the_pages_dropped_are_read_as_the_command_line_reads_them(
    shipped: Desk, shared_data: Path
) -> None:
    entries = json.loads((shared_data / "pages" / "truth.json").read_text("utf-8"))
    truths = [entry for entry in entries if entry["group"] == "handout"]
    paths = [shared_data / "pages" / entry["file"] for entry in truths]
    shipped.drop(paths, on=shipped.window.views.empty)
    shipped.wait_read(4)
    told = as_the_command_line_reads(paths)
    errors = length = 0
    documents = shipped.window.session.documents
    for opened, entry, read in zip(documents, truths, told, strict=True):
        page = opened.page
        assert page is not None
        assert page.text == read["text"]
        glyphs = [g for line in read["lines"] for word in line["words"] for g in word["glyphs"]]
        for glyph, other in zip(page.glyphs, glyphs, strict=True):
            assert list(glyph.box.as_tuple()) == other["box"]
            assert glyph.probability == pytest.approx(other["probability"], abs=1e-3)
        assert len(page.lines) == len(entry["lines"])
        truth = letters_of("".join(entry["lines"]), PRINT36)
        count = count_errors(truth, letters_of(page.text, PRINT36))
        errors, length = errors + count.errors, length + count.length
    assert length == 246
    assert errors <= 0.05 * length


def test_a_letter_of_a_photo_is_clicked_and_typed_over(shipped: Desk, shared_data: Path) -> None:
    shipped.open(shared_data / "pages" / "03_haiku.jpg")
    views, first, second = shipped.window.views, *shipped.page.glyphs[:2]
    (shown,) = views.text.findChildren(QPlainTextEdit)
    assert shown.toPlainText() == shipped.page.text
    shipped.click(first.id)
    assert shipped.selected == first
    shipped.type("Q")
    assert shipped.corrections == {first.id: "Q"}
    assert shipped.selected.id == second.id
    assert shown.toPlainText() == shipped.page.text
    assert shipped.page.text.startswith("Q")


def test_the_window_never_stops_for_50_milliseconds_while_photos_are_read(
    shipped: Desk, shared_data: Path
) -> None:
    names = ("04_deep.jpg", "02_letters.jpg", "03_haiku.jpg")
    first, *others = (shared_data / "pages" / name for name in names)
    reading, session = shipped.window.reading, shipped.window.session
    shipped.drop([first], on=shipped.window.views.empty)
    shipped.wait_until(lambda: reading.busy is not None)
    shipped.key(Qt.Key.Key_Escape)
    assert reading.busy is None
    shipped.drop(others)
    shipped.wait_until(lambda: sum(opened.page is not None for opened in session.documents) == 2)
    shipped.wait_until(lambda: reading.busy is None)
    shipped.click(shipped.page.glyphs[0].id)
    shipped.type("Q")
    shipped.do("read_again")
    shipped.wait_until(lambda: reading.busy is not None)
    shipped.wait_until(lambda: reading.busy is None)
    shipped.settle()
    assert shipped.page.glyphs[0].correction == "Q"
    assert shipped.longest.seconds <= 0.05, shipped.longest
