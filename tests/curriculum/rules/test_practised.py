from types import MappingProxyType

from course.curriculum.model import Curriculum, FrameworkItem, Practised
from course.curriculum.rules.case import Case
from course.curriculum.rules.practised import unknown_practised_item, unknown_theme
from course.norms.model import Norms, Theme, nothing_national
from course.reading.words import Words

WORDS = Words("Beelden", "Images")


def found(theme, item):
    norms = Norms({}, {}, nothing_national(), themes=MappingProxyType({"images": Theme("images", WORDS)}))
    frameworks = {"slo:po:24A": FrameworkItem("slo:po:24A", WORDS)}
    curriculum = Curriculum({}, {}, frameworks, {theme: Practised((item,), 7)})
    case = Case(curriculum, (), (), norms, (), {})
    unknown_theme(case)
    unknown_practised_item(case)
    return [(one.file, one.line, one.code) for one in case.in_order()]


def test_a_known_theme_and_goal_are_no_problem():
    assert found("images", "slo:po:24A") == []


def test_a_theme_or_goal_that_nobody_knows_is_an_error_at_its_line():
    at = ("curriculum/practised.toml", 7)
    assert found("image", "slo:po:24A") == [(*at, "unknown-theme")]
    assert found("images", "slo:po:24Z") == [(*at, "unknown-framework-item")]
