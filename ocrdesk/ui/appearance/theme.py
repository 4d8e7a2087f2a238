"""The colours of light and dark, each named after what it is for.

The scale of certainty takes its hues from Okabe and Ito's colour-blind-safe set ("Color Universal
Design", 2008), darkened or lightened until they stand out from the ground by at least 3 : 1, and
never speaks by hue alone: pattern, shape and words say the same.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from ocrdesk.ui.appearance.certainty import Certainty

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


@dataclass(frozen=True)
class Theme:
    """One set of colours, as ``#rrggbb``."""

    name: str
    window: str
    base: str
    raised: str
    canvas: str
    border: str
    border_strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_strong: str
    on_accent: str
    tint: str
    info: str
    success: str
    warning: str
    error: str
    certainty: dict[Certainty, str]

    @property
    def is_dark(self) -> bool:
        """Tell whether light text stands on dark ground."""
        return self.name == "dark"

    def color(self, certainty: Certainty) -> QColor:
        """Return the colour in which text and bars of that certainty appear."""
        return QColor(self.certainty[certainty])


LIGHT = Theme(
    name="light",
    window="#f4f5f8",
    base="#ffffff",
    raised="#ffffff",
    canvas="#dfe3ea",
    border="#d8dce4",
    border_strong="#a9b1be",
    text="#1b1f27",
    muted="#596273",
    disabled="#9aa2af",
    accent="#6440cf",
    accent_strong="#5532b8",
    on_accent="#ffffff",
    tint="#ece7fb",
    info="#2a64b5",
    success="#0a7a56",
    warning="#955900",
    error="#bf3a12",
    certainty={
        Certainty.CONFIRMED: "#00795a",
        Certainty.CERTAIN: "#0a68a8",
        Certainty.LIKELY: "#925f00",
        Certainty.DOUBTFUL: "#bb4000",
        Certainty.UNREADABLE: "#a02f78",
        Certainty.UNREAD: "#687182",
    },
)

DARK = Theme(
    name="dark",
    window="#1d2027",
    base="#15171d",
    raised="#272b34",
    canvas="#0e1014",
    border="#343a46",
    border_strong="#5b6475",
    text="#e7eaf0",
    muted="#a1aabb",
    disabled="#666f7f",
    accent="#b3a1fb",
    accent_strong="#c8bbff",
    on_accent="#1a1333",
    tint="#322b52",
    info="#7db4f5",
    success="#4fcf9f",
    warning="#f0b64a",
    error="#ff8a5c",
    certainty={
        Certainty.CONFIRMED: "#3ccf9c",
        Certainty.CERTAIN: "#62b4ee",
        Certainty.LIKELY: "#f0b13c",
        Certainty.DOUBTFUL: "#ff8450",
        Certainty.UNREADABLE: "#ea8fc6",
        Certainty.UNREAD: "#98a1b2",
    },
)

# On the photographed page the ground is paper or board whatever the window wears, so the frames
# have colours of their own, readable on white and on black. They were searched for so that any two
# are as far apart as can be to whoever lacks one kind of cones, too: 24 in CIELAB at the least.
PAPER_COLORS = {
    Certainty.CONFIRMED: "#0d6954",
    Certainty.CERTAIN: "#009adc",
    Certainty.LIKELY: "#c38400",
    Certainty.DOUBTFUL: "#b3311d",
    Certainty.UNREADABLE: "#a13295",
    Certainty.UNREAD: "#91929e",
}
PAPER_SELECTION = "#7a4df0"
PAPER_INK, PAPER_LEFT_OUT = "#a3005c", "#c77700"
ROW_BANDS = ("#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#8878d8")


def theme_of(palette: QPalette) -> Theme:
    """Return the theme that a widget with this palette wears."""
    return DARK if palette.color(_Role.Window).lightness() < 128 else LIGHT


def mixed(first: QColor | str, second: QColor | str, share: float) -> QColor:
    """Return the colour ``share`` of the way (0 to 1) from the first to the second."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that dresses Qt's own widgets in the theme."""
    palette = QPalette()
    for role, value in {
        _Role.Window: theme.window,
        _Role.WindowText: theme.text,
        _Role.Base: theme.base,
        _Role.AlternateBase: theme.window,
        _Role.Text: theme.text,
        _Role.Button: theme.raised,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.error,
        _Role.ToolTipBase: theme.raised,
        _Role.ToolTipText: theme.text,
        _Role.PlaceholderText: theme.muted,
        _Role.Highlight: theme.accent,
        _Role.HighlightedText: theme.on_accent,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent_strong,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.border,
        _Role.Mid: theme.border_strong,
        _Role.Dark: theme.border_strong,
        _Role.Shadow: "#000000" if theme.is_dark else theme.border_strong,
    }.items():
        palette.setColor(role, QColor(value))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
        palette.setColor(_Group.Disabled, role, QColor(theme.disabled))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(theme.border))
    palette.setColor(_Group.Disabled, _Role.HighlightedText, QColor(theme.disabled))
    return palette
