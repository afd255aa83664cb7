"""Who learns in the demo gets what is meant for the own year or role."""

from __future__ import annotations

from course.demo.courses import LEADERS, PUPILS, TEACHERS, YOUNGER, modules_of
from course.library import default_content_root, load_library


def test_each_year_and_each_role_has_its_own_modules() -> None:
    modules = {
        one: {module.id for module in own}
        for one, own in modules_of(load_library(default_content_root())).items()
    }
    assert modules[YOUNGER]
    assert modules[PUPILS]
    assert not modules[YOUNGER] & modules[PUPILS]
    assert modules[TEACHERS] < modules[LEADERS]
