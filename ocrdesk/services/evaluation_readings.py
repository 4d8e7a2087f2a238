"""Ways to read with one part after the other, to see what each of them is worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.page.elements import Page
from ocrdesk.services.languages import DEFAULT_LANGUAGE, NO_LANGUAGE
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_reading import ReadingSettings

Evaluation = TypeVar("Evaluation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingVariant:
    """A way to read: what `recognize` is told beside the image, and what that is called."""

    name: str = ""
    language: str = DEFAULT_LANGUAGE
    settings: ReadingSettings = field(default_factory=ReadingSettings)
    may_turn: bool = True

    def read(self, image: SourceImage, recognizer: Recognizer) -> Page:
        """Return what is read on the image in this way."""
        task = recognize(
            image,
            recognizer,
            language=self.language,
            settings=self.settings,
            may_turn=self.may_turn,
        )
        return run(task).page


def by_way(names: Iterable[str], found: Sequence[Evaluation]) -> dict[str, Evaluation]:
    """Return the evaluations of all ways to read by their names; none where there is but one."""
    return dict(zip(names, found, strict=True)) if len(found) > 1 else {}


AS_ALWAYS = (ReadingVariant(),)

_NO_CUTS = ReadingSettings(may_cut=False)
_NO_ROWS = ReadingSettings(asks_rows=False)
_LETTERS = ReadingSettings(may_cut=False, asks_rows=False)

ABLATION = (
    ReadingVariant(name="all but cuts", settings=_NO_CUTS),
    ReadingVariant(name="all but rows", settings=_NO_ROWS),
    ReadingVariant(name="network alone", language=NO_LANGUAGE, settings=_LETTERS, may_turn=False),
    ReadingVariant(name="+ cuts", language=NO_LANGUAGE, settings=_NO_ROWS, may_turn=False),
    ReadingVariant(name="+ rows", language=NO_LANGUAGE, may_turn=False),
    ReadingVariant(name="+ language", may_turn=False),
    ReadingVariant(name="+ orientation"),
)
"""From the network alone each adds a part to the one before; the last is how ocrdesk always reads.

Rows are the network that sees letters among their neighbours. Cuts are also left out by themselves:
without language a network cannot choose between them; and so are rows.
"""
