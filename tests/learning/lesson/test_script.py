"""A script is worked out once for a lesson, a language, an edition, a rulebook and an audience, and for no other."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from course.learning.lesson import script as scripts
from course.learning.lesson.script import is_meant_for, script_for
from course.library import default_content_root, load_library, model, read_content
from course.norms.model import Audience
from course.people.roles import Role
from tests.learning.world import module
from tests.library.many_modules import write_modules
from tests.people.actors import an_actor

LESSON = "mag-deze-foto"


@pytest.fixture(scope="module")
def content():
    return load_library(default_content_root())


@pytest.fixture
def library(content):
    """The content with nothing worked out yet."""
    return replace(content)


def articles(script):
    return {step: said.leading.articles for step, said in script.judgements.items()}


def test_a_script_is_worked_out_once(library, monkeypatch):
    first = script_for(library, an_actor(), LESSON)
    monkeypatch.setattr(scripts, "read_as", None)
    assert script_for(library, an_actor(year_group="7"), LESSON) is first


@pytest.mark.parametrize(
    "readers", [(Role.PUPIL, Role.TEACHER), (Role.TEACHER, Role.PUPIL), (Role.DIRECTOR, Role.PUPIL)]
)
def test_nobody_reads_the_articles_of_who_came_first(library, readers):
    """With the audience left out of the key a teacher read a pupil's articles, and a pupil a teacher's."""
    seen = [articles(script_for(library, an_actor(role), LESSON)) for role in readers]
    alone = [articles(script_for(replace(library), an_actor(role), LESSON)) for role in readers]
    assert seen == alone
    assert seen[0] != seen[1]


def test_no_school_reads_the_verdicts_of_another(library):
    protocols = list(library.norms.protocols)
    seen = {name: script_for(library, an_actor(protocol=name), LESSON) for name in protocols}
    assert {
        name: one.judgements[step].leading.protocol.id
        for name, one in seen.items()
        for step in one.judgements
    } == {name: name for name in protocols}
    assert len({one.hindering for one in seen.values()}) > 1


def test_each_language_has_a_script_of_its_own(library, tmp_path):
    root = write_modules(tmp_path, 1)
    text = (root / "lessons" / LESSON / "nl.md").read_text(encoding="utf-8")
    (root / "lessons" / LESSON / "en.md").write_text(text, encoding="utf-8")
    both = load_library(root)
    assert {script_for(both, an_actor(locale=one), LESSON).lesson.locale for one in ("nl", "en")} == {
        "nl",
        "en",
    }


def test_a_key_names_the_edition_and_the_rulebook_and_changes_with_either(library, tmp_path):
    root = write_modules(tmp_path, 1)
    before = script_for(load_library(root), an_actor(), LESSON).key
    assert before == script_for(library, an_actor(), LESSON).key, (
        "the same words and rules, wherever they lie"
    )
    assert before[2:] == (library.lesson(LESSON).edition, library.rulebook("kom-leren"), "pupil")
    lesson, rules = root / "lessons" / LESSON / "nl.md", root / "norms/protocols/kom-leren.toml"
    keys = [before]
    for file, old, new in ((lesson, "berggeit", "bergkoe"), (rules, 'title = "', 'title = "Nieuw ')):
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        keys.append(script_for(load_library(root), an_actor(), LESSON).key)
    assert len(set(keys)) == 3
    other = script_for(load_library(root), an_actor(protocol="verkruisen"), LESSON).key
    assert other[3] == script_for(library, an_actor(protocol="verkruisen"), LESSON).key[3], (
        "another school's rules"
    )


def test_no_more_scripts_are_kept_than_there_is_room_for(content, monkeypatch):
    monkeypatch.setattr(model, "MOST_SCRIPTS", 4)
    library = replace(content)
    for _ in range(2):
        for name in content.norms.protocols:
            for role in (Role.PUPIL, Role.TEACHER):
                script_for(library, an_actor(role, protocol=name), LESSON)
                assert len(library.scripts) <= 4


def test_another_library_has_nothing_of_this_one(library):
    first = script_for(library, an_actor(), LESSON)
    assert script_for(replace(library), an_actor(), LESSON) is not first


def test_the_seats_of_one_incident_link_to_each_other_for_the_same_learners(library, tmp_path):
    root = write_modules(tmp_path, 1)
    file = root / "lessons" / LESSON / "nl.md"
    text = file.read_text(encoding="utf-8").replace("incident: laars", "incident: stoel", 1)
    file.write_text(text, encoding="utf-8")
    shutil.copytree(root / "lessons" / LESSON, root / "lessons" / "daans-stoel")
    read, _ = read_content(root)
    assert [one.id for one in script_for(read, an_actor(), LESSON).seats] == ["daans-stoel"]
    assert [one.id for one in script_for(read, an_actor(), "daans-stoel").seats] == [LESSON]
    assert [one.id for one in script_for(library, an_actor(), LESSON).seats] == ["de-laars-van-binnen"]


def test_a_leaders_module_is_on_the_list_of_who_leads():
    teacher, director = an_actor(role=Role.TEACHER), an_actor(role=Role.DIRECTOR)
    leading, teaching = module("leiden", Audience.LEADER, "les"), module("team", Audience.TEACHER, "les")
    assert (is_meant_for(director, leading), is_meant_for(teacher, leading)) == (True, False)
    assert is_meant_for(director, teaching)
    assert not is_meant_for(director, module("hek", Audience.PARENT, "les"))
