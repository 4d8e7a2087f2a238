"""Layouts in several directions make one, and every box stays where its letter is."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.components import find_components
from ocrdesk.vision.layout import find_ink, lay_out
from ocrdesk.vision.levelling import lay_out_along
from ocrdesk.vision.patches import PatchGeometry, cut_patch
from ocrdesk.vision.strips import ink_of, put_together, without

DrawPage = Callable[..., npt.NDArray[np.uint8]]


def test_a_word_on_its_side_is_a_row_of_its_own(draw_page: DrawPage) -> None:
    across = np.rot90(draw_page(["LUX"], cap=60), -1)
    level = draw_page(["PACK MY"], cap=60)
    page = np.full((max(across.shape[0], level.shape[0]), 900), 235, np.uint8)
    page[: level.shape[0], : level.shape[1]] = level
    page[: across.shape[0], 900 - across.shape[1] :] = across
    ink, components = find_ink(page)
    border = (900 - across.shape[1]) * ink.scale
    turned = np.flatnonzero(components.centers[:, 0] > border).tolist()
    assert len(turned) == 3
    part, window = ink_of(ink, components, turned)
    word = lay_out_along(page, part, find_components(part), 90.0)
    rest = without(ink, components, turned)
    layout = put_together(lay_out(page, rest, find_components(rest)), [(word, window)])
    assert [[len(w.clusters) for w in row.words] for row in layout.rows] == [[4, 2], [3]]
    boxes = [layout.glyph_box(cluster) for cluster in layout.rows[1].clusters]
    assert [box.top for box in boxes] == sorted(box.top for box in boxes)
    dark = page < 130
    geometry = PatchGeometry()
    patches = layout.patches(geometry)
    for number, (_, _, cluster) in enumerate(layout.glyphs()):
        box = layout.glyph_box(cluster)
        assert np.abs(cut_patch(layout.box_ink(box), geometry) - patches[number]).mean() < 0.01
        dark[box.top : box.bottom, box.left : box.right] = False
    assert dark.sum() < 40
