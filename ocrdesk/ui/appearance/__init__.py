"""The look: distances, colours, icons, and the scale of certainty in colour, pattern and words."""

from ocrdesk.ui.appearance.certainty import DOUBT, Certainty, certainty_of
from ocrdesk.ui.appearance.icons import app_icon, icon, icon_pixmap, pixel_ratio
from ocrdesk.ui.appearance.letter_face import draw_letters, strike_zeros
from ocrdesk.ui.appearance.style import Appearance, dress_window
from ocrdesk.ui.appearance.stylesheet import dress
from ocrdesk.ui.appearance.theme import Theme, theme_of
from ocrdesk.ui.appearance.typography import fixed_font, letter_font, scaled_font

__all__ = [
    "DOUBT",
    "Appearance",
    "Certainty",
    "Theme",
    "app_icon",
    "certainty_of",
    "draw_letters",
    "dress",
    "dress_window",
    "fixed_font",
    "icon",
    "icon_pixmap",
    "letter_font",
    "pixel_ratio",
    "scaled_font",
    "strike_zeros",
    "theme_of",
]
