"""Four sources, each towards each actor: which of them decides, and who is told what."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from course.norms.decide import STRICTNESS
from course.norms.judge import gaps, judge, judge_all
from course.norms.model import Asked, Audience, Gap, Norms, Position, Source, Stance, Stand, Verdict
from course.reading.words import Words
from tests.norms.rules import ACT, a_protocol, some_norms

stances = st.sampled_from(Stance)
OWN = Position(Stance.FORBIDDEN, ("P",))
EVERYONE = Position(Stance.ALLOWED, ("T",))


def test_an_actors_own_stance_wins_over_everyones():
    norms = some_norms(a_protocol(Stand(EVERYONE, {Audience.PUPIL: OWN})))
    pupil, teacher = (judge(norms, "school", ACT, who) for who in (Audience.PUPIL, Audience.TEACHER))
    assert (pupil.stance, [one.id for one in pupil.articles]) == (Stance.FORBIDDEN, ["P"])
    assert (teacher.stance, [one.id for one in teacher.articles]) == (Stance.ALLOWED, ["T"])


def test_what_is_said_to_one_actor_only_leaves_it_open_to_the_others():
    norms = some_norms(a_protocol(Stand(actors={Audience.PUPIL: OWN})))
    assert judge(norms, "school", ACT, Audience.TEACHER).verdict is Verdict.OPEN


def test_without_an_actor_the_answer_is_what_holds_towards_everyone():
    norms = some_norms(a_protocol(Stand(EVERYONE, {Audience.PUPIL: OWN})))
    assert judge(norms, "school", ACT).stance is Stance.ALLOWED


def only_by(norms: Norms, *actors: Audience) -> Norms:
    return replace(norms, acts={ACT: replace(norms.acts[ACT], actors=actors)})


def test_where_the_school_acts_staff_hear_what_is_said_to_the_school():
    norms = only_by(some_norms(a_protocol(Stand(EVERYONE, {Audience.SCHOOL: OWN}))), Audience.SCHOOL)
    assert judge(norms, "school", ACT, Audience.TEACHER).stance is Stance.FORBIDDEN


def test_who_reads_of_an_act_that_only_others_can_do_hears_what_is_said_to_these():
    norms = only_by(some_norms(a_protocol(Stand(EVERYONE, {Audience.TEACHER: OWN}))), Audience.TEACHER)
    assert judge(norms, "school", ACT, Audience.PUPIL).stance is Stance.FORBIDDEN


def test_guidance_decides_only_where_all_that_binds_is_silent_and_is_then_shown():
    advice = Position(Stance.DISCOURAGED, ("guidance",))
    alone = judge(some_norms(a_protocol(), guidance=advice), "school", ACT)
    assert (alone.source, alone.stance) == (Source.GUIDANCE, Stance.DISCOURAGED)
    assert [one.id for one in alone.guidance_articles] == ["guidance"]
    beside = judge(some_norms(a_protocol(EVERYONE), guidance=advice), "school", ACT)
    assert (beside.source, beside.stance, beside.guidance_articles) == (Source.PROTOCOL, Stance.ALLOWED, ())


def test_an_agreement_decides_where_it_is_stricter_and_is_told_as_an_agreement():
    agreed = Position(Stance.FORBIDDEN, ("agreement",))
    said = judge(some_norms(a_protocol(EVERYONE), agreement=agreed), "school", ACT)
    assert (said.source, said.gap, said.gap_source) == (Source.AGREEMENT, Gap.BELOW_LAW, Source.AGREEMENT)
    assert [one.id for one in said.agreement_articles] == ["agreement"]
    assert (said.law_articles, said.floor_articles) == ((), said.agreement_articles)


def test_whom_to_ask_and_when_come_from_all_that_hold_the_stance_that_decides():
    law = Position(Stance.ASK_FIRST, ("law",), (Asked.PARENTS,), Words("onder de 16", "under 16"))
    own = Position(Stance.ASK_FIRST, ("T",), (Asked.TEACHER, Asked.PARENTS), Words("in de pauze", ""))
    advice = Position(Stance.ASK_FIRST, ("guidance",), (Asked.HEAD,))
    said = judge(some_norms(a_protocol(own), law, guidance=advice), "school", ACT)
    assert said.ask == (Asked.PARENTS, Asked.TEACHER)
    assert said.conditions == Words("onder de 16; in de pauze", "under 16; in de pauze")
    assert (said.source, said.told_by) == (Source.LAW, Source.PROTOCOL)


def test_a_milder_source_says_nothing_of_whom_to_ask():
    own = Position(Stance.ASK_FIRST, ("T",), (Asked.TEACHER,))
    said = judge(some_norms(a_protocol(own), Position(Stance.FORBIDDEN, ("law",))), "school", ACT)
    assert (said.ask, said.source, said.told_by) == ((), Source.LAW, Source.LAW)


def test_of_several_acts_the_strictest_leads_and_each_is_told():
    norms = some_norms(a_protocol(Position(Stance.ASK_FIRST, ("T",))))
    acts = {**norms.acts, "like-it": replace(norms.acts[ACT], id="like-it")}
    said = judge_all(replace(norms, acts=acts), "school", ["like-it", ACT], Audience.TEACHER)
    assert said.leading.act.id == ACT
    assert [(one.act.id, one.verdict) for one in said.each] == [
        ("like-it", Verdict.OPEN),
        (ACT, Verdict.ASK_FIRST),
    ]


def test_a_gap_towards_one_actor_is_listed_though_the_protocol_is_strict_to_another():
    stand = Stand(OWN, {Audience.PUPIL: EVERYONE})
    norms = some_norms(a_protocol(stand), Position(Stance.ASK_FIRST, ("law",)))
    (gap,) = gaps(norms, "school")
    assert (gap.audience, gap.gap, gap.gap_source) == (Audience.PUPIL, Gap.BELOW_LAW, Source.LAW)


def some_positions(*articles: str):
    return st.builds(Position, stances, st.lists(st.sampled_from(articles), unique=True).map(tuple))


def some_stands(*articles: str):
    positions = some_positions(*articles)
    return st.builds(Stand, positions, st.dictionaries(st.sampled_from(Audience), positions))


ANY_NORMS = st.builds(
    lambda own, law, agreement, guidance: some_norms(
        a_protocol(own), law, agreement=agreement, guidance=guidance
    ),
    some_stands("P", "T", "L", "D"),
    some_stands("law"),
    some_stands("agreement"),
    some_stands("guidance"),
)
READERS = st.sampled_from([None, *Audience])


@given(ANY_NORMS, READERS)
def test_no_article_is_shown_to_whom_it_does_not_speak(norms, reader):
    said = judge(norms, "school", ACT, reader)
    assert reader is None or all(reader in one.audience for one in said.articles)
    assert {one.id for one in said.articles} <= set(said.position.articles)


@given(ANY_NORMS, READERS)
def test_the_stricter_of_all_that_binds_decides_and_guidance_only_where_it_is_silent(norms, reader):
    said = judge(norms, "school", ACT, reader)
    binding = [one.stance for source, one in said.positions.items() if source is not Source.GUIDANCE]
    if any(one is not Stance.SILENT for one in binding):
        assert said.source is not Source.GUIDANCE
        required = said.law_position.stance is Stance.REQUIRED
        assert required or said.stance is max(binding, key=STRICTNESS.__getitem__)
    else:
        assert said.stance is said.positions[Source.GUIDANCE].stance


@given(ANY_NORMS, st.sampled_from([Audience.PUPIL, Audience.TEACHER]))
def test_every_position_is_the_one_towards_the_actor(norms, actor):
    said = judge(norms, "school", ACT, actor)
    assert said.position is norms.protocols["school"].position(ACT, actor)
    assert said.law_position is norms.law.position(ACT, actor)


@given(ANY_NORMS, READERS)
def test_the_source_that_is_named_holds_the_stance_that_decides(norms, reader):
    said = judge(norms, "school", ACT, reader)
    if said.source is None:
        assert said.stance is Stance.SILENT
    else:
        assert said.positions[said.source].stance is said.stance
        assert said.told_by is not None
        assert said.positions[said.told_by].stance is said.stance
