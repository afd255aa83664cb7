"""Whatever an author edits and undoes, every learner can go on, and nothing that was done is lost.

Authors add, drop, rename and turn round; learners press today's pages and old ones in between, on both databases.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from course.errors import NotFound
from course.learning import home as home_page
from course.learning.lesson import playing
from course.learning.pages import Notice, QuestionPage, State
from course.learning.quiz import answering as quizzing
from course.learning.tables import attempts, marks, runs
from course.people.roles import Role
from course.store.metadata import metadata
from tests.learning.drafts import OPTIONS, QUESTIONS, SCENES, STANCES, Draft
from tests.learning.lesson.test_playing import rows
from tests.learning.world import NOW, World

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.learning.pages import Play, QuizPage
    from course.library import Library
    from course.norms.model import Stance
    from course.people.actor import Actor
    from course.store.store import Store


@dataclass
class Learner:
    """Somebody with a browser: the pages that were drawn, the newest last."""

    actor: Actor
    plays: list[Play] = field(default_factory=list)
    questions: list[QuestionPage] = field(default_factory=list)
    right: dict[tuple[int, int], bool] = field(default_factory=dict)
    """What was told of each answer, by attempt and place."""
    completed: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    answered: int = 0
    was_done: bool = False


class Edits(RuleBasedStateMachine):
    """One author and two pupils of a class."""

    emptied: Callable[[], Store]

    def __init__(self) -> None:
        super().__init__()
        self.store = type(self).emptied()
        self.now = NOW

    @initialize()
    def begin(self) -> None:
        world = World(self.store)
        group = world.group(school := world.school())
        self.learners = [
            Learner(world.person(Role.PUPIL, school, group, name=name)) for name in ("Aya", "Sem")
        ]
        self.drafts: list[Draft] = []
        self.editions: set[str] = set()
        self.rulebooks: set[str] = set()
        self.publish(Draft())

    def edit(self, **changes: Any) -> None:
        self.publish(replace(self.drafts[-1], **changes))

    def publish(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.library = draft.library()
        self.editions |= {one["nl"].edition for one in self.library.lessons.values()}
        self.rulebooks.add(self.library.rulebook("streng"))

    @rule(scenes=st.lists(st.sampled_from(SCENES), unique=True, max_size=4))
    def scenes_come_go_and_get_other_names(self, scenes: list[str]) -> None:
        self.edit(scenes=tuple(scenes))

    @rule(acts=st.permutations(("share", "ask", "mock", "ask share")))
    def choices_perform_other_acts(self, acts: list[str]) -> None:
        self.edit(acts=tuple(acts))

    @rule(asks=st.sampled_from(("", "chose=een", "chose!=een", "act=share stance=forbidden")))
    def choices_hang_on_others_or_on_the_rules(self, asks: str) -> None:
        self.edit(asks=asks)

    @rule(lessons=st.lists(st.sampled_from(("foto", "geluid", "nieuw")), unique=True, min_size=1))
    def lessons_are_dropped_or_replaced(self, lessons: list[str]) -> None:
        self.edit(lessons=tuple(lessons))

    @rule(questions=st.lists(st.sampled_from(QUESTIONS), unique=True, min_size=1))
    def questions_go_and_come_back(self, questions: list[str]) -> None:
        self.edit(questions=tuple(questions))

    @rule(options=st.permutations((*OPTIONS, "goed hoor")), most=st.integers(3, 4))
    def options_move(self, options: list[str], most: int) -> None:
        kept = [one for one in options if one != "goed"][: most - 1]
        self.edit(options=tuple(sorted([*kept, "goed"], key=options.index)))

    @rule(stance=st.sampled_from(STANCES))
    def the_school_takes_another_stance(self, stance: Stance) -> None:
        self.edit(share=stance)

    @rule(typo=st.sampled_from(("", ".", "!")))
    def a_typo_is_mended(self, typo: str) -> None:
        self.edit(typo=typo)

    @precondition(lambda self: len(self.drafts) > 1)
    @rule(back=st.integers(1, 3))
    def edits_are_undone(self, back: int) -> None:
        self.publish(self.drafts[max(0, len(self.drafts) - 1 - back)])

    def given(self, who: Learner) -> tuple[Store, Library, Actor]:
        self.now += timedelta(seconds=7)
        return self.store, self.library, who.actor

    @rule(who=st.integers(0, 1), lesson=st.sampled_from(("foto", "geluid")))
    def looks_at_a_lesson(self, who: int, lesson: str) -> None:
        learner = self.learners[who]
        self.seen(learner, playing.open_run(*self.given(learner), lesson))

    @precondition(lambda self: any(one.plays for one in self.learners))
    @rule(who=st.integers(0, 1), age=st.integers(0, 3), place=st.integers(0, 5))
    def presses_a_choice(self, who: int, age: int, place: int) -> None:
        learner = self.learners[who]
        page = learner.plays[-1 - min(age, len(learner.plays) - 1)] if learner.plays else None
        if page is None or not page.choices:
            return
        choice = page.choices[place % len(page.choices)]
        lesson, before = page.lesson.id, playing.open_run(*self.given(learner), page.lesson.id)
        after = playing.choose(*self.given(learner), lesson, page.step, choice.id, self.now, page.meaning)
        if after.step == before.step + 1:
            assert before.scene.id == page.scene.id, "never taken in another scene"
            taken = before.scene.choice(choice.id)
            assert taken is not None
            assert taken.acts == choice.acts, "never taken for other acts"
        else:
            assert after.step == before.step, "nothing happened"
            assert after.notice in {Notice.STALE, Notice.CHANGED, None}
        self.seen(learner, after)

    @precondition(lambda self: any(one.plays for one in self.learners))
    @rule(who=st.integers(0, 1), age=st.integers(0, 2), to=st.integers(0, 3), again=st.booleans())
    def goes_back_or_begins_again(self, who: int, age: int, to: int, again: bool) -> None:
        learner = self.learners[who]
        if not learner.plays:
            return
        page = learner.plays[-1 - min(age, len(learner.plays) - 1)]
        given, lesson = self.given(learner), page.lesson.id
        if again:
            self.seen(learner, playing.start_again(*given, lesson, page.step, self.now))
        elif page.trail:
            index = page.trail[min(to, len(page.trail) - 1)].index
            self.seen(learner, playing.go_back(*given, lesson, page.step, index, self.now))

    @rule(who=st.integers(0, 1))
    def looks_at_the_quiz(self, who: int) -> None:
        learner = self.learners[who]
        self.asked(learner, quizzing.open_attempt(*self.given(learner), "foto", self.now))

    @precondition(lambda self: any(one.questions for one in self.learners))
    @rule(who=st.integers(0, 1), age=st.integers(0, 2), well=st.booleans())
    def answers_a_question(self, who: int, age: int, well: bool) -> None:
        learner = self.learners[who]
        if not learner.questions:
            return
        page = learner.questions[-1 - min(age, len(learner.questions) - 1)]
        option = next(one for one in page.options if one.right is well)
        asked = quizzing.Asked(page.attempt, page.place, page.meaning)
        after = quizzing.answer(*self.given(learner), "foto", asked, option.key, self.now)
        if isinstance(after, QuestionPage) and after.mark is not None:
            told = (after.attempt, after.place)
            if told not in learner.right:
                assert after.mark.right is well, "marked as it was seen"
                seen, asked_today = page.options, after.mark.question.options
                assert {one.key for one in seen} == {one.key for one in asked_today}, "among the same options"
                learner.answered += 1
            learner.right.setdefault(told, after.mark.right)
            assert after.mark.right is learner.right[told], "what was told is never turned round"

    @rule(who=st.integers(0, 1))
    def answers_all_that_is_asked_well(self, who: int) -> None:
        for _ in range(3):
            self.looks_at_the_quiz(who)
            self.answers_a_question(who, 0, well=True)

    @rule(who=st.integers(0, 1), lesson=st.sampled_from(("foto", "geluid")))
    def plays_a_lesson_well(self, who: int, lesson: str) -> None:
        """Go out by a choice that asks first, if the scene has one: a clean way, unless it was left before."""
        page = playing.open_run(*self.given(self.learners[who]), lesson)
        page = playing.start_again(*self.given(self.learners[who]), lesson, page.step, self.now)
        out = [one for one in page.choices if "ask" in one.acts and one.target.endswith("af")]
        self.seen(self.learners[who], page)
        if out:
            self.presses_a_choice(who, 0, page.choices.index(out[0]))

    @rule(who=st.integers(0, 1), after=st.integers(0, 3))
    def begins_the_quiz_anew(self, who: int, after: int) -> None:
        learner = self.learners[who]
        self.asked(learner, quizzing.new_attempt(*self.given(learner), "foto", after, self.now))

    @rule(who=st.integers(0, 1), attempt=st.integers(1, 3), place=st.integers(0, 3))
    def looks_back_at_an_answer(self, who: int, attempt: int, place: int) -> None:
        learner = self.learners[who]
        with contextlib.suppress(NotFound):
            page = quizzing.look_back(*self.given(learner), "foto", attempt, place, self.now)
            if isinstance(page, QuestionPage) and page.mark is not None:
                assert page.mark.right is learner.right[page.attempt, page.place]
            self.asked(learner, page)

    def seen(self, learner: Learner, page: Play) -> None:
        """Remember a page, which stays open in a browser while authors edit."""
        self.goes_on(page)
        learner.plays.append(page)
        if page.completed:
            learner.completed.add(page.lesson.id)
        learner.endings |= {(page.lesson.id, one) for one in page.endings_found}

    def goes_on(self, page: Play) -> None:
        assert page.choices or page.ending
        assert page.scene.id in self.library.lesson(page.lesson.id).scenes

    def asked(self, learner: Learner, page: QuizPage) -> None:
        if isinstance(page, QuestionPage):
            assert page.mark or page.options
            if page.mark is None:
                learner.questions.append(page)
        else:
            assert page.total > 0, "an attempt is finished with what was answered"

    @invariant()
    def everybody_can_go_on_and_nothing_is_lost(self) -> None:
        for learner in getattr(self, "learners", []):
            home = home_page.home(*self.given(learner), self.now)
            (card,) = home.modules
            done = {one.lesson.id for one in card.lessons if one.state is State.DONE}
            assert done == learner.completed & set(self.drafts[-1].lessons)
            all_done = done == set(self.drafts[-1].lessons) and card.quiz.passed
            assert card.state is State.DONE or not all_done, "what is all done is completed"
            learner.was_done = learner.was_done or card.state is State.DONE
            assert not learner.was_done or card.state is State.DONE, "and stays completed"
            for lesson in self.drafts[-1].lessons:
                self.goes_on(playing.open_run(*self.given(learner), lesson))
            page = quizzing.open_attempt(*self.given(learner), "foto", self.now)
            assert page.options if isinstance(page, QuestionPage) else page.total

    @invariant()
    def no_answer_is_lost_or_doubled(self) -> None:
        for learner in getattr(self, "learners", []):
            mine = [row for row in rows(self.store, attempts) if row["person_id"] == learner.actor.person_id]
            assert sum(int(str(row["answered"])) for row in mine) == learner.answered
        told = rows(self.store, marks)
        assert len({(row["attempt_id"], row["place"]) for row in told}) == len(told)

    @invariant()
    def what_is_kept_names_its_edition(self) -> None:
        for row in rows(self.store, runs):
            assert row["edition"] in self.editions
            assert row["rulebook"] in self.rulebooks
            assert (row["completed_edition"] in self.editions) is (row["completed_at"] is not None)


@pytest.mark.proof
def test_any_edits_and_undone_edits_leave_every_learner_able_to_go_on(store: Store) -> None:
    def emptied() -> Store:
        """Every example begins with the same ids, for questions are drawn by them."""
        with store.write() as conn:
            for table in reversed(metadata.sorted_tables):
                if table.name != "journal":
                    conn.execute(table.delete())
            if store.engine.dialect.name == "sqlite":
                conn.exec_driver_sql("DELETE FROM sqlite_sequence")
            else:
                for name in ("boards", "schools", "groups", "persons", "attempts"):
                    conn.exec_driver_sql(f"ALTER SEQUENCE {name}_id_seq RESTART")
        return store

    machine = type("EditsInStore", (Edits,), {"emptied": staticmethod(emptied)})
    patient = settings(
        max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(machine, settings=patient)  # type: ignore[no-untyped-call]
