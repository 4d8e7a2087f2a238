"""Handwriting profiles: what a reader learnt of one hand, in one file with all it was learnt from.

A profile is a model of the person's own, so that whatever reads with a model reads with a profile.
Its file holds besides the letters, and the layers that the model had before it learnt them:
learning more begins there again. The model it came from is never changed, nor needed any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ocrdesk import paths
from ocrdesk.errors import ModelFileError, OutputError, UsageError
from ocrdesk.formats.output_file import make_folder
from ocrdesk.formats.presence import is_file, is_there
from ocrdesk.nn.network import Network
from ocrdesk.nn.upper_layers import upper_layers, with_upper_layers
from ocrdesk.page.charset import Charset
from ocrdesk.services.letters import Letters
from ocrdesk.services.model_store import (
    EXTRA,
    Extras,
    list_models,
    read_header,
    read_model,
    recognizer_from,
    refuse_blocked,
    save_model,
)
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import PatchGeometry, as_bytes, from_bytes

_KEY = "profile"
_FORBIDDEN = '/\\:*?"<>|'
_LONGEST = 80  # characters of a name
_AGAIN = "Copy it again from where it came, or learn the hand anew."


@dataclass(frozen=True, slots=True)
class Profile:
    """A hand: the ``base`` before it learnt, the ``reader`` after, and the letters of the hand.

    ``former`` is what it was called before, the last name first: documents that were closed then
    know it by that.
    """

    name: str
    base: Recognizer
    reader: Recognizer
    letters: Letters
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownHand:
    """What the header of a profile's file tells: nothing else of it is read.

    ``letters`` is how many it learnt from, None where the header is damaged; ``former`` are its
    names before.
    """

    name: str
    path: Path
    base: str
    letters: int | None
    former: tuple[str, ...] = ()


def known_hands() -> list[KnownHand]:
    """Return every profile by name; files that cannot be read are left out."""
    found = []
    for entry in list_models():
        hand = None if entry.is_shipped else hand_in(entry.path)
        if hand is not None:
            found.append(hand)
    return found


def hand_in(path: Path) -> KnownHand | None:
    """Return what a file tells of the hand in it; None where it holds none, or cannot be read."""
    try:
        header = read_header(path)
    except ModelFileError:
        return None
    return _known(path.stem, path, header[_KEY]) if _KEY in header else None


def _known(name: str, path: Path, facts: object) -> KnownHand:
    match facts:
        case {"base": str(base), "characters": str(characters), **rest}:
            return KnownHand(name, path, base, len(characters), _former(rest))
        case _:
            return KnownHand(name, path, "", None)


def _former(facts: Mapping[Any, Any]) -> tuple[str, ...]:
    names = facts.get("former")
    return tuple(n for n in names if isinstance(n, str)) if isinstance(names, list) else ()


def list_profiles() -> list[tuple[str, Path]]:
    """Return name and file of every profile; files that cannot be read are left out."""
    return [(hand.name, hand.path) for hand in known_hands()]


def known_profile(name: str) -> Profile | None:
    """Return the profile of that name if there is one; ``ModelFileError`` if it is damaged."""
    path = dict(list_profiles()).get(name)
    return None if path is None else read_profile(path)


def load_profile(name: str) -> Profile:
    """Return the profile of that name; ``ModelFileError`` if it is missing, damaged or newer."""
    return read_profile(_found(name))


def _found(name: str) -> Path:
    """Return the file of the profile of that name; ``ModelFileError`` if there is none."""
    profiles = dict(list_profiles())
    if name not in profiles:
        known = ", ".join(profiles)
        raise ModelFileError(
            f"There is no profile called “{name}”.",
            advice=f"Profiles here: {known}." if known else "Make one with “ocrdesk adapt”.",
        )
    return profiles[name]


def read_profile(path: Path) -> Profile:
    """Return the profile in a file; ``ModelFileError`` where it holds none, or is damaged."""
    header, arrays = read_model(path)
    reader = recognizer_from(path, header, arrays)
    facts = header.get(_KEY)
    if not isinstance(facts, dict):
        raise ModelFileError(
            f"{path.name} is a model, not a profile of a hand.", advice="Choose a profile."
        )
    extra = {
        name.removeprefix(EXTRA): array for name, array in arrays.items() if name.startswith(EXTRA)
    }
    try:
        return Profile(
            path.stem,
            _base(reader, facts, extra),
            reader,
            _letters(facts, extra, reader.geometry),
            _former(facts),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ModelFileError(
            f"The profile {path.name} is damaged: {str(error) or type(error).__name__}.",
            advice=_AGAIN,
        ) from error


def _base(reader: Recognizer, facts: dict[str, Any], extra: dict[str, Any]) -> Recognizer:
    upper = Network.from_state(
        facts["layers"],
        {name[5:]: array for name, array in extra.items() if name.startswith("base.")},
    )
    return replace(
        reader,
        network=with_upper_layers(reader.network, upper),
        charset=Charset(facts["charset"]),
        name=str(facts["base"]),
        lineage={},
        metrics={},
    )


def _letters(facts: dict[str, Any], extra: dict[str, Any], geometry: PatchGeometry) -> Letters:
    kept, characters = extra["patches"], facts["characters"]
    if kept.dtype != np.uint8 or kept.shape[1:] != (geometry.size, geometry.size):
        raise ValueError("its letters have another size than its patches")
    if not isinstance(characters, str) or len(characters) != len(kept):
        raise ValueError("its letters and their characters do not fit")
    return Letters(from_bytes(kept), tuple(characters))


def save_profile(profile: Profile) -> Path:
    """Write the profile among the person's own models and return its file.

    What it was called before is kept where its file says so. Raises ``UsageError`` for a name that
    cannot be, ``OutputError`` where it cannot be written.
    """
    path = _file_of(profile.name)
    if not profile.former:
        known = hand_in(path)
        profile = replace(profile, former=known.former if known else ())
    make_folder(path.parent)
    _write(profile, path)
    return path


def export_profile(name: str, target: Path, *, may_replace: bool = False) -> None:
    """Write a profile to a file of its own; ``OutputError`` where that is there already."""
    profile = load_profile(name)
    if target.suffix.lower() != ".npz":
        raise UsageError(f"“{target}” does not end in .npz.", advice="Give it that ending.")
    if is_there(target) and not may_replace:
        raise OutputError(f"“{target}” is there already.", advice="Choose another name.")
    _write(profile, target, name=name)


def name_in(source: Path) -> str:
    """Return what the hand in a file was called when it was exported; else as the file is.

    Raises ``ModelFileError`` for what is no file of a model.
    """
    refuse_blocked(source)
    if not is_file(source):
        raise ModelFileError(
            f"There is no file “{source}”.", advice="Check the name and the folder."
        )
    match read_header(source).get(_KEY):
        case {"name": str(name)} if is_name(name):
            return name
        case _:
            return source.stem


def import_profile(source: Path, name: str = "") -> str:
    """Take a profile from a file, under another name if one is given; return its name.

    Raises ``ModelFileError`` for what is no profile, ``UsageError`` where the name is taken.
    """
    name = name or name_in(source)
    profile = read_profile(source)
    if is_there(_file_of(name)):
        raise UsageError(
            f"There is a profile or model called “{name}” already.",
            advice="Give another with --name.",
        )
    save_profile(replace(profile, name=name))
    return name


def remove_profile(name: str) -> None:
    """Remove a profile; ``ModelFileError`` where there is none."""
    path = _found(name)
    try:
        path.unlink()
    except OSError as error:
        raise OutputError(
            f"The profile “{name}” cannot be removed: {error.strerror or error}.",
            advice=f"Remove “{path}” yourself.",
        ) from error


def _write(profile: Profile, target: Path, *, name: str = "") -> None:
    """Write a profile; those that are kept are called as their files, which may be renamed."""
    layers, arrays = upper_layers(profile.base.network).state()
    facts = {
        "base": profile.base.name,
        "charset": profile.base.charset.characters,
        "layers": layers,
        "characters": "".join(profile.letters.characters),
    }
    if name:
        facts["name"] = name
    if profile.former:
        facts["former"] = [*profile.former]
    kept = {f"base.{key}": array for key, array in arrays.items()}
    kept["patches"] = as_bytes(profile.letters.patches)
    reader, extras = replace(profile.reader, name=profile.name), Extras({_KEY: facts}, kept)
    save_model(target, reader, extras, is_packed=False)


def is_name(name: str) -> bool:
    """Tell whether a profile can be called so."""
    if not name.strip() or name != name.strip() or len(name) > _LONGEST or name.startswith("."):
        return False
    return not any(c in _FORBIDDEN or not c.isprintable() for c in name)


def check_name(name: str) -> None:
    """Raise ``UsageError`` for a name that a profile cannot have, or that a model has."""
    if not is_name(name):
        raise UsageError(
            f"“{name}” cannot be the name of a profile.", advice="Use letters, digits and spaces."
        )
    profiles = {known for known, _ in list_profiles()}
    if name not in profiles and any(entry.name == name for entry in list_models()):
        raise UsageError(f"A model is called “{name}”.", advice="Choose another name.")


def _file_of(name: str) -> Path:
    check_name(name)
    return paths.user_models_folder() / f"{name}.npz"
