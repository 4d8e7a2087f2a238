"""The formats that pages are exported in: one table, each name with its endings and its function.

A function takes the pages and returns a text, or the bytes of a document that shows their pictures.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ocrdesk.errors import UsageError
from ocrdesk.formats.alto_file import alto_from_pages
from ocrdesk.formats.box_file import box_from_pages
from ocrdesk.formats.csv_file import csv_from_pages
from ocrdesk.formats.hocr_file import hocr_from_pages
from ocrdesk.formats.page_file import json_from_pages, text_from_pages
from ocrdesk.formats.page_picture import PicturedPage
from ocrdesk.formats.page_xml_file import page_xml_from_pages
from ocrdesk.formats.searchable_pdf_file import OnDamage, searchable_pdf
from ocrdesk.page.elements import Page

_XML = ("alto", "page")
_LONGEST = 4  # letters of what looks like an ending: a name may hold a dot (Dr. Brown, 1.5)


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """What the names of its files end in, the usual ending first, and what makes their content.

    That is one of two: a text, or a document in parts, about one for each page.
    """

    endings: tuple[str, ...]
    text: Callable[[Sequence[Page]], str] | None = None
    pictured: Callable[[Sequence[PicturedPage], OnDamage | None], Iterator[bytes]] | None = None

    def parts(
        self, pages: Sequence[PicturedPage], *, on_damage: OnDamage | None = None
    ) -> Generator[bytes, None, None]:
        """Yield the content; raises as the pictures do where the format shows them.

        With ``on_damage`` pages without their picture are left out, and the errors told, unless
        there is no other.
        """
        if self.pictured is not None:
            yield from self.pictured(pages, on_damage)
        elif self.text is not None:
            # Names of files may hold bytes that are no UTF-8, kept as lone surrogates.
            text = self.text([pictured.page for pictured in pages])
            yield text.encode("utf-8", "backslashreplace")


EXPORTERS: dict[str, ExportFormat] = {
    "txt": ExportFormat(("txt", "text"), text_from_pages),
    "json": ExportFormat(("json",), json_from_pages),
    "hocr": ExportFormat(("hocr", "html"), hocr_from_pages),
    "alto": ExportFormat(("alto.xml", "alto"), alto_from_pages),
    "page": ExportFormat(("page.xml", "page"), page_xml_from_pages),
    "box": ExportFormat(("box",), box_from_pages),
    "csv": ExportFormat(("csv",), csv_from_pages),
    "pdf": ExportFormat(("pdf",), pictured=searchable_pdf),
}


def format_of(path: Path, *, chosen: str | None = None) -> str:
    """Return the format that a name asks for by its ending; ``chosen`` where it has none.

    ``.xml`` is ALTO or PAGE, whichever of them is chosen. Raises ``UsageError`` for what looks like
    the ending of another format.
    """
    form = _known(path)
    if form is not None:
        return form
    suffix = path.suffix.lower().removeprefix(".")
    if suffix == "xml":
        if chosen in _XML:
            return chosen
        raise UsageError(
            "A name that ends in .xml may mean ALTO or PAGE.",
            advice="End it in .alto.xml or .page.xml.",
        )
    if suffix and suffix[0].isalpha() and suffix.isalnum() and len(suffix) <= _LONGEST:
        usual = [f".{exporter.endings[0]}" for exporter in EXPORTERS.values()]
        raise UsageError(
            f"No format is called .{suffix}.",
            advice=f"End the name in {', '.join(usual[:-1])} or {usual[-1]}.",
        )
    return chosen or "txt"


def complete_name(path: Path, *, chosen: str) -> Path:
    """Return a name with the ending of the chosen format behind it, unless it tells its format.

    Raises ``UsageError`` likewise.
    """
    format_of(path, chosen=chosen)
    if _known(path) or path.suffix.lower() == ".xml":
        return path
    return path.with_name(f"{path.name}.{EXPORTERS[chosen].endings[0]}")


def _known(path: Path) -> str | None:
    name = path.name.lower()
    for form, exporter in EXPORTERS.items():
        if any(name.endswith(f".{ending}") for ending in exporter.endings):
            return form
    return None
