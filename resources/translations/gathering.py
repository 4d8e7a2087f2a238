"""Finds texts for people that stand in the sources as plain data, not in ``tr()``.

The rooms below the window know no Qt, so that their errors, steps and stages cannot be marked.
They are found by the calls they stand in. What is inserted into a text becomes a named hole: of
``f"Delete “{glyph.character}”"`` the template is "Delete “{character}”".
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# The calls that say something to a person, and which of their arguments do so.
CALLS: dict[str, tuple[int | str, ...]] = {
    "ActionSpec": (2, 5, "text", "tip", "tool_text"),
    "declared": (1, "title", "group", "tip"),
}
# Constants whose texts are shown: all texts in them, or for pairs the words, the last of each.
CONSTANTS = {"services/settings.py": ("THEMES",), "ui/actions/table.py": ("MENUS",)}
# Rooms whose texts nobody sees in the window.
ELSEWHERE = ("cli", "nn")
_HOLE = re.compile(r"\{\w+\}")
_SUBMENU = re.compile(r"(?:File|Edit|View|Page|Read|Train|Help)/(.+)")


def gathered(package: Path) -> list[str]:
    """Return all such texts of a package, sorted, each once."""
    found: set[str] = set()
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        if place.parts[0] not in ELSEWHERE:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found.update(_of_calls(tree))
            found.update(_of_constants(tree, CONSTANTS.get(place.as_posix(), ())))
            if place.parts[:2] == ("ui", "actions"):
                found.update(_submenus(tree))
    return sorted(text for text in found if re.search("[A-Za-z]", _HOLE.sub("", text)))


def has_holes(text: str) -> bool:
    """Tell whether something is inserted into a text."""
    return _HOLE.search(text) is not None


def _of_calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        places = CALLS.get(name, ())
        for place, argument in enumerate(node.args):
            if place in places:
                yield from texts_in(argument)
        for keyword in node.keywords:
            if keyword.arg in places:
                yield from texts_in(keyword.value)


def _of_constants(tree: ast.Module, names: tuple[str, ...]) -> Iterator[str]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id in names for target in targets):
            assert isinstance(node, ast.Assign)
            if isinstance(node.value, ast.Dict):
                for value in node.value.values:
                    yield from texts_in(value)
            elif isinstance(node.value, ast.Tuple):
                for pair in node.value.elts:
                    yield from texts_in(pair.elts[-1] if isinstance(pair, ast.Tuple) else pair)


def _submenus(tree: ast.Module) -> Iterator[str]:
    """Yield the names of submenus out of their paths, such as "&Order" of "Edit/&Order"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            path = _SUBMENU.fullmatch(node.value)
            if path is not None:
                yield path[1]


def texts_in(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may become: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield _template(node)
    elif isinstance(node, ast.IfExp):
        yield from texts_in(node.body)
        yield from texts_in(node.orelse)


def _template(text: ast.JoinedStr) -> str:
    """Return a formatted text with a hole for each value, named after it where it has a name."""
    holes = [part.value for part in text.values if isinstance(part, ast.FormattedValue)]
    names: list[str] = []
    for place, value in enumerate(holes):
        name = _name(value)
        names.append(name if name and name not in names else f"value{place + 1}")
    remaining = iter(names)
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{next(remaining)}}}"
        for part in text.values
    )


def _name(value: ast.expr) -> str:
    if isinstance(value, ast.Name):
        return value.id
    return value.attr if isinstance(value, ast.Attribute) else ""
