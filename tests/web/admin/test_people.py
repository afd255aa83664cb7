"""People by hand, in the browser: found, changed, moved, taken out and put back, and made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders
from tests.web.page import Page

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Visitor


def test_a_pupil_is_found_renamed_moved_taken_out_and_put_back(visitor: Visitor) -> None:
    visitor.as_administrator()
    town = visitor.town
    assert "Aya" in visitor.page("/admin/people?q=ay").words
    url = f"/admin/people/{town.pupil}"
    visitor.post(f"{url}/name", {"name": "Ayla"})
    visitor.post(f"{url}/year", {"year_group": "8"})
    visitor.post(f"{url}/move", {"group": town.next_group.id})
    page = visitor.page(url)
    assert "Ayla" in page.words
    assert "8A" in page.words
    visitor.post(f"{url}/out")
    assert visitor.page(url).has_form("/back")
    visitor.post(f"{url}/back")
    assert visitor.page(url).has_form("/move")


def test_somebody_of_the_staff_is_added_and_given_one_more_role(visitor: Visitor) -> None:
    visitor.as_administrator()
    town = visitor.town
    home = f"/admin/schools/{town.ours.id}"
    new = {"given": "Bram", "surname": "Visser", "email": "b.visser@school.example", "role": "teacher"}
    assert "Bram Visser" in Page(visitor.post(f"{home}/staff", new, follow_redirects=True).text).words
    url = f"/admin/people/{town.teacher.id}"
    visitor.post(f"{url}/roles", {"role": "coach", "school": town.ours.id})
    page = visitor.page(url)
    assert "Intern begeleider" in page.words
    ends = [one for one in page.forms if one.action.endswith("/roles/end")]
    assert len(ends) == 2
    visitor.post(f"{url}/roles/end", {"role": ends[1].value("role")})
    assert len([one for one in visitor.page(url).forms if one.action.endswith("/roles/end")]) == 1
    assert visitor.post(f"{url}/roles", {"role": "boss", "school": town.ours.id}).status_code == 303


def test_two_entries_of_one_pupil_become_one(visitor: Visitor, store: Store) -> None:
    double = builders.a_pupil(store, visitor.town.next_group, "Aya")
    visitor.as_administrator()
    url = f"/admin/people/{visitor.town.pupil}"
    form = visitor.page(url).form("/merge")
    assert dict(form.fields)["other"] == ""
    visitor.post(f"{url}/merge", {"other": double})
    assert visitor.get(f"/admin/people/{double}").status_code == 404
    assert not visitor.page(url).has_form("/merge")


def test_a_neighbours_people_are_not_there(visitor: Visitor) -> None:
    visitor.as_administrator()
    town = visitor.town
    for person in (town.their_pupil, town.their_teacher.id, town.officer.id):
        url = f"/admin/people/{person}"
        assert visitor.get(url).status_code == 404
        for path in ("name", "year", "move", "out", "back", "roles", "roles/end", "merge"):
            data = {
                "name": "X",
                "year_group": "7",
                "group": town.our_group.id,
                "role": "teacher",
                "other": town.pupil,
            }
            if path == "roles/end":
                data["role"] = 1
            answer = visitor.post(f"{url}/{path}", {**data, "school": town.ours.id})
            assert answer.status_code == 404, path
