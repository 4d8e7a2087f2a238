"""How a network of rows enters a row's lattice: as much as its weight says, and not without it."""

from collections.abc import Generator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from ocrdesk.language.lattice import Edge
from ocrdesk.page.charset import PRINT36, PRINT62, Charset
from ocrdesk.services import row_lattice
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import LEAST, ReadingSettings
from ocrdesk.services.row_evidence import RowEvidence, weigh_rows
from ocrdesk.services.row_lattice import RowLattice, build_lattices
from ocrdesk.services.row_weights import RowWeights
from ocrdesk.vision.layout import Layout, find_ink, lay_out
from tests.services.drawings import KNOT, with_drawings, written
from tests.services.row_making import letter_reader, row_reader

SETTINGS = ReadingSettings()
Told = Generator[float, None, list[RowEvidence]]


@pytest.fixture(scope="module")
def reader() -> Recognizer:
    """The model that knows punctuation, with a network of rows that learnt nothing."""
    return replace(load_model("print62"), rows=row_reader(len(PRINT62) + 1))


@pytest.fixture(scope="module")
def layout() -> Layout:
    """A row of letters and small marks, one letter of which is a drawing."""
    picture, boxes = with_drawings(written(["HOME: 7, QX. W"]), {"Q": KNOT})
    assert boxes
    grey = picture.pixels
    return lay_out(grey, *find_ink(grey))


