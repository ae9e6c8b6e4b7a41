"""Fold what people type so that spelling does not matter. Pure: no Django.

The same folding is applied to the texts of the site and to the query.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+\+?", re.UNICODE)
APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`]+(?=\w)")
# "500 plus", "500 +" and "500 плюс" are "500+".
PLUS = re.compile(r"(\d+)\s*(?:\+|plus\b|плюс\b)")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
SMALL_NUMBER = re.compile(r"\d\d?")
SHORTEST_STEM = 3  # Letters left of a word when its ending is taken off.
# ł has no mark to take off; ґ and Russian letters are what a Ukrainian keyboard may lack or add.
LETTERS = str.maketrans({"ł": "l", "ґ": "г", "ы": "и", "э": "е"})
# Words that only their marks tell apart, where the one would be an insult to who asks for the other: fear and medicines.
APART = {"lęk": "lenk"}
# Amounts by which benefits are called, written out.
NUMBERS = [
    (re.compile(rf"\b{words}\b"), digits)
    for words, digits in [
        (r"(?:piecset|пятсот|five hundred)", "500"),
        (r"(?:osiemset|вісімсот|eight hundred)", "800"),
        (r"(?:trzysta|триста|three hundred)", "300"),
        (r"(?:cztery tysiace|чотири тисячі|four thousand)", "4000"),
    ]
]


def fold(text):
    """Return the text in small letters, without diacritics and apostrophes, with amounts in digits."""
    # NFKC would make a space of "´".
    text = unicodedata.normalize("NFKC", text.replace("´", "'")).casefold()
    for word, other in APART.items():
        text = text.replace(word, other)
    text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    text = APOSTROPHES.sub("", text.translate(LETTERS))
    for words, digits in NUMBERS:
        text = words.sub(digits, text)
    return PLUS.sub(r"\1+", text)


# Words that say nothing about the matter, in all languages.
STOP_WORDS = frozenset(
    fold(
        """
    a aby ale albo bo byc bym by chce chcialbym chcialabym co czy czyli dla do gdzie i ile ja jak jaki jaka jakie jest jestem jesli
    juz kiedy kto lub ma mam mi mnie moge moj moja moje mozna na nam nas nie o od ono oraz po pod poprosze potrzebuje prosze przez
    przy sa sie skad swoj swoja ta taki tam te tego ten to tu ty u w we wiem z za zalatwic ze zeby
    a am an and any are as at be by can do does for from get have how i if in is it me my need of on or our please should some that
    the there this to us was we what when where which who will with would you your
    а або але без би в ви вона все від до для є з за зі і й із його її коли мене мені ми мій моя мою може можна на нам нас не ні
    о об отримати по при про та так там те ти то тут у хочу це цей цю чи що щоб я як яка яке який де
    """
    ).split()
)
UKRAINIAN_ENDINGS = sorted(
    fold(
        """
        ами ями ого ому ими іми ової ових ові ів ам ям ах ях ем ом єм ою ею єю ій їй их ої їх ий а е и і о у ю я є ь й ї
        """
    ).split(),
    key=len,
    reverse=True,
)


def words(text):
    """Return the folded words of a text, in order; single letters are left out, single digits are not."""
    return [word for word in WORD.findall(fold(text)) if len(word) > 1 or word.isdigit()]


def telling(found):
    """Return those of the folded words that say something, which a number below 100 does not; all when none does."""
    return [word for word in found if word not in STOP_WORDS and not SMALL_NUMBER.fullmatch(word)] or found


def stem(word):
    """Return a folded word without its ending when it is written in Cyrillic; a Latin word stays as it is.

    Polish needs no stemmer beside the steps of the index; Ukrainian changes short words too much to do without.
    """
    if not CYRILLIC.match(word):
        return word
    for ending in UKRAINIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word
