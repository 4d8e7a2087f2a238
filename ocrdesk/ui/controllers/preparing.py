"""Makes pages ready that were read before: only their ink comes, and other ways to part letters."""

from collections.abc import Generator

from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.controllers.page_work import ReadPage
from ocrdesk.ui.session import OpenDocument


def find_again(
    opened: OpenDocument, recognizer: Recognizer | None, model: str
) -> Generator[Progress, None, ReadPage]:
    """Find what belongs to a page's letters; the reading that it takes changes none of them.

    Nor do the reports say that letters are read.
    """
    steps = page_work.read(opened, recognizer, model)
    while True:
        try:
            report = next(steps)
        except StopIteration as end:
            found: ReadPage = end.value
            return found
        is_reading = report.stage == "Reading letters"
        yield Progress("Looking for other cuts", report.fraction) if is_reading else report
