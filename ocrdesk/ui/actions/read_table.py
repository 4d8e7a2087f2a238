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
        "field", "Read", "&Pattern or Words…", ("Ctrl+Shift+P",), "",
        "Say what the rows of this page hold, such as AAA-999, and read the page by it",
        needs=Needs.IMAGE | Needs.PAGE,
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
