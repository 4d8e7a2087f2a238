"""``ocrdesk read``, on the sample page."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from ocrdesk.cli import arguments
from ocrdesk.formats.image_file import open_images
from ocrdesk.formats.truth_file import read_truth
from ocrdesk.services.model_store import DEFAULT_MODEL
from tests.formats.pdf_making import picture as picture_object
from tests.formats.pdf_making import scans as pdf_of_scans
from tests.services.drawings import written

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def truth(sample: Path) -> str:
    """What is written on the sample page."""
    (page,) = (page for page in read_truth(sample.parent) if page.file == sample)
    return "\n".join(page.lines)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_the_text_is_printed_and_nothing_else(process: Run, sample: Path, truth: str) -> None:
    done = process("read", sample, "--model", DEFAULT_MODEL)  # who names one wants no advice
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == len(truth.splitlines())
    assert (
        Levenshtein.distance(_letters(done.stdout), _letters(truth)) <= len(_letters(truth)) // 10
    )


def test_json_tells_boxes_and_probabilities(ocrdesk: Run, sample: Path) -> None:
    (page,) = json.loads(ocrdesk("read", "--format", "json", sample).stdout)["pages"]
    assert page["source"] == str(sample)
    glyph = page["lines"][0]["words"][0]["glyphs"][0]
    left, top, right, bottom = glyph["box"]
    assert 0 <= left < right <= page["width"]
    assert 0 <= top < bottom <= page["height"]
    assert glyph["predictions"][0] == [glyph["character"], glyph["probability"]]
    assert len(glyph["predictions"]) == 36


def test_one_unreadable_file_spoils_only_itself(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    done = ocrdesk("read", "broken.jpg", part, "gone.png")
    assert done.returncode == 3
    assert done.stdout == ocrdesk("read", part).stdout != ""
    assert "broken.jpg" in done.stderr
    assert "gone.png" in done.stderr
    assert done.stderr.count("\n") == 2


def test_a_folder_stands_for_the_images_in_it(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "page1.jpg").write_bytes(b"no picture")
    (folder / "page2.png").write_bytes(part.read_bytes())
    (folder / "notes.txt").write_text("no page")
    done = ocrdesk("read", folder)
    assert done.returncode == 3
    assert done.stdout == ocrdesk("read", part).stdout != ""
    (tmp_path / "empty").mkdir()
    assert "folder" in ocrdesk("read", "empty").stderr


def test_an_empty_page_is_friendly(ocrdesk: Run, tmp_path: Path) -> None:
    Image.new("L", (400, 300), 250).save(tmp_path / "blank.png")
    done = ocrdesk("read", "blank.png")
    assert (done.returncode, done.stdout) == (0, "")
    found = "ocrdesk: No letters were found on “blank.png”."
    assert done.stderr == f"{found} If the writing is faint, try --sensitivity 50.\n"
    done = ocrdesk("read", "blank.png", "--sensitivity", "50")
    assert done.stderr == f"{found}\n"  # what was tried is no advice


def test_every_page_of_a_tiff_is_read(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    with Image.open(part) as picture:
        picture.save(tmp_path / "two.tif", save_all=True, append_images=[picture])
    pages = json.loads(ocrdesk("read", "two.tif", "-f", "json").stdout)["pages"]
    assert len(pages) == 2
    assert pages[0]["text"] == pages[1]["text"]
    assert [page.get("page_number", 0) for page in pages] == [0, 1]


def test_a_damaged_page_of_a_tiff_spoils_only_itself(
    ocrdesk: Run, part: Path, half_damaged: Callable[[Image.Image, Image.Image], Path]
) -> None:
    with Image.open(part) as picture:
        path = half_damaged(picture.convert("L"), picture.convert("L"))
    done = ocrdesk("read", path, "-f", "json")
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Page 2" in done.stderr
    pages = json.loads(done.stdout)["pages"]
    assert [page.get("page_number", 0) for page in pages] == [0, 2]
    assert all(page["text"] for page in pages)


def test_the_pages_of_a_pdf_read_as_their_pictures_do(
    ocrdesk: Run, sample: Path, tmp_path: Path
) -> None:
    scans = []
    for name in (sample.name, "blackboard.jpg"):
        (page,) = open_images(sample.with_name(name))
        upper_rows = np.ascontiguousarray(page.pixels[: page.height // 3])
        Image.fromarray(upper_rows).save(tmp_path / f"{name}.png", compress_level=1)
        scans.append((picture_object(upper_rows), upper_rows.shape[:2]))
    (tmp_path / "two.pdf").write_bytes(pdf_of_scans(scans))
    (tmp_path / "cut off.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    pictures = [f"{sample.name}.png", "blackboard.jpg.png"]
    read = ocrdesk("read", "two.pdf", "cut off.pdf", *pictures)
    pages = [page.strip() for page in read.stdout.split("\f")]
    assert len(pages) == 4
    assert pages[:2] == pages[2:]
    assert min(len(page) for page in pages) > 10
    assert read.returncode == 3
    assert read.stderr.count("\n") == 1
    assert "“cut off.pdf” is damaged or incomplete" in read.stderr


def test_the_help_names_the_model_that_reads_where_none_is_named(ocrdesk: Run) -> None:
    assert arguments.DEFAULT_MODEL == DEFAULT_MODEL
    told = " ".join(ocrdesk("read", "--help").stdout.split())
    assert f"(default: {DEFAULT_MODEL})" in told


def test_an_unknown_model_is_an_error_with_its_own_code(ocrdesk: Run, sample: Path) -> None:
    done = ocrdesk("read", sample, "--model", "nobody")
    assert done.returncode == 5
    assert "print36" in done.stderr


def test_a_terminal_without_unicode_gets_escapes(process: Run, tmp_path: Path) -> None:
    done = process("read", "grün.png", PYTHONIOENCODING="ascii")
    assert done.returncode == 3
    assert r"gr\xfcn.png" in done.stderr


def _terminal() -> tuple[int, int]:
    """Return our end and the program's end of a pseudo-terminal."""
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are POSIX's")
    import pty

    try:
        return pty.openpty()
    except OSError as problem:
        pytest.skip(f"no pseudo-terminal in this container: {problem}")


