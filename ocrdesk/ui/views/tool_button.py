"""The small buttons that are but an icon."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from ocrdesk.ui.appearance import icon
from ocrdesk.ui.appearance.metrics import ICON_S


def tool_button(icon_name: str, text: str = "") -> QToolButton:
    """Return a button with a small icon; ``text`` is its tooltip and what screen readers say."""
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(ICON_S, ICON_S))
    button.setToolTip(text)
    button.setAccessibleName(text)
    return button
