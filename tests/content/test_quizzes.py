"""Every real question can be answered right and wrong at every school, and no attempt falls short anywhere."""

from __future__ import annotations

from collections import Counter

import pytest

from course.library import default_content_root
from course.norms.model import STAFF, Verdict
from course.quiz.draw import asked, can_be_asked, draw
from course.quiz.kinds.piles import PILES, pile_of
from course.quiz.mark import mark
from course.quiz.model import QuestionKind
from course.quiz.read import read_quiz

ROOT = default_content_root()
QUIZZES = sorted(path.parent.name for path in ROOT.glob("quizzes/*/nl.md"))
PROTOCOLS = sorted(path.stem for path in ROOT.glob("norms/protocols/*.toml"))
QUESTIONS = [
    (quiz.id, question)
    for name in QUIZZES
    if (quiz := read_quiz((ROOT / f"quizzes/{name}/nl.md").read_text(encoding="utf-8"), name, name)[0])
    for question in quiz.questions
]

every_quiz = pytest.mark.parametrize("name", QUIZZES)
every_school = pytest.mark.parametrize("school", PROTOCOLS)


def right_answer(question, judge_of):
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
            return [one.key for one in question.options if one.right]
        case QuestionKind.JUDGE:
            return judge_of(question.act).verdict.value
        case QuestionKind.ORDER:
            return [one.key for one in question.options]
        case QuestionKind.SORT:
            return {one.key: judge_of(one.act).verdict.value for one in asked(question, judge_of)}
        case QuestionKind.MATCH:
            return {one.key: one.partner.key for one in question.options}
        case QuestionKind.WRITE:
            return {one.key: "x" for one in question.options}


def wrong_answer(question, judge_of):
    right = right_answer(question, judge_of)
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
            return [next(one.key for one in question.options if not one.right)]
        case QuestionKind.JUDGE:
            return next(one.value for one in PILES if one != pile_of(Verdict(right)))
        case QuestionKind.ORDER:
            return right[::-1]
        case QuestionKind.MATCH:
            key, partner = next(iter(right.items()))
            return right | {key: next(one.key for one in question.partners if one.key != partner)}
        case QuestionKind.WRITE:
            return None
        case QuestionKind.SORT:
            key, pile = next(iter(right.items()))
            return right | {key: next(one.value for one in PILES if one != pile_of(Verdict(pile)))}


def test_every_module_has_its_quiz(library):
    assert sorted(module.quiz for module in library.curriculum.modules.values()) == QUIZZES


@every_quiz
def test_a_bank_holds_fourteen_questions_or_more_of_five_kinds_or_more(library, name):
    kinds = Counter(one.kind for one in library.quiz(name).questions.values())
    assert kinds.total() >= 14
    assert len(kinds) >= 5
    staff = library.module(library.quiz(name).module).audience in STAFF
    assert (QuestionKind.WRITE in kinds) is staff


@every_school
@pytest.mark.parametrize(("name", "question_id"), QUESTIONS)
def test_a_question_can_be_answered_right_and_wrong(library, name, question_id, school):
    question = library.quiz(name).questions[question_id]

    def judge_of(act):
        return library.judge(school, act)

    if not can_be_asked(question, judge_of):
        return
    assert mark(question, right_answer(question, judge_of), judge_of).right
    if question.counts:
        assert not mark(question, wrong_answer(question, judge_of), judge_of).right


@every_school
@pytest.mark.parametrize(("name", "question_id"), QUESTIONS)
def test_who_would_ask_first_is_never_told_wrong_where_nothing_is_said(library, name, question_id, school):
    question = library.quiz(name).questions[question_id]
    if question.kind is not QuestionKind.JUDGE:
        return
    verdict = library.table.verdict(school, question.act)
    right = {one for one in Verdict if mark(question, one, lambda act: library.judge(school, act)).right}
    alike = {verdict, pile_of(verdict)}
    assert right == ({Verdict.OPEN, Verdict.ASK_FIRST} if verdict is Verdict.OPEN else alike)


@every_quiz
@every_school
def test_an_attempt_is_full_at_every_school_and_a_retake_asks_others_first(library, name, school):
    quiz = library.quiz(name)

    def judge_of(act):
        return library.judge(school, act)

    fresh = sum(one.counts and can_be_asked(one, judge_of) for one in quiz.questions.values())
    for seed in range(20):
        first = [one for one in draw(quiz, seed, (), judge_of) if quiz.questions[one].counts]
        second = [one for one in draw(quiz, seed + 1000, first, judge_of) if quiz.questions[one].counts]
        assert len(first) == len(second) == quiz.draw
        assert len(set(first) & set(second)) == max(0, 2 * quiz.draw - fresh)


@every_quiz
def test_the_answer_differs_between_schools_somewhere(library, name):
    """The school's own protocol is the answer key."""
    judged = [one for one in library.quiz(name).questions.values() if one.kind is QuestionKind.JUDGE]
    told = [{library.table.verdict(school, one.act) for school in PROTOCOLS} for one in judged]
    assert any(len(verdicts) > 1 for verdicts in told)
