"""A file is owned as long as its owner runs, and no longer."""

import subprocess
import sys
from pathlib import Path

import pytest

from ocrdesk.formats import file_lock
from ocrdesk.formats.file_lock import is_owned, lock_new_file, remove_unowned

OWNER = """
import sys
from pathlib import Path
from ocrdesk.formats.file_lock import lock_new_file
lock = lock_new_file(Path(sys.argv[1]))
print("owned", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "owner.lock"


def test_a_file_is_owned_until_it_is_released(path: Path) -> None:
    assert not is_owned(path)
    lock = lock_new_file(path)
    assert lock is not None
    lock.write(b"hello")
    assert is_owned(path)
    assert path.read_bytes() == b"hello"
    assert lock_new_file(path) is None
    lock.release()
    lock.release()
    assert not is_owned(path)


def test_asking_takes_nothing_from_the_owner(path: Path) -> None:
    lock = lock_new_file(path)
    assert lock is not None
    assert [is_owned(path) for _ in range(3)] == [True] * 3
    remove_unowned(path)
    assert path.exists()
    lock.release()
    remove_unowned(path)
    assert not path.exists()
    remove_unowned(path)


def test_the_end_of_a_process_ends_what_it_owns(path: Path) -> None:
    command = [sys.executable, "-c", OWNER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline().strip() == b"owned"
        assert is_owned(path)
        owner.kill()
    assert not is_owned(path)


def test_a_file_removed_before_it_was_locked_is_not_owned(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = file_lock._locked

    def late(handle: int, *, is_shared: bool) -> bool:
        path.unlink()
        return real(handle, is_shared=is_shared)

    monkeypatch.setattr(file_lock, "_locked", late)
    assert lock_new_file(path) is None


def test_what_cannot_be_asked_counts_as_owned(tmp_path: Path) -> None:
    assert is_owned(tmp_path)  # a folder cannot be opened for writing
