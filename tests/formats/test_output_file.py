"""A result is written whole or not at all."""

import errno
import os
import stat
import threading
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from ocrdesk.errors import OutputError
from ocrdesk.formats.output_file import remove_remains, write_atomically
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


def test_a_file_may_be_written_piece_by_piece_and_read_again(tmp_path: Path) -> None:
    def write(stream: BinaryIO) -> None:
        stream.write(b"one")
        stream.write(b"two")
        stream.seek(0)
        assert stream.read() == b"onetwo"

    write_atomically(tmp_path / "a", write)
    assert (tmp_path / "a").read_bytes() == b"onetwo"


def test_the_last_look_may_still_keep_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("before")

    def look() -> None:
        assert path.read_text() == "before"
        raise EOFError

    with pytest.raises(EOFError):
        write_atomically(path, lambda stream: stream.write(b"after"), last_look=look)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_only_old_remains_are_removed(tmp_path: Path) -> None:
    remains = [tmp_path / f".ocrdesk-{digit * 16}.tmp" for digit in "ab"]
    kept = [tmp_path / ".ocrdesk-mine.tmp", tmp_path / "a.tmp"]
    for path in (*remains, *kept):
        path.write_text("")
        os.utime(path, (1e9, 1e9))
    os.utime(remains[1])
    remove_remains(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([remains[1], *kept])
    remove_remains(tmp_path / "nowhere")


@unix_only
def test_a_link_into_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone" / "a.txt")
    with pytest.raises(OutputError, match=r"it is a link, .* no folder .*gone” that it leads to"):
        write_text_atomically(link, "text")
    assert link.is_symlink()
