from pathlib import Path

import pytest

from course.curriculum.modules import read_modules
from course.curriculum.read import read_curriculum
from course.norms.model import STAFF, Audience

CONTENT = Path(__file__).parents[2]

ONE = """[modules.een]
audience = "pupil"
bands = ["po-7-8"]
lessons = ["les"]
quiz = "toets"
picture = "les/a.svg"
nl = "Een"
en = "One"
summary = {nl = "Kort", en = "Short"}
"""


def read(text: str):
    modules, problems = read_modules(text, "curriculum/modules.toml")
    return modules, [(one.line, one.code) for one in problems]


def test_a_module_keeps_what_its_file_says():
    modules, problems = read(ONE)
    module = modules["een"]
    assert problems == []
    assert (module.audience, module.bands, module.lessons) == (Audience.PUPIL, ("po-7-8",), ("les",))
    assert (module.quiz, module.picture, module.words.en, module.summary.nl) == (
        "toets",
        "les/a.svg",
        "One",
        "Kort",
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ('"pupil"', '"school"', 2, "wrong-audience"),
        ('"pupil"', '"pupils"', 2, "unknown-audience"),
        ('"po-7-8"', '"po-78"', 3, "unknown-band"),
        ('["les"]', "[]", 4, "empty-list"),
        ('["les"]', '"les"', 4, "wrong-type"),
        ("quiz", "quis", 5, "unknown-key"),
        ('nl = "Een"', "", 1, "missing-key"),
    ],
)
def test_a_mistake_is_told_at_its_line_and_the_module_is_still_read(old, new, line, code):
    modules, problems = read(ONE.replace(old, new, 1))
    assert (line, code) in problems
    assert list(modules) == ["een"]


def test_an_empty_file_is_a_problem():
    assert read("")[1] == [(1, "missing-key")]


def test_the_course_begins_with_the_module_that_learners_have_done_and_speaks_both_languages():
    curriculum, problems = read_curriculum(CONTENT)
    assert problems == ()
    modules = list(curriculum.modules.values())
    first = next(one for one in modules if one.audience is Audience.PUPIL)
    assert first.id == "mag-deze-foto"
    assert all(one.words.nl and one.words.en and one.summary.nl and one.summary.en for one in modules)
    assert all((one.audience in STAFF) == (one.bands == ("staff",)) for one in modules)


def test_a_missing_or_unreadable_file_is_told_of(tmp_path):
    assert [(one.file, one.code) for one in read_curriculum(tmp_path)[1]] == [
        ("curriculum/modules.toml", "unreadable-file")
    ]
    (tmp_path / "curriculum").mkdir()
    (tmp_path / "curriculum" / "modules.toml").write_bytes(b"# een\n# \xff\n")
    problems = read_curriculum(tmp_path)[1]
    assert ("not-utf-8", 2) in [(one.code, one.line) for one in problems]


def test_a_module_suits_in_the_years_that_it_names_and_else_in_all_of_its_bands():
    years = ONE.replace('bands = ["po-7-8"]', 'bands = ["po-7-8", "vo-1-2"]\nyears = ["11", "8"]')
    assert read(ONE)[0]["een"].suits == ("7", "8")
    assert read(years)[0]["een"].suits == ("8", "11")
    assert read(years)[1] == []


def test_a_year_of_another_band_is_told_at_its_line():
    modules, problems = read(ONE.replace('bands = ["po-7-8"]', 'bands = ["po-7-8"]\nyears = ["6"]'))
    assert problems == [(4, "year-outside-bands")]
    assert list(modules) == ["een"]
