"""Modules that are imported when somebody uses them, and then behave as any other."""

import inspect
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest

from ocrdesk.later_imports import import_later

_SLOW = """
import time
begun = True
time.sleep(0.2)
value = 3
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with a module ``slow`` that takes a while to import."""
    name = f"lazy_{tmp_path.name}".replace("-", "_")
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    (tmp_path / name / "slow.py").write_text(_SLOW)
    monkeypatch.syspath_prepend(tmp_path)
    return name


def test_it_is_imported_when_it_is_used(package: str) -> None:
    import_later(f"{package}.slow")
    stand_in = getattr(sys.modules[package], "slow")  # noqa: B009
    assert "value" not in vars(stand_in)
    assert find_spec(f"{package}.slow") is not None, "as a module that is imported has one"
    assert "value" not in vars(sys.modules[f"{package}.slow"])
    assert stand_in.value == 3
    assert "value" in dir(stand_in)
    assert sys.modules[f"{package}.slow"].value == 3
    assert "value" in vars(sys.modules[f"{package}.slow"])
    with pytest.raises(AttributeError, match="nothing"):
        _ = stand_in.nothing


def test_who_looks_through_all_modules_imports_none(package: str) -> None:
    """`inspect` looks for the module of a file so: in the window, that would be a halt."""
    import_later(f"{package}.slow")
    stand_in = sys.modules[f"{package}.slow"]
    inspect.getmodule(None, "nowhere.py")
    assert sys.modules[f"{package}.slow"] is stand_in
    assert stand_in.value == 3
    assert stand_in.__file__ is not None
    assert stand_in.__file__.endswith("slow.py")


def test_threads_that_use_it_at_once_find_all_of_it(package: str) -> None:
    import_later(f"{package}.slow")
    stand_in, found = sys.modules[f"{package}.slow"], []
    threads = [threading.Thread(target=lambda: found.append(stand_in.value)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [3, 3, 3]


def test_what_is_imported_already_stays(package: str) -> None:
    __import__(f"{package}.slow")
    module = sys.modules[f"{package}.slow"]
    import_later(f"{package}.slow")
    assert sys.modules[f"{package}.slow"] is module


def test_what_reading_never_needs_is_not_imported() -> None:
    program = """
import sys
import ocrdesk.services.recognition
print(*{"numpy.f2py.crackfortran", "numpy.testing._private", "unittest",
        "scipy.special._ufuncs"} & sys.modules.keys())
from scipy.special import betaincinv
import numpy.testing
numpy.testing.assert_allclose(betaincinv(1, 1, 0.5), 0.5)
print("scipy.special._ufuncs" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout.split("\n"), done.stderr) == (["", "True", ""], "")
