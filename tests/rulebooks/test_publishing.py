from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest

from course.errors import ContentBroken, Invalid, NotFound
from course.norms.model import Audience, Stance
from course.reading.words import Words
from course.rulebooks.adopting import adoptions_of, rules_of_school
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.beginning import begin_empty, begin_from_starting, begin_from_version
from course.rulebooks.drafts.drafting import edit, open_draft
from course.rulebooks.drafts.history import Overtaken
from course.rulebooks.drafts.model import Answer
from course.rulebooks.loaded import LoadedRules
from course.rulebooks.publishing import Publication, publish
from course.rulebooks.versions import ChangeKind, Decision, Origin
from tests.builders import NOW, a_director, a_school, a_teacher, an_officer, signed_in
from tests.rulebooks.rules import TODAY, a_text, a_tree, an_act, library, published, stance

DAY = timedelta(days=1)
WHAT = Publication(TODAY, decision=Decision("MR en directie", date(2026, 11, 1), date(2028, 8, 1)))


@pytest.fixture
def school(store):
    return a_school(store)


@pytest.fixture
def director(store, school):
    return signed_in(store, a_director(store, school))


def written(store, actor):
    """A draft with one article, on which one answer rests."""
    draft = begin_empty(store, actor, "De Eik", NOW)
    new = op.NewArticle(Words("Vraag het eerst.", ""), "Vraag het eerst.", "1", audience=(Audience.PUPIL,))
    answers = (op.ActAnswer(an_act(), Answer(Stance.ASK_FIRST)),)
    return edit(store, actor, draft.row.id, 0, op.WriteArticle(new, answers), NOW)


def do(store, actor, draft, what=WHAT):
    return publish(store, library(), actor, draft.row.id, draft.revision, what, NOW)


def test_a_published_draft_is_a_version_that_the_school_goes_by(store, school, director):
    version = do(store, director, written(store, director))
    assert (version.number, version.kind, version.origin) == (1, ChangeKind.MAJOR, Origin.DRAFT)
    assert (version.decision, version.published_by) == (WHAT.decision, director.name)
    with store.read() as conn:
        assert rules_of_school(conn, library(), school.id, TODAY).protocol == version.key
    actor = signed_in(store, a_teacher(store, school=school))
    under = LoadedRules(library(), store).library_for(actor.protocol)
    judged = under.judge(actor.protocol, an_act(), Audience.PUPIL)
    assert [one.number for one in judged.articles] == ["1"]
    assert judged.position.stance is Stance.ASK_FIRST
    tree = tomllib.loads(version.text)
    assert (tree["version"], tree["adopted"]) == ("1", TODAY)


def test_what_is_published_is_edited_no_more(store, director):
    draft = written(store, director)
    do(store, director, draft)
    with pytest.raises(NotFound):
        open_draft(store, director, draft.row.id)
    with pytest.raises(NotFound):
        do(store, signed_in(store, a_director(store)), draft)


def test_a_second_click_publishes_nothing_twice(store, school, director):
    draft = written(store, director)
    assert do(store, director, draft) == do(store, director, draft)
    assert len(adoptions_of(store, director, school.id)) == 1


def test_a_page_on_which_somebody_wrote_since_publishes_nothing(store, director):
    draft = written(store, director)
    edit(store, director, draft.row.id, 1, op.SetTitle("De Eik", "Regels"), NOW)
    with pytest.raises(Overtaken):
        do(store, director, draft)


@pytest.mark.parametrize(
    "what", [Publication(TODAY - DAY), Publication(TODAY, ChangeKind.MAJOR, school_ids=(0,))]
)
def test_a_day_in_the_past_and_another_s_school_are_refused(store, director, what):
    with pytest.raises((Invalid, NotFound)):
        do(store, director, written(store, director), what)


def test_an_empty_draft_is_refused(store, director):
    with pytest.raises(Invalid):
        do(store, director, begin_empty(store, director, "De Eik", NOW))


