"""What a field makes of letters, in words: "O → 0, I → 1", and rows that do not fit it."""

from collections import Counter

from ocrdesk.services.field_trial import Outcome, TriedLine
from ocrdesk.services.fields import Field
from ocrdesk.ui.translation import tr

_MOST = 6  # kinds of changes that are told
_ARROW = "\N{NO-BREAK SPACE}\N{RIGHTWARDS ARROW}\N{NO-BREAK SPACE}"
_FEW_WORDS = 3
_MOST_TEXT = 60


def outcome_words(outcome: Outcome) -> str:
    """Return how the letters would read, and where the field would not be heard."""
    told = [_reads(outcome.lines[0])] if len(outcome.lines) == 1 else []
    told.append(_changes(outcome))
    misfits = sum(not line.fits for line in outcome.lines)
    if misfits and len(outcome.lines) == 1:
        told.append(tr("By their ink these letters do not fit it, so it gives way here."))
    elif misfits:
        told.append(
            tr("{some} of {count} rows do not fit it by their ink and stay as they are.").format(
                some=misfits, count=len(outcome.lines)
            )
        )
    return "\n".join(told)


def field_words(field: Field) -> str:
    """Return a field's name: its pattern, or how many words may stand there."""
    if field.pattern:
        return tr("the pattern “{pattern}”").format(pattern=field.pattern)
    if len(field.words) <= _FEW_WORDS:
        return tr("the list {words}").format(words=", ".join(field.words))
    return tr("a list of %n words", None, len(field.words))


def _reads(line: TriedLine) -> str:
    text = "".join(glyph.character for glyph in line.after)
    shown = text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}…"
    return tr("They would read {text}").format(text=shown)


def _changes(outcome: Outcome) -> str:
    """Return which letters would change into which."""
    found = Counter(
        f"{old.character}{_ARROW}{new.character}"
        for line in outcome.lines
        for old, new in zip(line.before, line.after, strict=True)
        if old.character != new.character
    )
    if not found:
        return tr("No letter would change.")
    told = [
        name if count == 1 else f"{name} ({count}\N{MULTIPLICATION SIGN})"
        for name, count in found.most_common(_MOST)
    ]
    return ", ".join(told) + (" …" if len(found) > _MOST else "")
