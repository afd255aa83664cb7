from __future__ import annotations

from datetime import date

import pytest

from course.library import default_content_root
from course.norms.model import Asked, Audience, Stance
from course.norms.read import read_norms
from course.norms.write import tree_of as written
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.applying import apply
from course.rulebooks.drafts.model import Answer
from course.rulebooks.drafts.tree import draft_of, tree_of
from tests.rulebooks.drafts.edits import a_draft

NORMS, _ = read_norms(default_content_root())


@pytest.mark.parametrize("protocol", NORMS.protocols.values(), ids=lambda one: one.id)
def test_a_protocol_goes_through_a_draft_without_losing_anything(protocol):
    tree = written(protocol)
    draft = draft_of(tree, is_foreign=False)
    assert tree_of(draft, protocol.id, protocol.version, protocol.adopted) == tree
    assert draft.foreign == ()


@pytest.mark.parametrize("protocol", NORMS.protocols.values(), ids=lambda one: one.id)
def test_of_somebody_else_s_protocol_everything_is_marked_and_its_silence_is_no_answer(protocol):
    draft = draft_of(written(protocol), is_foreign=True)
    assert len(draft.foreign) == len(draft.articles) + len(draft.answers)
    assert Stance.SILENT not in {one.stance for one in draft.answers.values()}


def test_what_was_set_aside_is_not_in_the_file_and_links_follow_what_was_joined():
    draft = a_draft("a", "b", "c").with_answer(("act", ""), Answer(Stance.FORBIDDEN, ("a", "b", "c")))
    draft = apply(apply(draft, op.JoinArticles("a", "b")), op.SetAside(("c",)))
    tree = tree_of(draft, "de-eik", "2", date(2026, 12, 1))
    assert list(tree["articles"]) == ["a"]
    assert tree["stances"] == {"act": {"stance": "forbidden", "articles": ["a"]}}
    assert (tree["version"], tree["adopted"]) == ("2", date(2026, 12, 1))


def test_actors_conditions_and_whom_to_ask_stand_beside_the_stance():
    draft = a_draft("a").with_answer(
        ("act", ""), Answer(Stance.ASK_FIRST, ("a",), (Asked.PARENTS,), Words("Alleen besloten.", ""))
    )
    draft = draft.with_answer(("act", "teacher"), Answer(Stance.SILENT, ("a",)))
    draft = draft.with_answer(("other", "pupil"), Answer(Stance.FORBIDDEN, ("a",)))
    tree = tree_of(draft, "de-eik")
    assert tree["stances"] == {
        "act": {
            "stance": "ask-first",
            "articles": ["a"],
            "ask": ["parents"],
            "conditions": {"nl": "Alleen besloten."},
            "actors": {"teacher": {"stance": "silent"}},
        },
        "other": {"actors": {"pupil": {"stance": "forbidden", "articles": ["a"]}}},
    }
    again = draft_of(tree, is_foreign=False)
    assert again.answers["other", "pupil"] == Answer(Stance.FORBIDDEN, ("a",))
    assert again.answers["act", ""].conditions == Words("Alleen besloten.", "")


def test_the_rule_for_who_is_in_doubt_goes_with_its_article():
    draft = apply(apply(a_draft("a"), op.SetDoubt(Audience.TEACHER, "a")), op.SetAside(("a",)))
    assert tree_of(draft, "de-eik")["doubt"] == {}


def test_the_address_of_the_official_text_goes_into_the_file_and_comes_back():
    draft = apply(a_draft("a"), op.SetOfficial("https://deeik.nl/protocol.pdf"))
    tree = tree_of(draft, "de-eik")
    assert tree["official"] == "https://deeik.nl/protocol.pdf"
    assert draft_of(tree, is_foreign=False).official == draft.official
    assert "official" not in tree_of(apply(draft, op.SetOfficial("")), "de-eik")
