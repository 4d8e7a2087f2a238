"""The text as an editor of the page: what a person types there becomes one step for each burst."""

import unicodedata
from itertools import count

from PySide6.QtCore import QObject

from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.page.retyping import page_retyped
from ocrdesk.page.stretches import differing_stretch
from ocrdesk.page.typed_text import tidied
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr

_LONGEST = 24  # characters of each of two parts of a text that a step is called by
_MOST_NAMED = 5  # characters that a notice names
_DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"  # what stands below an accent that is shown by itself


class RetypingController(QObject):
    """Lets the page follow the text.

    Each keystroke is applied to the page as it was before the burst of typing, so that a letter
    deleted and typed anew is a letter corrected. A burst ends where a row begins or two are joined,
    and when the caret or the keyboard goes elsewhere, or something else changes the page.
    """

    def __init__(
        self, workplace: Workplace, reading: ReadingController, editing: Editing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._reading = reading
        self._text = workplace.views.text
        self._numbers = count()
        self._key = ""
        self._before: Page | None = None
        self._after: Page | None = None
        self._rows = 0  # of the text that the page followed last, empty ones too
        self._is_done = True
        self._text.text_edited.connect(self.take)
        self._text.typing_ended.connect(self.end)
        self._text.left_out.connect(self._tell_left_out)
        self._text.set_fold(editing.fold)

    def take(self, text: str, caret: int) -> None:
        """Let the page read as a text; ``caret`` is where typing left it, in UTF-16 units."""
        page = self._editing.page
        if page is None:
            return
        # Rows are counted as typed: the page has no empty one, as a new row is after Enter.
        rows, is_going_on = text.count("\n") + 1, page is self._after
        had = self._rows if is_going_on else max(1, len(page.lines))
        begins_row = rows > had and bool(page.glyphs)
        if self._before is None or not is_going_on or begins_row:
            self._before, self._key = page, f"text {next(self._numbers)}"
        before = self._before
        place = len(text.encode("utf-16-le")[: 2 * caret].decode("utf-16-le", "ignore"))
        self._is_done = self._editing.apply(
            lambda now: _retyped(before, now, text, place), merge_key=self._key
        )
        self._after, self._rows = self._editing.page, rows
        # From a text that was deleted whole nothing but the page before tells where letters go.
        is_bare = self._after is not None and not self._after.glyphs
        if not self._is_done:
            self.end()
        elif rows != had and not is_bare:
            self._before = None

    def end(self) -> None:
        """Let what is typed next be a step of its own."""
        self._before = self._after = None

    def _tell_left_out(self, strange: str, has_others: bool) -> None:  # noqa: FBT001 - a slot
        """Tell which characters of a pasted text cannot be letters; the page has the others."""
        if has_others and not self._is_done:
            return  # why nothing at all was put in is told already
        named = list(dict.fromkeys(map(_named, strange)))
        signs = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
        self._editing.refuse(
            tr("%n characters cannot be letters and were left out: {signs}", None, len(strange))
            .format(signs=signs),
            tr("All others were put in.") if has_others else tr("There were no others."),
        )  # fmt: skip


def _retyped(before: Page, now: Page, text: str, caret: int) -> tuple[Page, Change]:
    """Return the page of before the burst as the text has it, and what that changes now."""
    after = _shortest(before, text, caret)
    return outcome(_name(before.text, tidied(text)), now, after)


def _shortest(before: Page, text: str, caret: int) -> Page:
    """Return the page as the text has it, looking at one row where only one is another."""
    rows, start = text.split("\n"), 0
    old = [line.text for line in before.lines]
    others = [row for row in range(len(old)) if len(rows) == len(old) and rows[row] != old[row]]
    if len(others) != 1 or not tidied(rows[others[0]]):
        return page_retyped(before, text, caret=caret)
    row = others[0]
    start = sum(len(rows[above]) + 1 for above in range(row))
    own = caret - start if 0 <= caret - start <= len(rows[row]) else None
    return page_retyped(before, rows[row], line=row, caret=own)


def _shortened(part: str) -> str:
    """Return a part of a text on one line, as long as the name of a step may be."""
    line = " ".join(part.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"


def _named(character: str) -> str:
    """Return a character that cannot stand by itself so that people see which it is."""
    code = f"U+{ord(character):04X}"
    is_accent = bool(unicodedata.combining(character))
    return f"{_DOTTED_CIRCLE}{character} ({code})" if is_accent else code


def _name(before: str, after: str) -> str:
    """Return what a step of typing is called, by what went and what came."""
    if not after:
        return "Delete text"
    start, end, new_end = differing_stretch(before, after)
    gone, come = before[start:end], after[start:new_end]
    if not (gone + come).strip():
        if "\n" in gone + come:
            return "Part row" if "\n" in come else "Join rows"
        return "Part words" if come else "Join words"
    gone, come = map(_shortened, (gone, come))
    if (end - start, new_end - start) == (1, 1) and gone and come:
        character = come
        return f"Set “{character}”"  # as on the page
    if gone and come:
        return f"Type “{come}” for “{gone}”"
    return f"Type “{come}”" if come else f"Delete “{gone}” from the text"
