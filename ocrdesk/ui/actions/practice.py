"""What a person may ask for about practice sheets."""

from ocrdesk.ui.actions.spec import ActionSpec, Needs

PRACTICE = (
    ActionSpec(
        "make_sheet", "Train", "&Make a Practice Sheet…", (), "pages",
        "A form to print and fill in by hand, from which ocrdesk learns how you write",
        starts_section=True,
    ),
    ActionSpec(
        "take_sheet", "Train", "Take the Letters of a Practice &Sheet", (), "letter",
        "The page shown is such a form, filled in: what is in its boxes is confirmed",
        needs=Needs.LETTERS,
    ),
)  # fmt: skip
