"""Whether a password can be guessed: by those who know its owner, by lists, and by who tries what people choose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST, LONGEST = 12, 128
"""Characters. Length is what a password needs; rules about capitals and signs only make it forgotten."""
LEAST_SCORE = 3
"""Of four: a hundred million tries are not enough. They get 1,440 a day."""
LEAST_OF_ITS_OWN = 6
"""Characters that have to be left where the words below or the owner's are in it, and they and all digits are taken out."""
LOOKED_AT = 72
"""Characters that are searched for patterns; beyond them the search takes long, and a pattern so long is none."""

DUTCH = (
    "wachtwoord", "welkom", "geheim", "inloggen", "toegang", "hallo", "qwerty", "azerty", "beheer", "beheerder",
    "school", "basisschool", "klas", "groep", "juf", "juffrouw", "meester", "leraar", "lerares", "leerkracht", "docent",
    "directeur", "directie", "leerling", "onderwijs", "les", "rooster", "vakantie", "schoolplein", "digibord", "deelwijs",
    "lente", "zomer", "herfst", "winter", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
    "zondag", "vandaag", "morgen", "liefde", "schatje", "lieverd", "familie", "mama", "papa", "oma", "opa", "hond", "poes",
    "voetbal", "ajax", "feyenoord", "psv", "nederland", "amsterdam", "rotterdam", "utrecht", "denhaag", "eindhoven",
    "groningen", "fiets", "koffie", "computer", "telefoon", "internet", "zonnetje", "vlinder", "bloemen", "appeltaart",
    "sinterklaas", "kerstmis", "verjaardag", "koningsdag",
)  # fmt: skip
"""What Dutch staff choose; the library's own lists are of English."""

SHORT = "Take at least twelve characters."
LONG = "Take 128 characters at most."
EASY = "This is easy to guess. Take four words that have nothing to do with each other, or let a password manager make one."
OWN = (
    "Your name, your e-mail address or your school is in it, and little else. "
    "Who knows you guesses that. Take other words."
)


def refuse_weak(password: str, own: Iterable[str]) -> None:
    """Raise Invalid for `wanted`, its words in English for the catalogs, where a password is short, long or easy to guess.

    `own` are the names that belong to its owner.
    """
    if len(password) < SHORTEST:
        raise Invalid(wanted=SHORT)
    if len(password) > LONGEST:
        raise Invalid(wanted=LONG)
    about = sorted({word for name in own for word in _words(name)})
    if _is_guessed(password, about):
        raise Invalid(wanted=EASY if _is_guessed(password, ()) else OWN)


def _is_guessed(password: str, about: Iterable[str]) -> bool:
    """Whether its score is too low; the library is large, and loaded by the first who needs it."""
    from zxcvbn import zxcvbn

    known = [*about, *DUTCH]
    found = zxcvbn(password[:LOOKED_AT], user_inputs=known, max_length=LOOKED_AT)
    return int(found["score"]) < LEAST_SCORE or len(_rest(password, known)) < LEAST_OF_ITS_OWN


def _rest(password: str, known: Iterable[str]) -> str:
    """Take the known words out, and then what is no letter: a season with a year is two guesses, however long it is.

    One without any known word stays whole: digits alone are as good as letters where they can't be guessed.
    """
    rest = whole = password.casefold()
    for word in sorted(known, key=len, reverse=True):
        rest = rest.replace(word, " ")
    return whole if rest == whole else re.sub(r"[\W\d_]+", "", rest)


def _words(name: str) -> set[str]:
    """Take a name apart, and keep it whole: Jo de Vries, jo.devries@school.example, De Eik."""
    parts = [part for part in re.split(r"[\W_]+", name.casefold()) if len(part) > 1]
    return {name.casefold(), "".join(parts), *parts}
