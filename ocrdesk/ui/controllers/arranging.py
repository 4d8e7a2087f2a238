"""How the window looks: zoom, layers, panels, theme, panes; what is chosen is remembered."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QWidget

from ocrdesk.services.settings import Settings
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.appearance.metrics import FRAME
from ocrdesk.ui.controllers.panel_widths import PanelWidths
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.turns import in_next_turn

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_LAYERS = ("boxes", "rows", "labels")
_DOCKS_VERSION = 3
_LABELS = "labels"  # a topic


class ArrangingController(QObject):
    """Zooms, shows and hides, and brings the window back as it was left."""

    def __init__(
        self,
        workplace: Workplace,
        appearance: Appearance,
        docks: Mapping[str, QDockWidget],
        toolbar: QToolBar,
        parent: QMainWindow,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._appearance = appearance
        self._docks = docks
        self._toolbar = toolbar
        self._window = parent
        self._hidden_state: QByteArray | None = None
        self._usual_state = parent.saveState(_DOCKS_VERSION)
        self._widths = PanelWidths(docks, parent)
        self._connect_zoom()
        self._connect_layers()
        self._connect_themes()
        self._connect_docks()
        workplace.session.current_changed.connect(self._arrange)
        workplace.settings.listen(self._follow)
        actions = workplace.actions
        actions["full_screen"].toggled.connect(self._set_full_screen)
        actions.on("next_pane", partial(self._go_to_pane, 1))
        actions.on("previous_pane", partial(self._go_to_pane, -1))

    def restore(self) -> None:
        """Bring back the place and the size of the last time, and the panels with the first page.

        Not at once: see ``_bring_back``.
        """
        settings = self._place.settings.settings
        if settings.window_geometry:
            self._window.restoreGeometry(_bytes(settings.window_geometry))
        else:
            room = self._window.screen().availableSize() - FRAME
            self._window.resize(self._window.size().boundedTo(room))
        self._place.actions["full_screen"].setChecked(self._window.isFullScreen())
        self._arrange(self._place.session.current)
        if self._hidden_state is not None and settings.window_docks:
            self._hidden_state = _bytes(settings.window_docks)

    def remember(self) -> None:
        """Keep the place, the size and the panels for the next time."""
        docks = self._hidden_state or self._window.saveState(_DOCKS_VERSION)
        self._place.settings.set(
            window_geometry=_text(self._window.saveGeometry()), window_docks=_text(docks)
        )

    def _arrange(self, opened: OpenDocument | None) -> None:
        """Leave the first screen alone in the window; bring the panels back with a page."""
        if opened is None and self._hidden_state is None:
            self._hidden_state = self._window.saveState(_DOCKS_VERSION)
            for part in (*self._docks.values(), self._toolbar):
                part.hide()
        elif opened is not None and self._hidden_state is not None:
            # Laying out all panels takes as long as showing the page, and so does painting them:
            # each gets a turn of its own, and the window is painted once.
            self._window.setUpdatesEnabled(False)
            in_next_turn(self._bring_back, self)

    def _bring_back(self) -> None:
        """Show the panels again, as they were when the last page went.

        When it restores a state, Qt forgets the tab bars of panels on show, and leaves them lying
        over the window; those of hidden panels it uses again.
        """
        if self._place.session.current is not None and self._hidden_state is not None:
            if not self._window.restoreState(self._hidden_state, _DOCKS_VERSION):
                self._window.restoreState(self._usual_state, _DOCKS_VERSION)
            self._hidden_state = None
            self._widths.adopt()
        in_next_turn(self._wake, self)

    def _wake(self) -> None:
        """Let the window be painted again, at once: Qt may have dropped the request meanwhile."""
        self._window.setUpdatesEnabled(True)
        self._window.repaint()

    def _connect_zoom(self) -> None:
        page = self._place.views.page
        deeds: dict[str, Callable[[], None]] = {
            "zoom_in": page.zoom_in,
            "zoom_out": page.zoom_out,
            "zoom_actual": partial(page.zoom_to, 1.0),
            "fit_page": page.fit_page,
            "fit_width": page.fit_width,
            "zoom_selection": page.zoom_to_selection,
        }
        for action_id, deed in deeds.items():
            self._place.actions.on(action_id, deed)

    def _connect_layers(self) -> None:
        settings = self._place.settings.settings
        for layer in _LAYERS:
            action = self._place.actions[f"show_{layer}"]
            action.setChecked(getattr(settings, f"shows_{layer}"))
            action.toggled.connect(partial(self._set_layer, layer))
        self._place.views.page.zoom_changed.connect(self._note_zoom)
        self._show_layers()

    def _set_layer(self, layer: str, is_shown: bool) -> None:  # noqa: FBT001 - QAction.toggled
        self._place.settings.set(**{f"shows_{layer}": is_shown})
        self._show_layers()
        if layer == "labels":
            self._tell_of_labels(is_shown=is_shown)

    def _tell_of_labels(self, *, is_shown: bool) -> None:
        """Say from which zoom on labels are seen, to whoever switched them on and sees none."""
        page, needed = self._place.views.page, self._label_scale()
        if not is_shown or page.scale_factor >= needed:
            self._place.notices.withdraw(_LABELS)
            return
        nearer = ceil(needed * 100) / 100
        self._place.notices.raise_notice(
            Notice(
                tr("Labels are shown from {zoom} % on: here they would hide the letters.").format(
                    zoom=round(nearer * 100)
                ),
                action=tr("Zoom In", "A button"),
                on_action=partial(page.zoom_to, nearer),
                topic=_LABELS,
            )
        )

    def _note_zoom(self, scale: float) -> None:
        if scale >= self._label_scale():
            self._place.notices.withdraw(_LABELS)

    def _label_scale(self) -> float:
        page = self._place.views.page
        return page.layers.glyphs.label_scale(page.viewport())

    def _follow(self, before: Settings, after: Settings) -> None:
        """Do what the settings page says, too."""
        for layer in _LAYERS:
            self._place.actions[f"show_{layer}"].setChecked(getattr(after, f"shows_{layer}"))
        if after.theme != before.theme:
            self._place.actions[f"theme_{after.theme}"].setChecked(True)
            self._appearance.set_scheme(_SCHEMES[after.theme])

    def _show_layers(self) -> None:
        settings = self._place.settings.settings
        self._place.views.page.set_layers(
            boxes=settings.shows_boxes, rows=settings.shows_rows, labels=settings.shows_labels
        )

    def _connect_themes(self) -> None:
        theme = self._place.settings.settings.theme
        for name in _SCHEMES:
            action = self._place.actions[f"theme_{name}"]
            action.setChecked(name == theme)
            self._place.actions.on(f"theme_{name}", partial(self._set_theme, name))
        self._appearance.set_scheme(_SCHEMES[theme])

    def _set_theme(self, name: str) -> None:
        self._place.settings.set(theme=name)

    def _connect_docks(self) -> None:
        for name, dock in self._docks.items():
            action = self._place.actions[f"panel_{name}"]
            toggle = dock.toggleViewAction()
            action.setChecked(toggle.isChecked())
            toggle.toggled.connect(action.setChecked)
            # Not "toggled": a minimised window unchecks the action, too.
            self._place.actions.on(f"panel_{name}", partial(self._show_dock, name))

    def _show_dock(self, name: str) -> None:
        self._docks[name].setVisible(self._place.actions[f"panel_{name}"].isChecked())

    def _set_full_screen(self, is_full: bool) -> None:  # noqa: FBT001 - QAction.toggled
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if is_full else state & ~full)

    def _go_to_pane(self, step: int) -> None:
        """Give the focus to the next of the visible panes: page, pages, text, letter."""
        panes = self._panes()
        focus = self._window.focusWidget()
        at = [
            i
            for i, pane in enumerate(panes)
            if focus and (pane is focus or pane.isAncestorOf(focus))
        ]
        place = (at[0] + step) % len(panes) if at else 0
        for dock in self._docks.values():
            if dock.widget() is panes[place]:
                dock.raise_()  # it may lie behind another one
        _focus(panes[place])

    def _panes(self) -> Sequence[QWidget]:
        views = self._place.views
        center = views.page if views.page.isVisible() else views.empty
        return [center, *(d.widget() for d in self._docks.values() if d.isVisible())]


def _focus(pane: QWidget) -> None:
    """Give the focus to the pane or to the first widget inside that takes it."""
    target = pane
    if pane.focusPolicy() == Qt.FocusPolicy.NoFocus:
        children = pane.findChildren(QWidget)
        target = next(
            (c for c in children if c.focusPolicy() & Qt.FocusPolicy.TabFocus and c.isVisible()),
            pane,
        )
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))
