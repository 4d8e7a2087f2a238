"""Pages and histories as JSON: exact both ways, and anything else is refused in words."""

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.formats.history_records import (
    delta_from_record,
    delta_record,
    history_from_record,
    step_from_record,
    step_record,
    trimmed_history,
)
from ocrdesk.formats.page_records import page_from_record, page_record
from ocrdesk.formats.record_values import RecordError, bytes_from_value, text, text_value
from ocrdesk.formats.record_values import value_from_bytes as value_from
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.deltas import difference
from ocrdesk.page.edits import Change, set_correction
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Reader, Word
from ocrdesk.page.history import History, Step, step_between
from ocrdesk.page.readers import signed
from tests.damage import damaged
from tests.page.any_page import chance, following, large_page, pages, pairs, seeded

# Each tears the text of a page apart: breaks, spaces, halves of pairs, marks that join others.
NO_CHARACTERS = (" ", "\t", "\n", "\0", "\u2028", [0xD800], "\u200d", "\u0301", "AB", "Y" * 99_999)


def through_bytes(value: Any) -> Any:
    return value_from(bytes_from_value(value))


@given(pages())
def test_a_page_comes_back_exactly(page: Page) -> None:
    again = page_from_record(through_bytes(page_record(page)))
    assert again == page
    assert repr(again) == repr(page)  # tells -0.0 from 0.0, and 1 from 1.0


@given(pairs())
def test_a_difference_comes_back_exactly(pair: tuple[Page, Page]) -> None:
    delta = difference(*pair)
    assert delta_from_record(through_bytes(delta_record(delta))) == delta


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_exactly(anything: str) -> None:
    assert text(through_bytes(text_value(anything)), "it") == anything


def some_history(page: Page, rng: Random) -> History:
    history = History()
    for number in range(rng.randrange(1, 4)):
        after = following(page, rng)
        change = Change(f"Edit “{number}” \udc80", frozenset({number, 9}))
        step = step_between(page, after, change, merge_key="typing" * rng.randrange(2))
        page, history = after, history.pushed(step, after)
    return history.moved(rng.randrange(len(history.steps) + 1), page)[0]


def history_bytes(history: History) -> bytes:
    return trimmed_history(history, most=10**9).content


@given(pages(), seeded())
def test_a_history_comes_back_exactly(page: Page, rng: Random) -> None:
    history = some_history(page, rng)
    assert history_from_record(value_from(history_bytes(history))) == history
    for step in history.steps:
        assert step_from_record(through_bytes(step_record(step))) == step


def test_who_read_comes_back_and_older_steps_tell_nothing() -> None:
    change = Change("Read with Ann", frozenset({1}), readers=("print36", "Ann"))
    step = Step(change, difference(large_page(2), large_page(2)))
    assert step_from_record(through_bytes(step_record(step))) == step
    assert step_from_record(STEP).change.readers is None
    with pytest.raises(RecordError, match="readers"):
        step_from_record({**STEP, "readers": ["Ann"]})


def test_a_keystroke_takes_little_room() -> None:
    page = large_page(200)
    after, change = set_correction(page, 77, "K")
    step = step_between(page, after, change, merge_key="type 77")
    assert len(bytes_from_value(step_record(step))) < 200


def test_what_a_network_says_takes_little_room() -> None:
    record = bytes_from_value(page_record(large_page(200)))
    assert len(record) < 200 * 2 * (62 * 6 + 100)


def test_who_read_the_letters_takes_next_to_no_room() -> None:
    page, ann = large_page(200), Reader("Ann", "print36", 34)
    plain, read = (len(bytes_from_value(page_record(p))) for p in (page, signed(page, ann)))
    assert read - plain < 40
    other = replace(page.glyphs[7], reader=Reader("print36"))
    mixed = signed(page, ann).with_glyph(other)
    assert len(bytes_from_value(page_record(mixed))) - read < 40
    assert page_from_record(through_bytes(page_record(mixed))) == mixed
    anew = difference(signed(page, ann), signed(page, Reader("print36")))
    assert len(bytes_from_value(delta_record(anew))) < 200 * 30


def test_letters_of_older_files_do_not_tell_who_read_them() -> None:
    assert page_from_record(GOOD).glyph(1).reader is None
    assert delta_from_record({"added": [GOOD["lines"][0][0][0]]}).added[0].reader is None


def page_with(glyph: Glyph) -> Page:
    return Page(90, 60, (Line((Word((glyph,)),)),))


def test_numbers_of_numpy_are_taken() -> None:
    box = BoundingBox(*np.arange(4))
    glyph = Glyph(int(np.int64(3)), box, (Prediction("A", np.float32(0.1)),))  # type: ignore[arg-type]
    again = page_from_record(through_bytes(page_record(page_with(glyph))))
    assert again.glyph(3).predictions == (("A", float(np.float32(0.1))),)


@pytest.mark.parametrize(
    ("wrong", "right"), [(float("nan"), 0.0), (1.5, 1.0), (-0.5, 0.0), (float("inf"), 1.0)]
)
def test_what_is_no_probability_never_keeps_a_page_from_being_saved(
    wrong: float, right: float
) -> None:
    glyph = Glyph(1, BoundingBox(0, 0, 9, 9), (Prediction("A", 0.3), Prediction("B", wrong)))
    page = Page(90, 60, page_with(glyph).lines, rotation=float("nan"))
    again = page_from_record(through_bytes(page_record(page)))
    assert again.glyph(1).predictions == (("A", 0.3), ("B", right))
    assert again.rotation == 0


