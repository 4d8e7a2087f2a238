"""The way to the settings page, last in the Edit menu as people look for it there."""

from ocrdesk.ui.actions.spec import ActionSpec

PREFERENCES = (
    ActionSpec(
        "settings", "Edit", "Se&ttings…", ("Ctrl+,",), "settings",
        "How the window looks and reads", starts_section=True,
    ),
)  # fmt: skip
