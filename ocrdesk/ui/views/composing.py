"""Input methods and dead keys on the page: what is being composed, and where."""

import unicodedata
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QGraphicsView

from ocrdesk.ui.views.keyboard import typed_character
from ocrdesk.ui.views.selection import SelectionItem

Query = Qt.InputMethodQuery


class Composing:
    """Shows on the selected letter what is composed, and hands over what comes of it."""

    def __init__(
        self, view: QGraphicsView, item: SelectionItem, on_character: Callable[[str], None]
    ) -> None:
        self._view = view
        self._item = item
        self._on_character = on_character
        self._character: str | None = None
        view.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)

    def follow(self, character: str | None) -> None:
        """Know the character of the selected letter, None where nothing is selected."""
        self._character = character
        has_letter = character is not None
        self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, has_letter)
        self._view.updateMicroFocus()

    def take(self, event: QInputMethodEvent) -> None:
        """Show what is composed, and hand over each character that is finished."""
        if self._character is not None:
            self._item.set_preedit(event.preeditString() or self._character)
            for character in unicodedata.normalize("NFC", event.commitString()):
                if typed_character(character):
                    self._on_character(character)
        event.accept()

    def answer(self, query: Qt.InputMethodQuery) -> Any:
        """Tell an input method whether letters are wanted, and where; None for other questions."""
        if query == Query.ImEnabled:
            return self._character is not None
        if query == Query.ImCursorRectangle:
            rect = self._view.viewportTransform().mapRect(self._item.rect)
            return rect.translated(QPointF(self._view.viewport().pos())).toRect()
        return None
