"""Words that run across the page are read along their own direction."""

import numpy as np
from PIL import Image

from ocrdesk import paths
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize, reread
from ocrdesk.services.recognizer import Recognizer

_BLANK = (238, 238, 234)


def _scattered(recognizer: Recognizer) -> Image.Image:
    """Return a sheet with rows of the sample page: level, on its side, aslant."""
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        page = picture.convert("RGB")
    lines = run(recognize(image_from_array(np.asarray(page), "sample"), recognizer)).page.lines
    sheet = Image.new("RGB", (1800, 1900), _BLANK)
    for number, angle, place in ((0, 0, (600, 80)), (1, 90, (100, 300)), (2, 55, (800, 600))):
        cut = page.crop(lines[number].box.padded(14).as_tuple())
        bare = Image.fromarray(np.where(np.asarray(cut) < 150, np.asarray(cut), 238))
        kind = Image.Resampling.BICUBIC
        sheet.paste(bare.rotate(angle, kind, expand=True, fillcolor=(238, 238, 238)), place)
    return sheet


def test_words_in_three_directions_are_all_read(recognizer: Recognizer) -> None:
    sheet = _scattered(recognizer)
    reading = run(recognize(image_from_array(np.asarray(sheet), "sheet"), recognizer))
    read = {"".join(line.text.split()) for line in reading.page.lines}
    assert {"TODOTODAY", "1WATERTHEPLANTS", "2BUY6EGGS"} <= read
    again = run(reread(reading.page, reading.layout, recognizer))
    assert again.text == reading.page.text
