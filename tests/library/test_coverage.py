from dataclasses import astuple

import pytest

from course.library import coverage, read_content
from course.library.coverage import Tally, coverage_under, tallies, unseen
from course.norms.model import Audience
from tests.library.content_root import write_content


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def spoil(root, file, *changes):
    text = (root / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / file).write_text(text, encoding="utf-8")


def rows_of(root, protocol="our-school", band=None):
    library, problems = read_content(root)
    assert not [one for one in problems if one.severity == "error"]
    return coverage(library, band)[protocol]


def write_quiet_protocol(root):
    """A protocol with the same articles that takes no stance on anything."""
    text = (root / "norms/protocols/our-school.toml").read_text(encoding="utf-8")
    said, heading, _ = text.partition("[stances]\n")
    assert heading
    quiet = f"{said}{heading}".replace("our-school", "quiet").replace("Onze school", "Stille school")
    (root / "norms/protocols/quiet.toml").write_text(quiet, encoding="utf-8")


def test_an_article_counts_for_each_audience_that_is_shown_it_and_no_other(root):
    rows = rows_of(root)
    assert rows["A.1"] == {
        "pupil": {"lessons": ["filmpje"], "questions": ["filmpje#mag", "filmpje#wie"]},
        "teacher": {"lessons": ["team"], "questions": ["team#mag", "team#wie"]},
    }
    assert rows["A.2"] == {"teacher": {"lessons": [], "questions": []}}


def test_what_a_lesson_only_names_does_not_count(root):
    spoil(root, "lessons/team/nl.md", ("minutes: 5", "minutes: 5\narticles: [our-school:A.2]"))
    assert rows_of(root)["A.2"]["teacher"]["lessons"] == []


def test_what_a_question_names_counts_where_its_answer_shows_it_to_whom_it_speaks(root):
    for file in ("quizzes/team.md", "quizzes/filmpje.md"):
        spoil(root, file, ("{#wie ", '{#wie articles="our-school:A.2" '))
    assert rows_of(root)["A.2"] == {"teacher": {"lessons": [], "questions": ["team#wie"]}}


def test_under_a_protocol_that_is_silent_on_an_act_its_articles_do_not_count(root):
    write_quiet_protocol(root)
    rows = rows_of(root, "quiet")
    assert not any(any(cell.values()) for cell in rows["A.1"].values())
    assert rows_of(root)["A.1"]["pupil"]["lessons"] == ["filmpje"]


def test_where_nothing_is_said_the_rule_for_who_is_in_doubt_is_what_is_shown(root):
    write_quiet_protocol(root)
    assert rows_of(root, "quiet")["A.2"]["teacher"] == {"lessons": ["team"], "questions": ["team#mag"]}


def test_a_choice_that_nobody_at_that_school_is_offered_does_not_count(root):
    condition = 'when="act=ask-the-person-first stance=forbidden"'
    spoil(
        root,
        "lessons/filmpje/nl.md",
        ("{act=ask-the-person-first}", f"{{act=ask-the-person-first {condition}}}"),
        ("{act=post-photo-without-asking}", "{id=online}"),
    )
    assert rows_of(root)["A.1"]["pupil"]["lessons"] == []


def test_a_band_counts_only_what_is_meant_for_it_as_its_learners_see_it(root):
    spoil(root, "curriculum/modules.toml", ('bands = ["po-7-8"]', 'bands = ["po-7-8", "vo-1-2"]'))
    spoil(
        root,
        "lessons/filmpje/nl.md",
        ("bands: [po-7-8]", "bands: [po-7-8, vo-1-2]"),
        ("{act=ask-the-person-first}", '{act=ask-the-person-first when="band=vo-1-2"}'),
        ("{act=post-photo-without-asking}", "{id=online}"),
    )
    lessons = {
        band: rows_of(root, band=band)["A.1"] for band in (None, "po-7-8", "vo-1-2", "vo-3-4", "staff")
    }
    taught = {band: cells["pupil"]["lessons"] for band, cells in lessons.items()}
    assert taught == {None: ["filmpje"], "po-7-8": [], "vo-1-2": ["filmpje"], "vo-3-4": [], "staff": []}
    assert lessons["po-7-8"]["teacher"] == {"lessons": [], "questions": []}
    assert lessons["staff"]["teacher"]["lessons"] == ["team"]


def test_what_is_not_teachable_is_left_out(root):
    spoil(root, "norms/protocols/our-school.toml", ("teachable = true", "teachable = false"))
    assert coverage(read_content(root)[0]) == {"our-school": {}}


def test_one_protocol_by_itself_is_counted_alike(root):
    write_quiet_protocol(root)
    library = read_content(root)[0]
    assert {one: coverage_under(library, one) for one in library.norms.protocols} == coverage(library)


def test_taught_tested_both_and_neither_are_counted_for_each_audience_of_learners():
    def cell(*kinds):
        return {kind: ["x"] if kind in kinds else [] for kind in ("lessons", "questions")}

    rows = {
        "1": {"pupil": cell("lessons"), "parent": cell()},
        "2": {"pupil": cell("questions"), "teacher": cell()},
        "3": {"pupil": cell("lessons", "questions")},
        "4": {"pupil": cell()},
        "5": {"parent": cell()},
        "6": {"school": cell()},
    }
    assert tallies(rows) == {
        Audience.PUPIL: Tally(4, 2, 2, 1),
        Audience.TEACHER: Tally(1, 0, 0, 0),
        Audience.PARENT: Tally(2, 0, 0, 0),
    }
    assert [astuple(one)[0] - one.neither for one in tallies(rows).values()] == [3, 0, 0]
    assert list(unseen(rows)) == ["4", "5"]
