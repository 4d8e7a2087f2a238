"""Everything a person can ask for, as data: menus, toolbar and help are made of one table."""

from ocrdesk.ui.actions.action_set import ActionSet, let
from ocrdesk.ui.actions.menus import ActionBar, Menus, build_menus
from ocrdesk.ui.actions.spec import ActionSpec, Needs
from ocrdesk.ui.actions.table import ACTIONS, shortcut_groups

__all__ = [
    "ACTIONS",
    "ActionBar",
    "ActionSet",
    "ActionSpec",
    "Menus",
    "Needs",
    "build_menus",
    "let",
    "shortcut_groups",
]
