"""The buttons that answer a question of the review, in as many words as they have room for."""

from typing import NamedTuple

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.translation import tr

_WIDE = 236  # pixels of a row that has room for the key, too


class Answers(NamedTuple):
    """What the buttons say; ``deny`` is "" where there is nothing to deny.

    ``short`` is what the first says where it has less room, ``icon`` the last one's picture.
    """

    first: str
    short: str
    deny: str
    last: str
    icon: str

    @property
    def with_key(self) -> str:
        """What the first says where it has room for its key, too."""
        return self.first + " (" + tr("Enter") + ")"


class AnswerButtons(QWidget):
    """``first`` is what Enter does, ``last`` the other answer, ``deny`` says no where seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.deny, self.last = (QPushButton() for _ in range(3))
        self.first.setProperty("primary", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.first, 1)
        row.addWidget(self.deny)
        row.addWidget(self.last)

    @property
    def all(self) -> tuple[QPushButton, ...]:
        """All buttons, from left to right."""
        return self.first, self.deny, self.last

    def say(self, words: Answers, *, room: int) -> None:
        """Put as many words on the buttons as they hold: a narrow one would cut them off.

        Where even the fewest have no room between narrow edges, the last has its icon alone. Where
        that is too much, nothing is denied by a button: the question says how, anyway.
        """
        self.first.setToolTip(words.with_key)
        self.last.setToolTip(words.last)
        self.last.setAccessibleName(words.last)
        for deny in dict.fromkeys((words.deny, "")):
            self.deny.setText(deny)
            self.deny.setVisible(bool(deny))
            if self._fit(words, room):
                return

    def _fit(self, words: Answers, room: int) -> bool:
        """Say on the others as much as has room; return whether all of it has."""
        other, brief = words.last, words.last.split(maxsplit=1)[0]
        answers = [(words.first, other), (words.short, other), (words.first, brief)]
        answers.append((words.short, brief))
        if room >= _WIDE:
            answers.insert(0, (words.with_key, other))
        self.last.setIcon(QIcon())
        for padding in ("", "tight"):
            for button in self.all:
                dress(button, room=padding)
            for first, last in answers:
                self.first.setText(first)
                self.last.setText(last)
                if self._needed <= room:
                    return True
        self.last.setText("")
        self.last.setIcon(icon(words.icon))
        return self._needed <= room

    @property
    def _needed(self) -> int:
        """How wide the row has to be for what its buttons say."""
        shown = [button for button in self.all if not button.isHidden()]
        return sum(button.sizeHint().width() for button in shown) + SPACE_S * (len(shown) - 1)
