"""Where a person writes what may stand somewhere: a pattern, or words one a line."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ocrdesk.services.fields import Field
from ocrdesk.ui.translation import tr


def pattern_editor(field: Field | None) -> QLineEdit:
    """Return where a pattern is written, beginning with what was said before."""
    editor = QLineEdit("" if field is None else field.pattern)
    editor.setPlaceholderText(tr("AAA-999"))
    editor.setAccessibleName(tr("Pattern"))
    return editor


def words_editor(field: Field | None, name: str) -> QPlainTextEdit:
    """Return where words are written, beginning with those that were said before.

    Tab leads on: no word has one in it. ``name`` is for screen readers.
    """
    editor = QPlainTextEdit("" if field is None else "\n".join(field.words))
    editor.setAccessibleName(name)
    editor.setTabChangesFocus(True)
    return editor


def words_in(editor: QPlainTextEdit) -> tuple[str, ...]:
    """Return the words that are written, each once and without what stands around it."""
    lines = (line.strip() for line in editor.toPlainText().splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))
