"""Points of time in the words that people use."""

import time

from PySide6.QtCore import QDate, QLocale

from ocrdesk.ui.translation import tr


def moment(seconds: float, *, is_exact: bool = False) -> str:
    """Return a time since 1970 as "today, 14:03", "yesterday, 9:15" or with its date.

    One that ``is_exact`` has its seconds.
    """
    then = time.localtime(seconds)
    clock = time.strftime("%H:%M:%S" if is_exact else "%H:%M", then)
    for days, name in ((0, tr("today")), (1, tr("yesterday"))):
        if time.localtime(time.time() - days * 86_400)[:3] == then[:3]:
            return f"{name}, {clock}"
    date = QDate(then.tm_year, then.tm_mon, then.tm_mday)
    told = QLocale().toString(date, tr("d MMMM yyyy", "A date in the letters of QLocale"))
    return f"{told}, {clock}"
