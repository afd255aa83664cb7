from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.norms.model import Audience
from course.rulebooks.drafts.cleaning import cleaned
from course.rulebooks.drafts.taking_in import LONGEST_HEADING, taken_in
from course.rulebooks.intake.documents import clean
from course.rulebooks.intake.model import Unreadable


def articles(text):
    return [one for operation in taken_in(text) for one in operation.articles]


def words_of(text):
    return "".join(sign for sign in text if sign.isalnum())


def test_points_become_articles_with_number_heading_and_a_guess():
    found = articles("Afspraken voor leerlingen\n\n1. Vraag het eerst.\n2. Leg je telefoon weg.\n")
    assert [(one.number, one.words.nl) for one in found] == [
        ("1", "Vraag het eerst."),
        ("2", "Leg je telefoon weg."),
    ]
    assert {one.heading.nl for one in found} == {"Afspraken voor leerlingen"}
    assert {one.audience for one in found} == {(Audience.PUPIL,)}


def test_a_heading_with_nothing_under_it_is_an_article_for_its_words_are_not_lost():
    assert [one.words.nl for one in articles("Sociale media")] == ["Sociale media"]
    assert articles("") == []


def test_what_is_too_long_for_one_article_is_parted_between_words():
    found = articles("woord " * 2_000)
    assert len(found) > 1
    assert " ".join(one.words.nl for one in found).split() == ["woord"] * 2_000
    assert len(articles("x" * 9_000)) == 3


def test_a_heading_that_is_too_long_stays_in_the_text():
    heading = "REGELS " * 60
    found = articles(f"{heading}\n\nVraag het eerst.\n")
    assert len(heading) > LONGEST_HEADING
    assert words_of(heading) in words_of("".join(one.words.nl for one in found))


PIECES = st.sampled_from(
    [
        "1. ",
        "a) ",
        "- ",
        "•\t",
        "Artikel 3\n",
        "# Kop\n",
        "\n\n",
        "\n",
        "Mag dat? ",
        "Vraag het (zie 2.1). ",
        "_",
        "*",
        "\x0b",
    ]
)


@given(st.lists(PIECES | st.text(max_size=40), max_size=25).map("".join))
def test_any_text_that_can_be_read_comes_in_without_a_lost_word(text):
    try:
        read = clean(text)
    except Unreadable:
        return
    found = [one for operation in taken_in(read) for one in cleaned(operation).articles]
    kept = "".join(
        f"{one.heading.nl if one.heading else ''}{one.number}{one.words.nl}{one.original}" for one in found
    )
    assert all(word in words_of(kept) for word in map(words_of, read.split()) if word.isascii())
