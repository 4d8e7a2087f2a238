"""Where a file is there already, the dialogs that write ask, and the program goes on meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from ocrdesk.formats.document_file import open_document
from tests.ui.answering import answer, choose_file
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_saving_over_a_file_asks_first(corrected: Desk, tmp_path: Path) -> None:
    path = tmp_path / "work.ocrdesk"
    path.write_bytes(b"somebody else's")
    corrected.do("save_as")
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(0)
    choose_file(corrected, tmp_path / "work")  # hung here once, in Qt's own question
    corrected.wait_until(lambda: len(turns) > 1)
    answer(corrected, "Cancel")
    dialog = corrected.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert path.read_bytes() == b"somebody else's"
    choose_file(corrected, tmp_path / "work")
    answer(corrected, "Replace")
    corrected.wait_until(lambda: not corrected.window.isWindowModified())
    assert open_document(path).pages[0].document.page == corrected.page
    assert corrected.window.findChild(QFileDialog) is None


def test_exporting_over_a_file_asks_about_the_file_with_its_ending(
    corrected: Desk, tmp_path: Path
) -> None:
    (tmp_path / "out.json").write_text("old")
    corrected.do("export_as")
    choose_file(corrected, tmp_path / "out", name_filter="json")
    answer(corrected, "Replace")
    corrected.wait_until(lambda: corrected.window.tasks.is_idle)
    assert '"pages"' in (tmp_path / "out.json").read_text()
