"""Other hands are recalled while a person who corrects makes a pause, and not while they type."""

from collections.abc import Generator

import pytest

from ocrdesk.ui.controllers import recalling
from ocrdesk.ui.controllers.recalling import FEWEST
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

LETTERS = "ABCDEFGH"


class Recalls:
    """Stands in for recalling; it lasts until it is told to end, or is stopped."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.stopped = 0
        self.is_over = False

    def begin(self, model: str, _recognizer: object) -> Generator[float, None, None]:
        self.began.append(model)
        try:
            while not self.is_over:
                yield 0.5
        except GeneratorExit:
            self.stopped += 1
            raise


@pytest.fixture
def recalls(monkeypatch: pytest.MonkeyPatch) -> Recalls:
    """Let recalling be told of, and begin soon after a correction."""
    recalls = Recalls()
    monkeypatch.setattr(recalling, "recall_ahead", recalls.begin)
    monkeypatch.setattr(recalling, "_PAUSE_MS", 20)
    return recalls


def test_it_begins_in_a_pause_ends_with_the_next_key_and_is_done_once(
    recalls: Recalls, shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("a.png", LETTERS))
    shipped.click(shipped.page.glyphs[0].id)
    shipped.type(LETTERS[: FEWEST - 1])
    shipped.wait_until(lambda: shipped.window.tasks.is_idle)
    assert recalls.began == []
    shipped.type(LETTERS[FEWEST - 1])
    shipped.wait_until(lambda: recalls.began == ["print36"])
    shipped.type(LETTERS[FEWEST])
    shipped.wait_until(lambda: recalls.stopped == 1)
    shipped.wait_until(lambda: recalls.began == ["print36"] * 2)
    recalls.is_over = True
    shipped.wait_until(lambda: shipped.window.tasks.is_idle)
    shipped.type(LETTERS[FEWEST + 1])
    shipped.wait_until(lambda: shipped.window.tasks.is_idle)
    assert recalls.began == ["print36"] * 2
    assert recalls.stopped == 1
