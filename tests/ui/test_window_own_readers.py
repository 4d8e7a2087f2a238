"""Why a letter was read so is told by what read its page, whatever read another one since."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest
from PySide6.QtCore import Qt

from ocrdesk import paths
from ocrdesk.geometry import BoundingBox
from ocrdesk.services.explanation import KnownLetter, Occlusion, occlusion_map
from ocrdesk.services.model_store import load_model
from ocrdesk.services.recognition import patch_of, read_box
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.views.known_letters import KnownLetters
from ocrdesk.ui.views.patch_view import PatchView
from ocrdesk.ui.views.why_panel import WhyPanel
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

ALIKE = 0.5  # below that a letter is like another one in nothing


@pytest.fixture
def two(shipped: Desk, make_page: PageMaker) -> Desk:
    """A window with two pages, a.png read with print36, b.png with print62, which is shown.

    An E and an F of each are confirmed.
    """
    desk = shipped
    desk.open(make_page("a.png", "EFEF", "GHKL"), make_page("b.png", "EFEF", "GHKL"))
    show(desk, 1)
    desk.window.reading.arrivals.choice.choose_for(desk.current, "print62")
    desk.wait_until(lambda: desk.current.read_by == "print62")
    desk.wait_read(2)
    for place in (0, 1):
        show(desk, place)
        desk.click(desk.page.glyphs[2].id)
        desk.type("EF")
    return desk


def show(desk: Desk, place: int) -> None:
    desk.window.session.show(desk.window.session.documents[place])
    desk.settle()


def why(desk: Desk) -> WhyPanel:
    return desk.window.views.letter.why


def told(desk: Desk) -> str:
    """What the panel says of the letters that it compares with, or why there are none."""
    return why(desk)._heading.text()


def ask(desk: Desk) -> None:
    """Unfold the explanation of the first letter."""
    desk.click(desk.page.glyphs[0].id)
    desk.click_in(why(desk).toggle, why(desk).toggle.rect().center())


def occlusion(desk: Desk) -> Occlusion | None:
    found = desk.window.views.letter.findChild(PatchView)
    assert isinstance(found, PatchView)
    return found.occlusion


def known(desk: Desk) -> Sequence[KnownLetter]:
    found = why(desk).findChild(KnownLetters)
    assert isinstance(found, KnownLetters)
    return found.known


def is_like(shown: Occlusion | None, expected: Occlusion) -> bool:
    return shown is not None and np.allclose(shown.drops, expected.drops, atol=1e-4)


def marks_by(desk: Desk, recognizer: Recognizer) -> Occlusion:
    """What counted in the selected letter for a recognizer."""
    glyph, layout = desk.selected, desk.current.layout
    assert layout is not None
    expected = occlusion_map(patch_of(layout, glyph.box, recognizer), glyph.character, recognizer)
    assert expected is not None
    return expected


def wait_explained(desk: Desk, name: str) -> None:
    """Wait until the marks on the selected letter are what the reader of that name makes of it."""
    expected = marks_by(desk, load_model(name))
    desk.wait_until(lambda: is_like(occlusion(desk), expected))


def confirmed_likenesses(desk: Desk) -> dict[tuple[str, int], float]:
    """How much like the selected letter the panel says that confirmed ones are, by their page."""
    shown = [one for one in known(desk) if one.place is not None]
    return {(one.character, one.place.page): one.likeness for one in shown if one.place is not None}


def likenesses(desk: Desk, recognizer: Recognizer) -> dict[tuple[str, int], float]:
    """How much like the selected letter a recognizer finds the confirmed ones of all pages.

    Those that it finds like the letter in nothing are left out.
    """
    assert desk.current.layout is not None
    one = recognizer.features(patch_of(desk.current.layout, desk.selected.box, recognizer)[None])
    found = {}
    for number, opened in enumerate(desk.window.session.documents):
        assert opened.page is not None
        assert opened.layout is not None
        for glyph in opened.page.glyphs:
            if glyph.is_confirmed:
                patch = patch_of(opened.layout, glyph.box, recognizer)
                likeness = float(one[0] @ recognizer.features(patch[None])[0])
                found[glyph.character, number] = likeness
    return {letter: likeness for letter, likeness in found.items() if likeness >= ALIKE}


def wait_compared(desk: Desk, likenesses: Mapping[tuple[str, int], float]) -> None:
    """Wait until the panel shows these confirmed letters, as much like the selected one."""
    expected = pytest.approx(likenesses, abs=1e-3)
    desk.wait_until(lambda: confirmed_likenesses(desk) == expected)


def test_each_page_is_explained_by_its_own_reader(two: Desk) -> None:
    ask(two)
    names = "print36", "print62"
    expected = [likenesses(two, load_model(name)) for name in names]
    assert expected[0].keys() != expected[1].keys(), "the two readers differ"
    other = [marks_by(two, load_model(name)) for name in reversed(names)]
    for place in (1, 0, 1):
        show(two, place)
        two.click(two.page.glyphs[0].id)
        wait_explained(two, names[place])
        assert not is_like(occlusion(two), other[place])
        wait_compared(two, expected[place])
        two.wait_until(lambda: any(one.place is None for one in known(two)))


def test_letters_drawn_for_comparison_are_the_own_readers_too(two: Desk) -> None:
    ask(two)
    for place, name in ((0, "print36"), (1, "print62")):
        show(two, place)
        two.click(two.page.glyphs[0].id)
        two.wait_until(lambda: any(one.place is None for one in known(two)))
        drawn = [one for one in known(two) if one.place is None]
        reader, layout = load_model(name), two.current.layout
        assert layout is not None
        feature = reader.features(patch_of(layout, two.selected.box, reader)[None])[0]
        for one in drawn:
            expected = reader.features(one.patch[None])[0] @ feature
            assert one.likeness == pytest.approx(float(expected), abs=0.01)


def test_undoing_a_reading_brings_its_own_reader_back(two: Desk) -> None:
    ask(two)
    wait_explained(two, "print62")
    two.window.reading.choose_model("print36")
    two.wait_until(lambda: two.current.read_by == "print36" and two.window.reading.busy is None)
    wait_explained(two, "print36")
    two.do("undo")
    assert two.current.read_by == "print62"
    wait_explained(two, "print62")
    two.do("redo")
    wait_explained(two, "print36")


def test_a_confirmed_letter_that_no_reading_changes_is_explained_by_the_new_one(two: Desk) -> None:
    two.click(two.page.glyphs[0].id)
    two.key(Qt.Key.Key_Return)
    ask(two)
    wait_explained(two, "print62")
    two.window.reading.choose_model("print36")
    wait_explained(two, "print36")
    assert two.selected.is_confirmed
    two.do("undo")
    wait_explained(two, "print62")


def test_boxes_drawn_after_undoing_are_read_by_the_pages_own_reader(two: Desk) -> None:
    two.window.reading.choose_model("print36")
    two.wait_until(lambda: two.current.read_by == "print36" and two.window.reading.busy is None)
    two.do("undo")
    two.wait_until(lambda: two.current.own_recognizer is not None)
    first, layout = two.page.glyphs[0], two.current.layout
    assert layout is not None
    two.click(first.id)
    two.do("delete")
    box = first.box
    two.drag(BoundingBox(box.left - 3, box.top - 3, box.right + 3, box.bottom + 3))
    two.settle()
    expected = read_box(layout, two.selected.box, load_model("print62"))
    assert [one.character for one in two.selected.predictions] == [o.character for o in expected]


@pytest.fixture
def left_by_other(desk: Desk, make_page: PageMaker, make_model: ModelMaker) -> Callable[[], Desk]:
    """Undo a reading, so that the page is read by “other”, whose file was lost meanwhile."""

    def leave() -> Desk:
        make_model("other", seed=7)
        desk.window.reading.choose_model("other")
        desk.open(make_page("a.png", "ABAB", "ABAC"))
        desk.click(desk.page.glyphs[1].id)
        desk.type("B")
        desk.window.reading.choose_model("print36")
        desk.wait_until(lambda: desk.current.read_by == "print36")
        desk.wait_until(lambda: desk.window.reading.busy is None)
        (paths.user_models_folder() / "other.npz").unlink()
        desk.do("undo")
        assert desk.current.read_by == "other"
        return desk

    return leave


def test_a_reader_that_is_gone_is_told_in_its_place(left_by_other: Callable[[], Desk]) -> None:
    desk = left_by_other()
    ask(desk)
    desk.wait_until(lambda: "is not on this computer" in told(desk))
    assert told(desk).startswith("“other”, which read this page,")
    assert told(desk).endswith("Press F5 to read the page again with print36.")
    assert occlusion(desk) is None
    assert not known(desk)
    desk.do("read_again")
    desk.wait_until(lambda: desk.current.read_by == "print36")
    wait_explained(desk, "print36")


def test_a_reader_that_is_damaged_says_so(left_by_other: Callable[[], Desk]) -> None:
    desk = left_by_other()
    (paths.user_models_folder() / "other.npz").write_bytes(b"no model")
    ask(desk)
    desk.wait_until(lambda: "cannot be read" in told(desk))
    assert occlusion(desk) is None
