from pathlib import Path

from course.curriculum.frameworks import read_framework
from course.curriculum.read import read_curriculum

CONTENT = Path(__file__).parents[2]

SLO = "sector,code,level,domain,text_nl,uuid,parent_uuid\n"


def read(text: str):
    items, problems = read_framework(text, "curriculum/frameworks/f.csv")
    return items, [(one.line, one.code) for one in problems]


def test_the_published_frameworks_are_read_whole():
    items = read_curriculum(CONTENT)[0].frameworks
    whole = [reference for reference in items if "." not in reference]
    assert len([one for one in whole if one.startswith("slo:")]) == 18
    assert len([one for one in whole if one.startswith("digcomp:")]) == 5
    assert len([one for one in items if one.startswith("digcomp:") and one not in whole]) == 21


def test_every_elaboration_and_competence_hangs_below_one_that_exists():
    items = read_curriculum(CONTENT)[0].frameworks
    assert {"slo:po:24A.u1", "digcomp:2.2"} <= items.keys()
    for reference in items:
        assert reference.partition(".")[0] in items


def test_the_sectors_keep_codes_that_collide_apart():
    items = read_curriculum(CONTENT)[0].frameworks
    assert items["slo:po:22A"].words != items["slo:vo:22A"].words


def test_a_code_that_stands_twice_and_a_lost_parent_are_told_at_their_lines():
    rows = 'po,1A,doelzin,d,"een,\nen",u1,\npo,1A,doelzin,d,twee,u2,\npo,1A.u1,uitwerking,d,drie,u3,u9\n'
    items, problems = read(SLO + rows)
    assert problems == [(4, "duplicate-framework-item"), (5, "unknown-parent")]
    assert items["slo:po:1A"].words.nl == "een,\nen"


def test_unknown_columns_and_a_broken_table_are_told():
    assert read("a,b\n1,2\n")[1] == [(1, "unknown-framework")]
    assert read("")[1] == [(1, "unknown-framework")]
    assert read(SLO + 'po,"1A"x,d\n')[1] == [(2, "broken-csv")]
