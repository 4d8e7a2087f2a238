"""A result is written whole or not at all."""

import errno
import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from ocrdesk.errors import OutputError
from ocrdesk.formats.page_file import write_text_atomically

unix_only = pytest.mark.skipif(os.name == "nt", reason="Unix permissions and special files")


def test_text_is_written_as_utf_8_with_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text_atomically(path, "ÄÖ\nB\n")
    assert path.read_bytes() == b"\xc3\x84\xc3\x96\nB\n"
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before, and longer")
    write_text_atomically(str(path), "after")
    assert path.read_text() == "after"


def test_lone_surrogates_are_escaped(tmp_path: Path) -> None:
    write_text_atomically(tmp_path / "a.txt", "x\udce9")
    assert (tmp_path / "a.txt").read_text() == "x\\udce9"


@unix_only
def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("")
    path.chmod(0o640)
    write_text_atomically(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@unix_only
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_text("")
    write_text_atomically(tmp_path / "a.txt", "new")
    assert (tmp_path / "a.txt").stat().st_mode == usual.stat().st_mode


@unix_only
def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.txt"
    target.write_text("before")
    (tmp_path / "link.txt").symlink_to(target)
    write_text_atomically(tmp_path / "link.txt", "after")
    assert target.read_text() == "after"
    assert (tmp_path / "link.txt").is_symlink()


@unix_only
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_text_atomically("/dev/null", "lost")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@unix_only
def test_a_pipe_gets_the_text(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_text_atomically(pipe, "through")
    reader.join(10)
    assert read == ["through"]


def refusal(path: Path) -> OutputError:
    with pytest.raises(OutputError) as caught:
        write_text_atomically(path, "text")
    assert caught.value.advice
    return caught.value


def test_missing_folder(tmp_path: Path) -> None:
    assert "no folder" in refusal(tmp_path / "nowhere" / "a.txt").message


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "no folder" in refusal(tmp_path / "file" / "a.txt").message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).message


def test_names_that_no_system_takes(tmp_path: Path) -> None:
    refusal(tmp_path / "a\0b")
    refusal(tmp_path / ("long" * 200))


def test_a_write_protected_file_is_respected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("keep")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to anything
    assert "read-only" in refusal(path).message
    assert path.read_text() == "keep"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.ENOENT, "read-only"),  # in a folder that is there: /proc
        (errno.EACCES, "read-only"),
        (errno.EIO, "cannot be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_keeps_the_file_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, step: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("keep")

    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    assert said in refusal(path).message
    assert path.read_text() == "keep"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text_atomically(tmp_path / "a.txt", "text")
    assert list(tmp_path.iterdir()) == []


@unix_only
def test_the_disk_really_full() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    assert "disk is full" in refusal(Path("/dev/full")).message
