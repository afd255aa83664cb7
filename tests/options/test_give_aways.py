"""What the words of an option give away, counted and held against chance."""

import pytest

from course.options.decision import CHOICE, Decision
from course.options.give_aways import RULES, asking, give_away, give_aways


def decision(*options, right=(1,), kind="single", written=None, in_order=False, school="streng"):
    """One decision; `right` counts from 1."""
    order = tuple(written or range(len(options)))
    keys = {school: tuple(str(one) for one in right)}
    return Decision("les/scene", kind, "Wat nu?", options, order, (), in_order, keys)


@pytest.mark.parametrize(
    ("rule", "options", "marked"),
    [
        ("longest", ("kort", "veel langer"), {1}),
        ("longest", ("even", "lang"), set()),
        ("shortest", ("kort", "veel langer"), {0}),
        ("excuse", ("Sem, want hij staat vooraan", "Sem en Aya"), {0}),
        ("excuse", ("Niets zeggen: het is weekend", "Sem,Aya"), {0}),
        ("toch-alleen-maar", ("Tóch plaatsen", "Maarten", "alleen Sem"), {0, 2}),
        ("absolute", ("Dat mag nooit", "Dat mag nou net"), {0}),
        ("asking", ("Het haar vragen", "Je legt het aan Els voor", "Plaatsen"), {0, 1}),
        ("exclamation", ("Doen!", "Doen"), {0}),
        ("modest", ("Even wachten", "Plaatsen"), {0}),
        ("first", ("een", "twee"), set()),
    ],
)
def test_a_rule_marks_options_by_their_words(rule, options, marked):
    assert RULES[rule](decision(*options)) == marked


def test_places_are_marked_only_where_options_keep_theirs():
    fixed = decision("een", "twee", "drie", kind=CHOICE, in_order=True)
    assert RULES["first"](fixed) == {0}
    assert RULES["last"](fixed) == {2}
    assert RULES["last"](decision("een", "twee", "drie", kind=CHOICE)) == set()


def test_who_goes_by_a_rule_that_is_always_right_gains_all_that_chance_leaves():
    asked = [decision("veel langer", "kort", "klein", "nietig")] * 6
    told = give_away("longest", asked, "streng")
    assert (told.marked, told.right, told.expected) == (6, 6, 1.5)
    assert told.gain == pytest.approx(75)
    assert told.p == pytest.approx(2 * 0.25**6)


def test_who_goes_against_a_rule_that_is_always_wrong_gains_too():
    asked = [decision("kort", "veel langer")] * 4
    told = give_away("longest", asked, "streng")
    assert (told.right, told.gain) == (0, pytest.approx(50))


def test_what_marks_everything_or_nothing_tells_nothing():
    told = give_away("exclamation", [decision("Ja!", "Nee!"), decision("Ja", "Nee")], "streng")
    assert (told.marked, told.gain, told.p) == (0, 0, 1)


def test_where_all_or_nothing_is_right_nobody_can_guess():
    asked = [decision("veel langer", "kort", right=()), decision("veel langer", "kort", right=(1, 2))]
    assert give_away("longest", asked, "streng").marked == 0


def test_the_protocol_is_told_under_which_a_rule_goes_best():
    keys = {"streng": ("1",), "stil": ("2",), "mild": ("1", "2", "3")}
    one = Decision("les/scene", CHOICE, "?", ("veel langer", "kort", "klein"), (0, 1, 2), (), False, keys)
    (best,) = [told for told in give_aways([one] * 3, keys) if told.rule == "longest"]
    assert best.protocol == "streng"


def test_asking_in_vain_is_counted():
    asked = [
        decision("Het haar vragen", "Plaatsen"),
        decision("Plaatsen", "In de groep vragen", "Niets doen", right=(3,)),
        decision("Plaatsen", "Niets doen"),
    ]
    counted = asking(asked, "streng")
    assert (counted.offered, counted.in_vain, counted.share) == (2, 1, 0.5)
    assert asking([], "streng").share == 0
