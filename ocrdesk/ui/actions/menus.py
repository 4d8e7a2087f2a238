"""Hangs the actions into the menu bar and the toolbar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from ocrdesk.ui.actions.action_set import ActionSet
from ocrdesk.ui.actions.table import MENUS, SUBMENUS

Menus = dict[str, QMenu]


def build_menus(bar: QMenuBar, actions: ActionSet) -> Menus:
    """Fill the menu bar; return the menus by path, such as "File" and "View/Theme".

    A menu without an action does not exist. Submenus in ``SUBMENUS`` exist even so: they are
    filled while the program runs.
    """
    used = {spec.menu.split("/")[0] for spec in actions}
    menus: Menus = {}
    for name, title in MENUS.items():
        if name in used:
            menus[name] = bar.addMenu(title)
    for spec in actions:
        menu = menus[spec.menu.split("/")[0]]
        if spec.menu not in menus:
            menus[spec.menu] = _submenu(menu, spec.menu)
        if spec.starts_section:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.id])
        for path, after in SUBMENUS.items():
            if after == spec.id:
                menus[path] = _submenu(menu, path)
    return menus


def fill_toolbar(toolbar: QToolBar, actions: ActionSet) -> None:
    """Add what belongs into the toolbar, with a gap between groups."""
    previous = ""
    for spec in actions:
        if not spec.tool_group:
            continue
        if previous not in ("", spec.tool_group):
            toolbar.addSeparator()
        previous = spec.tool_group
        toolbar.addAction(actions[spec.id])
        button = toolbar.widgetForAction(actions[spec.id])
        button.setAccessibleName(spec.label)
        if spec.tool_text and isinstance(button, QToolButton):
            # The space keeps the text off its icon; no style sheet can.
            actions[spec.id].setIconText(f"\N{NO-BREAK SPACE}{spec.tool_text}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def _submenu(menu: QMenu, path: str) -> QMenu:
    return menu.addMenu(path.split("/")[1])
