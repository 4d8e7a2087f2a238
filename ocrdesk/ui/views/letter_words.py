"""What the letter panel says of a letter, in words."""

from collections.abc import Sequence

from ocrdesk.page.elements import UNREADABLE, Glyph, Reader
from ocrdesk.services.fields import Field
from ocrdesk.services.page_fields import Ruling
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.certainty import certainty_words, glyph_certainty, percent, unbroken

_ALIKE = {
    "0": later("digit zero"),
    "O": later("capital O"),
    "o": later("small o"),
    "1": later("digit one"),
    "I": later("capital I"),
    "l": later("small L"),
}


def named(character: str) -> str:
    """Return a character, with its name where another looks like it."""
    if character not in _ALIKE:
        return character
    name = tr(_ALIKE[character])
    return f"{character} ({name})"


def has_reading(glyph: Glyph) -> bool:
    """Tell whether anybody has said what the glyph is."""
    return glyph.is_confirmed or bool(glyph.predictions)


def verdict(glyph: Glyph) -> str:
    """Return how the character came about, in a word."""
    if glyph.is_confirmed:
        return tr("Confirmed")
    if glyph.is_unreadable:
        return tr("Unreadable")
    return percent(glyph.probability) if glyph.predictions else tr("Not read yet")


def common_story(glyphs: Sequence[Glyph]) -> str:
    """Return how far several letters are settled, and what keys do to all of them."""
    count = len(glyphs)
    confirmed = sum(glyph.is_confirmed for glyph in glyphs)
    told = {0: tr("None confirmed."), count: tr("All confirmed.")}.get(confirmed)
    told = told or tr("%n of them confirmed.", None, confirmed)
    open_ones = [glyph for glyph in glyphs if glyph.predictions and not glyph.is_confirmed]
    if open_ones:
        least = min(open_ones, key=lambda glyph: glyph.probability)
        shown = tr("no character") if least.is_unreadable else least.character
        told += " " + tr("Least sure: {letter}.").format(letter=unbroken(shown, least.probability))
    keys = tr("A key you type sets all {count}; Enter confirms them as they were read.")
    if confirmed == count:
        keys = tr("A key you type sets all {count}.")
    elif confirmed:
        keys = tr("A key you type sets all {count}; Enter confirms the others as they were read.")
    return f"{told} {keys.format(count=count)}"


def _of_ink(glyph: Glyph, field: Field | None) -> str:
    """Return what the ink alone said, before the word around it or its field was weighed in."""
    best = glyph.ink[0]
    shown = unbroken(best.character, best.probability)
    alone = tr("By its ink alone: {shown}.").format(shown=shown)
    if field is None:
        return alone
    return f"{by_field(field)} {alone}"


def by_field(field: Field) -> str:
    """Return what else decided than the ink: the pattern that its rows have, or a list."""
    if field.pattern:
        return tr("By the pattern “{pattern}”.").format(pattern=field.pattern)
    return tr("By the list of words.")


def _gave_way(field: Field) -> str:
    """Return that what was said of a place was not heard there."""
    if field.pattern:
        told = tr("These letters do not fit the pattern “{pattern}”, which gave way.")
        return told.format(pattern=field.pattern)
    return tr("These letters are none of the words that were said.")


def story(glyph: Glyph, ruling: Ruling | None = None) -> str:
    """Return how sure the network is, or what it read where a person has had the last word.

    ``ruling`` is what was said of its place, which decided or gave way.
    """
    if glyph.is_confirmed:
        return _confirmed_story(glyph)
    if not glyph.predictions:
        return tr("Type the character, or read the page again.")
    if glyph.is_unreadable:
        return tr("{probability} no character. Type or pick what it is, or delete it.").format(
            probability=_whole(glyph.probability)
        )
    words = certainty_words(glyph_certainty(glyph)).capitalize()
    if ruling is not None and not ruling.fits:
        words = f"{words}. {_gave_way(ruling.field)}"
    field = ruling.field if ruling is not None and ruling.fits else None
    is_changed = bool(glyph.ink) and glyph.ink[0].character != glyph.character
    return f"{words.rstrip('.')}. {_of_ink(glyph, field)}" if is_changed else words


def origin(reader: Reader | None) -> str:
    """Return who read a letter, of a hand also how far it had learnt; "" where nobody did."""
    if reader is None:
        return ""
    if reader.letters is None:
        return tr("Read by {name}.").format(name=reader.name)
    if not reader.letters:
        return tr("Read by “{name}”, before it learnt.").format(name=reader.name)
    told = tr("Read by “{name}” after %n letters.", None, reader.letters)
    return told.format(name=reader.name)


def other_explainer(reader: Reader | None, explainer: Reader) -> str:
    """Return that a letter is explained by another than read it; "" where it is the same one.

    Of a reader that does not tell how far it had learnt nobody knows whether it has since.
    """
    if reader is None:
        return ""
    if reader.name != explainer.name:
        told = tr(
            "{reader} read this letter; the marks and the letters like it are what {other} sees."
        )
        return told.format(reader=_called(reader), other=_called(explainer))
    if reader.letters is None or reader.letters == explainer.letters:
        return ""
    told = tr(
        "“{name}” has learnt since it read this letter; the marks and the letters like it are what "
        "it sees now."
    )
    return told.format(name=reader.name)


def _called(reader: Reader) -> str:
    """Return the name of a reader, that of a hand in quotes: a person chose it."""
    return reader.name if reader.letters is None else tr("“{name}”").format(name=reader.name)


def _confirmed_story(glyph: Glyph) -> str:
    """Return what a person said, beside what the network read."""
    if glyph.correction == UNREADABLE:
        return tr("You confirmed that it is no character.")
    mine = glyph.correction
    if not glyph.predictions:
        return tr("You confirmed {correction}.").format(correction=mine)
    best = glyph.predictions[0]
    if best.character == UNREADABLE:
        told = tr("You confirmed {correction}; the network could not read it.")
        return told.format(correction=mine)
    if best.character == glyph.correction:
        return tr("The network read it too, with {probability}.").format(
            probability=_whole(best.probability)
        )
    return tr("You confirmed {correction}; the network read {character} {probability}.").format(
        correction=mine, character=best.character, probability=_whole(best.probability)
    )


def _whole(probability: float) -> str:
    """Return a probability that no line ends in."""
    return percent(probability).replace(" ", "\N{NO-BREAK SPACE}")
