from dataclasses import replace

import pytest

from course.norms.model import Audience
from course.quiz.audit import audit_quiz
from course.reading.findings import Severity
from tests.quiz.builders import BANK, FRONT, codes, norms, quiz


def audit(text: str, pictures=(), audience=None):
    return audit_quiz(quiz(text), norms(), pictures, audience)


def of(body: str, **more):
    return [code for _, code in codes(audit(FRONT.replace("draw: 2", "draw: 1") + body, **more))]


def choice(*options: str, name: str = "q", closing: str = "> Want.", more: str = "") -> str:
    items = "\n".join(options)
    return f"\n{{#{name}{more}}}\n## Vraag\n\n{items}\n\n{closing}\n"


RIGHT, WRONG = "- [x] een lang antwoord", "- [ ] een ander lang antwoord\n  > Nee, want."
FEW = ["few-questions"]


def test_a_sound_bank_is_only_told_that_one_school_sorts_too_little():
    problems = audit(BANK)
    assert [one.code for one in problems] == ["thin-sort"]
    assert "stil" in problems[0].message
    assert problems[0].severity is Severity.WARNING


def test_two_questions_are_enough_for_a_draw_of_one():
    assert of(choice(RIGHT, WRONG) + choice(RIGHT, WRONG, name="r")) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (choice(RIGHT), "too-few-options"),
        (choice(WRONG, WRONG.replace("ander", "heel ander")), "no-right-option"),
        (choice(RIGHT, RIGHT + "!", "- [x] nog een"), "all-options-right"),
        (choice(RIGHT, RIGHT + "!", WRONG, more=" kind=single"), "two-right-options"),
        (choice(RIGHT, WRONG, closing=""), "no-explanation"),
        (choice(RIGHT, "- [ ] een ander lang antwoord"), "no-option-explanation"),
        (choice(RIGHT, WRONG, WRONG), "twin-options"),
        (choice(RIGHT, WRONG, more=" acts=aks"), "unknown-act"),
        (choice(RIGHT, WRONG, closing="> Zie [hier](https://elders.example)."), "external-link"),
        (choice(RIGHT, WRONG, closing="> Zie <HTTPS://elders.example>."), "external-link"),
        (choice(RIGHT + " [x](//elders.example)", WRONG), "external-link"),
        (choice(RIGHT, WRONG + " [x](mailto:a@elders.example)"), "external-link"),
        (choice(RIGHT, WRONG, more=' articles="strng:A.1"'), "unknown-protocol"),
        (choice(RIGHT, WRONG, more=' articles="streng:A.9"'), "unknown-article"),
        (choice(RIGHT, WRONG, closing="> ![Een hond](pictures/hond.svg)"), "missing-picture"),
        ("\n{#q kind=judge act=pots}\n## Q\n\n> Want.\n", "unknown-act"),
        ("\n{#q kind=order}\n## Q\n\n1. een\n2. twee\n\n> Want.\n", "too-few-options"),
    ],
)
def test_each_mistake_has_its_code(body, code):
    assert code in of(body)


def test_a_protocol_that_a_board_took_out_stops_nothing():
    bank = FRONT.replace("draw: 2", "draw: 1") + choice(RIGHT, WRONG, more=' articles="elders:A.1"')
    told = [one.severity for one in audit(bank) if one.code == "unknown-protocol"]
    assert told == [Severity.HINT]


def test_where_nothing_is_marked_right_no_option_is_asked_to_be_explained():
    plain = ["- [ ] een lang antwoord", "- [ ] een ander lang antwoord"]
    assert of(choice(*plain) + choice(RIGHT, WRONG, name="r")) == ["no-right-option"]


def test_an_unknown_act_in_a_sort_question_has_the_line_of_its_item_and_the_nearest_name():
    text = BANK.replace("{act=hush}", "{act=hus}")
    problem = next(one for one in audit(text) if one.code == "unknown-act")
    assert text.splitlines()[problem.line - 1] == "- zwijgen {act=hus}"
    assert "Did you mean hush?" in problem.remedy


def test_a_picture_that_is_there_is_no_problem():
    body = choice(RIGHT, WRONG, closing="> ![Een hond](pictures/hond.svg)")
    assert of(body, pictures={"pictures/hond.svg"}) == FEW


def test_a_staff_quiz_does_not_ask_what_only_pupils_do():
    codes_for_staff = [one.code for one in audit(BANK, audience=Audience.TEACHER)]
    assert codes_for_staff.count("act-of-others") == 5
    assert "act-of-others" not in [one.code for one in audit(BANK, audience=Audience.PUPIL)]


def test_what_the_acts_file_has_wrong_is_not_told_again_of_the_quiz():
    known = norms()
    for acts in ({}, {name: replace(act, actors=()) for name, act in known.acts.items()}):
        found = audit_quiz(quiz(), replace(known, acts=acts), (), Audience.TEACHER)
        assert {one.code for one in found} <= {"thin-sort"}


def test_a_bank_smaller_than_two_draws_is_warned_of_and_smaller_than_one_refused():
    body = choice(RIGHT, WRONG)
    assert of(body) == FEW
    assert [one.code for one in audit(FRONT + body)] == ["draw-too-many"]


def test_the_longest_option_being_right_is_told_only_above_chance():
    tell = [choice("- [x] veruit het langste", "- [ ] kort\n  > Nee.", name=f"t{n}") for n in range(4)]
    keep = [choice("- [x] kort", "- [ ] veruit het langste\n  > Nee.", name=f"k{n}") for n in range(4)]
    assert of("".join(tell)) == ["longest-is-right"]
    assert of("".join(tell + keep)) == []
