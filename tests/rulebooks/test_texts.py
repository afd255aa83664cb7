from __future__ import annotations

from course.norms.model import Stance
from course.rulebooks.texts import is_fit, key_of, read_text, read_version
from tests.rulebooks.rules import a_text, an_act, library, stance

ACTS = library().norms.acts


def test_a_key_names_the_protocol_and_its_text():
    one, other = key_of("de-eik", a_text()), key_of("de-eik", a_text(title="Anders"))
    assert one != other
    assert one == key_of("de-eik", a_text())
    assert one.startswith("de-eik~")


def test_a_version_is_a_protocol_whose_id_is_its_key():
    protocol = read_version(a_text(), "de-eik", "de-eik~1", ACTS)
    assert protocol.id == "de-eik~1"
    assert {one.protocol for one in protocol.articles.values()} == {"de-eik~1"}


def test_an_act_that_is_no_more_takes_only_itself_out():
    text = a_text(
        stances={"an-act-of-long-ago": stance("forbidden", "a"), an_act(): stance("forbidden", "a")}
    )
    _, problems = read_text(text, "de-eik", ACTS)
    assert not is_fit(problems)
    assert read_version(text, "de-eik", "de-eik~1", ACTS).position(an_act()).stance is Stance.FORBIDDEN
