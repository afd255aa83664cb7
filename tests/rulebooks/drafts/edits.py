"""Any edit of a draft, for Hypothesis, and drafts in small for the other tests."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from course.norms.model import ArticleKind, Asked, Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.history import Deed, Entry
from course.rulebooks.drafts.model import EVERYONE, Answer, Draft, DraftArticle, DraftContact

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For a machine that has other work to do: how long an example takes proves nothing."""
AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ACTS = ("pupil-share-password", "violate-privacy-of-others", "pupil-take-photos-at-special-occasion")
ACTORS = (EVERYONE, "pupil", "teacher")

sentences = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
    .filter(str.strip)
    .map(str.strip)
)
words = st.builds(Words, sentences, st.just("") | sentences)
audiences = st.lists(st.sampled_from(Audience), max_size=3, unique=True).map(tuple)
new_articles = sentences.flatmap(
    lambda text: st.builds(
        op.NewArticle,
        st.just(Words(text, "")),
        st.just(text),
        st.sampled_from(["", "1", "A.2"]),
        audience=audiences,
    )
)


def articles(ids):
    return st.sampled_from([*ids, "gone"])


def answers(ids):
    return st.builds(
        Answer,
        st.sampled_from(Stance),
        st.lists(articles(ids), max_size=2).map(tuple),
        st.lists(st.sampled_from(Asked), max_size=2).map(tuple),
        st.none() | words,
    )


def edits(ids):
    """Any operation on articles with these ids, and on some that aren't there."""
    one, maybe, some = (
        articles(ids),
        st.just("") | articles(ids),
        st.lists(articles(ids), min_size=1, max_size=2).map(tuple),
    )
    place = st.integers(-1, 40)
    act_answers = st.builds(op.ActAnswer, st.sampled_from(ACTS), answers(ids), st.sampled_from(ACTORS))
    return st.one_of(
        st.builds(op.AddArticles, st.lists(new_articles, min_size=1, max_size=3).map(tuple), maybe),
        st.builds(op.JoinArticles, one, one),
        st.builds(op.SplitArticle, one, place, st.none() | place),
        st.builds(op.Reword, one, words),
        st.builds(op.MoveArticle, one, maybe),
        st.builds(op.SetAudience, one, audiences),
        st.builds(op.SetNumber, one, st.sampled_from(["", "3", "B.1"])),
        st.builds(op.SetHeading, one, st.none() | words),
        st.builds(op.SetKind, one, st.sampled_from(ArticleKind), st.booleans()),
        st.builds(op.SetAside, some),
        st.builds(op.PutBack, some),
        st.builds(op.SetAnswer, st.sampled_from(ACTS), st.none() | answers(ids), st.sampled_from(ACTORS)),
        st.builds(
            op.WriteArticle, new_articles, st.lists(act_answers, min_size=1, max_size=2).map(tuple), maybe
        ),
        st.builds(
            op.Confirm,
            some,
            st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(ACTORS)), max_size=2).map(tuple),
        ),
        st.builds(
            op.SetContacts, st.lists(st.builds(DraftContact, words, audiences, words), max_size=2).map(tuple)
        ),
        st.builds(op.SetDoubt, st.sampled_from(Audience), maybe),
        st.builds(op.SetTitle, sentences, sentences),
        st.builds(op.SetChannels, st.lists(sentences, max_size=2).map(tuple)),
        st.builds(op.SetOfficial, st.sampled_from(["", "https://deeik.nl/protocol.pdf"])),
    )


def an_article(article_id: str, nl: str = "Vraag het eerst.", **changes) -> DraftArticle:
    return DraftArticle(article_id, Words(nl, ""), original=nl, audience=(Audience.PUPIL,), **changes)


def a_draft(*ids: str, **changes) -> Draft:
    """A draft with an article for each id, whose words are the id and a sentence."""
    return Draft(
        "De Eik", "Regels", articles=tuple(an_article(one, f"{one} staat hier.") for one in ids), **changes
    )


def an_edit(operation, revision: int = 1, person: int = 1, seen: int | None = None) -> Entry:
    return Entry(7, revision, person, AT, Deed.EDIT, operation, None, revision - 1 if seen is None else seen)


def a_turn(deed: Deed, of: int, revision: int, person: int = 1) -> Entry:
    return Entry(7, revision, person, AT, deed, None, of, revision - 1)
