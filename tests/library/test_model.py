import dataclasses

import pytest

from course.errors import NotFound
from course.library import Library, load_library
from course.norms.model import Audience, Verdict
from tests.library.content_root import write_content


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content")))


def test_things_are_found_by_id(library):
    assert library.lesson("filmpje").title == "Het filmpje"
    assert library.quiz("team").module == "team"
    assert library.module("team").words.en == "The team"


def test_a_language_without_a_translation_gets_the_dutch_lesson(library):
    assert library.lesson("filmpje", "en") is library.lesson("filmpje", "nl")


@pytest.mark.parametrize("kind", ["lesson", "quiz", "module"])
def test_an_unknown_name_is_answered_with_the_nearest(library, kind):
    with pytest.raises(NotFound) as caught:
        getattr(library, kind)("filmpie")
    assert (caught.value.kind, caught.value.name, caught.value.nearest) == (kind, "filmpie", "filmpje")


def test_an_unknown_goal_protocol_or_act_is_not_found(library):
    for ask in (
        lambda: library.goal_set("p"),
        lambda: library.judge("our-shool", "ask-the-person-first"),
        lambda: library.judge("our-school", "ask"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_pupils_get_the_modules_of_their_band_and_staff_theirs(library):
    def names(*of):
        return [one.id for one in library.modules_for(*of)]

    assert names(Audience.PUPIL, "po-7-8") == ["filmpje"]
    assert names(Audience.PUPIL, "vo-1-2") == []
    assert names(Audience.PUPIL) == ["filmpje"]
    assert names(Audience.TEACHER, "po-7-8") == names(Audience.LEADER) == ["team"]
    assert names(Audience.PARENT) == []


def test_leaders_get_what_is_for_teachers_too_and_parents_what_is_theirs(library):
    team = library.module("team")
    modules = {
        one.id: one
        for one in (
            team,
            dataclasses.replace(team, id="lead", audience=Audience.LEADER),
            dataclasses.replace(team, id="gate", audience=Audience.PARENT, bands=("parents",)),
        )
    }
    wider = dataclasses.replace(library, curriculum=dataclasses.replace(library.curriculum, modules=modules))
    found = {who: [one.id for one in wider.modules_for(who)] for who in Audience}
    assert found == {
        Audience.PUPIL: [],
        Audience.TEACHER: ["team"],
        Audience.LEADER: ["team", "lead"],
        Audience.PARENT: ["gate"],
        Audience.SCHOOL: [],
    }


def test_the_school_judges_through_the_library(library):
    judgement = library.judge("our-school", "post-photo-without-asking", Audience.PUPIL)
    assert judgement.verdict is Verdict.NOT
    assert [one.id for one in judgement.articles] == ["A.1"]


def test_nothing_of_a_library_can_be_changed(library):
    with pytest.raises(dataclasses.FrozenInstanceError):
        library.quizzes = {}
    for mapping in (library.lessons, library.lessons["team"], library.quizzes, library.curriculum.modules):
        with pytest.raises(TypeError):
            mapping["x"] = None


def test_protocols_of_schools_hold_beside_the_starting_ones_in_a_library_of_its_own(library):
    own = dataclasses.replace(next(iter(library.norms.protocols.values())), id="de-eik~1", name="De Eik")
    found = library.with_protocols(own)
    assert set(found.norms.protocols) == {*library.norms.protocols, "de-eik~1"}
    assert "de-eik~1" not in library.norms.protocols
    assert found.lessons is library.lessons
    assert found.scripts is library.scripts
    assert found.rulebook("de-eik~1") != library.rulebook(next(iter(library.norms.protocols)))
