"""Points of time in the words that people use."""

import time


def moment(seconds: float) -> str:
    """Return a time since 1970 as "today, 14:03", "yesterday, 9:15" or with its date."""
    then = time.localtime(seconds)
    clock = time.strftime("%H:%M", then)
    for days, name in ((0, "today"), (1, "yesterday")):
        if time.localtime(time.time() - days * 86_400)[:3] == then[:3]:
            return f"{name}, {clock}"
    return f"{time.strftime('%d %B %Y', then).lstrip('0')}, {clock}"
