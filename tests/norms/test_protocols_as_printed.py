"""The five protocols say what their documents say: to whom they say it, under which number, and whom to ask."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.norms.model import Asked, Audience, Stance
from course.norms.read import read_norms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.norms.model import Act, Norms, Position, Protocol

PROTOCOLS = ("edu-ley", "verkruisen", "compass", "kom-leren", "cvo-nwf")
PRINTED = re.compile(r"[1-9]\d?|[A-Fa-f]|[ABC]\.[1-9]")


@pytest.fixture(scope="module")
def norms() -> Norms:
    return read_norms(Path(__file__).parents[2])[0]


def positions(norms: Norms, protocol: Protocol) -> Iterator[tuple[Act, Audience, Position]]:
    for act in norms.acts.values():
        for actor in act.actors:
            yield act, actor, protocol.position(act.id, actor)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_nobody_is_held_to_a_rule_that_speaks_to_others_alone(norms: Norms, name: str):
    """Where the school acts, what speaks to it speaks to the staff who do it; what it does itself may stand anywhere."""
    protocol, wrong = norms.protocols[name], []
    for act, actor, position in positions(norms, protocol):
        readers = {actor}
        if Audience.SCHOOL in act.actors and actor in (Audience.TEACHER, Audience.LEADER):
            readers.add(Audience.SCHOOL)
        spoken_to = {one for article in position.articles for one in protocol.articles[article].audience}
        if actor is not Audience.SCHOOL and position.stance is not Stance.SILENT and not readers & spoken_to:
            wrong.append((act.id, str(actor)))
    assert wrong == []


@pytest.mark.parametrize("name", PROTOCOLS)
def test_who_must_ask_first_is_told_whom(norms: Norms, name: str):
    asking = [one for _, _, one in positions(norms, norms.protocols[name]) if one.stance is Stance.ASK_FIRST]
    assert all(one.ask for one in asking)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_number_is_one_that_a_document_prints(norms: Norms, name: str):
    numbers = [one.number for one in norms.protocols[name].articles.values() if one.number]
    assert numbers
    assert [one for one in numbers if not PRINTED.fullmatch(one)] == []


@pytest.mark.parametrize(
    ("name", "article", "number", "heading"),
    [
        ("edu-ley", "A.1.2", "A.1", "Voor alle gebruikers (medewerkers, leerlingen en ouders/verzorgers)"),
        ("edu-ley", "profilering.c.2", "c", "Profilering"),
        ("cvo-nwf", "sancties.6", "6", "Sancties en gevolgen voor medewerkers en leerlingen"),
        ("compass", "aanwijzingen.7.2", "7", "Aanwijzingen voor leerlingen en medewerkers"),
        ("compass", "gebruik.2.6", "", "Het gebruik"),
        ("verkruisen", "richtlijnen.12.3", "12", "Richtlijnen gebruik social media"),
        ("verkruisen", "inleiding.2.2", "", None),
        ("kom-leren", "medewerkers.5.2", "", "Protocol social media voor medewerkers"),
        ("kom-leren", "incident.0.2", "", "Omgangsvormen op social media"),
        ("kom-leren", "incident.2", "2", "Omgangsvormen op social media"),
        ("kom-leren", "profilering.vraag.6", "", "Online profileren"),
    ],
)
def test_an_article_has_the_number_and_the_heading_of_its_document(norms, name, article, number, heading):
    held = norms.protocols[name].articles[article]
    assert (held.number, held.heading.nl if held.heading else None) == (number, heading)


def test_a_duty_of_staff_is_none_of_a_pupil(norms: Norms):
    """Kom Leren holds staff responsible for what they publish; of pupils and parents it says no such thing."""
    act, protocol = "take-responsibility-for-own-posts", norms.protocols["kom-leren"]
    assert protocol.position(act, Audience.TEACHER).stance is Stance.REQUIRED
    assert protocol.position(act, Audience.PUPIL).stance is Stance.SILENT
    assert protocol.position(act, Audience.PARENT).stance is Stance.SILENT


def test_staff_in_doubt_ask_and_leaders_in_doubt_do_not_publish_at_verkruisen(norms: Norms):
    protocol = norms.protocols["verkruisen"]
    teacher, leader = (
        protocol.position("teacher-publish-when-in-doubt", one) for one in (Audience.TEACHER, Audience.LEADER)
    )
    assert (teacher.articles, leader.articles) == (("richtlijnen.8",), ("richtlijnen.5.2",))


def test_the_break_is_for_private_use_with_the_teachers_yes_at_compass(norms: Norms):
    position = norms.protocols["compass"].position("pupil-private-use-in-lunch-break-with-consent")
    assert position.conditions is not None
    assert position.conditions.nl == "alleen in de middagpauze, en na toestemming van de docent"


def test_whose_yes_a_photo_needs_differs_by_protocol(norms: Norms):
    act = "school-publish-pupil-photos-on-social-media"
    asked = {name: norms.protocols[name].position(act).ask for name in PROTOCOLS if name != "compass"}
    assert asked == {
        "edu-ley": (Asked.PARENTS,),
        "verkruisen": (Asked.PARENTS,),
        "kom-leren": (Asked.PARENTS,),
        "cvo-nwf": (Asked.PERSON,),
    }
