"""What lessons and quizzes share of Markdown: source lines, words, anchors, and HTML that can do no harm."""

from __future__ import annotations

import pytest

from course.quiz.markdown import QUIZ
from course.reading.markdown import anchor, first_line, inline_of, line_of, pictures, text_of, words
from course.scenario.markdown import LESSON


@pytest.mark.parametrize("dialect", [LESSON, QUIZ], ids=["lesson", "quiz"])
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "[x](javascript:alert(1))",
        "![x](data:text/html,y)",
    ],
)
def test_no_text_of_an_author_becomes_code(dialect, text):
    html = dialect.block_html(dialect.blocks(text))
    assert not any(part in html for part in ("<script", "<b ", 'href="javascript', 'src="data:text'))


@pytest.mark.parametrize("dialect", [LESSON, QUIZ], ids=["lesson", "quiz"])
def test_a_block_and_a_break_inside_it_are_known_by_their_lines(dialect):
    first, second = dialect.blocks("Een\n\nTwee\ndrie ![x](x.svg)\\\nvier [y](#z)\n")
    assert (first_line(first), first_line(second)) == (1, 3)
    inline = inline_of(second)
    places = {child.type: line_of(inline, place) for place, child in enumerate(inline.children)}
    assert (places["softbreak"], places["image"], places["hardbreak"], places["link_open"]) == (3, 4, 4, 5)


def test_words_are_what_is_left_without_markup_and_pictures():
    (block,) = QUIZ.blocks("Een **vette** `regel`\nen ![een boom](b.svg) meer")
    assert words(inline_of(block).children) == "Een vette regel en meer"
    assert text_of(block) == "Een vette regel en een boom meer"
    assert pictures(block) == [("b.svg", "een boom")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("De deur staat open", "de-deur-staat-open"),
        ("Wie is er bij?!", "wie-is-er-bij"),
        ("  Café é  ", "café-é"),
        ("a_b - c", "a_b---c"),
        ("“Ja”, zei ze", "ja-zei-ze"),
        ("!?", ""),
    ],
)
def test_an_anchor_is_what_git_hosts_make_of_a_heading(title, name):
    assert anchor(title) == name


def test_a_lesson_shows_the_words_of_a_link_and_a_quiz_the_link():
    text = "Kijk [hier](#scene)"
    assert LESSON.block_html(LESSON.blocks(text)) == "<p>Kijk hier</p>"
    assert 'href="#scene"' in QUIZ.block_html(QUIZ.blocks(text))


def test_an_attribute_line_leaves_no_trace():
    assert QUIZ.block_html(QUIZ.blocks("{#een kind=single}\n## Een?\n")) == "<h2>Een?</h2>"