def test_nothing_foreign_is_published_unconfirmed(store, director):
    draft = begin_from_starting(store, library(), director, "verkruisen", NOW)
    with pytest.raises(Invalid):
        do(store, director, draft)
    articles = tuple(one.id for one in draft.draft.articles)
    confirmed = edit(store, director, draft.row.id, 0, op.Confirm(articles, tuple(draft.draft.answers)), NOW)
    version = do(store, director, confirmed)
    shipped = library().norms.protocols["verkruisen"]
    assert version.protocol(library().norms.acts).articles.keys() == shipped.articles.keys()
    assert version.name != shipped.name


def test_an_answer_that_rests_on_no_article_is_told_with_every_other_problem(store, director):
    draft = written(store, director)
    draft = edit(store, director, draft.row.id, 1, op.SetAnswer(an_act(1), Answer(Stance.FORBIDDEN)), NOW)
    with pytest.raises(ContentBroken) as told:
        do(store, director, draft)
    assert [one.code for one in told.value.problems if "stance" in one.code] == ["stance-without-article"]


def test_a_change_of_words_may_be_minor_and_one_of_a_stance_may_not(store, director):
    first = do(store, director, written(store, director))
    draft = begin_from_version(store, director, first.id, NOW)
    (article,) = draft.draft.articles
    draft = edit(
        store, director, draft.row.id, 0, op.Reword(article.id, Words("Vraag het altijd eerst.", "")), NOW
    )
    second = do(store, director, draft, Publication(TODAY, ChangeKind.MINOR))
    assert (second.number, second.kind, second.based_on) == (2, ChangeKind.MINOR, first.id)
    draft = begin_from_version(store, director, second.id, NOW)
    answer = Answer(Stance.FORBIDDEN, (article.id,))
    draft = edit(store, director, draft.row.id, 0, op.SetAnswer(an_act(), answer), NOW)
    with pytest.raises(Invalid):
        do(store, director, draft, Publication(TODAY, ChangeKind.MINOR))
    assert do(store, director, draft, Publication(TODAY)).kind is ChangeKind.MAJOR


def test_the_board_publishes_for_those_that_go_by_its_protocol_or_for_those_it_names(store, school):
    second = a_school(store, school.board_id)
    officer = signed_in(store, an_officer(store, school.board_id))
    first = do(store, officer, written(store, officer), Publication(TODAY, school_ids=(school.id,)))
    draft = begin_from_version(store, officer, first.id, NOW)
    draft = edit(store, officer, draft.row.id, 0, op.SetTitle("De Eik", "Vernieuwd"), NOW)
    again = do(store, officer, draft)
    assert [one.version_id for one in adoptions_of(store, officer, school.id)] == [first.id, again.id]
    assert adoptions_of(store, officer, second.id) == ()


def test_a_file_of_one_school_is_its_own_and_counts_on(store, school):
    first = published(store, school)
    assert (first.owner.school_id, first.number, first.origin) == (school.id, 1, Origin.FILE)
    second = published(store, school, text=a_text(title="Nieuwe titel"))
    assert (second.number, second.kind) == (2, ChangeKind.MINOR)
    third = published(store, school, text=a_text(stances={an_act(): stance("forbidden", "b")}))
    assert (third.number, third.kind, third.based_on) == (3, ChangeKind.MAJOR, second.id)


def test_what_is_exported_can_be_imported_and_says_the_same(store, school):
    version = published(store, school)
    again = published(store, a_school(store), text=version.text)
    kept = {"version", "adopted"}
    assert {k: v for k, v in tomllib.loads(again.text).items() if k not in kept} == a_tree()


@pytest.mark.parametrize(
    "text", ["", "x = ", 'id = "De Eik"', a_text(stances={"no-act": stance("forbidden", "a")})]
)
def test_a_file_with_mistakes_gives_nobody_rules_and_tells_them_all(store, school, text):
    with pytest.raises(ContentBroken):
        published(store, school, text=text or " ")


def test_schools_of_two_boards_have_no_protocol_together(store, school):
    with pytest.raises(NotFound):
        published(store, school, a_school(store))
