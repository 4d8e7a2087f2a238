"""The table of actions, in the order of the menus."""

from collections.abc import Sequence

from ocrdesk.ui.actions.file_table import FILE
from ocrdesk.ui.actions.finding import FINDING
from ocrdesk.ui.actions.letter_table import BOXES, ORDER, READINGS
from ocrdesk.ui.actions.practice import PRACTICE
from ocrdesk.ui.actions.preferences import PREFERENCES
from ocrdesk.ui.actions.read_table import READ
from ocrdesk.ui.actions.spec import ActionSpec, Needs
from ocrdesk.ui.translation import later, tr

MENUS = {
    "File": "&File",
    "Edit": "&Edit",
    "View": "&View",
    "Page": "&Page",
    "Read": "&Read",
    "Train": "&Train",
    "Help": "&Help",
}

# Submenus that are filled while the program runs, and the action they follow.
SUBMENUS = {"File/Open &Recent": "open_sample", "Read/&Model": "stop"}

_EDIT = (
    ActionSpec(
        "undo", "Edit", "&Undo", ("Ctrl+Z",), "undo", needs=Needs.UNDO, tool_group="history"
    ),
    ActionSpec(
        "redo", "Edit", "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo",
        needs=Needs.REDO, tool_group="history",
    ),
    ActionSpec(
        "copy_text", "Edit", "&Copy Text", ("Ctrl+C",), "copy",
        "Copy the text of the page", needs=Needs.LETTERS, starts_section=True,
    ),
    ActionSpec(
        "paste", "Edit", "&Paste Image", ("Ctrl+V",), "paste",
        "Open an image or image files from the clipboard",
    ),
    ActionSpec(
        "select_all", "Edit", "Select &All Letters", ("Ctrl+A",), "",
        "Select all letters of the page; typing labels them all",
        needs=Needs.LETTERS, is_page_key=True,
    ),
    ActionSpec(
        "confirm", "Edit", "Con&firm Letter and Move On", ("Return",), "check",
        "The letter is right as it was read", needs=Needs.SELECTION,
        starts_section=True, is_page_key=True,
    ),
    ActionSpec(
        "clear", "Edit", "C&lear Label", ("Backspace",), "",
        "Take your label away, so that the reading counts again",
        needs=Needs.CORRECTION, is_page_key=True,
    ),
    ActionSpec(
        "delete", "Edit", "&Delete Letter", ("Del",), "delete",
        "Remove the box: there is no letter there", needs=Needs.SELECTION, is_page_key=True,
    ),
    ActionSpec(
        "split", "Edit", "&Split Letter…", ("Ctrl+D",), "split",
        "Part the letter into two where the reader would; move the line, Enter splits",
        needs=Needs.SELECTION, starts_section=True,
    ),
    ActionSpec(
        "merge", "Edit", "&Merge with Next Letter", ("Ctrl+M",), "merge",
        "Make one letter of this one and the next, or of those selected",
        needs=Needs.SELECTION,
    ),
    ActionSpec(
        "add_letter", "Edit", "Add L&etter", ("Ins",), "add",
        "Put a box beside the selected letter, or into the middle", needs=Needs.PAGE,
    ),
)  # fmt: skip


