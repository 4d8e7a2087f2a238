"""The actions on letters that fill submenus: readings, reading order, boxes."""

from ocrdesk.ui.actions.spec import ActionSpec, Needs

ORDER = tuple(
    ActionSpec(
        name, "Edit/&Order", text, keys, "", tip,
        needs=Needs.SELECTION, starts_section=name in ("part_word", "row_up"),
    )
    for name, text, keys, tip in (
        ("letter_earlier", "Letter &Earlier in Its Row", ("Alt+Left",), "Swap with what is left"),
        ("letter_later", "Letter &Later in Its Row", ("Alt+Right",), "Swap with what is right"),
        ("letter_row_up", "Letter into the Row &Above", ("Alt+Up",), "Its box stays where it is"),
        ("letter_row_down", "Letter into the Row &Below", ("Alt+Down",),
         "Its box stays where it is"),
        ("part_word", "Put a &Space before the Letter", ("Ctrl+Space", "Shift+Space"),
         "A new word begins with the letter"),
        ("join_words", "&Remove the Space before the Letter", ("Ctrl+Backspace",),
         "Its word joins the one before"),
        ("part_row", "Begin a &New Row with the Letter", ("Ctrl+Return",), "Part its row in two"),
        ("join_rows", "&Join Its Row with the One Above", ("Ctrl+Shift+Backspace",),
         "Make one row of both"),
        ("row_up", "Move Its Row &Up", ("Alt+Shift+Up",), "Read the row earlier"),
        ("row_down", "Move Its Row &Down", ("Alt+Shift+Down",), "Read the row later"),
    )
)  # fmt: skip

READINGS = tuple(
    ActionSpec(
        f"take_{place}", "Edit/Readin&g", f"Take Reading &{place}", (f"Alt+{place}",), "",
        "What the reader thought of, the most probable first", needs=Needs.SELECTION,
    )
    for place in range(1, 10)
)  # fmt: skip


def _box_actions() -> tuple[ActionSpec, ...]:
    """Return the sixteen ways to push a box or its lower right corner about by keys."""
    specs = []
    for verb, text, held in (("move", "Move", "Ctrl"), ("resize", "Resize", "Ctrl+Shift")):
        for step, modifiers in ((1, held), (10, f"{held.replace('Ctrl', 'Ctrl+Alt')}")):
            for way in ("Left", "Right", "Up", "Down"):
                amount = "" if step == 1 else " by 10"
                specs.append(
                    ActionSpec(
                        f"{verb}_{way.lower()}_{step}",
                        "Edit/&Box",
                        f"{text} {way}{amount}",
                        (f"{modifiers}+{way}",),
                        needs=Needs.SELECTION,
                        starts_section=way == "Left" and not (verb == "move" and step == 1),
                    )
                )
    return tuple(specs)


BOXES = _box_actions()
