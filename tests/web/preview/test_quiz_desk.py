import shutil
from pathlib import Path

import pytest

from course.errors import Invalid, NotFound
from course.learning.pages import Notice
from web.preview.desk import Desk
from web.preview.quiz_desk import QuizDesk

ROOT = Path(__file__).parents[3]
QUIZ = "mag-deze-foto"


@pytest.fixture
def at(tmp_path):
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return QuizDesk(Desk(tmp_path, QUIZ, "kom-leren"))


def right_answer(page):
    return [one.key for one in page.question.options if one.right]


def single(at):
    """The place of a question with one right option."""
    bank = at.quiz(QUIZ).questions
    return next(place for place, one in enumerate(at.questions(QUIZ)) if bank[one].kind == "single")


def test_every_question_that_is_asked_under_a_protocol_comes_in_the_order_of_the_text(at):
    names = at.questions(QUIZ)
    assert names == tuple(one for one in at.quiz(QUIZ).questions if one in names)
    shown = [at.ask(QUIZ, place) for place in range(len(names))]
    assert [one.question.id for one in shown] == list(names)
    assert [one.shown_place for one in shown] == list(range(1, len(names) + 1))
    assert {one.total for one in shown} == {len(names)}
    assert at.ask(QUIZ, len(names)).place == 0, "beyond the last the first comes again"


def test_an_answer_is_marked_with_what_the_rules_chosen_say_and_the_next_one_is_asked(at):
    place = single(at)
    page = at.ask(QUIZ, place)
    done = at.answer(QUIZ, place, page.meaning, right_answer(page))
    assert done.mark.right
    assert done.mark.school.protocol.id == "kom-leren"
    assert at.ask(QUIZ).place == place + 1


def test_the_last_answer_is_explained_anew_under_other_rules(at):
    place = single(at)
    page = at.ask(QUIZ, place)
    at.answer(QUIZ, place, page.meaning, right_answer(page))
    at.desk.speak_for("verkruisen")
    again = at.look_back(QUIZ)
    assert again.question.id == page.question.id
    assert again.mark.school is None or again.mark.school.protocol.id == "verkruisen"


def test_a_question_that_asks_something_else_by_now_takes_no_answer(at):
    page = at.answer(QUIZ, 0, "other", ["x"])
    assert (page.mark, page.notice) == (None, Notice.CHANGED)


def test_an_answer_that_can_not_be_taken_is_refused(at):
    place = single(at)
    with pytest.raises(Invalid):
        at.answer(QUIZ, place, at.ask(QUIZ, place).meaning, ["nowhere"])


def test_an_unknown_bank_is_not_found_and_a_spoiled_one_stays_as_it_was(at):
    with pytest.raises(NotFound):
        at.quiz("nergens")
    before = at.quiz(QUIZ)
    at.desk.library = type(at.desk.library)(
        at.desk.library.root,
        at.desk.library.norms,
        at.desk.library.table,
        at.desk.library.lessons,
        {},
        at.desk.library.curriculum,
    )
    assert at.quiz(QUIZ) is before
