"""What ``ocrdesk read`` says of a page besides its text: what would read it better."""

import shlex
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.standard_input import NAME
from ocrdesk.cli.wish import Wish
from ocrdesk.formats.presence import is_file

if TYPE_CHECKING:
    from ocrdesk.formats.image_file import SourceImage
    from ocrdesk.page.elements import Page
    from ocrdesk.services.fields import Field
    from ocrdesk.services.recognition import Reading
    from ocrdesk.services.recognizer import Recognizer


class Hints:
    """Says of the pages of one file what would read them better; of a reader once."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._is_told = wish.field is not None or wish.is_chosen

    def tell(self, reading: "Reading", recognizer: "Recognizer", title: str) -> None:
        """Say what there is to say of a page that was read for the first time."""
        _tell_of_ink(reading, recognizer, title)
        _tell_of_field(reading.page, self._wish.field, recognizer, title)
        if _is_practice_sheet(reading.image, title):
            self._is_told = True  # print beside the boxes is in small letters
        self._is_told = self._is_told or _is_told_of_reader(reading, recognizer, title)

    def tell_of_wish(self, reading: "Reading", recognizer: "Recognizer", title: str) -> None:
        """Say what came of how a page was wished to be read again.

        Of ink only where that was said of it: letters that are missing somebody may have deleted.
        """
        if self._wish.ink.is_given:
            _tell_of_ink(reading, recognizer, title)
        _tell_of_field(reading.page, self._wish.field, recognizer, title)


def _tell_of_ink(reading: "Reading", recognizer: "Recognizer", title: str) -> None:
    """Say where letters were missed, and what finds fainter ones, unless a person set it."""
    from ocrdesk.services.missed_writing import FEWEST, SETTINGS, find_missed

    page = reading.page
    missed = terminal.follow(find_missed(reading.image, page, recognizer), title=title)
    if len(missed) >= FEWEST:
        terminal.note(
            f"At least {len(missed)} letters of {title} were passed over, as the picture is dark: "
            f"read it with --sensitivity {SETTINGS.sensitivity} --denoise {SETTINGS.denoise}."
        )
    elif not page.glyphs:
        is_automatic = page.ink_settings.is_automatic
        advice = f" If the writing is faint, try --sensitivity {SETTINGS.sensitivity}."
        terminal.note(f"No letters were found on {title}.{advice if is_automatic else ''}")


def _tell_of_field(
    page: "Page", field: "Field | None", recognizer: "Recognizer", title: str
) -> None:
    """Say where no row of a page is what its rows were said to hold: all were read as ever."""
    if field is None:
        return
    from ocrdesk.services.page_fields import ruling

    rulings = [ruling(page, row.glyphs[0].id, recognizer.charset, said=field) for row in page.lines]
    if not rulings or any(told is not None and told.fits for told in rulings):
        return
    if field.pattern:
        terminal.note(
            f"No row of {title} fits the pattern “{field.pattern}”, so it was read without: it is "
            "to say all that a row holds, as A{2,9} for a word; see “ocrdesk read --help”."
        )
    else:
        terminal.note(
            f"No row of {title} is one of the words, so it was read without them: they are to be "
            "all that a row holds, one row of the page in each line of the file."
        )


def _is_practice_sheet(image: "SourceImage", title: str) -> bool:
    """Tell, and say so, whether a page is a form whose letters another command takes."""
    from ocrdesk.services.hand_page import look_for_sheet

    is_sheet = terminal.follow(look_for_sheet(image), title=title)
    if is_sheet:
        is_here = image.source != NAME and is_file(image.source)
        photo = shlex.quote(image.source) if is_here else "PHOTO"
        terminal.note(
            f"{title} looks like a practice sheet: “ocrdesk sheet --read {photo} --profile NAME” "
            "takes its letters."
        )
    return is_sheet


def _is_told_of_reader(reading: "Reading", recognizer: "Recognizer", title: str) -> bool:
    """Tell, and say so, whether a page holds what its reader does not know and another does."""
    from ocrdesk.services.case_telling import SMALL_READER, looks_small
    from ocrdesk.services.sign_telling import find_signs

    read = reading.page, reading.layout, recognizer.name
    if terminal.follow(looks_small(*read), title=title):
        terminal.note(
            f"Most of {title} looks like small letters, which {recognizer.name} does not know: "
            f"read it with --model {SMALL_READER}."
        )
        return True
    signs = terminal.follow(find_signs(*read), title=title)
    if signs:
        terminal.note(
            f"{title} seems to hold {' and '.join(signs)}, which {recognizer.name} does not know: "
            f"--model {SMALL_READER} reads them."
        )
    return bool(signs)
