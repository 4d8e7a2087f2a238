"""Hangs the actions into the menu bar and the toolbar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from ocrdesk.ui.actions.action_set import ActionSet
from ocrdesk.ui.actions.table import MENUS, SUBMENUS
from ocrdesk.ui.appearance import icon
from ocrdesk.ui.appearance.metrics import ICON_M
from ocrdesk.ui.translation import tr

Menus = dict[str, QMenu]

_EDGES, _GAP = 24, 2  # of the toolbar, as its style sheet has them
_BESIDE = 5  # pixels at most that Qt leaves between an icon and its words


def build_menus(bar: QMenuBar, actions: ActionSet) -> Menus:
    """Fill the menu bar; return the menus by path, such as "File" and "View/Theme".

    A menu without an action does not exist. Submenus in ``SUBMENUS`` exist even so: they are
    filled while the program runs.
    """
    used = {spec.menu.split("/")[0] for spec in actions}
    menus: Menus = {}
    for name, title in MENUS.items():
        if name in used:
            menus[name] = bar.addMenu(tr(title))
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


class ActionBar(QToolBar):
    """The toolbar; where the window gets narrow, words give way to their icons first.

    What has no room even so is behind the button at the end.
    """

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(tr("Tools"), parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(ICON_M, ICON_M))
        self.toggleViewAction().setEnabled(False)
        self._worded: list[QToolButton] = []
        self._fill(actions)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if isinstance(more, QToolButton):
            more.setIcon(icon("more"))
            more.setToolTip(tr("More tools"))
            more.setAccessibleName(tr("More tools"))

    def _fill(self, actions: ActionSet) -> None:
        """Add what belongs into the toolbar, with a gap between groups."""
        previous = ""
        for spec in actions:
            if not spec.tool_group:
                continue
            if previous not in ("", spec.tool_group):
                self.addSeparator()
            previous = spec.tool_group
            self.addAction(actions[spec.id])
            button = self.widgetForAction(actions[spec.id])
            button.setAccessibleName(spec.label)
            if spec.tool_text and isinstance(button, QToolButton):
                # The space keeps the text off its icon; no style sheet can.
                actions[spec.id].setIconText(f"\N{NO-BREAK SPACE}{spec.tool_text}")
                self._worded.append(button)
        self._show_words(is_shown=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for: all or none."""
        super().resizeEvent(event)
        buttons = [self.widgetForAction(action) for action in self.actions()]
        needed = float(_EDGES + sum(button.sizeHint().width() + _GAP for button in buttons))
        needed += sum(map(self._width_of_words, self._worded))
        self._show_words(is_shown=needed <= event.size().width())

    @staticmethod
    def _width_of_words(button: QToolButton) -> int:
        """Return how much wider the button would be with its words; 0 if it has them."""
        if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            return 0
        return button.fontMetrics().horizontalAdvance(f"  {button.text()}") + _BESIDE

    def _show_words(self, *, is_shown: bool) -> None:
        kind = Qt.ToolButtonStyle
        style = kind.ToolButtonTextBesideIcon if is_shown else kind.ToolButtonIconOnly
        for button in self._worded:
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)


def _submenu(menu: QMenu, path: str) -> QMenu:
    return menu.addMenu(tr(path.split("/")[1]))
