"""What the law, the agreements, the advice and the help lines of the project say, and how sure they are of it."""

import csv
from pathlib import Path

import pytest

from course.norms.judge import judge
from course.norms.model import Audience, NationalRules, Norms, Stance, Stand, Sure
from course.norms.read import read_norms

DATA = Path(__file__).parent / "data"
NATIONAL = ("law", "agreement", "guidance")
PROTOCOLS = ("edu-ley", "verkruisen", "compass", "kom-leren", "cvo-nwf")
NEVER_TO_PUPILS = ("veiligheid", "onderwijs.seksuele-misdrijven", "onderwijs.klachten", "onderwijs.meldcode")
"""Duties of boards and staff."""


def corrections() -> list[dict[str, str]]:
    with (DATA / "corrections.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def norms() -> Norms:
    norms, problems = read_norms(Path(__file__).parents[2])
    assert problems == ()
    return norms


def rules(norms: Norms, source: str) -> NationalRules:
    return getattr(norms, source)


def named(stand: Stand) -> set[str]:
    positions = (stand.everyone, *stand.actors.values())
    return {article for position in positions for article in position.articles}


@pytest.mark.parametrize("row", corrections(), ids=lambda row: f"{row['act']}-{row['actor']}-{row['source']}")
def test_a_correction_of_the_law_holds(norms, row):
    position = rules(norms, row["source"]).position(row["act"], Audience(row["actor"]))
    assert position.stance == row["stance"]
    assert bool(position.conditions) == bool(row["condition"])


@pytest.mark.parametrize("row", corrections(), ids=lambda row: f"{row['act']}-{row['actor']}-{row['source']}")
def test_a_correction_names_an_act_of_its_actor(norms, row):
    assert row["actor"] in norms.acts[row["act"]].actors


@pytest.mark.parametrize("source", NATIONAL)
def test_every_entry_says_who_says_so_and_when_it_was_last_looked_up(norms, source):
    for article in rules(norms, source).articles.values():
        assert article.body, article.id
        assert article.checked, article.id
        assert article.url.startswith(("https://", "http://")), article.id


@pytest.mark.parametrize("source", NATIONAL)
def test_no_entry_is_dead(norms, source):
    held = rules(norms, source)
    assert set().union(*map(named, held.stands.values())) == set(held.articles)


def test_what_somebody_just_knows_is_no_advice(norms):
    assert {article.sure for article in norms.guidance.articles.values()} == {Sure.SEEN, Sure.PARTLY_SEEN}
    assert {article.sure for article in norms.agreement.articles.values()} == {Sure.SEEN}


@pytest.mark.parametrize("source", NATIONAL)
def test_no_two_sources_share_an_id(norms, source):
    others = [rules(norms, other) for other in NATIONAL if other != source]
    assert not set(rules(norms, source).articles) & set().union(*(other.articles for other in others))


def test_the_duties_of_boards_decide_nothing_that_a_pupil_does(norms):
    for act, stand in norms.law.stands.items():
        if named(stand).intersection(NEVER_TO_PUPILS):
            assert "pupil" not in norms.acts[act].actors, act
            assert "parent" not in norms.acts[act].actors, act


def test_an_agreement_is_never_told_as_law(norms):
    told = [
        words for one in norms.law.articles.values() for words in (one.reference, one.words.nl, one.words.en)
    ]
    assert [words for words in told if "afspraak" in words or "agreement)" in words] == []
    assert norms.law.position("pupil-use-in-lesson-without-permission").stance is Stance.SILENT
    assert norms.agreement.position("pupil-use-in-lesson-without-permission").stance is Stance.FORBIDDEN


def test_the_terms_of_platforms_are_neither_law_nor_agreement(norms):
    bound = [*norms.law.articles.values(), *norms.agreement.articles.values()]
    assert [one.id for one in bound if "voorwaarden" in one.reference.lower()] == []
    assert "voorwaarden" in norms.guidance.articles["platforms.leeftijd"].reference.lower()


def test_asking_consent_once_at_enrolment_is_not_discouraged_by_law(norms):
    act = "school-ask-photo-consent-once-at-enrolment"
    assert norms.law.position(act).stance is Stance.ALLOWED
    for protocol in PROTOCOLS:
        assert judge(norms, protocol, act, Audience.SCHOOL).stance in (Stance.ALLOWED, Stance.REQUIRED)


def test_a_parent_takes_photos_at_a_party_to_keep_them_and_a_teacher_asks_first(norms):
    act = "parent-or-teacher-take-photos-at-special-occasion"
    parent = norms.guidance.position(act, Audience.PARENT)
    teacher = norms.guidance.position(act, Audience.TEACHER)
    assert (parent.stance, teacher.stance) == (Stance.ALLOWED, Stance.ASK_FIRST)
    assert parent.conditions
    assert teacher.ask == ("parents",)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_bullying_has_an_answer_at_every_school(norms, protocol):
    for audience in norms.acts["bully-or-hurt-someone-online"].actors:
        assert judge(norms, protocol, "bully-or-hurt-someone-online", audience).stance is Stance.FORBIDDEN


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_private_chat_at_night_with_a_pupil_is_open_at_no_school(norms, protocol):
    judgement = judge(norms, protocol, "teacher-chat-privately-with-pupil-at-night", Audience.TEACHER)
    assert judgement.stance in (Stance.DISCOURAGED, Stance.FORBIDDEN)


@pytest.mark.parametrize("source", NATIONAL)
def test_the_dutch_and_the_english_are_told_in_curly_apostrophes_and_differ(norms, source):
    for article in rules(norms, source).articles.values():
        assert "'" not in article.words.nl + article.words.en, article.id
        assert article.words.nl != article.words.en, article.id


def test_all_13_help_lines_are_there_and_each_reader_has_one(norms):
    assert len(norms.help) == 13
    for audience in Audience:
        assert [line for line in norms.help.values() if audience in line.audience], audience


def test_every_help_line_can_be_reached_and_was_looked_up(norms):
    for line in norms.help.values():
        assert line.checked, line.id
        assert line.phone or line.site, line.id


def test_only_hours_that_were_read_somewhere_are_told(norms):
    assert {line.id for line in norms.help.values() if line.hours} == {
        "kindertelefoon",
        "zelfmoordpreventie",
        "centrum-seksueel-geweld",
        "politie",
        "vertrouwensinspecteur",
        "loket-onderwijsinspectie",
        "veilig-thuis",
    }
    assert norms.help["kindertelefoon"].hours.nl == "elke dag van 11.00 tot 21.00 uur"
