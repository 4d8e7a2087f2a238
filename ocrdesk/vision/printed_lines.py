"""Lines and squares printed on the paper taken out of the ink, as far as settings ask for it."""

from dataclasses import replace

import numpy as np

from ocrdesk.ink_settings import Rules
from ocrdesk.vision.boxing import without_boxes
from ocrdesk.vision.components import Components, find_components
from ocrdesk.vision.dashes import find_dashed_rules
from ocrdesk.vision.ink_runs import grown, runs
from ocrdesk.vision.preprocess import InkImage, Mask
from ocrdesk.vision.ruling import may_be_ruled, without_rules

_SQUARES = 0.5  # of the writing's ink are level lines of squared paper, and upright ones
_STRAIGHT = 24  # pixels of a line: the rims of letters are no lines


def without_printed_lines(
    ink: InkImage, *, is_ruled: bool | None = None, reach: int = 0
) -> tuple[InkImage, Components, bool]:
    """Return ink and components without printed lines, and whether long ones were found.

    ``is_ruled`` tells that an earlier look found them or not; without it they are looked for where
    enough of the ink may be lines. ``reach`` is that of
    :func:`ocrdesk.vision.preprocess.find_ink`.
    """
    rules, found = ink.settings.rules, ink.mask
    components = None
    if is_ruled is None:
        components = find_components(ink)
        is_ruled = rules is Rules.REMOVE or (rules is Rules.AUTOMATIC and may_be_ruled(components))
    if is_ruled:
        bare = without_rules(ink, reach=reach)
        is_ruled, ink = bare is not ink, bare
    if is_ruled or components is None:
        components = find_components(ink)
    if rules is Rules.REMOVE:
        taken = found & ~ink.mask
        ink = without_boxes(ink, components, taken=None if _is_squared(taken, ink) else taken)
        components = find_components(ink)
    if rules is Rules.KEEP:
        return ink, components, is_ruled
    return *_without_dashes(ink, components), is_ruled


def _is_squared(taken: Mask, ink: InkImage) -> bool:
    """Tell whether lines (h, w) that are off the ink were squares all over the paper.

    Stems of letters end on these by chance; on lines of a form they do if they are its sides.
    """
    least = _SQUARES * np.count_nonzero(ink.mask)
    both = (taken, np.ascontiguousarray(taken.T))
    straight = (np.count_nonzero((runs(grown(one)) >= _STRAIGHT) & one) for one in both)
    return all(count > least for count in straight)


def _without_dashes(ink: InkImage, components: Components) -> tuple[InkImage, Components]:
    """Return ink and components without dashed lines; both the same objects where none are."""
    dashes = find_dashed_rules(components.boxes)
    if not dashes.any():
        return ink, components
    gone = np.append(False, dashes)[components.labels]
    bare = replace(ink, mask=ink.mask & ~gone)
    return bare, find_components(bare)
