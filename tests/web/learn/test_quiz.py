"""A quiz through its routes: every kind of question, right and wrong, twice, too late, and with nonsense."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from course.learning.tables import marks
from course.quiz.model import QuestionKind
from tests.web import answers
from tests.web.page import Page

QUIZ = "mag-deze-foto"
STAFF_QUIZ = "leerlingen-als-vriend"
PROTOCOL = "kom-leren"
MARKED = [one for one in QuestionKind if one is not QuestionKind.WRITE]
"""The kinds that are right or wrong; what is written, only staff are asked."""
MOST = 12
"""More attempts than any bank needs to show all its questions."""


class Taker:
    """Somebody at a quiz: sees the question, fills the form in, sends it."""

    def __init__(self, visitor, library, quiz):
        self.visitor, self.library, self.quiz = visitor, library, quiz
        self.path = f"/learn/quizzes/{quiz}"

    def look(self):
        html = self.visitor.get(self.path).text
        return html, Page(html)

    def question(self):
        return answers.asked(self.look()[0], self.library, self.quiz)

    def fields(self):
        form = self.look()[1].form("/answers")
        return {name: form.value(name) for name in ("attempt", "place", "meaning")}

    def send(self, data, *, hx=False):
        return self.visitor.post(f"{self.path}/answers", data, hx=hx)

    def answer(self, *, well=True, hx=False):
        fill = answers.right if well else answers.wrong
        return self.send(self.fields() | fill(self.library, PROTOCOL, self.question()), hx=hx)

    def sit(self, *, well=True):
        """Answer until the result is there."""
        while self.look()[1].has_form("/answers"):
            assert self.answer(well=well).status_code == 303
        return self.look()[1]

    def until(self, kind, act=None):
        """Come to a question of a kind, or about an act, if need be in a later attempt."""
        for _ in range(MOST):
            while self.look()[1].has_form("/answers"):
                question = self.question()
                if question.kind is kind and act in (None, question.act):
                    return question
                self.answer()
            form = self.look()[1].form("/attempts")
            self.visitor.post(f"{self.path}/attempts", {"attempt": form.value("attempt")})
        raise AssertionError(f"no {kind} question in {MOST} attempts")


def kept(store):
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(marks)).scalar_one()


@pytest.fixture
def taker(visitor, library):
    return Taker(visitor.as_pupil(), library, QUIZ)


@pytest.mark.parametrize("kind", MARKED)
@pytest.mark.parametrize("well", [True, False], ids=["right", "wrong"])
def test_every_kind_is_marked_and_explained(taker, store, hx, kind, well):
    question = taker.until(kind)
    before = kept(store)
    answer = taker.answer(well=well, hx=hx)
    assert answer.status_code == (200 if hx else 303)
    html = answer.text if hx else taker.visitor.get(answer.location).text
    assert kept(store) == before + 1
    page = Page(html)
    assert question.title in page.words
    assert page.has_form(f"/quizzes/{QUIZ}"), "the way to the next question"
    assert Page(question.explanation).words in page.words
    signs = {attrs["data-mark"] for _tag, attrs in page.tags if "data-mark" in attrs}
    assert kind is QuestionKind.JUDGE or signs
    assert not well or signs <= {"right"}
    assert well or kind is QuestionKind.JUDGE or "wrong" in signs


def test_a_reload_after_an_answer_shows_its_explanation_again(taker):
    marked = taker.answer(hx=True)
    address = marked.headers["HX-Replace-Url"]
    assert address == "/learn/quizzes/mag-deze-foto?attempt=1&place=0"
    assert Page(marked.text).words in Page(taker.visitor.get(address).text).words
    assert ("hx-replace-url", "true") in [
        pair for tag, attrs in Page(marked.text).tags if tag == "form" for pair in attrs.items()
    ], "the next question has the plain address again"


def test_a_double_click_is_one_answer(taker, store, hx):
    data = taker.fields() | answers.right(taker.library, PROTOCOL, taker.question())
    first = taker.send(data, hx=hx)
    second = taker.send(data, hx=hx)
    assert second.status_code == first.status_code
    assert kept(store) == 1
    assert not hx or Page(second.text).words == Page(first.text).words


def test_a_retry_with_another_answer_shows_the_mark_that_was_given(taker, store):
    fields, question = taker.fields(), taker.question()
    first = taker.send(fields | answers.wrong(taker.library, PROTOCOL, question), hx=True)
    second = taker.send(fields | answers.right(taker.library, PROTOCOL, question), hx=True)
    assert Page(second.text).words == Page(first.text).words
    assert kept(store) == 1


def test_an_answer_of_a_finished_attempt_is_looked_back_at(taker, store):
    fields, question = taker.fields(), taker.question()
    data = fields | answers.right(taker.library, PROTOCOL, question)
    taker.sit()
    before = kept(store)
    answer = taker.send(data, hx=True)
    assert (answer.status_code, kept(store)) == (200, before)
    assert question.title in Page(answer.text).words


@pytest.mark.parametrize(("attempt", "place", "status"), [("1", "3", 409), ("7", "0", 409), ("0", "0", 409)])
def test_a_stale_page_gets_the_question_that_waits(taker, store, hx, attempt, place, status):
    taker.answer()
    answer = taker.send({"attempt": attempt, "place": place, "answer": "a"}, hx=hx)
    assert answer.status_code == status
    assert kept(store) == 1
    assert Page(answer.text).form("/answers").value("place") == "1"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"attempt": "1"},
        {"attempt": "one", "place": "0", "answer": "a"},
        {"attempt": "1", "place": "0"},
        {"attempt": "1", "place": "0", "answer": "no-such-option"},
        {"attempt": "1", "place": "0", "pile-a": "may", "pile-zz": "open"},
        {"attempt": "1", "place": "0", "answer": ["a", "b"]},
        {"attempt": "1", "place": "0", "order": ["a", "zz"]},
        {"attempt": "1", "place": "0", "answer": "\x00"},
    ],
)
def test_an_answer_that_cannot_be_read_is_never_marked(taker, store, hx, data):
    taker.until(QuestionKind.SINGLE)
    fields = taker.fields()
    same = {name: fields[name] for name in ("attempt", "place") if data.get(name, "").isdecimal()}
    data = {**data, **same, "meaning": fields["meaning"]}
    before = kept(store)
    answer = taker.send(data, hx=hx)
    assert answer.status_code == 422
    assert kept(store) == before
    assert Page(answer.text).words


@pytest.mark.parametrize("kind", MARKED)
def test_an_empty_form_comes_back_with_what_is_missing(taker, hx, kind):
    question = taker.until(kind)
    answer = taker.send(taker.fields(), hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert question.title in page.words
    assert any(
        attrs.get("role") == "alert" and "field-error" in attrs.get("class", "") for _, attrs in page.tags
    )


def test_the_tab_says_that_something_is_missing_and_not_that_one_went_on_elsewhere(taker, hx):
    assert Page(taker.send(taker.fields(), hx=hx).text).title.startswith("Fout: ")
    taker.answer()
    assert taker.send({"attempt": "1", "place": "5", "answer": "x"}, hx=hx).status_code == 409
    assert not Page(taker.send({"attempt": "1", "place": "5"}, hx=hx).text).title.startswith("Fout")


def test_who_sorted_only_some_is_led_to_the_first_that_has_no_place(taker, hx):
    question = taker.until(QuestionKind.SORT)
    good = answers.right(taker.library, PROTOCOL, question)
    names = [attrs["name"] for _tag, attrs in taker.look()[1].tags if "pile-" in attrs.get("name", "")]
    done, *missing = dict.fromkeys(names)
    page = Page(taker.send(taker.fields() | {done: good[done]}, hx=hx).text)
    invalid = [attrs for _tag, attrs in page.tags if attrs.get("aria-invalid") == "true"]
    assert [one["aria-describedby"] for one in invalid] == [
        name.replace("pile-", "missing-") for name in missing
    ]
    assert [attrs for _tag, attrs in page.tags if "data-focus" in attrs] == invalid[:1]
    assert "autofocus" in invalid[0]
    assert page.words.count("Kies hier ook.") == len(missing)


def test_what_was_filled_in_stays_in_the_form(taker):
    question = taker.until(QuestionKind.SORT)
    good = answers.right(taker.library, PROTOCOL, question)
    name = min(good)
    answer = taker.send(taker.fields() | {name: good[name]})
    assert answer.status_code == 422
    assert (name, good[name][0]) in Page(answer.text).form("/answers").fields


@pytest.mark.parametrize("way", ["up", "down"])
def test_order_works_with_buttons_and_no_script(taker, store, way):
    taker.until(QuestionKind.ORDER)
    before = kept(store)
    form = taker.look()[1].form("/answers")
    order = [value for name, value in form.fields if name == "order"]
    moved = order[1] if way == "up" else order[0]
    answer = taker.send(taker.fields() | {"order": order, "move": f"{way}:{moved}"})
    assert answer.status_code == 200
    after = [value for name, value in Page(answer.text).form("/answers").fields if name == "order"]
    assert after == [order[1], order[0], *order[2:]]
    assert kept(store) == before


@pytest.mark.parametrize("move", ["up:nobody", "sideways:a", "up", ":", "down:" + "z" * 500])
def test_a_move_that_means_nothing_changes_nothing(taker, move):
    taker.until(QuestionKind.ORDER)
    form = taker.look()[1].form("/answers")
    order = [value for name, value in form.fields if name == "order"]
    answer = taker.send(taker.fields() | {"order": order, "move": move})
    assert answer.status_code == 200
    assert [value for name, value in Page(answer.text).form("/answers").fields if name == "order"] == order


def test_an_order_made_with_buttons_is_marked_right(taker):
    """As somebody without script does it: one step at a time, each a page."""
    question = taker.until(QuestionKind.ORDER)
    wanted = [one.key for one in question.options]
    form = taker.look()[1].form("/answers")
    for place, key in enumerate(wanted):
        order = [value for name, value in form.fields if name == "order"]
        for _ in range(order.index(key) - place):
            order = [value for name, value in form.fields if name == "order"]
            answer = taker.send(taker.fields() | {"order": order, "move": f"up:{key}"})
            form = Page(answer.text).form("/answers")
    order = [value for name, value in form.fields if name == "order"]
    assert order == wanted
    answer = taker.send(taker.fields() | {"order": order}, hx=True)
    assert {attrs["data-mark"] for _tag, attrs in Page(answer.text).tags if "data-mark" in attrs} == {"right"}


def test_a_retake_asks_other_questions_and_is_begun_once(taker, store, hx):
    first = set()
    while taker.look()[1].has_form("/answers"):
        first.add(taker.question().id)
        taker.answer()
    data = {"attempt": taker.look()[1].form("/attempts").value("attempt")}
    for _ in range(2):
        answer = taker.visitor.post(f"{taker.path}/attempts", data, hx=hx)
        assert answer.status_code == (200 if hx else 303)
    assert taker.fields()["attempt"] == "2"
    second = set()
    while taker.look()[1].has_form("/answers"):
        second.add(taker.question().id)
        taker.answer()
    assert not first & second


def test_staff_are_shown_how_the_others_see_it(visitor, library):
    taker = Taker(visitor.as_teacher(), library, STAFF_QUIZ)
    taker.until(QuestionKind.JUDGE)
    answer = taker.answer(hx=True)
    assert any(address.startswith("/rules/acts/") for address in Page(answer.text).addresses)


@pytest.mark.parametrize(
    "query", ["?place=0&attempt=9", "?place=-1&attempt=1", "?place=99&attempt=1", "?place=x&attempt=y"]
)
def test_looking_back_at_what_is_not_there_never_breaks(taker, hx, query):
    taker.answer()
    assert taker.visitor.get(taker.path + query, hx=hx).status_code in {200, 404}


def test_nobody_looks_back_at_somebody_elses_answers(taker, visitor, town, library):
    taker.sit(well=False)
    other = Taker(visitor.as_pupil(town.classmate), library, QUIZ)
    answer = other.visitor.get(f"{other.path}?place=0&attempt=1")
    assert "data-mark" not in answer.text
    assert Page(answer.text).has_form("/answers"), "the own first question"
    assert other.visitor.get(f"{other.path}?place=0&attempt=2").status_code == 404


def test_an_address_that_outlived_its_answers_leads_to_what_waits(taker):
    fields = taker.fields()
    taker.sit()
    form = taker.look()[1].form("/attempts")
    taker.visitor.post(f"{taker.path}/attempts", {"attempt": form.value("attempt")})
    old = taker.visitor.get(f"{taker.path}?attempt={fields['attempt']}&place={fields['place']}")
    page = Page(old.text)
    assert 'id="reviewed"' not in old.text
    assert page.form("/answers").value("attempt") != fields["attempt"]
