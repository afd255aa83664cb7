from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.errors import Invalid
from course.norms.model import Verdict
from course.quiz.mark import is_mastered, mark, needed_of
from tests.quiz.builders import at, lettered, quiz

QUESTIONS = {name: lettered(one) for name, one in quiz().questions.items()}


def marked(name, answer, school="streng"):
    return mark(QUESTIONS[name], answer, at(school))


def refused(name, answer, school="streng") -> str:
    with pytest.raises(Invalid) as caught:
        marked(name, answer, school)
    return caught.value.fields["answer"]


@pytest.mark.parametrize("answer", ["b", ["b"], ("b", "b")])
def test_a_single_question_takes_its_one_right_option(answer):
    result = marked("wie", answer)
    assert (result.right, result.given, result.expected) == (True, ("b",), ("b",))


def test_a_wrong_option_is_shown_beside_the_right_one():
    result = marked("wie", "a")
    assert not result.right
    assert [(one.given, one.expected, one.right) for one in result.options] == [
        ("x", "", False),
        ("", "x", False),
        ("", "", True),
    ]


def test_a_multiple_question_wants_exactly_the_right_ones():
    assert marked("welke", ["b", "a"]).right
    assert not marked("welke", ["a"]).right
    assert not marked("welke", ["a", "b", "c"]).right
    assert marked("welke", ["b", "a"]).given == ("a", "b")


def test_the_same_answer_is_right_at_one_school_and_wrong_at_another():
    assert marked("mag", "not", "streng").right
    assert not marked("mag", "not", "stil").right
    assert marked("mag", "may", "stil").right


def test_a_judged_answer_brings_the_judgement_with_its_article():
    result = marked("mag", "open")
    assert (result.given, result.expected) == (("open",), ("not",))
    assert [one.id for one in result.judgement.articles] == ["A.1"]


def test_where_nothing_is_said_asking_first_is_right_too_and_nothing_else():
    question = replace(QUESTIONS["mag"], act="share")
    marks = {one: mark(question, one, at("stil")) for one in Verdict}
    assert {one for one, said in marks.items() if said.right} == {Verdict.OPEN, Verdict.ASK_FIRST}
    assert {said.expected for said in marks.values()} == {("open", "ask-first")}
    assert {one for one, said in marks.items() if said.asked_in_doubt} == {Verdict.ASK_FIRST}


def test_asking_first_is_no_doubt_where_the_protocol_asks_for_it():
    question = replace(QUESTIONS["mag"], act="share")
    assert not mark(question, "open", at("streng")).right
    asked = mark(question, "ask-first", at("streng"))
    assert (asked.right, asked.expected, asked.asked_in_doubt) == (True, ("ask-first",), False)


def test_what_is_required_may_be_done_and_what_is_advised_against_may_not():
    required, discouraged = (replace(QUESTIONS["mag"], act=act) for act in ("ask", "hush"))
    assert {one for one in Verdict if mark(required, one, at("streng")).right} == {Verdict.MUST, Verdict.MAY}
    told = {one for one in Verdict if mark(discouraged, one, at("streng")).right}
    assert told == {Verdict.RATHER_NOT, Verdict.NOT}


def test_an_answer_that_was_kept_while_there_were_four_verdicts_stays_as_right_as_it_was():
    assert marked("mag", "not-fine", "streng").right
    assert not marked("mag", "fine", "streng").right
    assert marked("stapels", {"a": "fine", "b": "not-fine", "c": "ask-first", "d": "not-fine"}).right


def test_an_order_is_right_only_as_a_whole_and_tells_each_place():
    assert marked("volgorde", ["a", "b", "c"]).right
    result = marked("volgorde", ["a", "c", "b"])
    assert not result.right
    assert [(one.given, one.expected, one.right) for one in result.options] == [
        ("1", "1", True),
        ("3", "2", False),
        ("2", "3", False),
    ]


