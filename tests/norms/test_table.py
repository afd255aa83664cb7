from pathlib import Path

import pytest

from course.errors import NotFound
from course.norms.judge import judge
from course.norms.model import Audience
from course.norms.read import read_norms
from course.norms.rulebook import reference_of
from course.norms.table import VerdictTable


@pytest.fixture(scope="module")
def table() -> VerdictTable:
    return VerdictTable(read_norms(Path(__file__).parents[2])[0])


def test_the_table_says_what_the_engine_says_for_every_protocol_and_act(table):
    for protocol in table.norms.protocols:
        for act in table.norms.acts:
            judgement = judge(table.norms, protocol, act)
            assert table.verdict(protocol, act) is judgement.verdict
            assert table.stance(protocol, act) is judgement.stance


def test_a_judgement_is_worked_out_once(table):
    question = ("compass", "hide-behind-alias", Audience.PUPIL)
    assert table.judge(*question) == judge(table.norms, *question)
    assert table.judge(*question) is table.judge(*question)


def test_the_actor_is_part_of_the_question(table):
    act = "share-information-about-others-without-consent"
    pupil, teacher = (table.judge("kom-leren", act, who) for who in (Audience.PUPIL, Audience.TEACHER))
    assert [article.id for article in pupil.articles] == ["leerlingen.2"]
    assert [article.id for article in teacher.articles] == ["medewerkers.4"]


@pytest.mark.parametrize("ask", ["verdict", "stance", "judge"])
def test_an_unknown_name_is_not_found_with_the_nearest(table, ask):
    with pytest.raises(NotFound) as caught:
        getattr(table, ask)("kom-lren", "hide-behind-alias")
    assert caught.value.nearest == "kom-leren"
    with pytest.raises(NotFound) as caught:
        getattr(table, ask)("kom-leren", "hide-behind-alia")
    assert caught.value.nearest == "hide-behind-alias"


def test_the_rules_under_a_protocol_have_one_reference_asked_once_or_twice(table):
    assert table.rulebook("compass") == table.rulebook("compass") == reference_of(table.norms, "compass")
    assert table.rulebook("compass") != table.rulebook("verkruisen")
