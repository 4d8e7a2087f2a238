"""Learn a person's hand from the confirmed letters of documents, and keep it as a profile."""

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import DEFAULT_MODEL, add_model, file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ocrdesk.errors import DocumentFileError
    from ocrdesk.services.letters import Letters
    from ocrdesk.services.recognizer import Recognizer

_FEW = 30  # letters, with which a fifth of the errors goes; ten change next to nothing
SUMMARY = "learn a hand from corrected documents"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk adapt``."""
    parser.add_argument(
        "documents",
        nargs="+",
        metavar="FILE",
        type=file,
        help="saved pages (.ocrdesk), or pages as JSON with corrections, and their pictures",
    )
    parser.add_argument(
        "-p",
        "--profile",
        metavar="NAME",
        required=True,
        help="the profile to make; one that is there learns these letters too",
    )
    add_model(parser, "model that a new profile begins with")


def run(arguments: argparse.Namespace) -> int:
    """Collect the letters, learn, and save; TrainingError where the change is for the worse."""
    from ocrdesk.formats.image_file import is_image_file
    from ocrdesk.services.document_letters import letters_of_document
    from ocrdesk.services.exported_letters import letters_of_export

    pictures = [path for path in arguments.documents if is_image_file(path)]
    exports = [path for path in arguments.documents if path.suffix.lower() == ".json"]
    _refuse_others([path for path in arguments.documents if path not in {*pictures, *exports}])
    if pictures and not exports:
        raise _nothing_confirmed(pictures[0])

    def collected(base: "Recognizer") -> "list[Letters]":
        return [
            terminal.follow(
                letters_of_export(path, pictures, base)
                if path in exports
                else letters_of_document(path, base),
                title=path.name,
            )
            for path in arguments.documents
            if path not in pictures
        ]

    learn(arguments.profile, arguments.model, collected)
    return 0


def _refuse_others(documents: "Iterable[Path]") -> None:
    """Raise DocumentFileError for a file that is there and is no document, before any is learnt."""
    from ocrdesk.errors import DocumentFileError
    from ocrdesk.formats.document_members import is_document_file
    from ocrdesk.formats.presence import is_file

    for path in documents:
        if is_file(path) and not is_document_file(path):
            raise DocumentFileError(
                f"“{path}” is neither an .ocrdesk document nor JSON of pages.",
                advice="Give what the window saved, or what “ocrdesk read FILE -o pages.json” "
                "wrote and you corrected.",
            )


def _nothing_confirmed(picture: Path) -> "DocumentFileError":
    from ocrdesk.errors import DocumentFileError

    return DocumentFileError(
        f"“{picture}” is a picture or a PDF: nobody has confirmed its letters yet.",
        advice="Open it in the window, confirm or correct letters, save it, and learn from the "
        ".ocrdesk document; or give the JSON with its corrections too. A filled-in practice sheet "
        "is learnt by “ocrdesk sheet --read”.",
    )


def learn(
    name: str,
    model: str | None,
    collected: "Callable[[Recognizer], Iterable[Letters]]",
) -> None:
    """Teach a profile, new or not, the letters that are ``collected`` for its base, and tell of it.

    Raises TrainingError where the change is for the worse.
    """
    from ocrdesk.errors import TrainingError, UsageError
    from ocrdesk.services.adaptation import adapt
    from ocrdesk.services.letters import together
    from ocrdesk.services.model_store import load_model
    from ocrdesk.services.profile_store import Profile, check_name, known_profile, save_profile

    check_name(name)
    known = known_profile(name)
    if known is not None and model not in {None, known.base.name}:
        raise UsageError(
            f"The profile “{name}” began with {known.base.name}.",
            advice="Leave out --model, or choose another name.",
        )
    base = known.base if known else load_model(model or DEFAULT_MODEL)
    found = [known.letters] if known else []
    letters = together([*found, *collected(base)], base.geometry)
    adaptation = terminal.follow(adapt(base, letters, name=name), title=name)
    if adaptation.refusal:
        raise TrainingError(
            f"Nothing was learnt: {adaptation.refusal}", advice="Confirm or check more letters."
        )
    path = save_profile(Profile(name, base, adaptation.recognizer, letters))
    terminal.write(_told(name, adaptation.letters.as_json(), letters, adaptation.grown))
    terminal.write(f"\nRead with it: ocrdesk read -m {shlex.quote(name)} FILE   ({path})")


def _told(name: str, tested: dict[str, int], letters: "Letters", grown: str) -> str:
    lines = [f"“{name}” learnt from {terminal.counted(len(letters), 'letter')}."]
    if tested["count"]:
        lines.append(
            f"Of {tested['count']} of them, each tested by a reader that had not seen it, "
            f"{tested['after']} are read right, {tested['before']} before."
        )
    if len(letters) < _FEW:
        lines.append(
            f"So few letters change next to nothing: confirm {_FEW} or more, of many kinds, or "
            "fill in a practice sheet (ocrdesk sheet)."
        )
    if grown:
        lines.append(f"New characters: {' '.join(grown)}")
    return "\n".join(lines)
