"""What a training sees in each epoch: characters by ever other hands, and ink that is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.state import State, generator_facts, set_generator
from ocrdesk.services.drawing_ahead import DrawingAhead
from ocrdesk.services.recipes import Recipe
from ocrdesk.services.training_data import Characters
from ocrdesk.services.training_patches import draw_fragments, draw_patches, with_fragments


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws one epoch; can be pickled, to be sent to another process."""

    recipe: Recipe
    sources: tuple[Characters, ...]

    def __call__(self, rng: np.random.Generator) -> Dataset:
        sources: Sequence[Characters] = self.sources
        if self.recipe.per_class is not None:
            sources = equally_frequent(sources, self.recipe.per_class, rng)
        drawn = draw_patches(
            sources, self.recipe.geometry, rng, strength=self.recipe.bending_strength
        )
        return with_rejects(drawn, sources, self.recipe, rng)


class EpochSamples:
    """The training source: characters drawn afresh each epoch, or once for all epochs.

    ``is_ahead`` lets another process draw the next epoch meanwhile; whoever wants that uses it as
    a context, at whose end that process ends.
    """

    def __init__(
        self,
        recipe: Recipe,
        sources: Sequence[Characters],
        rng: np.random.Generator,
        *,
        is_ahead: bool = False,
    ) -> None:
        # Where the files are does not matter any more, and mappings that are only read have no
        # way into another process.
        self._draw = _Drawing(replace(recipe, data=()), tuple(sources))
        self._rng = rng
        self._drawn: Dataset | None = None
        self._ahead = DrawingAhead(self._draw) if is_ahead and recipe.draws_afresh else None
        self._is_begun = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._ahead is not None:
            self._ahead.end()
            self._ahead = None

    def __call__(self, epoch: int, rng: np.random.Generator) -> Dataset:  # noqa: ARG002
        """Return the patches (n, size * size) of an epoch with their classes."""
        if self._drawn is None or self._draw.recipe.draws_afresh:
            self._drawn = None  # so that never three epochs are in memory
            self._drawn = self._from_ahead(epoch) or self._draw(self._rng)
        return self._drawn

    def _from_ahead(self, epoch: int) -> Dataset | None:
        """Return what the other process drew, and let it begin with the epoch after that."""
        if self._ahead is None or not (self._is_begun or self._ahead.begin(self._rng)):
            return None
        result = self._ahead.result()
        if result is None:
            self._ahead.end()
            self._ahead = None
            return None
        drawn, self._rng = result
        self._is_begun = epoch < self._draw.recipe.epochs and self._ahead.begin(self._rng)
        return drawn

    def state(self) -> State:
        """Return where the drawing stands."""
        return State(facts=generator_facts(self._rng))

    def load(self, state: State) -> None:
        """Draw on from where `state` was told, of the same recipe, sources and seed.

        Characters drawn once for all epochs are drawn again. Raises ``ValueError`` where that does
        not lead to the same place.
        """
        if self._draw.recipe.draws_afresh:
            set_generator(self._rng, state.facts)
            return
        self(1, self._rng)
        if generator_facts(self._rng) != state.facts:
            raise ValueError("its characters were drawn otherwise than now")


def with_rejects(
    characters: Dataset, sources: Sequence[Characters], recipe: Recipe, rng: np.random.Generator
) -> Dataset:
    """Return the characters and, where the recipe wants it, drawn ink that is none of them.

    It comes on top of such ink among the ``characters``, and is as much as befits the others.
    """
    own = int(np.count_nonzero(characters.labels == len(recipe.charset)))
    count = round(recipe.rejects * (len(characters) - own))
    fragments = draw_fragments(sources, recipe.geometry, count, rng, foreign=recipe.foreign_signs)
    return with_fragments(characters, fragments, len(recipe.charset))


def equally_frequent(
    sources: Sequence[Characters], per_class: int, rng: np.random.Generator
) -> list[Characters]:
    """Return at most ``per_class`` of each character, drawn evenly from all sources together."""
    owner = np.concatenate([np.full(len(s), i) for i, s in enumerate(sources)])
    place = np.concatenate([np.arange(len(s)) for s in sources])
    labels = np.concatenate([s.labels for s in sources])
    order = rng.permutation(len(labels))
    rank = np.empty(len(labels), np.intp)
    for label in np.unique(labels):
        own = order[labels[order] == label]
        rank[own] = np.arange(len(own))
    taken = rank < per_class
    chosen = []
    for index, source in enumerate(sources):
        keep = np.zeros(len(source), bool)
        keep[place[taken & (owner == index)]] = True
        if keep.any():
            chosen.append(replace(source.chosen(keep), per_epoch=None))
    return chosen
