from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.errors import Invalid
from course.norms.write import write_tree
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.cleaning import cleaned, plain


@given(st.text())
def test_any_text_is_made_fit_for_a_file_and_keeps_every_word(text):
    kept = plain(text)
    assert tomllib.loads(write_tree({"id": kept, "articles": {"a": {"nl": kept}}})) == {
        "id": kept,
        "articles": {"a": {"nl": kept}},
    }
    assert plain(kept) == kept
    kept.encode()


def test_line_ends_become_one_kind_and_what_no_document_holds_goes():
    assert plain(" Vraag\r\nhet\x00 eerst.\u2028Dan\ud800. ") == "Vraag\nhet eerst.\nDan."


@pytest.mark.parametrize(
    "operation",
    [
        op.AddArticles(()),
        op.AddArticles((op.NewArticle(Words("  ", "")),)),
        op.Reword("a", Words("\x00", "")),
        op.WriteArticle(op.NewArticle(Words("", "")), ()),
        op.Reword("a", Words("x" * 4001, "")),
        op.SetNumber("a", "1" * 21),
        op.SetOfficial("javascript:alert(1)"),
        op.SetOfficial("http://deeik.nl/protocol.pdf"),
        op.SetChannels(("x",) * 1001),
    ],
)
def test_what_has_no_words_or_too_many_is_refused(operation):
    with pytest.raises(Invalid):
        cleaned(operation)


def test_a_heading_that_says_nothing_is_none():
    assert cleaned(op.SetHeading("a", Words(" ", ""))) == op.SetHeading("a", None)
    assert cleaned(op.SetHeading("a", Words(" Kop ", ""))) == op.SetHeading("a", Words("Kop", ""))


@pytest.mark.parametrize("address", ["", " https://deeik.nl/protocol.pdf "])
def test_an_official_address_is_kept_without_the_spaces_around_it_and_may_be_taken_away(address):
    assert cleaned(op.SetOfficial(address)) == op.SetOfficial(address.strip())
