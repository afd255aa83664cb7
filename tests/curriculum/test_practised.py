from course.curriculum.practised import read_practised
from course.curriculum.read import read_curriculum
from course.library import default_content_root

FILE = "curriculum/practised.toml"


def read(text):
    practised, problems = read_practised(text, FILE)
    return practised, [(one.line, one.code) for one in problems]


def test_a_theme_keeps_what_it_practises():
    practised, problems = read('[themes]\nimages = ["slo:po:24A", "digcomp:2.2"]\n')
    assert problems == []
    assert practised["images"].items == ("slo:po:24A", "digcomp:2.2")
    assert practised["images"].line == 2


def test_what_is_no_list_of_texts_is_reported():
    assert read("[themes]\nimages = 1\n")[1] == [(2, "wrong-type")]
    assert read("[themes]\nimages = []\nother = true\n")[1] == [(2, "empty-list"), (3, "wrong-type")]
    assert read("[theme]\n")[1]


def test_our_own_file_has_no_problems():
    curriculum, problems = read_curriculum(default_content_root())
    assert not [one for one in problems if one.file == FILE]
    assert curriculum.practised["images"].items
