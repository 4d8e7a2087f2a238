"""Settings of ink with their page: exact, absent from pages of old, and never guessed at."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.document_entries import StoredPage, load_history
from ocrdesk.formats.document_file import open_document, save_document
from ocrdesk.formats.history_records import history_from_record, step_from_record, step_record
from ocrdesk.formats.ink_settings_records import ink_settings_from_record, ink_settings_record
from ocrdesk.formats.page_records import page_from_record, page_record
from ocrdesk.formats.record_values import RecordError
from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Rules, Threshold
from ocrdesk.page.document import PageDocument
from ocrdesk.page.history import History, step_between
from ocrdesk.page.rejoining import rejoined
from tests.page.pages import page_of

_FAINT = InkSettings(Threshold.PAGE, 40, 2, 10, Rules.REMOVE)

SETTINGS = st.builds(
    InkSettings,
    st.sampled_from(Threshold),
    st.integers(-100, 100),
    st.integers(0, 3),
    st.integers(0, 60),
    st.sampled_from(Rules),
)


@given(SETTINGS)
def test_settings_come_back_exactly(settings: InkSettings) -> None:
    record = json.loads(json.dumps(ink_settings_record(settings)))
    assert ink_settings_from_record(record) == settings


def test_pages_of_old_have_automatic_settings_and_write_none() -> None:
    page = page_of("AB")
    assert "ink_settings" not in page_record(page)
    assert page_from_record(page_record(page)).ink_settings == AUTOMATIC
    other = replace(page, ink_settings=_FAINT)
    assert page_from_record(page_record(other)) == other


@pytest.mark.parametrize(
    "record",
    [
        [],
        {},
        {"version": 2},
        {"version": "1"},
        {"version": 1, "threshold": "luck"},
        {"version": 1, "threshold": 3},
        {"version": 1, "rules": "obey"},
        {"version": 1, "sensitivity": 101},
        {"version": 1, "sensitivity": 1.5},
        {"version": 1, "denoise": -1},
        {"version": 1, "specks": True},
    ],
)
def test_anything_else_is_refused(record: Any) -> None:
    with pytest.raises(RecordError):
        ink_settings_from_record(record)


def test_a_step_to_other_ink_comes_back_with_its_page() -> None:
    page = page_of("AB")
    after, change = rejoined(page, replace(page_of("ABC"), ink_settings=_FAINT), name="Read")
    step = step_between(page, after, change)
    again = step_from_record(json.loads(json.dumps(step_record(step))))
    assert again == step
    assert again.change.has_other_ink
    _, back = History((again,), 1).moved(0, after)
    assert back == page


def test_a_document_keeps_settings_and_the_step_to_them(tmp_path: Path) -> None:
    page = page_of("AB")
    after, change = rejoined(page, replace(page_of("ABC"), ink_settings=_FAINT), name="Read")
    pixels = np.full((600, 900), 255, np.uint8)
    pixels.setflags(write=False)
    document = PageDocument("a.png", pixels=pixels, page=after)
    history = History((step_between(page, after, change),), 1)
    path = tmp_path / "work.ocrdesk"
    save_document(path, [StoredPage(document, history)])
    (stored,) = open_document(path).pages
    assert stored.document.page == after
    _, back = load_history(stored).moved(0, after)
    assert back.ink_settings == AUTOMATIC
    assert history_from_record({"steps": [], "position": 0}) == History(saved=None)


def test_ink_of_a_newer_program_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocrdesk.formats.ink_settings_records._VERSION", 2)
    document = PageDocument("a.png", page=replace(page_of("A"), ink_settings=_FAINT))
    pixels = np.full((600, 900), 255, np.uint8)
    pixels.setflags(write=False)
    path = tmp_path / "newer.ocrdesk"
    save_document(path, [StoredPage(document.with_pixels(pixels))])
    monkeypatch.setattr("ocrdesk.formats.ink_settings_records._VERSION", 1)
    with pytest.raises(DocumentFileError, match="only a newer ocrdesk knows"):
        open_document(path)