GOOD = page_record(page_with(Glyph(1, BoundingBox(0, 0, 9, 9), (Prediction("A", 0.25),))))


def changed(**values: Any) -> dict[str, Any]:
    return {**GOOD, **values}


def with_glyph(**values: Any) -> dict[str, Any]:
    glyph = {**GOOD["lines"][0][0][0], **values}
    return changed(lines=[[[glyph]]])


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, "a page is not an object"),
        ([], "a page is not an object"),
        ({}, "width"),
        (changed(width=0), "width"),
        (changed(width=True), "width"),
        (changed(width=9.0), "width"),
        (changed(height=10**10), "height"),
        (changed(lines=None), "rows"),
        (changed(lines=[[]]), "a row is empty"),
        (changed(lines=[[[]]]), "a word is empty"),
        (changed(lines=[[[3]]]), "a letter is not an object"),
        (changed(lines=GOOD["lines"] * 2), "two letters"),
        (changed(source=3), "source"),
        (changed(source=[0x110000]), "source"),
        (changed(source=[-1]), "source"),
        (changed(source="x" * 100_001), "source"),
        (changed(rotation="90"), "rotation"),
        (changed(rotation=10**400), "rotation"),
        (changed(steps=[["ink"]]), "step"),
        (changed(steps=[["ink", [["scale", 3]]]]), "setting"),
        (changed(page_number=-1), "number"),
        (with_glyph(id="1"), "number of a letter"),
        (with_glyph(id=2**60), "number of a letter"),
        (with_glyph(box=[0, 0, 9]), "box"),
        (with_glyph(box=[9, 0, 0, 9]), "without area"),
        (with_glyph(box=[0, 0, 9, 10**10]), "edge"),
        (with_glyph(box=[0, 0, 9, 9.5]), "edge"),
        (with_glyph(correction=""), "correction"),
        (with_glyph(correction=65), "correction"),
        *((with_glyph(correction=no), "correction") for no in NO_CHARACTERS),
        *((with_glyph(predictions=[[no], "AAAAPw=="]), "character") for no in NO_CHARACTERS),
        (with_glyph(predictions=[]), "read"),
        (with_glyph(predictions=["", ""]), "characters"),
        (with_glyph(predictions=[[], ""]), "0 probabilities"),
        (with_glyph(predictions=["AB", "AACAPg=="]), "2 probabilities"),
        (with_glyph(predictions=["A", "!"]), "base64"),
        (with_glyph(predictions=["A", "Ü"]), "base64"),
        (with_glyph(predictions=["A", "AADAfw=="]), "between 0 and 1"),
        (with_glyph(predictions=["A", "AAAAQA=="]), "between 0 and 1"),
        (with_glyph(predictions=[[""], "AACAPg=="]), "character"),
        (with_glyph(reader=0), "read by nobody"),
        (with_glyph(reader="Ann"), "the reader of a letter"),
        (changed(readers=[[]]), "a reader"),
        (changed(readers=[["Ann", "print36"]]), "a reader"),
        (changed(readers=[["Ann", "print36", -1]]), "letters of a hand"),
    ],
)
def test_what_is_no_page_is_refused(record: Any, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        page_from_record(record)


STEP = step_record(
    Step(Change("Set", frozenset({1})), difference(page_from_record(GOOD), Page(5, 5)))
)


@pytest.mark.parametrize(
    ("read", "record", "said"),
    [
        (history_from_record, {"steps": [], "position": 1, "saved": 0}, "place"),
        (history_from_record, {"steps": [], "position": 0, "saved": 1}, "place"),
        (history_from_record, {"steps": [], "position": None}, "place"),
        (history_from_record, {"steps": [{}], "position": 0}, "name of a step"),
        (step_from_record, {**STEP, "ids": [None]}, "letter"),
        (step_from_record, {**STEP, "delta": None}, "difference"),
        (delta_from_record, {"frame": [GOOD, GOOD]}, "frame"),
        (delta_from_record, {"frame": [changed(lines=[])]}, "frame"),
        (delta_from_record, {"rows": [[0, [[[]]], []]]}, "a word is empty"),
        (delta_from_record, {"rows": [[0, [[]], []]]}, "a row is empty"),
        (delta_from_record, {"rows": [[-1, [], []]]}, "place of a row"),
        (delta_from_record, {"glyphs": [{"id": 1, "box": [None, None]}]}, "box"),
        (delta_from_record, {"glyphs": [{"id": 1, "correction": ["A"]}]}, "correction"),
        (delta_from_record, {"glyphs": [{"id": 1, "reader": [None, 0]}]}, "read by nobody"),
    ],
)
def test_what_is_no_history_is_refused(read: Callable[[Any], Any], record: Any, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        read(record)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"NaN", b"[1e999,Infinity]", b"[" * 10**5])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(RecordError, match="not valid JSON"):
        value_from(content)


def test_damaged_records_never_end_in_a_traceback() -> None:
    rng = np.random.default_rng(3)
    whole_page = bytes_from_value(page_record(large_page(5)))
    whole_history = history_bytes(some_history(large_page(5), chance(4)))
    refused = 0
    for _ in range(300):
        try:
            page_from_record(value_from(damaged(whole_page, rng)))
            history_from_record(value_from(damaged(whole_history, rng)))
        except RecordError:
            refused += 1
    assert refused > 100


def test_records_are_plain_json() -> None:
    record = [step_record(step) for step in some_history(large_page(5), chance(4)).steps]
    assert json.loads(json.dumps(record)) == record
