"""The house keeps its shape: small modules, named rooms, nothing left to do, no foreign hosts."""

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
SKIPPED_FOLDERS = re.compile(
    r"\.git|\.venv.*|\.hypothesis|__pycache__|build|dist|work|\.[a-z_]+_cache"
)


@dataclass(frozen=True)
class _Module:
    """What is asked of a module; its tree would be kept, and there are a thousand."""

    name: str
    lines: int
    has_docstring: bool
    functions: tuple[tuple[str, int], ...]  # names and lines
    classes: tuple[str, ...]
    asked: tuple[tuple[str, int], ...]  # methods that are called, and the lines
    imports: tuple[str, ...]


@cache
def _modules() -> tuple[_Module, ...]:
    rooms = ("ocrdesk", "tests", "resources")
    paths = [path for room in rooms for path in (REPOSITORY / room).rglob("*.py")]
    return tuple(_look_at(path) for path in sorted(paths))


def _look_at(path: Path) -> _Module:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions, classes, asked, imports = [], [], [], []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            functions.append((node.name, (node.end_lineno or node.lineno) - node.lineno + 1))
        elif isinstance(node, ast.ClassDef):
            classes.append(node.name)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked.append((node.func.attr, node.lineno))
        elif isinstance(node, ast.Import):
            imports += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imports += [f"{node.module}.{alias.name}" for alias in node.names]
    return _Module(
        name=_name(path),
        lines=len(source.splitlines()),
        has_docstring=bool(ast.get_docstring(tree)),
        functions=tuple(functions),
        classes=tuple(classes),
        asked=tuple(asked),
        imports=tuple(imports),
    )


@cache
def _text_files() -> tuple[Path, ...]:
    found: list[Path] = []
    for folder, folders, names in os.walk(REPOSITORY):
        # Not gone into: an environment alone holds thirty thousand files.
        folders[:] = [name for name in folders if not SKIPPED_FOLDERS.fullmatch(name)]
        found += [Path(folder) / name for name in names if Path(name).suffix in TEXT_SUFFIXES]
    return tuple(sorted(path for path in found if path.is_file()))


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def test_modules_and_functions_stay_short() -> None:
    long = [
        f"{module.name} has {module.lines} lines"
        for module in _modules()
        if module.lines > LONGEST_MODULE
    ]
    long += [
        f"{module.name}: {name} has {lines} lines"
        for module in _modules()
        for name, lines in module.functions
        if lines > LONGEST_FUNCTION
    ]
    assert not long


def test_everything_has_a_name_of_its_own() -> None:
    nameless = [
        module.name
        for module in _modules()
        for part in Path(module.name).with_suffix("").parts
        if NAMELESS.intersection(part.split("_"))
    ]
    nameless += [
        f"{module.name}: {name}"
        for module in _modules()
        for name in module.classes
        if NAMELESS.intersection(word.lower() for word in re.findall("[A-Z][a-z]*", name))
    ]
    assert not nameless


def test_every_module_says_why_it_exists() -> None:
    assert not [module.name for module in _modules() if not module.has_docstring]


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
    assert not [
        f"{module.name}, line {line}: ask formats.presence"
        for module in _program()
        if module.name not in {"ocrdesk/formats/presence.py", "ocrdesk/paths.py"}
        for name, line in module.asked
        if name in asking
    ]


def test_nothing_goes_over_the_network() -> None:
    """The program works offline and tells nobody what it does: no module can reach a host."""
    ways = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio"}
    ways |= {"webbrowser", "requests", "httpx"}
    assert not [
        f"{module.name} imports {name}"
        for module in _program()
        for name in module.imports
        if name.split(".")[0] in ways or "QtNetwork" in name or "QtWeb" in name
    ]


def _program() -> Iterator[_Module]:
    return (module for module in _modules() if module.name.startswith("ocrdesk/"))
