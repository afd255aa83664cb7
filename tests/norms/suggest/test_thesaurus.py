from collections import Counter

from course.norms.suggest.thesaurus import PEOPLE, THINGS


def test_a_line_has_words_that_mean_the_same_each_once():
    for line in [*PEOPLE.strip().split("\n"), *THINGS.strip().split("\n")]:
        words = line.split()
        assert len(words) >= 2
        assert max(Counter(words).values()) == 1
        assert line == line.lower()
