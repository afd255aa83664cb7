import shutil

from course.norms.help_lines import help_for
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