_VIEW = (
    ActionSpec(
        "zoom_out", "View", "Zoom &Out", ("Ctrl+-",), "zoom-out",
        needs=Needs.IMAGE, tool_group="zoom",
    ),
    ActionSpec(
        "zoom_in", "View", "Zoom &In", ("Ctrl++", "Ctrl+="), "zoom-in",
        needs=Needs.IMAGE, tool_group="zoom",
    ),
    ActionSpec(
        "zoom_actual", "View", "&Actual Size", ("Ctrl+0",), "zoom-actual",
        "One pixel of the image on one of the screen", needs=Needs.IMAGE,
    ),
    ActionSpec(
        "fit_page", "View", "&Fit Page", ("Ctrl+9",), "fit-page",
        needs=Needs.IMAGE, tool_group="zoom",
    ),
    ActionSpec(
        "fit_width", "View", "Fit &Width", ("Ctrl+8",), "fit-width",
        needs=Needs.IMAGE, tool_group="zoom",
    ),
    ActionSpec(
        "zoom_selection", "View", "Zoom to &Letter", ("Ctrl+/",), "zoom-selection",
        needs=Needs.SELECTION,
    ),
    ActionSpec(
        "show_boxes", "View", "&Boxes", ("Ctrl+H",), "boxes", "Show or hide the boxes",
        needs=Needs.DOCUMENT, is_checkable=True, starts_section=True, tool_group="layers",
    ),
    ActionSpec(
        "show_rows", "View", "&Rows", ("Ctrl+R",), "rows", "Show or hide the bands of the rows",
        needs=Needs.DOCUMENT, is_checkable=True, tool_group="layers",
    ),
    ActionSpec(
        "show_labels", "View", "Lab&els", ("Ctrl+L",), "labels",
        "Show or hide what was read, above each letter",
        needs=Needs.DOCUMENT, is_checkable=True, tool_group="layers",
    ),
    ActionSpec(
        "panel_pages", "View/&Panels", "&Pages", (), "pages",
        needs=Needs.DOCUMENT, is_checkable=True,
    ),
    ActionSpec(
        "panel_text", "View/&Panels", "&Text", (), "text",
        needs=Needs.DOCUMENT, is_checkable=True,
    ),
    ActionSpec(
        "panel_letter", "View/&Panels", "&Letter", (), "letter",
        needs=Needs.DOCUMENT, is_checkable=True,
    ),
    ActionSpec(
        "panel_ink", "View/&Panels", "&Ink", (), "ink",
        needs=Needs.DOCUMENT, is_checkable=True,
    ),
    ActionSpec(
        "panel_review", "View/&Panels", "&Review", (), "review",
        needs=Needs.DOCUMENT, is_checkable=True,
    ),
    ActionSpec(
        "panel_history", "View/&Panels", "&History", (), "history",
        needs=Needs.DOCUMENT, is_checkable=True,
    ),
    ActionSpec(
        "theme_system", "View/&Theme", "As the &System", (), "system",
        is_checkable=True, group="theme",
    ),
    ActionSpec(
        "theme_light", "View/&Theme", "&Light", (), "light", is_checkable=True, group="theme"
    ),
    ActionSpec("theme_dark", "View/&Theme", "&Dark", (), "dark", is_checkable=True, group="theme"),
    ActionSpec("next_pane", "View", "&Next Pane", ("F6",), starts_section=True),
    ActionSpec("previous_pane", "View", "Pre&vious Pane", ("Shift+F6",)),
    ActionSpec("full_screen", "View", "Full &Screen", ("F11",), is_checkable=True),
)  # fmt: skip

_TURNABLE = Needs.IMAGE | Needs.PAGE

