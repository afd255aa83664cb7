from __future__ import annotations

from course.norms.write import write_protocol
from course.rulebooks.carrying_over import carry_over
from course.rulebooks.references import NamedRules, note_reference, rules_behind, rules_named
from tests.builders import NOW, a_director, a_school, signed_in
from tests.rulebooks.rules import TODAY, library, published


def test_the_reference_that_is_kept_with_what_is_learned_leads_back_to_the_version(store):
    version = published(store, a_school(store))
    under = library().with_protocols(version.protocol(library().norms.acts))
    with store.read() as conn:
        assert version.rulebook == under.rulebook(version.key)
        assert rules_behind(conn, version.rulebook) == (version.key, "")
        assert rules_behind(conn, "000000000000") is None


def test_a_known_reference_stays_what_it_was(store):
    with store.write() as conn:
        note_reference(conn, "000000000001", "de-eik~1", NOW)
        note_reference(conn, "000000000001", "de-beuk~1", NOW)
        assert rules_behind(conn, "000000000001") == ("de-eik~1", "")


def test_of_a_starting_protocol_the_text_is_kept_for_its_file_changes(store):
    a_school(store, protocol="verkruisen")
    carry_over(store, library(), TODAY, NOW)
    with store.read() as conn:
        found = rules_behind(conn, library().rulebook("verkruisen"))
    assert found == ("verkruisen", write_protocol(library().norms.protocols["verkruisen"]))


def test_a_version_is_named_as_the_own_school_numbers_it(store):
    school = a_school(store)
    version, actor = published(store, school), signed_in(store, a_director(store, school))
    with store.read() as conn:
        assert rules_named(conn, library(), actor, version.rulebook) == NamedRules("De Eik", "1")
        assert rules_named(conn, library(), actor, "000000000000") is None


def test_a_starting_protocol_is_named_by_the_version_that_was_noted_of_it(store):
    school = a_school(store, protocol="verkruisen")
    name = library().norms.protocols["verkruisen"].name
    carry_over(store, library(), TODAY, NOW)
    reference = library().rulebook("verkruisen")
    with store.read() as conn:
        assert rules_named(
            conn, library(), signed_in(store, a_director(store, school)), reference
        ) == NamedRules(name, "1")


def test_a_starting_protocol_of_which_no_version_was_noted_is_named_by_its_own(store):
    school, one = a_school(store, protocol="verkruisen"), library().norms.protocols["verkruisen"]
    reference = library().rulebook("verkruisen")
    actor = signed_in(store, a_director(store, school))
    with store.write() as conn:
        assert rules_named(conn, library(), actor, reference) == NamedRules(one.name, one.version)
        note_reference(conn, reference, "verkruisen", NOW, write_protocol(one))
        assert rules_named(conn, library(), actor, reference) == NamedRules(one.name, one.version)
