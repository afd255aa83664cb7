from __future__ import annotations

import pytest

from course.errors import Invalid, NotFound
from course.norms.model import ArticleKind, Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.applying import apply
from course.rulebooks.drafts.model import Answer
from tests.rulebooks.drafts.edits import a_draft, an_article


def ids(draft):
    return [one.id for one in draft.articles]


def test_articles_come_in_after_the_one_named_and_else_at_the_end():
    new = (op.NewArticle(Words("x", "")), op.NewArticle(Words("y", "")))
    assert ids(apply(a_draft("a", "b"), op.AddArticles(new, "a"), ("x", "y"))) == ["a", "x", "y", "b"]
    assert ids(apply(a_draft("a", "b"), op.AddArticles(new), ("x", "y"))) == ["a", "b", "x", "y"]
    assert ids(apply(a_draft("a", "b"), op.AddArticles(new, "gone"), ("x", "y"))) == ["a", "b", "x", "y"]


def test_joining_puts_words_in_the_order_of_the_document_and_brings_along_what_rested_on_the_other():
    draft = a_draft("a", "b").with_answer(("act", ""), Answer(Stance.FORBIDDEN, ("a",)))
    joined = apply(draft, op.JoinArticles("b", "a"))
    assert ids(joined) == ["b"]
    assert joined.article("b").words.nl == "a staat hier. b staat hier."
    assert joined.article("b").original == "a staat hier.\nb staat hier."
    assert joined.resting_on("a") == "b"


def test_two_points_that_say_the_same_keep_both_when_they_are_joined_and_parts_of_one_are_one_again():
    same = op.NewArticle(Words("Wees aardig.", ""), "Wees aardig.")
    twice = apply(a_draft(), op.AddArticles((same, same)), ("x", "y"))
    assert apply(twice, op.JoinArticles("x", "y")).article("x").original == "Wees aardig.\nWees aardig."
    reworded = apply(a_draft("a"), op.Reword("a", Words("Vraag. Wacht.", "")))
    parted = apply(reworded, op.SplitArticle("a", 6), ("n",))
    assert apply(parted, op.JoinArticles("a", "n")).article("a").original == "a staat hier."
    echo = apply(a_draft(), op.AddArticles([op.NewArticle(Words("nee nee", ""), "nee nee")]), ("e",))
    cut = apply(echo, op.SplitArticle("e", 3), ("n",))
    assert apply(cut, op.JoinArticles("e", "n")).article("e").original == "nee\nnee"


def test_an_article_is_not_joined_to_itself():
    with pytest.raises(Invalid):
        apply(a_draft("a"), op.JoinArticles("a", "a"))


def test_splitting_cuts_the_document_s_words_alike_while_they_are_the_same():
    split = apply(a_draft("a"), op.SplitArticle("a", 2), ("n",))
    assert [(one.id, one.words.nl, one.original) for one in split.articles] == [
        ("a", "a", "a"),
        ("n", "staat hier.", "staat hier."),
    ]


def test_splitting_reworded_words_leaves_the_document_s_whole_unless_told_where():
    reworded = apply(a_draft("a"), op.Reword("a", Words("Vraag. Wacht.", "")))
    split = apply(reworded, op.SplitArticle("a", 6), ("n",))
    assert [one.original for one in split.articles] == ["a staat hier."] * 2
    told = apply(reworded, op.SplitArticle("a", 6, 8), ("n",))
    assert [one.original for one in told.articles] == ["a staat", "hier."]


@pytest.mark.parametrize("at", [-1, 0, 13, 99])
def test_a_cut_at_an_edge_is_refused(at):
    with pytest.raises(Invalid):
        apply(a_draft("a"), op.SplitArticle("a", at), ("n",))


def test_rewording_keeps_the_document_s_words_and_makes_the_article_one_s_own():
    draft = a_draft("a").with_article(an_article("a", is_foreign=True))
    article = apply(draft, op.Reword("a", Words("Wacht even.", ""))).article("a")
    assert (article.words.nl, article.original, article.is_foreign) == (
        "Wacht even.",
        "Vraag het eerst.",
        False,
    )


def test_an_article_moves_to_the_front_or_behind_another():
    assert ids(apply(a_draft("a", "b", "c"), op.MoveArticle("c"))) == ["c", "a", "b"]
    assert ids(apply(a_draft("a", "b", "c"), op.MoveArticle("a", "b"))) == ["b", "a", "c"]
    with pytest.raises(Invalid):
        apply(a_draft("a"), op.MoveArticle("a", "a"))


def test_what_is_set_aside_keeps_its_words_and_can_be_put_back():
    aside = apply(a_draft("a", "b"), op.SetAside(("a",)))
    assert [one.id for one in aside.standing] == ["b"]
    assert aside.article("a").words.nl == "a staat hier."
    with pytest.raises(NotFound):
        apply(aside, op.Reword("a", Words("x", "")))
    assert apply(aside, op.PutBack(("a",))) == a_draft("a", "b")


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        (op.SetAudience("a", (Audience.PARENT,)), {"audience": (Audience.PARENT,)}),
        (op.SetNumber("a", "4"), {"number": "4"}),
        (op.SetHeading("a", Words("Kop", "")), {"heading": Words("Kop", "")}),
        (op.SetKind("a", ArticleKind.FACT, teachable=False), {"kind": ArticleKind.FACT, "teachable": False}),
    ],
)
def test_one_thing_of_an_article_changes_and_the_rest_stays(operation, told):
    before, after = a_draft("a").article("a"), apply(a_draft("a"), operation).article("a")
    changed = {name for name in type(before).__slots__ if getattr(before, name) != getattr(after, name)}
    assert changed == set(told)
    assert all(getattr(after, name) == value for name, value in told.items())


def test_names_channels_and_contacts_are_replaced():
    draft = apply(a_draft(), op.SetTitle("De Beuk", "Afspraken"))
    assert (draft.name, draft.title) == ("De Beuk", "Afspraken")
    assert apply(draft, op.SetChannels(("website",))).channels == ("website",)
    assert apply(draft, op.SetContacts(())).contacts == ()
