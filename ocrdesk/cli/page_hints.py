"""What ``ocrdesk read`` says of a page besides its text: what would read it better."""

import shlex
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.standard_input import NAME

if TYPE_CHECKING:
    from ocrdesk.formats.image_file import SourceImage
    from ocrdesk.services.recognition import Reading
    from ocrdesk.services.recognizer import Recognizer


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


def has_small_letters(reading: "Reading", recognizer: "Recognizer", title: str) -> bool:
    """Tell, and say so, whether a page looks like small letters that its reader does not know."""
    from ocrdesk.services.case_telling import SMALL_READER, looks_small

    task = looks_small(reading.page, reading.layout, recognizer.name)
    is_small = terminal.follow(task, title=title)
    if is_small:
        terminal.note(
            f"Most of {title} looks like small letters, which {recognizer.name} does not know: "
            f"read it with --model {SMALL_READER}."
        )
    return is_small
