"""Which words of a stroke file a reader can be measured on, and why the others cannot."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.formats.stroke_file import LabelledStrokes
from ocrdesk.page.charset import Charset
from ocrdesk.services.writer_sides import Side, sides_in, sides_of_linked

CURSIVE = "CURSIVE"
"""The style of joined-up writing in UNIPEN's files: it is no hand print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChoice:
    """Which words to read.

    ``only_held_out`` keeps writers that training never sees; ``known`` is a file of
    characters that was trained on, by whose names writers are told where strokes tell that they
    are the same. At most ``limit`` words are read, drawn from all.
    """

    only_held_out: bool = False
    known: Path | None = None
    limit: int | None = None


def chosen_words(
    data: LabelledStrokes,
    charset: Charset,
    choice: WordChoice,
    links: Mapping[str, str],
    *,
    seed: int,
    known: LabelledStrokes | None = None,
) -> tuple[list[int], dict[str, int]]:
    """Return the places of the words to read, in their order, and how many are not, by reason.

    ``links`` names writers as ``known`` does, the characters' file, if there is one. Raises
    DatasetError where writers are to be held out and the file names none.
    """
    if choice.only_held_out and data.groups is None:
        raise DatasetError(
            f"“{data.source}” does not tell its writers apart.",
            advice="Leave out --writers held-out.",
        )
    unseen = _unseen(data, charset, known, links) if choice.only_held_out else []
    reasons: Counter[str] = Counter()
    kept = []
    for place in range(len(data)):
        if choice.only_held_out and not unseen[place]:
            reason = "writers not held out"
        else:
            reason = reason_against(data, place, charset)
        if reason:
            reasons[reason] += 1
        else:
            kept.append(place)
    if choice.limit is not None and choice.limit < len(kept):
        reasons["beyond the limit"] = len(kept) - choice.limit
        drawn = np.random.default_rng(seed).choice(len(kept), choice.limit, replace=False)
        kept = [kept[i] for i in sorted(drawn.tolist())]
    return kept, dict(reasons)


def _unseen(
    data: LabelledStrokes,
    charset: Charset,
    known: LabelledStrokes | None,
    links: Mapping[str, str],
) -> list[bool]:
    """Tell for each word whether its writer is held out under both names."""
    assert data.groups is not None
    named = {} if known is None else sides_in(known, charset)
    both = sides_of_linked(data.groups.tolist(), sides_in(data, charset), links, named)
    unseen: list[bool] = (both == Side.HELD_OUT).all(axis=1).tolist()
    return unseen


def reason_against(data: LabelledStrokes, place: int, charset: Charset) -> str:
    """Return why the word is no hand print that the charset can name; nothing where it is."""
    text = "".join(str(data.texts[place]).split())
    if not data.clean[place]:
        return "implausible labels"
    if data.styles is not None and data.styles[place] == CURSIVE:
        return "cursive"
    if not all(character in charset for character in text):
        return "with characters the model cannot name"
    if not any(character.isalnum() for character in text):
        return "without a letter or digit"
    return ""
