from __future__ import annotations

from datetime import timedelta

import pytest

from course.errors import NotFound, Refused, Stale
from course.rulebooks.attesting import asked_of, sign, signatures_of, signers_of, standing_of
from course.rulebooks.carrying_over import carry_over
from course.rulebooks.drafts.beginning import begin_from_version
from course.rulebooks.drafts.drafting import edit
from course.rulebooks.drafts.operations import SetTitle
from course.rulebooks.publishing import Publication, publish
from course.rulebooks.versions import ChangeKind
from tests.builders import NOW, a_director, a_school, a_teacher, an_officer, signed_in
from tests.rulebooks.rules import SHARE, TODAY, a_text, an_act, an_article, library, published, stance

DAY = timedelta(days=1)
REWORDED = a_text(articles={"a": an_article("Vraag het altijd eerst."), "b": an_article(SHARE)})
CHANGED = a_text(stances={an_act(): stance("forbidden", "a")})


@pytest.fixture
def school(store):
    return a_school(store)


@pytest.fixture
def teacher(store, school):
    return signed_in(store, a_teacher(store, school=school))


@pytest.fixture
def director(store, school):
    return signed_in(store, a_director(store, school))


def asked(store, actor):
    return asked_of(store, library(), actor)


def confirm(store, actor, version, now=NOW):
    sign(store, library(), actor, version.id, now)


def test_staff_are_asked_for_the_version_in_force_until_they_confirm_it(store, school, teacher):
    version = published(store, school)
    found = asked(store, teacher)
    assert (found.version.id, found.signed_at, found.since, found.difference) == (
        version.id,
        None,
        TODAY,
        None,
    )
    confirm(store, teacher, version)
    confirm(store, teacher, version, NOW + DAY)
    assert asked(store, teacher).signed_at == NOW
    assert [one.version_id for one in signatures_of(store, teacher)] == [version.id]


def test_only_the_version_in_force_can_be_confirmed(store, school, teacher):
    first = published(store, school)
    to_come = published(store, school, text=CHANGED, from_on=TODAY + DAY)
    with pytest.raises(Stale):
        confirm(store, teacher, to_come)
    published(store, school, text=REWORDED)
    with pytest.raises(Stale):
        confirm(store, teacher, first)


def test_a_minor_change_keeps_signatures_and_moves_what_is_still_asked(store, school, teacher, director):
    first = published(store, school)
    confirm(store, teacher, first)
    second = published(store, school, text=REWORDED)
    found = asked(store, teacher)
    assert (found.version.id, found.signed_at) == (second.id, NOW)
    other = asked(store, director)
    assert (other.version.id, other.signed_at) == (second.id, None)


def test_a_major_change_asks_again_on_what_changed_alone_with_the_scenes_and_questions_on_it(
    store, school, teacher
):
    confirm(store, teacher, published(store, school))
    published(store, school, text=REWORDED)
    third = published(store, school, text=CHANGED)
    found = asked(store, teacher)
    assert (found.version.id, found.signed_at) == (third.id, None)
    assert found.difference.acts_changed == (an_act(),)
    assert found.concerned
    assert {one.act for one in found.concerned} == {an_act()}
    confirm(store, teacher, third, NOW + DAY)
    again = asked(store, teacher)
    assert (again.signed_at, again.difference) == (NOW + DAY, None)
    assert [one.number for one in again.before] == [1, 3]


def test_a_director_sees_who_has_not_yet_by_name(store, school, teacher, director):
    version = published(store, school)
    confirm(store, teacher, version)
    found = signers_of(store, library(), director)
    assert {one.person_id: one.signed_at for one in found.people} == {
        teacher.person_id: NOW,
        director.person_id: None,
    }
    assert [one.person_id for one in found.missing] == [director.person_id]
    published(store, school, text=REWORDED)
    assert [one.person_id for one in signers_of(store, library(), director).missing] == [director.person_id]
    published(store, school, text=CHANGED)
    assert len(signers_of(store, library(), director).missing) == 2


def test_who_has_not_confirmed_is_counted_as_it_is_told_by_name(store, school, teacher, director):
    def both() -> tuple[int, int]:
        named = signers_of(store, library(), director).missing
        return standing_of(store, library(), director).unsigned, len(named)

    assert both() == (2, 2)
    version = published(store, school)
    assert both() == (2, 2)
    confirm(store, teacher, version)
    assert both() == (1, 1)
    published(store, school, text=REWORDED)
    assert both() == (1, 1)
    published(store, school, text=CHANGED)
    assert both() == (2, 2)
    with pytest.raises(NotFound):
        standing_of(store, library(), teacher)


def test_other_words_that_a_school_gives_the_board_s_version_keep_its_signatures(
    store, school, teacher, director
):
    board = published(store, school, a_school(store, school.board_id))
    confirm(store, teacher, board)
    draft = begin_from_version(store, director, board.id, NOW)
    draft = edit(store, director, draft.row.id, 0, SetTitle("De Eik", "Onze afspraken"), NOW)
    what = Publication(TODAY, ChangeKind.MINOR)
    own = publish(store, library(), director, draft.row.id, draft.revision, what, NOW)
    assert (own.owner.school_id, own.number, own.based_on, own.kind) == (
        school.id,
        1,
        board.id,
        ChangeKind.MINOR,
    )
    assert (asked(store, teacher).version.id, asked(store, teacher).signed_at) == (own.id, NOW)


def test_nobody_else_sees_names(store, school, teacher):
    for actor in (
        teacher,
        signed_in(store, a_director(store)),
        signed_in(store, an_officer(store, school.board_id)),
    ):
        with pytest.raises(NotFound):
            signers_of(store, library(), actor, school.id)


def test_an_officer_and_a_pupil_are_never_asked(store, school):
    version = published(store, school)
    officer = signed_in(store, an_officer(store, school.board_id))
    assert asked(store, officer) is None
    with pytest.raises(Refused):
        confirm(store, officer, version)


def test_the_words_of_a_starting_protocol_are_confirmed_once_they_are_noted(store, school, teacher):
    assert asked(store, teacher) is None
    carry_over(store, library(), TODAY, NOW)
    found = asked(store, teacher)
    confirm(store, teacher, found.version)
    assert asked(store, teacher).signed_at == NOW
