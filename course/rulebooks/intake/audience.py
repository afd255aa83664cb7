"""Whom an article seems to address, from its words and the heading above it: a guess, for an editor to confirm."""

from __future__ import annotations

import re

from course.norms.model import Audience

PUPILS, STAFF, LEADERS, PARENTS, SCHOOL = (
    (Audience.PUPIL,),
    (Audience.TEACHER, Audience.LEADER),
    (Audience.LEADER,),
    (Audience.PARENT,),
    (Audience.SCHOOL,),
)
PEOPLE = (Audience.PUPIL, Audience.TEACHER, Audience.LEADER, Audience.PARENT)
NOUNS = (
    (
        r"(?:mede|oud-)?leerling(?:en)?|kind(?:eren)?|scholier(?:en)?|student(?:en)?|klasgeno(?:ot|ten)",
        PUPILS,
    ),
    (
        r"medewerker(?:s)?(?:\(s\))?|personeel(?:sleden|slid)?|teamleden|team|collega(?:’s|'s)?|invaller(?:s)?|stagiair(?:e|es|s)?",
        STAFF,
    ),
    (
        r"(?:onderwijs|school)personeel|werknemer(?:s)?|professional(?:s)?",
        STAFF,
    ),
    (
        r"leerkracht(?:en)?|lera(?:ar|ren)|docent(?:en)?|mentor(?:en)?|juf(?:fen)?|meester(?:s)?|coach(?:es)?",
        (Audience.TEACHER,),
    ),
    (
        r"directie|directeur(?:en)?|schoolleid(?:ing|er|ers)|leidinggevende(?:n)?|(?:school)?bestuurder(?:s)?|teamleider(?:s)?",
        LEADERS,
    ),
    (r"ouder(?:s)?|verzorger(?:s)?|(?:ouders?/verzorgers?)|vrijwilliger(?:s)?", PARENTS),
    (
        r"school|scholen|bestuur|stichting|instelling|onderwijsinstelling|organisatie|ict-beheerder|beheerder",
        SCHOOL,
    ),
    (r"iedereen|ieder|elkaar|betrokkene(?:n)?|gebruiker(?:s)?|alle\s+betrokkenen|iemand", PEOPLE),
)
NOUN = re.compile(
    "|".join(rf"(?P<n{place}>\b(?:{words})\b)" for place, (words, _) in enumerate(NOUNS)), re.IGNORECASE
)
BETWEEN = (
    r"(?:\s+(?:de|het|een|mijn|je|jouw|uw|zijn|haar|hun|ons|onze|ander|andere|anderen|alle|al|deze|die|elke|eigen|directe|"
    r"betrokken|huidige|onbekende|zowel|niet)){0,3}\s*$"
)
OBJECT = re.compile(
    rf"\b(?:aan|bij|door|met|van|voor|over|tegen|naar|tot|onder|namens|tussen|per|op|in|uit|behalve|zonder|om){BETWEEN}",
    re.IGNORECASE,
)
"""What stands before somebody who is spoken of and not to: "van leerlingen", "aan de leraar"."""
CONDITION = re.compile(
    rf"\b(?:als|indien|wanneer|zodra|tenzij|mits|dat|die|waar|wie){BETWEEN}", re.IGNORECASE
)
MEANT = re.compile(
    r"\b(?:toegestaan|verboden|geldt|gelden|verplicht|verwacht|bedoeld)\b",
    re.IGNORECASE,
)
"""With these, "voor leerlingen" and "van medewerkers" do say to whom."""
MEANT_BEFORE = re.compile(rf"\b(?:voor|van){BETWEEN}", re.IGNORECASE)
LISTED = re.compile(
    r"\s*(?:(?:,|/|\ben\b|\bof\b|\bals\b)\s*)+(?:(?:de|hun|onze|andere|alle)\s*)?", re.IGNORECASE
)
TEACHER_ASKED = re.compile(
    r"toestemming van (?:de |je |mijn |een )?(?:leerkracht|leraar|docent)"
    r"|(?:als|indien|mits|wanneer) (?:de |je |mijn )?(?:leerkracht|leraar|docent)\b",
    re.IGNORECASE,
)
"""Who needs a teacher's leave is a pupil."""
SPEAKER, YOU_FORMAL, WE, YOU = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in ("ik|mijn|mij", "u|uw", "we|wij", "je|jij|jou|jouw|jezelf")
)


def guess_audience(words: str, heading: str = "") -> tuple[Audience, ...]:
    """Name whom an article seems to address; empty where nothing tells.

    Whoever the sentence is about comes first, then whom its heading names, then who says "ik", "u", "wij" or "je".
    """
    under = {one for noun in NOUN.finditer(heading) for one in _audience(noun)}
    people = under - {Audience.SCHOOL}
    about = _about(words)
    if SPEAKER.search(words):
        found = people or {Audience.PUPIL}
    elif WE.search(words) and not YOU.search(words):
        found = people or {Audience.SCHOOL}
    elif about and (about != {Audience.SCHOOL} or not people):
        found = about
    elif people:
        found = people
    elif YOU_FORMAL.search(words):
        found = {Audience.PARENT}
    elif YOU.search(words) or TEACHER_ASKED.search(words):
        found = {Audience.PUPIL}
    else:
        found = under
    return tuple(one for one in Audience if one in found)


def _about(words: str) -> set[Audience]:
    """Find whom a sentence is about: the first who is neither object nor condition, else the first of a condition."""
    free = MEANT.search(words) is not None
    for passed_over in ((OBJECT, CONDITION), (OBJECT,)):
        found: set[Audience] = set()
        end = 0
        for noun in NOUN.finditer(words):
            before = words[: noun.start()]
            if found and not LISTED.fullmatch(words[end : noun.start()]):
                break
            meant = free and MEANT_BEFORE.search(before)
            if found or meant or not any(one.search(before) for one in passed_over):
                found.update(_audience(noun))
                end = noun.end()
        if found or TEACHER_ASKED.search(words) or YOU.search(words):
            return found
    return set()


def _audience(noun: re.Match[str]) -> tuple[Audience, ...]:
    return next(whom for place, (_, whom) in enumerate(NOUNS) if noun[f"n{place}"])
