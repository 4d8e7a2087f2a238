"""Titles of windows are written as menus write what opens them: With Capitals."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ocrdesk.ui

_SOURCES = sorted(Path(ocrdesk.ui.__path__[0]).rglob("*.py"))
# What makes a window, and which of its arguments is the title.
_MAKERS = {
    "setWindowTitle": 0,
    "file_dialog": 1,
    "saving_dialog": 1,
    "ask_for_folder": 1,
    "_box": 1,
    "_dialog": 0,
    "_ask": 0,
}
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
          "with"}  # fmt: skip
_NAMES = {"ocrdesk"}


def _name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _texts(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call) and _name_of(inner.func) == "tr":
            text = inner.args[0]
            if isinstance(text, ast.Constant):
                yield str(text.value)


def _titles() -> dict[str, str]:
    """Return every title that is written in the sources, with its place."""
    found: dict[str, str] = {}
    for path in _SOURCES:
        source = path.read_text("utf-8")
        if not any(name in source for name in ("copy=", *_MAKERS)):
            continue  # half a second for all of them, in each process that gathers tests
        tree = ast.parse(source)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            name = _name_of(call.func)
            is_of_copy = name == "__init__" and {"copy", "close"} <= {k.arg for k in call.keywords}
            place = 0 if is_of_copy else _MAKERS.get(name)
            if place is not None and len(call.args) > place:
                found |= dict.fromkeys(_texts(call.args[place]), f"{path.name}:{call.lineno}")
    return found


def test_titles_are_found() -> None:
    titles = set(_titles())
    assert {"Settings", "Details", "Save As", "New Hand", "Import Hand"} <= titles
    assert len(titles) > 20


@pytest.mark.parametrize(("title", "place"), _titles().items())
def test_a_title_has_its_capitals(title: str, place: str) -> None:
    words = [word.strip("“”()?…&") for word in title.split()]
    for number, word in enumerate(words):
        if not word.startswith("{") and word not in _NAMES and (number == 0 or word not in _SMALL):
            assert word[:1].isupper(), f"{place}: “{title}”, {word}"
