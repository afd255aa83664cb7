"""A quiz under a draft tells what would be right, and by which article."""

from __future__ import annotations

from course.norms.model import Stance, Verdict
from course.quiz.model import QuestionKind
from course.rulebooks.drafts.model import EVERYONE, Answer
from course.rulebooks.preview import preview_of
from tests.rulebooks.rules import library
from tests.web.protocols.drafting import our_draft
from web.protocols.quiz_preview import quiz_under

QUIZ = "mag-deze-foto"


def judged():
    """A question that asks what the rules say of an act on which no law speaks."""
    return next(
        one
        for one in library().quizzes[QUIZ].questions.values()
        if one.kind is QuestionKind.JUDGE and one.act == "pupil-take-photos-at-special-occasion"
    )


def under(draft, stance: Stance):
    article = draft.standing[0]
    kept = draft.with_answer((judged().act, EVERYONE), Answer(stance, (article.id,)))
    return quiz_under(preview_of(kept, library(), "de-eik", None, ""), QUIZ)


def test_what_is_right_follows_the_draft_and_its_article_stands_below(town):
    draft = our_draft(town).draft
    for stance, verdict in ((Stance.FORBIDDEN, Verdict.NOT), (Stance.ALLOWED, Verdict.MAY)):
        found = {one.question.id: one for one in under(draft, stance).asked}[judged().id]
        assert found.verdict is verdict
        assert [one.words.nl for one in found.articles] == [draft.standing[0].words.nl]


def test_every_question_is_there_or_counted_as_left_out_and_has_its_key(town):
    view = under(our_draft(town).draft, Stance.ALLOWED)
    assert len(view.asked) + view.left_out == len(library().quizzes[QUIZ].questions)
    for one in view.asked:
        match one.question.kind:
            case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
                assert any(choice.is_right for choice in one.choices)
            case QuestionKind.SORT:
                assert all(choice.pile for choice in one.choices)
            case QuestionKind.MATCH:
                assert all(choice.partner for choice in one.choices)
            case _:
                assert not any(choice.is_right or choice.pile for choice in one.choices)


def test_an_editor_reads_the_questions_with_what_is_right(visitor, town, hx):
    draft = our_draft(town)
    url = f"/protocols/{draft.row.id}/preview/quizzes/{QUIZ}"
    answer = visitor.as_director().get(url, hx=hx)
    assert answer.status_code == 200
    assert "Goed volgens deze regels:" in answer.text
    assert url in visitor.page(f"/protocols/{draft.row.id}/preview/{QUIZ}").addresses
    assert visitor.get(f"/protocols/{draft.row.id}/preview/quizzes/never").status_code == 404
