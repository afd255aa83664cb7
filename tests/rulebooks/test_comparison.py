from __future__ import annotations

import pytest

from course.norms.model import Audience
from course.rulebooks.comparison import Fate, compare_versions
from tests.rulebooks.rules import SHARE, a_protocol, an_act, an_article, library, stance

ACTS = library().norms.acts


def compared(before: dict, after: dict):
    return compare_versions(a_protocol(**before), a_protocol(**after), ACTS)


def fates(found):
    return [(one.fate, one.before and one.before.id, one.after and one.after.id) for one in found.articles]


@pytest.mark.parametrize("protocol", library().norms.protocols.values(), ids=lambda one: one.id)
def test_a_version_differs_in_nothing_from_itself(protocol):
    found = compare_versions(protocol, protocol, ACTS)
    assert (found.changes, found.acts, found.is_minor) == ((), (), True)


def test_other_words_are_a_rewording_and_a_minor_change():
    found = compared(
        {}, {"articles": {"a": an_article("Vraag het altijd eerst."), "b": an_article(SHARE, number="3")}}
    )
    assert fates(found) == [(Fate.REWORDED, "a", "a"), (Fate.REWORDED, "b", "b")]
    assert found.is_minor


def test_another_audience_is_a_change():
    found = compared({}, {"articles": {"a": an_article(), "b": an_article(SHARE, audience=["parent"])}})
    assert fates(found) == [(Fate.SAME, "a", "a"), (Fate.CHANGED, "b", "b")]
    assert not found.is_minor


def test_an_article_on_which_another_stance_rests_is_changed():
    found = compared({}, {"stances": {an_act(): stance("forbidden", "a")}})
    assert fates(found) == [(Fate.CHANGED, "a", "a"), (Fate.SAME, "b", "b")]
    assert found.acts_changed == (an_act(),)


def test_what_is_new_and_what_is_gone_stand_where_they_stand():
    before = {"articles": {"weg": an_article("Bel de directeur bij brand."), "a": an_article()}}
    after = {"articles": {"a": an_article(), "nieuw": an_article("Zet locatie uit op reis.")}}
    assert fates(compared(before, after)) == [
        (Fate.GONE, "weg", None),
        (Fate.SAME, "a", "a"),
        (Fate.NEW, None, "nieuw"),
    ]


def test_an_article_that_only_got_another_id_or_was_put_in_nearly_the_same_words_is_recognised():
    before = {
        "articles": {"a": an_article(), "x": an_article(SHARE), "y": an_article("Houd je wachtwoord geheim.")}
    }
    after = {
        "articles": {
            "a": an_article(),
            "p": an_article(SHARE),
            "q": an_article("Houd een wachtwoord geheim."),
        }
    }
    assert fates(compared(before, after)) == [
        (Fate.SAME, "a", "a"),
        (Fate.SAME, "x", "p"),
        (Fate.REWORDED, "y", "q"),
    ]


def test_whom_to_ask_and_when_are_told_apart_from_the_stance():
    ask = {an_act(): stance("ask-first", "a", ask=["parents"], conditions={"nl": "Alleen in de pauze."})}
    (change,) = compared({}, {"stances": ask}).acts
    assert (change.actor, change.parts) == (None, {"ask", "conditions"})


def test_a_change_to_one_actor_alone_is_told_of_that_one():
    act = "post-school-images-with-explicit-consent"
    before = {"stances": {act: stance("allowed", "a")}}
    after = {"stances": {act: stance("allowed", "a", actors={"pupil": stance("forbidden", "a")})}}
    found = compared(before, after).acts
    assert [(one.actor, one.parts) for one in found] == [(Audience.PUPIL, {"stance"})]
    everyone = compared(before, {"stances": {act: stance("forbidden", "a")}}).acts
    assert [one.actor for one in everyone] == [None]
