"""What a person does with their hands besides learning: make, rename, take in, and let go of one.

Each is a generator of one report, so that a worker can do it; files of some megabytes are packed.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from ocrdesk.errors import ModelFileError, OutputError, UsageError
from ocrdesk.formats.output_file import make_folder, write_bytes_atomically
from ocrdesk.services.letters import Letters
from ocrdesk.services.model_store import free_name, list_models, load_model
from ocrdesk.services.profile_store import (
    KnownHand,
    Profile,
    check_name,
    export_profile,
    import_profile,
    known_hands,
    known_profile,
    name_in,
    read_profile,
    remove_profile,
    save_profile,
)
from ocrdesk.services.progress import Progress

_MOST_FORMER = 50  # names that a hand had before


@dataclass(frozen=True, slots=True)
class RemovedHand:
    """A hand that was removed: its name, its file as it was, and the model to read with instead."""

    name: str
    path: Path
    content: bytes
    base: str


def create_hand(name: str, model: str) -> Generator[Progress, None, str]:
    """Keep a hand that has learnt nothing yet, on ``model`` or, where that is a hand, on its base.

    Until it learns it reads as its base does. Raises ``UsageError`` for a name that is taken or
    cannot be, ``ModelFileError`` and ``OutputError``.
    """
    yield Progress("Making the hand", 0.0)
    _check_free(name)
    known = known_profile(model)
    base = known.base if known is not None else load_model(model)
    reader = replace(base, name=name, lineage={"parent": base.name, "letters": 0}, metrics={})
    save_profile(Profile(name, base, reader, Letters.none(base.geometry)))
    return name


def rename_hand(name: str, other: str) -> Generator[Progress, None, str]:
    """Give a hand another name; by the former ones documents find it again.

    Raises ``UsageError`` for a name that is taken or cannot be, ``ModelFileError`` and
    ``OutputError``.
    """
    yield Progress("Renaming the hand", 0.0)
    _check_free(other)
    hand = _known(name)
    try:
        _call_otherwise(hand, other)
    except OSError as error:
        raise OutputError(
            f"“{name}” cannot be renamed: {error.strerror or error}.",
            advice="Choose another name.",
        ) from error
    return other


def _call_otherwise(hand: KnownHand, other: str) -> None:
    """Write a hand under another name, so that it knows its former ones; move a damaged one."""
    try:
        profile = read_profile(hand.path)
    except ModelFileError:
        check_name(other)
        hand.path.rename(hand.path.with_name(f"{other}.npz"))
        return
    former = dict.fromkeys((hand.name, *profile.former))
    former.pop(other, None)
    save_profile(replace(profile, name=other, former=tuple(former)[:_MOST_FORMER]))
    hand.path.unlink()


def hand_once_called(name: str) -> str | None:
    """Return what the hand of a former name is called now; None where there is not exactly one."""
    found = [hand.name for hand in known_hands() if name in hand.former]
    return found[0] if len(found) == 1 else None


def export_hand(name: str, target: Path) -> Generator[Progress, None, Path]:
    """Write a hand to a file of its own, replacing it; see `export_profile`."""
    yield Progress("Exporting the hand", 0.0)
    export_profile(name, target, may_replace=True)
    return target


def import_hand(source: Path) -> Generator[Progress, None, str]:
    """Take a hand from a file, by its name or, where that is taken, with a number to it."""
    yield Progress("Importing the hand", 0.0)
    return import_profile(source, free_name(name_in(source), joint=" "))


def remove_hand(name: str) -> Generator[Progress, None, RemovedHand]:
    """Remove a hand, and return what is needed to put it back."""
    yield Progress("Deleting the hand", 0.0)
    hand = _known(name)
    try:
        content = hand.path.read_bytes()
    except OSError as error:
        raise ModelFileError(
            f"“{name}” cannot be read: {error.strerror or error}.",
            advice=f"Remove “{hand.path}” yourself.",
        ) from error
    remove_profile(name)
    return RemovedHand(name, hand.path, content, hand.base)


def put_hand_back(removed: RemovedHand) -> Generator[Progress, None, str]:
    """Put a removed hand back as it was; ``UsageError`` where another took its name meanwhile."""
    yield Progress("Putting the hand back", 0.0)
    _check_free(removed.name)
    make_folder(removed.path.parent)
    write_bytes_atomically(removed.path, removed.content)
    return removed.name


def _check_free(name: str) -> None:
    check_name(name)
    if any(entry.name == name for entry in list_models()):
        raise UsageError(f"There is a hand called “{name}” already.", advice="Choose another name.")


def _known(name: str) -> KnownHand:
    for hand in known_hands():
        if hand.name == name:
            return hand
    raise ModelFileError(f"There is no hand called “{name}”.", advice="It may have been renamed.")
