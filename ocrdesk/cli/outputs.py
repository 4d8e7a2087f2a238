"""Where a result may be written: never over what cannot be made again, and told before any work."""

from collections.abc import Sequence
from pathlib import Path

from ocrdesk.errors import OutputError
from ocrdesk.formats.presence import is_disk, is_file, is_folder, is_there


def refuse_unsafe_output(output: Path, files: Sequence[str | Path]) -> None:
    """Raise OutputError, before any work, where OUT cannot be, or would destroy what is there.

    That is a picture, a document, an archive, a disk, letters that somebody corrected by hand, or
    one of the ``files`` that are to be read.
    Pipes and devices such as ``/dev/stdout`` are written to.
    """
    from ocrdesk.formats.document_members import is_document_file, refuse_to_replace_document
    from ocrdesk.formats.image_file import refuse_to_replace_picture
    from ocrdesk.formats.output_file import refuse_unreachable
    from ocrdesk.formats.page_json import refuse_to_replace_corrections

    refuse_unreachable(output)
    if is_folder(output):
        raise OutputError(f"“{output}” is a folder.", advice="Name a file in it.")
    if is_disk(output):
        raise OutputError(
            f"“{output}” is a disk, and writing to it would destroy it.",
            advice="Choose another name.",
        )
    if not is_folder(output.parent):
        raise OutputError(f"There is no folder “{output.parent}”.", advice="Make it first.")
    refuse_to_replace_picture(output)
    refuse_to_replace_document(output)
    has_document = any(is_document_file(file) or is_folder(Path(file)) for file in files)
    refuse_to_replace_corrections(output, has_document=has_document)
    if is_file(output) and any(_is_same(output, Path(file)) for file in files):
        raise OutputError(
            f"“{output}” is to be read: writing over it would destroy it.",
            advice="Choose another name.",
        )


def _is_same(one: Path, other: Path) -> bool:
    return is_there(other) and one.samefile(other)
