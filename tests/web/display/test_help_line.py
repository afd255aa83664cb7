"""Wherever a page says whom to turn to, a line of help stands with its hours: one, and all on the contact page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Audience, Verdict

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor
    from tests.web.page import Page

CHILDREN = "De Kindertelefoon: 0800-0432, elke dag van 11.00 tot 21.00 uur."
STAFF = "Adviespunt School & Veiligheid: schoolenveiligheid.nl."
LESSON, WAY = "mag-deze-foto", ("de-remix", "voor-ons-alleen", "meedoen")
STAFF_LESSON, STAFF_WAY = (
    "leerlingen-als-vriend",
    ("weigeren", "team", "portaal", "vragen", "de-deur-staat-open"),
)


def told(page: Page) -> str:
    """The words as a reader sees them: what stands in another font is not a space apart."""
    return page.words.replace(" :", ":").replace(" ,", ",")


def test_an_ending_shows_one_line_that_fits_the_reader(visitor: Visitor) -> None:
    visitor.as_pupil().walk(LESSON, *WAY)
    words = told(visitor.page(f"/learn/lessons/{LESSON}"))
    assert CHILDREN in words
    assert STAFF not in words
    visitor.as_teacher().walk(STAFF_LESSON, *STAFF_WAY)
    words = told(visitor.page(f"/learn/lessons/{STAFF_LESSON}"))
    assert STAFF in words
    assert CHILDREN not in words


def test_a_child_finds_somebody_to_talk_to_on_every_page_that_goes_wrong(visitor: Visitor) -> None:
    number, hours = "tel:08000432", "elke dag van 11.00 tot 21.00 uur"
    for child in (visitor.get("/nergens"), visitor.as_pupil().get("/learn/lessons/geen-les")):
        assert child.status_code == 404
        assert number in child.text
        assert hours in child.text
    assert number not in visitor.as_teacher().get("/learn/lessons/geen-les").text


def test_the_page_on_which_one_can_report_says_at_once_where_help_is(visitor: Visitor) -> None:
    assert CHILDREN in told(visitor.page("/feedback/"))
    assert CHILDREN in told(visitor.as_pupil().page("/feedback/"))
    assert STAFF in told(visitor.as_director().page("/feedback/"))


def test_the_contact_page_has_every_line_with_its_hours(visitor: Visitor, library: Library) -> None:
    words = told(visitor.page("/contact"))
    for line in library.norms.help.values():
        assert line.name in words
        if line.hours:
            assert f"Open: {line.hours.nl}." in words


def test_the_doubt_line_of_a_verdict_card_says_where_help_is_and_when(visitor: Visitor) -> None:
    from flask import render_template_string

    from course.norms.judge import judge
    from web.http.identity import the_library

    with visitor.client.application.test_request_context():
        norms = the_library().norms
        for audience, wanted in ((Audience.PUPIL, CHILDREN), (Audience.TEACHER, STAFF)):
            judgement = next(
                one
                for act in norms.acts
                if (one := judge(norms, "kom-leren", act, audience)).verdict is Verdict.OPEN
            )
            html = render_template_string(
                "{% import '_story/_verdict.html' as verdict %}{{ verdict.card(judgement, for_pupil) }}",
                judgement=judgement,
                for_pupil=audience is Audience.PUPIL,
            )
            assert html.count("short-help") == 1
            assert wanted.partition(":")[0].replace("&", "&amp;") in html


CAREFUL, SAD_WAY = "de-regenbroek", ("wissen", "briefje", "beloofd", "betalen")
LEAVE = "Weg hier"


def test_a_lesson_that_names_help_has_a_way_out_at_every_scene_and_its_lines_at_the_end(
    visitor: Visitor, library: Library
) -> None:
    visitor.as_new_pupil("12")
    place = f"/learn/lessons/{CAREFUL}"
    lines = [library.norms.help[one].name for one in library.lesson(CAREFUL).help]
    for choice in SAD_WAY:
        page = visitor.page(place)
        assert LEAVE in page.words
        assert lines[0] not in page.words
        visitor.walk(CAREFUL, choice)
    ended = visitor.page(place)
    assert LEAVE in ended.words
    assert all(name in ended.words for name in lines)
    assert "/talk" in ended.addresses
    assert CHILDREN not in told(ended)


def test_every_lesson_that_names_help_begins_with_the_way_out(visitor: Visitor, library: Library) -> None:
    visitor.as_new_pupil("12")
    careful = [one for one in library.curriculum.modules["rond"].lessons if library.lesson(one).help]
    assert len(careful) == 2
    assert all(LEAVE in visitor.page(f"/learn/lessons/{one}").words for one in careful)


def test_a_pupil_of_klas_two_is_offered_what_is_for_klas_two_alone(visitor: Visitor) -> None:
    home = visitor.as_new_pupil("12").page("/learn/")
    assert "Rond" in home.words
    assert "Mag deze foto?" not in home.words
    assert f"/learn/lessons/{LESSON}" not in home.addresses


def test_who_tries_such_a_lesson_sees_the_same(visitor: Visitor, library: Library) -> None:
    place = f"/modules/rond/lessons/{CAREFUL}"
    visitor.as_teacher()
    assert LEAVE in visitor.page(place).words
    ended = visitor.page(f"{place}?way={'.'.join(SAD_WAY)}").words
    assert library.norms.help["helpwanted"].name in ended
    assert LEAVE in ended


def test_no_other_lesson_has_the_button(visitor: Visitor) -> None:
    assert LEAVE not in visitor.as_pupil().page(f"/learn/lessons/{LESSON}").words
