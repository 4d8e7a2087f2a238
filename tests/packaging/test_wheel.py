"""The wheel holds the program and what it needs, and nothing that is only for its makers."""

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def contents() -> set[str]:
    """The files that a wheel of this source tree would hold."""
    files = WheelBuilder(str(REPOSITORY)).recurse_included_files()
    return {file.distribution_path.replace("\\", "/") for file in files}


def test_it_holds_every_module(contents: set[str]) -> None:
    modules = {str(path.relative_to(REPOSITORY)) for path in REPOSITORY.glob("ocrdesk/**/*.py")}
    assert modules <= contents


def test_data_lie_where_the_program_looks_for_them(contents: set[str]) -> None:
    for folder in ("models", "resources/icons", "resources/language", "resources/samples"):
        shipped = {
            f"ocrdesk/_data/{path.relative_to(REPOSITORY)}"
            for path in (REPOSITORY / folder).iterdir()
            if path.is_file() and path.suffix != ".py"
        }
        assert shipped
        assert shipped <= contents


def test_what_only_its_makers_need_stays_at_home(contents: set[str]) -> None:
    data = {name for name in contents if name.startswith("ocrdesk/_data/")}
    assert not [name for name in data if "screenshots" in name or name.endswith(".py")]
    assert not [name for name in contents if not name.startswith("ocrdesk/")]
