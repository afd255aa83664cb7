"""The data of the project against the matrix that it was made from, cell by cell."""

import csv
from pathlib import Path

import pytest

from course.norms.judge import judge
from course.norms.model import Gap, Norms, Position, Source, Stance, Verdict
from course.norms.read import read_norms

DATA = Path(__file__).parent / "data"
PROTOCOLS = ("edu-ley", "verkruisen", "compass", "kom-leren", "cvo-nwf")
ORDER = ("silent", "allowed", "encouraged", "required", "ask-first", "discouraged", "forbidden")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ACTS = rows("acts.csv")
CORRECTED = {
    row["act"]: row
    for row in reversed(rows("corrections.csv"))
    if row["source"] in ("law", "agreement") and row["stance"] != "silent"
}
"""What the law or an agreement says otherwise than when the matrix was made."""
RELEASED = {
    row["act"] for row in rows("corrections.csv") if row["source"] == "law" and row["stance"] == "silent"
}
"""On what the law says nothing, otherwise than when the matrix was made."""


def cell(row: dict[str, str], source: str) -> Position:
    stance, _, articles = row[source.replace("-", "_")].partition(":")
    return Position(Stance(stance), tuple(a for a in articles.split(",") if a))


def floor_of(row: dict[str, str]) -> Position:
    """Give the law's cell, or an agreement's, as it was corrected since."""
    corrected = CORRECTED.get(row["act"])
    if corrected:
        return Position(Stance(corrected["stance"]), (corrected["entry"],))
    return cell({"law": "silent"} if row["act"] in RELEASED else row, "law")


def verdict_by_hand(floor: Position, protocol: Position, advice: Position) -> str:
    """The rule in other words than the engine's; the floor is the law, or else the agreement."""
    decides = max(floor.stance, protocol.stance, key=ORDER.index)
    if floor.stance == "required":
        decides = floor.stance
    if decides == "silent":
        decides = advice.stance
    told = {"required": "must", "ask-first": "ask-first", "discouraged": "rather-not", "forbidden": "not"}
    return "open" if decides == "silent" else told.get(decides, "may")


@pytest.fixture(scope="module")
def norms() -> Norms:
    return read_norms(Path(__file__).parents[2])[0]


def test_the_matrix_has_135_acts_and_they_all_are_in_the_norms(norms):
    assert len(ACTS) == 135
    assert {row["act"] for row in ACTS} <= set(norms.acts)


@pytest.mark.parametrize("row", ACTS, ids=lambda row: row["act"])
def test_an_act_has_its_actors_and_its_note(norms, row):
    act = norms.acts[row["act"]]
    assert (list(act.actors), act.note) == (row["actor"].split(";"), row["note"])


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("row", ACTS, ids=lambda row: row["act"])
def test_every_cell_of_the_matrix_gives_its_stance_articles_and_verdict(norms, row, protocol):
    held, floor = cell(row, protocol), floor_of(row)
    stand = norms.protocols[protocol].stands[row["act"]]
    assert (stand.everyone.stance, stand.everyone.articles) == (held.stance, held.articles)
    judgement = judge(norms, protocol, row["act"])
    assert tuple(one.id for one in (*judgement.law_articles, *judgement.agreement_articles)) == floor.articles
    if not stand.actors:
        advice = judgement.positions[Source.GUIDANCE]
        assert judgement.verdict == verdict_by_hand(floor, held, advice)
        assert tuple(article.id for article in judgement.articles) == held.articles


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_act_of_the_matrix_has_a_line_in_every_protocol(norms, protocol):
    assert {row["act"] for row in ACTS} <= set(norms.protocols[protocol].stands)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_article_keeps_its_id_audience_kind_and_whether_it_is_teachable(norms, protocol):
    expected = [
        (row["article"], tuple(row["audience"].split(";")), row["kind"], row["teachable"] == "yes")
        for row in rows(f"articles-{protocol}.csv")
    ]
    articles = norms.protocols[protocol].articles.values()
    assert [(a.id, a.audience, a.kind, a.teachable) for a in articles] == expected


def test_there_are_307_articles_of_which_206_are_teachable(norms):
    articles = [article for protocol in norms.protocols.values() for article in protocol.articles.values()]
    assert (len(articles), sum(article.teachable for article in articles)) == (307, 206)


def test_the_law_has_every_article_with_its_reference(norms):
    expected = {row["article"]: row["reference"] for row in rows("law.csv")}
    known = {**norms.law.articles, **norms.agreement.articles}
    assert {article.id: article.reference for article in known.values()} == expected


