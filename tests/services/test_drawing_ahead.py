"""Another process draws the next epoch; what comes out must not depend on who drew."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.page.charset import Charset
from ocrdesk.services.epoch_samples import EpochSamples
from ocrdesk.services.own_hands import synthetic_characters
from ocrdesk.services.recipes import Recipe, find_recipe
from ocrdesk.services.training_data import Characters

EPOCHS = 3


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return replace(find_recipe("print36"), charset=Charset("LOX"), epochs=EPOCHS)


@pytest.fixture(scope="module")
def sources() -> list[Characters]:
    return [synthetic_characters(Charset("LOX"), np.random.default_rng(0), per_class=10)]


def _stream() -> np.random.Generator:
    return np.random.default_rng(5)


@pytest.fixture
def ahead(recipe: Recipe, sources: list[Characters]) -> Iterator[EpochSamples]:
    with EpochSamples(recipe, sources, _stream(), is_ahead=True) as samples:
        yield samples


def _check(ahead: EpochSamples, here: EpochSamples, epoch: int) -> None:
    first, second = ahead(epoch, _stream()), here(epoch, _stream())
    assert np.array_equal(first.inputs, second.inputs)
    assert np.array_equal(first.labels, second.labels)
    assert ahead.state().facts == here.state().facts


def test_it_draws_the_same_in_another_process(
    ahead: EpochSamples, recipe: Recipe, sources: list[Characters]
) -> None:
    here = EpochSamples(recipe, sources, _stream())
    for epoch in range(1, EPOCHS + 1):
        _check(ahead, here, epoch)


def test_it_goes_on_from_where_a_checkpoint_was_made(
    ahead: EpochSamples, recipe: Recipe, sources: list[Characters]
) -> None:
    here = EpochSamples(recipe, sources, _stream())
    here(1, _stream())
    ahead.load(here.state())
    _check(ahead, here, 2)


def test_where_the_other_process_dies_this_one_draws(
    ahead: EpochSamples, recipe: Recipe, sources: list[Characters]
) -> None:
    here = EpochSamples(recipe, sources, _stream())
    _check(ahead, here, 1)
    assert ahead._ahead is not None
    ahead._ahead._process.kill()
    _check(ahead, here, 2)
    _check(ahead, here, 3)
