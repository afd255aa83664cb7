"""What is compared of a Dutch sentence: roots of words, pairs of them, what they mean at a school, and runs of letters."""

from __future__ import annotations

import re
import threading
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from course.norms.suggest.thesaurus import PEOPLE, THINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
SMALL_WORDS = """
de het een en of van in op te ten ter met voor aan bij door uit om tot naar over als dan dat die dit deze er zijn is
wordt worden hij zij ze we wij ik je jij u hun haar mijn ons onze uw men wat wie waar ook nog al zo wel heeft hebben kan
kunnen mag mogen moet moeten zal zullen iemand iets daar hier eigen andere ander anderen altijd
"""
SMALL = frozenset(SMALL_WORDS.split())
NEGATIONS = frozenset(("niet", "geen", "nooit", "zonder", "niemand", "nergens", "niets"))
EVERYDAY = ("school", "iemand", "sociale", "media", "gebruiken", "gebruikt")
LEAVE = re.compile(
    r"(?:\b(?:met|zonder|na|alleen met)\s+)?(?:\w+\s+)?toestemming"
    r"(?:\s+van\s+(?:de |hun |mijn |het )?\w+(?: (?:of|en) (?:de )?\w+)?)?(?:\s+(?:geeft|geven|gaf|gaven))?"
    r"|(?:als|tenzij|mits)\s+(?:de |mijn |hun )?\w+\s+(?:dat |het )?"
    r"(?:goedvindt|goedkeurt|vooraf laat weten|toestemming geeft)",
    re.IGNORECASE,
)
"""Whose leave is needed is a stance; it says little of which act it is taken on."""
NEGATED, PAIR, MEANING, LEAVE_WEIGHT, PEOPLE_WEIGHT = 0.5, 0.5, 0.6, 0.4, 0.4
"""How much these count beside a root, which counts for one."""
COMPOUND, MEMBER = 8, 5
"""Letters: a word so long may be made of others, of which one so long is told apart ("schoolbeelden": "beelden")."""
SHORTEST_ROOT = 3
RUN = 4
FEWEST = 3
"""Words that are left of a sentence without whose leave it asks; with fewer, all of it is compared."""
MOST_REMEMBERED = 20_000

_own = threading.local()


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, without the smallest ones."""
    found = (word.removesuffix("'s") for word in WORD.findall(text.lower().replace("’", "'")))
    return [word for word in found if word not in SMALL and len(word) > 1]


@lru_cache(MOST_REMEMBERED)
def root(word: str) -> str:
    """Reduce a word to what its forms share; Snowball leaves "deelt" beside "delen", so its ending goes too.

    A stemmer keeps what it is at within itself, so each thread has one of its own.
    """
    if not hasattr(_own, "stemmer"):
        import snowballstemmer

        _own.stemmer = snowballstemmer.stemmer("dutch")
    single = re.sub(r"(.)\1", r"\1", _own.stemmer.stemWord(word))
    shorter = single.rstrip("dt")
    return shorter if len(shorter) >= SHORTEST_ROOT else single


def _lines(words: str) -> list[list[str]]:
    return [line.split() for line in words.strip().split("\n")]


def _meanings() -> Mapping[str, frozenset[int]]:
    """Give by word and by root in which lines of the thesaurus it stands."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines(PEOPLE) + _lines(THINGS)):
        for word in line:
            found[word].add(number)
            found[root(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


MEANINGS = _meanings()
PARTS = tuple(
    (word, root(word)) for line in _lines(PEOPLE) + _lines(THINGS) for word in line if len(word) >= MEMBER
)
PERSONS = frozenset(range(len(_lines(PEOPLE))))
LESS_TELLING = frozenset(
    [root(word) for line in _lines(PEOPLE) for word in line] + [root(word) for word in EVERYDAY]
)


@lru_cache(MOST_REMEMBERED)
def meanings(word: str) -> frozenset[int]:
    """Name what a word means, by itself or as the beginning or end of a longer one."""
    stem = root(word)
    found = MEANINGS.get(word, frozenset()) | MEANINGS.get(stem, frozenset())
    if found or len(word) < COMPOUND:
        return found
    parts = (part for part, ending in PARTS if word.startswith(part) or stem.endswith(ending))
    return frozenset().union(*(MEANINGS[part] for part in parts))


def features(text: str) -> Mapping[str, float]:
    """Weigh what a text says: its roots, what they mean, pairs of neighbours, and whether it denies."""
    found: defaultdict[str, float] = defaultdict(float)
    said: list[str] = []
    for part, weight in _parts(text):
        for word in words_of(part):
            if word in NEGATIONS:
                found["not"] = NEGATED
                continue
            stem = root(word)
            said.append(stem)
            found[stem] += weight * (PEOPLE_WEIGHT if stem in LESS_TELLING else 1)
            for number in meanings(word):
                telling = PEOPLE_WEIGHT if number in PERSONS else 1
                found[f"={number}"] += MEANING * weight * telling
    for one, other in pairwise(said):
        found[f"{one} {other}"] += PAIR
    return found


def runs(text: str) -> Mapping[str, float]:
    """Count the runs of four letters in a text, spaces at the edges of words among them."""
    without = LEAVE.sub(" ", text)
    words = words_of(without if len(WORD.findall(without)) >= FEWEST else text)
    joined = f" {' '.join(word for word in words if word not in NEGATIONS)} "
    return Counter(joined[start : start + RUN] for start in range(len(joined) - RUN + 1))


def _parts(text: str) -> list[tuple[str, float]]:
    """Part a text into what is done and whose leave it needs, each with how much it counts."""
    parts: list[tuple[str, float]] = []
    end = 0
    for leave in LEAVE.finditer(text):
        parts += [(text[end : leave.start()], 1.0), (leave[0], LEAVE_WEIGHT)]
        end = leave.end()
    return [*parts, (text[end:], 1.0)]
