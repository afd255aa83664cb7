from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.errors import NotFound
from course.norms.judge import compare, gaps, judge, judge_verdict
from course.norms.model import (
    Audience,
    Gap,
    NationalRules,
    Norms,
    Position,
    Stance,
    Verdict,
)
from course.norms.read import read_norms
from course.norms.table import VerdictTable
from tests.norms.rules import ACT, a_protocol, some_norms

stances = st.sampled_from(Stance)


def judged(protocol: Stance, law: Stance = Stance.SILENT):
    articles = () if protocol is Stance.SILENT else ("T",)
    rules = () if law is Stance.SILENT else ("law",)
    return judge(some_norms(a_protocol(Position(protocol, articles)), Position(law, rules)), "school", ACT)


@pytest.mark.parametrize(
    ("stance", "verdict"),
    [
        (Stance.REQUIRED, Verdict.MUST),
        (Stance.ENCOURAGED, Verdict.MAY),
        (Stance.ALLOWED, Verdict.MAY),
        (Stance.ASK_FIRST, Verdict.ASK_FIRST),
        (Stance.DISCOURAGED, Verdict.RATHER_NOT),
        (Stance.FORBIDDEN, Verdict.NOT),
        (Stance.SILENT, Verdict.OPEN),
    ],
)
def test_a_stance_gives_its_verdict_where_the_law_is_silent(stance, verdict):
    assert judged(stance).verdict is verdict


def test_both_sources_are_kept_whichever_decides():
    judgement = judged(Stance.ALLOWED, Stance.FORBIDDEN)
    assert judgement.stance is Stance.FORBIDDEN
    assert [article.id for article in judgement.articles] == ["T"]
    assert [article.id for article in judgement.law_articles] == ["law"]


def test_a_protocol_may_be_stricter_than_the_law():
    judgement = judged(Stance.FORBIDDEN, Stance.ALLOWED)
    assert (judgement.verdict, judgement.gap) == (Verdict.NOT, None)


def test_a_protocol_cannot_forbid_what_the_law_requires():
    judgement = judged(Stance.FORBIDDEN, Stance.REQUIRED)
    assert (judgement.verdict, judgement.stance) == (Verdict.MUST, Stance.REQUIRED)
    assert judgement.gap is Gap.BELOW_LAW


def test_an_act_that_a_protocol_does_not_name_is_silent():
    judgement = judge(some_norms(a_protocol()), "school", ACT)
    assert (judgement.verdict, judgement.position.stance) == (Verdict.OPEN, Stance.SILENT)


@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (None, ["P", "T", "L"]),
        (Audience.PUPIL, ["P"]),
        (Audience.TEACHER, ["T"]),
        (Audience.LEADER, ["L"]),
        (Audience.PARENT, []),
    ],
)
def test_an_actor_sees_the_articles_that_speak_to_them_and_no_others(actor, seen):
    norms = some_norms(a_protocol(Position(Stance.FORBIDDEN, ("P", "T", "L"))))
    assert [article.id for article in judge(norms, "school", ACT, actor).articles] == seen


def test_the_rule_for_who_is_in_doubt_follows_an_open_verdict():
    norms = some_norms(a_protocol(teacher="D"))
    assert judge(norms, "school", ACT, Audience.TEACHER).doubt == norms.protocols["school"].articles["D"]


def test_a_leader_in_doubt_falls_back_on_the_rule_for_teachers_and_the_other_way_round():
    for_teachers, for_leaders = some_norms(a_protocol(teacher="D")), some_norms(a_protocol(leader="L"))
    assert judge(for_teachers, "school", ACT, Audience.LEADER).doubt.id == "D"
    assert judge(for_leaders, "school", ACT, Audience.TEACHER).doubt.id == "L"


def test_staff_act_for_the_school_so_it_is_helped_by_their_rule_a_leaders_first():
    school = Audience.SCHOOL
    assert judge(some_norms(a_protocol(teacher="D")), "school", ACT, school).doubt.id == "D"
    assert judge(some_norms(a_protocol(teacher="D", leader="L")), "school", ACT, school).doubt.id == "L"
    assert judge(some_norms(a_protocol(pupil="P")), "school", ACT, school).doubt is None


def test_a_pupil_gets_no_rule_that_is_meant_for_staff():
    assert judge(some_norms(a_protocol(teacher="D")), "school", ACT, Audience.PUPIL).doubt is None


def test_without_an_actor_the_first_actor_of_the_act_that_has_a_rule_is_helped():
    assert judge(some_norms(a_protocol(teacher="D")), "school", ACT).doubt.id == "D"
    assert judge(some_norms(a_protocol(teacher="D", pupil="P")), "school", ACT).doubt.id == "P"


