"""Learning that is asked for while a page is still being read waits for it, and says so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ocrdesk import paths
from ocrdesk.services.profile_store import known_hands, list_profiles
from ocrdesk.ui.controllers import sparing
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate
from tests.ui.test_window_saving import save

pytestmark = pytest.mark.window

ROWS = ("ABCDEFGHKL", "MNOPRSTUVW")
LETTERS = "".join(ROWS)


def _confirm(desk: Desk, text: str = LETTERS) -> None:
    desk.click(desk.page.glyphs[0].id)
    desk.type(text)


@pytest.fixture
def kept(
    open_desk: Callable[[], Desk], gate: Gate, make_page: PageMaker, tmp_path: Path
) -> tuple[Desk, Gate]:
    """A window in which a document was opened just now, whose two pages have confirmed letters.

    What belongs to their letters is still being looked for.
    """
    gate.open()
    first = open_desk()
    (paths.user_models_folder() / "print36.npz").unlink()  # the model that ships reads
    first.open(make_page("a.png", *ROWS))
    _confirm(first)
    first.open(make_page("b.png", "XYZ"))
    _confirm(first, "XYZ")
    first.window.session.show(first.window.session.documents[0])
    path = save(first, tmp_path / "kept")
    first.window.close_for_good()
    gate.close()
    gate.began.clear()
    second = open_desk()
    second.window.open_paths([str(path)])
    second.wait_until(lambda: bool(gate.began))
    return second, gate


def test_it_waits_for_a_page_that_is_being_got_ready(kept: tuple[Desk, Gate]) -> None:
    desk, gate = kept
    desk.do("learn_hand")
    assert desk.told_of("learn").words == (
        "Your hand will be learnt as soon as 2 pages are ready. "
        "Go on correcting meanwhile; what you confirm until then is learnt, too."
    )
    assert not desk.window.learning.is_learning
    gate.open()
    desk.wait_until(lambda: desk.window.learning.is_learning)
    assert not any(told.topic == "learn" for told in desk.told), "it waits no more"
    desk.wait_until(lambda: bool(list_profiles()))
    desk.wait_until(lambda: not desk.window.learning.is_learning)
    assert "learnt from 23 letters" in desk.told_of("learn").text
    assert "The letters are of 2 pages." in desk.told_of("learn").advice
    assert [hand.letters for hand in known_hands()] == [23]


def test_pages_that_nobody_looked_at_teach_as_well(kept: tuple[Desk, Gate]) -> None:
    desk, gate = kept
    gate.open()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert [opened.layout is None for opened in desk.window.session.documents] == [False, True]
    desk.do("learn_hand")
    desk.wait_until(lambda: bool(list_profiles()))
    assert [hand.letters for hand in known_hands()] == [23]


def test_ink_waits_for_the_learning_where_images_give_their_memory_back(
    kept: tuple[Desk, Gate], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, gate = kept
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    desk.do("learn_hand")
    gate.open()
    desk.wait_until(lambda: bool(list_profiles()))
    assert [opened.layout is None for opened in desk.window.session.documents] == [False, True]
    assert [hand.letters for hand in known_hands()] == [23]


def test_stopping_what_it_waits_for_stops_it_too(kept: tuple[Desk, Gate]) -> None:
    desk, gate = kept
    desk.do("learn_hand")
    desk.key(Qt.Key.Key_Escape)
    gate.open()
    desk.settle()
    assert not desk.window.learning.is_learning
    assert not any(told.topic == "learn" for told in desk.told)
    assert not list_profiles()


def test_a_page_that_lost_its_image_is_left_out_and_told(
    kept: tuple[Desk, Gate], tmp_path: Path
) -> None:
    desk, gate = kept
    desk.do("learn_hand")
    (tmp_path / "kept.ocrdesk").unlink()
    gate.open()
    desk.wait_until(lambda: bool(list_profiles()))
    desk.wait_until(lambda: not desk.window.learning.is_learning)
    assert "learnt from 20 letters" in desk.told_of("learn").text
    assert "One page whose image is missing was left out." in desk.told_of("learn").advice


def test_with_no_other_letters_the_lost_images_are_the_reason(
    kept: tuple[Desk, Gate], tmp_path: Path
) -> None:
    desk, gate = kept
    (tmp_path / "kept.ocrdesk").unlink()
    gate.open()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.key(Qt.Key.Key_Backspace)
    assert not desk.corrections
    desk.do("learn_hand")
    desk.wait_until(lambda: desk.window.reading.busy is None)
    desk.settle()
    told = desk.told_of("learn")
    assert told.text == "Nothing was learnt, because the image of one page is missing."
    assert told.level is NoticeLevel.WARNING
    assert not desk.window.learning.is_learning


def test_a_page_that_is_read_for_the_first_time_is_waited_for(
    open_desk: Callable[[], Desk], gate: Gate, make_page: PageMaker
) -> None:
    gate.open()
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"))
    gate.close()
    desk.window.open_paths([str(make_page("b.png", "DEF"))])
    desk.wait_until(lambda: len(gate.began) == 2 and desk.current.title == "b.png")
    desk.do("learn_hand")
    assert "as soon as the page is ready" in desk.told_of("learn").text
    gate.open()
    desk.wait_until(lambda: any(told.level is NoticeLevel.ERROR for told in desk.told))
    assert desk.told_of("learn").advice == "Confirm or correct some letters first."
    assert desk.window.reading.busy is None
