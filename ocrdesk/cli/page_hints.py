"""What ``ocrdesk read`` says of a page besides its text: what would read it better."""

import shlex
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.standard_input import NAME

if TYPE_CHECKING:
    from ocrdesk.formats.image_file import SourceImage
    from ocrdesk.page.elements import Page
    from ocrdesk.services.fields import Field
    from ocrdesk.services.recognition import Reading
    from ocrdesk.services.recognizer import Recognizer


def tell_of_ink(reading: "Reading", recognizer: "Recognizer", title: str) -> None:
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
        advice = f" Faint ones may be by --sensitivity {SETTINGS.sensitivity}."
        terminal.note(f"No letters were found on {title}.{advice if is_automatic else ''}")


def tell_of_field(
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


def is_practice_sheet(image: "SourceImage", title: str) -> bool:
    """Tell, and say so, whether a page is a form whose letters another command takes."""
    from ocrdesk.services.hand_page import look_for_sheet

    is_sheet = terminal.follow(look_for_sheet(image), title=title)
    if is_sheet:
        photo = "PHOTO" if image.source == NAME else shlex.quote(image.source)
        terminal.note(
            f"{title} looks like a practice sheet: “ocrdesk sheet --read {photo} --profile NAME” "
            "takes its letters."
        )
    return is_sheet


def is_told_of_reader(reading: "Reading", recognizer: "Recognizer", title: str) -> bool:
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
