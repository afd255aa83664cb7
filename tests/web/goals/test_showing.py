"""The page for the big screen of the show meeting: without a menu, and without anybody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town

SHOW, LOG = "/goals/show", "/goals/log"


def fill(visitor: Visitor, town: Town) -> None:
    teacher = visitor.as_teacher()
    channel = {"name": "Weblog van 7B", "kind": "weblog", "is_public": "closed", "for_whom": "parents"}
    assert teacher.post("/goals/channels", channel).status_code == 303
    told = {"purpose": "parents", "happened_on": "2026-11-02", "words": "Het bos in."}
    assert teacher.post(LOG, {**told, "group_id": str(town.our_group.id)}).status_code == 303
    director = visitor.as_director()
    plan = {"message": "Bij ons mag je vallen.", "specific": "Elke groep.", "based_on": "0"}
    assert director.post("/profile/write", plan).status_code == 303
    confirm = next(one for one in director.page(LOG).forms if one.action.endswith("/confirm"))
    director.post(confirm.action, {})


def test_an_empty_page_says_what_is_still_to_come_and_leads_there(visitor: Visitor) -> None:
    page = visitor.as_director().page(SHOW)
    assert "Nog te doen voor deze pagina" in page.words
    assert {"/profile/", "/goals/channels", LOG} <= set(page.addresses)


def test_the_screen_shows_what_was_done_without_menu_or_names(visitor: Visitor, town: Town) -> None:
    fill(visitor, town)
    page = visitor.as_director().page(SHOW)
    for words in (
        "Bij ons mag je vallen.",
        "Elke groep.",
        "Weblog van 7B",
        "Het bos in.",
        "1 groep deed mee",
    ):
        assert words in page.words
    assert "Nog te doen" not in page.words
    assert not any(name in page.words for name in ("Aya", "Uitloggen", "Mijn groepen"))
    assert not any(tag in {"nav", "footer"} for tag, _ in page.tags)


def test_the_officer_sees_which_schools_are_ready_and_opens_them(visitor: Visitor, town: Town) -> None:
    fill(visitor, town)
    officer = visitor.as_officer()
    listed = officer.page("/goals/shows")
    assert "1 van 2 scholen zijn klaar" in listed.words
    assert "Het bos in." in officer.page(f"{SHOW}/{town.ours.id}").words
    assert LOG not in officer.page(f"{SHOW}/{town.theirs.id}").addresses
