"""``ocrdesk read`` on documents: the text as it was corrected."""

import json
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

import ocrdesk as library
from ocrdesk.errors import OcrdeskError, OutputError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.image_file import open_images
from ocrdesk.page import edits
from ocrdesk.page.document import PageDocument
from tests.services.working import small_page

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of two pages, with a correction on the second."""
    corrected, _ = edits.set_correction(small_page(), 1, "Q")
    pages = [PageDocument(f"/{n}.png", page=p) for n, p in (("a", small_page()), ("b", corrected))]
    save_document(tmp_path / "work.ocrdesk", [StoredPage(page) for page in pages])
    return tmp_path / "work.ocrdesk"


def test_the_text_is_that_of_the_corrections(ocrdesk: Run, document: Path) -> None:
    done = ocrdesk("read", document)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.split("\f")
    assert first.startswith("AAAAA AAAAA\n")
    assert second.startswith("QAAAA AAAAA\n")


def test_all_data_go_to_a_file_but_never_over_a_document(
    ocrdesk: Run, document: Path, tmp_path: Path
) -> None:
    assert ocrdesk("read", document, "-o", tmp_path / "out.json").returncode == 0
    pages = json.loads((tmp_path / "out.json").read_text())["pages"]
    assert pages[1]["lines"][0]["words"][0]["glyphs"][0]["confirmed"]
    before = document.read_bytes()
    done = ocrdesk("read", document, "-f", "txt", "-o", document)
    assert done.returncode == 6
    assert document.read_bytes() == before


def test_a_damaged_document_is_told_with_its_own_code(ocrdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.ocrdesk").write_bytes(b"nothing of the kind")
    done = ocrdesk("read", tmp_path / "bad.ocrdesk")
    assert done.returncode == 12
    assert "bad.ocrdesk" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_whose_image_is_damaged_costs_no_other(
    ocrdesk: Run, document: Path, tmp_path: Path
) -> None:
    pixels = np.full((40, 60), 255, np.uint8)
    pixels.flags.writeable = False
    unread = StoredPage(PageDocument("scan.png", pixels=pixels))
    save_document(document, [unread, *open_document(document).pages])
    content = bytearray(document.read_bytes())
    with zipfile.ZipFile(document) as archive:
        (image,) = [info for info in archive.infolist() if info.filename.startswith("images/")]
    middle = image.header_offset + 30 + len(image.filename) + image.compress_size // 2
    content[middle] ^= 0x5A
    document.write_bytes(content)
    done = ocrdesk("read", document)
    assert done.returncode == 12
    assert "The image of “scan.png” is damaged in “work.ocrdesk”." in done.stderr
    assert done.stderr.count("\n") == 1
    assert [text[:5] for text in done.stdout.split("\f")] == ["AAAAA", "QAAAA"]


def test_scripts_get_the_corrected_page(document: Path) -> None:
    assert library.read_image(document, page_number=1).text.startswith("QAAAA")
    with pytest.raises(OcrdeskError, match="no page 2"):
        library.read_image(document, page_number=2)


def test_what_is_there_is_told_for_what_it_is(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    np.savez(tmp_path / "x.npz", letters=np.zeros(3))
    before = (tmp_path / "x.npz").read_bytes()
    done = ocrdesk("read", part, "-f", "txt", "-o", tmp_path / "x.npz")
    assert done.returncode == OutputError.exit_code
    assert done.stderr == f"ocrdesk: “{tmp_path}/x.npz” is there already. Choose another name.\n"
    assert (tmp_path / "x.npz").read_bytes() == before
    done = ocrdesk("read", part, "-f", "txt", "-o", "new.ocrdesk")
    assert done.returncode == OutputError.exit_code
    assert "“new.ocrdesk” is the name of a document" in done.stderr


def test_a_searchable_pdf_shows_the_images_of_a_document(
    ocrdesk: Run, tmp_path: Path, part: Path
) -> None:
    (image,) = open_images(part)
    page = replace(small_page(), width=image.width, height=image.height)
    shown = PageDocument("/gone.png", page=page, pixels=image.pixels)
    lost = PageDocument("/lost.png", page=page)
    save_document(tmp_path / "one.ocrdesk", [StoredPage(lost), StoredPage(shown)])
    done = ocrdesk("read", "one.ocrdesk", "-o", "out.pdf")
    assert done.returncode == 3
    left_out = (
        "ocrdesk: “one.ocrdesk”, page 1 is left out of the PDF. There is no file “/lost.png”."
    )
    assert done.stderr == f"{left_out} Check the name and the folder.\n"
    with closing(pypdfium2.PdfDocument(tmp_path / "out.pdf")) as document:
        (text,) = [str(page.get_textpage().get_text_range()).split() for page in document]
    assert text == page.text.split()
    save_document(tmp_path / "none.ocrdesk", [StoredPage(lost)])
    done = ocrdesk("read", "none.ocrdesk", "-o", "none.pdf")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert not (tmp_path / "none.pdf").exists()
