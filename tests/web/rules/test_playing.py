"""A story that a school gives to its parents: without an account, under its own rules, with nothing kept of who plays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.learning.tables import plays
from course.library import default_content_root, load_library
from course.norms.model import Audience
from course.rulebooks.public_links import renew_link, turn_off_link
from tests.builders import NOW, signed_in
from tests.learning.world import with_module

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor
    from tests.web.town import Town

LESSON = "mag-deze-foto"
WAY = ("in-de-bus", "de-volgende-ochtend", "stiekem")


@pytest.fixture(scope="module")
def library() -> Library:
    """The content with one of its modules meant for parents."""
    found = load_library(default_content_root())
    module = found.module(LESSON)
    return with_module(found, replace(module, audience=Audience.PARENT, bands=("parents",)))


@pytest.fixture
def rules(town: Town) -> str:
    token = renew_link(town.store, signed_in(town.store, town.director), town.ours.id, NOW)
    return f"/onze-regels/{token}"


@pytest.fixture
def story(rules: str) -> str:
    return f"{rules}/lessons/{LESSON}"


def walked(visitor: Visitor, story: str, *choices: str) -> str:
    """Play from the start; the address of where it led."""
    at = story
    for choice in choices:
        way = visitor.page(at).form(f"{story}#play").value("way")
        at = f"{story}?way={way}&choice={choice}"
    return at


def kept(town: Town) -> list[tuple[int, str]]:
    with town.store.read() as conn:
        return [(row.school_id, row.module) for row in conn.execute(select(plays))]


def test_a_parent_plays_to_an_ending_that_counts_once(visitor: Visitor, town: Town, story: str) -> None:
    ending = walked(visitor, story, *WAY)
    assert kept(town) == []
    for _look in range(3):
        assert "einde" in visitor.page(ending).words.lower()
    assert kept(town) == [(town.ours.id, LESSON)]
    visitor.get(walked(visitor, story, *WAY))
    assert len(kept(town)) == 2


def test_the_verdict_is_the_schools_own_and_nothing_is_set_in_the_browser(
    visitor: Visitor, story: str
) -> None:
    answer = visitor.get(walked(visitor, story, *WAY[:2]))
    assert 'class="verdict' in answer.text
    assert "/rules/" not in answer.text, "what asks for an account is not offered"
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_one_can_go_back_in_time(visitor: Visitor, story: str) -> None:
    page = visitor.page(walked(visitor, story, *WAY[:2]))
    back = [one for one in page.addresses if "way=" in one]
    assert len(back) == 2
    assert visitor.page(back[1]).form(f"{story}#play").value("way")


@pytest.mark.parametrize("way", ["x", "x" * 5000, "WzFd.abc", "é"])
def test_a_way_that_nobody_signed_begins_anew(visitor: Visitor, town: Town, story: str, way: str) -> None:
    answer = visitor.get(f"{story}?way={way}")
    assert answer.status_code == 200
    assert kept(town) == []


def test_only_what_is_for_parents_can_be_played_and_only_at_an_open_address(
    visitor: Visitor, town: Town, rules: str, story: str
) -> None:
    for lesson in ("leerlingen-als-vriend", "niets"):
        assert visitor.get(f"{rules}/lessons/{lesson}").status_code == 404
    turn_off_link(town.store, signed_in(town.store, town.director), town.ours.id)
    assert visitor.get(story).status_code == 404


def test_the_rules_for_parents_lead_to_the_story_and_the_director_sees_how_often(
    visitor: Visitor, rules: str, story: str
) -> None:
    assert story in visitor.page(rules).addresses
    for _parent in range(5):
        visitor.get(walked(visitor, story, *WAY))
    page = visitor.as_director().page("/rules/for-parents")
    assert any(one.endswith(story) for one in page.addresses)
    assert "minstens 5 keer uitgespeeld. Het aantal" in page.words