_PAGE = (
    ActionSpec(
        "next_letter", "Page", "&Next Letter", ("Tab",), "next",
        needs=Needs.LETTERS, is_page_key=True,
    ),
    ActionSpec(
        "previous_letter", "Page", "&Previous Letter", ("Shift+Tab",), "previous",
        needs=Needs.LETTERS, is_page_key=True,
    ),
    ActionSpec(
        "next_doubtful", "Page", "Next &Doubtful Letter", ("F3",), "review",
        "Go on to what an answer gains most: letters that look alike, or another cut",
        needs=Needs.DOUBT, starts_section=True, tool_group="review", tool_text="Next Doubtful",
    ),
    ActionSpec(
        "previous_doubtful", "Page", "Previous D&oubtful Letter", ("Shift+F3",),
        needs=Needs.DOUBT,
    ),
    ActionSpec(
        "check_random", "Page", "Check &Random Letters", (), "",
        "Tell how many letters are still wrong, from some that chance draws", needs=Needs.ANYWHERE,
    ),
    ActionSpec(
        "contact_sheet", "Page", "&Contact Sheet…", ("Ctrl+K",), "letter",
        "All letters that are read as the selected one's character, on all pages",
        needs=Needs.ANYWHERE,
    ),
    ActionSpec(
        "turn_left", "Page", "Turn &Left", ("Ctrl+Shift+L",), "rotate-left",
        "Turn the page by 90° to the left, with all that was read", needs=_TURNABLE,
        starts_section=True,
    ),
    ActionSpec(
        "turn_right", "Page", "Turn R&ight", ("Ctrl+Shift+R",), "rotate-right",
        "Turn the page by 90° to the right, with all that was read", needs=_TURNABLE,
    ),
    ActionSpec(
        "turn_over", "Page", "Turn Upside Do&wn", ("Ctrl+Shift+U",), "",
        "Turn the page by 180°, with all that was read", needs=_TURNABLE,
    ),
    ActionSpec(
        "turn_by", "Page", "&Turn by Angle…", ("Ctrl+Shift+T",), "",
        "Make rows level that climb or fall", needs=_TURNABLE,
    ),
    ActionSpec(
        "next_page", "Page", "Next Pa&ge", ("PgDown",), "down",
        needs=Needs.NEXT_PAGE, starts_section=True,
    ),
    ActionSpec(
        "previous_page", "Page", "Previo&us Page", ("PgUp",), "up", needs=Needs.PREVIOUS_PAGE
    ),
    ActionSpec(
        "move_page_up", "Page", "&Move Page Up", ("Ctrl+Shift+PgUp",), "",
        "Put this page before the one above it", needs=Needs.PREVIOUS_PAGE,
    ),
    ActionSpec(
        "move_page_down", "Page", "Mov&e Page Down", ("Ctrl+Shift+PgDown",), "",
        "Put this page behind the one below it", needs=Needs.NEXT_PAGE,
    ),
)  # fmt: skip

_TRAIN = (
    ActionSpec(
        "lab", "Train", "Training &Laboratory…", ("Ctrl+T",), "train",
        "Train networks and watch them learn, in a window of its own",
    ),
)  # fmt: skip

_HELP = (
    ActionSpec("shortcuts", "Help", "&Keyboard Shortcuts", ("F1",), "keyboard"),
    ActionSpec("about", "Help", "&About ocrdesk", (), "info"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE, *_EDIT, *READINGS, *ORDER, *BOXES, *FINDING, *PREFERENCES,
    *_VIEW, *_PAGE, *READ, *_TRAIN, *PRACTICE, *_HELP,
)  # fmt: skip

# What the page itself understands and no menu offers.
_GESTURES = (
    ("Page", later("Set the letter, confirm it and move on"), later("A to Z, 0 to 9")),
    ("Page", later("Go to the neighbouring letter"), later("Arrow keys")),
    ("Page", later("Add a letter"), later("Drag on empty paper")),
    ("Edit", later("Add a letter to the selection, or take it out"), later("Ctrl+Click")),
    ("Edit", later("Select the letters inside a frame; with Ctrl as well"), later("Shift+Drag")),
    ("Edit", later("Select up to a letter"), later("Shift+Click, Shift+Arrow keys")),
    (
        "Edit",
        later("Select a row, or read it in another's place"),
        later("Click or drag its number"),
    ),
    (
        "Edit",
        later("Move or resize the selected box"),
        later("Drag it, or an edge or corner of it"),
    ),
    (
        "Edit",
        later("What a letter may be, and what can be done with it"),
        later("Right click, Menu key, Shift+F10"),
    ),
    ("Page", later("Take a page out, in the list of pages"), later("Del")),
    ("View", later("Zoom at the pointer"), later("Ctrl+Wheel")),
    ("View", later("Go from a panel back to the page"), later("Esc")),
    ("View", later("Move the page"), later("Wheel, Shift+Wheel, Space+Drag, Middle button")),
)


def shortcut_groups(specs: Sequence[ActionSpec]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return (menu, [(what, keys, action), …]) for every menu, for the help.

    The action is named where a person may give it other keys.
    """
    groups: dict[str, list[tuple[str, str, str]]] = {name: [] for name in MENUS}
    for spec in specs:
        own = "" if spec.is_page_key else spec.id
        groups[spec.menu.split("/")[0]].append((spec.label, spec.key_text(), own))
    for menu, what, keys in _GESTURES:
        groups[menu].append((tr(what), tr(keys), ""))
    return [(tr(MENUS[menu]).replace("&", ""), rows) for menu, rows in groups.items() if rows]
