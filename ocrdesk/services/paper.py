"""Which paper people print on where they live: one rule for the window and the command line."""

import os
import re

# Countries whose usual paper is Letter (CLDR, supplemental data on paper sizes).
_LETTER = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")


def usual_paper(locale: str) -> str:
    """Return "letter" where a locale such as "en_US" or "es-MX.UTF-8" is of such a country.

    It is "a4" for all others, "C" too, which says nothing of a country.
    """
    country = re.match(r"[A-Za-z]+(?:[_-][A-Z][a-z]{3})?[_-]([A-Z]{2})(?![A-Za-z0-9])", locale)
    return "letter" if country is not None and country[1] in _LETTER else "a4"


def paper_of_environment(system: str = "") -> str:
    """Return the usual paper by the variables that name a locale, the strongest first.

    Where none is set, as on Windows, it goes by the locale of the ``system``, if that is known.
    """
    names = ("LC_ALL", "LC_PAPER", "LANG")
    return usual_paper(next((os.environ[name] for name in names if os.environ.get(name)), system))
