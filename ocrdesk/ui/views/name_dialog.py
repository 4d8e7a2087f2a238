"""A question for a name, at the distances that all other dialogs keep."""

from PySide6.QtWidgets import QInputDialog, QWidget

from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M


def name_dialog(parent: QWidget, title: str, question: str, name: str) -> QInputDialog:
    """Return a dialog that asks for a name, proposing one; it goes once it is closed."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(name)
    dialog.sizeHint()  # only now it has a layout
    layout = dialog.layout()
    if layout is not None:
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        layout.setSpacing(SPACE_M)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
