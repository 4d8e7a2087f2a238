"""Settings of ink as plain JSON values, with a version of their own.

A page without such a record has automatic settings, as all pages had before there were any. The
version is the settings' own, not the document's: a program that knows no settings still opens the
page, with its letters and its history, and one that knows fewer ways to find ink says so.
"""

from ocrdesk.formats.record_values import RecordError, mapping, text, whole
from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Rules, Threshold

_VERSION = 1
_MOST_NEGATIVE = -1000


def ink_settings_record(settings: InkSettings) -> dict[str, object]:
    """Return the settings as JSON values; what is automatic is left out."""
    record: dict[str, object] = {"version": _VERSION}
    if settings.threshold is not AUTOMATIC.threshold:
        record["threshold"] = settings.threshold.value
    if settings.rules is not AUTOMATIC.rules:
        record["rules"] = settings.rules.value
    for name in ("sensitivity", "denoise", "specks"):
        value = getattr(settings, name)
        if value:
            record[name] = int(value)
    return record


def ink_settings_from_record(value: object) -> InkSettings:
    """Return the settings, automatic ones for None; ``RecordError`` for a value that has none."""
    if value is None:
        return AUTOMATIC
    record = mapping(value, "the settings of ink")
    version = whole(record.get("version"), "the version of the settings of ink", least=1)
    if version > _VERSION:
        raise RecordError("its ink was found in a way that only a newer ocrdesk knows")
    numbers = {
        name: whole(record.get(name, 0), f"the {name} of ink", least=_MOST_NEGATIVE)
        for name in ("sensitivity", "denoise", "specks")
    }
    try:
        return InkSettings(
            threshold=Threshold(text(record.get("threshold", "stroke"), "the threshold of ink")),
            rules=Rules(text(record.get("rules", "automatic"), "the rules of ink")),
            **numbers,
        )
    except ValueError as error:
        raise RecordError(str(error)) from error
