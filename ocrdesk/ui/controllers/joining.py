"""Gives a page what was read anew as a whole, joined with what a person did meanwhile."""

from collections.abc import Callable
from typing import cast

from ocrdesk.ui.controllers.joining_work import OtherReading, join
from ocrdesk.ui.controllers.page_work import Reports
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

Tell = Callable[[OpenDocument, OtherReading], None]


class Joining:
    """Reads a page by steps that end in an `OtherReading`; ``tell`` says what came of it."""

    def __init__(self, workplace: Workplace, reading: ReadingController, tell: Tell) -> None:
        self._session = workplace.session
        self._reading = reading
        self._tell = tell

    def read(self, opened: OpenDocument, steps: Reports) -> None:
        """Let the worker read the page at once."""
        self._reading.work_on(opened, steps, done=self.take)

    def take(self, opened: OpenDocument, result: object) -> None:
        """Give the page what was read, an `OtherReading`, as one step that can be undone."""
        other = cast("OtherReading", result)
        if opened.page is None:
            return
        read = self._reading.arrivals.named(other.read)
        if opened.page is not other.before:
            again = join(read, opened.page, name=other.name, field=other.field)
            self._reading.work_on(opened, again, done=self.take)
            return
        self._reading.keep(read.recognizer)
        opened.layout, opened.proposals = read.layout, read.proposals
        readers = opened.take_reader(read.recognizer), opened.read_by
        self._session.apply(lambda _: (other.after, other.change), opened=opened, readers=readers)
        self._session.update(opened, opened.document, layout=read.layout)
        self._tell(opened, other)
