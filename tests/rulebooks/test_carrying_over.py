from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from course.norms.model import Position, Stance, Stand
from course.norms.table import VerdictTable
from course.reading.words import Words
from course.rulebooks.carrying_over import carry_over
from course.rulebooks.versions import ChangeKind, Origin, list_versions
from tests.builders import NOW, a_school, an_officer, signed_in
from tests.rulebooks.rules import TODAY, an_act, library, published


def corrected(change):
    """The content of a release in which kom Leren's protocol says something otherwise."""
    norms = library().norms
    protocols = MappingProxyType({**norms.protocols, "kom-leren": change(norms.protocols["kom-leren"])})
    norms = replace(norms, protocols=protocols)
    return replace(library(), norms=norms, table=VerdictTable(norms))


def other_words(protocol):
    name, article = next(iter(protocol.articles.items()))
    articles = {**protocol.articles, name: replace(article, words=Words("In andere woorden.", ""))}
    return replace(protocol, articles=MappingProxyType(articles))


def other_stance(protocol):
    article = next(iter(protocol.articles))
    stands = {**protocol.stands, an_act(): Stand(Position(Stance.REQUIRED, (article,)))}
    return replace(protocol, stands=MappingProxyType(stands))


def test_what_schools_go_by_is_noted_once_for_each_board(store):
    school = a_school(store)
    a_school(store, school.board_id)
    a_school(store, protocol="verkruisen")
    assert carry_over(store, library(), TODAY, NOW) == 2
    assert carry_over(store, library(), TODAY, NOW) == 0
    officer = signed_in(store, an_officer(store, school.board_id))
    (version,) = list_versions(store, officer)
    assert (version.slug, version.number, version.origin) == ("kom-leren", 1, Origin.SHIPPED)
    found, shipped = version.protocol(library().norms.acts), library().norms.protocols["kom-leren"]
    assert (found.stands, found.doubt) == (shipped.stands, shipped.doubt)


@pytest.mark.parametrize(
    ("change", "kind"), [(other_words, ChangeKind.MINOR), (other_stance, ChangeKind.MAJOR)]
)
def test_what_a_release_corrects_is_noted_as_one_more_version(store, change, kind):
    school = a_school(store)
    carry_over(store, library(), TODAY, NOW)
    assert carry_over(store, corrected(change), TODAY, NOW) == 1
    newest, first = list_versions(store, signed_in(store, an_officer(store, school.board_id)))
    assert (newest.number, newest.kind, newest.based_on) == (2, kind, first.id)


def test_schools_with_rules_of_their_own_and_those_whose_rules_are_missing_bring_none(store):
    published(store, a_school(store))
    a_school(store, protocol="taken-out")
    assert carry_over(store, library(), TODAY, NOW) == 0
