"""Staff confirm the rules on a page, a change asks for that alone, and a director sees who has not yet."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from tests.rulebooks.rules import a_text, an_act, an_article, published, stance

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

PAGE = "/rules/confirmed/"
FORBIDDEN = {an_act(): stance("forbidden", "a")}


def confirm(who: Visitor, version: int, *, hx: bool = False) -> int:
    return who.post(PAGE, {"version": str(version)}, hx=hx).status_code


def test_nothing_is_asked_while_no_version_is_published(visitor: Visitor, town: Town) -> None:
    assert "nog niets te bevestigen" in visitor.as_teacher().page(PAGE).words
    assert "nog niets te bevestigen" in visitor.as_director().page(f"{PAGE}team").words
    assert PAGE not in visitor.as_teacher().get("/learn/").text


def test_a_teacher_is_asked_on_the_own_first_page_until_it_is_confirmed(
    visitor: Visitor, town: Town, store: Store
) -> None:
    version = published(store, town.ours)
    teacher = visitor.as_teacher()
    assert PAGE in teacher.get("/learn/").text
    assert "De Eik, versie 1" in teacher.page(PAGE).words
    assert confirm(teacher, version.id) == 303
    words = teacher.page(PAGE).words
    assert "Je bevestigde dit op 20 november 2026" in words
    assert f'name="version" value="{version.id}"' not in teacher.get(PAGE).text
    assert PAGE not in teacher.get("/learn/").text


def test_with_htmx_the_page_is_gone_to_as_well(visitor: Visitor, town: Town, store: Store) -> None:
    version = published(store, town.ours)
    assert confirm(visitor.as_teacher(), version.id, hx=True) == 204


def test_a_change_asks_for_what_changed_with_old_beside_new_and_where_it_comes_back(
    visitor: Visitor, town: Town, store: Store
) -> None:
    first = published(store, town.ours)
    teacher = visitor.as_teacher()
    confirm(teacher, first.id)
    articles = {"a": an_article("Dat doen we niet."), "b": an_article("Deel geen foto’s van anderen.")}
    second = published(store, town.ours, text=a_text(articles=articles, stances=FORBIDDEN))
    page = teacher.page(PAGE)
    assert "Alleen wat sindsdien veranderde" in page.words
    assert "Dat doen we niet." in page.words
    assert "Vraag het eerst aan je leraar." in page.words
    assert "mag niet" in page.words
    assert "/learn/lessons/mag-deze-foto" in page.addresses
    assert confirm(teacher, first.id) == 409
    assert confirm(teacher, second.id) == 303
    assert "De Eik, versie 1" in teacher.page(PAGE).words


def test_a_director_sees_who_has_not_yet_and_is_led_there(visitor: Visitor, town: Town, store: Store) -> None:
    version = published(store, town.ours)
    director = visitor.as_director()
    assert "/rules/confirmed/team" in director.get("/director/").text
    assert "nog niet" in director.page("/rules/confirmed/team").words
    visitor.as_teacher()
    confirm(visitor, version.id)
    words = visitor.as_director().page("/rules/confirmed/team").words
    assert "20 november 2026" in words


def test_each_lesson_and_quiz_on_what_changed_is_named_once_with_its_scenes(
    visitor: Visitor, town: Town, store: Store
) -> None:
    first = published(store, town.ours)
    teacher = visitor.as_teacher()
    confirm(teacher, first.id)
    published(store, town.ours, text=a_text(stances=FORBIDDEN))
    page = teacher.page(PAGE)
    places = [one for one in page.addresses if one.startswith(("/learn/lessons/", "/learn/quizzes/"))]
    assert len(places) == len(set(places)) > 1
    assert "vragen uit de quiz" in page.words
    assert "Mag deze foto? · " in page.words
    for address in places:
        assert teacher.get(address).status_code == 200, address


def test_what_changed_is_shown_where_it_stands_in_the_story_and_with_the_questions_on_it(
    visitor: Visitor, town: Town, store: Store
) -> None:
    first = published(store, town.ours)
    teacher = visitor.as_teacher()
    confirm(teacher, first.id)
    published(store, town.ours, text=a_text(stances=FORBIDDEN))
    scenes = re.findall(r'href="(/modules/[^"#]+)[^"]*">([^<]+)</a>', teacher.get(PAGE).text)
    assert len(scenes) > 1
    assert "Met wat nu goed is" in teacher.page(PAGE).words
    for address, title in scenes:
        assert unescape(title) in teacher.page(unescape(address)).words, address
