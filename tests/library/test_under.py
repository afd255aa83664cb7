import pytest

from course.library import read_content
from course.library.under import under
from course.norms.model import Audience
from tests.library.content_root import write_content
from tests.library.test_coverage import spoil

LESSON = "lessons/filmpje/nl.md"


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def found(root, *changes):
    if changes:
        spoil(root, LESSON, *changes)
    library, problems = read_content(root)
    assert not [one for one in problems if one.severity == "error"]
    return under(library, library.lesson("filmpje"), Audience.PUPIL, "our-school")


def test_decisions_and_choices_of_story_and_later_cards_are_counted(root):
    one = found(root)
    assert one.decisions == ("wat-nu", "drie-weken-later")
    assert (one.choices, one.open) == (5, 2)
    assert one.undecided == ()


def test_a_decision_of_which_nobody_says_anything_is_undecided(root):
    asked = ("[Ik vraag het weer](#klaar){act=ask-the-person-first}", "[Ik vraag het weer](#klaar){id=weer}")
    assert found(root, asked).undecided == ("drie-weken-later",)


def test_a_decision_in_which_everything_is_fine_can_not_fail(root):
    assert found(root).harmless == ("drie-weken-later",)


def test_a_way_without_a_card_completes_without_the_schools_own_words(root):
    assert found(root).unseen
    named = ("#sem-is-boos){id=milan}", "#sem-is-boos){id=milan act=ask-the-person-first}")
    assert not found(root, named).unseen


def test_without_something_that_could_go_wrong_the_way_has_no_risk(root):
    assert not found(root).unrisked
    assert found(root, ("{act=post-photo-without-asking}", "{id=online}")).unrisked


def test_an_ending_behind_what_is_not_wanted_beams_unless_it_is_sad(root):
    assert found(root).beaming == ("sem-is-boos",)
    assert found(root, ("## Sem is boos", "{.sad}\n## Sem is boos")).beaming == ()
