"""A teacher opens the lesson, sees who is where, and hands out new pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.classroom.sign_in import sign_in_pupil
from course.errors import Invalid
from tests import builders
from tests.web.conftest import Visitor
from tests.web.term import MODULE, a_term, stands

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Clock
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]

DRAWN = re.compile(r"pictures/(\w+)\.svg")


@pytest.fixture
def teacher(visitor: Visitor) -> Visitor:
    return visitor.as_teacher()


def at(town: Town, page: str = "") -> str:
    return f"/teacher/groups/{town.our_group.id}{page}"


def test_the_own_groups_are_shown_and_no_others(teacher: Visitor, town: Town) -> None:
    words = teacher.page("/teacher/").words
    assert town.our_group.name in words
    assert town.next_group.name not in words


def test_a_small_own_group_has_its_number_too(teacher: Visitor) -> None:
    assert "0 van 2 klaar" in teacher.page("/teacher/").words


def test_a_teacher_without_groups_is_told_what_to_do(visitor: Visitor, store: Store, town: Town) -> None:
    newcomer = builders.a_teacher(store, school=town.ours)
    page = visitor.as_staff(newcomer).page("/teacher/")
    assert "/learn/" in page.addresses


def test_opening_the_lesson_leads_to_the_code_and_opening_twice_keeps_it(
    teacher: Visitor, town: Town, hx: bool
) -> None:
    for _ in range(2):
        answer = teacher.post(at(town, "/session"), hx=hx)
        assert answer.status_code == (204 if hx else 303)
        assert answer.headers["HX-Redirect" if hx else "Location"] == at(town, "/session")
    code = town.open_session().code
    page = teacher.get(at(town, "/session")).text
    assert f"{code[:3]}-{code[3:]}" in page
    assert "<path" in page
    assert "localhost" in page


def test_a_pupil_who_types_the_code_as_it_is_shown_comes_to_the_names(
    teacher: Visitor, town: Town, app: Flask
) -> None:
    teacher.post(at(town, "/session"))
    code = town.open_session().code
    answer = app.test_client().post("/sign-in/code", data={"code": f"{code[:3]}-{code[3:]}"})
    assert answer.headers["Location"] == "/sign-in/class"


def test_the_board_shows_who_is_in_and_who_not_yet(
    teacher: Visitor, town: Town, store: Store, hx: bool
) -> None:
    code = town.open_session().code
    sign_in_pupil(store, code, town.pupil, builders.PICTURES, builders.NOW)
    text = teacher.get(at(town, "/session"), hx=hx).text
    assert ("<html" in text) is not hx
    assert 'value="1" max="2"' in text
    assert "Bram" in text
    assert "Aya" not in text
    assert "<h1" not in text or not hx


def test_the_polled_fragments_have_no_heading_that_would_pull_the_focus(
    teacher: Visitor, town: Town, store: Store
) -> None:
    stands(store, town.pupil, stuck=True)
    town.open_session()
    for page in ("", "/session"):
        fragment = teacher.get(at(town, page), hx=True).text
        assert 'hx-trigger="every' in fragment
        assert not re.search(r"<h[12]|data-focus", fragment)


def test_the_lesson_can_be_kept_open_longer(teacher: Visitor, town: Town, hx: bool) -> None:
    before = town.open_session().expires_at
    assert teacher.post(at(town, "/session/longer"), hx=hx).status_code == (204 if hx else 303)
    assert town.open_session().expires_at > before


def test_a_lesson_that_can_be_kept_open_no_longer_says_so(teacher: Visitor, town: Town) -> None:
    town.open_session()
    for _ in range(13):
        answer = teacher.post(at(town, "/session/longer"))
    assert answer.status_code == 303
    assert "Langer dan een schooldag kan niet." in teacher.page(at(town, "/session")).words


def test_a_lesson_that_ended_meanwhile_is_told_and_can_be_opened_again(teacher: Visitor, town: Town) -> None:
    answer = teacher.post(at(town, "/session/longer"), follow_redirects=True)
    assert answer.status_code == 200
    assert 'role="status"' in answer.text
    assert f'action="{at(town, "/session")}"' in answer.text


def test_closing_the_lesson_shuts_the_door_and_closing_twice_is_fine(
    teacher: Visitor, town: Town, app: Flask
) -> None:
    code = town.open_session().code
    for _ in range(2):
        assert teacher.post(at(town, "/session/close")).status_code == 303
    assert app.test_client().post("/sign-in/code", data={"code": code}).status_code == 422
    assert code[:3] not in teacher.page(at(town)).words


def test_who_is_stuck_is_noticed_first(teacher: Visitor, town: Town, store: Store) -> None:
    stands(store, town.pupil, stuck=True)
    stands(store, town.classmate, done=True)
    page = teacher.page(at(town))
    notice, table = page.words.index("Aya"), page.words.index("Bram")
    assert notice < table
    told = [tag["data-status"] for _name, tag in page.tags if "data-status" in tag]
    assert [one for one in told if one != "not-begun"][-2:] == ["stuck", "done"]


@pytest.mark.parametrize(
    ("sort", "first", "column"),
    [
        ("", "Aya", "sort-name"),
        (MODULE, "Bram", f"sort-{MODULE}"),
        ("seen", "Bram", "sort-seen"),
        ("'; --", "Aya", "sort-name"),
    ],
)
def test_the_names_can_be_sorted_by_any_column(
    teacher: Visitor, town: Town, store: Store, sort: str, first: str, column: str
) -> None:
    stands(store, town.classmate, stuck=True)
    text = teacher.get(at(town), query_string={"sort": sort}).text
    names = re.findall(r'<tr><th scope="row">(\w+)', text)
    assert names[0] == first
    assert re.search(rf'aria-sort="\w+">\s*<a class="inline-target" id="{column}"', text)


def test_new_pictures_are_shown_to_who_drew_them_and_the_old_ones_stop_working(
    teacher: Visitor, town: Town, store: Store, hx: bool
) -> None:
    code = town.open_session().code
    assert teacher.post(at(town, "/pictures"), {"pupil": town.pupil}, hx=hx).status_code in {204, 303}
    answer = teacher.get(at(town, "/pictures/cards"), hx=hx)
    assert answer.headers["Cache-Control"] == "no-store, private"
    drawn = DRAWN.findall(answer.text)
    assert len(drawn) == 4
    assert sign_in_pupil(store, code, town.pupil, drawn, builders.NOW).person_id == town.pupil
    assert sign_in_pupil(store, code, town.classmate, builders.PICTURES, builders.NOW)
    if set(drawn) != set(builders.PICTURES):
        with pytest.raises(Invalid):
            sign_in_pupil(store, code, town.pupil, builders.PICTURES, builders.NOW)
    assert not DRAWN.findall(teacher.get(at(town, "/pictures")).text)


def drawn_cards(teacher: Visitor, town: Town, data: dict[str, object]) -> str:
    """The page of the cards after drawing them."""
    answer = teacher.post(at(town, "/pictures"), data)
    assert answer.location == at(town, "/pictures/cards")
    return teacher.get(answer.location).text


def test_a_whole_group_gets_a_card_each(teacher: Visitor, town: Town) -> None:
    text = drawn_cards(teacher, town, {"pupil": "all"})
    assert text.count('class="login-card"') == 2
    assert len(DRAWN.findall(text)) == 8


def test_a_reload_draws_nothing_anew_and_the_cards_are_there_for_a_while(
    teacher: Visitor, town: Town, store: Store, clock: Clock
) -> None:
    page = teacher.page(at(town, "/pictures"))
    (word,) = {dict(form.fields)["word"] for form in page.forms if "word" in dict(form.fields)}
    data = {"pupil": town.pupil, "word": word}
    cards = DRAWN.findall(drawn_cards(teacher, town, data))
    for _ in range(3):
        assert teacher.post(at(town, "/pictures"), data).status_code == 303
        assert DRAWN.findall(teacher.get(at(town, "/pictures/cards")).text) == cards
    assert "net hebt getrokken" in teacher.page(at(town, "/pictures")).words
    assert sign_in_pupil(store, town.open_session().code, town.pupil, cards, builders.NOW)
    clock.passes(minutes=14)
    assert DRAWN.findall(teacher.get(at(town, "/pictures/cards")).text) == cards
    clock.passes(minutes=1)
    assert teacher.get(at(town, "/pictures/cards")).location == at(town, "/pictures")
    assert "net hebt getrokken" not in teacher.page(at(town, "/pictures")).words


def test_nobody_else_sees_the_cards_and_another_page_draws_others(
    teacher: Visitor, town: Town, app: Flask, clock: Clock
) -> None:
    cards = DRAWN.findall(drawn_cards(teacher, town, {"pupil": town.pupil, "word": "one"}))
    colleague = Visitor(app, town, clock).as_teacher()
    assert colleague.get(at(town, "/pictures/cards")).status_code == 303
    assert cards != DRAWN.findall(drawn_cards(colleague, town, {"pupil": town.pupil, "word": "two"}))
    assert not DRAWN.findall(teacher.get(at(town, "/pictures/cards")).text), "they do not hold any more"


def test_some_pupils_get_a_card_each_in_one_go(teacher: Visitor, town: Town, statements: Statements) -> None:
    with statements() as seen:
        teacher.post(at(town, "/pictures"), {"pupil": (town.pupil, town.classmate)})
    assert [one for one in seen if one.startswith("BEGIN")] == [seen[6]], "one transaction"
    assert teacher.get(at(town, "/pictures/cards")).text.count('class="login-card"') == 2


@pytest.mark.parametrize("pupil", ["", "nobody", "0"])
def test_choosing_nobody_says_so_and_changes_nothing(
    teacher: Visitor, town: Town, store: Store, pupil: str
) -> None:
    answer = teacher.post(at(town, "/pictures"), {"pupil": pupil})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert sign_in_pupil(store, town.open_session().code, town.pupil, builders.PICTURES, builders.NOW)


def test_the_pictures_of_a_neighbours_pupil_are_not_mine_to_renew(
    teacher: Visitor, town: Town, store: Store
) -> None:
    assert teacher.post(at(town, "/pictures"), {"pupil": town.next_pupil}).status_code == 422
    code = town.open_session(town.next_group).code
    assert sign_in_pupil(store, code, town.next_pupil, builders.PICTURES, builders.NOW)


@pytest.mark.parametrize("where", ["", "/session", "/figures", "/pictures"])
def test_a_neighbours_group_does_not_exist(teacher: Visitor, town: Town, where: str) -> None:
    for group in (town.next_group.id, town.their_group.id, 999):
        assert teacher.get(f"/teacher/groups/{group}{where}").status_code == 404


@pytest.mark.parametrize("where", ["/session", "/session/longer", "/session/close", "/pictures"])
def test_nothing_can_be_done_to_a_neighbours_group(teacher: Visitor, town: Town, where: str) -> None:
    code = town.open_session(town.next_group).code
    answer = teacher.post(f"/teacher/groups/{town.next_group.id}{where}", {"pupil": "all"})
    assert answer.status_code == 404
    assert town.open_session(town.next_group).code == code


def test_an_action_without_the_page_it_came_from_is_refused(guarded: Flask, town: Town, clock: Clock) -> None:
    from tests.web.conftest import Visitor

    teacher = Visitor(guarded, town, clock).as_teacher()
    assert teacher.post(at(town, "/session")).status_code == 400
    form = teacher.page("/teacher/").form(at(town, "/session"))
    assert teacher.post(form.action, {"csrf_token": form.value("csrf_token")}).status_code == 303


@pytest.mark.parametrize(
    ("where", "statements_sent"), [("", 4), ("/session", 6), ("/figures", 7), ("/pictures", 6)]
)
def test_a_page_asks_as_much_of_a_full_group_as_of_a_small_one(
    teacher: Visitor, town: Town, store: Store, statements: Statements, where: str, statements_sent: int
) -> None:
    counted = []
    for pupils in (0, 12):
        if pupils:
            a_term(store, town.our_group, done=pupils // 2, busy=pupils // 4, stuck=pupils // 4)
        with statements() as seen:
            teacher.page(at(town, where))
        counted.append(len(seen))
    assert counted == [statements_sent, statements_sent]


def test_the_page_of_own_groups_asks_five_things(teacher: Visitor, statements: Statements) -> None:
    with statements() as seen:
        teacher.page("/teacher/")
    assert len(seen) == 5
