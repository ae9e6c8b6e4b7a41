"""How people in danger spell: without marks, in a mix of Ukrainian and Russian, in Latin letters, with slips. Pure."""

import re
import unicodedata
from collections import defaultdict

from rapidfuzz.distance import OSA

SHORTEST_WRONG = 7  # Letters of a word in which any one may be wrong: shorter ones are too like others.
SHORTEST_MISSING = 6  # Letters of a word in which one may be missing or too many.
SPOKEN = 5  # Letters from which an English word in "-in" may be one in "-ing".
SHORTEST_SWAP = 4  # Letters of a word in which two may have changed places, or one be doubled.
WORD = re.compile(r"[^\W_]+")
APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´]+(?=\w)")
DOUBLED = re.compile(r"(.)\1+")
# Ukrainian and Russian letters between which people who speak both waver.
ONE_SOUND = str.maketrans({"і": "и", "ы": "и", "є": "е", "э": "е", "ґ": "г", "ь": "", "ъ": "", "ł": "l"})
# Except "был", was, against "бил", hit, and "бывший", former.
WAS = re.compile("бы(?!ет|ют|е$)")
SOUNDS = "a b v h d e z z i  k l m n o p r s t u f h c c s s u a".split(" ")
CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщюя", SOUNDS, strict=True))
LATIN = (
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("sz", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch", "c"),
    ("cz", "c"),
    ("ts", "c"),
    ("w", "v"),
    ("g", "h"),
    ("x", "h"),
    ("ji", "zi"),
    ("jy", "zi"),
)
SOFT = re.compile("[ijy]+(?=[aeou])")
HARD_J = re.compile("j(?![aeouiy])")  # "muj", husband: "ж" rather than "й".
# Words of Ukrainian and Russian that are no words of Polish or English when written in Latin letters.
TELLING = """
мене меня мени мни чоловик муж мужа хочу хочет боюсь боюся боится нема немае нихде ниде нигде негде некуда куди куда додому
домой домов жити жит спати ночувати ночеват дитина дитину ребенок ребенка батько батьки отец отчим витчим сосед сусид
насилство насилие допоможит помогите бют убет вбе вбити убит повиситис померти умерет хозяин господар вигнав вигнали
вигнал вигнала вулици улице дочка донька доч мати сестра зараз сейчас что сина дома вдома
""".split()


def words_of(text):
    """Return the words of a text in small letters, without marks, each sound of Ukrainian and Russian written one way."""
    text = unicodedata.normalize("NFKC", APOSTROPHES.sub("", text.casefold()))
    return [_plain(word) for word in WORD.findall(text) if _plain(word)]


def _plain(word):
    word = word.replace("ё", "е").replace("ї", "и").replace("й", "\ue000")
    word = "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))
    word = word.replace("\ue000", "й")
    if WAS.match(word):
        return "бы" + word[2:].translate(ONE_SOUND)
    return word.translate(ONE_SOUND)


def readings(word):
    """Return a word and each of its beginnings, as tables write them: "word", "w*", "wo*"…"""
    spoken = {f"{word}g"} if len(word) >= SPOKEN and word.isascii() and word.endswith("in") else set()
    return {word, *spoken, *(f"{word[:end]}*" for end in range(1, len(word) + 1))}


def skeleton(word):
    """Return how a Cyrillic word sounds: the same however it is written in Latin letters. "" for a word that is not one."""
    if not "а" <= word[:1] <= "я":
        return ""
    return _even("".join(CYRILLIC.get(letter, letter) for letter in word.replace("ы", "и")))


def skeletons_of_latin(word):
    """Return the skeletons that a word in Latin letters may have if it is a Cyrillic one."""
    for letters, sound in LATIN:
        word = word.replace(letters, sound)
    return {_even(one.replace("y", "i")).replace("j", "") for one in (word, HARD_J.sub("z", word))}


def _even(sounds):
    return DOUBLED.sub(r"\1", SOFT.sub("", sounds))


def is_cyrillic_in_latin(said):
    """Tell whether words are Ukrainian or Russian in Latin letters."""
    return any(word.isascii() and not MARKS.isdisjoint(skeletons_of_latin(word)) for word in said)


MARKS = frozenset(skeleton(word) for word in TELLING)


class Slips:
    """Words in which one slip is forgiven: a letter wrong, missing or too many in a long one, two swapped or one doubled."""

    def __init__(self, wanted, never):
        self._wanted, self._never = wanted, never
        self._by_letter = defaultdict(list)
        for one in wanted:
            if len(stem := one.removesuffix("*")) >= SHORTEST_SWAP:
                self._by_letter[stem[0]].append((one, stem))

    def of(self, word):
        """Return those of the wanted words that a word may be a slip of; none when it is itself wanted."""
        if len(word) < SHORTEST_SWAP or word in self._wanted or self._is_never(word):
            return set()
        return {one for one, stem in self._by_letter.get(word[0], ()) if _is_slip(word, stem, one[-1] == "*")}

    def _is_never(self, word):
        return word in self._never or any(f"{word[:end]}*" in self._never for end in range(1, len(word) + 1))


def _is_slip(word, stem, is_open):
    lengths = range(len(stem) - 1, len(stem) + 2)
    ends = lengths if is_open else (len(word),) if len(word) in lengths else ()
    return any(_is_one_slip(word[:end], stem) for end in ends)


def _is_one_slip(said, stem):
    if said[-1:] != stem[-1] or OSA.distance(said, stem, score_cutoff=1) > 1:
        return False
    if len(said) == len(stem):
        return len(stem) >= SHORTEST_WRONG or sorted(said) == sorted(stem)
    return len(stem) >= SHORTEST_MISSING or DOUBLED.sub(r"\1", said) == DOUBLED.sub(r"\1", stem)
