"""What the worker does for a page: generators of reports that touch no widget."""

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ocrdesk.errors import ImageFileError, OutputError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_images import ImageFile, load_image, refuse_changed
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import SourceImage, image_from_array, open_images, open_preview
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Page
from ocrdesk.services.fields import Field
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_beginning import BegunJournal, begin_journal
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.model_store import load_model
from ocrdesk.services.page_list_journal import PageListJournal
from ocrdesk.services.progress import Progress
from ocrdesk.services.proposals import Proposal
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.ui.controllers.pasting import samples_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.image_pyramid import ImagePyramid, build_pyramid
from ocrdesk.vision.layout import Layout

_THUMBNAIL = 256  # pixels of the longer side, enough for screens of double density

Reports = Generator[Progress, None, object]


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """An image in memory, ready to be shown and to be read.

    ``damage`` tells of the pages before it in its file that cannot be opened. ``begun`` is the
    journal of its page, if that was asked for.
    """

    image: SourceImage
    pyramid: ImagePyramid
    damage: Sequence[ImageFileError] = ()
    begun: BegunJournal | None = None


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read, where its ink is, and by whom.

    ``turned`` is the image as it lies upright, if it did not before. ``proposals`` are other ways
    to part its letters.
    """

    page: Page
    layout: Layout
    recognizer: Recognizer
    turned: LoadedImage | None = None
    proposals: tuple[Proposal, ...] = ()


def load_file(
    source: str,
    page_number: int,
    *,
    rotation: int = 0,
    may_skip: bool = False,
    known: ImageFile | None = None,
) -> Generator[Progress, None, LoadedImage]:
    """Load one page of an image file, turned clockwise by ``rotation`` degrees.

    With ``may_skip`` that is the first page from there on that can be opened. Raises
    ``ImageFileError``, also where the file is not what is ``known`` of it: letters fit that alone.
    """
    yield Progress("Opening", 0.0)
    if known is not None:
        refuse_changed(known)
    damage: list[ImageFileError] = []
    on_damage = damage.append if may_skip else None
    image = next(open_images(source, first=page_number, on_damage=on_damage), None)
    if image is None and damage:
        raise damage[0] if len(damage) == 1 else _none_of(damage, Path(source).name)
    if image is None:
        raise ImageFileError(
            f"“{source}” has no page {page_number + 1} any more.",
            advice="The file has changed since it was opened; open it again.",
        )
    yield Progress("Opening", 0.8)
    image = image.turned(-rotation // 90)
    return LoadedImage(image, build_pyramid(image.pixels), damage)


def _none_of(damage: Sequence[ImageFileError], name: str) -> ImageFileError:
    """Return what is said of a file that holds no page which can be opened."""
    return ImageFileError(
        f"None of the {len(damage)} pages of “{name}” can be opened.", advice=damage[0].advice
    )


def load_pasted(picture: QImage, name: str) -> Generator[Progress, None, LoadedImage]:
    """Take over an image from the clipboard; raises ``ImageFileError`` if it is absurdly large."""
    yield Progress("Opening", 0.0)
    image = image_from_array(samples_of(picture), name)
    yield Progress("Opening", 0.8)
    return LoadedImage(image, build_pyramid(image.pixels))


def lay(opened: OpenDocument) -> Generator[Progress, None, LoadedImage]:
    """Return the image of a page as the page was turned."""
    image, page, turn = opened.unturned, opened.page, opened.turn
    if image is None or page is None:
        raise ValueError("neither image nor page to turn")
    size = page.width, page.height
    return _laid(image, turn, size)


def _laid(
    image: SourceImage, turn: float, size: tuple[int, int]
) -> Generator[Progress, None, LoadedImage]:
    yield Progress("Turning", 0.0)
    image = image.laid(turn, size)
    yield Progress("Turning", 0.6)
    return LoadedImage(image, build_pyramid(image.pixels))


def load_stored(document: PageDocument, member: Member) -> Generator[Progress, None, LoadedImage]:
    """Load the image of a page out of the document file that keeps it.

    Raises ``DocumentFileError`` or ``ImageFileError``.
    """
    yield Progress("Opening", 0.0)
    image = load_image(document, member)
    yield Progress("Opening", 0.8)
    return LoadedImage(image, build_pyramid(image.pixels))


def load_aside(document: PageDocument, file: ImageFile) -> Generator[Progress, None, LoadedImage]:
    """Load the image of a page that was taken out of its document; raises ``ImageFileError``."""
    loaded = yield from load_file(str(file.path), 0, rotation=document.rotation, known=file)
    source, place, count = document.source, document.page_number, document.page_count
    image = replace(loaded.image, source=source, page_number=place, page_count=count)
    return replace(loaded, image=image)


def load(
    opened: OpenDocument, journals: JournalStore | None
) -> Generator[Progress, None, LoadedImage]:
    """Load the image of a page from wherever it is, and begin the journal if there is none yet."""
    document = opened.document
    if opened.picture is not None:
        steps = load_pasted(opened.picture, document.source)
    elif isinstance(opened.kept, Member):
        steps = load_stored(document, opened.kept)
    elif opened.kept is not None and opened.kept.path != Path(document.source).absolute():
        steps = load_aside(document, opened.kept)
    else:
        steps = load_file(
            document.source,
            document.page_number,
            rotation=document.rotation,
            may_skip=document.page_count == 1,  # how many there are is not known yet
            known=opened.file,
        )
    if journals is None or opened.past.journal is not None:
        return steps
    return _with_journal(steps, opened.stored(), journals)


def _with_journal(
    steps: Generator[Progress, None, LoadedImage], stored: StoredPage, journals: JournalStore
) -> Generator[Progress, None, LoadedImage]:
    """Load an image, then begin the journal of its page, so that no edit can come before it."""
    loaded = yield from steps
    yield Progress("Opening", 0.9)
    image = loaded.image
    document = stored.document.with_pixels(
        image.pixels, page_number=image.page_number, page_count=image.page_count
    )
    return replace(loaded, begun=begin_journal(journals, replace(stored, document=document)))


def let_go(result: object) -> None:
    """Give up what came of a task when nobody waited any more: nobody saw the page."""
    begun = result.begun if isinstance(result, LoadedImage) else result
    if isinstance(begun, BegunJournal):
        begun.journal.close()


def prepare(journals: Sequence[Journal]) -> Generator[Progress, None, None]:
    """Write pages down for their journals, so that the first edit of each takes no longer."""
    for number, journal in enumerate(journals):
        yield Progress("Keeping", number / len(journals))
        with suppress(OutputError):  # the journal tells its problem
            journal.prepare()


def compact(journal: Journal) -> Generator[Progress, None, None]:
    """Write a journal anew that has grown far beyond what it says."""
    yield Progress("Keeping", 0.0)
    journal.compact()


def catch_up(journals: Sequence[Journal | PageListJournal]) -> Generator[Progress, None, None]:
    """Let journals that are behind write what they lack."""
    for number, journal in enumerate(journals):
        yield Progress("Keeping", number / len(journals))
        with suppress(OutputError):
            journal.retry()


def picture_of(source: str) -> Generator[Progress, None, QImage]:
    """Return a small picture of an image file, for the first screen."""
    yield Progress("Opening", 0.0)
    return thumbnail(build_pyramid(open_preview(source, _THUMBNAIL).pixels))


def thumbnail(pyramid: ImagePyramid) -> QImage:
    """Return a small picture, made from the level just above its size."""
    scale = _THUMBNAIL / max(pyramid.width, pyramid.height)
    return pyramid.level_for(scale).scaled(
        _THUMBNAIL,
        _THUMBNAIL,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def read(opened: OpenDocument, recognizer: Recognizer | None, model: str) -> Reports:
    """Read the image of a page that is in memory; see ``read_image``."""
    if opened.image is None:
        raise ValueError("no image to read")
    return read_image(opened.image, recognizer, model, before=opened.page)


def read_again(opened: OpenDocument, recognizer: Recognizer | None, model: str) -> Reports:
    """Read the boxes of a page again; see ``read_page_again``."""
    if opened.image is None or opened.page is None:
        raise ValueError("nothing to read again")
    return read_page_again(
        opened.page, opened.image, opened.layout, recognizer=recognizer, model=model
    )


def read_image(
    image: SourceImage,
    recognizer: Recognizer | None,
    model: str,
    *,
    before: Page | None = None,
    field: Field | None = None,
) -> Generator[Progress, None, ReadPage]:
    """Read an image with the model of that name, which is loaded unless it already is.

    An image that a page was read on ``before`` is not turned any more, and read by the page's own
    field unless there is another.
    """
    reader = yield from reader_called(recognizer, model)
    reading = yield from recognize(image, reader, before=before, field=field)
    turned = None
    if reading.image is not image:
        turned = LoadedImage(reading.image, build_pyramid(reading.image.pixels))
    yield Progress("Looking for other cuts", 1.0)
    return ReadPage(reading.page, reading.layout, reader, turned, reading.proposals)


def read_page_again(
    page: Page,
    image: SourceImage,
    layout: Layout | None,
    *,
    recognizer: Recognizer | None,
    model: str,
) -> Generator[Progress, None, ReadPage]:
    """Read the boxes of a page again, those of confirmed glyphs excepted.

    Without a layout the ink is found anew first.
    """
    reader = yield from reader_called(recognizer, model)
    if layout is None:
        reading = yield from recognize(image, reader, before=page)
        layout = reading.layout
    again = yield from reread(page, layout, reader)
    return ReadPage(again, layout, reader)


def reader_called(
    recognizer: Recognizer | None, model: str
) -> Generator[Progress, None, Recognizer]:
    """Return the recognizer if it is the model of that name, else load that."""
    if recognizer is not None and recognizer.name == model:
        return recognizer
    yield Progress("Loading the reader", 0.0)
    return load_model(model)
