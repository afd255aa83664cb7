"""The exact chances, against what can be counted by hand or by trying every way."""

from itertools import combinations, product
from math import comb, isclose

import pytest

from course.options.exact import Trial, chances, p_value


def test_one_mark_in_each_of_equal_decisions_is_the_binomial():
    spread = chances([Trial(4, 1, 1)] * 6)
    for hits, chance in enumerate(spread):
        assert isclose(chance, comb(6, hits) * 0.25**hits * 0.75 ** (6 - hits))


def test_unequal_decisions_are_the_poisson_binomial():
    assert [round(one, 6) for one in chances([Trial(2, 1, 1), Trial(4, 1, 1)])] == [0.375, 0.5, 0.125]


SHAPES = [Trial(3, 1, 1), Trial(4, 2, 2), Trial(4, 1, 3), Trial(2, 0, 1), Trial(3, 3, 2)]


@pytest.mark.parametrize("trials", [*combinations(SHAPES, 3), (), (SHAPES[1],)])
def test_the_chances_are_those_of_trying_every_way(trials):
    ways = [
        [len(set(range(one.marked)) & set(right)) for right in combinations(range(one.options), one.right)]
        for one in trials
    ]
    every = [sum(hits) for hits in product(*ways)]
    for hits, chance in enumerate(chances(trials)):
        assert isclose(chance, every.count(hits) / len(every), abs_tol=1e-12)


@pytest.mark.parametrize(("hits", "p"), [(0, 1 / 8), (4, 1 / 8), (2, 1), (1, 5 / 8)])
def test_few_hits_are_as_telling_as_many(hits, p):
    assert isclose(p_value([Trial(2, 1, 1)] * 4, hits), p)


def test_nothing_marked_tells_nothing():
    assert p_value([], 0) == 1
