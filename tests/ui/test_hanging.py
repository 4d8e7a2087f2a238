"""A window that hung once passes and is told of; what hangs again or fails otherwise fails."""

import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

CONFTEST = """
from tests.ui.hanging import measured_twice

def pytest_runtest_protocol(item, nextitem):
    measured_twice(item, nextitem)
    return True
"""

TESTS = """
import pytest

runs = {"once": 0, "always": 0, "otherwise": 0, "well": 0, "at_the_end": 0}

@pytest.fixture
def window():
    yield
    assert runs["at_the_end"] != 1, "the window hung for 0.2 s"

def test_once():
    runs["once"] += 1
    assert runs["once"] > 1, "the window hung for 0.2 s"

def test_at_the_end(window):
    runs["at_the_end"] += 1

def test_always():
    runs["always"] += 1
    assert runs["always"] > 2, "the window hung for 0.2 s"

def test_otherwise():
    runs["otherwise"] += 1
    assert runs["otherwise"] > 1, "the text is wrong"

def test_well():
    runs["well"] += 1

def test_runs():
    assert runs == {"once": 2, "at_the_end": 2, "always": 2, "otherwise": 1, "well": 1}
"""


def test_what_hung_is_run_once_more(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_windows.py").write_text(TESTS)
    settings = ["-c", str(REPOSITORY / "pyproject.toml"), "--rootdir", str(tmp_path), "-rA"]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *settings, tmp_path],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told = re.findall(r"^(PASSED|FAILED) \S+::test_(\w+)", ran.stdout, re.MULTILINE)
    assert {(name, end) for end, name in told} == {
        ("once", "PASSED"),
        ("at_the_end", "PASSED"),
        ("always", "FAILED"),
        ("otherwise", "FAILED"),
        ("well", "PASSED"),
        ("runs", "PASSED"),
    }, ran.stdout
    warned = ran.stdout.count("HungOnce: the window hung once, and not again")
    assert warned == 2, ran.stdout
