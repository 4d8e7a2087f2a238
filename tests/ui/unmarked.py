"""Finds texts for people in the window's sources that nobody marked for translation.

A text is a literal that reads like one (a word with a capital, or several words), or any with
letters where it is shown. It is in order within ``tr`` and ``later``, where `gathering` finds it
(resources/translations), and where nobody sees it: docstrings, types, keys, comparisons, errors.
"""

import ast
import re
from collections.abc import Iterator

# Methods of Qt's and functions of ours that show their texts.
SHOWING = frozenset(
    """
    addAction addButton addItem addMenu addRow announce choice heading inform Notice number
    prose QAction QCheckBox QLabel QPushButton refuse setAccessibleDescription setAccessibleName
    setInformativeText setLabelText setPlaceholderText setPrefix setStatusTip setSuffix setText
    setTitle setToolTip setWindowTitle showText start whole_number
    """.split()  # noqa: SIM905 - a list of so many names is read more easily so
)
# Calls whose texts are translated where they are shown, or that nobody sees.
UNSEEN = frozenset(
    """
    ActionSpec as_part cast Change dress edit_for later outcome Progress QKeySequence replace
    said setObjectName setProperty Signal tr TypeVar
    """.split()  # noqa: SIM905 - a list of so many names is read more easily so
)
UNSEEN_KEYWORDS = frozenset(("key", "merge_key", "tone", "topic"))
# The same in every language, or no text though it reads like one.
SAME = re.compile(
    r"\[\*\]|\b(ocrdesk|px|pt|A4|Adam|SGD|Fusion|NumPy|PySide|Qt|Tab|Space|Return|Backspace)\b"
    r"|\b(Del|Ins|Esc)\b"
    r"|\b(Ctrl|Alt|Shift|Meta)\b(\+\S*)?|\b[A-Z]\w*[a-z]\w*[A-Z]\w*|<[^>]*>|Pasted image|Qt:"
)
READS = re.compile(r"\b[A-Z][a-z]+|\b[a-z]{2,} [a-z]{2,}")


def unmarked(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of every such text of a module."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        words = _words(node)
        if words is None:
            continue
        if isinstance(node, ast.JoinedStr) and "tr(" in ast.unparse(node):
            yield node.lineno, f"{words} (lupdate sees no tr() inside a formatted text)"
        around = list(_ancestors(node, parents))
        if _is_unseen(node, around):
            continue
        own = SAME.sub("", words)
        is_shown = _call(node, around) in SHOWING and re.search("[A-Za-z]{2}", own)
        if is_shown or READS.search(own):
            yield getattr(node, "lineno", 0), words


def _words(node: ast.AST) -> str | None:
    """Return the fixed words of a literal, None for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "\0".join(str(p.value) for p in node.values if isinstance(p, ast.Constant))
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(node.value) if is_text and isinstance(node, ast.Constant) else None


def _ancestors(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in parents:
        node = parents[node]
        yield node


def _call(node: ast.AST, around: list[ast.AST]) -> str:
    """Return the call that a literal is an argument of, itself or as a side of a condition."""
    for outer in around:
        if isinstance(outer, ast.Call) and node is not outer.func:
            function = outer.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            return function.id if isinstance(function, ast.Name) else name
        if not isinstance(outer, ast.IfExp | ast.keyword | ast.BinOp):
            return ""
    return ""


def _is_unseen(node: ast.AST, around: list[ast.AST]) -> bool:
    """Tell whether nobody sees a literal as it is."""
    call = _call(node, around)
    return (
        call in UNSEEN
        or call.endswith("Error")
        or _is_no_argument(node, around[0])
        or any(
            _is_quiet(inner, outer) for inner, outer in zip([node, *around], around, strict=False)
        )
    )


def _is_no_argument(node: ast.AST, around: ast.AST) -> bool:
    """Tell whether a literal is a docstring, compared, a key, or an argument nobody sees."""
    if isinstance(around, ast.keyword):
        return around.arg in UNSEEN_KEYWORDS
    if isinstance(around, ast.Dict):
        return node in around.keys
    return isinstance(around, ast.Expr | ast.Compare | ast.Subscript | ast.arg)


def _is_quiet(inner: ast.AST, outer: ast.AST) -> bool:
    """Tell whether what is inside belongs to a literal, an error, a type or a list of names."""
    if isinstance(outer, ast.Assign):
        return ast.unparse(outer.targets[0]) == "__all__"
    if isinstance(outer, ast.FunctionDef):
        return inner is outer.returns
    if isinstance(outer, ast.AnnAssign):
        return inner is outer.annotation
    return isinstance(outer, ast.JoinedStr | ast.arg | ast.Raise)
