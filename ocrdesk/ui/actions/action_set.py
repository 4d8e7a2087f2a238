"""The ``QAction`` of every row of the table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from ocrdesk.ui.actions.spec import ActionSpec, Needs
from ocrdesk.ui.appearance import icon
from ocrdesk.ui.translation import said, tr


class ActionSet(QObject):
    """Actions found by their id, in the window's language; disabled where needs are not met.

    ``keys_changed`` tells that an action has other keys.
    """

    keys_changed = Signal()

    def __init__(self, specs: Sequence[ActionSpec], parent: QObject) -> None:
        super().__init__(parent)
        self.specs = tuple(map(_spoken, specs))
        self._groups: dict[str, QActionGroup] = {}
        self._available: Needs | None = None
        self._held: dict[str, str] = {}
        self._actions = {spec.id: self._make(spec) for spec in self.specs}
        self.set_available(Needs.NOTHING)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[ActionSpec]:
        return iter(self.specs)

    def spec(self, action_id: str) -> ActionSpec:
        """Return the row of the table that an action was made from."""
        return next(spec for spec in self.specs if spec.id == action_id)

    def keys_of(self, action_id: str) -> str:
        """Return the keys that a sentence names for an action, or its name where it has none."""
        spec = self.spec(action_id)
        return replace(spec, keys=spec.keys[:1]).key_text() or tr("“{name}”").format(
            name=spec.label
        )

    def set_available(self, available: Needs) -> None:
        """Enable exactly the actions whose needs are met."""
        if available == self._available:
            return
        self._available = available
        for spec in self.specs:
            self._enable(spec)

    def hold(self, action_ids: Sequence[str], reason: str) -> None:
        """Disable actions for a while, whatever there is; their tips say why. "" lets them go."""
        for action_id in action_ids:
            if reason:
                self._held[action_id] = reason
            else:
                self._held.pop(action_id, None)
            spec = self.spec(action_id)
            self._actions[action_id].setToolTip(self._tip(spec))
            self._actions[action_id].setStatusTip(reason or spec.tip)
            self._enable(spec)

    def _enable(self, spec: ActionSpec) -> None:
        is_met = self._available is not None and spec.needs in self._available
        self._actions[spec.id].setEnabled(is_met and spec.id not in self._held)

    def _tip(self, spec: ActionSpec) -> str:
        return self._held.get(spec.id) or _tip(spec)

    def give_keys(self, action_id: str, keys: tuple[str, ...]) -> None:
        """Let other keys ask for an action, in menus, tips and help too."""
        before = self.spec(action_id)
        spec = replace(before, keys=keys)
        self.specs = tuple(spec if one.id == action_id else one for one in self.specs)
        self._actions[action_id].setShortcuts([QKeySequence(key) for key in keys])
        self._actions[action_id].setToolTip(self._tip(spec))
        if spec.menu_text != before.menu_text:
            self._actions[action_id].setText(spec.menu_text)
        self.keys_changed.emit()

    def on(self, action_id: str, deed: Callable[[], object]) -> None:
        """Let an action do something."""
        let(self._actions[action_id], deed)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.menu_text, self)
        action.setObjectName(spec.id)
        action.setStatusTip(spec.tip)
        action.setToolTip(_tip(spec))
        action.setCheckable(spec.is_checkable)
        # In a menu the place of the icon shows whether it is checked.
        action.setIconVisibleInMenu(not spec.is_checkable)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        if not spec.is_page_key:
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action


def let(action: QAction, deed: Callable[[], object]) -> None:
    """Let an action of Qt's do something, whether it is checked or not."""
    action.triggered.connect(partial(_call, deed))


def _call(deed: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - QAction.triggered passes it
    deed()


def _spoken(spec: ActionSpec) -> ActionSpec:
    text, tip, tool_text = said(spec.text), said(spec.tip), said(spec.tool_text)
    if (text, tip, tool_text) == (spec.text, spec.tip, spec.tool_text):
        return spec
    return replace(spec, text=text, tip=tip, tool_text=tool_text)


def _tip(spec: ActionSpec) -> str:
    tip, keys = spec.tip or spec.label, spec.key_text()
    return f"{tip} ({keys})" if keys else tip
