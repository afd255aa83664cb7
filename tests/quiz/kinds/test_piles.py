from course.norms.model import Verdict
from course.quiz.kinds.piles import NAMES, PILES, pile_of


def test_every_verdict_but_open_lies_under_a_pile():
    assert {pile_of(one) for one in Verdict} == {*PILES, Verdict.OPEN}


def test_what_was_kept_while_there_were_four_verdicts_still_means_the_same():
    assert (NAMES["fine"], NAMES["not-fine"]) == (Verdict.MAY, Verdict.NOT)
