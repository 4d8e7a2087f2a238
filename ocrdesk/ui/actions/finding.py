"""The ways to find a text on the pages."""

from ocrdesk.ui.actions.spec import ActionSpec, Needs

FINDING = (
    ActionSpec(
        "find", "Edit", "Fi&nd…", ("Ctrl+F",), "search",
        "Find a text on this page and the others", needs=Needs.DOCUMENT, starts_section=True,
    ),
    ActionSpec(
        "find_next", "Edit", "Find Ne&xt", ("Ctrl+G",), "",
        "Go to the next place where the text stands", needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "find_previous", "Edit", "Find Pre&vious", ("Ctrl+Shift+G",), "",
        "Go to the place before where the text stands", needs=Needs.DOCUMENT,
    ),
)  # fmt: skip