def _same(one: RowLattice, other: RowLattice) -> None:
    """Check that two lattices are equal, bit for bit."""
    for name in ("ink", "share", "given", "places"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert getattr(one, name).dtype == getattr(other, name).dtype
    assert one.candidates == other.candidates
    assert (one.unreadable, one.space_odds) == (other.unreadable, other.space_odds)
    for first, second in zip(one.edges, other.edges, strict=True):
        assert (first.first, first.last, first.prior) == (second.first, second.last, second.prior)
        assert (first.log_probabilities is None) == (second.log_probabilities is None)
        if first.log_probabilities is not None and second.log_probabilities is not None:
            assert first.log_probabilities.dtype == second.log_probabilities.dtype
            np.testing.assert_array_equal(first.log_probabilities, second.log_probabilities)


def _logs(edge: Edge) -> Any:
    assert edge.log_probabilities is not None
    return edge.log_probabilities


def test_unasked_the_network_has_no_say(
    reader: Recognizer, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, (plain,) = run(build_lattices(layout, replace(reader, rows=None), SETTINGS))
    assert _logs(plain.edges[0]).dtype == np.float32

    def refuse(*_: object) -> Told:
        raise AssertionError

    monkeypatch.setattr(row_lattice, "weigh_rows", refuse)
    _, (weightless,) = run(build_lattices(layout, reader, replace(SETTINGS, asks_rows=False)))
    _same(plain, weightless)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[RowEvidence]:
    """What the network of rows said, for each row that was asked for."""
    found: list[RowEvidence] = []

    def listen(*arguments: Any, **named: Any) -> Told:
        found.extend((yield from weigh_rows(*arguments, **named)))
        return found

    monkeypatch.setattr(row_lattice, "weigh_rows", listen)
    return found


def _with(reader: Recognizer, weights: RowWeights) -> Recognizer:
    assert reader.rows is not None
    return replace(reader, rows=replace(reader.rows, weights=weights))


def _weighed(before: Any, evidence: Any, weights: RowWeights) -> Any:
    """Return shares that a network's are beside what the other says."""
    shares = np.maximum(before, LEAST) ** weights.letters * np.exp(weights.rows * evidence)
    return shares / shares.sum(axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("row", "letters", "doubt"), [(0.5, 1.0, 1.0), (2.0, 1.0, 0.2), (0.7, 0.3, 1.3)]
)
def test_it_says_what_ink_is_and_what_is_none(
    reader: Recognizer,
    layout: Layout,
    told: list[RowEvidence],
    row: float,
    letters: float,
    doubt: float,
) -> None:
    weights = RowWeights(rows=row, letters=letters, doubt=doubt)
    _, (plain,) = run(build_lattices(layout, replace(reader, rows=None), SETTINGS))
    _, (found,) = run(build_lattices(layout, _with(reader, weights), SETTINGS))
    (evidence,) = told
    characters = evidence.characters
    assert characters.shape == plain.ink.shape
    assert np.ptp(characters) > 1
    np.testing.assert_allclose(found.ink, _weighed(plain.ink, characters, weights), atol=1e-5)
    np.testing.assert_allclose(found.given, _weighed(plain.given, characters, weights), atol=1e-5)
    np.testing.assert_array_equal(found.share, plain.share)
    assert (found.candidates, found.space_odds) == (plain.candidates, plain.space_odds)
    assert found.unreadable == plain.unreadable
    read = [edge for edge in plain.edges if edge.log_probabilities is not None]
    for number, (edge, other) in enumerate(zip(read, found.edges, strict=False)):
        assert (edge.first, edge.last, edge.prior) == (other.first, other.last, other.prior)
        doubted = (doubt - letters) * np.log(max(float(plain.share[number]), LEAST))
        expected = letters * _logs(edge) + doubted + row * characters[number]
        np.testing.assert_allclose(_logs(other), expected, atol=1e-5)


def test_what_a_hand_added_does_not_change_its_say(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = letter_reader(Charset(PRINT36.characters + "ñ"), row_reader())
    assert reader.charset.has_lower_case
    _, (plain,) = run(build_lattices(layout, replace(reader, rows=None), SETTINGS))
    evidence = np.random.default_rng(2).uniform(-20, 0, plain.ink.shape)

    def say(*arguments: Any, **_: Any) -> Told:
        yield 0.0
        silent = np.zeros(len(plain.ink)), np.zeros(len(arguments[2][0].pieces))
        return [RowEvidence(evidence, *silent)]

    monkeypatch.setattr(row_lattice, "weigh_rows", say)
    _, (found,) = run(build_lattices(layout, reader, SETTINGS))
    expected = _weighed(plain.ink, evidence, RowWeights())
    np.testing.assert_allclose(found.ink, expected, atol=1e-5)


def test_what_is_passed_over_counts_as_much(
    reader: Recognizer, layout: Layout, told: list[RowEvidence]
) -> None:
    """Or ways over dirt and drawings would have fewer frames to answer for."""
    weights = RowWeights(rows=0.6)
    _, (plain,) = run(build_lattices(layout, replace(reader, rows=None), SETTINGS))
    _, (found,) = run(build_lattices(layout, _with(reader, weights), SETTINGS))
    (evidence,) = told
    passing = [
        (edge, other)
        for edge, other in zip(plain.edges, found.edges, strict=True)
        if edge.log_probabilities is None
    ]
    unreadable = len(plain.unreadable)
    assert unreadable
    dirt, drawn = passing[:-unreadable], passing[-unreadable:]
    assert dirt
    for edge, other in dirt:
        expected = edge.prior + weights.rows * evidence.pieces[edge.first]
        assert other.prior == pytest.approx(expected)
        assert (edge.first, edge.last) == (other.first, other.last)
    for number, (edge, other) in zip(plain.unreadable, drawn, strict=True):
        expected = edge.prior + weights.rows * evidence.candidates[number]
        assert other.prior == pytest.approx(expected)
        assert (edge.first, edge.last) == (other.first, other.last)


def test_a_whole_page_is_read_with_it(reader: Recognizer) -> None:
    """Its answers are chance, so that nothing is asked of the text but that there is one."""
    picture, _ = with_drawings(written(["HOME: 7, QX. W", "A"]), {"Q": KNOT})
    found = run(recognize(picture, reader))
    assert len(found.page.text.splitlines()) >= 2


def test_what_it_is_sure_of_is_read(recognizer: Recognizer, monkeypatch: Any) -> None:
    """Evidence for another letter, sure enough, wins against the ink."""
    page = written(["HOME"])
    place = recognizer.charset.index("X")

    def say(*arguments: Any, **_: Any) -> Told:
        yield 0.0
        evidence = []
        for candidates, pieces in zip(arguments[3], arguments[2], strict=True):
            characters = np.full((len(candidates), len(recognizer.charset)), -20.0)
            for number, candidate in enumerate(candidates):
                if candidate.is_whole:
                    characters[number, place] = 0.0
            silent = np.full(len(candidates), -20.0), np.full(len(pieces.pieces), -20.0)
            evidence.append(RowEvidence(characters, *silent))
        return evidence

    monkeypatch.setattr(row_lattice, "weigh_rows", say)
    reader = _with(replace(recognizer, rows=row_reader()), RowWeights(rows=2.0))
    grey = page.pixels
    layout = lay_out(grey, *find_ink(grey))
    _, (lattice,) = run(build_lattices(layout, reader, SETTINGS))
    whole = [n for n, c in enumerate(lattice.candidates) if c.is_whole]
    assert lattice.ink[whole].argmax(axis=1).tolist() == [place] * 4
