"""Where ``ocrdesk read`` leaves its pages: printed one by one, or whole in one format."""

from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.errors import OcrdeskError

if TYPE_CHECKING:
    from ocrdesk.formats.page_picture import PicturedPage
    from ocrdesk.page.elements import Page


class PrintedText:
    """Prints the text of each page as soon as that was read.

    In the end it is what `text_from_pages` makes of all, with a last line break; with
    ``has_headings`` each page has a heading instead, for a person who watches.
    """

    def __init__(self, *, has_headings: bool) -> None:
        self._has_headings = has_headings
        self._end = ""  # of what was printed
        self._is_first = True

    def add(self, pictured: "PicturedPage") -> None:
        """Print a page."""
        from ocrdesk.formats.page_file import PAGE_BREAK, text_from_pages

        page = pictured.page
        if self._has_headings:
            between, text = "\n", f"==> {_title(page)} <==\n{page.text}\n"
        else:
            between, text = PAGE_BREAK, text_from_pages([page])
        part = text if self._is_first else between + text
        self._is_first = False
        self._end = part[-1:] or self._end  # beforehand: an interrupt may strike as it is written
        terminal.write_now(part)

    def end(self) -> list[OcrdeskError]:
        """End the last row, behind an empty page too; nothing can be wrong with texts."""
        if self._end not in {"", "\n"}:
            terminal.write_now("\n")
        return []

    def interrupt(self) -> None:
        """Leave what was printed."""
        self.end()


class Collection:
    """Keeps all pages, to write them as one text or document to a file, or print that."""

    def __init__(self, form: str, output: Path | None) -> None:
        self._form = form
        self._output = output
        self._pages: list[PicturedPage] = []

    def add(self, pictured: "PicturedPage") -> None:
        """Keep a page."""
        self._pages.append(pictured)

    def end(self) -> list[OcrdeskError]:
        """Write the pages, if any; complain of those that lack their picture, and return why."""
        from ocrdesk.formats.exporters import EXPORTERS
        from ocrdesk.formats.output_file import opened_atomically

        if not self._pages:
            return []
        lost: list[tuple[PicturedPage, OcrdeskError]] = []
        parts = EXPORTERS[self._form].parts(
            self._pages, on_damage=lambda *left_out: lost.append(left_out)
        )
        if self._output is not None:
            with opened_atomically(self._output) as stream:
                stream.writelines(parts)
        elif self._form == "pdf":
            terminal.write_bytes(parts)
        else:
            terminal.write(b"".join(parts).decode())
        for pictured, problem in lost:
            terminal.note(f"{pictured.title} is left out of the PDF. {problem}")
        return [problem for _, problem in lost]

    def interrupt(self) -> None:
        """Print what was read: it is not lost, nor taken for all in a file."""
        if self._output is None:
            self.end()


def _title(page: "Page") -> str:
    """Return the page's file, and its number where the file may have several pages."""
    from ocrdesk.formats.image_file import SUFFIXES_OF_SEVERAL_PAGES

    may_be_several = Path(page.source).suffix.lower() in SUFFIXES_OF_SEVERAL_PAGES
    if may_be_several or page.page_number:  # a name may lack its ending
        return f"{page.source}, page {page.page_number + 1}"
    return page.source
