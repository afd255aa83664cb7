"""A director confirms or asks back, and whoever logged it replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound
from course.goals.evidence import note_evidence, withdraw_evidence
from course.goals.logbook import logbook_of
from course.goals.reviews import ask_back, confirm_entry, reply_to
from course.people.roles import Role
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.goals.pages import Evidence
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.learning.world import World

TODAY = NOW.date()


@pytest.fixture
def entry(store: Store, here: Term) -> Evidence:
    """What the teacher noted."""
    return note_evidence(store, here.teacher, "streng:ouders", here.group, TODAY, "De klaspagina", NOW)


def test_what_is_asked_back_waits_until_it_is_replied_to_and_confirmed(
    store: Store, here: Term, entry: Evidence
) -> None:
    def review() -> tuple[bool, str, str, bool]:
        found = logbook_of(store, here.director, TODAY).entries[0].review
        return found.waits_for_reply, found.asked, found.reply, found.confirmed_at is not None

    confirm_entry(store, here.director, entry.id, NOW)
    assert review() == (False, "", "", True)
    ask_back(store, here.director, entry.id, " Hoe vaak? ", NOW)
    assert review() == (True, "Hoe vaak?", "", False)
    reply_to(store, here.teacher, entry.id, "Elke week.")
    assert review() == (False, "Hoe vaak?", "Elke week.", False)
    confirm_entry(store, here.director, entry.id, NOW)
    assert review() == (False, "Hoe vaak?", "Elke week.", True)


def test_only_who_leads_that_school_reviews_and_only_who_noted_it_replies(
    store: Store, here: Term, world: World, entry: Evidence
) -> None:
    stranger = world.person(Role.DIRECTOR, world.school("De Beuk"))
    for who in (here.teacher, stranger):
        with pytest.raises(NotFound):
            confirm_entry(store, who, entry.id, NOW)
        with pytest.raises(NotFound):
            ask_back(store, who, entry.id, "Hoe?", NOW)
    with pytest.raises(NotFound):
        reply_to(store, here.teacher, entry.id, "Niemand vroeg iets.")
    ask_back(store, here.director, entry.id, "Hoe?", NOW)
    with pytest.raises(NotFound):
        reply_to(store, world.person(Role.TEACHER, here.school), entry.id, "Zo.")


def test_an_empty_or_endless_sentence_is_refused_and_what_was_withdrawn_is_not_reviewed(
    store: Store, here: Term, entry: Evidence
) -> None:
    for words in ("  ", "x" * 501):
        with pytest.raises(Invalid):
            ask_back(store, here.director, entry.id, words, NOW)
    withdraw_evidence(store, here.teacher, entry.id, NOW)
    with pytest.raises(NotFound):
        confirm_entry(store, here.director, entry.id, NOW)
