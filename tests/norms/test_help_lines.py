import shutil

from course.library import default_content_root
from course.norms.help_lines import first_help, help_for, help_named
from course.norms.model import Audience
from course.norms.read import read_norms
from tests.norms.small_content import BROKEN


def test_a_reader_is_shown_the_lines_that_are_there_for_them(content):
    shutil.copy(BROKEN / "sound" / "help.toml", content / "norms")
    norms, _problems = read_norms(content)
    shown = {one: [line.id for line in help_for(norms, one)] for one in (None, *Audience)}
    assert shown == {
        None: ["kindertelefoon", "helpwanted"],
        Audience.PUPIL: ["kindertelefoon", "helpwanted"],
        Audience.TEACHER: [],
        Audience.LEADER: [],
        Audience.PARENT: ["helpwanted"],
        Audience.SCHOOL: ["helpwanted"],
    }


def test_where_there_is_room_for_one_line_it_is_the_first_for_that_reader(content):
    shutil.copy(BROKEN / "sound" / "help.toml", content / "norms")
    norms, _problems = read_norms(content)
    assert first_help(norms, Audience.PUPIL).id == "kindertelefoon"
    assert first_help(norms, Audience.PARENT).id == "helpwanted"
    assert first_help(norms, Audience.TEACHER) is None


def test_the_first_line_of_the_course_fits_who_reads():
    norms, _problems = read_norms(default_content_root())
    assert {one.value: first_help(norms, one).id for one in Audience} == {
        "pupil": "kindertelefoon",
        "teacher": "adviespunt-school-en-veiligheid",
        "leader": "adviespunt-school-en-veiligheid",
        "school": "adviespunt-school-en-veiligheid",
        "parent": "ouders-en-onderwijs",
    }


def test_lines_are_named_in_any_order_and_those_for_others_are_left_out(content):
    shutil.copy(BROKEN / "sound" / "help.toml", content / "norms")
    norms, _problems = read_norms(content)
    named = ("helpwanted", "geen-lijn", "kindertelefoon")
    assert [one.id for one in help_named(norms, named, Audience.PUPIL)] == ["helpwanted", "kindertelefoon"]
    assert [one.id for one in help_named(norms, named, Audience.PARENT)] == ["helpwanted"]
