"""Words that are written one way: capitals or full stops inside, as LaTeX, McDonald, kWh, Ph.D.

Lists of word frequencies fold case and leave marks out, so that nothing in them tells LaTeX from
latex. What is commonly written in other ways too, as Postscript, is not listed.
"""

import numpy as np

from ocrdesk.language.lexicon import Beginning, Lexicon
from ocrdesk.language.mixture import Row

_LISTED = """
eBay iCloud iMac iOS iPad iPhone iPod iTunes macOS
AirPods AutoCAD BibTeX BuzzFeed DeepMind DoorDash DreamWorks DuckDuckGo
ExxonMobil FaceTime FedEx FileMaker FireWire GitHub GitLab GoFundMe GoPro
HarperCollins HomePod HubSpot HyperCard JavaScript JetBlue JPMorgan LaTeX LibreOffice LinkedIn
MacBook MySQL NumPy OneDrive OneNote OpenAI OpenCV OpenGL PayPal
PepsiCo PlayStation PostgreSQL PowerPoint PowerShell PyTorch QuickTime SciPy
SharePoint SketchUp SoundCloud SpaceX TeX ThinkPad TikTok UniCredit VMware WeChat
WhatsApp WikiLeaks WordPerfect WordPress YouTube
DeLorean DeVito DiCaprio DuPont LaGuardia LeBron MacArthur
MacLeod McAfee McAllister McBride McCain McCall McCarthy McCartney McClellan
McConnell McCormick McCoy McCullough McDonald McDonald's McDonnell McDowell McEwan
McFarland McGill McGrath McGraw McGregor McGuire McIntosh McIntyre McKay McKee McKenna
McKenzie McKinley McKinney McKinsey McKnight McLaren McLaughlin McLean McLeod McMahon McManus
McMillan McNally McNamara McNeil McNeill McPherson McQueen McVeigh
D'Angelo D'Souza O'Brien O'Connell O'Connor O'Donnell O'Grady O'Hara O'Keefe O'Leary
O'Malley O'Neal O'Neil O'Neill O'Reilly O'Rourke O'Shea O'Sullivan O'Toole
BEng BSc DPhil DSc MEng MPhil MSc PhD GmbH GbR KGaA MwSt StVO EStG StGB KfW
dB dBm kHz MHz GHz THz kN kPa MPa kV mA mV kVA kW kWh MWh keV MeV GeV TeV mL pH
mRNA tRNA rRNA cDNA NaCl NaOH KCl
CDs DVDs GPs IDs MPs PCs PDFs TVs URLs
a.m. p.m. e.g. i.e. Ph.D. B.A. M.A. M.D. D.C. P.O. P.S. U.K. U.S. U.S.A. z.B. d.h. u.a.
"""

KNOWN: tuple[str, ...] = tuple(_LISTED.split())
"""Such words, any of which a page may hold; none of them needs to be English."""


class FixedSpellings:
    """Words that are written one way, each as likely as the others, over a charset's characters.

    ``words`` are those of `written_in` the same characters.
    """

    is_core = True
    leads_on = False
    is_floor = False

    def __init__(self, kind: str, words: Lexicon, characters: str) -> None:
        self._kind = kind
        self._words = words
        self._characters = characters
        places = {letter: place + 1 for place, letter in enumerate(words.alphabet)}
        self._sources = np.array([*(places.get(c, -1) for c in characters), 0], np.intp)

    def start(self) -> Beginning:
        """Return the place before the first letter."""
        return self._words.start()

    def row(self, place: Beginning) -> Row:
        """Return the probabilities (characters + 1) of what comes next, the end last."""
        row: Row = np.append(self._words.row(place), 0.0)[self._sources]
        return row

    def step(self, place: Beginning, column: int) -> Beginning:
        """Return the place after the character of that column."""
        return self._words.step(place, self._characters[column])

    def kind_at(self, place: Beginning) -> str:  # noqa: ARG002  # one kind everywhere
        """Return the name of what is being written."""
        return self._kind


def written_in(characters: str) -> Lexicon | None:
    """Return the words that can be written with these characters, or None where none can.

    Without marks O'Neill is written ONeill.
    """
    whole = sorted(KNOWN)
    return Lexicon(whole, [1] * len(whole)).folded(characters)
