"""Pages that lie on their side or upside down are shown as they are read: upright."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk import paths
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.ui.controllers import sparing
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def lying(tmp_path: Path) -> Path:
    """A page of hand print that lies on its right side, without loss."""
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        small = picture.convert("L").reduce(2)
    path = tmp_path / "lying.png"
    small.transpose(Image.Transpose.ROTATE_270).save(path)
    return path


@pytest.fixture
def reader(desk: Desk) -> Desk:
    """A person at a window with the shipped reader instead of the one that reads at random."""
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()
    return desk


def _is_upright(desk: Desk, lying: Path) -> bool:
    with Image.open(lying) as picture:
        upright = np.rot90(np.asarray(picture))
    document, pyramid = desk.current.document, desk.current.pyramid
    assert document.pixels is not None
    assert pyramid is not None
    return np.array_equal(document.pixels, upright) and (
        (pyramid.width, pyramid.height) == upright.shape[::-1]
    )


def test_the_window_shows_the_page_as_it_is_read(reader: Desk, lying: Path) -> None:
    reader.open(lying)
    assert reader.page.rotation == 270
    assert reader.page.text.startswith("TO DO TODAY")
    assert _is_upright(reader, lying)
    shown = reader.window.views.page.sceneRect()
    assert shown.width() > shown.height()
    reader.click(1)
    assert reader.selected.id == 1
    reader.type("Q")
    assert reader.page.glyph(1).correction == "Q"


def test_a_page_read_again_stays_turned(reader: Desk, lying: Path) -> None:
    reader.open(lying)
    text = reader.page.text
    reader.do("read_again")
    reader.wait_until(lambda: reader.window.reading.busy is None)
    assert reader.page.text == text
    assert reader.page.rotation == 270
    assert _is_upright(reader, lying)


def test_an_image_that_was_let_go_comes_back_upright(
    reader: Desk, lying: Path, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    reader.open(lying)
    text = reader.page.text
    reader.open(make_page("other.png", "ABC"))
    reader.settle()
    first = reader.window.session.documents[0]
    assert first.document.pixels is None
    reader.window.session.show(first)
    reader.wait_until(lambda: not first.lacks_something)
    assert _is_upright(reader, lying)
    reader.do("read_again")
    reader.wait_until(lambda: reader.window.reading.busy is None)
    assert reader.page.text == text
