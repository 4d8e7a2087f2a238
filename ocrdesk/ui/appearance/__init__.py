"""The look: distances, colours, icons, and the scale of certainty in colour, pattern and words."""

from ocrdesk.ui.appearance.certainty import Certainty, certainty_of
from ocrdesk.ui.appearance.icons import app_icon, icon
from ocrdesk.ui.appearance.style import Appearance

__all__ = ["Appearance", "Certainty", "app_icon", "certainty_of", "icon"]
