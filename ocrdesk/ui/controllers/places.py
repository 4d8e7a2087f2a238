"""Where a person is on a page, as a document file keeps it."""

import math
from collections.abc import Mapping
from typing import Any

from ocrdesk.page.selection import Selection
from ocrdesk.ui.open_document import OpenDocument
from ocrdesk.ui.views.page_view import ViewState


def view_of(opened: OpenDocument, state: ViewState | None, *, is_shown: bool) -> dict[str, Any]:
    """Return what to find again when the page is opened: place, letter, and whether it is shown."""
    view: dict[str, Any] = {"selection": opened.selection, "is_shown": is_shown}
    if state is not None:
        view |= {
            "scale": state.scale,
            "center": [state.center_x, state.center_y],
            "fit": state.fit,
        }
    return view


def restore_view(opened: OpenDocument, view: Mapping[str, Any]) -> None:
    """Bring a person back where they were; what makes no sense is passed over."""
    selection = view.get("selection")
    if isinstance(selection, int) and opened.page is not None and selection in opened.page:
        opened.selected = Selection.only(selection)
    center = view.get("center")
    if not isinstance(center, list) or len(center) != 2:
        return
    numbers = [view.get("scale"), *center]
    if all(isinstance(number, int | float) and math.isfinite(number) for number in numbers):
        scale, x, y = map(float, numbers)
        fit = view.get("fit")
        if 0 < scale < 1000:
            opened.view_state = ViewState(scale, x, y, fit if isinstance(fit, str) else "")
