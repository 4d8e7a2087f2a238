"""What the readers that ship are for, in a few words: their names tell nobody."""

from ocrdesk.ui.translation import later, tr

_FOR = {
    "print36": later("capitals and digits"),
    "print62": later("small letters and marks too"),
    "handout": later("small network of a course assignment, to compare; reads worse"),
}

_BRIEFLY = {"handout": later("small course network, reads worse")}
"""The same where a menu has room and a box has not."""


def made_for(name: str, *, is_brief: bool = False) -> str:
    """Return what a reader that ships is for, "" for any other."""
    told = (is_brief and _BRIEFLY.get(name)) or _FOR.get(name)
    return tr(told) if told else ""
