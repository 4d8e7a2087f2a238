"""``ocrdesk adapt`` and ``ocrdesk profiles``, on a page of our own."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import save_document
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import set_correction
from ocrdesk.page.several import clear_all
from ocrdesk.services.document_reading import stored_pages
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of which a person confirmed every letter."""
    settings = PageSettings(width=1000, height=500, neatness=0.4)
    drawn = synthesise_page(["LEARN MY HAND", "AND READ 123"], np.random.default_rng(3), settings)
    reading = run(
        recognize(image_from_array(drawn.pixels, "page.png"), load_model(), may_turn=False)
    )
    page = reading.page
    for glyph, character in zip(page.glyphs, "LEARNMYHANDANDREAD123", strict=False):
        page, _ = set_correction(page, glyph.id, character)
    pixels = reading.image.pixels
    path = tmp_path_factory.mktemp("documents") / "page.ocrdesk"
    save_document(path, [StoredPage(PageDocument("page.png", pixels=pixels, page=page))])
    return path


def test_a_hand_is_learnt_kept_and_read_with(
    process: Run, ocrdesk: Run, document: Path, sample: Path, tmp_path: Path
) -> None:
    done = process("adapt", document, "--profile", "Ann Lee")
    assert (done.returncode, done.stderr) == (0, "")
    assert "“Ann Lee” learnt from 21 letters" in done.stdout
    assert "Read with it: ocrdesk read -m 'Ann Lee' FILE" in done.stdout  # as a shell takes it
    listed = process("profiles", "list").stdout
    assert "Ann Lee" in listed
    assert "print36" in listed
    assert ocrdesk("read", "-m", "Ann Lee", sample).returncode == 0
    assert ocrdesk("profiles", "export", "Ann Lee", tmp_path / "ann.npz").returncode == 0
    assert "“Ann Lee”" in ocrdesk("profiles", "import", tmp_path / "ann.npz").stderr
    assert ocrdesk("profiles", "remove", "Ann Lee").returncode == 0
    done = ocrdesk("profiles", "import", tmp_path / "ann.npz")
    assert done.stdout == "“Ann Lee” can be read with.\n"


def test_one_letter_is_told_to_be_too_few(ocrdesk: Run, document: Path, tmp_path: Path) -> None:
    (stored,) = stored_pages(document)
    page = stored.document.page
    assert page is not None
    page, _ = clear_all(page, [glyph.id for glyph in page.glyphs[1:]])
    one = replace(stored, document=replace(stored.document, page=page))
    save_document(tmp_path / "one.ocrdesk", [one])
    done = ocrdesk("adapt", "one.ocrdesk", "--profile", "Ann")
    assert done.returncode == 0, done.stderr
    assert "“Ann” learnt from 1 letter.\nSo few letters change next to nothing" in done.stdout


def test_what_is_neither_document_nor_json_is_told_before_anything_is_learnt(
    ocrdesk: Run, document: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("A B C", "utf-8")
    done = ocrdesk("adapt", document, "notes.txt", "--profile", "Ann")
    assert done.returncode == 12
    assert "“notes.txt” is neither an .ocrdesk document nor JSON" in done.stderr
    for name in ("no.json", "no.ocrdesk"):
        done = ocrdesk("adapt", name, "--profile", "Ann")
        assert (done.returncode, done.stderr[:24]) == (12, "ocrdesk: There is no fil")


def test_a_hand_is_learnt_from_json_and_its_picture(
    ocrdesk: Run, sample: Path, tmp_path: Path
) -> None:
    """What “read” wrote is corrected in an editor; the picture has gone elsewhere meanwhile."""
    assert ocrdesk("read", sample, "-o", tmp_path / "pages.json").returncode == 0
    pages = json.loads((tmp_path / "pages.json").read_text("utf-8"))
    glyphs = [
        g
        for page in pages["pages"]
        for ln in page["lines"]
        for w in ln["words"]
        for g in w["glyphs"]
    ]
    for glyph in glyphs[:30]:
        glyph["confirmed"] = True
    pages["pages"][0]["source"] = f"/gone/{sample.name}"
    (tmp_path / "pages.json").write_text(json.dumps(pages), "utf-8")
    done = ocrdesk("adapt", "pages.json", "--profile", "Ann")
    assert done.returncode == 12
    assert (
        f"The picture “/gone/{sample.name}” of a page in “pages.json” is not there" in done.stderr
    )
    done = ocrdesk("adapt", "pages.json", sample, "--profile", "Ann")
    assert (done.returncode, done.stderr) == (0, "")
    assert "“Ann” learnt from 30 letters" in done.stdout
    pages["pages"][0]["width"] += 1
    (tmp_path / "pages.json").write_text(json.dumps(pages), "utf-8")
    done = ocrdesk("adapt", "pages.json", sample, "--profile", "Ann")
    assert done.returncode == 12
    assert "is not the picture that a page in “pages.json” was read from" in done.stderr


def test_what_cannot_be_learnt_is_told_in_one_line(
    ocrdesk: Run, document: Path, sample: Path
) -> None:
    for arguments, code, told in (
        ((sample, "--profile", "Ann"), 12, "is a picture or a PDF: nobody has confirmed"),
        ((document, "--profile", "print36"), 2, "A model is called"),
        ((document, "--profile", "Ann", "-m", "none"), 5, "There is no model"),
    ):
        done = ocrdesk("adapt", *arguments)
        assert (done.returncode, done.stdout) == (code, "")
        assert told in done.stderr
        assert done.stderr.count("\n") == 1
    done = ocrdesk("profiles", "show", "Bob")
    assert done.returncode == 5
    assert "no profile called “Bob”" in done.stderr


def test_a_profile_is_made_and_renamed(ocrdesk: Run) -> None:
    assert "learnt nothing yet" in ocrdesk("profiles", "create", "Ann", "-m", "handout").stdout
    row = ocrdesk("profiles", "list").stdout.splitlines()[1].split()
    assert row[:3] == ["Ann", "0", "handout"]
    assert "letters:     none yet\n" in ocrdesk("profiles", "show", "Ann").stdout
    done = ocrdesk("profiles", "rename", "Ann", "Ann Lee")
    assert done.stdout == "“Ann” is called “Ann Lee” now.\n"
    assert ocrdesk("profiles", "show", "Ann").returncode == 5
    refused = (
        ocrdesk("profiles", "create", "Ann Lee"),
        ocrdesk("profiles", "rename", "Ann Lee", "print62"),
    )
    assert all(done.returncode == 2 for done in refused)
