"""A zero is struck through wherever a letter is shown, and named, so that nobody takes it for O."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from ocrdesk.ui.views import known_letters, marks, row_editor
from ocrdesk.ui.views.known_letters import KnownLetters
from ocrdesk.ui.views.letter_label import LetterLabel
from ocrdesk.ui.views.marks import label_chip
from ocrdesk.ui.views.probability_list import ProbabilityList
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
Kind = TypeVar("Kind", bound=QWidget)


def stroke(image: QImage) -> float:
    """Return the least ink, 0 to 1, on the way from a character's lower left to its upper right.

    The middle of the way counts, where a zero is hollow; ink is what differs from the corner.
    """
    ground = image.pixelColor(0, 0)
    size = image.size()
    places = [(x, y) for y in range(size.height()) for x in range(size.width())]
    ink = {place: _apart(image.pixelColor(*place), ground) for place in places}
    most = max(ink.values())
    inked = [place for place in places if ink[place] > 0.5 * most]
    left, right = min(x for x, _ in inked), max(x for x, _ in inked)
    top, bottom = min(y for _, y in inked), max(y for _, y in inked)
    least = 1.0
    for share in (0.3, 0.38, 0.5, 0.62, 0.7):
        x = round(left + share * (right - left))
        y = round(bottom - share * (bottom - top))
        around = [ink.get((x + by, y), 0.0) for by in (-1, 0, 1)]
        least = min(least, max(around) / most)
    return least


def _apart(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green())


def part(widget: QWidget, area: QRect) -> QImage:
    """Return what is seen of a part of a widget."""
    return widget.grab(area).toImage()


def found(desk: Desk, kind: type[Kind]) -> Kind:
    widget = desk.window.views.letter.findChild(kind)
    assert isinstance(widget, kind)
    return widget


def offered(desk: Desk) -> ProbabilityList:
    """Unfold all characters and return their bars."""
    unfold = desk.window.views.letter._expander
    if not unfold.isChecked():
        desk.click_in(unfold, unfold.rect().center())
    desk.settle()
    return found(desk, ProbabilityList)


@pytest.fixture
def typed(desk: Desk, make_page: PageMaker) -> Desk:
    """A person who called the first letter a zero, the second an O and the third a zero."""
    desk.window.resize(1280, 860)
    desk.open(make_page("a.png", "00O", "ABC"))
    desk.click(desk.page.glyphs[0].id)
    desk.type("0O0")
    return desk


def test_a_zero_is_struck_in_the_letter_panel_and_an_o_is_not(typed: Desk) -> None:
    seen = {}
    for place, character in enumerate("0O"):
        typed.click(typed.page.glyphs[place].id)
        typed.settle()
        label, bars = found(typed, LetterLabel), offered(typed)
        assert label.text() == character
        index = next(
            bars.model().index(row, 0)
            for row in range(bars.model().rowCount())
            if bars.model().index(row, 0).data() == character
        )
        bars.setCurrentIndex(bars.model().index((index.row() + 1) % 36, 0))
        bars.scrollTo(index)
        row = bars.visualRect(index)
        bar = QRect(row.left() + 4, row.top() + 4, 18, row.height() - 8)
        seen[character] = (
            stroke(part(label, QRect(0, 0, label.fontMetrics().maxWidth(), label.height()))),
            stroke(part(bars.viewport(), bar)),
        )
    assert min(seen["0"]) > 0.6, seen
    assert max(seen["O"]) < 0.4, seen


def test_a_zero_is_struck_below_the_letters_it_is_like(
    typed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = typed.window.views.letter
    typed.click(typed.page.glyphs[2].id)  # the first one is like it
    typed.click_in(letter.why.toggle, letter.why.toggle.rect().center())
    known = found(typed, KnownLetters)
    # Drawn letters may come before those of the page.
    typed.wait_until(lambda: any(shown.character == "0" for shown in known.known))
    typed.settle()
    cells = [known.place_of(number) for number in range(len(known.known))]
    struck = [part(known, cell) for cell in cells]
    monkeypatch.setattr(known_letters, "draw_letters", QPainter.drawText)
    plain = [part(known, cell) for cell in cells]
    zeros = [shown.character == "0" for shown in known.known]
    assert any(zeros)
    assert [one != other for one, other in zip(struck, plain, strict=True)] == zeros


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("size", [11, 13, 16, 19, 22])
@pytest.mark.usefixtures("qapp")
def test_a_zero_is_struck_in_the_labels_of_the_page(
    monkeypatch: pytest.MonkeyPatch, size: int, ratio: float
) -> None:
    def drawn() -> dict[str, QImage]:
        chips = {c: label_chip.__wrapped__(c, "#14507a", size, ratio) for c in "0O"}
        return {
            c: chip.toImage().convertToFormat(QImage.Format.Format_RGB32)
            for c, chip in chips.items()
        }

    struck = drawn()
    monkeypatch.setattr(marks, "draw_letters", QPainter.drawText)
    plain = drawn()
    assert struck["O"] == plain["O"]
    places = [(x, y) for y in range(plain["0"].height()) for x in range(plain["0"].width())]
    changed = [
        place
        for place in places
        if _apart(struck["0"].pixelColor(*place), plain["0"].pixelColor(*place)) > 60
    ]
    assert len(changed) >= 4 * ratio, "the stroke is to be seen"


@pytest.mark.parametrize("place", [0, 4])  # where it is selected, and where it is not
def test_a_zero_is_struck_in_the_text_where_it_stands(
    typed: Desk, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    typed.click(typed.page.glyphs[place].id)
    typed.settle()
    editor = typed.window.views.text._editor
    assert editor.toPlainText().startswith("0 O 0")
    seen = {}
    for column, character in ((0, "0"), (2, "O")):
        first, after = (editor.cursorRect(editor.cursor_at(0, at)) for at in (column, column + 1))
        area = QRect(first.left() + 1, first.top(), after.left() - first.left(), first.height())
        struck = part(editor.viewport(), area)
        with monkeypatch.context() as patch:
            patch.setattr(row_editor, "strike_block", lambda *_: None)
            plain = part(editor.viewport(), area)
        seen[character] = struck != plain, stroke(struck)
    assert seen["0"][0], "it has a stroke"
    assert seen["0"][1] > 0.5, seen
    assert not seen["O"][0]


def test_what_looks_alike_is_named(typed: Desk) -> None:
    typed.click(typed.page.glyphs[0].id)
    label, bars = found(typed, LetterLabel), offered(typed)
    assert label.toolTip() == "0 (digit zero)"
    assert label.accessibleName() == "Character: 0 (digit zero)"
    rows = [bars.model().index(row, 0) for row in range(bars.model().rowCount())]
    told = {row.data(): row.data(Qt.ItemDataRole.ToolTipRole) for row in rows}
    assert told["0"].startswith("0 (digit zero), ")
    typed.click(typed.page.glyphs[4].id)
    typed.type("B")
    typed.click(typed.page.glyphs[4].id)
    assert label.toolTip() == ""
