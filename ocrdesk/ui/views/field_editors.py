"""Where a person writes what may stand somewhere: a pattern, or words one a line."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ocrdesk.ui.translation import tr


def pattern_editor() -> QLineEdit:
    """Return where a pattern is written."""
    editor = QLineEdit()
    editor.setPlaceholderText(tr("AAA-999"))
    editor.setAccessibleName(tr("Pattern"))
    return editor


def words_editor(name: str) -> QPlainTextEdit:
    """Return where words are written; ``name`` is for screen readers.

    Tab leads on: no word has one in it.
    """
    editor = QPlainTextEdit()
    editor.setAccessibleName(name)
    editor.setTabChangesFocus(True)
    return editor


def words_in(editor: QPlainTextEdit) -> tuple[str, ...]:
    """Return the words that are written, each once and without what stands around it."""
    lines = (line.strip() for line in editor.toPlainText().splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))
