"""Lets a person say what the rows of the page hold, and reads the page by it."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from ocrdesk.errors import UsageError
from ocrdesk.services.fields import Field, field_of
from ocrdesk.ui.controllers import field_work, rereading
from ocrdesk.ui.controllers.arrivals import TOPIC
from ocrdesk.ui.controllers.joining import Joining
from ocrdesk.ui.controllers.joining_work import OtherReading
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said_by, tr
from ocrdesk.ui.views.field_dialog import FieldDialog


class FieldController(QObject):
    """Asks about the page that is shown; what was said stays with it, through undo and saving."""

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._joining = Joining(workplace, reading, self._tell)
        workplace.actions.on("field", self.ask)

    def ask(self) -> None:
        """Ask what stands in the rows, beginning with what was said before."""
        opened = self._session.current
        if opened is None or opened.page is None:
            return
        dialog = FieldDialog(
            field_of(opened.page), partial(self._problem, opened), self._place.window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wished.connect(partial(self._read, opened))
        dialog.open()

    def _problem(self, opened: OpenDocument, pattern: str, words: tuple[str, ...]) -> str:
        """Return why the reader of a page cannot read by that, in a sentence; "" where it can."""
        try:
            field = Field(pattern, words)
            recognizer = self._reading.recognizer_of(opened)
            if recognizer is not None:
                field.scorer(recognizer.charset)
        except UsageError as error:
            return said_by(error)
        return ""

    def _read(self, opened: OpenDocument, field: Field | None) -> None:
        if opened.page is None or opened.image is None:
            return
        reading = self._reading
        steps = field_work.read_by(
            opened, reading.recognizer, reading.arrivals.choice.of(opened), field
        )
        self._joining.read(opened, steps)

    def _tell(self, opened: OpenDocument, other: OtherReading) -> None:
        """Say how many letters are others now, and how the page is read from now on."""
        if opened is not self._session.current:
            return
        field = field_of(other.after)
        if field is None:
            how = tr("Whatever stands there is read.")
        elif field.pattern:
            how = tr("Rows that cannot be “{pattern}” are read as if nothing had been said.")
            how = how.format(pattern=field.pattern)
        else:
            how = tr("Rows that can be none of the words are read as if nothing had been said.")
        summary = rereading.summary(other.before, other.after)
        self._place.notices.inform(summary, how, topic=TOPIC)