def test_there_is_no_rule_for_doubt_where_there_is_an_answer():
    norms = some_norms(a_protocol(Position(Stance.ALLOWED, ("T",)), teacher="D"))
    assert judge(norms, "school", ACT, Audience.TEACHER).doubt is None


@pytest.mark.parametrize(
    ("protocol", "act", "said"),
    [("schol", ACT, ("protocol", "schol", "school")), ("school", "share-photo", ("act", "share-photo", ACT))],
)
def test_an_unknown_name_is_not_found_and_the_nearest_is_offered(protocol, act, said):
    norms = some_norms(a_protocol())
    for ask in (judge, judge_verdict):
        with pytest.raises(NotFound) as caught:
            ask(norms, protocol, act)
        assert (caught.value.kind, caught.value.name, caught.value.nearest) == said


def test_the_others_are_compared_by_protocol():
    other = a_protocol(Position(Stance.FORBIDDEN, ("T",)), "other")
    seen = compare(some_norms(a_protocol(Position(Stance.ALLOWED, ("T",))), None, other), ACT)
    assert {name: judgement.verdict for name, judgement in seen.items()} == {
        "school": Verdict.MAY,
        "other": Verdict.NOT,
    }


def test_the_own_protocol_is_compared_first_and_the_others_by_name():
    protocols = [replace(a_protocol(protocol_id=name), name=name.title()) for name in ("c", "a", "b")]
    norms = some_norms(*protocols[:1], None, *protocols[1:])
    assert list(compare(norms, ACT)) == ["a", "b", "c"]
    assert list(compare(norms, ACT, own="b")) == ["b", "a", "c"]


def test_an_open_judgement_brings_how_every_other_protocol_sees_it_and_which_of_them_speak():
    strict, silent = a_protocol(Position(Stance.FORBIDDEN, ("P", "T")), "strict"), a_protocol(None, "silent")
    norms = some_norms(a_protocol(), None, strict, silent)
    said = judge(norms, "school", ACT, Audience.TEACHER)
    assert {one.protocol.id for one in said.others} == {"strict", "silent"}
    assert [(one.protocol.id, one.verdict) for one in said.speakers] == [("strict", Verdict.NOT)]
    assert [one.id for one in said.speakers[0].articles] == ["T"], "those that speak to the reader"
    assert [one.others for one in said.others] == [(), ()]


def test_what_the_others_say_is_left_out_where_there_is_an_answer():
    strict = a_protocol(Position(Stance.FORBIDDEN, ("T",)), "strict")
    norms = some_norms(a_protocol(Position(Stance.ALLOWED, ("T",))), None, strict)
    assert judge(norms, "school", ACT).others == ()


def test_comparing_an_unknown_act_is_not_found():
    with pytest.raises(NotFound):
        compare(some_norms(a_protocol()), "dance")


def test_the_gaps_of_a_protocol_are_listed_and_nothing_else():
    lax, strict = a_protocol(), a_protocol(Position(Stance.FORBIDDEN, ("T",)), "strict")
    norms = some_norms(lax, Position(Stance.FORBIDDEN, ("law",)), strict)
    assert [(judgement.act.id, judgement.gap) for judgement in gaps(norms, "school")] == [(ACT, Gap.SILENT)]
    assert gaps(norms, "strict") == ()


def test_gaps_of_an_unknown_protocol_are_not_found_even_without_acts():
    norms = Norms({}, {}, NationalRules({}, MappingProxyType({})))
    with pytest.raises(NotFound):
        gaps(norms, "school")


@given(law=stances, protocol=stances)
def test_the_short_answer_is_the_same_as_the_long_one(law, protocol):
    norms = some_norms(a_protocol(Position(protocol)), Position(law))
    assert judge_verdict(norms, "school", ACT) is judge(norms, "school", ACT).verdict


def test_a_protocol_that_came_with_the_course_gives_way_to_versions_of_it():
    norms = read_norms(Path(__file__).parents[2])[0]
    own = replace(norms.protocols["verkruisen"], id="verkruisen~1", name="Onze school")
    with_own = replace(norms, protocols={**norms.protocols, own.id: own})
    act = next(iter(norms.acts))
    seen = compare(with_own, act, own.id)
    assert next(iter(seen)) == own.id
    assert set(seen) == {own.id, *norms.protocols} - {"verkruisen"}
    assert set(compare(with_own, act, "verkruisen")) == {own.id, *norms.protocols}
    assert VerdictTable(with_own).judge("verkruisen", act) == judge(with_own, "verkruisen", act)
