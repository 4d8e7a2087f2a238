"""Finds texts for people that stand in the sources as plain data, not in ``tr()``.

The rooms below the window know no Qt, so that their errors, steps and stages cannot be marked.
They are found by the calls and functions they stand in. What is inserted into a text becomes a
named hole: of ``f"Delete “{glyph.character}”"`` the template is "Delete “{character}”". A choice
between two texts inside another makes two templates.
"""

import ast
import builtins
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Places = tuple[int | str, ...]

# The calls that say something to a person, and which of their arguments do so.
CALLS: dict[str, Places] = {
    "ActionSpec": (2, 5, "text", "tip", "tool_text"),
    "declared": (1, "title", "group", "tip"),
    # Stages of a service.
    "Progress": (0,),
    "as_part": (1,),
    # Names of steps.
    "Change": (0,),
    "outcome": (0,),
    "edit_for": ("name",),
    "rejoined": ("name",),
    "join": ("name",),
    "read_anew": ("name",),
    "replace": ("name",),
    "_changed": (2,),
    "_relabelled": (3,),
    "_parted": (3,),
    "_with_line": (3,),
    # Reasons inside an error.
    "_refuse": (1,),
}
# Errors of our own do; those of Python's are for programmers.
ERRORS: Places = (0, "advice")
# Functions that return such a text, and by room the variables that hold one.
FUNCTIONS = ("named", "_named", "_name", "_refusal")
VARIABLES = {
    "page": {"advice", "name"},
    "formats": {"advice", "kind", "message", "missing"},
    "services": {"advice"},
}
# Constants whose texts are shown: all texts in them, or for pairs the words, the last of each.
CONSTANTS = {
    "services/settings.py": ("THEMES", "ACCEPTED"),
    "services/laboratory/run_plan.py": ("SCHEDULES",),
    "ui/actions/table.py": ("MENUS",),
}
# Words in the sources that are shown as they are: layers, augmentations, names in figures.
SHOWN = (
    "convolution",
    "dense",
    "dropout",
    "epoch",
    "gentle",
    "identical",
    "normalisation",
    "outputs",
    "patch",
    "pooling",
    "seconds",
    "strong",
    "zeros",
)
# Modules of which people see nearly every text.
TALKING = re.compile(
    r"services/(reader_hints|experiments/(?!report)|laboratory/(data|network_plan|page|run|insight))"
)
# Rooms and modules whose texts nobody sees in the window.
ELSEWHERE = re.compile(
    r"(cli|nn|vision)/|language/(?!patterns)|__init__"
    r"|services/(api|checkpoints|cutting_out|evaluation|languages|own_hands|recipes"
    r"|simulated|training|writer_pages)"
    r"|formats/(character|group_split|language|memory|stroke|strips|truth|word_list)"
)
_HOLE = re.compile(r"\{\w+\}")
_SUBMENU = re.compile(r"(?:File|Edit|View|Page|Read|Train|Help)/(.+)")


def gathered(package: Path) -> list[str]:
    """Return all such texts of a package, sorted, each once."""
    found = set(SHOWN)
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package).as_posix()
        if not ELSEWHERE.match(place):
            found.update(_of_module(ast.parse(path.read_text(encoding="utf-8")), place))
    return sorted(text for text in found if re.search("[A-Za-z“]", _HOLE.sub("", text)))


def has_holes(text: str) -> bool:
    """Tell whether something is inserted into a text."""
    return _HOLE.search(text) is not None


def _of_module(tree: ast.Module, place: str) -> Iterator[str]:
    talks = bool(TALKING.match(place))
    quiet = set(_quiet(tree)) if talks else set()
    constants = dict(_constants(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, constants)
        elif isinstance(node, ast.FunctionDef) and node.name in FUNCTIONS:
            for part in ast.walk(node):
                if isinstance(part, ast.Return) and part.value is not None:
                    yield from texts_in(part.value)
        elif isinstance(node, ast.Assign):
            yield from _of_assignment(node, place)
        elif talks and isinstance(node, ast.Constant | ast.JoinedStr) and node not in quiet:
            yield from filter(_reads, texts_in(node))
        elif isinstance(node, ast.Constant) and place.startswith("ui/actions"):
            path = _SUBMENU.fullmatch(str(node.value))
            if path is not None:
                yield path[1]


def _quiet(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield docstrings, and what formatted texts are made of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in ast.walk(node) if part is not node)


def _reads(text: str) -> bool:
    """Tell whether a text reads like one for people, and not like a name."""
    words = _HOLE.sub("x", text).strip()
    return len(words) > 3 and (" " in words or words[0].isupper())


def _of_assignment(node: ast.Assign, place: str) -> Iterator[str]:
    names = {target.id for target in node.targets if isinstance(target, ast.Name)}
    if names & VARIABLES.get(place.partition("/")[0], set()):
        yield from texts_in(node.value)
    if names & set(CONSTANTS.get(place, ())):
        yield from _of_constant(node.value)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names of a module's constants, and what they are."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((t.id, node.value) for t in node.targets if isinstance(t, ast.Name))


def _of_call(call: ast.Call, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """Yield what a call says to a person, be it in a constant of its module."""

    def said_by(argument: ast.expr) -> Iterator[str]:
        is_constant = isinstance(argument, ast.Name) and argument.id in constants
        yield from texts_in(constants[ast.unparse(argument)] if is_constant else argument)

    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    is_error = name.endswith("Error") and not hasattr(builtins, name)
    places = ERRORS if is_error else CALLS.get(name, ())
    for place, argument in enumerate(call.args):
        if place in places:
            yield from said_by(argument)
    for keyword in call.keywords:
        if keyword.arg in places:
            yield from said_by(keyword.value)


def _of_constant(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Dict):
        entries: Sequence[ast.expr] = value.values
    else:
        entries = value.elts if isinstance(value, ast.Tuple) else ()
    for entry in entries:
        yield from texts_in(entry.elts[-1] if isinstance(entry, ast.Tuple) else entry)


def texts_in(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may become: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from _templates(node)
    elif isinstance(node, ast.IfExp):
        yield from texts_in(node.body)
        yield from texts_in(node.orelse)


def _templates(text: ast.JoinedStr) -> Iterator[str]:
    """Yield a formatted text with a hole for each value, named after it where it has a name."""
    parts: list[list[str]] = []
    names: set[str] = set()
    for part in text.values:
        if isinstance(part, ast.Constant):
            parts.append([str(part.value)])
        elif isinstance(part, ast.FormattedValue):
            choices = list(texts_in(part.value))
            if not choices:
                name = _name(part.value)
                name = name if name and name not in names else f"value{len(parts) + 1}"
                names.add(name)
                choices = [f"{{{name}}}"]
            parts.append(choices)
    yield from map("".join, itertools.product(*parts))


def _name(value: ast.expr) -> str:
    """Return what an inserted value is called: its own name, or that of what it is made of."""
    if isinstance(value, ast.Name):
        return value.id
    if isinstance(value, ast.Attribute):
        return value.attr
    if isinstance(value, ast.BinOp):
        return _name(value.left) or _name(value.right)
    if isinstance(value, ast.Subscript):
        return _name(value.value)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name | ast.Attribute):
        own = [_name(argument) for argument in value.args]
        return next(filter(None, own), "") or _name(value.func)
    return ""
