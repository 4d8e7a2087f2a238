"""Every format tells the same letters, whatever they are, and is read back by other programs."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ocrdesk.errors import OutputError, UsageError
from ocrdesk.formats.exporters import EXPORTERS, format_of
from ocrdesk.formats.page_picture import PagePicture, PicturedPage
from ocrdesk.page.elements import Page
from tests.formats.export_pages import HOSTILE, SHOWN, hostile_page, plain_page

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
PAGE = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"
HTML = "{http://www.w3.org/1999/xhtml}"
WORDS = [text for row in SHOWN for text in (row, "OK")]


def export(form: str, *pages: Page) -> str:
    (content,) = EXPORTERS[form].parts([PicturedPage(page, _no_picture) for page in pages])
    return content.decode("utf-8")


def _no_picture() -> PagePicture:
    raise AssertionError("a text needs no picture")


def tree(form: str, *pages: Page) -> ET.Element:
    return ET.fromstring(export(form, *pages).encode())  # noqa: S314 - made by ourselves


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if element.get("class") == name]


def test_hocr_tells_every_word_with_its_box_and_how_sure_it_is() -> None:
    words = classed(tree("hocr", hostile_page()), "ocrx_word")
    assert ["".join(word.itertext()) for word in words] == WORDS
    assert words[1].get("title") == "bbox 400 20 444 50; x_wconf 100"
    assert words[2].get("title") == "bbox 30 80 98 110; x_wconf 87"
    letters = classed(words[2], "ocrx_cinfo")
    assert letters[1].get("title") == "x_bboxes 54 80 74 110; x_conf 87.56"
    assert letters[1].text == "ß"


def test_rows_tell_what_they_stand_on() -> None:
    page = plain_page("AB CD", "--")
    (line, dashes) = classed(tree("hocr", page), "ocr_line")
    assert line.get("title") == "bbox 30 20 152 50; baseline 0 0"
    assert dashes.get("title") == "bbox 30 80 74 110"
    line, dashes = tree("alto", page).iter(f"{ALTO}TextLine")
    assert (line.get("BASELINE"), dashes.get("BASELINE")) == ("30,50 152,50", None)
    line, dashes = tree("page", page).iter(f"{PAGE}TextLine")
    assert [element.tag.removeprefix(PAGE) for element in line][:3] == [
        "Coords",
        "Baseline",
        "Word",
    ]
    assert [element.get("points") for element in line.iter(f"{PAGE}Baseline")] == ["30,49 151,49"]
    assert not list(dashes.iter(f"{PAGE}Baseline"))


def test_hocr_is_html_too() -> None:
    class Reader(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    reader = Reader()
    reader.feed(export("hocr", hostile_page()))
    assert [text for text in reader.text.split() if "hOCR" not in text][-len(WORDS) :] == WORDS


def test_hocr_numbers_pages_and_names_their_images() -> None:
    root = tree("hocr", plain_page("A"), Page(10, 20, source="b.tif", page_number=2))
    first, second = classed(root, "ocr_page")
    assert first.get("title") == 'image "scan.png"; bbox 0 0 640 480; ppageno 0'
    assert second.get("title") == 'image "b.tif"; bbox 0 0 10 20; ppageno 2'
    assert len(classed(first, "ocr_line")) == 1
    assert not list(second)
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(names)) == len(names)


def test_alto_tells_words_and_letters() -> None:
    root = tree("alto", hostile_page())
    strings = list(root.iter(f"{ALTO}String"))
    assert [string.get("CONTENT") for string in strings] == WORDS
    assert (strings[1].get("WC"), strings[1].get("CS")) == ("1.0", "true")
    assert strings[2].get("WC") == "0.8756"
    place = [strings[2].get(name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]
    assert place == ["30", "80", "68", "30"]
    glyph = strings[2].findall(f"{ALTO}Glyph")[1]
    assert (glyph.get("CONTENT"), glyph.get("GC"), glyph.get("HPOS")) == ("ß", "0.8756", "54")
    (variant,) = glyph.findall(f"{ALTO}Variant")
    assert (variant.get("CONTENT"), variant.get("VC")) == ("#", "0.1244")
    assert root.findtext(f".//{ALTO}processingStepSettings") == "window=31--<&>; dark=yes"


def test_alto_holds_several_pages() -> None:
    root = tree("alto", plain_page("A B"), Page(10, 20, source="scan.png"))
    first, second = root.iter(f"{ALTO}Page")
    assert (first.get("WIDTH"), second.get("HEIGHT")) == ("640", "20")
    assert root.findtext(f".//{ALTO}fileName") == "scan.png"
    assert not list(second.iter(f"{ALTO}TextBlock"))
    names = [element.get("ID") for element in root.iter() if element.get("ID")]
    assert len(set(names)) == len(names)


def test_page_xml_tells_words_and_letters() -> None:
    root = tree("page", hostile_page())
    words = list(root.iter(f"{PAGE}Word"))
    assert [word.findtext(f"{PAGE}TextEquiv/{PAGE}Unicode") for word in words] == WORDS
    coords = words[2].find(f"{PAGE}Coords")
    assert coords is not None
    assert coords.get("points") == "30,80 97,80 97,109 30,109"
    confidences = [
        equiv.get("conf") for word in words for equiv in word.findall(f"{PAGE}TextEquiv")
    ]
    assert confidences[1:3] == ["1.0", "0.8756"]
    assert len(list(root.iter(f"{PAGE}Glyph"))) == sum(map(len, WORDS))


def test_page_xml_holds_one_page() -> None:
    assert not list(tree("page", Page(10, 20)).iter(f"{PAGE}TextRegion"))
    with pytest.raises(OutputError, match="one page, not 2"):
        export("page", plain_page("A"), plain_page("B"))


def test_box_files_count_from_the_lower_left_corner() -> None:
    pages = plain_page("AB", page_number=0), plain_page("C", page_number=3)
    assert export("box", *pages) == "A 30 430 50 460 0\nB 54 430 74 460 0\nC 30 430 50 460 3\n"
    rows = export("box", hostile_page(), plain_page("C")).splitlines()
    assert all(len(row.split(" ")) == 6 for row in rows)
    assert rows[-1].endswith(" 1")
    assert len(rows) == sum(map(len, WORDS)) + 1


def test_csv_has_a_row_per_letter() -> None:
    rows = list(csv.DictReader(io.StringIO(export("csv", plain_page("AB C"), hostile_page()))))
    assert len(rows) == 3 + sum(map(len, WORDS))
    assert rows[2] == {
        "page": "1",
        "line": "1",
        "word": "2",
        "character": "C",
        "probability": "0.8756",
        "confirmed": "0",
        "left": "108",
        "top": "20",
        "right": "128",
        "bottom": "50",
        "reader": "print36",
        "source": "scan.png",
    }
    confirmed = [row for row in rows if row["confirmed"] == "1"]
    assert {row["probability"] for row in confirmed} == {"1.0"}
    assert "".join(row["character"] for row in rows[3:8]) == HOSTILE[0][:5]


@pytest.mark.parametrize("form", ["hocr", "alto", "box", "csv", "txt"])
def test_an_empty_page_is_a_document_too(form: str) -> None:
    text = export(form, Page(10, 20))
    assert not text or text.endswith("\n")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(("a.txt", "txt"), ("a.TEXT", "txt"), ("a", "txt"), ("a.json", "json")),
        *(("a.hocr", "hocr"), ("a.html", "hocr"), ("a.alto.xml", "alto"), ("a.alto", "alto")),
        *(("a.page.xml", "page"), ("A.PAGE.XML", "page"), ("a.box", "box"), ("a.csv", "csv")),
        ("a.pdf", "pdf"),
        *(("Dr. Brown", "txt"), ("version 1.5", "txt"), ("a.b.csv", "csv")),
    ],
)
def test_a_name_tells_its_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


def test_an_unknown_ending_is_refused() -> None:
    for name in ("a.doc", "a.xml", "a.json.docx"):
        with pytest.raises(UsageError):
            format_of(Path(name), chosen="json")
    assert format_of(Path("a.xml"), chosen="page") == "page"
    assert format_of(Path("Dr. Brown"), chosen="alto") == "alto"
