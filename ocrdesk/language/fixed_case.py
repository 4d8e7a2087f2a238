"""Words that are written with capitals inside: brands, names, units, degrees.

Lists of word frequencies fold case, so that nothing in them tells LaTeX from latex.
"""

from collections.abc import Sequence

import numpy as np

from ocrdesk.language.lexicon import Beginning, Lexicon
from ocrdesk.language.mixture import Row

_LISTED = """
eBay eBook iCloud iMac iOS iPad iPhone iPod iTunes macOS
AirPods AutoCAD BibTeX BlackBerry BuzzFeed DeepMind DoorDash DreamWorks DuckDuckGo
ExxonMobil FaceTime FedEx FileMaker FireWire GitHub GitLab GoFundMe GoPro
HarperCollins HomePod HubSpot HyperCard JavaScript JetBlue JPMorgan LaTeX LibreOffice LinkedIn
MacBook MasterCard MySpace MySQL NumPy OneDrive OneNote OpenAI OpenCV OpenGL OpenOffice PayPal
PepsiCo PlayStation PostgreSQL PostScript PowerPoint PowerShell PyTorch QuickTime SciPy
SharePoint SketchUp SoundCloud SpaceX TeX ThinkPad TikTok TypeScript UniCredit VMware WeChat
WhatsApp WiFi WikiLeaks WordPerfect WordPress YouTube
DeLorean DeVito DiCaprio DuPont FitzGerald LaGuardia LeBron MacArthur MacDonald MacGregor
MacKenzie MacLeod McAfee McAllister McBride McCain McCall McCarthy McCartney McClellan
McConnell McCormick McCoy McCullough McDonald McDonald's McDonalds McDonnell McDowell McEwan
McFarland McGill McGrath McGraw McGregor McGuire McIntosh McIntyre McKay McKee McKenna
McKenzie McKinley McKinney McKinsey McKnight McLaren McLaughlin McLean McLeod McMahon McManus
McMillan McNally McNamara McNeil McNeill McPherson McQueen McVeigh
D'Angelo D'Souza L'Oreal O'Brien O'Connell O'Connor O'Donnell O'Grady O'Hara O'Keefe O'Leary
O'Malley O'Neal O'Neil O'Neill O'Reilly O'Rourke O'Shea O'Sullivan O'Toole
BEng BSc DPhil DSc MEng MPhil MSc PhD GmbH GbR KGaA MwSt StVO EStG StGB KfW
dB dBm kHz MHz GHz THz kN kPa MPa kV mA mV kVA kW kWh MWh keV MeV GeV TeV mL pH
mRNA tRNA rRNA cDNA NaCl NaOH KCl
"""

KNOWN: tuple[str, ...] = tuple(_LISTED.split())
"""Such words, any of which a page may hold; none of them needs to be English."""


class FixedWords:
    """Words whose case is known, each as likely as the others, over the characters of a charset.

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


def written_in(characters: str, words: Sequence[str] = KNOWN) -> Lexicon | None:
    """Return the words that can be written with these characters, or None where none can.

    Without marks O'Neill is written ONeill.
    """
    whole = sorted(set(words))
    return Lexicon(whole, [1] * len(whole)).folded(characters)
