"""The audit of a lesson: what a reader of the text can't see but a learner would notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.scenario.rules.acts import strange_actor, unknown_act
from course.scenario.rules.articles import unknown_article
from course.scenario.rules.case import Rule, case_of
from course.scenario.rules.composed import composed_choices, message_without_choice
from course.scenario.rules.decisions import (
    few_choices,
    longest_is_right,
    missing_explanation,
    nameless_choice,
    obvious_decision,
    same_place,
)
from course.scenario.rules.pictures import missing_picture, poor_alternative, unused_picture
from course.scenario.rules.remembered import never_holds, nothing_offered, too_many_states, unreached_scene
from course.scenario.rules.sentences import long_sentence, long_sentences
from course.scenario.rules.ways import (
    dead_end,
    later_card,
    no_ending,
    no_good_ending,
    no_later_card,
    sad_without_end,
    unreachable_scene,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.norms.model import Audience, Norms
    from course.reading.findings import Problem
    from course.scenario.model import Lesson

RULES: tuple[Rule, ...] = (
    unknown_act,
    strange_actor,
    unknown_article,
    unreachable_scene,
    unreached_scene,
    never_holds,
    nothing_offered,
    too_many_states,
    composed_choices,
    message_without_choice,
    no_ending,
    dead_end,
    no_good_ending,
    sad_without_end,
    no_later_card,
    later_card,
    few_choices,
    nameless_choice,
    missing_explanation,
    longest_is_right,
    same_place,
    obvious_decision,
    long_sentence,
    long_sentences,
    missing_picture,
    unused_picture,
    poor_alternative,
)


def audit_lesson(
    lesson: Lesson, norms: Norms, pictures: Collection[str], audience: Audience | None = None
) -> tuple[Problem, ...]:
    """Give every problem that the rules find, by line; also of a lesson that was read with errors.

    `pictures` are the names of the files in the lesson's folder; those that are no drawings are passed over. `audience` is
    that of the lesson's module: its verdicts are those that its readers will get.
    """
    drawings = frozenset(name for name in pictures if name.endswith(".svg"))
    case = case_of(lesson, norms, drawings, audience)
    for rule in RULES:
        rule(case)
    return case.in_order()
