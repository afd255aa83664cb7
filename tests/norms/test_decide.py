import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.norms.decide import SEVERITY, VERDICTS, deciding_stance, gap_between
from course.norms.model import Gap, Source, Stance, Verdict

stances = st.sampled_from(Stance)
of_sources = st.dictionaries(st.sampled_from(Source), stances)


def decide(law: Stance, protocol: Stance) -> Stance:
    return deciding_stance({Source.LAW: law, Source.PROTOCOL: protocol})


@pytest.mark.parametrize(
    ("law", "protocol", "gap"),
    [
        (Stance.FORBIDDEN, Stance.SILENT, Gap.SILENT),
        (Stance.DISCOURAGED, Stance.SILENT, Gap.SILENT),
        (Stance.ASK_FIRST, Stance.SILENT, Gap.SILENT),
        (Stance.ALLOWED, Stance.SILENT, None),
        (Stance.REQUIRED, Stance.SILENT, None),
        (Stance.FORBIDDEN, Stance.ALLOWED, Gap.BELOW_LAW),
        (Stance.FORBIDDEN, Stance.ASK_FIRST, Gap.BELOW_LAW),
        (Stance.ASK_FIRST, Stance.REQUIRED, Gap.BELOW_LAW),
        (Stance.FORBIDDEN, Stance.DISCOURAGED, None),
        (Stance.SILENT, Stance.ALLOWED, None),
    ],
)
def test_a_gap_is_where_the_protocol_stays_below_the_law(law, protocol, gap):
    assert gap_between(law, protocol) is gap


@given(law=stances, protocol=stances)
def test_the_verdict_is_never_milder_than_either_source_unless_the_law_requires_the_act(law, protocol):
    verdict = VERDICTS[decide(law, protocol)]
    assert SEVERITY[verdict] >= SEVERITY[VERDICTS[law]]
    if law is not Stance.REQUIRED:
        assert SEVERITY[verdict] >= SEVERITY[VERDICTS[protocol]]


@given(of_sources)
def test_one_of_the_sources_decides_unless_there_is_none(held):
    assert deciding_stance(held) in (*held.values(), Stance.SILENT)


@given(of_sources)
def test_the_verdict_is_open_only_where_all_are_silent(held):
    is_open = VERDICTS[deciding_stance(held)] is Verdict.OPEN
    assert is_open == all(one is Stance.SILENT for one in held.values())


@given(of_sources, stances)
def test_guidance_changes_nothing_where_anything_binds(held, advice):
    binding = {source: one for source, one in held.items() if source is not Source.GUIDANCE}
    if deciding_stance(binding) is not Stance.SILENT:
        assert deciding_stance({**binding, Source.GUIDANCE: advice}) is deciding_stance(binding)


@given(of_sources)
def test_what_the_law_requires_nothing_takes_away(held):
    assert deciding_stance({**held, Source.LAW: Stance.REQUIRED}) is Stance.REQUIRED


@given(law=stances, protocol=stances)
def test_where_there_is_a_gap_the_law_decides(law, protocol):
    if gap_between(law, protocol):
        assert decide(law, protocol) is law
