"""The house keeps its shape: small modules, named rooms, nothing left to do, no foreign hosts."""

import ast
import os
import re
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40  # lines; there is no list of exceptions
NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}
LEFT_TO_DO = re.compile(
    "|".join(rf"\b{word}\b" for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X"))
)
# Put together here so that this file does not name them either.
REGISTRY_HOSTS = tuple(
    name + "." + end
    for name, end in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb.debian", "org"),
        ("anaconda", "org"),
        ("download.pytorch", "org"),
    )
)
TEXT_SUFFIXES = {
    "",
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".spec",
    ".json",
    ".svg",
    ".qss",
    ".yml",
    ".cfg",
}
SKIPPED_FOLDERS = re.compile(r"\.git|\.venv.*|__pycache__|build|dist|work|\.[a-z_]+_cache")


def _python_files() -> list[Path]:
    return sorted(
        path
        for room in ("ocrdesk", "tests", "resources")
        for path in (REPOSITORY / room).rglob("*.py")
    )


@cache
def _text_files() -> tuple[Path, ...]:
    found: list[Path] = []
    for folder, folders, names in os.walk(REPOSITORY):
        # Not gone into: an environment alone holds thirty thousand files.
        folders[:] = [name for name in folders if not SKIPPED_FOLDERS.fullmatch(name)]
        found += [Path(folder) / name for name in names if Path(name).suffix in TEXT_SUFFIXES]
    return tuple(sorted(path for path in found if path.is_file()))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


@pytest.mark.parametrize("path", _python_files(), ids=_name)
def test_modules_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    count = len(source.splitlines())
    assert count <= LONGEST_MODULE, f"{_name(path)} has {count} lines"
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{_name(path)}: {node.name} has {lines} lines"


@pytest.mark.parametrize("path", _python_files(), ids=_name)
def test_everything_has_a_name_of_its_own(path: Path) -> None:
    for part in path.relative_to(REPOSITORY).with_suffix("").parts:
        assert not NAMELESS.intersection(part.split("_")), f"{_name(path)} names no thing"
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ClassDef):
            words = re.findall("[A-Z][a-z]*", node.name)
            assert not NAMELESS.intersection(word.lower() for word in words), node.name


def test_every_module_says_why_it_exists() -> None:
    silent = [_name(path) for path in _python_files() if not ast.get_docstring(_tree(path))]
    assert not silent


def test_no_code_leaves_something_to_do() -> None:
    for path in _text_files():
        if path.suffix in {".py", ".spec", ""}:  # documents may speak of the rule
            found = LEFT_TO_DO.search(path.read_text(encoding="utf-8"))
            assert not found, f"{_name(path)} leaves something to do"


def test_no_file_names_the_host_of_a_registry() -> None:
    for path in _text_files():
        content = path.read_text(encoding="utf-8")
        named = [host for host in REGISTRY_HOSTS if host in content]
        assert not named, f"{_name(path)} names {named}"


def test_only_one_module_asks_the_disk_what_is_there() -> None:
    """``Path.exists`` and its kin raise below a folder one may not enter, and for long names."""
    asking = {"exists", "is_file", "is_dir", "glob", "rglob"}
    for path in (REPOSITORY / "ocrdesk").rglob("*.py"):
        name = path.relative_to(REPOSITORY / "ocrdesk").as_posix()
        if name in {"formats/presence.py", "paths.py"}:
            continue
        for node in ast.walk(_tree(path)):
            asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            assert not asks or node.func.attr not in asking, (  # type: ignore[attr-defined]
                f"{name}, line {node.lineno}: ask formats.presence"  # type: ignore[attr-defined]
            )


def test_nothing_goes_over_the_network() -> None:
    """The program works offline and tells nobody what it does: no module can reach a host."""
    ways = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio"}
    ways |= {"webbrowser", "requests", "httpx"}
    for path in (REPOSITORY / "ocrdesk").rglob("*.py"):
        for node in ast.walk(_tree(path)):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                is_way = name.split(".")[0] in ways or "QtNetwork" in name or "QtWeb" in name
                assert not is_way, f"{_name(path)} imports {name}"
