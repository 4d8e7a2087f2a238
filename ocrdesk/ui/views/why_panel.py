"""Why the selected letter was read so: what the words did, and what it looks like."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ocrdesk.page.elements import QUOTATION_MARK, UNREADABLE, Glyph, Prediction, Reader
from ocrdesk.services.explanation import Explanation, language_share
from ocrdesk.services.fields import Field
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XS
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.certainty import unbroken
from ocrdesk.ui.views.known_letters import KnownLetters
from ocrdesk.ui.views.letter_words import by_field, other_explainer

_MARK = later("Mark what counted: ● for it, ○ against")
_MARK_SHORT = later("● for it, ○ against")


class WhyPanel(QWidget):
    """The explanation, folded until its ``toggle`` is pressed, a button for the owner to place.

    ``asked`` tells that it was unfolded or folded; ``marks_wanted`` whether what counted is to be
    marked on the patch; ``letter_chosen`` carries the place of a confirmed letter.
    """

    asked = Signal(bool)
    marks_wanted = Signal(bool)
    letter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_glyph = False
        self.toggle = QPushButton(tr("Why?"))
        self.toggle.setCheckable(True)
        self.toggle.setProperty("quiet", True)
        self.toggle.setToolTip(tr("Why the letter was read so"))
        self._readers, self._words = _caption(), _caption()
        self._readers.hide()
        self._marks = QCheckBox(tr(_MARK))
        self._marks.setAccessibleName(tr(_MARK))
        self._marks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._marks.setChecked(True)
        self._marks.setToolTip(
            tr(
                "A grey window slides over the picture. Disks: covering it there makes the "
                "character less probable. Rings: more probable. The larger, the more."
            )
        )
        self._heading = _caption()
        self._known = KnownLetters()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, 0, 0, SPACE_S)
        column.setSpacing(SPACE_XS)
        for part in (self._readers, self._words, self._marks, self._heading, self._known):
            column.addWidget(part)
        self.hide()
        self.toggle.toggled.connect(self._unfold)
        self._marks.toggled.connect(self._want_marks)
        self._known.letter_chosen.connect(self.letter_chosen)
        self.setAccessibleName(tr("Why it was read so"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say beside the box as much as there is room for."""
        super().resizeEvent(event)
        self._marks.setText(tr(_MARK))
        if self._marks.sizeHint().width() > self._marks.width():
            self._marks.setText(tr(_MARK_SHORT))

    @property
    def is_open(self) -> bool:
        """Tell whether an explanation is unfolded."""
        return self._has_glyph and self.toggle.isChecked()

    @property
    def wants_marks(self) -> bool:
        """Tell whether what counted is to be marked on the patch."""
        return self.is_open and self._marks.isChecked()

    @property
    def known_count(self) -> int:
        """How many letters it compares with."""
        return len(self._known.known)

    def set_glyph(self, glyph: Glyph | None, *, field: Field | None = None) -> None:
        """Tell what language did to a glyph; what it looks like comes later. None hides it all.

        On a page that was read by a ``field`` that did it.
        """
        self._has_glyph = glyph is not None
        self.toggle.setVisible(self._has_glyph)
        self.setVisible(self._has_glyph and self.toggle.isChecked())
        self._tell_readers("")
        self._words.setText("" if glyph is None else _told(glyph, field))
        self.set_explanation(None)

    def set_readers(self, reader: Reader | None, explainer: Reader) -> None:
        """Say who explains the letter, if that is not the one that ``reader`` was when it read it.

        Until it is set, or where nobody knows who read the letter, nothing is said of that.
        """
        self._tell_readers(other_explainer(reader, explainer))

    def _tell_readers(self, words: str) -> None:
        self._readers.setText(words)
        self._readers.setVisible(bool(words))

    def set_explanation(self, explanation: Explanation | None) -> None:
        """Show what the letter looks like; None while that is not known yet."""
        self._known.set_known(() if explanation is None else explanation.known)
        self._heading.setText(_heading(explanation))
        self._marks.setEnabled(explanation is None or explanation.occlusion is not None)

    def set_trouble(self, words: str) -> None:
        """Say why nobody knows what it looks like."""
        self._heading.setText(words)
        self._marks.setEnabled(False)

    def _unfold(self) -> None:
        self.setVisible(self.is_open)
        self.asked.emit(self.is_open)
        self.marks_wanted.emit(self.wants_marks)

    def _want_marks(self, _is_wanted: bool) -> None:  # noqa: FBT001 - QCheckBox.toggled
        self.marks_wanted.emit(self.wants_marks)


def _caption() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a document may call its reader anything
    dress(label, size="caption", tone="muted")
    return label


def _heading(explanation: Explanation | None) -> str:
    if explanation is None:
        return tr("Looking for letters like it…")
    if not explanation.known:
        return tr("No letter is known yet that could look like it.")
    own = sum(known.place is not None for known in explanation.known)
    if not own:
        return tr("Looks like (letters drawn by ocrdesk; percent alike):")
    if own == len(explanation.known):
        return tr("Looks like (letters you confirmed; percent alike):")
    return tr("Looks like (ticked: you confirmed them; dashed: drawn by ocrdesk; percent alike):")


def _told(glyph: Glyph, field: Field | None = None) -> str:
    """Return what ink and words, or what was said of its field, each said."""
    if not glyph.predictions:
        return tr("It was never read, so there is nothing to explain.")
    best = glyph.predictions[0]
    if best.character == UNREADABLE:
        return tr("It was taken for no character by its ink; words had no say.")
    share = language_share(glyph)
    if share is None:
        return _without_words(best)
    ink = unbroken(share.ink.character, share.ink.probability)
    read = unbroken(share.read.character, share.read.probability)
    if share.ink.character == share.read.character:
        return tr("Ink: {ink}. With the words around it: {read}.").format(ink=ink, read=read)
    own = unbroken(share.read.character, share.ink_of_read)
    if field is not None:
        told = tr("Ink: {ink}, {own}. So it is {read}.").format(ink=ink, own=own, read=read)
        return f"{by_field(field)} {told}"
    return tr("Ink: {ink}, {own}. The words around it made it {read}.").format(
        ink=ink, own=own, read=read
    )


def _without_words(best: Prediction) -> str:
    """Return what told a letter that language left as it was."""
    if best.character == QUOTATION_MARK:
        return tr("It was told by its place, high above the line; words had no say.")
    shown = unbroken(best.character, best.probability)
    return tr("Ink: {shown}. The words around it changed nothing.").format(shown=shown)
