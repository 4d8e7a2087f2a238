"""How pages are to be read, as somebody said on the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocrdesk.cli.ink_options import InkWish
from ocrdesk.errors import OcrdeskError

if TYPE_CHECKING:
    from ocrdesk.services.fields import Field
    from ocrdesk.services.recognizer import Recognizer

Complaint = Callable[[OcrdeskError], None]


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """How pages are to be read; the reader ``is_chosen`` where a person named it."""

    recognizer: "Recognizer"
    is_chosen: bool
    field: "Field | None"
    ink: InkWish

    @property
    def is_given(self) -> bool:
        """Tell whether anything was said, so that pages that were read before are read again."""
        return self.is_chosen or self.field is not None or self.ink.is_given
