"""The selected letter: what the network saw, and how sure it was of every character."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.page.elements import Glyph, Prediction, Reader
from ocrdesk.services.explanation import Explanation
from ocrdesk.services.page_fields import Ruling
from ocrdesk.ui.appearance import Certainty, dress, scaled_font
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.typography import DISPLAY, TITLE
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import glyph_certainty, readings, shared_readings
from ocrdesk.ui.views.letter_label import LetterLabel
from ocrdesk.ui.views.letter_words import common_story, has_reading, named, origin, story, verdict
from ocrdesk.ui.views.patch_view import PatchView
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.probability_list import ProbabilityList
from ocrdesk.ui.views.scrolling import scrolling
from ocrdesk.ui.views.why_panel import WhyPanel

_BEST = 5
_BEST_WHERE_LOW = 4
_BEST_WITH_REASONS = 3
_FEW_CHARACTERS = 3
_MANY = 200  # letters: the mean of more tells a person nothing
_LOW, _HIGH = 270, 560
_MOST = 1_000_000
_ROOMY = QSize(250, 330)  # from this size on the picture is shown large


class LetterPanel(QWidget):
    """Shows one glyph, or several together; a click or Enter on a bar asks for that character.

    ``why`` explains how a single one was read, when it is unfolded.
    """

    character_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readings: tuple[Prediction, ...] = ()
        self._best = _BEST
        self._patch = PatchView()
        self._character = LetterLabel()
        self._verdict = QLabel()
        self._story = QLabel()
        self._origin = QLabel()
        self._is_tight = False
        self._bars = ProbabilityList()
        self._bars.character_chosen.connect(self.character_chosen)
        self._expander = QPushButton()
        self._expander.setCheckable(True)
        self._expander.setProperty("quiet", True)
        self._expander.toggled.connect(self._expand)
        self._explanation: Explanation | None = None
        self.why = WhyPanel()
        self.why.marks_wanted.connect(self._mark)
        self.why.asked.connect(self._bring_up, Qt.ConnectionType.QueuedConnection)
        self._nothing = Placeholder(
            "letter",
            tr("No letter selected"),
            tr("Click a letter on the page, or press Enter there to start with the first."),
        )
        self.setAccessibleName(tr("Letter"))
        self._lay_out()
        self.set_glyph(None)

    def set_glyph(
        self,
        glyph: Glyph | None,
        patch: NDArray[np.float32] | None = None,
        ruling: Ruling | None = None,
        reader: Reader | None = None,
    ) -> None:
        """Show a glyph with its (s, s) patch, values 0 to 1; None shows what to do first.

        ``ruling`` is what was said of its place, and whether that was heard; ``reader`` who read
        it, by the name to show.
        """
        self._explanation = None
        self._patch.set_patch(patch)
        self._patch.setVisible(True)
        heard = ruling.field if ruling is not None and ruling.fits else None
        self.why.set_glyph(glyph, field=heard)
        self._turn_to(self._nothing if glyph is None else self._scroll)
        if glyph is None:
            return
        self._tell(
            glyph.character if has_reading(glyph) else "?",
            verdict(glyph),
            story(glyph, ruling),
            origin(reader),
        )
        self._offer(readings(glyph), glyph.correction)
        step = glyph_certainty(glyph)
        dress(self._character, tone="muted" if step == Certainty.UNREAD else "")
        dress(self._verdict, tone=step.value)

    def set_explanation(self, explanation: Explanation | None) -> None:
        """Show why the glyph was read so; None while that is not known."""
        self._explanation = explanation
        self.why.set_explanation(explanation)
        self._mark(is_wanted=self.why.wants_marks)

    def _mark(self, is_wanted: bool) -> None:  # noqa: FBT001 - WhyPanel.marks_wanted
        """Mark on the picture what counted, or show it plain."""
        explanation = self._explanation if is_wanted else None
        self._patch.mark(None if explanation is None else explanation.occlusion)

    def set_several(self, glyphs: Sequence[Glyph]) -> None:
        """Show several glyphs: what they are, and what all of them may be."""
        self._patch.setVisible(False)
        self.why.set_glyph(None)
        self._turn_to(self._scroll)
        count = len(glyphs)
        characters = list(dict.fromkeys(glyph.character for glyph in glyphs))
        shown = " ".join(characters[:_FEW_CHARACTERS])
        shown += " \N{HORIZONTAL ELLIPSIS}" if len(characters) > _FEW_CHARACTERS else ""
        self._tell(shown, tr("%n letters selected", None, count), common_story(glyphs))
        corrections = {glyph.correction for glyph in glyphs}
        same = corrections.pop() if len(corrections) == 1 else None
        self._offer(shared_readings(glyphs) if count <= _MANY else (), same)
        dress(self._character, tone="")
        dress(self._verdict, tone="")

    def _turn_to(self, widget: QWidget) -> None:
        stack = self.layout()
        if isinstance(stack, QStackedLayout):
            stack.setCurrentWidget(widget)

    def _tell(self, character: str, verdict: str, story: str, origin: str = "") -> None:
        self._character.setText(character)
        name = named(character)
        self._character.setToolTip(name if name != character else "")
        self._character.setAccessibleName(tr("Character: {character}").format(character=name))
        self._verdict.setText(verdict)
        self._story.setText(story)
        self._story.setToolTip(origin)
        self._story.setAccessibleDescription(origin)
        self._origin.setText(origin)
        self._show_origin()

    def _show_origin(self) -> None:
        """Tell who read the letter where there is room; else the tool tip does."""
        self._origin.setVisible(bool(self._origin.text()) and not self._is_tight)

    def _offer(self, predictions: tuple[Prediction, ...], chosen: str | None) -> None:
        """Show bars to choose from."""
        self._readings = predictions
        self._bars.set_predictions(predictions, chosen)
        self._expander.setVisible(len(predictions) > self._best)
        self._expand(self._expander.isChecked())

    def _lay_out(self) -> None:
        self._character.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        dress(self._character, size="display", face="letter")
        dress(self._verdict, size="heading")
        for label in (self._story, self._origin):
            dress(label, size="caption", tone="muted")
        self._content = QWidget()
        self._scroll = scrolling(self._content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stack = QStackedLayout(self)
        stack.addWidget(self._nothing)
        stack.addWidget(self._scroll)
        self._column = column = QVBoxLayout(self._content)
        column.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_S)
        column.setSpacing(SPACE_XS)
        column.addLayout(self._head())
        column.addSpacing(SPACE_S)
        column.addWidget(self._bars)
        column.addLayout(self._buttons())
        column.addWidget(self.why)
        column.addStretch(0)

    def _head(self) -> QHBoxLayout:
        """Return the picture with what is told beside it."""
        facts = QVBoxLayout()
        facts.setSpacing(SPACE_XS)
        facts.addStretch()
        for label in (self._character, self._verdict, self._story, self._origin):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._character)
            facts.addWidget(label)
        facts.addStretch()
        head = QHBoxLayout()
        head.setSpacing(SPACE_L)
        head.addWidget(self._patch, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(facts, 1)
        return head

    def _buttons(self) -> QHBoxLayout:
        """Return the row of what unfolds more."""
        row = QHBoxLayout()
        row.addWidget(self._expander)
        row.addStretch()
        row.addWidget(self.why.toggle)
        return row

    def _bring_up(self) -> None:
        """Scroll to the explanation that was unfolded, but keep the picture it marks in sight.

        Where both have no room, the beginning of the explanation is seen.
        """
        self._fit()
        if not self.why.is_open:
            return
        self._content.adjustSize()
        self._scroll.ensureWidgetVisible(self.why, 0, 0)
        bar, least = self._scroll.verticalScrollBar(), self.why.y() + SPACE_L + SPACE_M
        if least - self._patch.y() <= self._scroll.viewport().height():
            bar.setValue(min(bar.value(), self._patch.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show less, and smaller, where there is little room."""
        super().resizeEvent(event)
        size = event.size()
        is_tight = size.width() < _ROOMY.width() or size.height() < _ROOMY.height()
        self._patch.set_small(is_small=is_tight)
        self._is_tight = is_tight
        self._show_origin()
        dress(self._character, size="title" if is_tight else "display")
        # Lines of the face for letters are a fifth higher than others, and no letter needs that.
        usual = scaled_font(self.font(), TITLE if is_tight else DISPLAY)
        self._character.setMaximumHeight(QFontMetrics(usual).height())
        margin = 0 if is_tight else SPACE_S
        self._column.setContentsMargins(SPACE_M, min(margin, SPACE_XS), SPACE_M, margin)
        self._fit()

    def _fit(self) -> None:
        """Offer as many characters as leave room for the rest."""
        height = self.height()
        best = _BEST if height >= _LOW else _BEST_WHERE_LOW
        if self.why.is_open and height < _HIGH:
            best = _BEST_WITH_REASONS
        if best != self._best:
            self._best = best
            self._expand(self._expander.isChecked())

    def _expand(self, is_all: bool) -> None:  # noqa: FBT001  (a slot of QPushButton.toggled)
        count = len(self._readings)
        self._expander.setText(
            tr("Best {best} only").format(best=self._best)
            if is_all
            else tr("All {count} characters").format(count=count)
        )
        self._bars.set_limit(_MOST if is_all else self._best)
        rows = min(self._best, count)
        policy = QSizePolicy.Policy
        # Ignored: the list scrolls by itself, and must not make the whole panel scroll as well.
        vertical = policy.Ignored if is_all else policy.Fixed
        self._bars.setSizePolicy(policy.Expanding, vertical)
        height = self._bars.rows_height(rows) if rows else 0
        self._bars.setMinimumHeight(height)
        self._bars.setMaximumHeight(_MOST if is_all else height)
        self._bars.setVisible(bool(rows))
        self._column.setStretch(self._column.indexOf(self._bars), 1 if is_all else 0)
        self._column.setStretch(self._column.count() - 1, 0 if is_all else 1)
