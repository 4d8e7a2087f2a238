"""What lies at a path, asked where the system will not say."""

from pathlib import Path

import pytest

from ocrdesk.errors import ImageFileError, OutputError
from ocrdesk.formats.image_file import find_images
from ocrdesk.formats.output_file import refuse_unreachable, write_text_atomically
from ocrdesk.formats.presence import (
    files_in,
    is_file,
    is_folder,
    is_there,
    is_writable_folder,
    obstacle,
)

TOO_LONG = "x" * 300


def test_what_is_there_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert [ask(file) for ask in (is_there, is_file, is_folder)] == [True, True, False]
    assert [ask(tmp_path) for ask in (is_there, is_file, is_folder)] == [True, False, True]
    assert (is_writable_folder(tmp_path), is_writable_folder(file)) == (True, False)
    for name in ("missing", "file/below", "null\0"):
        assert not any(ask(tmp_path / name) for ask in (is_there, is_file, is_folder))
        assert not is_writable_folder(tmp_path / name)
        assert obstacle(tmp_path / name) is None


def test_what_the_system_will_not_tell_is_no_error(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (tmp_path / TOO_LONG, loop):
        assert not any(ask(path) for ask in (is_there, is_file, is_folder))
        assert isinstance(obstacle(path), OSError)
        with pytest.raises(OutputError, match="cannot be written"):
            refuse_unreachable(path)
        with pytest.raises(OutputError, match="cannot be written"):
            write_text_atomically(path, "")
    assert loop.readlink() == loop


def test_files_are_found_by_a_pattern_and_folders_are_not(tmp_path: Path) -> None:
    for name in ("b.npz", "a.npz", "c.txt"):
        (tmp_path / name).touch()
    (tmp_path / "dir.npz").mkdir()
    assert files_in(tmp_path, "*.npz") == [tmp_path / "a.npz", tmp_path / "b.npz"]
    assert files_in(tmp_path / "missing", "*") == []
    assert files_in(tmp_path / TOO_LONG, "*") == []


def test_a_link_to_where_one_may_not_go_spoils_no_folder(tmp_path: Path) -> None:
    (tmp_path / "1.png").touch()
    (tmp_path / "2.png").symlink_to(tmp_path / TOO_LONG)
    (tmp_path / "3.png").symlink_to(tmp_path / "missing")
    assert [path.name for path in find_images(tmp_path)] == ["1.png", "2.png"]
    with pytest.raises(ImageFileError):
        find_images(tmp_path / TOO_LONG)
