"""Letters after letters: estimates by hand, sums of one, names above noise."""

from itertools import product
from math import exp

import numpy as np
import pytest

from ocrdesk.language.ngram import BOUNDARY, NgramModel, NgramTable
from ocrdesk.language.ngram_training import cross_entropy, damped_weights, train_ngrams
from ocrdesk.language.words import Language

WORDS = ["anna", "hanna", "hannah", "ann", "nan", "ban", "banana", "bandana", "o'hanna"]


def _trained(order: int, threshold: float = 0.0) -> NgramModel:
    return train_ngrams(WORDS, damped_weights([1.0] * 9), order=order, threshold=threshold)


@pytest.mark.parametrize("order", [2, 3, 6])
def test_every_row_sums_to_one_and_leaves_nothing_out(order: int) -> None:
    model = _trained(order)
    for context in ["", BOUNDARY, "a", "n", "b", "'", BOUNDARY + "b"]:
        row = model.row(context[1 - order :])
        assert row.sum() == pytest.approx(1.0, abs=1e-12)
        assert (row > 0).all()


def test_all_words_of_a_length_and_their_beginnings_sum_to_one() -> None:
    model = _trained(3)
    total = 0.0
    for length in range(4):
        for letters in product(model.alphabet, repeat=length):
            total += exp(model.log_probability("".join(letters)))
    longer = 0.0
    for letters in product(model.alphabet, repeat=4):
        beginning, context = 0.0, model.start()
        for letter in letters:
            beginning += np.log(model.row(context)[model.alphabet.index(letter) + 1])
            context = model.step(context, letter)
        longer += exp(beginning)
    assert total + longer == pytest.approx(1.0, abs=1e-9)


def test_one_letter_by_hand() -> None:
    # Two words, "a" and "b", order 1: four symbols counted, ends twice. All counts-of-counts
    # but n1 = 2 (a, b) and n2 = 1 (end): D = 1/2, D1 = 1 - 2*1/2*1/2 = 1/2, D2 = 2 - 0 -> 1.95.
    model = train_ngrams(["a", "b"], damped_weights([1.0, 1.0]), order=1)
    left_over = (0.5 + 0.5 + 1.95) / 4
    end = (2 - 1.95) / 4 + left_over / 3
    letter = (1 - 0.5) / 4 + left_over / 3
    # What is stored is rounded to 3 %.
    assert model.row("") == pytest.approx([end, letter, letter], rel=0.05)


def test_the_same_words_make_the_same_table_in_any_order() -> None:
    first, second = _trained(4).table, train_ngrams(WORDS[::-1], np.ones(9, int), order=4).table
    for ours, theirs in zip(
        first.symbols + first.costs, second.symbols + second.costs, strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)


def test_pruning_keeps_sums_and_makes_it_smaller() -> None:
    whole, pruned = _trained(5), _trained(5, threshold=0.01)
    assert sum(map(len, pruned.table.symbols)) < sum(map(len, whole.table.symbols))
    assert pruned.row("an").sum() == pytest.approx(1.0)
    seen = dict.fromkeys(WORDS, 1.0)
    assert cross_entropy(whole, seen) < cross_entropy(pruned, seen)


def test_a_longer_context_knows_its_words_better() -> None:
    seen = dict.fromkeys(WORDS, 1.0)
    costs = [cross_entropy(_trained(order), seen) for order in (1, 2, 4)]
    assert costs == sorted(costs, reverse=True)


def test_weights_are_damped_and_whole() -> None:
    assert damped_weights([1.0, 3.0, 5.0], 0.5).tolist() == [1, 10, 100]
    assert damped_weights([1.0, 7.7], 0.0).tolist() == [1, 1]


@pytest.mark.parametrize("name", ["birkerod", "frontini", "longdin", "chorletts", "osteras"])
def test_names_that_no_lexicon_holds_are_likelier_than_noise(english: Language, name: str) -> None:
    assert name not in english.lexicon
    rng = np.random.default_rng(len(name))
    shuffled = [
        "".join(rng.choice(list("abcdefghijklmnopqrstuvwxyz"), len(name))) for _ in range(30)
    ]
    best = max(english.ngrams.log_probability(word) for word in shuffled)
    assert english.ngrams.log_probability(name) > best


def test_the_shipped_letters_foresee_held_out_words_of_other_languages(english: Language) -> None:
    names = dict.fromkeys(["jyvaskyla", "utsunomiya", "goteborg", "queretaro", "riccione"], 1.0)
    # 27 letters and an end, equally likely, cost 4.8 bits each.
    assert cross_entropy(english.ngrams, names) < 4.0


def test_a_table_that_is_no_tree_is_refused() -> None:
    table = _trained(2).table
    with pytest.raises(ValueError, match="begin"):
        NgramTable(table.symbols, table.costs, (table.children[0][::-1] + np.uint8(1),))
    with pytest.raises(ValueError, match="match"):
        NgramTable(table.symbols, table.costs[:1], table.children)
    with pytest.raises(ValueError, match="bytes"):
        NgramTable((table.symbols[0].astype(np.int64),), (table.costs[0],), ())
    with pytest.raises(ValueError, match="outside"):
        NgramModel("ab", table)


def test_nothing_to_learn_from_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        train_ngrams([], damped_weights([]))
