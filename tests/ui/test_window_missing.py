"""Writing that a dark picture hides is told of, and read when a person wants that."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.missed_writing import FEWEST
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import ink_work
from ocrdesk.ui.controllers.missing import TOPIC
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from tests.services.test_missed_writing import in_the_dark, sample
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

_Looking = Generator[Progress, None, tuple[Glyph, ...]]


def _told(desk: Desk) -> list[Notice]:
    """Let the window look at the page that is shown; return what it says is missing."""
    desk.wait_until(lambda: not desk.window.missing.is_looking)
    return [notice for notice in desk.told if notice.topic == TOPIC]


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo of a blackboard in little light, the darkest of which is not read."""
    path = tmp_path_factory.mktemp("photo") / "dark.png"
    picture = in_the_dark(sample("blackboard.jpg").pixels // 2, grain=14)
    Image.fromarray(picture).save(path, compress_level=1)
    path.chmod(0o400)
    return path


@pytest.fixture
def dark(shipped: Desk, photo: Path) -> Desk:
    """A window with that photo."""
    shipped.open(photo)
    return shipped


def test_letters_that_were_missed_are_told_and_read_and_undo_takes_that_back(dark: Desk) -> None:
    before = dark.page
    (notice,) = _told(dark)
    count = _count(notice)
    assert count >= FEWEST
    dark.window.notice_bar.action_requested.emit(dark.number_of(notice))
    dark.wait_until(lambda: not dark.page.ink_settings.is_automatic)
    dark.settle()
    assert len(dark.page.glyphs) >= len(before.glyphs) + count // 2
    assert not _told(dark)
    dark.do("undo")
    assert _letters(dark.page) == _letters(before)


def _count(notice: Notice) -> int:
    return int(notice.text.split()[2])


def _letters(page: Page) -> list[str]:
    return [glyph.character for glyph in page.glyphs]


def test_it_is_told_again_on_coming_back_until_it_is_dismissed(
    dark: Desk, make_page: PageMaker
) -> None:
    assert _told(dark)
    dark.open(make_page("b.png", "GHKLMN"))
    assert not _told(dark)
    dark.do("previous_page")
    dark.wait_until(lambda: bool(_told(dark)))
    dark.key(Qt.Key.Key_Escape)
    dark.do("next_page")
    dark.do("previous_page")
    assert not _told(dark)


def test_a_page_that_is_turned_is_looked_at_anew(
    dark: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found stood elsewhere: letters that are read seemed to be missing there."""
    before = _told(dark)
    assert before
    looked, look = [], ink_work.look_for_more

    def note(opened: OpenDocument, recognizer: Recognizer | None, model: str) -> _Looking:
        looked.append(opened.page)
        return look(opened, recognizer, model)

    monkeypatch.setattr(ink_work, "look_for_more", note)
    dark.do("turn_over")
    assert not [notice for notice in dark.told if notice.topic == TOPIC]
    dark.wait_until(lambda: bool(looked))  # its ink has to come first
    assert looked == [dark.page]
    (again,) = _told(dark)  # pixels are mixed otherwise upside down: a letter more or less
    assert abs(_count(again) - _count(before[0])) <= 2


def test_a_page_with_enough_light_is_not_looked_at(
    shipped: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(ink_work, "look_for_more")
    shipped.open(make_page("a.png", "ABCDEF"))
    assert not _told(shipped)
