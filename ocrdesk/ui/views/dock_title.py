"""The title of a dock, because Qt draws its own buttons ten pixels small and in one colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.tool_button import tool_button


class DockTitle(QWidget):
    """Name, a button to let the dock float or put it back, and a cross.

    Presses beside the buttons go on to the dock, which is dragged by them as always.
    """

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._name = ElidedLabel(dock.windowTitle())
        dress(self._name, size="strong")
        self._float = _button("dock-float")
        self._float.clicked.connect(self._toggle_floating)
        self._close = _button("close")
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_S, SPACE_XS)
        row.setSpacing(2)
        row.addWidget(self._name, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        dock.topLevelChanged.connect(self._say)
        self._say(is_floating=False)

    def _toggle_floating(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def _say(self, is_floating: bool) -> None:  # noqa: FBT001 - QDockWidget.topLevelChanged
        """Name the buttons after what they do now."""
        name = self._dock.windowTitle()
        deed = (
            tr("Put {name} back").format(name=name)
            if is_floating
            else tr("Let {name} float").format(name=name)
        )
        for button, text in (
            (self._float, deed),
            (self._close, tr("Close {name}").format(name=name)),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)


def _button(icon_name: str) -> QToolButton:
    button = tool_button(icon_name)
    button.setAutoRaise(True)
    # Panels are opened and closed by the View menu; Tab goes on to what is in them.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
