"""The I above rows that begin with 2 and 3 is a 1; what may be a word stays one."""

import numpy as np
import pytest
from PIL import Image

from ocrdesk import paths
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.model_store import load_model
from ocrdesk.services.numbered_rows import with_numbers
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.rereading import reread


def _page(*rows: str, share: float = 0.3) -> Page:
    """Return a page of such rows; each character may also be a 1, 2, 3 or 4."""
    lines = []
    number = 0
    for row in rows:
        words = []
        for word in row.split():
            glyphs = []
            for character in word:
                number += 1
                others = [c for c in "1234" if c != character]
                best = Prediction(character, 1 - share)
                rest = (Prediction(c, share / len(others)) for c in others)
                box = BoundingBox(10 * number, 0, 10 * number + 8, 10)
                glyphs.append(Glyph(number, box, (best, *rest)))
            words.append(Word(tuple(glyphs)))
        lines.append(Line(tuple(words)))
    return Page(width=1000, height=100, lines=tuple(lines), source="list")


def _read(*rows: str, share: float = 0.3) -> list[str]:
    return [glyph.character for glyph in with_numbers(_page(*rows, share=share).lines)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("I ONE", "2 TWO", "3 THREE"), ["1"]),
        (("1 ONE", "Z TWO", "3 THREE"), ["2"]),
        (("1 ONE", "2 TWO", "B THREE"), ["3"]),
        (("I. ONE", "2. TWO", "3. THREE"), ["1"]),
        (("I ONE", "MORE OF IT", "2 TWO", "3 THREE"), ["1"]),
        (("A HEADING", "I ONE", "2 TWO", "3 THREE"), ["1"]),
        (("I SEE 2", "2 DOGS"), []),  # one row that counts proves nothing
        (("I ONE", "2 TWO", "4 FOUR"), []),
        (("I", "2", "3"), []),  # nothing is numbered
        (("IT ONE", "2 TWO", "3 THREE"), []),
        (("I ONE", "3 TWO", "4 THREE"), ["2"]),
        (("0 NONE", "2 TWO", "3 THREE"), []),  # it is a digit, whatever comes below
        (("0 NONE", "I ONE", "2 TWO"), ["1"]),
        ((), []),
    ],
)
def test_rows_that_count_tell(rows: tuple[str, ...], found: list[str]) -> None:
    assert _read(*rows) == found


def test_ink_that_looks_otherwise_stays() -> None:
    assert _read("I ONE", "2 TWO", "3 THREE", share=0.1) == []  # a third of it each


def test_the_number_is_the_likeliest_now_and_the_ink_is_kept() -> None:
    page = _page("I ONE", "2 TWO", "3 THREE")
    (glyph,) = with_numbers(page.lines)
    assert glyph.ink == page.glyphs[0].predictions
    assert sum(share for _, share in glyph.predictions) == pytest.approx(1)
    assert glyph.predictions[0].probability == pytest.approx(50 * 0.075 / (50 * 0.075 + 0.925))


def test_what_a_person_decided_stays() -> None:
    page = _page("I ONE", "2 TWO", "3 THREE")
    assert with_numbers(page.lines, fixed=[page.glyphs[0].id]) == []
    confirmed, _ = set_correction(page, page.glyphs[0].id, "I")
    assert with_numbers(confirmed.lines) == []
    other, _ = set_correction(page, page.glyphs[4].id, "L")  # 2 TWO
    assert with_numbers(other.lines) == []


@pytest.fixture(scope="module")
def blackboard() -> Reading:
    with Image.open(paths.resources_folder() / "samples" / "blackboard.jpg") as picture:
        image = image_from_array(np.asarray(picture.convert("RGB")), "blackboard")
    return run(recognize(image, load_model("print36")))


def test_a_list_is_read_and_read_again_so(blackboard: Reading) -> None:
    assert "\n1 MERCURY VENUS\n2 EARTH" in blackboard.page.text
    head = blackboard.page.lines[2].words[0].glyphs[0]
    assert dict(head.ink)["1"] > 0.05
    page, _ = set_correction(blackboard.page, blackboard.page.glyphs[0].id, "C")
    read = run(reread(page, blackboard.layout, load_model("print36")))
    assert "\n1 MERCURY VENUS\n2 EARTH" in read.text
    alone = run(reread(page, blackboard.layout, load_model("print36"), language="none"))
    assert alone.lines[2].words[0].glyphs[0].ink == ()
