"""Fields that stand in forms: names level with what is beside them, numbers off their frame."""

from PySide6.QtWidgets import QAbstractSpinBox, QFormLayout, QWidget

FIELD_HEIGHT = 28
_MARGIN = 6


def add_field(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a row to a form, the name as high as its field: Qt's own stands two pixels too high."""
    field.setMinimumHeight(FIELD_HEIGHT)
    form.addRow(words, field)
    name = form.labelForField(field)
    if name is not None:
        name.setMinimumHeight(FIELD_HEIGHT)


def off_its_frame(field: QAbstractSpinBox) -> None:
    """Keep a number off the frame: a style sheet's padding widens the field, and no more (6.11)."""
    field.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
    field.setMinimumHeight(FIELD_HEIGHT)
