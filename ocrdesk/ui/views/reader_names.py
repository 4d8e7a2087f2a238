"""What the readers that ship are for, in a few words: their names tell nobody."""

from ocrdesk.ui.translation import later, tr

_FOR = {
    "print36": later("capitals and digits"),
    "print62": later("small letters and marks too"),
    "handout": later("the assignment's, to compare with"),
}


def made_for(name: str) -> str:
    """Return what a reader that ships is for, "" for any other."""
    return tr(_FOR[name]) if name in _FOR else ""
