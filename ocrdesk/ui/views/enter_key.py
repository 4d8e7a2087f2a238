"""Enter presses the button that has the keyboard, outside dialogs too, and Escape leaves a panel.

Qt does so for push buttons of dialogs only; elsewhere Space alone pressed them. A key that nothing
below a window had a use for comes to the window, which hands it on to here.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDockWidget, QRadioButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_with_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the focused button of a window if the key is Enter; tell whether it was."""
    button = window.focusWidget()
    if (
        event.key() not in _ENTER
        or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        or event.isAutoRepeat()
        or not isinstance(button, QAbstractButton)
        or isinstance(button, QCheckBox | QRadioButton)
    ):
        return False
    event.accept()
    button.click()
    return True


def leave_with_escape(page: QWidget, event: QKeyEvent) -> bool:
    """Give the keyboard back to the page that is on show if the key is Escape; tell whether."""
    is_elsewhere = page.isVisible() and not page.hasFocus()
    if event.key() != Qt.Key.Key_Escape or event.modifiers() or not is_elsewhere:
        return False
    event.accept()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


class PanelDock(QDockWidget):
    """What holds a panel: a window of its own once it is pulled off."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter."""
        if not press_with_enter(self, event):
            super().keyPressEvent(event)
