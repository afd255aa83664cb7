"""An answer is marked once, explained always, and no attempt asks what the last one asked while there is more."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound
from course.learning.lesson import playing
from course.learning.pages import Notice, QuestionPage, ResultPage
from course.learning.quiz import answering as quizzing
from course.learning.quiz import attempt as attempt_pages
from course.learning.tables import attempts, group_progress, marks, progress
from course.people.roles import Role
from course.quiz.mark import mark
from course.quiz.naming import name_of
from tests.learning.lesson.test_playing import Player, rows
from tests.learning.world import NOW, at_once, question, quiz_of, with_quiz
from tests.quiz.builders import keyed

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.learning.pages import QuizPage
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]


GOOD, BAD = name_of("goed"), name_of("fout")
"""The options of `world.question`."""


class Sitting:
    """Does one quiz, always from the newest page."""

    def __init__(self, store: Store, library: Library, actor: Actor, quiz: str = "foto") -> None:
        self.given = (store, library, actor, quiz)
        self.now = NOW

    @property
    def page(self) -> QuizPage:
        return quizzing.open_attempt(*self.given, self.now)

    @property
    def asked(self) -> QuestionPage:
        page = self.page
        assert isinstance(page, QuestionPage)
        return page

    @property
    def result(self) -> ResultPage:
        page = self.page
        assert isinstance(page, ResultPage)
        return page

    def answer(self, *letters: str) -> QuestionPage:
        """Answer one question after the other, each by the letter of an option as it stands in the text."""
        for letter in letters:
            self.now += timedelta(seconds=10)
            page = self.asked
            asked = quizzing.Asked(page.attempt, page.place, page.meaning)
            page = quizzing.answer(*self.given, asked, keyed(page.question, letter), self.now)
            assert isinstance(page, QuestionPage)
        return page

    def retake(self) -> QuizPage:
        return quizzing.new_attempt(*self.given, self.result.attempt, self.now)


@pytest.fixture
def sitting(store: Store, library: Library, pupil: Actor) -> Sitting:
    return Sitting(store, library, pupil)


def test_a_first_visit_asks_a_question_and_a_reload_shows_the_same(sitting: Sitting, store: Store) -> None:
    asked = sitting.asked
    assert (asked.attempt, asked.place, asked.shown_place, asked.total, asked.mark) == (1, 0, 1, 3, None)
    assert {option.key for option in asked.options} == {GOOD, BAD}
    assert sitting.page == asked
    assert rows(store, attempts) == rows(store, progress) == []


def test_every_answer_is_marked_with_what_was_right(sitting: Sitting) -> None:
    wrong = sitting.answer("b")
    assert wrong.mark is not None
    assert (wrong.mark.right, wrong.mark.given, wrong.mark.expected) == (False, (BAD,), (GOOD,))
    assert (wrong.place, wrong.shown_place, wrong.is_last) == (0, 1, False)
    right = sitting.answer("a")
    assert right.mark is not None
    assert right.mark.right
    assert (right.place, right.shown_place, right.total) == (1, 2, 3)
    assert sitting.answer("a").is_last


def test_a_page_can_show_an_answer_again(sitting: Sitting) -> None:
    marked = sitting.answer("b")
    assert quizzing.look_back(*sitting.given, 1, 0, NOW) == marked
    assert quizzing.look_back(*sitting.given, 1, 1, NOW) == sitting.asked
    with pytest.raises(NotFound):
        quizzing.look_back(*sitting.given, 7, 0, NOW)


def test_the_result_explains_every_answer_and_offers_other_questions_at_once(sitting: Sitting) -> None:
    first = [sitting.asked.question.id]
    sitting.answer("a")
    first.append(sitting.asked.question.id)
    sitting.answer("b")
    first.append(sitting.asked.question.id)
    sitting.answer("a")
    result = sitting.result
    assert (result.score, result.right, result.total, result.passed, result.best) == (66, 2, 3, False, 66)
    assert [mark.question.id for mark in result.reviewed] == first
    assert [mark.right for mark in result.reviewed] == [True, False, True]
    again = sitting.retake()
    assert isinstance(again, QuestionPage)
    second = []
    for _ in range(3):
        second.append(sitting.asked.question.id)
        sitting.answer("a")
    assert not set(first) & set(second)
    assert (sitting.result.passed, sitting.result.score, sitting.result.best) == (True, 100, 100)


def test_a_retake_asked_twice_is_begun_once(sitting: Sitting, store: Store) -> None:
    sitting.answer("a", "a", "a")
    pages = [quizzing.new_attempt(*sitting.given, 1, NOW) for _ in range(2)]
    assert pages[0] == pages[1]
    assert len(rows(store, attempts)) == 2
    assert quizzing.new_attempt(*sitting.given, 5, NOW).notice is Notice.STALE


def test_a_retake_in_the_middle_of_an_attempt_goes_on_with_it(sitting: Sitting, store: Store) -> None:
    sitting.answer("a")
    assert quizzing.new_attempt(*sitting.given, 1, NOW) == sitting.asked
    assert len(rows(store, attempts)) == 1


def test_a_double_click_gets_the_first_mark_again(sitting: Sitting, store: Store) -> None:
    first = sitting.answer("a")
    again = quizzing.answer(*sitting.given, quizzing.Asked(1, 0), BAD, NOW)
    assert again == first
    assert [row["right"] for row in rows(store, marks)] == [True]
    sitting.answer("a")
    last = sitting.answer("b")
    assert quizzing.answer(*sitting.given, quizzing.Asked(1, 2), BAD, NOW) == last
    assert (rows(store, attempts)[0]["answered"], rows(store, progress)[0]["attempts"]) == (3, 1)


@pytest.mark.parametrize(("attempt", "place"), [(1, 2), (1, 99), (1, -1), (9, 0)])
def test_another_place_is_stale_and_shows_what_waits(
    sitting: Sitting, store: Store, attempt: int, place: int
) -> None:
    sitting.answer("a")
    page = quizzing.answer(*sitting.given, quizzing.Asked(attempt, place), GOOD, NOW)
    assert isinstance(page, QuestionPage)
    assert (page.notice, page.attempt, page.place, page.mark) == (Notice.STALE, 1, 1, None)
    assert len(rows(store, marks)) == 1


def test_looking_at_a_quiz_begins_nothing_and_the_first_answer_does(sitting: Sitting, store: Store) -> None:
    assert sitting.asked == sitting.asked
    assert rows(store, attempts) == rows(store, progress) == []
    sitting.answer("a")
    (attempt,) = rows(store, attempts)
    assert (attempt["number"], attempt["answered"], attempt["right"]) == (1, 1, 1)


@pytest.mark.parametrize("given", [None, "", "z", [GOOD, BAD], {GOOD: "x"}])
def test_an_answer_that_cant_be_read_is_refused_and_costs_nothing(
    sitting: Sitting, store: Store, given: object
) -> None:
    asked = sitting.asked
    with pytest.raises(Invalid) as refused:
        quizzing.answer(*sitting.given, quizzing.Asked(1, 0), given, NOW)
    assert set(refused.value.fields) == {"answer"}
    assert rows(store, marks) == []
    assert sitting.asked == asked


def test_a_quiz_and_lessons_in_any_order_complete_the_module_once(
    store: Store, library: Library, pupil: Actor, sitting: Sitting
) -> None:
    Player(store, library, pupil, "foto").choose("gevraagd", "samen")
    sitting.answer("a", "a", "a")
    assert not sitting.result.module_done
    page = Player(store, library, pupil, "geluid").choose("stil")
    assert page.module_done
    assert [(row["begun"], row["completed"]) for row in rows(store, group_progress)] == [(1, 1)]
    sitting.retake()
    sitting.answer("a", "a", "a")
    assert sitting.result.module_done
    assert [(row["begun"], row["completed"]) for row in rows(store, group_progress)] == [(1, 1)]


def test_a_quiz_that_comes_last_completes_the_module(store: Store, library: Library, pupil: Actor) -> None:
    Player(store, library, pupil, "kort").choose("stil")
    sitting = Sitting(store, library, pupil, "kort")
    sitting.answer("b")
    assert not sitting.result.module_done
    sitting.retake()
    sitting.answer("a")
    assert sitting.result.module_done
    (row,) = rows(store, group_progress)
    assert (row["module"], row["begun"], row["completed"]) == ("kort", 1, 1)
    (row,) = rows(store, progress)
    assert (row["attempts"], row["best"]) == (2, 100)
    assert row["completed_edition"] == library.edition_of(library.module("kort"))
    assert row["completed_rulebook"] == library.rulebook("streng")


def test_a_failed_attempt_is_counted(sitting: Sitting, store: Store) -> None:
    sitting.answer("b", "b", "b")
    (row,) = rows(store, progress)
    assert (row["attempts"], row["best"], row["quiz_passed_at"]) == (1, 0, None)


def test_of_two_answers_at_once_one_is_marked(sitting: Sitting, store: Store) -> None:
    sitting.answer("a", "a")
    pages = at_once(
        *(
            partial(quizzing.answer, *sitting.given, quizzing.Asked(1, 2), (GOOD, BAD)[n % 2], NOW)
            for n in range(4)
        )
    )
    assert len({page.mark.given for page in pages if isinstance(page, QuestionPage) and page.mark}) == 1
    assert len(pages) == 4
    (attempt,) = rows(store, attempts)
    assert (attempt["answered"], attempt["finished_at"]) == (3, NOW)
    assert attempt["right"] == 2 + int(str(rows(store, marks)[2]["right"]) == "True")
    assert rows(store, progress)[0]["attempts"] == 1


def test_of_two_first_answers_at_once_one_begins_the_attempt(sitting: Sitting, store: Store) -> None:
    pages = at_once(
        *(partial(quizzing.answer, *sitting.given, quizzing.Asked(1, 0), one, NOW) for one in (GOOD, BAD))
    )
    assert len({page.mark.given for page in pages if isinstance(page, QuestionPage) and page.mark}) == 1
    (attempt,) = rows(store, attempts)
    assert (attempt["answered"], len(rows(store, marks))) == (1, 1)


def test_an_open_attempt_outlives_a_changed_bank(
    sitting: Sitting, store: Store, library: Library, pupil: Actor
) -> None:
    drawn = [sitting.asked.question.id]
    sitting.answer("a")
    gone = sitting.asked.question.id
    every = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven"]
    later = Sitting(store, with_quiz(library, quiz_of("foto", [one for one in every if one != gone])), pupil)
    asked = later.asked
    assert (asked.place, asked.shown_place, asked.total, asked.is_last) == (2, 2, 2, True)
    assert asked.question.id not in {gone, *drawn}
    later.answer("a")
    assert (later.result.score, later.result.total, len(later.result.reviewed)) == (100, 2, 2)


def test_an_attempt_of_which_nothing_is_left_makes_room_for_the_next(
    sitting: Sitting, store: Store, library: Library, pupil: Actor
) -> None:
    sitting.answer("a", "a", "a")
    sitting.retake()
    other = Sitting(store, with_quiz(library, quiz_of("foto", ["acht", "negen", "tien"])), pupil)
    assert (other.asked.attempt, other.asked.total) == (3, 3)
    other.answer("a")
    assert (other.asked.attempt, other.asked.place) == (3, 1)


def test_an_attempt_whose_last_questions_left_the_bank_is_finished_with_what_was_answered(
    sitting: Sitting, store: Store, library: Library, pupil: Actor
) -> None:
    drawn = [sitting.asked.question.id]
    sitting.answer("a")
    drawn.append(sitting.asked.question.id)
    sitting.answer("a")
    rest = [*drawn, "acht", "negen"]
    later = Sitting(store, with_quiz(library, quiz_of("foto", rest)), pupil)
    result = later.result
    assert (result.attempt, result.right, result.total, result.passed) == (1, 2, 2, True)
    (attempt,) = rows(store, attempts)
    assert (attempt["finished_at"], attempt["answered"]) == (later.now, 2)
    (row,) = rows(store, progress)
    assert (row["attempts"], row["best"], row["quiz_passed_at"]) == (1, 100, later.now)
    assert later.result == result
    assert rows(store, progress)[0]["attempts"] == 1
    assert isinstance(later.retake(), QuestionPage)


def test_a_page_that_asked_something_else_is_not_marked(
    sitting: Sitting, store: Store, library: Library, pupil: Actor
) -> None:
    page = sitting.asked
    asked = quizzing.Asked(page.attempt, page.place, page.meaning)
    every = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven"]
    text = "".join(map(question, every))
    for change, notice in (
        (text.replace("[ ] fout", "[ ] heel fout"), Notice.CHANGED),
        (text.replace("- [ ] fout\n", "- [ ] fout\n- [ ] ook fout\n"), Notice.CHANGED),
        (text.replace("[ ] fout", "[ ] Fout!").replace("Vraag", "Vráág"), None),
    ):
        changed = with_quiz(library, quiz_of("foto", [], extra=change))
        told = quizzing.answer(store, changed, pupil, "foto", asked, BAD, NOW)
        assert isinstance(told, QuestionPage)
        assert (told.notice, told.mark is None) == (notice, notice is not None)
    assert [row["right"] for row in rows(store, marks)] == [False]


def test_options_that_moved_are_marked_as_they_were_seen(
    sitting: Sitting, store: Store, library: Library, pupil: Actor
) -> None:
    page = sitting.asked
    asked = quizzing.Asked(page.attempt, page.place, page.meaning)
    turned = "".join(map(question, ["een", "twee", "drie", "vier", "vijf", "zes", "zeven"]))
    turned = turned.replace("- [x] goed\n- [ ] fout\n  > Nee.\n", "- [ ] fout\n  > Nee.\n- [x] goed\n")
    moved = with_quiz(library, quiz_of("foto", [], extra=turned))
    told = quizzing.answer(store, moved, pupil, "foto", asked, GOOD, NOW)
    assert isinstance(told, QuestionPage)
    assert told.mark is not None
    assert told.mark.right


def test_an_answer_is_marked_once(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    times = []
    monkeypatch.setattr(quizzing, "mark", lambda *given: times.append(given) or mark(*given))
    monkeypatch.setattr(attempt_pages, "mark", quizzing.mark)
    sitting.answer("a")
    assert len(times) == 1


def test_a_mark_keeps_its_edition_and_the_rules(sitting: Sitting, store: Store, library: Library) -> None:
    sitting.answer("a")
    for table in (attempts, marks):
        (row,) = rows(store, table)
        assert (row["edition"], row["rulebook"]) == (library.quiz("foto").edition, library.rulebook("streng"))


def test_judge_and_sort_are_marked_by_the_schools_own_protocol(
    store: Store, library: Library, pupil: Actor, world: World
) -> None:
    judged = "\n{#mag kind=judge act=share}\n## Mag dat?\n\nDelen.\n\n> Kijk in je protocol.\n"
    bank = with_quiz(library, quiz_of("foto", [], draw=1, extra=judged))
    page = Sitting(store, bank, pupil).answer("not")
    assert page.mark is not None
    assert page.mark.right
    assert page.mark.judgement is not None
    assert page.mark.judgement.protocol.id == "streng"
    mild = Sitting(store, bank, world.person(Role.PUPIL, pupil.school_id, *pupil.group_ids, protocol="mild"))
    page = mild.answer("not")
    assert page.mark is not None
    assert not page.mark.right


def test_a_quiz_that_isnt_theirs_is_unknown(
    store: Store, library: Library, pupil: Actor, teacher: Actor
) -> None:
    with pytest.raises(NotFound):
        quizzing.open_attempt(store, library, pupil, "vriend", NOW)
    with pytest.raises(NotFound):
        quizzing.open_attempt(store, library, pupil, "foo", NOW)
    assert Sitting(store, library, teacher, "vriend").asked.total == 2


def test_a_quiz_is_resumed_on_any_device(sitting: Sitting, store: Store, library: Library) -> None:
    sitting.answer("a")
    assert Sitting(*sitting.given).asked == sitting.asked


def test_an_answer_takes_seven_statements_at_most_even_the_last(
    sitting: Sitting, statements: Statements
) -> None:
    costs = []
    for place in range(3):
        assert sitting.asked.place == place
        with statements() as seen:
            quizzing.answer(*sitting.given, quizzing.Asked(1, place), GOOD, NOW)
        costs.append(len(seen))
    assert costs == [7, 5, 7]


def test_an_ending_that_completes_a_module_takes_seven_statements(
    store: Store, library: Library, pupil: Actor, statements: Statements
) -> None:
    Sitting(store, library, pupil, "kort").answer("a")
    with statements() as seen:
        page = playing.choose(store, library, pupil, "kort", 0, "stil", NOW)
    assert page.module_done
    assert len(seen) == 7
