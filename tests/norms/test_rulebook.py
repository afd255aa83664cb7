"""The reference of a rulebook changes with whatever decides at a school, and with nothing else."""

from dataclasses import replace

from course.norms.model import Stance
from course.norms.rulebook import reference_of
from tests.scenario.lessons import act, norms_of, protocol


def norms(own: Stance = Stance.FORBIDDEN, other: Stance = Stance.ALLOWED):
    return norms_of([act("share"), act("ask")], protocol("streng", share=own), protocol("mild", share=other))


def test_the_same_rules_have_the_same_reference_in_every_process():
    assert reference_of(norms(), "streng") == reference_of(norms(), "streng")
    assert len(reference_of(norms(), "streng")) == 12


def test_another_stance_or_act_is_another_rulebook_and_another_schools_protocol_is_not():
    before = reference_of(norms(), "streng")
    assert reference_of(norms(own=Stance.ASK_FIRST), "streng") != before
    assert reference_of(norms(other=Stance.FORBIDDEN), "streng") == before
    more = norms_of([act("share"), act("ask"), act("mock")], protocol("streng", share=Stance.FORBIDDEN))
    assert reference_of(more, "streng") != before
    assert reference_of(norms(), "mild") != before


def test_where_something_stands_in_its_file_decides_nothing():
    known = norms()
    own = known.protocols["streng"]
    articles = {name: replace(one, line=one.line + 7) for name, one in own.articles.items()}
    moved = replace(known, protocols={**known.protocols, "streng": replace(own, articles=articles)})
    assert reference_of(moved, "streng") == reference_of(known, "streng")


def test_where_the_official_text_stands_decides_nothing():
    known = norms()
    own = replace(known.protocols["streng"], official="https://deeik.nl/protocol.pdf")
    linked = replace(known, protocols={**known.protocols, "streng": own})
    assert reference_of(linked, "streng") == reference_of(known, "streng")
