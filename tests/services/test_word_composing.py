"""Words composed of single characters: any text there is, in one writer's letters, on the line."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.language.letterforms import extents
from ocrdesk.language.lexicon import Lexicon
from ocrdesk.page.charset import CAPITALS, DIGITS, PRINT36, PRINT62, SMALL_LETTERS, Charset
from ocrdesk.services import word_composing
from ocrdesk.services.languages import lexicon
from ocrdesk.services.own_hands import own_strokes
from ocrdesk.services.training_data import Characters
from ocrdesk.services.word_composing import WordComposer
from ocrdesk.vision.strokes import Stroke

MARKS = ".,-'!?:/"
SHARES = 3000  # texts that shares are counted of


def _characters(charset: Charset, writers: Sequence[str], kinds: str) -> Characters:
    """Return one drawing of each kind by each writer: a stroke from corner to corner.

    Its last point but one tells who wrote it: so high in the box, in hundredths.
    """
    strokes, labels, names = [], [], []
    for number, writer in enumerate(writers):
        for kind in kinds:
            shape = [(0.0, 0.0), (50.0, 0.0), (50.0, number + 1.0), (50.0, 100.0)]
            strokes.append([np.array(shape, np.float32)])
            labels.append(charset.index(kind))
            names.append(writer)
    return Characters("made up", np.array(labels, np.intp), np.array(names), strokes=strokes)


def _texts(composer: WordComposer, count: int) -> list[str]:
    return [composer.compose(np.random.default_rng(seed))[0] for seed in range(count)]


@pytest.fixture(scope="module")
def composer() -> WordComposer:
    """All kinds of characters and marks."""
    kinds = CAPITALS + DIGITS + SMALL_LETTERS
    marks = own_strokes(MARKS, PRINT62, 4, np.random.default_rng(0))
    parts = [_characters(PRINT62, ["ann", "bob"], kinds), marks]
    return WordComposer(parts, PRINT62, lexicon())


def test_the_same_chance_composes_alike(composer: WordComposer) -> None:
    for seed in range(5):
        (text, strokes), (same, again) = (
            composer.compose(np.random.default_rng(seed)) for _ in range(2)
        )
        assert text == same
        for one, other in zip(strokes, again, strict=True):
            np.testing.assert_array_equal(one, other)
            assert one.dtype == np.float32
            assert np.isfinite(one).all()
    assert len(set(_texts(composer, 100))) > 90


def _kind(text: str) -> str:
    if " " in text:
        return "pair"
    if len(text) > 1 and len(set(text)) == 1:
        return "repeated"
    if text.isdigit():
        return "number"
    bare = text.rstrip(MARKS)
    if any(c.isdigit() for c in bare):
        return "code"
    return "marked" if text != bare else "word"


def test_numbers_codes_words_and_marks_come_in_their_shares(composer: WordComposer) -> None:
    texts = _texts(composer, SHARES)
    assert {c for text in texts for c in text} <= {*PRINT62.characters, " "}
    kinds = Counter(map(_kind, texts))
    assert kinds["number"] / SHARES == pytest.approx(0.09, abs=0.02)
    # Of codes of one to six signs 56 % have digits and capitals.
    assert kinds["code"] / SHARES == pytest.approx(0.56 * 0.06, abs=0.012)
    assert kinds["repeated"] / SHARES == pytest.approx(0.04, abs=0.012)
    assert kinds["pair"] / SHARES == pytest.approx(0.77 * 0.15, abs=0.02)
    assert kinds["marked"] / SHARES == pytest.approx(0.77 * 0.85 * 0.12, abs=0.02)
    assert max(len(text) for text in texts if _kind(text) == "number") == 6
    words = [word for text in texts if _kind(text) == "pair" for word in text.split()]
    words = [word for word in words if len(word.rstrip(MARKS)) > 1]
    cases = Counter("small" if w.islower() else "all" if w.isupper() else "first" for w in words)
    assert cases["small"] / len(words) == pytest.approx(0.48, abs=0.06)
    assert cases["first"] / len(words) == pytest.approx(0.16, abs=0.05)
    assert cases["all"] / len(words) == pytest.approx(0.36, abs=0.06)


def test_rows_of_the_alphabet_come_in_order_and_in_any(composer: WordComposer) -> None:
    texts = _texts(composer, SHARES)
    stretches = [text for text in texts if len(text) > 2 and text in CAPITALS + "-" + SMALL_LETTERS]
    assert len(stretches) / SHARES == pytest.approx(0.02, abs=0.01)
    assert {text.isupper() for text in stretches} == {True, False}


def test_words_of_a_pair_stand_apart() -> None:
    parts = [_characters(PRINT62, ["ann"], CAPITALS + SMALL_LETTERS)]
    composer = WordComposer(parts, PRINT62, lexicon())
    composed = (composer.compose(np.random.default_rng(seed)) for seed in range(300))
    pairs = [(text, strokes) for text, strokes in composed if " " in text]
    assert len(pairs) > 10
    for text, strokes in pairs:
        assert text == " ".join(text.split())
        spans = sorted((float(s[:, 0].min()), float(s[:, 0].max())) for s in strokes)
        ends = np.maximum.accumulate([end for _, end in spans])
        gaps = [begin - end for (begin, _), end in zip(spans[1:], ends[:-1], strict=True)]
        assert max(gaps) > 15, "of 100, the height of capitals"


def test_a_charset_of_capitals_only_makes_capitals() -> None:
    parts = [_characters(PRINT36, ["ann"], CAPITALS + DIGITS)]
    texts = _texts(WordComposer(parts, PRINT36, lexicon()), 300)
    assert all(set(text) <= {*PRINT36.characters, " "} for text in texts)
    assert any(text.isalpha() for text in texts)
    assert any(text.isdigit() for text in texts)


def test_only_characters_that_there_are_come() -> None:
    """Words with others are left out, numbers and codes where there are no signs for them."""
    for few in ("EATSRINOLDHMUCY", "eatsrinoldhmucy"):
        parts = [_characters(PRINT62, ["ann"], few)]
        texts = _texts(WordComposer(parts, PRINT62, lexicon()), 200)
        assert all(set(text) <= {*few, " "} for text in texts)


def _owners(strokes: Sequence[Stroke], turned: npt.NDArray[np.float64]) -> list[float]:
    """Return the numbers of the writers whose letters `_characters` drew, by their third point."""
    level = [stroke.astype(np.float64) @ turned for stroke in strokes if len(stroke) == 4]
    return [float((s[2, 1] - s[0, 1]) / (s[3, 1] - s[0, 1]) * 100) for s in level]


def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hands write evenly, upright and apart."""

    def drawn(rng: np.random.Generator, *, joined: float) -> word_composing._Hand:
        del joined
        return word_composing._Hand(
            x_height=0.6,
            gap=0.1,
            unevenness=0.0,
            trembling=0.0,
            slope=0.0,
            slant=0.0,
            is_joined=bool(rng.random() < 0),
        )

    monkeypatch.setattr(word_composing, "_drawn_hand", drawn)


