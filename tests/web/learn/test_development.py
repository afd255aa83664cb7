"""The own professional development on a page, and a certificate on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.learning.tables import progress

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

PAGE, MODULE = "/learn/development", "leerlingen-als-vriend"


def completed(store: Store, person_id: int, clock: Clock, rulebook: str) -> None:
    row = {
        "person_id": person_id,
        "module": MODULE,
        "started_at": clock() - timedelta(days=1),
        "touched_at": clock(),
        "attempts": 1,
        "best": 100,
        "quiz_passed_at": clock(),
        "completed_at": clock(),
        "completed_rulebook": rulebook,
    }
    with store.write() as conn:
        conn.execute(insert(progress), row)


def test_the_own_training_leads_to_hours_and_certificates(visitor: Visitor) -> None:
    assert f'href="{PAGE}"' in visitor.as_teacher().get("/learn/").text
    assert f'href="{PAGE}"' not in visitor.as_pupil().get("/learn/").text


def test_nothing_done_says_what_is_open(visitor: Visitor, library: Library) -> None:
    words = visitor.as_teacher().page(PAGE).words
    assert "Samen 0 minuten" in words
    assert library.module(MODULE).words.for_locale("nl") in words
    assert visitor.get(f"{PAGE}/{MODULE}").status_code == 404


def test_a_certificate_is_of_the_own_completed_module_alone(
    visitor: Visitor, town: Town, store: Store, library: Library, clock: Clock, hx: bool
) -> None:
    completed(store, town.teacher.id, clock, library.rulebook(town.ours.protocol))
    teacher = visitor.as_teacher()
    assert "20 november 2026" in teacher.page(PAGE).words
    answer = teacher.get(f"{PAGE}/{MODULE}", hx=hx)
    assert ("<html" in answer.text) is not hx
    for one in (town.ours.name, "20 november 2026", "kom Leren", "Handtekening namens de school"):
        assert one in answer.text
    assert visitor.as_director().get(f"{PAGE}/{MODULE}").status_code == 404
