"""Makes pages ready that were read before: only their ink comes, and other ways to part letters."""

from ocrdesk.services.progress import renamed
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.controllers.page_work import Reports
from ocrdesk.ui.session import OpenDocument


def find_again(opened: OpenDocument, recognizer: Recognizer | None, model: str) -> Reports:
    """Find what belongs to a page's letters; the reading that it takes changes none of them.

    Nor do the reports say that letters are read.
    """
    steps = page_work.read(opened, recognizer, model)
    return renamed(steps, {"Reading letters": "Looking for other cuts"})
