"""What one action is: words, keys, place, and what must be there for it to make sense."""

import enum
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from ocrdesk.ui.translation import tr

_QTS_ENTER = "Return"  # in every language


class Needs(enum.Flag):
    """What must be there for an action to make sense; ANYWHERE is letters on any page."""

    NOTHING = 0
    DOCUMENT = enum.auto()
    IMAGE = enum.auto()
    PAGE = enum.auto()
    LETTERS = enum.auto()
    ANYWHERE = enum.auto()
    SELECTION = enum.auto()
    CORRECTION = enum.auto()
    DOUBT = enum.auto()
    UNDO = enum.auto()
    REDO = enum.auto()
    NEXT_PAGE = enum.auto()
    PREVIOUS_PAGE = enum.auto()
    RUNNING = enum.auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to ask for.

    ``menu`` is a menu, or "Menu/Submenu". ``group`` makes checkable actions exclude each other.
    An action with a ``tool_group`` is in the toolbar, beside the others of its group, and
    ``tool_text`` stands there beside its icon. The keys of an action that ``is_page_key`` are taken
    by the page while it has the focus, so that they stay ordinary keys elsewhere; menu and help
    only name them.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: Needs = Needs.NOTHING
    is_checkable: bool = False
    group: str = ""
    starts_section: bool = False
    tool_group: str = ""
    tool_text: str = ""
    is_page_key: bool = False

    @property
    def label(self) -> str:
        """The text without its mnemonic and its dots."""
        return self.text.replace("&", "").rstrip(" …")

    def key_text(self) -> str:
        """The keys as people of this platform write them."""
        native = QKeySequence.SequenceFormat.NativeText
        told = ", ".join(QKeySequence(key).toString(native) for key in self.keys)
        return told.replace(_QTS_ENTER, tr("Enter"))  # as texts call it

    @property
    def menu_text(self) -> str:
        """The text with its keys, where a menu would not show them, or by another name."""
        is_named = self.is_page_key or any(_QTS_ENTER in key for key in self.keys)
        return f"{self.text}\t{self.key_text()}" if is_named else self.text