def test_joining_an_online_discussion_is_forbidden_at_verkruisen_and_allowed_at_kom_leren(norms):
    act = "teacher-join-online-discussion-about-school-or-education"
    verkruisen, kom_leren = judge(norms, "verkruisen", act), judge(norms, "kom-leren", act)
    assert (verkruisen.stance, verkruisen.verdict) == (Stance.FORBIDDEN, Verdict.NOT)
    assert (kom_leren.stance, kom_leren.verdict) == (Stance.ALLOWED, Verdict.MAY)
    assert [article.id for article in verkruisen.articles] == ["richtlijnen.4"]
    assert [article.id for article in kom_leren.articles] == ["medewerkers.5.2"]


def test_informing_parents_through_social_media_is_discouraged_at_verkruisen_and_required_at_kom_leren(norms):
    act = "teacher-inform-parents-via-social-media"
    verkruisen, kom_leren = judge(norms, "verkruisen", act), judge(norms, "kom-leren", act)
    assert (verkruisen.stance, verkruisen.verdict) == (Stance.DISCOURAGED, Verdict.RATHER_NOT)
    assert (kom_leren.stance, kom_leren.verdict) == (Stance.REQUIRED, Verdict.MUST)
    assert [article.id for article in verkruisen.articles] == ["richtlijnen.12"]
    assert [article.id for article in kom_leren.articles] == ["doelstellingen.2"]


def test_a_parent_who_posts_other_children_unasked_is_held_by_the_law_where_verkruisen_allows_it(norms):
    judgement = judge(norms, "verkruisen", "parent-post-photo-of-other-children-without-asking")
    assert (judgement.position.stance, judgement.law_position.stance) == (Stance.ALLOWED, Stance.FORBIDDEN)
    assert (judgement.verdict, judgement.gap) == (Verdict.NOT, Gap.BELOW_LAW)
    assert [article.id for article in judgement.articles] == ["richtlijnen.11.2"]
    assert [article.id for article in judgement.law_articles] == ["avg.toestemming", "portretrecht"]


def test_asking_consent_once_at_enrolment_is_enough_for_the_supervisor_and_required_at_verkruisen(norms):
    """Corrected: the privacy supervisor wants no yearly question as long as the use stays the same."""
    judgement = judge(norms, "verkruisen", "school-ask-photo-consent-once-at-enrolment")
    assert (judgement.position.stance, judgement.law_position.stance) == (Stance.REQUIRED, Stance.ALLOWED)
    assert (judgement.verdict, judgement.gap) == (Verdict.MUST, None)


def test_a_silent_protocol_where_the_law_forbids_is_a_gap_of_silence(norms):
    judgement = judge(norms, "verkruisen", "pupil-post-photo-of-classmates-without-asking")
    assert (judgement.verdict, judgement.gap) == (Verdict.NOT, Gap.SILENT)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_dutch_texts_have_curly_apostrophes(norms, protocol):
    held = norms.protocols[protocol]
    texts = [*held.channels, *(article.words.nl for article in held.articles.values())]
    assert [text for text in texts if "'" in text] == []


ANSWERS = (
    ("teacher-make-clear-for-whom-you-speak", "be-quoted-without-saying-for-whom", Stance.REQUIRED),
    ("teacher-mark-opinion-as-personal", "speak-for-school-without-being-asked", Stance.REQUIRED),
    ("pupil-post-photo-of-classmates-without-asking", "pupil-mock-classmate-with-photo", Stance.FORBIDDEN),
    ("teacher-inform-pupils-via-social-media", "teacher-join-pupils-group-app", Stance.DISCOURAGED),
)
"""An act of the matrix, an act beside it that the same article answers, and the stance from which that follows."""


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(("known", "beside", "stance"), ANSWERS)
def test_a_protocol_speaks_of_an_act_beside_the_matrix_as_it_does_in_it(
    norms, protocol, known, beside, stance
):
    held = norms.protocols[protocol]
    if held.position(known).stance is stance:
        assert held.position(beside).stance in (Stance.FORBIDDEN, Stance.DISCOURAGED)


DOUBT = {
    "edu-ley": {"teacher": "B.3", "leader": "B.3"},
    "cvo-nwf": {"teacher": "B.3", "leader": "B.3"},
    "verkruisen": {"teacher": "richtlijnen.8", "leader": "richtlijnen.5.2"},
    "compass": {"pupil": "aanwijzingen.7.2", "teacher": "bijlage.8", "leader": "bijlage.8"},
    "kom-leren": {"teacher": "medewerkers.6", "leader": "medewerkers.6"},
}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_rule_for_who_is_in_doubt_speaks_to_its_reader(norms, protocol):
    doubt = norms.protocols[protocol].doubt
    assert dict(doubt) == DOUBT[protocol]
    for audience, article in doubt.items():
        assert audience in norms.protocols[protocol].articles[article].audience
