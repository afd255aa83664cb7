from hypothesis import given
from hypothesis import strategies as st

from course.quiz.model import QuestionKind
from course.quiz.naming import name_of
from course.quiz.read import read_quiz
from tests.quiz.builders import BANK, FRONT, codes, quiz


def problems_of(body: str, front: str = FRONT) -> list[tuple[int, str]]:
    return codes(read_quiz(front + body, "quizzes/proef.md", "proef")[1])


GOOD = "\n{#goed}\n## Goed\n\n- [x] ja\n- [ ] nee\n  > Want nee.\n\n> Want ja.\n"


def test_a_sound_bank_has_no_problems_and_keeps_its_order():
    read, problems = read_quiz(BANK, "quizzes/proef.md", "proef")
    assert problems == ()
    assert list(read.questions) == ["wie", "welke", "mag", "volgorde", "stapels"]
    assert (read.id, read.title, read.module, read.draw, read.frameworks) == (
        "proef",
        "Proef",
        "proef",
        2,
        (),
    )


def test_check_boxes_tell_single_from_multiple():
    kinds = [one.kind for one in quiz().questions.values()]
    assert kinds == [
        QuestionKind.SINGLE,
        QuestionKind.MULTIPLE,
        QuestionKind.JUDGE,
        QuestionKind.ORDER,
        QuestionKind.SORT,
    ]


def test_words_may_be_in_another_language():
    (question,) = read_quiz(FRONT + GOOD.replace("] ja", "] een [like]{lang=en}"), "f", "proef")[
        0
    ].questions.values()
    assert question.options[0].html == 'een <span lang="en">like</span>'
    assert question.options[0].text == "een like"


def test_an_option_has_its_markup_its_words_its_reason_and_its_line():
    first, second, _ = quiz().questions["wie"].options
    assert (first.key, first.text, first.right, first.explanation) == (
        name_of("Sem"),
        "Sem",
        False,
        "<p>Ook Aya staat erop.</p>",
    )
    assert (second.html, second.text, second.right) == ("Sem én <strong>Aya</strong>", "Sem én Aya", True)
    lines = BANK.splitlines()
    assert lines[first.line - 1] == "- [ ] Sem"
    assert lines[second.line - 1] == "- [x] Sem én **Aya**"


def test_the_line_of_a_question_is_that_of_its_heading():
    for question in quiz().questions.values():
        assert BANK.splitlines()[question.line - 1].startswith("## ")


def test_a_title_is_plain_words_and_the_closing_quote_is_the_explanation():
    question = quiz().questions["wie"]
    assert question.title == "Wie beslist?"
    assert question.html == "<p>Sem en Aya staan op de foto.</p>"
    assert question.explanation == "<p>Wie je herkent, beslist mee.</p>"


def test_a_question_tests_the_acts_it_names_judges_and_sorts():
    questions = quiz().questions
    assert questions["wie"].acts == ("ask",)
    assert questions["wie"].articles == ("streng:A.1",)
    assert (questions["mag"].act, questions["mag"].acts) == ("post", ("post",))
    assert questions["stapels"].acts == ("ask", "post", "share", "hush")
    assert [one.text for one in questions["stapels"].options] == ["vragen", "plaatsen", "delen", "zwijgen"]


def test_steps_of_an_order_question_stand_in_the_right_order():
    assert [one.text for one in quiz().questions["volgorde"].options] == ["stop", "bewaar", "vertel"]


def test_a_quote_in_the_middle_belongs_to_the_text():
    body = "\n{#q kind=judge act=post}\n## Q\n\n> Hoi!\n\nstaat er. Mag dat?\n\n> Nee.\n"
    question = quiz(FRONT + body).questions["q"]
    assert "<blockquote>" in question.html
    assert question.explanation == "<p>Nee.</p>"


def test_a_list_in_a_judge_question_stays_where_it_stands():
    body = "\n{#q kind=judge act=post}\n## Q\n\nDit:\n\n- een\n- twee\n\nMag dat?\n\n> Nee.\n"
    html = quiz(FRONT + body).questions["q"].html
    assert html.index("<li>een") < html.index("Mag dat?")


def test_raw_html_and_script_links_are_shown_as_text():
    body = GOOD.replace("## Goed\n", "## Goed\n\n<script>x</script> [klik](javascript:x)\n")
    html = quiz(FRONT + body).questions["goed"].html
    assert "<script>" not in html
    assert "href" not in html


