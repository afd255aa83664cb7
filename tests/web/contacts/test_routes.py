"""A school's contacts are kept on a page of its own, with what was typed wrong standing there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.contacts.contacts import contacts_of
from tests.web.page import Page

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Visitor

SAM = {"name": "Juf Sam", "phone": "010-1234567", "for_pupils": "yes"}


def test_a_director_adds_changes_and_takes_out_a_contact(visitor: Visitor, store: Store) -> None:
    school = visitor.town.ours.id
    at = f"/schools/{school}/contacts"
    director = visitor.as_director()
    assert at in director.page("/director/").addresses
    assert director.post(at, SAM).status_code == 303
    page = director.page(at)
    (one,) = [form for form in page.forms if form.action.startswith(f"{at}/")]
    assert (one.value("name"), one.value("phone")) == ("Juf Sam", "010-1234567")
    assert director.post(one.action, SAM | {"for_staff": "yes"}).status_code == 303
    assert [(had.name, had.for_staff) for had in contacts_of(store, school)] == [("Juf Sam", True)]
    assert director.post(one.action, {"out": "yes"}).status_code == 303
    assert contacts_of(store, school) == ()


def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(visitor: Visitor, store: Store) -> None:
    at = f"/schools/{visitor.town.ours.id}/contacts"
    answer = visitor.as_administrator().post(at, SAM | {"phone": "bel maar"})
    assert answer.status_code == 422
    page = Page(answer.text)
    assert "alleen cijfers" in page.words
    assert page.form(at).value("phone") == "bel maar"
    assert contacts_of(store, visitor.town.ours.id) == ()
    assert at in visitor.page(f"/admin/schools/{visitor.town.ours.id}").addresses
