"""The selected letter: what the network saw, and how sure it was of every character."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.page.elements import Glyph, Prediction, Reader
from ocrdesk.services.explanation import Explanation
from ocrdesk.services.page_fields import Ruling
from ocrdesk.ui.appearance import Certainty, dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.certainty import glyph_certainty, readings, shared_readings
from ocrdesk.ui.views.letter_head import LetterHead
from ocrdesk.ui.views.letter_words import common_story, has_reading, origin, story, verdict
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
        self._bars = ProbabilityList()
        self._head = LetterHead(self._bars)
        self._patch = self._head.patch
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
        self._head.show_picture(True)
        heard = ruling.field if ruling is not None and ruling.fits else None
        self.why.set_glyph(glyph, field=heard)
        self._turn_to(self._nothing if glyph is None else self._scroll)
        if glyph is None:
            return
        self._head.tell(
            glyph.character if has_reading(glyph) else "?",
            verdict(glyph),
            story(glyph, ruling),
            origin(reader),
        )
        self._offer(readings(glyph), glyph.correction)
        step = glyph_certainty(glyph)
        dress(self._head.character, tone="muted" if step == Certainty.UNREAD else "")
        dress(self._head.verdict, tone=step.value)

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
        self._head.show_picture(False)
        self.why.set_glyph(None)
        self._turn_to(self._scroll)
        count = len(glyphs)
        characters = list(dict.fromkeys(glyph.character for glyph in glyphs))
        shown = " ".join(characters[:_FEW_CHARACTERS])
        shown += " \N{HORIZONTAL ELLIPSIS}" if len(characters) > _FEW_CHARACTERS else ""
        told = tr("%n letters selected", None, count)
        self._head.tell(shown, told, common_story(glyphs), "")
        corrections = {glyph.correction for glyph in glyphs}
        same = corrections.pop() if len(corrections) == 1 else None
        self._offer(shared_readings(glyphs) if count <= _MANY else (), same)
        dress(self._head.character, tone="")
        dress(self._head.verdict, tone="")

    def _turn_to(self, widget: QWidget) -> None:
        stack = self.layout()
        if isinstance(stack, QStackedLayout):
            stack.setCurrentWidget(widget)

    def _offer(self, predictions: tuple[Prediction, ...], chosen: str | None) -> None:
        """Show bars to choose from."""
        self._readings = predictions
        self._bars.set_predictions(predictions, chosen)
        self._expander.setVisible(len(predictions) > self._best)
        self._expand(self._expander.isChecked())

    def _lay_out(self) -> None:
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
        column.addWidget(self._head)
        column.addLayout(self._buttons())
        column.addWidget(self.why)
        column.addStretch(0)

    def _buttons(self) -> QHBoxLayout:
        """Return the row of what unfolds more."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
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
        self._scroll.horizontalScrollBar().setValue(0)
        bar, least = self._scroll.verticalScrollBar(), self.why.y() + SPACE_L + SPACE_M
        top = self._patch.mapTo(self._content, QPoint()).y()
        if least - top <= self._scroll.viewport().height():
            bar.setValue(min(bar.value(), top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show less, and smaller, where there is little room."""
        super().resizeEvent(event)
        margin = 0 if self._is_tight else SPACE_S
        self._column.setContentsMargins(SPACE_M, min(margin, SPACE_XS), SPACE_M, margin)
        self._fit()

    @property
    def _is_tight(self) -> bool:
        return self.width() < _ROOMY.width() or self.height() < _ROOMY.height()

    def _fit(self) -> None:
        """Offer as many characters as leave room for the rest."""
        is_high = self.height() >= _LOW
        best = _BEST if is_high else _BEST_WHERE_LOW
        is_beside = self.why.is_open and self.height() < _HIGH and self.width() >= _ROOMY.width()
        if self.why.is_open and self.height() < _HIGH and not (is_beside and is_high):
            best = _BEST_WITH_REASONS
        self._head.fit(self._inner_width(), is_tight=self._is_tight, is_beside=is_beside)
        self._name_expander()
        if best != self._best:
            self._best = best
            self._expand(self._expander.isChecked())

    def _name_expander(self) -> None:
        """Say on the button that unfolds all characters as much as it holds beside the other."""
        names = (later("All {count} characters"), later("All {count}"))
        if self._expander.isChecked():
            names = (later("Best {best} only"), later("Best {best}"))
        for name in names:
            text = tr(name).format(count=len(self._readings), best=self._best)
            self._expander.setText(text)
            needed = self._expander.sizeHint().width() + self.why.toggle.sizeHint().width()
            if needed + 2 * SPACE_XS <= self._inner_width():
                break

    def _inner_width(self) -> int:
        """Return how wide the content is at least, beside a bar to scroll it."""
        return self.width() - 2 * SPACE_M - self._scroll.verticalScrollBar().sizeHint().width()

    def _expand(self, is_all: bool) -> None:  # noqa: FBT001  (a slot of QPushButton.toggled)
        count = len(self._readings)
        self._name_expander()
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
        self._head.let_bars_grow(is_all)
        self._column.setStretch(self._column.indexOf(self._head), 1 if is_all else 0)
        self._column.setStretch(self._column.count() - 1, 0 if is_all else 1)
