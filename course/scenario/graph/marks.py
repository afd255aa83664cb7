"""How a scene and a verdict look: every colour comes with a shape or a line, and with a word of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from course.norms.decide import SEVERITY
from course.norms.model import Verdict
from course.scenario.conditions import Chose, InBand, Ruled

if TYPE_CHECKING:
    from course.scenario.conditions import Condition, Test
    from course.scenario.model import Choice, Lesson, Scene

VerdictOf = Callable[[str], Verdict]
"""What a school says of an act id."""


class Place(StrEnum):
    """What a scene is in the story; the first that holds."""

    LATER = "later"
    ENDING = "ending"
    START = "start"
    SCENE = "scene"


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """How a verdict is shown on a choice: class, colour and dashes of its line (empty for an unbroken one), sign, words."""

    name: str
    colour: str
    dashes: str
    sign: str
    words: Mapping[str, str]


MARKS: Mapping[Verdict, VerdictMark] = {
    Verdict.MUST: VerdictMark("must", "#1d4f91", "16 3", "!", {"nl": "moet", "en": "must"}),
    Verdict.MAY: VerdictMark("may", "#0f766e", "", "✓", {"nl": "mag", "en": "may"}),
    Verdict.ASK_FIRST: VerdictMark("ask", "#a15c00", "9 4", "?", {"nl": "eerst vragen", "en": "ask first"}),
    Verdict.RATHER_NOT: VerdictMark(
        "rather", "#93356b", "6 3", "−", {"nl": "liever niet", "en": "rather not"}
    ),
    Verdict.NOT: VerdictMark("not", "#a63a24", "3 4", "✕", {"nl": "mag niet", "en": "not"}),
    Verdict.OPEN: VerdictMark(
        "open", "#6b4fa0", "12 4 2 4", "…", {"nl": "protocol zegt niets", "en": "protocol is silent"}
    ),
}
NEUTRAL = VerdictMark("neutral", "#46566b", "", "–", {"nl": "zonder handeling", "en": "without an act"})

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "start": "begin",
        "ending": "einde",
        "later": "later-kaart",
        "unreachable": "geen weg hierheen",
        "nowhere": "gaat nergens heen",
        "legend": "Legenda",
        "scenes": "scènes",
        "choices": "keuzes",
        "endings": "eindes",
        "locale": "nl",
        "if": "als",
        "and": "en",
        "or": "of",
        "chosen": "gekozen:",
        "not-chosen": "niet gekozen:",
        "band": "groep:",
    },
    "en": {
        "start": "start",
        "ending": "ending",
        "later": "later-card",
        "unreachable": "no way leads here",
        "nowhere": "leads nowhere",
        "legend": "Legend",
        "scenes": "scenes",
        "choices": "choices",
        "endings": "endings",
        "locale": "en",
        "if": "if",
        "and": "and",
        "or": "or",
        "chosen": "chosen:",
        "not-chosen": "not chosen:",
        "band": "band:",
    },
}


def place_of(lesson: Lesson, scene: Scene) -> Place:
    """Tell what a scene is in the story."""
    if scene.later:
        return Place.LATER
    if scene.is_ending:
        return Place.ENDING
    return Place.START if scene is lesson.start else Place.SCENE


def mark_of(choice: Choice, verdict_of: VerdictOf | None) -> VerdictMark:
    """Give the mark of the strictest word on a choice; neutral without an act, or without a school to judge it."""
    if not verdict_of or not choice.acts:
        return NEUTRAL
    return MARKS[max(map(verdict_of, choice.acts), key=SEVERITY.__getitem__)]


def condition_in_words(condition: Condition, locale: str) -> str:
    """Tell what something hangs on in one line; empty for nothing."""
    said = f" {WORDS[locale]['and']} ".join(_said(test, WORDS[locale]) for test in condition)
    return f"{WORDS[locale]['if']} {said}" if said else ""


def _said(test: Test, words: Mapping[str, str]) -> str:
    either = f" {words['or']} "
    match test:
        case Chose(names=names, negated=negated):
            return f"{words['not-chosen' if negated else 'chosen']} {either.join(names)}"
        case Ruled(act=act, stances=stances, verdicts=verdicts):
            said = [*stances, *(MARKS[one].words[words["locale"]] for one in verdicts)]
            return f"{act}: {either.join(said)}"
        case InBand(bands=bands):
            return f"{words['band']} {either.join(bands)}"
