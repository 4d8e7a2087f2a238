"""The button in the status bar that says what reads, and offers what else could."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ocrdesk.ui.appearance import icon
from ocrdesk.ui.appearance.metrics import ICON_S
from ocrdesk.ui.translation import tr

_WIDEST = 180  # pixels of a name


class ReaderButton(QToolButton):
    """Names the model or the hand that reads; a click opens the menu it was given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icon("model"))
        self.setIconSize(QSize(ICON_S, ICON_S))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_reader(self, name: str) -> None:
        """Say what reads."""
        metrics = self.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self.setText(f"\N{NO-BREAK SPACE}{shown}".replace("&", "&&"))
        self.setAccessibleName(tr("Read by {name}").format(name=name))
        self.setToolTip(
            tr("Read by {name}: click to read with another model or hand").format(name=name)
        )
