"""The actions on files and on the pages of a document."""

from ocrdesk.ui.actions.spec import ActionSpec, Needs

FILE = (
    ActionSpec(
        "open", "File", "&Open…", ("Ctrl+O",), "open",
        "Open photos, scans or PDF documents", tool_group="file", tool_text="Open",
    ),
    ActionSpec(
        "open_folder", "File", "Open &Folder…", ("Ctrl+Shift+O",), "folder",
        "Open all images of a folder",
    ),
    ActionSpec(
        "open_sample", "File", "Open &Sample Page", (), "sample",
        "Open a page that ships with ocrdesk, to try things out",
    ),
    ActionSpec(
        "save", "File", "Sa&ve", ("Ctrl+S",), "save",
        "Save all pages with their images, corrections and steps in one document",
        needs=Needs.DOCUMENT, starts_section=True, tool_group="file", tool_text="Save",
    ),
    ActionSpec(
        "save_as", "File", "Save &As…", ("Ctrl+Shift+S",), "",
        "Save all pages in another document", needs=Needs.DOCUMENT,
    ),
    ActionSpec(
        "recover", "File", "Recover &Unsaved Work…", (), "",
        "Look for work that ocrdesk could not save when it ended early",
    ),
    ActionSpec(
        "export", "File", "&Export…", ("Ctrl+E",), "export",
        "Write the text, or everything that was read, to a file",
        needs=Needs.ANYWHERE, starts_section=True, tool_group="file", tool_text="Export",
    ),
    ActionSpec(
        "export_as", "File", "Ex&port As…", ("Ctrl+Shift+E",), "",
        "Export to another file or in another format", needs=Needs.ANYWHERE,
    ),
    ActionSpec(
        "close_page", "File", "&Close Page", ("Ctrl+W",), "close",
        "Take this page out", needs=Needs.DOCUMENT, starts_section=True,
    ),
    ActionSpec(
        "put_back", "File", "Put Page &Back", ("Ctrl+Shift+W",), "",
        "Put the page back that was taken out last",
    ),
    ActionSpec("quit", "File", "&Quit", ("Ctrl+Q",)),
)  # fmt: skip
