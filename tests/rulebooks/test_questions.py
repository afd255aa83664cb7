from __future__ import annotations

from dataclasses import replace

from course.norms.model import Audience, Source, Stance
from course.rulebooks.concerned import acts_in_use
from course.rulebooks.drafts.model import EVERYONE, Answer, Draft
from course.rulebooks.questions import FEWEST, FRONT, MOST, left_to_ask, questions_of
from tests.rulebooks.rules import library

EMPTY = Draft("De Eik", "Regels")
NORMS = library().norms


def asked(themes):
    return {one.act.id: one for theme in themes for one in theme.questions}


def test_every_act_is_asked_once_in_the_order_of_the_themes():
    themes = questions_of(EMPTY, library())
    assert [one.theme.id for one in themes] == list(NORMS.themes)
    assert sorted(asked(themes)) == sorted(NORMS.acts)


def test_acts_that_the_course_turns_on_come_first():
    for theme in questions_of(EMPTY, library()):
        uses = [one.uses > 0 for one in theme.questions]
        assert uses == sorted(uses, reverse=True)


def test_five_to_ten_of_each_theme_come_first_and_no_more_than_ten_minutes_take():
    themes = questions_of(EMPTY, library())
    assert sum(len(theme.first) for theme in themes) == FRONT
    for theme in themes:
        assert FEWEST <= len(theme.first) <= MOST
        assert all(one.uses for one in theme.later)
        assert not any(one.uses for one in theme.rest)


def test_those_to_begin_with_decide_most_of_the_course():
    themes = questions_of(EMPTY, library())
    decided = sum(one.uses for theme in themes for one in theme.first)
    assert decided / sum(acts_in_use(library()).values()) >= 0.55


def test_no_other_question_of_a_theme_decides_more():
    for theme in questions_of(EMPTY, library()):
        least = min(one.uses for one in theme.first)
        assert all(one.uses <= max(least, 1) for one in theme.later)


def test_what_the_own_articles_speak_of_comes_to_the_front_in_the_order_of_the_acts():
    folded = [one.act.id for theme in questions_of(EMPTY, library()) for one in theme.later][:5]
    themes = questions_of(EMPTY, library(), [*folded, "never"])
    first = [one.act.id for theme in themes for one in theme.first]
    assert set(folded) <= set(first)
    assert len(first) == FRONT
    for theme in themes:
        ids = [one.act.id for one in theme.first]
        assert ids == [one for one in NORMS.acts if one in ids]


def test_what_the_course_does_not_turn_on_stays_folded_whatever_the_articles_speak_of():
    unused = next(one.act.id for theme in questions_of(EMPTY, library()) for one in theme.rest)
    first = [one.act.id for theme in questions_of(EMPTY, library(), [unused]) for one in theme.first]
    assert unused not in first


def test_a_theme_on_which_the_course_doesnt_turn_still_has_questions_to_begin_with():
    nothing = replace(library(), curriculum=replace(library().curriculum, modules={}))
    for theme in questions_of(EMPTY, nothing):
        assert len(theme.first) == FEWEST
        assert theme.later == ()


def test_what_is_left_counts_down_with_every_answer_even_that_nothing_is_said():
    themes = questions_of(EMPTY, library())
    first = [one.act.id for theme in themes for one in theme.first]
    assert left_to_ask(themes) == len(first)
    answered = EMPTY.with_answer((first[0], EVERYONE), Answer(Stance.SILENT))
    assert left_to_ask(questions_of(answered, library())) == len(first) - 1
    later = next(one.act.id for theme in themes for one in theme.later)
    answered = EMPTY.with_answer((later, EVERYONE), Answer(Stance.SILENT))
    assert left_to_ask(questions_of(answered, library())) == len(first)
    assert sum(one.left_later for one in questions_of(answered, library())) == (
        sum(one.left_later for one in themes) - 1
    )


def test_an_act_is_answered_when_every_actor_is():
    act = next(one for one in NORMS.acts.values() if len(one.actors) > 1)
    half = EMPTY.with_answer((act.id, act.actors[0]), Answer(Stance.FORBIDDEN))
    assert not asked(questions_of(half, library()))[act.id].is_answered
    for actor in act.actors:
        half = half.with_answer((act.id, actor), Answer(Stance.FORBIDDEN))
    found = asked(questions_of(half, library()))[act.id]
    assert found.is_answered
    assert set(found.actors) == set(act.actors) <= set(Audience)


def test_what_the_law_says_stands_beside_the_question():
    found = asked(questions_of(EMPTY, library()))
    act = next(
        one
        for one in NORMS.acts
        if NORMS.law.position(one, NORMS.acts[one].actors[0]).stance is not Stance.SILENT
    )
    assert Source.LAW in found[act].national


def test_advice_is_offered_while_the_rules_say_nothing():
    found = asked(questions_of(EMPTY, library()))
    advised = [one for one in found.values() if Source.GUIDANCE in one.national]
    for one in advised:
        assert one.may_adopt_advice
        said = EMPTY.with_answer((one.act.id, EVERYONE), Answer(Stance.ALLOWED))
        assert not asked(questions_of(said, library()))[one.act.id].may_adopt_advice
