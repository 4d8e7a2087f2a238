"""The actions on reading, and on what reads."""

from ocrdesk.ui.actions.spec import ActionSpec, Needs

READ = (
    ActionSpec(
        "read_again", "Read", "&Read Page Again", ("F5",), "read-again",
        "Read what you have not confirmed once more",
        needs=Needs.DOCUMENT, tool_group="read", tool_text="Read Again",
    ),
    ActionSpec(
        "adjust_ink", "Read", "Adjust &Ink…", ("Ctrl+I",), "ink",
        "Find faint, grainy or ruled writing better, and read the page with it",
        needs=Needs.IMAGE | Needs.PAGE,
    ),
    ActionSpec(
        "field", "Read", "Field for the &Page…", ("Ctrl+Shift+P",), "",
        "Say a pattern such as AAA-999, or the words, that its rows hold; see its other fields",
        needs=Needs.IMAGE | Needs.PAGE,
    ),
    ActionSpec(
        "say_field", "Read", "Field for the Le&tters…", ("Ctrl+Shift+F",), "",
        "Say a pattern or the words for the selected letters, which settles O and 0, I and 1",
        needs=Needs.SELECTION,
    ),
    ActionSpec("stop", "Read", "&Stop Reading", ("Esc",), "close", needs=Needs.RUNNING),
    ActionSpec(
        "learn_hand", "Read", "&Learn This Hand", ("Ctrl+Shift+H",), "",
        "Learn the letters confirmed on pages read with this reader, and read the others again",
        needs=Needs.ANYWHERE, starts_section=True,
    ),
    ActionSpec(
        "learns_by_itself", "Read", "Learn After &Corrections", (), "",
        "Learn by itself when you pause after a correction, from twenty confirmed letters on",
        is_checkable=True,
    ),
    ActionSpec(
        "compare_readers", "Read", "Compare T&wo Readers…", (), "",
        "The page as two models or hands read it, side by side", needs=Needs.LETTERS,
    ),
)  # fmt: skip