SORTED = {"a": "may", "b": "not", "c": "ask-first", "d": "not"}


def test_sorting_follows_the_school_and_judges_each_item():
    result = marked("stapels", SORTED)
    assert result.right
    verdicts = [Verdict.MUST, Verdict.NOT, Verdict.ASK_FIRST, Verdict.RATHER_NOT]
    assert [one.judgement.verdict for one in result.options] == verdicts
    result = marked("stapels", SORTED | {"a": "ask-first"})
    assert [one.right for one in result.options] == [False, True, True, True]
    assert result.given[0] == "a=ask-first"
    assert result.expected[0] == "a=may"


def test_sorting_asks_nothing_of_what_is_open():
    assert marked("stapels", {"b": "may"}, "stil").right
    assert refused("stapels", SORTED, "stil") == "answer-unknown"


@pytest.mark.parametrize(
    ("name", "answer", "why"),
    [
        ("wie", None, "answer-missing"),
        ("wie", "", "answer-missing"),
        ("wie", [], "answer-missing"),
        ("wie", ["a", "b"], "answer-one-only"),
        ("wie", "z", "answer-unknown"),
        ("wie", {"a": "x"}, "answer-unknown"),
        ("welke", [""], "answer-missing"),
        ("welke", ["a", "z"], "answer-unknown"),
        ("mag", "", "answer-missing"),
        ("mag", "maybe", "answer-unknown"),
        ("mag", ["may", "open"], "answer-one-only"),
        ("volgorde", ["a", "b"], "answer-incomplete"),
        ("volgorde", ["a", "a", "b"], "answer-incomplete"),
        ("volgorde", ["a", "b", "c", "c"], "answer-incomplete"),
        ("volgorde", ["a", "b", "d"], "answer-unknown"),
        ("stapels", {}, "answer-missing"),
        ("stapels", ["a"], "answer-unknown"),
        ("stapels", {"a": "may"}, "answer-incomplete"),
        ("stapels", SORTED | {"a": "open"}, "answer-unknown"),
        ("stapels", SORTED | {"a": ""}, "answer-incomplete"),
        ("stapels", SORTED | {"z": "may"}, "answer-unknown"),
    ],
)
def test_what_can_not_be_read_is_refused_and_never_marked(name, answer, why):
    assert refused(name, answer) == why


NAMES = st.sampled_from(["a", "b", "c", "d", "e", "may", "not", "open", "ask-first", "", "x"]) | st.text()
ANSWERS = st.none() | NAMES | st.lists(NAMES, max_size=5) | st.dictionaries(NAMES, NAMES, max_size=5)


@given(st.sampled_from(sorted(QUESTIONS)), ANSWERS, st.sampled_from(["streng", "stil"]))
def test_any_answer_is_marked_or_refused(name, answer, school):
    try:
        result = marked(name, answer, school)
    except Invalid as error:
        known = {"answer-missing", "answer-unknown", "answer-one-only", "answer-incomplete"}
        assert set(error.fields.values()) <= known  # noqa: PT017 - most answers are marked, not refused
    else:
        judged = result.judgement is not None
        assert result.right == (
            result.given[0] in result.expected if judged else result.given == result.expected
        )


@pytest.mark.parametrize(
    ("right", "total", "passed"),
    [
        (4, 5, True),
        (3, 5, False),
        (8, 10, True),
        (5, 7, False),
        (6, 7, True),
        (7, 8, True),
        (6, 8, False),
        (0, 0, False),
    ],
)
def test_exactly_four_fifths_pass(right, total, passed):
    assert is_mastered(right, total) is passed


@pytest.mark.parametrize(("total", "needed"), [(1, 1), (5, 4), (7, 6), (8, 7), (10, 8), (0, 0)])
def test_the_fewest_right_answers_that_pass_are_told(total, needed):
    assert needed_of(total) == needed
    assert is_mastered(needed, total) is (total > 0)
    assert not is_mastered(needed - 1, total)
