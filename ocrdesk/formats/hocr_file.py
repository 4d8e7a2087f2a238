"""Writes hOCR 1.2 (Breuel and Baierer, kba.github.io/hocr-spec/1.2): letters with their boxes."""

from collections.abc import Iterator, Sequence
from html import escape

from ocrdesk.formats.baselines import Baseline, baselines_of
from ocrdesk.formats.export_values import file_text, fit, percent, settings_text
from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page.elements import Glyph, Line, Page, Word

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
 <head>
  <title>{title}</title>
  <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
  <meta name="ocr-system" content="ocrdesk" />
  <meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word \
ocrx_cinfo ocrp_wconf" />
 </head>
 <body>
"""
_END = " </body>\n</html>\n"


def hocr_from_pages(pages: Sequence[Page]) -> str:
    """Return all pages as one document of XHTML.

    Boxes are pixels of the upright image. ``x_wconf`` of a word is the mean probability of its
    letters in whole percent, ``x_conf`` that of a letter. ``baseline`` is what a row stands on.
    """
    title = file_text(pages[0].source) if pages else ""
    parts = [_HEAD.format(title=_escaped(title))]
    for number, page in enumerate(pages, 1):
        parts += _page(page, number)
    return "".join([*parts, _END])


def _page(page: Page, number: int) -> Iterator[str]:
    source = file_text(page.source).replace("\\", "\\\\").replace('"', '\\"')
    told = f'image "{source}"; bbox 0 0 {page.width} {page.height}; ppageno {page.page_number}'
    yield f'  <div class="ocr_page" id="page_{number}" title="{_escaped(told)}">\n'
    for step in page.steps:
        settings = settings_text(step, joint=" ")
        yield f"   <!-- {_commented(f'{step.name} {settings}')} -->\n"
    if page.lines:
        box = _box(enclosing(line.box for line in page.lines))
        yield f'   <div class="ocr_carea" id="block_{number}_1" title="{box}">\n'
        yield f'    <p class="ocr_par" id="par_{number}_1" title="{box}">\n'
        words = 0
        for row, (line, base) in enumerate(zip(page.lines, baselines_of(page), strict=True), 1):
            yield from _line(line, base, f"{number}_{row}", (number, words))
            words += len(line.words)
        yield "    </p>\n   </div>\n"
    yield "  </div>\n"


def _line(line: Line, base: Baseline | None, name: str, before: tuple[int, int]) -> Iterator[str]:
    told = _box(line.box)
    if base is not None:  # seen from the lower left corner of the box
        down = round(base.at(line.box.left) - line.box.bottom)
        told += f"; baseline {round(base.slope, 4) + 0.0:g} {down}"
    yield f'     <span class="ocr_line" id="line_{name}" title="{told}">\n'
    for place, word in enumerate(line.words, before[1] + 1):
        yield _word(word, f"{before[0]}_{place}")
    yield "     </span>\n"


def _word(word: Word, name: str) -> str:
    told = f"{_box(word.box)}; x_wconf {percent(word.glyphs)}"
    letters = "".join(map(_letter, word.glyphs))  # nothing between them: that would be a space
    return f'      <span class="ocrx_word" id="word_{name}" title="{told}">{letters}</span>\n'


def _letter(glyph: Glyph) -> str:
    box = " ".join(map(str, glyph.box.as_tuple()))
    told = f"x_bboxes {box}; x_conf {percent([glyph], digits=2)}"
    return f'<span class="ocrx_cinfo" title="{told}">{_escaped(fit(glyph.character))}</span>'


def _box(box: BoundingBox) -> str:
    return "bbox " + " ".join(map(str, box.as_tuple()))


def _escaped(text: str) -> str:
    return escape(text, quote=True)


def _commented(text: str) -> str:
    return fit(text).replace("--", "- -").strip("- ")
