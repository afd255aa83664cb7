"""Rules about choices: no decision may give its answer away by its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Verdict
from course.reading.told import told
from course.scenario.rules.case import Case, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.scenario.model import Choice, Scene

CHANCE = 0.05
"""A pattern is reported when mere chance makes it less often than this."""


def few_choices(case: Case) -> None:
    """See that a scene with an act leaves something to choose; one choice without an act turns the page."""
    for scene in case.scenes:
        if len(scene.choices) == 1 and (scene.choices[0].acts or scene.later):
            remedy = told("Add another choice, one that somebody would be tempted by.")
            case.warning(
                scene.line,
                "few-choices",
                told("In `%(id)s` there is nothing to choose.", id=scene.id),
                remedy,
            )


def missing_explanation(case: Case) -> None:
    """See that every choice is explained, but for one that only turns the page."""
    for scene in case.scenes:
        for choice in scene.choices:
            turns_page = len(scene.choices) == 1 and not choice.acts
            if not explained(choice) and not turns_page:
                remedy = told("Write one to three sentences under it: `  > Daan heeft geen ja gezegd.`")
                message = told("The choice “%(text)s” has no explanation.", text=choice.text[:40])
                case.error(choice.line, "missing-explanation", message, remedy)


def nameless_choice(case: Case) -> None:
    """See that in a decision about acts every choice names its own: looking away, too, is something that one does."""
    for scene in case.decisions:
        if any(choice.acts for choice in scene.choices):
            for choice in scene.choices:
                if not choice.acts:
                    remedy = told(
                        "Name with `act=` what is done or left by it, if a school may think something of that."
                    )
                    message = told(
                        "The choice “%(text)s” names no act, and others beside it do.", text=choice.text[:40]
                    )
                    case.hint(choice.line, "nameless-choice", message, remedy)


def explained(choice: Choice) -> bool:
    """Whether a choice is explained to all: one part for some schools alone would leave out the others."""
    return any(not passage.condition for passage in choice.passages) or len(choice.passages) > 1


def right_choices(case: Case, protocol: str, scene: Scene) -> tuple[Choice, ...]:
    """Give the choices that are right at a school: those that may be made, else those to ask first for.

    Empty where none is right or all are: then there is nothing to guess.
    """
    right = tuple(one for one in scene.choices if case.permits(protocol, one)) or tuple(
        one for one in scene.choices if case.verdict(protocol, one) is Verdict.ASK_FIRST
    )
    return right if len(right) < len(scene.choices) else ()


def longest_is_right(case: Case) -> None:
    """See that the longest choice is not the right one more often than chance would make it."""
    caught: list[str] = []
    shown = (0, 0)
    for protocol in case.norms.protocols:
        hits, chances = _longest(case, protocol)
        if chances and at_least(hits, chances) < CHANCE:
            caught.append(protocol)
            shown = max(shown, (hits, len(chances)))
    if caught:
        message = told(
            "The longest choice is right in %(shown)s of %(of)s decisions at %(listed)s.",
            shown=shown[0],
            of=shown[1],
            listed=listed(caught),
        )
        remedy = told("Make some wrong choices longer, or some right ones shorter.")
        case.warning(case.lesson.start.line, "longest-is-right", message, remedy)


def _longest(case: Case, protocol: str) -> tuple[int, list[float]]:
    """Count the decisions whose longest choice is right, with the chance of it in each; ties are left out."""
    hits, chances = 0, []
    for scene in case.decisions:
        right = right_choices(case, protocol, scene)
        lengths = sorted((len(choice.text) for choice in scene.choices), reverse=True)
        if right and lengths[0] > lengths[1]:
            hits += max(scene.choices, key=lambda choice: len(choice.text)) in right
            chances.append(len(right) / len(scene.choices))
    return hits, chances


def at_least(hits: int, chances: Sequence[float]) -> float:
    """Tell how likely it is to hit `hits` times or more by chance, given the chance of each throw.

    Exact: the binomial test, for throws that need not be alike (the Poisson binomial distribution).
    """
    likely = [1.0]
    for chance in chances:
        missed = [one * (1 - chance) for one in likely] + [0.0]
        hit = [0.0] + [one * chance for one in likely]
        likely = [one + other for one, other in zip(missed, hit, strict=True)]
    return sum(likely[hits:])


def same_place(case: Case) -> None:
    """See that the right choice does not always stand in the same place."""
    places: dict[int, list[str]] = {}
    for protocol in case.norms.protocols:
        rights = [(scene, right_choices(case, protocol, scene)) for scene in case.decisions]
        single = [(scene, right[0]) for scene, right in rights if len(right) == 1]
        found = {scene.choices.index(right) for scene, right in single}
        place = found.pop() if len(found) == 1 else -1
        chance = at_least(len(single), [1 / len(scene.choices) for scene, _ in single])
        if place >= 0 and chance < CHANCE:
            places.setdefault(place, []).append(protocol)
    for place, protocols in places.items():
        message = told(
            "The right choice is always number %(place)s at %(listed)s.",
            place=place + 1,
            listed=listed(protocols),
        )
        remedy = told("Put the choices of some scenes in another order.")
        case.warning(case.lesson.start.line, "same-place", message, remedy)


def obvious_decision(case: Case) -> None:
    """See that a decision is not obvious: one choice fine and all others not, at every school."""
    for scene in case.decisions:
        if case.norms.protocols and all(_is_obvious(case, one, scene) for one in case.norms.protocols):
            remedy = told("Make a choice half right, or one that some schools see otherwise.")
            message = told(
                "In `%(id)s` one choice is fine and all others are not, at every school.", id=scene.id
            )
            case.hint(scene.line, "obvious-decision", message, remedy)


def _is_obvious(case: Case, protocol: str, scene: Scene) -> bool:
    may = sum(case.permits(protocol, choice) for choice in scene.choices)
    may_not = sum(case.hinders(protocol, choice) for choice in scene.choices)
    return may == 1 and may_not == len(scene.choices) - 1
