"""ocrdesk reads hand-printed pages; this module is the door for scripts.

Importing it loads nothing else: each name below brings in its room on first use (PEP 562), so
``import ocrdesk`` and ``ocrdesk --help`` stay instant.

>>> import ocrdesk
>>> page = ocrdesk.read_image("scan.jpg")  # doctest: +SKIP
>>> print(page.text)  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from ocrdesk.errors import OcrdeskError
    from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
    from ocrdesk.services.api import classify_patches, open_recognizer, read_image
    from ocrdesk.services.fields import Field

_EXPORTS = {
    "Field": "ocrdesk.services.fields",
    "Glyph": "ocrdesk.page.elements",
    "Line": "ocrdesk.page.elements",
    "OcrdeskError": "ocrdesk.errors",
    "Page": "ocrdesk.page.elements",
    "Prediction": "ocrdesk.page.elements",
    "Word": "ocrdesk.page.elements",
    "classify_patches": "ocrdesk.services.api",
    "open_recognizer": "ocrdesk.services.api",
    "read_image": "ocrdesk.services.api",
}

__all__ = [
    "Field",
    "Glyph",
    "Line",
    "OcrdeskError",
    "Page",
    "Prediction",
    "Word",
    "classify_patches",
    "open_recognizer",
    "read_image",
]


def __getattr__(name: str) -> Any:
    """Load the room that offers ``name`` and return it."""
    module = _EXPORTS.get(name)
    if module is None:
        raise AttributeError(f"module 'ocrdesk' has no attribute {name!r}")
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_EXPORTS])
