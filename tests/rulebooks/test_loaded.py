from __future__ import annotations

from course.learning.lesson.script import script_under
from course.norms.model import Audience, Stance
from course.rulebooks.loaded import LoadedRules
from tests.builders import a_school
from tests.rulebooks.rules import TODAY, a_text, an_act, library, published, stance


def test_who_goes_by_a_starting_protocol_gets_the_content_as_it_is(store):
    rules = LoadedRules(library(), store)
    assert rules.library_for("kom-leren") is library()
    assert rules.library_for(None) is library()


def test_a_version_is_read_once_and_holds_beside_the_starting_ones(store, statements):
    version = published(store, a_school(store))
    rules = LoadedRules(library(), store)
    found = rules.library_for(version.key)
    assert found.judge(version.key, an_act(), Audience.PUPIL).position.stance is Stance.ASK_FIRST
    assert set(found.norms.protocols) == {*library().norms.protocols, version.key}
    with statements() as seen:
        assert rules.library_for(version.key) is found
    assert seen == []


def test_another_process_that_never_heard_of_a_version_reads_it_when_an_actor_comes_with_its_key(store):
    one, other = LoadedRules(library(), store), LoadedRules(library(), store)
    key = published(store, a_school(store)).key
    assert one.library_for(key).rulebook(key) == other.library_for(key).rulebook(key)


def test_publishing_leaves_what_was_worked_out_for_others(store):
    school = a_school(store)
    rules = LoadedRules(library(), store)
    first = published(store, school)
    before = rules.library_for(first.key)
    script = script_under(before, "mag-deze-foto", first.key, Audience.PUPIL)
    second = published(store, school, text=a_text(stances={an_act(): stance("forbidden", "a")}))
    assert rules.library_for(first.key) is before
    after = rules.library_for(second.key)
    assert after.rulebook(second.key) != before.rulebook(first.key)
    assert script_under(before, "mag-deze-foto", first.key, Audience.PUPIL) is script
    assert after.scripts is before.scripts is library().scripts


def test_a_version_that_is_not_there_is_passed_over_and_looked_for_again(store):
    rules = LoadedRules(library(), store)
    key = "de-eik~000000000000"
    assert key not in rules.library_for(key).norms.protocols
    assert rules.library_for(key) is not rules.base


def test_a_board_s_library_holds_what_each_of_its_schools_goes_by_and_no_other_board_s(store):
    school = a_school(store)
    second = a_school(store, school.board_id)
    one = published(store, school)
    two = published(store, second, text=a_text(title="Anders"))
    published(store, a_school(store), text=a_text(title="Van een ander bestuur"))
    rules = LoadedRules(library(), store)
    found = rules.library_of_board(school.board_id, TODAY)
    assert set(found.norms.protocols) - set(library().norms.protocols) == {one.key, two.key}
    assert rules.library_of_board(school.board_id, TODAY) is found
