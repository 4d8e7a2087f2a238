"""The text that ``ocrdesk read`` prints: each page as soon as it is read."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from PIL import Image

from tests.cli.conftest import as_shells_tell

Run = Callable[..., subprocess.CompletedProcess[str]]


@contextmanager
def _begun(
    environment: dict[str, str], *arguments: str | Path
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
    """Begin to read; give the process, its standard input and its output."""
    with subprocess.Popen(
        [sys.executable, "-m", "ocrdesk", "read", *map(str, arguments)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        watch = threading.Timer(100, process.kill)  # it would wait for us, and we for it
        watch.start()
        yield process, process.stdin, process.stdout
        watch.cancel()


def test_a_page_is_printed_before_the_next_is_there(
    environment: dict[str, str], part: Path, ocrdesk: Run
) -> None:
    text = ocrdesk("read", part).stdout.encode()
    with _begun(environment, part, "-") as (process, given, printed):
        assert printed.read(len(text)) == text  # while the second page is not even known
        given.write(part.read_bytes())
        given.close()
        assert printed.read() == b"\f" + text
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interrupt_leaves_what_was_printed(
    environment: dict[str, str], part: Path, tmp_path: Path, ocrdesk: Run
) -> None:
    blank = tmp_path / "blank.png"
    Image.new("L", (40, 30), 250).save(blank)
    text = ocrdesk("read", part).stdout.encode()
    with _begun(environment, part, blank, "-") as (process, _, printed):
        assert printed.read(len(text) + 1) == text + b"\f"
        process.send_signal(signal.SIGINT)
        assert printed.read() == b"\n"  # the last row is ended
    assert as_shells_tell(process.returncode) == 130


def test_empty_pages_leave_their_form_feeds(ocrdesk: Run, part: Path, tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    Image.new("L", (40, 30), 250).save(blank)
    text = ocrdesk("read", part).stdout
    assert ocrdesk("read", blank).stdout == ""
    assert ocrdesk("read", blank, blank).stdout == "\f\n"
    assert ocrdesk("read", blank, part, blank).stdout == f"\f{text}\f\n"


def test_a_page_that_cannot_be_read_leaves_what_was_printed(
    ocrdesk: Run, part: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    done = ocrdesk("read", part, "broken.jpg", "-f", "txt", "-o", "-")
    assert (done.returncode, done.stdout) == (3, ocrdesk("read", part).stdout)