def test_a_picture_without_words_is_an_error_and_with_words_is_kept():
    body = GOOD.replace("## Goed\n", "## Goed\n\n![Een hond](pictures/a.svg) ![ ](pictures/b.svg)\n")
    read, problems = read_quiz(FRONT + body, "quizzes/proef.md", "proef")
    assert read.questions["goed"].pictures == ("pictures/a.svg", "pictures/b.svg")
    assert codes(problems) == [(10, "picture-without-text")]


def test_every_problem_comes_at_once_each_at_its_line():
    body = """
{#een kind=juge act=post}
## Een

> Want.

## Twee

- [x] ja
- nee

> Want.

{#drie colour=red}
## Drie

- een
- twee

{#vier kind=sort}
## Vier

- iets

> Want.

{#vijf acts=a b.c}
## Vijf

> Want.

{#zes kind=judge}
"""
    assert problems_of(body) == [
        (8, "unknown-kind"),
        (12, "missing-id"),
        (15, "option-without-box"),
        (20, "no-kind"),
        (20, "unknown-attribute"),
        (28, "item-without-act"),
        (32, "broken-attributes"),
        (33, "no-kind"),
        (37, "attributes-without-question"),
    ]


def test_a_mistyped_kind_is_answered_with_the_nearest():
    problems = read_quiz(FRONT + "{#q kind=juge act=a}\n## Q\n", "f", "q")[1]
    assert "Did you mean judge?" in problems[0].remedy


def test_the_second_question_with_an_id_is_named_with_the_line_of_the_first():
    read, problems = read_quiz(FRONT + GOOD + GOOD, "f", "q")
    assert codes(problems) == [(17, "duplicate-question")]
    assert "line 8" in problems[0].message
    assert len(read.questions) == 1


def test_front_matter_mistakes_have_the_line_of_the_field():
    front = "---\ntitle: Proef\nmodul: proef\ndraw: veel\nframeworks: slo\n---\n"
    assert problems_of(GOOD, front) == [
        (1, "missing-key"),
        (3, "unknown-key"),
        (4, "bad-value"),
        (5, "bad-value"),
    ]


def test_front_matter_that_is_no_yaml_tells_where():
    assert (3, "front-matter-syntax") in problems_of(GOOD, "---\ntitle: [Proef\nmodule: proef: x\n---\n")


def test_a_file_without_front_matter_or_questions_is_no_quiz():
    assert read_quiz("", "f", "q")[0] is None
    assert codes(read_quiz("", "f", "q")[1]) == [(1, "missing-front-matter"), (1, "no-questions")]
    assert read_quiz(FRONT, "f", "q")[0] is None
    assert read_quiz(GOOD, "f", "q")[0] is None


def test_text_above_the_first_question_is_told_of_but_a_title_is_not():
    assert problems_of("\n# Proef\n\nHallo.\n" + GOOD) == [(9, "text-outside-question")]


def test_other_line_ends_make_no_other_edition_and_other_words_do():
    assert quiz(BANK).edition == quiz(BANK.replace("\n", "\r\n")).edition
    assert quiz(BANK).edition != quiz(BANK.replace("stop", "stopt")).edition


PIECES = st.sampled_from(
    [
        *BANK.splitlines(),
        "---",
        "{#",
        "{#a}",
        "{kind=sort}",
        "{#a kind=sort}",
        "{#a kind=order}",
        "## ",
        "- [x]",
        "- [ ] {act=}",
        "- x {act=a}",
        "-",
        "1.",
        ">",
        "  >",
        "- > x",
        "- - [x] y",
        "title: !!python/x",
        "title: [",
        "? {a: b}",
        "draw: 2024-99-99",
        "&a [*a]",
        "```",
        "",
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=25))
def test_no_text_makes_the_reader_fall_over(lines: list[str]):
    text = "\n".join(lines)
    for whole in (text, FRONT + text, f"---\n{text}\n---\n{GOOD}"):
        read, problems = read_quiz(whole, "f", "q")
        assert read or problems
        assert all(1 <= one.line <= whole.count("\n") + whole.count("\r") + 3 for one in problems)
        assert all(one.message and one.remedy for one in problems)
