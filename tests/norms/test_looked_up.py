import shutil
from datetime import date, timedelta

from course.norms.looked_up import GOOD_FOR, to_look_up
from course.norms.model import Source
from course.norms.read import read_norms
from tests.norms.small_content import BROKEN

CHECKED = date(2026, 11, 28)
"""When everything in the small content was looked up."""


def test_nothing_is_to_be_looked_up_within_a_year(content):
    norms, _problems = read_norms(content)
    assert to_look_up(norms, CHECKED) == to_look_up(norms, CHECKED + GOOD_FOR) == ()


def test_rules_of_every_source_and_help_lines_are_due_after_a_year_the_oldest_first(content):
    for name in ("guidance", "help"):
        shutil.copy(BROKEN / "sound" / f"{name}.toml", content / "norms")
    guidance = content / "norms" / "guidance.toml"
    guidance.write_text(guidance.read_text("utf-8").replace("2026-11-28", "2026-01-01"), encoding="utf-8")
    norms, _problems = read_norms(content)
    late = to_look_up(norms, CHECKED + GOOD_FOR + timedelta(days=1))
    assert [one.source for one in late] == [Source.GUIDANCE, Source.LAW, None, None]
    assert late[0].name == "Kennisnet: Sociale media in de klas"
    assert [one.name for one in to_look_up(norms, CHECKED + timedelta(days=100))] == [late[0].name]
