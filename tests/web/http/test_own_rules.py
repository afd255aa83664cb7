"""Who is signed in meets the rules by which the own school goes on this day, and words where nobody knows them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.people.tables import schools
from tests.rulebooks.rules import a_text, an_act, an_article, published, stance

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

OWN = "Op De Eik maken we eerst een praatje."


def text(**changes):
    articles = {"a": an_article(OWN, number="7")}
    return a_text(articles=articles, stances={an_act(): stance("forbidden", "a")}, **changes)


def test_a_pupil_reads_the_own_version_from_its_day_on(
    visitor: Visitor, town: Town, store: Store, clock: Clock
) -> None:
    published(store, town.ours, text=text(), from_on=clock().date() + timedelta(days=1))
    assert OWN not in visitor.as_pupil().page("/rules/protocol").words
    clock.passes(days=1)
    assert OWN in visitor.as_pupil().page("/rules/protocol").words
    assert OWN not in visitor.as_pupil(town.their_pupil).page("/rules/protocol").words


def test_a_lesson_speaks_the_own_version(visitor: Visitor, town: Town, store: Store, clock: Clock) -> None:
    version = published(store, town.ours, text=text(), from_on=clock().date())
    pupil = visitor.as_pupil()
    page = pupil.page("/learn/lessons/mag-deze-foto")
    choice = page.form("/choices").buttons[0][1]
    pupil.walk("mag-deze-foto", choice)
    with store.read() as conn:
        assert conn.exec_driver_sql("SELECT rulebook FROM runs").scalar() == version.rulebook


def test_an_officer_sees_each_school_with_its_own_and_compares_them(
    visitor: Visitor, town: Town, store: Store, clock: Clock
) -> None:
    version = published(store, town.ours, text=text(), from_on=clock().date())
    officer = visitor.as_officer()
    assert "De Eik" in officer.page("/board/").words
    assert "De Eik" in officer.page(f"/board/schools/{town.ours.id}").words
    assert OWN in officer.page(f"/rules/protocol?protocol={version.key}").words
    assert "De Eik" in officer.page(f"/rules/acts/{an_act()}").words
    assert officer.get(f"/board/gaps/{version.key}").status_code == 200


@pytest.mark.parametrize("path", ["/learn/", "/learn/lessons/mag-deze-foto", "/rules/protocol"])
def test_where_nobody_knows_the_rules_a_learner_reads_words(
    visitor: Visitor, town: Town, store: Store, path: str
) -> None:
    with store.write() as conn:
        conn.execute(update(schools).where(schools.c.id == town.ours.id).values(protocol="taken-out"))
    pupil = visitor.as_pupil()
    pupil.app.testing = False
    answer = pupil.get(path)
    assert answer.status_code == 409
    assert "De regels van je school" in answer.text
    assert visitor.leave().as_pupil(town.their_pupil).get(path).status_code == 200
