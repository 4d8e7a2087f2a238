"""Writes PAGE XML of 2019 (PRImA, Pletschacher and Antonacopoulos 2010): one page a document."""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from ocrdesk.errors import OutputError
from ocrdesk.formats.baselines import Baseline, baselines_of
from ocrdesk.formats.export_values import file_text, fit, settings_text, sureness, xml_text
from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page.elements import Glyph, Line, Page, Word

_NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
_SCHEMA = f"{_NAMESPACE} {_NAMESPACE}/pagecontent.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def page_xml_from_pages(pages: Sequence[Page]) -> str:
    """Return the one page as a document; places are pixels of the upright image.

    ``conf`` of a word is the mean probability of its letters. Raises ``OutputError`` for several
    pages, which the format has no room for.
    """
    if len(pages) != 1:
        raise OutputError(
            f"A file of PAGE XML holds one page, not {len(pages)}.",
            advice="Export each page to a file of its own, or choose ALTO, which holds several.",
        )
    root = ET.Element(
        "PcGts", {"xmlns": _NAMESPACE, "xmlns:xsi": _INSTANCE, "xsi:schemaLocation": _SCHEMA}
    )
    _add_metadata(root, pages[0])
    _add_page(root, pages[0])
    return xml_text(root)


def _add_metadata(root: ET.Element, page: Page) -> None:
    """Tell what wrote the file, when, and each step that led to the page."""
    told = ET.SubElement(root, "Metadata")
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for tag, text in (("Creator", "ocrdesk"), ("Created", now), ("LastChange", now)):
        ET.SubElement(told, tag).text = text
    for step in page.steps:
        item = {"type": "processingStep", "name": fit(step.name), "value": settings_text(step)}
        ET.SubElement(told, "MetadataItem", item)


def _add_page(root: ET.Element, page: Page) -> None:
    size = {"imageWidth": str(page.width), "imageHeight": str(page.height)}
    told = ET.SubElement(root, "Page", {"imageFilename": file_text(page.source), **size})
    if not page.lines:
        return
    order = ET.SubElement(ET.SubElement(told, "ReadingOrder"), "OrderedGroup", id="order")
    ET.SubElement(order, "RegionRefIndexed", index="0", regionRef="region_1")
    region = _placed(told, "TextRegion", enclosing(line.box for line in page.lines), "region_1")
    for row, (line, base) in enumerate(zip(page.lines, baselines_of(page), strict=True), 1):
        _add_line(region, line, base, str(row))
    _add_text(region, "\n".join(fit(line.text) for line in page.lines))


def _add_line(region: ET.Element, line: Line, base: Baseline | None, name: str) -> None:
    told = _placed(region, "TextLine", line.box, f"line_{name}")
    if base is not None:  # through the last pixels of letters, as corners are pixels too
        ends = line.box.left, line.box.right - 1
        points = " ".join(f"{x},{max(round(base.at(x)) - 1, 0)}" for x in ends)
        ET.SubElement(told, "Baseline", points=points)
    for place, word in enumerate(line.words, 1):
        _add_word(told, word, f"{name}_{place}")
    _add_text(told, fit(line.text), line.glyphs)


def _add_word(line: ET.Element, word: Word, name: str) -> None:
    told = _placed(line, "Word", word.box, f"word_{name}")
    for place, glyph in enumerate(word.glyphs, 1):
        letter = _placed(told, "Glyph", glyph.box, f"glyph_{name}_{place}")
        _add_text(letter, fit(glyph.character), [glyph])
    _add_text(told, fit(word.text), word.glyphs)


def _placed(parent: ET.Element, tag: str, box: BoundingBox, name: str) -> ET.Element:
    """Return a part with its box as the polygon around its pixels, the last ones included."""
    told = ET.SubElement(parent, tag, id=name)
    left, top, right, bottom = box.left, box.top, box.right - 1, box.bottom - 1
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    ET.SubElement(told, "Coords", points=" ".join(f"{x},{y}" for x, y in corners))
    return told


def _add_text(parent: ET.Element, text: str, glyphs: Sequence[Glyph] = ()) -> None:
    told = ET.SubElement(parent, "TextEquiv")
    if glyphs:
        told.set("conf", str(sureness(glyphs)))
    ET.SubElement(told, "Unicode").text = text
