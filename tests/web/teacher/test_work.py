"""A teacher gives a group a module with a day, and sees who is how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.term import MODULE, chose

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_a_module_is_given_moved_and_taken_back(visitor: Visitor, town: Town) -> None:
    path = f"/teacher/groups/{town.our_group.id}/work"
    visitor.as_teacher()
    day = visitor.clock().date()
    for due in (day, day.replace(year=day.year + 1)):
        assert visitor.post(path, {"module": MODULE, "due_on": due.isoformat()}).status_code == 303
        assert f"af op {due.day} " in visitor.page(path).words
    visitor.post(path, {"module": MODULE, "take": "back"})
    assert "Terugnemen" not in visitor.page(path).words


def test_a_day_that_can_not_be_is_told_off_in_words(visitor: Visitor, town: Town) -> None:
    path = f"/teacher/groups/{town.our_group.id}/work"
    visitor.as_teacher()
    for wrong in ("", "gisteren", "2020-01-01"):
        visitor.post(path, {"module": MODULE, "due_on": wrong})
        assert "Geef een dag vanaf vandaag." in visitor.page(path).words


def test_who_has_not_begun_is_named_and_a_hard_decision_has_its_talk(
    visitor: Visitor, town: Town, store: Store, library: Library
) -> None:
    lesson = library.lessons[MODULE]["nl"]
    visitor.as_teacher()
    path = f"/teacher/groups/{town.our_group.id}/work"
    words = visitor.page(path).words
    assert "Aya, Bram" in words
    assert "Wat zou helpen" not in words
    for scene in lesson.scenes.values():
        if len(scene.choices) > 1:
            chose(store, town.our_group, lesson.id, scene.id, **{scene.choices[0].id: 7})
    after = visitor.page(path)
    assert "Wat zou helpen" in after.words
    assert any("/modules/mag-deze-foto" in one and one.endswith("#talk") for one in after.addresses)


def test_who_is_not_done_reads_who_waits_until_it_is_taken_back(visitor: Visitor, town: Town) -> None:
    group = f"/teacher/groups/{town.our_group.id}"
    path, reminders = f"{group}/work", f"{group}/reminders"
    visitor.as_teacher()
    assert "Herinner" not in visitor.page(path).words
    visitor.post(path, {"module": MODULE, "due_on": visitor.clock().date().isoformat()})
    assert "Herinner wie nog niet klaar is" in visitor.page(path).words
    assert visitor.post(reminders, {"module": MODULE}).status_code == 303
    words = visitor.page(path).words
    assert "Herinner wie nog niet klaar is" not in words
    assert "Laatst herinnerd op vrijdag 20 november" in words
    visitor.post(reminders, {"module": MODULE})
    assert "minder dan drie dagen geleden" in visitor.page(path).words
    assert " wacht nog op jou" in visitor.as_pupil().page("/learn/").words
    assert "wacht nog op jou" not in visitor.as_pupil(town.next_pupil).page("/learn/").words
    visitor.as_teacher().post(reminders, {"module": MODULE, "take": "back"})
    assert "Laatst herinnerd" not in visitor.page(path).words
    assert "wacht nog op jou" not in visitor.as_pupil().page("/learn/").words


def test_a_coach_looks_and_gives_nothing(visitor: Visitor, town: Town) -> None:
    path = f"/teacher/groups/{town.our_group.id}/work"
    visitor.as_coach()
    assert "Af op" not in visitor.page(path).words
    assert visitor.post(path, {"module": MODULE, "due_on": "2027-01-01"}).status_code == 403
