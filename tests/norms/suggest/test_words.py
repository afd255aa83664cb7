from concurrent.futures import ThreadPoolExecutor

import pytest

from course.norms.suggest.words import features, meanings, root, runs, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deelt", "delen"),
        ("plaatst", "plaatsen"),
        ("mailt", "mailen"),
        ("foto's", "foto"),
        ("leerkracht", "leerkrachten"),
    ],
)
def test_forms_of_a_word_share_a_root(one, other):
    assert root(words_of(one)[0]) == root(other)


def test_words_that_mean_the_same_at_a_school_are_told_to():
    assert meanings("mobiel") & meanings("smartphone")
    assert meanings("schoolbeelden") & meanings("foto")
    assert meanings("cyberpesten") & meanings("pesten")
    assert not meanings("fietsenstalling")


def test_whose_leave_is_needed_says_less_than_what_is_done():
    said = features("Printen mag alleen met toestemming van de leerkracht.")
    assert said[root("printen")] > said[root("toestemming")] > 0


def test_a_denial_counts_but_not_as_a_word():
    assert features("Ik deel niets.")["not"] == features("Ik deel nooit iets.")["not"] > 0
    assert "niet" not in words_of("Dat doe ik.")


def test_nothing_says_nothing():
    assert dict(features("")) == {}
    assert dict(runs("de het een")) == {}


def test_threads_find_the_same_roots():
    words = [f"voorbeeld{number}en" for number in range(400)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(root.__wrapped__, words * 4))
    assert found == [root(word) for word in words] * 4
