"""Files that are no pages are dropped: those of hands are taken in, others are refused."""

from pathlib import Path

import pytest

from ocrdesk.formats.image_decoding import READABLE
from ocrdesk.services.profile_store import known_hands
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk
from tests.ui.test_window_hands import wait_told

pytestmark = pytest.mark.window


def test_a_hand_that_is_dropped_is_taken_in(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    """It was refused as no document of ocrdesk, as if the file were worth nothing."""
    desk.window.readers.hands.create("Ann")
    wait_told(desk, "“Ann” reads from now on")
    desk.window.readers.hands.export("Ann", str(tmp_path / "bob.npz"))
    wait_told(desk, "“Ann” is in bob.npz")
    desk.window.readers.hands.delete("Ann")
    wait_told(desk, "“Ann” was deleted")
    desk.drop([tmp_path / "bob.npz", make_page("a.png", "AB")])
    wait_told(desk, "“Ann” is among your hands")
    desk.wait_read(1)
    assert [hand.name for hand in known_hands()] == ["Ann"]
    assert not [notice for notice in desk.told if notice.topic != "hands"]


def test_what_is_no_hand_is_told_what_opens(desk: Desk, make_model: ModelMaker) -> None:
    desk.drop([make_model("plain")])
    desk.wait_until(lambda: bool(desk.told))
    (told,) = desk.told
    assert told.text.startswith("“plain.npz” is not a document of ocrdesk.")
    assert told.advice == READABLE
