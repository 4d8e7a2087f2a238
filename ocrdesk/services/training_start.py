"""The weights that a training begins with: drawn, or those of a network that reads already."""

import numpy as np

from ocrdesk.errors import UsageError
from ocrdesk.nn.network import Network
from ocrdesk.nn.outputs import with_outputs
from ocrdesk.services.recipes import Recipe
from ocrdesk.services.recognizer import Recognizer


def starting_network(
    recipe: Recipe, parent: Recognizer | None, rng: np.random.Generator
) -> Network:
    """Return the network to train: the recipe's with weights drawn, or the parent's.

    The parent's keeps its own layers. Where the recipe has other characters, what it knows of those
    that both have is kept, and of the rest it begins to learn. Raises ``UsageError`` where it looks
    at other patches than the recipe's.
    """
    if parent is None:
        return Network(recipe.layers(recipe.classes), (recipe.geometry.size**2,), rng=rng)
    if parent.geometry != recipe.geometry:
        seen, wanted = parent.geometry.size, recipe.geometry.size
        raise UsageError(
            f"The model “{parent.name}” looks at patches of {seen} pixels, the recipe "
            f"{recipe.name} at {wanted}.",
            advice="Choose a model that was made by a recipe with the same patches.",
        )
    known = {character: place for place, character in enumerate(parent.charset)}
    outputs = [known.get(character) for character in recipe.charset]
    if recipe.rejects > 0:
        outputs.append(len(parent.charset) if parent.can_reject else None)
    return with_outputs(parent.network, outputs, rng)
