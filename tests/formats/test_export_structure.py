"""ALTO and PAGE as their schemas want them: which parts, in which order, with which attributes.

Schemas do not ship. The tables say what alto-4-4.xsd and PAGE's pagecontent.xsd of 2019-07-15 allow
of what we write: children in their order, those that have to be there, and attributes.
"""

import re
from xml.etree import ElementTree as ET

import pytest

from ocrdesk.page.elements import Page
from tests.formats.export_pages import hostile_page, plain_page
from tests.formats.test_exporters import ALTO, PAGE, tree

_PLACE = {"ID", "HPOS", "VPOS", "WIDTH", "HEIGHT"}
_ALTO: dict[str, tuple[str, set[str]]] = {
    "alto": (r"Description Layout ", {"SCHEMAVERSION"}),
    "Description": (r"MeasurementUnit sourceImageInformation (Processing )*", set()),
    "MeasurementUnit": ("", set()),
    "sourceImageInformation": (r"(fileName )?", set()),
    "fileName": ("", set()),
    "Processing": (
        r"(processingStepDescription )*(processingStepSettings )?(processingSoftware )?",
        {"ID"},
    ),
    "processingStepDescription": ("", set()),
    "processingStepSettings": ("", set()),
    "processingSoftware": (r"(softwareName )?", set()),
    "softwareName": ("", set()),
    "Layout": (r"(Page )+", set()),
    "Page": (r"(PrintSpace )?", {"ID", "PHYSICAL_IMG_NR", "WIDTH", "HEIGHT", "PROCESSINGREFS"}),
    "PrintSpace": (r"(TextBlock )*", _PLACE),
    "TextBlock": (r"(TextLine )*", _PLACE),
    "TextLine": (r"(String (SP )?)+", _PLACE | {"BASELINE"}),
    "SP": ("", _PLACE),
    "String": (r"(Glyph )*", _PLACE | {"CONTENT", "WC", "CS"}),
    "Glyph": (r"(Variant )*", _PLACE | {"CONTENT", "GC"}),
    "Variant": ("", {"CONTENT", "VC"}),
}
_TEXT = r"(TextEquiv )*"
_PAGE: dict[str, tuple[str, set[str]]] = {
    "PcGts": (r"Metadata Page ", set()),
    "Metadata": (r"Creator Created LastChange (MetadataItem )*", set()),
    "Creator": ("", set()),
    "Created": ("", set()),
    "LastChange": ("", set()),
    "MetadataItem": ("", {"type", "name", "value"}),
    "Page": (r"(ReadingOrder )?(TextRegion )*", {"imageFilename", "imageWidth", "imageHeight"}),
    "ReadingOrder": (r"OrderedGroup ", set()),
    "OrderedGroup": (r"(RegionRefIndexed )+", {"id"}),
    "RegionRefIndexed": ("", {"index", "regionRef"}),
    "TextRegion": (rf"Coords (TextLine )*{_TEXT}", {"id"}),
    "TextLine": (rf"Coords (Baseline )?(Word )*{_TEXT}", {"id"}),
    "Word": (rf"Coords (Glyph )*{_TEXT}", {"id"}),
    "Glyph": (rf"Coords {_TEXT}", {"id"}),
    "Coords": ("", {"points"}),
    "Baseline": ("", {"points"}),
    "TextEquiv": (r"Unicode ", {"conf"}),
    "Unicode": ("", set()),
}
_POINTS = re.compile(r"([0-9]+,[0-9]+ )+([0-9]+,[0-9]+)")  # PAGE's own pattern
_PAGES = (hostile_page(), plain_page("AB CD", "Apple pie"), Page(10, 20))


def _named(root: ET.Element, namespace: str) -> list[tuple[str, str, ET.Element]]:
    """Return each part's name, those of its children with a space behind each, and itself."""
    return [
        (
            part.tag.removeprefix(namespace),
            "".join(f"{child.tag.removeprefix(namespace)} " for child in part),
            part,
        )
        for part in root.iter()
    ]


def _check(root: ET.Element, namespace: str, table: dict[str, tuple[str, set[str]]]) -> None:
    for name, children, part in _named(root, namespace):
        allowed, attributes = table[name]
        assert re.fullmatch(allowed, children), (name, children)
        known = {each for each in part.keys() if "schemaLocation" not in each}  # noqa: SIM118
        assert known <= attributes, (name, known - attributes)
    names = [part.get("ID") or part.get("id") for part in root.iter()]
    told = [name for name in names if name]
    assert len(set(told)) == len(told)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in told)  # xsd:ID


def test_alto_keeps_to_its_schema() -> None:
    root = tree("alto", *_PAGES)
    _check(root, ALTO, _ALTO)
    for glyph in root.iter(f"{ALTO}Glyph"):
        assert len(glyph.attrib["CONTENT"]) == 1
    for part in root.iter():
        for sure in ("WC", "GC", "VC"):
            assert 0 <= float(part.get(sure, 0)) <= 1
    lines = list(root.iter(f"{ALTO}TextLine"))
    assert all(_POINTS.fullmatch(line.get("BASELINE", "0,0 1,1")) for line in lines)
    steps = {part.get("ID") for part in root.iter(f"{ALTO}Processing")}
    for page in root.iter(f"{ALTO}Page"):
        assert set(page.get("PROCESSINGREFS", "").split()) <= steps


@pytest.mark.parametrize("page", _PAGES)
def test_page_xml_keeps_to_its_schema(page: Page) -> None:
    root = tree("page", page)
    _check(root, PAGE, _PAGE)
    for part in root.iter():
        if "points" in part.attrib:
            assert _POINTS.fullmatch(part.attrib["points"])
        assert 0 <= float(part.get("conf", 0)) <= 1