class _Screen(threading.Thread):
    """Reads all that a program writes to a terminal: one that is full keeps it waiting."""

    def __init__(self, ours: int) -> None:
        super().__init__(daemon=True)
        self._ours = ours
        self._seen = b""
        self.start()

    def run(self) -> None:
        with suppress(OSError):  # Linux's end of a terminal whose other end was closed
            while part := os.read(self._ours, 4096):
                self._seen += part

    def text(self) -> str:
        """Return what was shown, once the program has ended."""
        self.join(timeout=60)
        os.close(self._ours)
        return self._seen.decode()


def test_progress_is_shown_on_a_terminal_only(sample: Path, own_home: Path) -> None:
    ours, theirs = _terminal()
    with subprocess.Popen(
        [sys.executable, "-m", "ocrdesk", "read", str(sample)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        os.close(theirs)
        screen = _Screen(ours)
        text = process.communicate(timeout=60)[0]
    shown = screen.text()
    assert sample.name in shown
    assert sample.name.encode() not in text


def test_several_pages_have_headings_on_a_terminal_only(
    ocrdesk: Run, part: Path, tmp_path: Path, own_home: Path
) -> None:
    with Image.open(part) as picture:
        picture.save(tmp_path / "two.tif", save_all=True, append_images=[picture])
    command = ["read", str(part), "two.tif"]
    ours, theirs = _terminal()
    with subprocess.Popen(
        [sys.executable, "-m", "ocrdesk", *command],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
    ) as process:
        os.close(theirs)
        screen = _Screen(ours)
        assert process.wait(timeout=60) == 0
    lines = screen.text().splitlines()
    assert [line for line in lines if line.startswith("==>")] == [
        f"==> {part} <==",
        "==> two.tif, page 1 <==",
        "==> two.tif, page 2 <==",
    ]
    assert ocrdesk(*command).stdout.count("\f") == 2


def test_an_empty_name_is_not_the_current_folder(ocrdesk: Run) -> None:
    done = ocrdesk("read", "")
    assert done.returncode == 2
    assert "empty name" in done.stderr


def test_a_folder_without_images_is_told(ocrdesk: Run, tmp_path: Path) -> None:
    done = ocrdesk("read", str(tmp_path))
    assert done.returncode == 3
    assert "no images" in done.stderr
    assert "WebP, GIF or PNM" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("page.jpg", "-o", "page.docx"), ".docx"),
        (("https://example.org/page.jpg",), "https://example.org/page.jpg"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    ocrdesk: Run, arguments: tuple[str, ...], told: str
) -> None:
    done = ocrdesk("read", *arguments)
    assert done.returncode == 2
    assert told in done.stderr


def test_rows_may_be_told_what_they_hold(ocrdesk: Run, tmp_path: Path) -> None:
    Image.fromarray(written(["OO00"]).pixels).save(tmp_path / "code.png", compress_level=1)
    assert ocrdesk("read", "code.png", "--pattern", "AA99").stdout == "OO00\n"
    (tmp_path / "words.txt").write_text("Ooo9\nOo00\n", encoding="utf-8")
    assert ocrdesk("read", "code.png", "--words", "words.txt").stdout == "OO00\n"
    for wrong in (("--pattern", "A{"), ("--words", "missing.txt"), ("--pattern", "")):
        done = ocrdesk("read", "code.png", *wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
