"""The actions on letters that fill submenus: readings, reading order, boxes."""

from ocrdesk.ui.actions.spec import ActionSpec, Needs
from ocrdesk.ui.translation import later

ORDER = tuple(
    ActionSpec(
        name, "Edit/&Order", text, keys, "", tip,
        needs=Needs.SELECTION, starts_section=name in ("part_word", "row_up"),
    )
    for name, text, keys, tip in (
        ("letter_earlier", later("Letter &Earlier in Its Row"), ("Alt+Left",),
         later("Swap with what is left")),
        ("letter_later", later("Letter &Later in Its Row"), ("Alt+Right",),
         later("Swap with what is right")),
        ("letter_row_up", later("Letter into the Row &Above"), ("Alt+Up",),
         later("Its box stays where it is")),
        ("letter_row_down", later("Letter into the Row &Below"), ("Alt+Down",),
         later("Its box stays where it is")),
        ("part_word", later("Put a &Space before the Letter"), ("Ctrl+Space", "Shift+Space"),
         later("A new word begins with the letter")),
        ("join_words", later("&Remove the Space before the Letter"), ("Ctrl+Backspace",),
         later("Its word joins the one before")),
        ("part_row", later("Begin a &New Row with the Letter"), ("Ctrl+Return",),
         later("Part its row in two")),
        ("join_rows", later("&Join Its Row with the One Above"), ("Ctrl+Shift+Backspace",),
         later("Make one row of both")),
        ("row_up", later("Move Its Row &Up"), ("Alt+Shift+Up",), later("Read the row earlier")),
        ("row_down", later("Move Its Row &Down"), ("Alt+Shift+Down",), later("Read the row later")),
    )
)  # fmt: skip

READINGS = tuple(
    ActionSpec(
        f"take_{place}", "Edit/Readin&g", f"Take Reading &{place}", (f"Alt+{place}",), "",
        "What the reader thought of, the most probable first", needs=Needs.SELECTION,
    )
    for place in range(1, 10)
)  # fmt: skip


_WAYS = (later("Left"), later("Right"), later("Up"), later("Down"))
_HELD = (("move", "Ctrl"), ("resize", "Ctrl+Shift"))

# The sixteen ways to push a box or its lower right corner about by keys.
BOXES = tuple(
    ActionSpec(
        f"{verb}_{way.lower()}_{step}", "Edit/&Box",
        (f"Move {way}" if step == 1 else f"Move {way} by 10")
        if verb == "move"
        else (f"Resize {way}" if step == 1 else f"Resize {way} by 10"),
        (f"{held if step == 1 else held.replace('Ctrl', 'Ctrl+Alt')}+{way}",),
        needs=Needs.SELECTION,
        starts_section=way == "Left" and (verb, step) != ("move", 1),
    )
    for verb, held in _HELD
    for step in (1, 10)
    for way in _WAYS
)  # fmt: skip
