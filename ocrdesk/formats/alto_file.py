"""Writes ALTO 4 (Library of Congress, loc.gov/standards/alto): pages, words and letters in XML."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from ocrdesk.formats.baselines import Baseline, baselines_of
from ocrdesk.formats.export_values import (
    file_text,
    fit,
    settings_text,
    sureness,
    sureness_of_other,
    xml_text,
)
from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page.elements import Glyph, Line, Page, Word

_NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
_SCHEMA = f"{_NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_VARIANTS = 5
"""How many other readings of a letter are told; all classes would be nine tenths of the file."""


def alto_from_pages(pages: Sequence[Page]) -> str:
    """Return all pages as one document; places and sizes are pixels of the upright image.

    ``WC`` of a word is the mean probability of its letters, ``GC`` that of a letter; ``BASELINE``
    of a row leads from its left end to its right one.
    """
    root = ET.Element(
        "alto",
        {
            "xmlns": _NAMESPACE,
            "xmlns:xsi": _INSTANCE,
            "xsi:schemaLocation": _SCHEMA,
            "SCHEMAVERSION": "4.4",
        },
    )
    description = ET.SubElement(root, "Description")
    ET.SubElement(description, "MeasurementUnit").text = "pixel"
    _name_sources(description, pages)
    layout = ET.SubElement(root, "Layout")
    for number, page in enumerate(pages, 1):
        _add_processing(description, page, number)
        _add_page(layout, page, number)
    return xml_text(root)


def _name_sources(description: ET.Element, pages: Sequence[Page]) -> None:
    """Name the file of all pages, or all files with commas between: the format has room for one."""
    sources = list(dict.fromkeys(file_text(page.source) for page in pages))
    told = ET.SubElement(description, "sourceImageInformation")
    ET.SubElement(told, "fileName").text = ", ".join(sources)


def _add_processing(description: ET.Element, page: Page, number: int) -> None:
    """Tell each step that led to the page, and what took it."""
    for place, step in enumerate(page.steps, 1):
        told = ET.SubElement(description, "Processing", ID=f"step_{number}_{place}")
        ET.SubElement(told, "processingStepDescription").text = fit(step.name)
        ET.SubElement(told, "processingStepSettings").text = settings_text(step)
        software = ET.SubElement(told, "processingSoftware")
        ET.SubElement(software, "softwareName").text = "ocrdesk"


def _add_page(layout: ET.Element, page: Page, number: int) -> None:
    size = {"WIDTH": str(page.width), "HEIGHT": str(page.height)}
    told = ET.SubElement(
        layout, "Page", {"ID": f"page_{number}", "PHYSICAL_IMG_NR": str(number), **size}
    )
    if page.steps:
        steps = [f"step_{number}_{place}" for place in range(1, len(page.steps) + 1)]
        told.set("PROCESSINGREFS", " ".join(steps))
    space = ET.SubElement(told, "PrintSpace", {"HPOS": "0", "VPOS": "0", **size})
    if page.lines:
        box = enclosing(line.box for line in page.lines)
        block = _boxed(space, "TextBlock", box, f"block_{number}")
        for row, (line, base) in enumerate(zip(page.lines, baselines_of(page), strict=True), 1):
            _add_line(block, line, base, f"{number}_{row}")


def _add_line(block: ET.Element, line: Line, base: Baseline | None, name: str) -> None:
    told = _boxed(block, "TextLine", line.box, f"line_{name}")
    if base is not None:
        ends = line.box.left, line.box.right
        told.set("BASELINE", " ".join(f"{x},{max(round(base.at(x)), 0)}" for x in ends))
    before: Word | None = None
    for place, word in enumerate(line.words, 1):
        if before is not None:
            _add_space(told, before.box, word.box)
        _add_word(told, word, f"{name}_{place}")
        before = word


def _add_space(line: ET.Element, before: BoundingBox, after: BoundingBox) -> None:
    width = max(0, after.left - before.right)
    place = {"HPOS": str(before.right), "VPOS": str(before.top), "WIDTH": str(width)}
    ET.SubElement(line, "SP", place)


def _add_word(line: ET.Element, word: Word, name: str) -> None:
    told = _boxed(line, "String", word.box, f"string_{name}")
    told.set("CONTENT", fit(word.text))
    told.set("WC", str(sureness(word.glyphs)))
    if all(glyph.is_confirmed for glyph in word.glyphs):
        told.set("CS", "true")
    for place, glyph in enumerate(word.glyphs, 1):
        _add_glyph(told, glyph, f"glyph_{name}_{place}")


def _add_glyph(word: ET.Element, glyph: Glyph, name: str) -> None:
    told = _boxed(word, "Glyph", glyph.box, name)
    told.set("CONTENT", fit(glyph.character))
    told.set("GC", str(sureness([glyph])))
    others = [other for other in glyph.predictions if other.character != glyph.character]
    for other in others[:_VARIANTS]:
        sure = str(sureness_of_other(other))
        ET.SubElement(told, "Variant", CONTENT=fit(other.character), VC=sure)


def _boxed(parent: ET.Element, tag: str, box: BoundingBox, name: str) -> ET.Element:
    place = {"HPOS": str(box.left), "VPOS": str(box.top)}
    size = {"WIDTH": str(box.width), "HEIGHT": str(box.height)}
    return ET.SubElement(parent, tag, {"ID": name, **place, **size})
