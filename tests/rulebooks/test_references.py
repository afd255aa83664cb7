from __future__ import annotations

from course.norms.write import write_protocol
from course.rulebooks.carrying_over import carry_over
from course.rulebooks.references import note_reference, rules_behind
from tests.builders import NOW, a_school
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