def test_a_hand_uses_its_writers_own_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    _plain(monkeypatch)
    kinds = CAPITALS.replace("E", "")
    others = _characters(PRINT36, ["few"], "E")  # nobody's hand, yet all take their E from it
    parts = [_characters(PRINT36, ["ann", "bob", "eve"], kinds), others]
    composer = WordComposer(parts, PRINT36, lexicon())
    seen = set()
    for seed in range(60):
        text, strokes = composer.compose(np.random.default_rng(seed))
        text = text.replace(" ", "")
        owners = np.array(_owners(strokes, np.eye(2))).round().astype(int)
        assert len(owners) == len(text)
        own = {owner for c, owner in zip(text, owners.tolist(), strict=True) if c != "E"}
        assert len(own) <= 1
        seen |= own
    assert seen == {1, 2, 3}


def test_letters_stand_where_letterforms_say(
    composer: WordComposer, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plain(monkeypatch)
    tops: defaultdict[str, list[float]] = defaultdict(list)
    for seed in range(400):
        text, strokes = composer.compose(np.random.default_rng(seed))
        if not text.isalnum():
            continue
        end = -np.inf
        for character, stroke in zip(text, strokes, strict=True):
            top, bottom = extents([character], 0.6)[0]
            assert stroke[:, 1].max() == pytest.approx(-100 * bottom, abs=0.1)
            tops[character].append(float(-stroke[:, 1].min() / 100 - top))
            assert stroke[:, 0].min() == pytest.approx(end + 10, abs=0.1) or end == -np.inf
            end = float(stroke[:, 0].max())
    # As high as they should be on average, and a little higher or lower each time.
    assert set(tops) > set("aegklpty07AM")
    assert abs(np.mean([value for own in tops.values() for value in own])) < 0.02
    assert max(abs(value) for own in tops.values() for value in own) < 0.35
    assert np.std(tops["e"]) > 0.01


def test_marks_stay_as_they_were_drawn(
    composer: WordComposer, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plain(monkeypatch)
    found = []
    for seed in range(600):
        text, strokes = composer.compose(np.random.default_rng(seed))
        if text.endswith("."):
            found.append(strokes[-1])
    assert found
    for stroke in found:
        assert stroke[:, 1].min() > -25
        assert abs(stroke[:, 1].max()) < 12


def test_joined_letters_hang_together() -> None:
    """Some words of small letters are joined, fewer of capitals, no numbers."""
    parts = [_characters(PRINT62, ["ann"], CAPITALS + SMALL_LETTERS + DIGITS)]
    composer = WordComposer(parts, PRINT62, lexicon())
    joined = Counter[str]()
    for seed in range(300):
        text, strokes = composer.compose(np.random.default_rng(seed))
        is_known = text.islower() or text.isupper() or text.isdigit()
        if len(text) > 2 and is_known and len(set(text)) > 1:
            case = "capitals" if text.isupper() else "small" if text.islower() else "numbers"
            case = "numbers" if any(map(str.isdigit, text)) else case
            text = text.replace(" ", "")
            joined[case] += 1
            joined[f"{case} joined"] += len(strokes) > len(text)
    assert joined["numbers"]
    assert joined["numbers joined"] == 0
    assert 0.03 < joined["capitals joined"] / joined["capitals"] < 0.2
    assert 0.2 < joined["small joined"] / joined["small"] < 0.5


def _is_own(stroke: Stroke) -> bool:
    """Tell whether `_characters` drew a stroke: along the top, then down."""
    return len(stroke) == 4 and bool(
        np.ptp(stroke[:2, 1]) < 1e-3 and np.ptp(stroke[1:, 0]) < 1e-3 < np.ptp(stroke[:2, 0])
    )


def _foreign_among(composer: WordComposer, count: int) -> list[list[Stroke]]:
    """Return what stands among the letters of some texts: strokes that `_characters` drew not."""
    found = []
    for seed in range(count):
        text, strokes = composer.compose(np.random.default_rng(seed))
        own = list(filter(_is_own, strokes))
        assert len(own) == len(text.replace(" ", "")), "each character is written, nothing else"
        found.append([stroke for stroke in strokes if not _is_own(stroke)])
    return found


def test_foreign_signs_stand_among_characters_that_say_nothing_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _plain(monkeypatch)
    parts = [_characters(PRINT36, ["ann"], CAPITALS + DIGITS)]
    assert not any(_foreign_among(WordComposer(parts, PRINT36, lexicon()), 300))
    composer = WordComposer(parts, PRINT36, lexicon(), foreign="#&")
    found = _foreign_among(composer, 1000)
    assert np.mean([bool(strokes) for strokes in found]) == pytest.approx(0.15, abs=0.04)
    for strokes in filter(None, found):
        points = np.concatenate(strokes)
        assert np.isfinite(points).all()
        assert -150 < points[:, 1].min() < points[:, 1].max() < 80, "about the line"
        assert np.ptp(points[:, 1]) > 20


def test_foreign_signs_touch_nothing_where_letters_are_written_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _plain(monkeypatch)
    monkeypatch.setattr(word_composing, "_FOREIGN", 1.0)
    parts = [_characters(PRINT36, ["ann"], CAPITALS + DIGITS)]
    composer = WordComposer(parts, PRINT36, lexicon(), foreign="#&")
    for seed in range(100):
        _, strokes = composer.compose(np.random.default_rng(seed))
        letters = list(filter(_is_own, strokes))
        foreign = np.concatenate([s for s in strokes if not _is_own(s)])
        spans = [(s[:, 0].min(), s[:, 0].max()) for s in letters]
        left, right = foreign[:, 0].min(), foreign[:, 0].max()
        assert all(end < left or begin > right for begin, end in spans)


def test_too_few_characters_are_told() -> None:
    with pytest.raises(DatasetError, match="15 different characters") as caught:
        WordComposer([_characters(PRINT36, ["ann"], CAPITALS[:14])], PRINT36, lexicon())
    assert "more writers" in caught.value.advice
    with pytest.raises(DatasetError, match="15 different characters"):
        WordComposer([], PRINT36, lexicon())
    unknown = Lexicon(["zebra"], [5])
    parts = [_characters(PRINT36, ["ann"], DIGITS + "ABCDEFGH")]
    with pytest.raises(DatasetError, match="No word can be composed"):
        WordComposer(parts, PRINT36, unknown)
    title = [_characters(PRINT62, ["ann"], DIGITS + "Zebra")]
    assert WordComposer(title, PRINT62, unknown).compose(np.random.default_rng(0))[0]
