"""What the palette cannot say about Qt's own widgets: corners, paddings, focus rings."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from ocrdesk.paths import resources_folder
from ocrdesk.ui.appearance.theme import Theme, mixed
from ocrdesk.ui.appearance.typography import (
    BODY,
    CAPTION,
    DISPLAY,
    HEADING,
    TEXT,
    TITLE,
    fixed_font,
)

_SHEET = Template("""
QToolTip {
    background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px;
}
QPushButton {
    background: $raised; color: $text; border: 1px solid $outline; border-radius: 6px;
    padding: 5px 14px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $disabled; border-color: $border; background: $window; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton[primary="true"] {
    background: $primary; color: $on_primary; border-color: $primary; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $primary_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled {
    background: $window; color: $disabled; border-color: $border;
}
QPushButton[room="tight"] { padding: 5px 8px; }
QPushButton[room="tight"]:focus { padding: 4px 7px; }
QPushButton[quiet="true"] {
    background: transparent; border-color: transparent; color: $accent; padding: 5px 8px;
}
QPushButton[quiet="true"]:hover { background: $tint; }
QPushButton[quiet="true"]:focus { border-color: $accent; padding: 4px 7px; }
QToolButton {
    border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $tint; border-color: $tint_edge; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }
QToolBar {
    background: $window; border: none; border-bottom: 1px solid $border;
    padding: 4px 8px; spacing: 2px;
}
QToolBar::separator { background: $border; width: 1px; margin: 6px 6px; }
QMenuBar { background: $window; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $tint; color: $text; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QStatusBar { background: $window; border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 6px; }
QStatusBar QToolButton { color: $muted; padding: 1px 6px; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QGraphicsView { border: 2px solid $window; }
QGraphicsView:focus { border: 2px solid $ring; }
QScrollArea[room="notes"] { border: 1px solid $window; border-radius: 6px; }
QScrollArea[room="notes"]:focus { border-color: $ring; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QListView {
    background: $base; border: 1px solid $border; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QListView { selection-background-color: $tint; selection-color: $text; }
QListView[room="rows"], QListView[room="tiles"] { padding: 2px; }
QListView[room="rows"]::item { padding: 4px 6px; border-radius: 4px; }
QListView[room="rows"]::item:selected { background: $tint; color: $text; }
QLineEdit, QComboBox, QAbstractSpinBox {
    background: $base; border: 1px solid $outline; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { padding: 5px 8px; }
QComboBox { padding: 4px 8px; min-height: 18px; }
QAbstractSpinBox { padding: 2px 6px; min-height: 18px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {
    background: transparent; border: none; border-radius: 0; padding: 0;
}
QComboBox:!editable { background: $raised; }
QComboBox:!editable:hover { background: $hover; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $window; color: $disabled; border-color: $border;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus, QComboBox:focus,
QAbstractSpinBox:focus { border: 1px solid $accent; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    background: $raised; border: none; border-radius: 0; padding: 2px;
    selection-background-color: $tint; selection-color: $text;
}
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox::down-arrow:disabled { image: url("$down_dim"); }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; width: 20px; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; padding-top: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; padding-bottom: 3px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url("$up_dim"); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
    image: url("$down_dim");
}
QSlider:horizontal { min-height: 16px; }
QSlider::groove:horizontal { background: $track; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $raised; border: 2px solid $accent; width: 12px; margin: -6px 0;
    border-radius: 8px;
}
QSlider::handle:horizontal:hover { background: $tint; }
QSlider::handle:horizontal:focus { background: $accent; border-color: $text; }
QSlider::sub-page:horizontal:disabled { background: $track; }
QSlider::handle:horizontal:disabled { background: $window; border-color: $border; }
QRadioButton { spacing: 8px; font-weight: 600; }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $strong; border-radius: 8px; background: $base;
}
QRadioButton::indicator:checked {
    border-color: $accent; background: $accent; image: url("$dot");
}
QRadioButton::indicator:disabled { border-color: $border; }
QRadioButton::indicator:checked:disabled { background: $disabled; }
QRadioButton::indicator:focus { border-color: $ring; }
QCheckBox { spacing: 8px; }
QCheckBox[bare="true"] { spacing: 0; }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $strong; border-radius: 4px; background: $base;
}
QCheckBox::indicator:checked {
    border-color: $accent; background: $accent; image: url("$tick");
}
QCheckBox::indicator:disabled { border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $disabled; }
QCheckBox::indicator:focus { border-color: $text; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-top: 2px solid transparent;
    padding: 4px 12px;
}
QTabBar::tab:selected { color: $text; border-top-color: $accent; }
QTabBar::tab:hover { color: $text; background: $hover; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $grip; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $grip_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel[tone] { background: transparent; }
$tones
$sizes
$faces
$letters
""")


def stylesheet_of(theme: Theme, font: QFont) -> str:
    """Return the style sheet for the whole application, whose own font is ``font``."""
    dark = theme.is_dark
    values = {
        name: getattr(theme, name)
        for name in (
            *("window", "base", "raised", "border", "text", "muted", "disabled"),
            *("accent", "on_accent", "tint"),
        )
    }
    values |= {
        "outline": mixed(theme.border, theme.border_strong, 0.45).name(),
        # All that is seen of a box to tick: 3 : 1 on every ground (WCAG 2.2, 1.4.11).
        "strong": mixed(theme.border_strong, theme.text, 0.25).name(),
        "hover": mixed(theme.raised, theme.text, 0.06).name(),
        "pressed": mixed(theme.raised, theme.text, 0.12).name(),
        "primary": "#6d4be0" if dark else theme.accent,
        "primary_hover": "#7c5cf0" if dark else theme.accent_strong,
        "on_primary": "#ffffff",
        "tint_edge": mixed(theme.tint, theme.accent, 0.35).name(),
        "ring": mixed(theme.accent, theme.window, 0.3).name(),
        "grip": mixed(theme.window, theme.text, 0.24).name(),
        "grip_hover": mixed(theme.window, theme.text, 0.4).name(),
        "track": mixed(theme.window, theme.text, 0.12).name(),
    }
    values |= _pictures(theme)
    values["tones"] = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {color}; }}' for tone, color in _tones(theme).items()
    )
    values["sizes"] = "\n".join(
        f'QLabel[typeSize="{name}"] {{ {rule} }}' for name, rule in _sizes(font).items()
    )
    values["faces"] = "\n".join(
        f'QPlainTextEdit[face="{name}"] {{ {rule} }}' for name, rule in _faces(font).items()
    )
    values["letters"] = f'QLabel[face="letter"] {{ font-family: "{fixed_font(font).family()}"; }}'
    return _SHEET.substitute(values)


def _pictures(theme: Theme) -> dict[str, str]:
    """Return the file of each picture by its name: Qt tints none of a style sheet."""
    icons = resources_folder() / "icons"
    ground, tick = ("on-dark", "on-light") if theme.is_dark else ("on-light", "on-dark")
    arrows = {
        f"{way}{kind}": f"arrows/{way}-{look}.svg"
        for way in ("up", "down")
        for kind, look in (("", ground), ("_dim", "dim"))
    }
    files = {"tick": f"ticks/{tick}.svg", "dot": f"ticks/dot-{tick}.svg"} | arrows
    return {name: (icons / file).as_posix() for name, file in files.items()}


def _tones(theme: Theme) -> dict[str, str]:
    names = ("muted", "disabled", "accent", "info", "success", "warning", "error")
    tones = {name: getattr(theme, name) for name in names}
    return tones | {step.value: color for step, color in theme.certainty.items()}


def _sizes(font: QFont) -> dict[str, str]:
    """Return the rule of each type size, from the person's own font."""
    points = font.pointSizeF()
    base, unit = (points, "pt") if points > 0 else (float(font.pixelSize()), "px")
    return {
        name: f"font-size: {base * size:.1f}{unit}; font-weight: {weight};"
        for name, size, weight in (
            ("caption", CAPTION, 400),
            ("text", TEXT, 400),
            ("strong", BODY, 600),
            ("heading", HEADING, 600),
            ("title", TITLE, 600),
            ("display", DISPLAY, 600),
        )
    }


def _faces(font: QFont) -> dict[str, str]:
    """Return the rule of each typeface for running text."""
    size = _sizes(font)["text"]
    fixed = fixed_font(font).family()
    return {"plain": size, "fixed": f'{size} font-family: "{fixed}";'}


def dress(
    widget: QWidget,
    *,
    size: str | None = None,
    tone: str | None = None,
    face: str | None = None,
    room: str | None = None,
) -> None:
    """Give a label a size of type ("caption", "strong", "heading", "title", "display") and a tone.

    ``face`` is for text fields: "plain" or "fixed", for a single character: "letter"; ``room`` for
    buttons: "tight" or "", for lists: "rows" or "tiles", for what scrolls below a question:
    "notes".

    Tones are "muted", "disabled", "accent", "info", "success", "warning", "error", the steps of
    certainty by value, and "" for plain text. They follow light and dark by themselves; a palette
    or font set on the label would not, because Qt puts back the ones from before whenever the
    application's style sheet changes (seen with 6.11).
    """
    wanted = {
        "typeSize": size,
        "tone": tone,
        "face": face,
        "room": room,
    }  # Qt has a property named size
    changed = {k: v for k, v in wanted.items() if v is not None and widget.property(k) != v}
    for name, value in changed.items():
        widget.setProperty(name, value)
    # A widget that was never shown is styled when it is.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().polish(widget)
        widget.update()
