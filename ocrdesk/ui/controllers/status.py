"""The status bar: pointer, zoom, size of the box, letters left to review, model."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QStatusBar

from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.reader_button import ReaderButton

# name: (what a screen reader calls it, tool tip, widest text)
_FIELDS = {
    "review": (
        later("Letters to review"),
        later("Letters the reader is not sure of"),
        later("999 of 9999 letters to check"),
    ),
    "box": (
        later("Selection"),
        later("Size of the selected box in pixels, or how many"),
        "9999 x 9999 px",
    ),
    "cursor": (
        later("Pointer position"),
        later("Where the pointer is on the page, in pixels"),
        "99999, 99999",
    ),
    "zoom": (later("Zoom"), later("Zoom"), "1000 %"),
}


class StatusController(QObject):
    """Fills the fields of the status bar; a field without something to say is empty."""

    def __init__(
        self, workplace: Workplace, reading: ReadingController, bar: QStatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._fields = {
            name: _field(bar, *map(tr, texts), is_first=name == "review")
            for name, texts in _FIELDS.items()
        }
        self.reader = ReaderButton(bar)
        bar.addPermanentWidget(self.reader)
        page, session = workplace.views.page, workplace.session
        page.cursor_moved.connect(self._show_cursor)
        page.cursor_left.connect(lambda: self._say("cursor", ""))
        page.zoom_changed.connect(self._show_zoom)
        session.current_changed.connect(self._show_page)
        session.document_updated.connect(self._show_page)
        session.page_changed.connect(self._show_page)
        session.doubt_moved.connect(self._show_page)
        session.selection_changed.connect(self._show_box)
        reading.recognizer_changed.connect(self._show_model)
        session.current_changed.connect(self._show_model)
        reading.arrivals.choice.changed.connect(self._show_model)
        self._show_model()
        self._show_page()

    def _say(self, name: str, text: str) -> None:
        label = self._fields[name]
        if label.text() != text:
            label.setText(text)

    def _show_cursor(self, x: float, y: float) -> None:
        self._say("cursor", f"{int(x)}, {int(y)}")

    def _show_zoom(self, scale: float) -> None:
        current = self._session.current
        has_image = current is not None and current.pyramid is not None
        self._say("zoom", f"{scale:.0%}".replace("%", " %") if has_image else "")

    def _show_page(self) -> None:
        current = self._session.current
        self._show_zoom(self._place.views.page.scale_factor)
        self._show_box()
        if current is None or current.page is None:
            self._say("review", "")
            return
        left, total = current.tally.doubtful, current.tally.letters
        text = (
            tr("{left} of %n letters to check", None, total).format(left=left)
            if left
            else tr("%n letters, none to check", None, total)
        )
        self._say("review", text if total else tr("No letters"))

    def _show_box(self) -> None:
        glyph, count = self._session.selected_glyph, len(self._session.selected_glyphs)
        if count > 1:
            self._say("box", tr("%n selected", None, count))
            return
        self._say(
            "box",
            f"{glyph.box.width} \N{MULTIPLICATION SIGN} {glyph.box.height} px" if glyph else "",
        )

    def _show_model(self) -> None:
        self.reader.show_reader(self._reading.model)


def _field(bar: QStatusBar, name: str, tip: str, widest: str, *, is_first: bool) -> QLabel:
    """Return a label in the bar, the first one at its left end, wide enough not to jump."""
    label = QLabel(bar)
    label.setAccessibleName(name)
    label.setToolTip(tip)
    if widest:
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest) + 12)
    if is_first:
        bar.addWidget(label)
    else:
        bar.addPermanentWidget(label)
    return label
