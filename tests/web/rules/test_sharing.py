"""The address of the rules for parents: made, renewed and turned off by the director, and seen by the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.rulebooks.public_links import links_in_sight
from tests.builders import signed_in

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town

PAGE = "/rules/for-parents"


def token_of(town: Town) -> str:
    (link,) = links_in_sight(town.store, signed_in(town.store, town.director))
    return link.token


def test_a_director_makes_an_address_renews_it_and_turns_it_off(visitor: Visitor, town: Town) -> None:
    visitor.as_director()
    assert "Er is nog geen adres" in visitor.page(PAGE).words
    assert visitor.post(f"{PAGE}/{town.ours.id}/renew").status_code == 303
    first = token_of(town)
    page = visitor.page(PAGE)
    assert f"http://localhost/onze-regels/{first}" in page.addresses
    assert "Het adres is klaar" in page.words
    visitor.post(f"{PAGE}/{town.ours.id}/renew")
    assert token_of(town) != first
    assert visitor.get(f"/onze-regels/{first}").status_code == 404
    visitor.post(f"{PAGE}/{town.ours.id}/off")
    assert token_of(town) == ""
    assert "Er is nog geen adres" in visitor.page(PAGE).words


def test_the_poster_has_the_address_in_letters_and_as_a_picture_and_nothing_to_press_on_paper(
    visitor: Visitor, town: Town
) -> None:
    visitor.as_director().post(f"{PAGE}/{town.ours.id}/renew")
    html = visitor.get(f"{PAGE}/{town.ours.id}/poster").text
    assert f"localhost/onze-regels/{token_of(town)}" in html
    assert town.ours.name in html
    poster = html.partition('class="card poster"')[2].partition("</section>")[0]
    assert "<svg" in poster
    assert "<button" not in poster


def test_a_school_without_an_address_has_no_poster(visitor: Visitor, town: Town) -> None:
    assert visitor.as_director().get(f"{PAGE}/{town.ours.id}/poster").status_code == 404


def test_an_officer_sees_the_address_of_every_school_and_gives_none(visitor: Visitor, town: Town) -> None:
    visitor.as_director().post(f"{PAGE}/{town.ours.id}/renew")
    page = visitor.as_officer().page(PAGE)
    assert f"http://localhost/onze-regels/{token_of(town)}" in page.addresses
    assert town.theirs.name in page.words
    assert "De directeur van de school kan er een maken" in page.words
    assert visitor.get(f"{PAGE}/{town.ours.id}/poster").status_code == 200
    assert visitor.post(f"{PAGE}/{town.theirs.id}/renew").status_code == 403


def test_a_director_has_nothing_to_do_with_another_school(visitor: Visitor, town: Town) -> None:
    visitor.as_director()
    assert town.theirs.name not in visitor.page(PAGE).words
    for way in ("renew", "off"):
        assert visitor.post(f"{PAGE}/{town.theirs.id}/{way}").status_code == 404
    assert visitor.get(f"{PAGE}/{town.theirs.id}/poster").status_code == 404


def test_the_page_of_the_protocol_leads_there_for_who_writes_it_alone(visitor: Visitor) -> None:
    assert PAGE in visitor.as_director().page("/rules/protocol").addresses
    assert PAGE in visitor.as_officer().page("/rules/protocol").addresses
    assert PAGE not in visitor.as_teacher().page("/rules/protocol").addresses


def test_each_story_for_parents_has_its_address_and_they_are_counted_once(
    visitor: Visitor, town: Town
) -> None:
    visitor.as_director().post(f"{PAGE}/{town.ours.id}/renew")
    page = visitor.page(PAGE)
    for lesson in ("bij-het-hek", "een-avond-de-sleutels"):
        assert f"http://localhost/onze-regels/{token_of(town)}/lessons/{lesson}" in page.addresses
    assert page.words.count("Minder dan vijf keer") + page.words.count("minder dan vijf keer") == 1
