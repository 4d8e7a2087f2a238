"""What is marked as doubtful on real pages: most of what is wrong, next to nothing of the rest."""

from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.truth_file import read_truth
from ocrdesk.services.error_rates import letters_of
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.review import is_doubtful

pytestmark = pytest.mark.acceptance


def _marked(folder: Path, name: str, model: str) -> tuple[int, int, int]:
    """Return how many letters of a page are wrong, marked, and both."""
    recognizer = load_model(model)
    truth = next(one for one in read_truth(folder) if one.file.name == name)
    (image,) = open_images(truth.file)
    page = run(recognize(image, recognizer)).page
    named = [glyph for glyph in page.glyphs if letters_of(glyph.character, recognizer.charset)]
    read = "".join(letters_of(glyph.character, recognizer.charset) for glyph in named)
    edits = Levenshtein.editops(letters_of(" ".join(truth.lines), recognizer.charset), read)
    wrong = {edit.dest_pos for edit in edits if edit.tag != "delete"}
    marked = {place for place, glyph in enumerate(named) if is_doubtful(glyph)}
    return len(wrong), len(marked), len(wrong & marked)


@pytest.mark.parametrize(
    ("name", "model"), [("sticky_note_sloping.jpg", "print36"), ("zero_o_rotated_k.jpg", "print62")]
)
def test_most_wrong_letters_of_a_page_that_reads_badly_are_marked(
    shared_data: Path, name: str, model: str
) -> None:
    """With the line at 0.9 it was 2 of 7 and 4 of 11."""
    wrong, _, found = _marked(shared_data / "pages", name, model)
    assert wrong
    assert found >= 0.7 * wrong


@pytest.mark.parametrize("name", ["01_list.jpg", "03_haiku.jpg", "dense_rows.jpg"])
def test_pages_that_are_read_well_bear_next_to_no_mark(shared_data: Path, name: str) -> None:
    wrong, marked, _ = _marked(shared_data / "pages", name, "print36")
    assert wrong == 0
    assert marked <= 1
