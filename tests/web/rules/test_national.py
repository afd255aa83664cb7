"""What holds for parents everywhere: law and agreements always, advice where nobody stronger says anything."""

from dataclasses import replace
from types import MappingProxyType

from course.library import default_content_root
from course.norms.model import Audience, Position, Source, Stance, Stand
from course.norms.read import read_norms
from web.rules.national import said_to_parents

NORMS, _ = read_norms(default_content_root())
PROTOCOL = NORMS.protocols["verkruisen"]


def advised(norms=NORMS, protocol=PROTOCOL) -> set[str]:
    found = said_to_parents(norms, protocol, "", "nl")
    return {article.id for one in found if one.source is Source.GUIDANCE for article in one.articles}


def test_every_source_is_told_apart_the_strongest_first_and_no_article_twice():
    found = said_to_parents(NORMS, PROTOCOL, "", "nl")
    assert [one.source for one in found] == sorted((one.source for one in found), key=list(Source).index)
    for one in found:
        assert len({article.id for article in one.articles}) == len(one.articles)
        assert all(article.source is one.source for article in one.articles)


def test_advice_is_left_out_where_the_school_has_a_rule_of_its_own():
    assert advised()
    acts = {act: Stand(Position(Stance.ALLOWED)) for act in NORMS.acts}
    assert advised(protocol=replace(PROTOCOL, stands=MappingProxyType(acts))) == set()


def test_acts_of_others_bring_nothing():
    acts = {name: replace(one, actors=(Audience.PUPIL,)) for name, one in NORMS.acts.items()}
    assert said_to_parents(replace(NORMS, acts=acts), PROTOCOL, "", "nl") == ()


def test_a_word_that_is_looked_for_leaves_out_what_lacks_it():
    everything = said_to_parents(NORMS, PROTOCOL, "", "nl")
    word = everything[0].articles[0].words.nl.split()[0]
    assert everything[0].articles[0] in said_to_parents(NORMS, PROTOCOL, word, "nl")[0].articles
    assert said_to_parents(NORMS, PROTOCOL, "nergens-te-vinden", "nl") == ()
