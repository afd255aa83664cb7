"""What a school shows is what stands there already: its plan, its channels, and what its director confirmed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Purpose
from course.errors import NotFound
from course.goals.channels import Channel, Kind, Readers, add_channel, channels_of, close_channel
from course.goals.evidence import withdraw_evidence
from course.goals.logbook import Use, log_use
from course.goals.reviews import ask_back, confirm_entry
from course.goals.talks import Talk, tell_of_talk
from course.people.roles import Role
from course.profile.plans import save_plan
from course.profile.showing import Part, readiness_of, show_of
from tests.learning.world import NOW, World
from tests.profile.test_plans import ASKED, FIRST

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.figures.scene import Term

TODAY = NOW.date()
BLOG = Channel("Weblog", Kind.WEBLOG, is_public=False, for_whom=Readers.PARENTS)


def log(store: Store, here: Term, words: str, purpose: Purpose = Purpose.PARENTS) -> int:
    return log_use(store, here.teacher, Use(purpose, None, here.group, TODAY, words), NOW).id


def fill(store: Store, here: Term) -> int:
    """Give a school everything that its page is made of; gives the confirmed entry."""
    save_plan(store, here.director, ASKED, FIRST, 0, NOW)
    add_channel(store, here.teacher, BLOG, NOW)
    entry = log(store, here, "Het bos in.")
    confirm_entry(store, here.director, entry, NOW)
    return entry


def test_a_school_without_anything_is_told_what_its_page_misses(store: Store, here: Term) -> None:
    assert show_of(store, here.director, ASKED, TODAY).missing == (Part.PLAN, Part.CHANNELS, Part.ENTRIES)


def test_it_is_made_from_the_plan_the_channels_in_use_and_what_was_confirmed(
    store: Store, here: Term
) -> None:
    fill(store, here)
    log(store, here, "Nog niet bevestigd.")
    talk = tell_of_talk(store, here.director, Talk(TODAY, 14, "Onder ons."), NOW)
    confirm_entry(store, here.director, talk.id, NOW)
    add_channel(store, here.teacher, replace(BLOG, name="Oud"), NOW)
    with store.read() as conn:
        old = next(one.id for one in channels_of(conn, here.school) if one.channel.name == "Oud")
    close_channel(store, here.teacher, old, NOW)
    show = show_of(store, here.director, ASKED, TODAY)
    assert (show.message, show.goal) == ("Vallen mag.", "Elke groep.")
    assert [one.channel.name for one in show.channels] == ["Weblog"]
    assert [one.words for one in show.entries] == ["Het bos in."]
    assert (show.groups, show.times, show.missing) == (1, {Purpose.PARENTS: 1}, ())


@pytest.mark.parametrize("taken", ["asked back", "withdrawn"])
def test_what_is_asked_back_or_withdrawn_is_no_longer_shown(store: Store, here: Term, taken: str) -> None:
    entry = fill(store, here)
    if taken == "withdrawn":
        withdraw_evidence(store, here.teacher, entry, NOW)
    else:
        ask_back(store, here.director, entry, "Waar?", NOW)
    assert show_of(store, here.director, ASKED, TODAY).missing == (Part.ENTRIES,)


def test_an_officer_sees_which_schools_are_ready_and_opens_each(store: Store, here: Term) -> None:
    fill(store, here)
    bare = here.world.school("De Zwaluw")
    officer = here.world.person(Role.OFFICER, None, name="Bo", protocol=None)
    found = {one.school.id: one.missing for one in readiness_of(store, officer, ASKED, TODAY)}
    assert found == {here.school: (), bare: tuple(Part)}
    for school, missing in found.items():
        assert show_of(store, officer, ASKED, TODAY, school).missing == missing


def test_nobody_sees_the_page_of_a_school_out_of_sight(store: Store, here: Term) -> None:
    fill(store, here)
    stranger = World(store).person(Role.OFFICER, None, name="Dee", protocol=None)
    next_door = here.world.person(Role.DIRECTOR, here.world.school("De Zwaluw"), name="Cas")
    for who in (stranger, next_door, here.pupils[0]):
        with pytest.raises(NotFound):
            show_of(store, who, ASKED, TODAY, here.school)
    with pytest.raises(NotFound):
        readiness_of(store, here.director, ASKED, TODAY)
    assert readiness_of(store, stranger, ASKED, TODAY) == ()
