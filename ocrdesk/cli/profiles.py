"""List handwriting profiles, show one, make, rename, export, import or remove one."""

import argparse
import shlex

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import DEFAULT_MODEL, file, model
from ocrdesk.cli.model_facts import short_charset

SUMMARY = "list, show, create, rename, export, import or remove learnt hands"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``ocrdesk profiles list|show|create|rename|export|import|remove``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    actions.add_parser("list", help="name every profile").set_defaults(act=_list)
    for name, told, act in (
        ("show", "tell what one profile learnt", _show),
        ("create", "make a profile that has learnt nothing yet", _create),
        ("rename", "give one profile another name", _rename),
        ("export", "write one profile to a file", _export),
        ("remove", "remove one profile", _remove),
    ):
        action = actions.add_parser(name, help=told)
        action.add_argument("name", metavar="NAME")
        action.set_defaults(act=act)
        if name == "create":
            action.add_argument(
                "-m",
                "--model",
                type=model,
                metavar="MODEL",
                help=f"model (default: {DEFAULT_MODEL}), or a hand for the model it began with",
            )
        elif name == "rename":
            action.add_argument("other", metavar="NEW_NAME")
        elif name == "export":
            action.add_argument("target", metavar="FILE.npz", type=file)
    taken = actions.add_parser("import", help="take a profile from a file")
    taken.add_argument("source", metavar="FILE.npz", type=file)
    taken.add_argument("--name", default="", help="call it so (default: as when exported)")
    taken.set_defaults(act=_import)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked and print what came of it."""
    terminal.write(arguments.act(arguments))
    return 0


def _list(arguments: argparse.Namespace) -> str:
    del arguments
    from ocrdesk.services.profile_store import known_hands

    rows = [("name", "letters", "began with", "file")]
    for hand in known_hands():
        letters = "damaged" if hand.letters is None else str(hand.letters)
        rows.append((hand.name, letters, hand.base, str(hand.path)))
    if not rows[1:]:
        return "No hand was learnt yet: ocrdesk adapt DOCUMENT… --profile NAME"
    return terminal.table(rows, right=frozenset({1}))


def _show(arguments: argparse.Namespace) -> str:
    from collections import Counter

    from ocrdesk.services.profile_store import load_profile

    profile = load_profile(arguments.name)
    counts = sorted(Counter(profile.letters.characters).items())
    letters = " ".join(f"{character}{count}" for character, count in counts)
    rows = [
        ("name:", profile.name),
        ("began with:", profile.base.name),
        ("reads:", short_charset(profile.reader.charset.characters)),
        (
            "letters:",
            f"{len(profile.letters)}: {letters}" if letters else "none yet",
        ),
    ]
    for key, told in (("letters", "its letters, unseen:"), ("other_hands", "other hands:")):
        match profile.reader.metrics.get(key):
            case {"before": int(before), "after": int(after), "count": int(count)} if count:
                rows.append((told, f"{before} → {after} of {count} right"))
    return terminal.table(rows)


def _create(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.hand_keeping import create_hand
    from ocrdesk.services.progress import run as done

    name = done(create_hand(arguments.name, arguments.model or DEFAULT_MODEL))
    return f"“{name}” has learnt nothing yet: ocrdesk adapt DOCUMENT… --profile {shlex.quote(name)}"


def _rename(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.hand_keeping import rename_hand
    from ocrdesk.services.progress import run as done

    other = done(rename_hand(arguments.name, arguments.other))
    return f"“{arguments.name}” is called “{other}” now."


def _export(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.profile_store import export_profile

    export_profile(arguments.name, arguments.target)
    return f"“{arguments.name}” is in “{arguments.target}”."


def _import(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.profile_store import import_profile

    return f"“{import_profile(arguments.source, arguments.name)}” can be read with."


def _remove(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.profile_store import remove_profile

    remove_profile(arguments.name)
    return f"“{arguments.name}” is removed."
