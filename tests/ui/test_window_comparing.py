"""Two readers are compared on the page that is shown, and one of them is chosen."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialogButtonBox

from ocrdesk import paths
from ocrdesk.ui.views.compare_dialog import CompareDialog
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def compared(desk: Desk, make_page: PageMaker, make_model: ModelMaker) -> CompareDialog:
    """A page whose first letter is confirmed, and the dialog with two readers that differ."""
    make_model("aside", seed=7)
    desk.open(make_page("a.png", "ABCDEF", "GHKLMN"))
    desk.click(1)
    desk.type("A")
    desk.do("compare_readers")
    dialog = desk.window.readers.comparing.dialog
    assert dialog is not None
    assert dialog.names == ("print36", "aside")  # one's own, not the network that always loses
    assert dialog.boxes[0].currentText() == "print36 (capitals and digits)"
    dialog.boxes[1].setCurrentText("aside")
    desk.wait_until(lambda: "differ" in dialog.told.text())
    return dialog


def test_the_names_of_the_shipped_readers_are_shown_in_full(compared: CompareDialog) -> None:
    for box in compared.boxes:
        for place in range(box.count()):
            box.setCurrentIndex(place)
            assert box.shown_text() == box.currentText()


def test_what_differs_is_marked_and_leads_to_its_place(compared: CompareDialog, desk: Desk) -> None:
    assert "of 12 letters differ" in compared.told.text()
    assert "Of the letter that you confirmed" in compared.told.text()
    html = compared.text.toHtml()
    assert compared._comparison is not None
    differing = [pair for pair in compared._comparison.letters if pair.differs]
    assert differing
    assert all(html.count(f'href="#{pair.glyph_id}"') == 2 for pair in differing)
    compared.text.anchorClicked.emit(QUrl(f"#{differing[-1].glyph_id}"))
    assert desk.selected.id == differing[-1].glyph_id


def test_it_follows_corrections_and_undo(compared: CompareDialog, desk: Desk) -> None:
    desk.click(2)
    desk.type("B")
    desk.wait_until(lambda: "Of 2 letters that you confirmed" in compared.told.text())
    desk.do("undo")
    desk.wait_until(lambda: "Of the letter that you confirmed" in compared.told.text())


def test_one_reads_from_then_on_and_the_former_comes_back(
    compared: CompareDialog, desk: Desk
) -> None:
    assert [button.isEnabled() for button in compared.buttons] == [False, True]
    compared.buttons[1].click()
    desk.wait_read()
    assert desk.window.reading.model == "aside"
    assert [button.text() for button in compared.buttons] == ["Read with This", "Reads Now"]
    compared.buttons[0].click()
    desk.wait_read()
    assert desk.window.reading.model == "print36"
    desk.wait_until(lambda: "differ" in compared.told.text())
    box = compared.findChildren(QDialogButtonBox)[0]
    box.button(QDialogButtonBox.StandardButton.Close).click()
    desk.settle()
    assert desk.window.readers.comparing.dialog is None


@pytest.fixture
def two(desk: Desk, make_page: PageMaker, make_model: ModelMaker) -> Desk:
    """Two pages: a.png read with print36, then aside; b.png, shown, with aside, then third."""
    for seed, name in enumerate(("aside", "third"), 7):
        make_model(name, seed=seed)
    desk.open(make_page("a.png", "ABCDEF", "GHKLMN"), make_page("b.png", "ABAB", "CDCD"))
    for place, name in ((0, "aside"), (1, "aside"), (1, "third")):
        show(desk, place)
        read_with(desk, name)
    return desk


def show(desk: Desk, place: int) -> None:
    desk.window.session.show(desk.window.session.documents[place])
    desk.settle()


def read_with(desk: Desk, name: str) -> None:
    desk.window.reading.choose_model(name)
    desk.wait_until(lambda: desk.current.read_by == name and desk.window.reading.busy is None)


def opened_dialog(desk: Desk) -> CompareDialog:
    desk.do("compare_readers")
    dialog = desk.window.readers.comparing.dialog
    assert dialog is not None
    return dialog


def wait_compared(desk: Desk, dialog: CompareDialog, *names: str) -> None:
    """Wait until these two are compared on the page that is shown, letter by letter."""
    glyphs = {glyph.id for glyph in desk.page.glyphs}

    def is_compared() -> bool:
        found = dialog._comparison
        return (
            found is not None
            and found.names == names
            and {pair.glyph_id for pair in found.letters} == glyphs
        )

    try:
        desk.wait_until(is_compared)
    except AssertionError as error:
        found = dialog._comparison
        ids = [pair.glyph_id for pair in found.letters] if found is not None else []
        error.add_note(f"{dialog.names}, {dialog.told.text()}: {ids} instead of {sorted(glyphs)}")
        raise
    assert dialog.names == names


def test_each_page_compares_its_reader_with_the_one_before(two: Desk) -> None:
    dialog = opened_dialog(two)
    wait_compared(two, dialog, "third", "aside")
    show(two, 0)
    wait_compared(two, dialog, "aside", "print36")
    assert dialog.buttons[0].text() == "Reads Now"
    show(two, 1)
    wait_compared(two, dialog, "third", "aside")
    dialog.reject()
    show(two, 0)
    wait_compared(two, opened_dialog(two), "aside", "print36")


def test_a_reader_that_a_person_chose_stays_from_page_to_page(two: Desk) -> None:
    show(two, 0)
    dialog = opened_dialog(two)
    dialog.boxes[1].setCurrentIndex(dialog.boxes[1].findData("third"))
    wait_compared(two, dialog, "aside", "third")
    show(two, 1)
    wait_compared(two, dialog, "third", "aside")  # not with itself
    show(two, 0)
    wait_compared(two, dialog, "aside", "third")
    dialog.boxes[0].setCurrentIndex(dialog.boxes[0].findData("handout"))
    wait_compared(two, dialog, "handout", "third")
    show(two, 1)
    wait_compared(two, dialog, "handout", "third")


def test_after_undoing_the_reader_that_was_tried_is_the_other_one(two: Desk) -> None:
    show(two, 0)
    two.click(1)
    two.type("A")
    read_with(two, "third")
    two.do("undo")
    assert two.current.read_by == "aside"
    dialog = opened_dialog(two)
    wait_compared(two, dialog, "aside", "third")
    show(two, 1)
    wait_compared(two, dialog, "third", "aside")
    (paths.user_models_folder() / "aside.npz").unlink()
    show(two, 0)
    show(two, 1)
    assert dialog.names == ("third", "print36"), "not with one that is gone"
    wait_compared(two, dialog, "third", "print36")


def test_without_a_page_it_waits_for_one(two: Desk) -> None:
    dialog = opened_dialog(two)
    wait_compared(two, dialog, "third", "aside")
    for opened in two.window.session.documents[::-1]:
        two.window.session.remove(opened)
    two.settle()
    assert dialog.told.text().startswith("Show a page that was read")
    assert dialog._comparison is None
