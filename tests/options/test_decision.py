"""Every decision as a print: options alone, and apart from them what is right where."""

import pytest

from course.library import load_library
from course.options.decision import CHOICE, decisions
from tests.library.content_root import write_content

MORE = """
{#paren kind=match}
## Wat hoort bij wat?

- een
  - oneven
- twee
  - even
- drie
  - oneven

> Zo.

{#stappen kind=order}
## Wat eerst?

1. stop
2. bewaar
3. vertel

> Zo.

{#schrijf kind=write}
## Schrijf

> Een voorbeeld.

- dit
- dat

> Zo.
"""


@pytest.fixture
def asked(tmp_path):
    root = write_content(tmp_path)
    with (root / "quizzes/filmpje.md").open("a", encoding="utf-8") as bank:
        bank.write(MORE)
    return {one.id: one for one in decisions(load_library(root))}


def test_every_decision_and_every_question_but_what_is_written_is_there(asked):
    kinds = {name: one.kind for name, one in asked.items() if one.source == "filmpje"}
    assert {name for name in kinds if "#" in name} == {
        "filmpje#mag",
        "filmpje#wie",
        "filmpje#paren",
        "filmpje#stappen",
    }
    assert kinds["filmpje#paren"] == "match"
    assert CHOICE in kinds.values()


def test_a_choice_is_right_where_the_rules_the_law_or_advice_let_it_be(asked):
    scene = next(one for one in asked.values() if "Ik laat het Milan zien, die naast mij zit" in one.options)
    right = {scene.options[at] for at in scene.right("our-school")}
    assert "Ik zet het online" not in right
    assert "Ik laat het Milan zien, die naast mij zit" not in right, "it does nothing that anybody speaks of"
    assert right


def test_right_options_are_named_by_where_they_are_printed(asked):
    one = asked["filmpje#wie"]
    assert [one.options[int(at) - 1] for at in one.keys["our-school"]] == ["Sem"]
    steps = asked["filmpje#stappen"]
    assert [steps.options[int(at) - 1] for at in steps.keys["our-school"]] == ["stop", "bewaar", "vertel"]
    pairs = dict(one.split("=") for one in asked["filmpje#paren"].keys["our-school"])
    named = {asked["filmpje#paren"].options[int(at) - 1]: partner for at, partner in pairs.items()}
    assert named == {"een": "oneven", "twee": "even", "drie": "oneven"}


def test_the_print_is_always_the_same(tmp_path):
    library = load_library(write_content(tmp_path))
    assert decisions(library) == decisions(library)
    for one in decisions(library):
        assert sorted(one.written) == list(range(len(one.written)))
