from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from course.quiz.draw import asked, can_be_asked, draw, shown, shuffled
from course.quiz.model import QuestionKind
from tests.quiz.builders import BANK, FRONT, at, lettered, quiz

KINDS = "".join(
    f"\n{{#s{n}}}\n## S\n\n- [x] ja\n- [ ] nee\n  > Nee.\n\n> Want.\n"
    f"\n{{#j{n} kind=judge act=post}}\n## J\n\n> Want.\n"
    f"\n{{#o{n} kind=order}}\n## O\n\n1. een\n2. twee\n3. drie\n\n> Want.\n"
    for n in range(6)
)
SINGLES = "".join(f"\n{{#s{n}}}\n## S\n\n- [x] ja\n- [ ] nee\n  > Nee.\n\n> Want.\n" for n in range(3))
JUDGE = "\n{#oordeel kind=judge act=post}\n## J\n\n> Want.\n"
MANY = quiz(FRONT.replace("draw: 2", "draw: 7") + KINDS)
SEEDS = st.integers(min_value=0, max_value=2**63)


@given(SEEDS)
def test_the_same_seed_draws_the_same_paper_without_repeats(seed):
    drawn = draw(MANY, seed, (), at("streng"))
    assert drawn == draw(MANY, seed, (), at("streng"))
    assert len(set(drawn)) == len(drawn) == 7


def test_seeds_differ():
    assert len({draw(MANY, seed, (), at("streng")) for seed in range(20)}) > 15


@given(SEEDS)
def test_an_attempt_is_spread_over_the_kinds(seed):
    kinds = Counter(MANY.questions[one].kind for one in draw(MANY, seed, (), at("streng")))
    assert sorted(kinds.values()) == [2, 2, 3]


@given(SEEDS)
def test_a_retake_draws_others_until_all_were_seen(seed):
    first = draw(MANY, seed, (), at("streng"))
    second = draw(MANY, seed + 1, first, at("streng"))
    third = draw(MANY, seed + 2, first + second, at("streng"))
    assert not set(first) & set(second)
    assert set(MANY.questions) - set(first) - set(second) <= set(third)


@given(SEEDS)
def test_what_was_not_seen_yet_comes_before_another_kind(seed):
    bank = quiz(FRONT.replace("draw: 2", "draw: 3") + SINGLES + JUDGE)
    assert set(draw(bank, seed, ("oordeel",), at("streng"))) == {"s0", "s1", "s2"}
    assert "oordeel" in draw(bank, seed, ("s0", "s1", "s2"), at("streng"))


def test_questions_that_were_renamed_since_do_not_matter():
    assert draw(MANY, 3, ("gone", "gone"), at("streng")) == draw(MANY, 3, (), at("streng"))


def test_a_small_bank_gives_what_it_has():
    assert len(draw(quiz(BANK.replace("draw: 2", "draw: 9")), 1, (), at("streng"))) == 5


def test_a_sort_question_of_which_the_protocol_says_too_little_is_not_drawn_there():
    bank = quiz(BANK.replace("draw: 2", "draw: 9"))
    assert "stapels" in draw(bank, 1, (), at("streng"))
    assert "stapels" not in draw(bank, 1, (), at("stil"))
    assert can_be_asked(bank.questions["wie"], at("stil"))


def test_items_that_are_open_at_a_school_are_left_out_there():
    question = lettered(quiz().questions["stapels"])
    assert [one.key for one in asked(question, at("streng"))] == ["a", "b", "c", "d"]
    assert [one.key for one in asked(question, at("stil"))] == ["b"]
    assert [one.key for one in shown(question, 5, at("stil"))] == ["b"]


@given(SEEDS, st.sampled_from(list(quiz().questions.values())))
def test_shuffling_keeps_every_option_and_repeats_itself(seed, question):
    mixed = shuffled(question, seed)
    assert {one.key for one in mixed} == {one.key for one in question.options}
    assert len(mixed) == len(question.options)
    assert mixed == shuffled(question, seed)
    if question.kind is QuestionKind.ORDER:
        assert mixed != question.options


def test_the_right_option_stands_in_every_place():
    question = quiz().questions["wie"]
    places = Counter([one.right for one in shuffled(question, seed)].index(True) for seed in range(300))
    assert all(places[place] > 60 for place in range(3))


WRITTEN = "".join(
    f"\n{{#w{n} kind=write}}\n## W\n\n> Zo.\n\n- een\n- twee\n- drie\n\n> Want.\n" for n in range(2)
)


@given(SEEDS)
def test_one_thing_to_write_comes_last_beside_those_that_count(seed):
    bank = quiz(FRONT.replace("draw: 2", "draw: 7") + KINDS + WRITTEN)
    drawn = draw(bank, seed, (), at("streng"))
    assert len(drawn) == 8
    assert [one for one in drawn if not bank.questions[one].counts] == [drawn[-1]]
    assert draw(bank, seed, drawn, at("streng"))[-1] != drawn[-1]


def test_a_checklist_is_not_shuffled():
    question = quiz(FRONT + WRITTEN).questions["w0"]
    assert all(shuffled(question, seed) == question.options for seed in range(9))
