"""Where ``ocrdesk read`` writes to: never over what cannot be made again, told before any work."""

import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from ocrdesk.cli import terminal
from ocrdesk.cli.outputs import refuse_unsafe_output
from ocrdesk.cli.read import _FORMATS
from ocrdesk.errors import OutputError
from ocrdesk.formats.exporters import EXPORTERS
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.services import recognition

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_name_of_the_output_chooses_its_format(
    ocrdesk: Run, sample: Path, tmp_path: Path
) -> None:
    done = ocrdesk("read", sample, "-o", "page.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "page.json").read_text("utf-8"))["pages"]
    assert ocrdesk("read", sample, "-o", "page.txt").returncode == 0
    assert "\n" in (tmp_path / "page.txt").read_text("utf-8")


def test_a_picture_is_never_overwritten(ocrdesk: Run, tmp_path: Path, sample: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("L", (40, 40), 255).save(picture)
    before = picture.read_bytes()
    for files in (["scan.png"], ["./scan.png"], [str(sample)]):
        done = ocrdesk("read", *files, "-o", "scan.png")
        assert done.returncode == 6
        assert "picture" in done.stderr
    assert picture.read_bytes() == before


@pytest.mark.parametrize(
    "edit",
    [{"character": "Ä"}, {"character": "Ä", "confirmed": True}, {"confirmed": True}],
)
def test_corrections_by_hand_are_never_overwritten(
    ocrdesk: Run, part: Path, tmp_path: Path, edit: dict[str, Any]
) -> None:
    target = tmp_path / "page.json"
    for _ in range(2):  # over its own, which nobody touched
        assert ocrdesk("read", part, "-o", "page.json").returncode == 0
    pages = json.loads(target.read_text("utf-8"))
    pages["pages"][0]["lines"][-1]["words"][-1]["glyphs"][-1] |= edit
    target.write_text(json.dumps(pages), "utf-8")
    before = target.read_bytes()
    done = ocrdesk("read", part, "-o", "page.json")
    assert done.returncode == 6
    assert "somebody corrected" in done.stderr
    assert target.read_bytes() == before
    target.write_text('{"pages": 3}', "utf-8")  # of others
    assert ocrdesk("read", part, "-o", "page.json").returncode == 0


def test_what_a_document_has_confirmed_is_written_anew(tmp_path: Path) -> None:
    letter = {"character": "A", "predictions": [["B", 0.9]], "confirmed": True}
    lines = [{"words": [{"glyphs": [letter]}]}]
    target, document = tmp_path / "page.json", tmp_path / "page.ocrdesk"
    target.write_text(json.dumps({"pages": [{"lines": lines}]}), "utf-8")
    refuse_unsafe_output(target, [document])
    with pytest.raises(OutputError, match="somebody corrected"):
        refuse_unsafe_output(target, [tmp_path / "page.jpg"])
    del letter["confirmed"]
    target.write_text(json.dumps({"pages": [{"lines": lines}]}), "utf-8")
    with pytest.raises(OutputError, match="somebody corrected"):
        refuse_unsafe_output(target, [document])


@pytest.mark.parametrize("output", [".", "missing/page.txt"])
def test_an_output_that_cannot_be_is_refused_before_reading(
    ocrdesk: Run, sample: Path, output: str
) -> None:
    done = ocrdesk("read", sample, "-o", output)
    assert done.returncode == 6
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices in folders")
def test_a_pipe_or_a_device_is_written_to(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as other:
        received = other.submit(pipe.read_text, "utf-8")
        assert ocrdesk("read", part, "-o", "pipe").returncode == 0
        assert received.result(timeout=60) == ocrdesk("read", part).stdout
    done = ocrdesk("read", part, "-o", "/dev/null")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_disk_is_never_written_to(
    ocrdesk: Run, part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "sda"
    disk.write_bytes(b"a whole disk")
    monkeypatch.setattr(stat, "S_ISBLK", lambda _mode: True)  # nobody makes one for a test
    done = ocrdesk("read", part, "-o", "sda")
    assert done.returncode == 6
    assert "disk" in done.stderr
    assert disk.read_bytes() == b"a whole disk"


def test_nothing_is_written_when_nothing_was_read(ocrdesk: Run, tmp_path: Path) -> None:
    assert ocrdesk("read", "gone.png", "-o", "out.txt").returncode == 3
    assert not (tmp_path / "out.txt").exists()


def test_a_list_of_words_is_not_overwritten(ocrdesk: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("LIST\n", encoding="utf-8")
    done = ocrdesk("read", sample, "--words", "words.txt", "-o", "words.txt")
    assert done.returncode == 6
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "LIST\n"


def test_the_formats_of_the_help_are_those_there_are() -> None:
    assert list(_FORMATS) == list(EXPORTERS)


@pytest.mark.parametrize(
    ("options", "beginning"),
    [
        (["-f", "csv"], "page,line,word,character,"),
        (["--format", "box"], None),
        (["-o", "out.hocr"], "<?xml"),
        (["-o", "out.alto.xml"], "<?xml"),
        (["-f", "page", "-o", "out.xml"], "<?xml"),
    ],
)
def test_every_format_can_be_had(
    ocrdesk: Run, part: Path, tmp_path: Path, options: list[str], beginning: str | None
) -> None:
    done = ocrdesk("read", part, *options)
    assert (done.returncode, done.stderr) == (0, "")
    text = done.stdout or (tmp_path / options[-1]).read_text("utf-8")
    letters = "".join(ocrdesk("read", part).stdout.split())
    assert text.startswith(beginning or letters[0] + " ")
    if "box" in options:
        assert [row[0] for row in text.splitlines()] == list(letters)


@pytest.mark.parametrize("name", ["out.docx", "out.xml"])
def test_an_unknown_ending_is_refused_before_reading(
    ocrdesk: Run, part: Path, tmp_path: Path, name: str
) -> None:
    done = ocrdesk("read", part, "-o", name)
    assert done.returncode == 2
    assert "End " in done.stderr
    assert not (tmp_path / name).exists()


def test_rows_stand_on_their_base_lines(process: Run, sample: Path) -> None:
    done = process("read", sample, "-f", "hocr", "--model", "print36")
    assert (done.returncode, done.stderr) == (0, "")
    told = re.findall(r'ocr_line" .*title="bbox (.*); baseline (.*) (.*)"', done.stdout)
    assert len(told) == done.stdout.count('class="ocr_line"') > 1
    for box, slope, down in told:
        _, top, _, bottom = map(int, box.split())
        assert abs(float(slope)) < 0.1
        assert abs(int(down)) < (bottom - top) / 3


def test_several_pages_are_refused_before_reading_where_one_has_room(
    ocrdesk: Run,
    process: Run,
    part: Path,
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Image.open(part) as picture:
        picture.save(tmp_path / "two.tif", save_all=True, append_images=[picture])
        picture.save(tmp_path / "two.pdf", save_all=True, append_images=[picture])
    with monkeypatch.context() as patch:
        patch.setattr("ocrdesk.services.recognition.recognize", pytest.fail)
        for files in (["two.tif"], ["two.pdf"], [part, sample]):
            done = ocrdesk("read", *files, "-o", "out.page.xml")
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (6, "", 1)
            assert "PAGE XML holds one page" in done.stderr
    done = process("read", "two.tif", "-f", "page")
    assert (done.returncode, done.stdout) == (6, "")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    assert ocrdesk("read", "broken.png", part, "-o", "out.page.xml").returncode == 3
    assert (tmp_path / "out.page.xml").exists()  # one page was there to be read


@pytest.mark.parametrize("is_first", [False, True])
def test_a_damaged_page_beside_it_does_not_cost_the_one_that_has_room(
    ocrdesk: Run, part: Path, sample: Path, tmp_path: Path, *, is_first: bool
) -> None:
    (tmp_path / "cut.png").write_bytes(part.read_bytes()[:4000])  # its head tells a whole page
    files = ["cut.png", part] if is_first else [part, "cut.png"]
    done = ocrdesk("read", "-f", "page", *files)
    assert (done.returncode, done.stdout.count("<Page ")) == (3, 1)
    assert "cut.png" in done.stderr
    assert "PAGE XML holds one page" not in done.stderr
    done = ocrdesk("read", "-f", "page", *files, sample)
    assert (done.returncode, done.stdout) == (6, "")


def test_a_searchable_pdf_holds_the_text(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    assert ocrdesk("read", part, part, "-o", "out.pdf").returncode == 0
    assert ocrdesk("read", part, part, "-o", "out.pdf").returncode == 0  # its own, once more
    words = ocrdesk("read", part).stdout.split()
    with closing(pypdfium2.PdfDocument(tmp_path / "out.pdf")) as document:
        found = [str(page.get_textpage().get_text_range()).split() for page in document]
    assert found == [words, words]
    assert ocrdesk("read", "out.pdf", "-o", "out.pdf").returncode == 6


def test_a_pdf_goes_through_pipes(environment: dict[str, str], part: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ocrdesk", "read", "-", "--format", "pdf"]
    with part.open("rb") as picture:
        done = subprocess.run(
            command, stdin=picture, capture_output=True, env=environment, cwd=tmp_path, check=True
        )
    with closing(pypdfium2.PdfDocument(done.stdout)) as document:
        assert len(document) == 1
    assert done.stderr == b""


def test_a_pdf_is_not_printed_on_a_terminal(
    ocrdesk: Run, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "is_watched", lambda: True)
    done = ocrdesk("read", part, "-f", "pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert "-o OUT.pdf" in done.stderr


def test_what_was_read_before_an_interrupt_is_printed(
    ocrdesk: Run, part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, recognize = [], recognition.recognize

    def stopped(image: SourceImage, *told: Any, **settings: Any) -> Any:
        read.append(image.source)
        if len(read) % 2 == 0:
            raise KeyboardInterrupt
        return recognize(image, *told, **settings)

    whole = ocrdesk("read", part)
    monkeypatch.setattr("ocrdesk.services.recognition.recognize", stopped)
    done = ocrdesk("read", part, part)
    assert done.returncode == 130
    assert done.stdout == whole.stdout != ""
    assert ocrdesk("read", part, part, "-o", "text.txt").returncode == 130
    assert not (tmp_path / "text.txt").exists()
