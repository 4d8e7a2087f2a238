"""The window in German: it says everything in German, and files and keys know no language."""

import re
import zlib
from base64 import a85decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
)

from ocrdesk.services.laboratory.data import CHARSETS
from ocrdesk.ui.actions import ACTIONS
from ocrdesk.ui.controllers.learnt_words import named
from ocrdesk.ui.translation import (
    TEMPLATES,
    said,
    speak,
    tr,
    translations_folder,
    with_numbers,
)
from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.lab_data_page import DataPage
from ocrdesk.ui.views.lab_plots import PLOTS, LabPlots
from ocrdesk.ui.views.lab_training_page import TrainingPage
from ocrdesk.ui.views.review_notes import ReviewNotes
from ocrdesk.ui.views.settings_dialog import SettingsDialog
from ocrdesk.ui.views.sheet_dialog import SheetDialog
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

HOLE = re.compile(r"\{\w+\}")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Speak German in this test."""
    locale = QLocale()
    speak(qapp, "de")
    yield
    speak(qapp, "en")
    QLocale.setDefault(locale)


@pytest.fixture
def desk(german: None, open_desk: Callable[[], Desk]) -> Desk:
    """A person at a window that speaks German."""
    return open_desk()


def _entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from _entries(submenu)
        elif not action.isSeparator():
            yield action


def test_the_question_at_closing_counts_exports_in_german(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.click(1)
    desk.type("Q")
    told = {"a" * 60: "", "b": " und 1 weitere Datei", "c": " und 2 weitere Dateien"}
    for name, others in told.items():
        desk.do("export_as")
        choose_file(desk, tmp_path / f"{name}.txt")
        desk.wait_until(lambda: desk.window.tasks.is_idle)
        desk.settle()
        assert not desk.window.close()
        box = desk.window.findChild(QMessageBox)
        assert box is not None
        assert box.informativeText().endswith(f"Exportiertes ({name}.txt{others}) bleibt.")
        answer(desk, "Abbrechen")


def test_menus_are_german(desk: Desk) -> None:
    bar = desk.window.menuBar()
    titles = [action.text().replace("&", "") for action in bar.actions()]
    assert titles == ["Datei", "Bearbeiten", "Ansicht", "Seite", "Lesen", "Training", "Hilfe"]
    assert desk.action("open").text() == "&Öffnen …"
    assert desk.action("move_left_10").text() == "Um 10 nach links verschieben"
    assert desk.action("take_3").text() == "Lesart &3 übernehmen"
    told = {spec.text for spec in ACTIONS}
    for spec in desk.window.actions_by_id:
        assert spec.text not in told - {"&Text"}, f"{spec.id} is not translated"


def test_no_two_entries_of_a_german_menu_share_a_mnemonic(desk: Desk) -> None:
    menus = [desk.window.menuBar(), *desk.window.menuBar().findChildren(QMenu)]
    for menu in menus:
        texts = [a.text() for a in menu.actions() if "&" in a.text().replace("&&", "")]
        keys = [text.replace("&&", "").split("&")[1][0].casefold() for text in texts]
        assert len(set(keys)) == len(keys), texts


def test_keys_do_not_depend_on_the_language(desk: Desk) -> None:
    for spec in ACTIONS:
        if not spec.is_page_key:
            keys = [key.toString() for key in desk.action(spec.id).shortcuts()]
            assert keys == list(spec.keys)


def test_settings_are_german_and_so_are_the_buttons_of_qt(desk: Desk) -> None:
    desk.do("settings")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert dialog.windowTitle() == "Einstellungen"
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    kind = QDialogButtonBox.StandardButton.Close
    assert buttons.button(kind).text().replace("&", "") == "Schließen"
    dialog.reject()


def test_the_system_decides_unless_a_language_was_chosen(
    qapp: QApplication, german: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tr("Save") == "Speichern"
    speak(qapp, "en")
    assert tr("Save") == "Save"
    for system, save in ((QLocale("de_AT"), "Speichern"), (QLocale("fr_FR"), "Save")):
        monkeypatch.setattr(QLocale, "system", lambda system=system: system)
        speak(qapp, "system")
        assert tr("Save") == save


def test_what_rooms_below_say_is_known_again(german: None) -> None:
    assert said("Move Left by 10") == "Um 10 nach links verschieben"
    assert said("Nothing of ours says so.") == "Nothing of ours says so."


def test_the_step_of_a_learning_says_its_number_in_german(german: None) -> None:
    told = [said(named(count)) for count in (0, 1, 12)]
    assert told == [
        f"Gelernt: {what} geändert"
        for what in ("nur Wahrscheinlichkeiten", "1 Buchstabe", "12 Buchstaben")
    ]


def test_names_stand_in_the_quotation_marks_of_the_language(german: None) -> None:
    assert said("“a.jpg” is damaged or incomplete.").startswith("„a.jpg“ ist")
    assert said("Page 2 of “a.pdf” is damaged or incomplete.").startswith("Seite 2 von „a.pdf“ ")


def test_what_a_person_named_is_not_translated(german: None) -> None:
    assert tr("Text") == "Text"
    assert tr("Letter") == "Buchstabe"
    assert said("There is no hand called “Letter”.").endswith(" „Letter“.")
    assert said("Letter has no pages.") == "Letter hat keine Seiten."
    assert said("Reading Letter") == "Letter wird gelesen"
    assert said("notes.jpg is not an image, or is damaged at its very beginning.").endswith(
        "ist kein Bild oder ganz am Anfang beschädigt."
    )


def test_numbers_in_what_rooms_say_are_german(german: None) -> None:
    assert said("dropout 0.3").endswith("0,3")
    assert said("9,000,000 weights are too many: up to 8,000,000 can be trained here. Take fewer ")
    told = said("After 12 epochs: 0.1: 81.3 %; 1: 1,024.5 %.")
    assert "0,1: 81,3 %; 1: 1.024,5 %" in told
    assert with_numbers("version 1.2.3 of v0.5, 7.") == "version 1.2.3 of v0.5, 7."


def test_enter_is_called_the_same_in_menus_and_texts(desk: Desk) -> None:
    assert desk.action("confirm").text().endswith("\tEingabe")
    assert desk.action("part_row").text().endswith("\tStrg+Eingabe")
    assert desk.action("part_row").shortcut() == QKeySequence("Ctrl+Return")
    desk.window.actions_by_id.give_keys("part_row", ("Ctrl+J",))
    assert "\t" not in desk.action("part_row").text()  # the menu shows the keys by itself


def test_a_practice_sheet_is_german_where_a_person_reads_it(desk: Desk, tmp_path: Path) -> None:
    desk.do("make_sheet")
    (dialog,) = desk.window.findChildren(SheetDialog)
    dialog.accept()
    dialog.chosen.emit("AB", 2, "a4")
    (files,) = desk.window.findChildren(QFileDialog)
    assert [Path(name).name for name in files.selectedFiles()] == ["Übungsblatt.pdf"]
    path = tmp_path / "blatt.pdf"
    files.fileSelected.emit(str(path))
    files.reject()
    desk.wait_until(lambda: bool(desk.told))
    drawn = re.findall(rb"stream\s(.+?)endstream", path.read_bytes(), re.DOTALL)
    text = b"".join(zlib.decompress(a85decode(b"<~" + part.strip(), adobe=True)) for part in drawn)
    assert b"bungsblatt" in text
    assert b"wie gewohnt mit dunklem Stift" in text
    assert b"sheet" not in text


def test_every_template_is_found_again_in_what_it_makes(german: None) -> None:
    templates = (translations_folder() / TEMPLATES).read_text(encoding="utf-8").splitlines()
    for template in templates:
        made = HOLE.sub("X7", template)
        assert said(made) == HOLE.sub("X7", tr(template)), template


def test_panels_notices_and_steps_are_german_and_what_is_kept_is_not(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("page.png", "ABC"))
    desk.click(1)
    desk.type("Q")
    titles = {dock.windowTitle() for dock in desk.window.docks.values()}
    assert titles >= {"Seiten", "Verlauf", "Durchsicht", "Text", "Buchstabe"}
    assert desk.action("undo").text() == "&Rückgängig: „Q“ setzen"
    assert desk.current.past.steps.steps[0].change.name == "Set “Q”"
    desk.do("copy_text")
    assert desk.told[-1].text == "1 Textzeile kopiert."
    desk.do("letter_row_up")
    assert desk.told[-1].text == "Vor dieser Zeile steht keine."


@pytest.mark.parametrize("size", [(800, 560), (1280, 820)])
def test_no_german_button_or_label_is_cut(
    desk: Desk, make_page: PageMaker, size: tuple[int, int]
) -> None:
    desk.open(make_page("page.png", "ABC", "DEF"))
    desk.click(1)
    desk.window.resize(*size)
    desk.do("check_random")
    desk.settle()
    desk.settle()
    for button in desk.window.findChildren(QPushButton):
        if button.isVisible() and button.text():
            words = button.text().replace("&", "")
            assert button.fontMetrics().horizontalAdvance(words) <= button.width(), words
    for label in desk.window.findChildren(QLabel):
        if label.isVisible() and label.text() and type(label) is QLabel and not label.wordWrap():
            assert label.sizeHint().width() <= label.width() + 1, label.text()
    desk.do("adjust_ink")
    desk.settle()
    cut = []
    for box in desk.window.findChildren(ElidedBox):
        for place in range(box.count() if box.isVisible() else 0):
            box.setCurrentIndex(place)
            if "…" in box.shown_text():
                cut.append(box.currentText())
    assert not cut


def test_a_random_check_is_seen_whole_at_1280_by_800(desk: Desk, make_page: PageMaker) -> None:
    desk.window.resize(1280, 800)
    desk.open(make_page("page.png", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ1234"))
    desk.do("check_random")
    desk.settle()
    (notes,) = desk.window.views.review.findChildren(ReviewNotes)
    assert notes.verticalScrollBar().maximum() == 0, "some of it has to be scrolled to"


def test_the_laboratory_means_the_same_characters_in_german(desk: Desk) -> None:
    page = DataPage()
    assert page.characters.currentText() != next(iter(CHARSETS))
    for place, characters in enumerate(CHARSETS.values()):
        page.characters.setCurrentIndex(place)
        assert page.plan().characters == characters
    page.characters.setEditText("A B Ä")
    assert page.plan().characters == "ABÄ"


def test_the_buttons_of_a_paused_run_do_what_they_say_in_german(desk: Desk) -> None:
    page = TrainingPage(LabPlots({name: make() for name, make in PLOTS.items()}))
    asked: list[str] = []
    page.start_requested.connect(lambda: asked.append("start"))
    page.resume_requested.connect(lambda: asked.append("resume"))
    page.set_state(is_running=False, may_start=True, may_go_on=True)
    page.start_button.click()
    page.new_button.click()
    assert asked == ["resume", "start"]
