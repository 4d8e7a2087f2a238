"""Networks laid out as lists: what fits is built as outlined, what does not is explained."""

import numpy as np
import pytest

from ocrdesk.nn.optimizer import SGD
from ocrdesk.services.laboratory.data import DataPlan
from ocrdesk.services.laboratory.network_plan import (
    KINDS,
    PRESETS,
    LayerPlan,
    NetworkPlan,
    built,
    network_problems,
    outline,
    weight_count,
)
from ocrdesk.services.laboratory.run_plan import RunPlan
from ocrdesk.services.model_store import load_model
from ocrdesk.services.recipes import find_recipe
from ocrdesk.vision.patches import PatchGeometry

PATCH = (28, 28)
CONVOLUTION = LayerPlan(kind="convolution", units=4, activation="relu", initializer="he")
POOL = LayerPlan(kind="pooling")


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_built_with_as_many_weights_as_it_tells(name: str) -> None:
    plan = PRESETS[name]
    network = built(plan, PATCH, 36, np.random.default_rng(0))
    assert weight_count(outline(plan, PATCH, 36)) == len(network.parameters)
    assert not network_problems(plan, PATCH, 36)


def test_the_outline_follows_the_shape_from_layer_to_layer() -> None:
    plan = NetworkPlan((CONVOLUTION, POOL, LayerPlan(units=10)))
    rows = outline(plan, PATCH, 36)
    assert [row.shape for row in rows] == [PATCH, (28, 28, 4), (14, 14, 4), (10,), (36,)]
    assert [row.weights for row in rows] == [0, 40, 0, 7850, 396]
    assert rows[1].name == "convolution 4 (3 x 3), relu"


def ink_side(geometry: PatchGeometry) -> int:
    return geometry.size - 2 * geometry.margin


def test_the_first_preset_is_the_network_of_the_model_that_ships() -> None:
    handout = load_model("handout")
    patch = (handout.geometry.size, handout.geometry.size)
    plan = RunPlan()
    assert plan.network == next(iter(PRESETS.values()))
    network = built(plan.network, patch, len(handout.charset), None)
    assert [layer.description() for layer in network.layers] == [
        layer.description() for layer in handout.network.layers
    ]
    recipe = find_recipe("handout")
    assert recipe.optimizer is SGD
    assert (plan.optimizer, plan.momentum, plan.batch_size) == ("sgd", 0.0, recipe.batch_size)
    assert plan.schedule_made() == recipe.schedule
    # Fewer pixels of paper around it, but ink of one size.
    assert ink_side(DataPlan().geometry) == ink_side(handout.geometry)


def test_every_kind_can_be_first() -> None:
    for kind in KINDS:
        plan = NetworkPlan((LayerPlan(kind=kind), LayerPlan(units=4)))
        problems = network_problems(plan, PATCH, 3)
        if not problems:
            assert built(plan, PATCH, 3, np.random.default_rng(0)).classes == 3
        else:
            assert "put a convolution before it" in problems[0]
            assert kind in {"pooling", "normalisation"}


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ((LayerPlan(), CONVOLUTION), "dense layer before it left only a row"),
        ((LayerPlan(), POOL), "A pooling needs a picture"),
        ((CONVOLUTION, *(POOL,) * 5), "nothing left to pool: the picture is only 1 by 1"),
        ((LayerPlan(kind="convolution", size=4),), "an odd number"),
        ((LayerPlan(kind="dropout", rate=1.0),), "0 to 0.95"),
        ((LayerPlan(units=0),), "1 to 4096 units"),
        ((LayerPlan(activation="sine"),), "activations are sigmoid"),
        ((LayerPlan(initializer="ones"),), "initialisers are zeros"),
        (tuple(LayerPlan(units=4096) for _ in range(3)), "weights are too many"),
        (tuple(LayerPlan(units=1) for _ in range(50)), "50 layers are too many"),
    ],
)
def test_what_cannot_stand_is_explained_and_never_built(
    layers: tuple[LayerPlan, ...], told: str
) -> None:
    plan = NetworkPlan(layers)
    assert any(told in problem for problem in network_problems(plan, PATCH, 36))
    with pytest.raises(ValueError, match=told):
        built(plan, PATCH, 36, None)


def test_behind_a_misfit_nothing_is_worked_out() -> None:
    rows = outline(NetworkPlan((LayerPlan(), POOL, LayerPlan())), PATCH, 36)
    assert [row.shape for row in rows[2:]] == [None, None, None]


def test_a_preset_is_told_as_json() -> None:
    told = NetworkPlan((CONVOLUTION,)).as_json()
    assert told["layers"][0]["kind"] == "convolution"
    assert told["output_initializer"] == "xavier"
