"""The scripts behind ``make run``: what they find, what they ask for, and what they say."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / ".ci"
TOOLS = "sh awk cat cksum dirname grep id rm sed sort touch tr uname env"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX shell scripts")


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A PATH with the usual tools and neither Python nor apt; tests add what they need."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in TOOLS.split():
        (folder / name).symlink_to(shutil.which(name) or "/bin/false")
    return folder


def _add(folder: Path, name: str, script: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def _run(
    script: str, *arguments: str | Path, tools: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPTS / script, *arguments],
        env={"PATH": str(tools), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_python_that_does_not_start_is_passed_over(tools: Path) -> None:
    _add(tools, "python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
    _add(tools, "python3", f'exec "{sys.executable}" "$@"')
    assert _run("find-python", tools=tools).stdout == "python3\n"


def test_an_old_python_is_not_enough(tools: Path) -> None:
    _add(tools, "python3", "exit 1")
    done = _run("find-python", tools=tools)
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr
    named = _run("find-python", tools=tools, PYTHON="python3")
    assert named.returncode == 1
    assert "PYTHON=python3" in named.stderr


def test_a_python_without_venv_names_the_package(tools: Path) -> None:
    refusal = 'case "$2" in *ensurepip*) exit 1;; esac'
    _add(tools, "python3", f'{refusal}\nexec "{sys.executable}" "$@"')
    done = _run("find-python", tools=tools)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode == 1
    assert f"python{version}-venv" in done.stderr


def test_an_environment_made_before_is_left_alone(tools: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    _add(venv / "bin", "python", "echo must not run; exit 1")
    command = 'printf "%s %s" "$(pwd)" "$(cksum <pyproject.toml)"'
    stamp = subprocess.run(
        ["sh", "-c", command], cwd=SCRIPTS.parent, capture_output=True, text=True, check=True
    )
    (venv / ".ocrdesk-installed").write_text(stamp.stdout + "\n", encoding="utf-8")
    done = _run("environment", venv, tools=tools)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    other = _run("environment", venv, "test", tools=tools)
    assert other.returncode != 0
    assert "needs Python" in other.stderr


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """An environment whose Python tells how it was called, and where PySide6 is."""
    venv = tmp_path / "venv"
    qt = tmp_path / "PySide6"
    (qt / "Qt" / "plugins" / "platforms").mkdir(parents=True)
    (qt / "Qt" / "plugins" / "platforms" / "libqxcb.so").touch()
    answer = f'case "$1" in -c) echo "{qt}";; *) echo "$@"; exit "${{ENDS_WITH:-0}}";; esac'
    _add(venv / "bin", "python", answer)
    return venv


@pytest.mark.skipif(sys.platform != "linux", reason="Linux asks for Qt's libraries")
def test_missing_libraries_are_named_where_they_cannot_be_installed(
    tools: Path, venv: Path
) -> None:
    _add(tools, "ldd", "echo '  libxcb-cursor.so.0 => not found'; echo '  libc.so.6 => /lib/c'")
    done = _run("system-libraries", venv, tools=tools)
    assert done.returncode == 1
    assert "apt install libxcb-cursor0" in done.stderr
    assert "libc.so.6" not in done.stderr
    _add(tools, "ldd", "echo '  libc.so.6 => /lib/c'")
    assert _run("system-libraries", venv, tools=tools).returncode == 0
    (tools / "ldd").unlink()
    assert _run("system-libraries", venv, tools=tools).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="apt is of Debian's kind")
@pytest.mark.parametrize(
    ("groups", "has_terminal", "is_installed"),
    [("ann sudo", True, True), ("ann sudo", False, False), ("ann sudoku", True, False)],
)
def test_sudo_asks_for_a_password_only_who_sits_there_and_has_one(
    tools: Path, *, groups: str, has_terminal: bool, is_installed: bool
) -> None:
    (tools / "id").unlink()
    _add(tools, "id", f'case "$1" in -u) echo 1000;; *) echo {groups};; esac')
    log = tools / "log"
    known = f'grep -q ^asked "{log}" 2>/dev/null'
    _add(
        tools, "sudo", f'case "$1" in -v) echo asked >>"{log}";; *) {known} && shift && "$@";; esac'
    )
    _add(tools, "apt-get", f'echo "$@" >>"{log}"')
    person, terminal = os.openpty()
    done = subprocess.run(
        [SCRIPTS / "apt-install", "libegl1"],
        env={"PATH": str(tools)},
        stdin=terminal if has_terminal else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=terminal,
        check=False,
        timeout=30,
    )
    os.close(person)
    os.close(terminal)
    assert (done.returncode == 0) == is_installed
    lines = log.read_text().splitlines() if log.exists() else []
    assert [line.split()[0] for line in lines] == (
        ["asked", "update", "install"] if is_installed else []
    )
    assert not lines or lines[-1].endswith(" libegl1")


@pytest.mark.skipif(sys.platform != "linux", reason="macOS always has a display")
def test_without_a_display_the_page_is_read_on_the_terminal(tools: Path, venv: Path) -> None:
    scan = venv / "a scan.jpg"
    scan.touch()
    done = _run("open", venv, scan, tools=tools)
    assert done.stdout == f"-m ocrdesk read {scan}\n"
    assert "no display" in done.stderr
    scan.unlink()
    assert _run("open", venv, scan, tools=tools).stderr == ""  # the program says what is missing


@pytest.mark.skipif(sys.platform != "linux", reason="macOS always has a display")
def test_with_a_display_the_window_opens(tools: Path, venv: Path) -> None:
    (venv / ".ocrdesk-has-qt-libraries").touch()
    done = _run("open", venv, "scan.jpg", tools=tools, DISPLAY=":0")
    assert (done.stdout, done.stderr) == ("-m ocrdesk scan.jpg\n", "")
    broken = _run("open", venv, "scan.jpg", tools=tools, DISPLAY=":0", ENDS_WITH="8")
    assert broken.stdout == "-m ocrdesk scan.jpg\n-m ocrdesk read scan.jpg\n"
    assert _run("open", venv, "x", tools=tools, DISPLAY=":0", ENDS_WITH="3").returncode == 3
