from __future__ import annotations

from course.norms.model import ArticleKind, Source
from tests.web.protocols.drafting import our_draft
from web.protocols.words import SHORT, kind_words, short, short_of, source_words


def test_every_source_and_every_kind_has_its_words(app):
    with app.test_request_context():
        assert set(source_words()) == set(Source)
        assert set(kind_words()) == set(ArticleKind)


def test_an_article_is_known_again_by_its_number_and_how_it_begins(app, town):
    draft = our_draft(town).draft
    assert short(draft.standing[0]).startswith("1 Vraag het eerst.")
    assert len(short(draft.standing[0])) < SHORT + 10
    with app.test_request_context():
        assert short_of(draft, "never") == "een artikel dat eruit is"
