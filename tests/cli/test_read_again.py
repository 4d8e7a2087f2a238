"""``ocrdesk read`` on pages of documents that were read before, where it is said how to read."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import ocrdesk as library
from ocrdesk.errors import ModelFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import save_document
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import Change, delete, set_correction
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History, step_between
from ocrdesk.services.fields import Field
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from tests.services.drawings import written

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def page() -> Page:
    """A page with two rows of codes, as print36 reads it."""
    reading = run(recognize(image_from_array(_pixels(), "code.png"), load_model("print36")))
    assert reading.page.text == "0000\nKX47"
    return reading.page


def _pixels() -> Any:
    return written(["OO00", "KX47"]).pixels


def _save(path: Path, page: Page | None, *, history: History | None = None, **kept: Any) -> Path:
    document = PageDocument("code.png", pixels=kept.pop("pixels", _pixels()), page=page)
    save_document(path, [StoredPage(document, history or History(), **kept)])
    return path


@pytest.fixture
def untouched(page: Page, tmp_path: Path) -> Path:
    """The page as it was read, in a document."""
    return _save(tmp_path / "untouched.ocrdesk", page, model="print36")


@pytest.fixture
def corrected(page: Page, tmp_path: Path) -> Path:
    """The page with its first letter corrected and its last one deleted, in a document."""
    fixed, _ = set_correction(page, page.glyphs[0].id, "Q")
    after, change = delete(fixed, page.glyphs[-1].id)
    history = History().pushed(step_between(fixed, after, change), after)
    return _save(tmp_path / "corrected.ocrdesk", after, history=history, model="print36")


def test_a_pattern_counts_for_what_nobody_confirmed(
    ocrdesk: Run, untouched: Path, corrected: Path
) -> None:
    assert ocrdesk("read", untouched, corrected).stdout.split() == ["0000", "KX47", "Q000", "KX4"]
    before = corrected.read_bytes()
    done = ocrdesk("read", untouched, corrected, "--pattern", "AA99")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["OO00", "KX47", "QO00", "KX4"]
    assert corrected.read_bytes() == before
    told = ocrdesk("read", corrected, "--pattern", "999").stderr
    assert told.startswith("ocrdesk: No row of “corrected.ocrdesk”, page 1 fits the pattern “999”")


def test_where_letters_were_corrected_alone_the_page_is_read_as_a_whole(
    ocrdesk: Run, tmp_path: Path
) -> None:
    """Full stops have no boxes that could be read again."""
    pixels = written(["YES. NO. GO?"]).pixels
    read = run(recognize(image_from_array(pixels, "signs.png"), load_model("print36"))).page
    after, change = set_correction(read, read.glyphs[0].id, "X")
    history = History().pushed(step_between(read, after, change), after)
    _save(tmp_path / "signs.ocrdesk", after, history=history, pixels=pixels, model="print36")
    assert ocrdesk("read", "signs.ocrdesk", "--model", "print62").stdout == "XES. NO. GO?\n"
    _save(tmp_path / "signs.ocrdesk", after, pixels=pixels, model="print36")
    told = ocrdesk("read", "signs.ocrdesk", "--model", "print62").stdout
    assert told == "XES NO GO?\n", "nobody knows what else was done to it"


def test_so_do_words(ocrdesk: Run, untouched: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("0O0O\n")
    assert ocrdesk("read", untouched, "--words", "words.txt").stdout.split() == ["0O0O", "KX47"]


def test_a_model_that_is_named_reads_what_nobody_confirmed(
    ocrdesk: Run, untouched: Path, corrected: Path
) -> None:
    done = ocrdesk("read", untouched, corrected, "--model", "print62")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[:2] == ["0000", "KX47"]
    assert done.stdout.split()[2].startswith("Q")
    assert done.stdout.split()[3] == "KX4"


def test_ink_is_found_by_what_was_said_and_what_the_page_says_else(
    ocrdesk: Run, page: Page, tmp_path: Path
) -> None:
    fixed, _ = set_correction(page, page.glyphs[0].id, "Q")
    smoothed = replace(fixed, ink_settings=replace(fixed.ink_settings, denoise=1))
    _save(tmp_path / "inked.ocrdesk", smoothed, model="print36")
    done = ocrdesk("read", "inked.ocrdesk", "--sensitivity", "20", "-f", "json")
    assert (done.returncode, done.stderr) == (0, "")
    (read,) = json.loads(done.stdout)["pages"]
    assert read["text"].split() == ["QOOO", "KX47"]
    (ink,) = [step["settings"] for step in read["steps"] if step["name"] == "ink"]
    assert (ink["sensitivity"], ink["denoise"]) == ("+20", "1")


def test_a_page_is_read_again_by_what_read_it(ocrdesk: Run, page: Page, tmp_path: Path) -> None:
    _save(tmp_path / "one.ocrdesk", page, model="print62")
    done = ocrdesk("read", "one.ocrdesk", "--pattern", "9999", "-f", "json")
    (read,) = json.loads(done.stdout)["pages"]
    (network,) = [step["settings"] for step in read["steps"] if step["name"] == "network"]
    assert network["model"] == "print62"
    _save(tmp_path / "one.ocrdesk", page, model="Ann")
    done = ocrdesk("read", "one.ocrdesk", "--pattern", "9999")
    assert (done.returncode, done.stdout.split()) == (5, ["0000", "KX47"])
    assert done.stderr == (
        "ocrdesk: “one.ocrdesk”, page 1 is given as it was saved, not read again: “Ann”, which "
        "read it, is not here. Name a reader with --model NAME.\n"
    )
    done = ocrdesk("read", "one.ocrdesk", "--pattern", "9999", "--model", "print36")
    assert done.stdout.split() == ["0000", "KX47"]


def test_a_page_without_its_image_is_given_as_it_was_saved(
    ocrdesk: Run, page: Page, tmp_path: Path
) -> None:
    _save(tmp_path / "lost.ocrdesk", page, pixels=None, title="code.png")
    done = ocrdesk("read", "lost.ocrdesk", "--pattern", "AA99")
    assert (done.returncode, done.stdout.split()) == (12, ["0000", "KX47"])
    assert done.stderr == (
        "ocrdesk: “lost.ocrdesk”, page 1 is given as it was saved, not read again: The image of "
        "“code.png” is not in the document, which reading needs. Open the document in the window "
        "and put the image back.\n"
    )


def test_a_page_that_was_never_read_gets_the_hints_of_pictures(
    ocrdesk: Run, tmp_path: Path
) -> None:
    _save(tmp_path / "signs.ocrdesk", None, pixels=written(["YES. NO. GO?"]).pixels)
    done = ocrdesk("read", "signs.ocrdesk")
    assert done.stderr == (
        "ocrdesk: “signs.ocrdesk”, page 1 seems to hold full stops, commas or colons and question "
        "marks, which print36 does not know: --model print62 reads them.\n"
    )


def test_the_help_tells_what_becomes_of_documents(ocrdesk: Run) -> None:
    told = " ".join(ocrdesk("read", "--help").stdout.split())
    assert "A page of an .ocrdesk document is given as it was corrected; where a model" in told


def test_scripts_read_again_with_what_read_the_page_before(tmp_path: Path) -> None:
    pixels = written(["yes", "no"]).pixels
    page = run(recognize(image_from_array(pixels, "yes.png"), load_model("print62"))).page
    small = _save(tmp_path / "small.ocrdesk", page, pixels=pixels, model="print62")
    assert library.read_image(small, field=Field(words=("yes", "no"))).text == "yes\nno"
    gone = _save(tmp_path / "gone.ocrdesk", page, pixels=pixels, model="Ann")
    with pytest.raises(ModelFileError, match="Ann"):
        library.read_image(gone, field=Field(words=("yes", "no")))


def test_letters_that_somebody_deleted_are_not_missed(
    ocrdesk: Run, page: Page, tmp_path: Path
) -> None:
    empty = page
    for glyph in page.glyphs:
        empty, _ = delete(empty, glyph.id)
    file = _save(tmp_path / "empty.ocrdesk", empty, history=_step(page, empty), model="print36")
    done = ocrdesk("read", file, "--pattern", "AA99")
    assert "No letters were found" not in done.stderr


def _step(before: Page, after: Page) -> History:
    change = Change("Delete", frozenset(glyph.id for glyph in before.glyphs))
    return History().pushed(step_between(before, after, change), after)


def test_scripts_read_again_what_they_say_something_of(corrected: Path) -> None:
    reader = library.open_recognizer()
    assert library.read_image(corrected, reader).text.split() == ["Q000", "KX4"]
    read = library.read_image(corrected, reader, field=Field(pattern="AA99"))
    assert read.text.split() == ["QO00", "KX4"]
