"""How hard a Polish text is to read: words in a sentence, long words, and FOG-PL.

Pure: no Django. Gunning's fog index is 0.4 × (words in a sentence + per cent of hard words). For Polish a hard word has
four or more syllables, not three as in English (W. Pisarek; A. Seretny, "Wskaźnik czytelności tekstu"; T. Piekot and
others, the authors of FOG-PL). The figure stands for years of school; theirs run from "1–6: primary school" over
"7–9: gimnazjum" to "18 and more: after university".

Two things differ from the tools that people may compare with. Jasnopis counts the syllables of a word as it is written or,
in a second figure, of its dictionary form; here it is as written, since the other needs a dictionary of Polish. Endings
add syllables ("opieka", "opiekami"), so this figure is, if anything, the stricter. And each line ends a sentence, as an
item of a list does. The index was made for samples of a hundred words; of a line or two it is a hint.
"""

import re
import unicodedata
from dataclasses import dataclass

SYLLABLES_OF_A_HARD_WORD = 4
PLAIN = 9  # The upper end of what Piekot and others call plain: nine years, the former primary school and gimnazjum.

# An address of a page or of mail is copied, not read, and a number is taken in at a glance, spaces inside or not: one word each.
ADDRESS = (
    r"(?:https?://|www\.)\S*[^\W_]|(?<![\w.+-])[\w.+-]+@[\w.-]*\w|(?<![\w-])\w[\w-]*(?:\.[\w-]+)*\.(?:pl|eu|org|com)\b"
)
NUMBER = r"\d[\d.,:/–-]*(?:[ \u00a0\u202f]\d{2,3}(?!\d)(?:[.,:/–-]\d*)*)*\+?"
WORD = re.compile(rf"(?P<unread>{ADDRESS}|{NUMBER})|[^\W\d_]+(?:[-\u2011’'][^\W\d_]+)*")

SYLLABLE = re.compile(
    r"(?<=[kpt][lr])i(?=[eo])"  # kli-ent, pri-o-ry-tet.
    r"|(?<![nz])au"  # au-to-bus; but na-u-ka, za-u-fa-nie.
    r"|(?<!rz)eu(?!m\b|sz)"  # Eu-ro-pa, te-ra-peu-ta; but prze-u-czyć, mu-ze-um, ju-bi-le-usz.
    r"|i?[aąeęioóu]|y"  # A vowel after "i" makes one syllable with it: wiek, o-pie-ka, ko-mi-sji, o-pi-nii.
)

# A full stop after these ends no sentence: a name or a number follows.
INTRODUCING = frozenset(
    "al art dr ds dz gen im inż kom ks lek lit lok m m.in max mec mgr np nr p pkt pl pok por pow poz ppkt prof rozdz s "
    "str św tel tj tzn tzw ul ust wew woj zob".split()
)
# After these it may: "w 2023 r. Wniosek…", but not "o godz. 8".
CLOSING = frozenset("etc godz itd itp mies min ok os r tys zł".split())
LONGEST = 1 + max(map(len, INTRODUCING | CLOSING))

END = re.compile(r"(?<![.!?…])[.!?…]+[”»\"')]*(?=\s|$)|\n")
BEFORE = re.compile(r"[\w.]*$")
FIRST_AFTER = re.compile(r"[\W_]{0,9}([\w-]*)")
# What stands before an item of a list or a heading: "- ", "• ", "1. ", "b) ", "## ".
BULLET = re.compile(r"^(?:[-–—•*·]|#+|\d{1,2}[.)]|[a-z]\))\s+")


@dataclass(frozen=True)
class Reading:
    """What was counted in a text."""

    sentences: int
    words: int
    hard_words: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def hard_share(self) -> float:
        """The share of words of four and more syllables, from 0 to 1."""
        return self.hard_words / self.words if self.words else 0.0

    @property
    def hard_per_cent(self) -> int:
        return round(100 * self.hard_share)

    @property
    def fog(self) -> float:
        """FOG-PL, to a tenth: about the years of school that a reader needs; 0 without a word."""
        return round(0.4 * (self.words_per_sentence + 100 * self.hard_share), 1)

    @property
    def is_plain(self) -> bool:
        return self.fog <= PLAIN


def sentences(text: str) -> list[str]:
    """Split a text into sentences, without the signs before the items of its lists; each line ends one."""
    # As typed on other systems and copied from print: letters in two parts, hyphens that show only at the end of a line.
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    found, start = [], 0
    for match in END.finditer(text):
        if match[0] == "\n" or _ends(text, start, match):
            found.append(text[start : match.end()])
            start = match.end()
    found.append(text[start:])
    bare = [BULLET.sub("", one.strip()) for one in found]
    return [one for one in bare if WORD.search(one)]


def read(text: str) -> Reading:
    """Return the Reading of a text."""
    whole = sentences(text)
    found = [match for one in whole for match in WORD.finditer(one)]
    return Reading(len(whole), len(found), sum(map(_is_hard, found)))


def syllables(word: str) -> int:
    """Count the syllables of a Polish word; one without a vowel ("w", "NFZ") counts as one."""
    return max(1, len(SYLLABLE.findall(word.casefold())))


def hardest(text: str, count: int = 3) -> list[tuple[float, str]]:
    """Return the sentences hardest to read, [(FOG-PL, sentence), …], the hardest first; easy ones are left out."""
    rated = [(read(one).fog, one) for one in sentences(text)]
    return sorted((one for one in rated if one[0] > PLAIN), key=lambda one: -one[0])[:count]


def pieces(sentence: str) -> list[tuple[str, bool]]:
    """Split a sentence where its hard words begin and end: [(text, whether it is a hard word), …]."""
    found, start = [], 0
    for match in filter(_is_hard, WORD.finditer(sentence)):
        found += [(sentence[start : match.start()], False), (match[0], True)]
        start = match.end()
    found.append((sentence[start:], False))
    return [one for one in found if one[0]]


def _is_hard(match: re.Match[str]) -> bool:
    return match["unread"] is None and syllables(match[0]) >= SYLLABLES_OF_A_HARD_WORD


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a full stop, or another sign that may end a sentence, ends the one from `start`."""
    after = _found(FIRST_AFTER.match(text, match.end()))[1]
    if after.islower():
        return False  # "itd. oraz", "20. dnia", „Stop!” mówi.
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    before = _found(BEFORE.search(text, max(start, match.start() - LONGEST), match.start()))[0]
    if before.isdigit() and text[start : match.start()].strip() == before:
        return False  # "1. Zadzwoń."
    if before.casefold() in INTRODUCING or (len(before) == 1 and before.isupper()):
        return not after  # "ul. Leśna", "art. 5", "J. Nowak".
    return not (before.casefold() in CLOSING and after[:1].isdigit())


def _found(match: re.Match[str] | None) -> re.Match[str]:
    """Return the match of a pattern that finds something in any text, be it nothing."""
    assert match is not None  # noqa: S101 (for the checker of types)
    return match
