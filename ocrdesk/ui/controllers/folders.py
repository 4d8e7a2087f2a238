"""Where dialogs for files begin: where that was done last, or beside the page that is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ocrdesk.formats.presence import is_folder, is_writable_folder
from ocrdesk.page.document import PageDocument
from ocrdesk.paths import resources_folder
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr

OPENING, EXPORTING, SAVING, HANDS, SHEETS = "open", "export", "save", "hands", "sheets"
"""What a dialog is for; each begins where a person chose a file for the same last."""


def folder_for(place: Workplace, purpose: str = OPENING) -> str:
    """Return the folder to look for files in: chosen last for that, opened from, or the page's."""
    settings, current = place.settings.settings, place.session.current
    own = beside(current.document).parent if current is not None else Path.home()
    known = (settings.folder(purpose), settings.folder(OPENING), str(own))
    return next((folder for folder in known if folder and is_folder(folder)), str(Path.home()))


def place_for(place: Workplace, purpose: str, proposed: Path) -> Path:
    """Return the file to propose for writing: of that name, in the folder chosen last for that.

    Until another was chosen, and where that one is gone, the proposed folder is as good.
    """
    last = place.settings.settings.folder(purpose)
    return Path(last) / proposed.name if last and is_writable_folder(last) else reachable(proposed)


def reachable(proposed: Path) -> Path:
    """Return a file of that name where one can be written: there, or among one's documents."""
    if is_writable_folder(proposed.parent):
        return proposed
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and is_writable_folder(documents) else Path.home()
    return folder / proposed.name


def note_folder(place: Workplace, purpose: str, chosen: str, *, usual: Path | None = None) -> None:
    """Remember where a person chose a file; not where that is what is proposed by itself.

    So whoever writes beside their pictures, each time in another folder, is not led elsewhere.
    """
    folder = Path(chosen).absolute().parent
    if folder == usual:
        place.settings.change(lambda settings: settings.with_folder(purpose, ""))
    else:
        place.settings.change(lambda settings: settings.with_folder(purpose, str(folder)))


def beside_all(documents: Sequence[PageDocument]) -> Path:
    """Return the name to propose for all pages together: of their one file, or of their folder.

    The first page's name would be taken for that page alone.
    """
    first = beside(documents[0], is_whole=True)
    if all(document.source == documents[0].source for document in documents):
        return first
    folders = {beside(document).parent for document in documents}
    name = first.parent.name if folders == {first.parent} != {Path.home()} else ""
    return first.parent / (name or tr("Pages"))


def beside(document: PageDocument, *, is_whole: bool = False) -> Path:
    """Return the name to propose, without an ending: beside the image, unless that ships with us.

    Pages of one file have numbers, so that none is written over another; a document that holds the
    whole file has none.
    """
    source = Path(document.source)
    has_folder = source.is_absolute() and not is_shipped(source)
    has_number = document.page_count > 1 and not is_whole
    number = f"-{document.page_number + 1}" if has_number else ""
    return (source.parent if has_folder else Path.home()) / f"{source.stem}{number}"


def is_shipped(path: Path) -> bool:
    """Tell whether a file came with the program."""
    return path.is_relative_to(resources_folder())
