from __future__ import annotations

import io

import pytest

from course.norms.write import write_protocol
from tests.web.page import Page
from tests.web.protocols.drafting import TEXT, our_draft
from web.http.bodies import bound_at
from web.protocols.beginning import DOCUMENT


def begun(visitor, text=TEXT, **more):
    """The address of the articles of a draft that begins with a text."""
    answer = visitor.as_director().post("/protocols/new/text", {"text": text, "name": "De Eik", **more})
    assert answer.status_code == 303, answer.text
    return answer.location


def test_a_director_sees_what_holds_and_is_led_to_begin(visitor):
    page = visitor.as_director().page("/protocols/")
    assert "kom Leren" in page.words
    assert "/protocols/new" in page.addresses


def test_an_officer_sees_what_holds_at_every_school(visitor):
    words = visitor.as_officer().page("/protocols/").words
    assert "De Eik" in words
    assert "De Beuk" in words


def test_a_pasted_text_is_parted_into_articles_with_numbers_and_a_guess_for_whom(visitor):
    page = visitor.page(begun(visitor))
    for words in (
        "Ook als het een grapje is.",
        "Je telefoon ligt tijdens de les",
        "geen vriendschapsverzoek",
    ):
        assert words in page.words
    assert "Afspraken voor het team" in page.words
    assert "gegokt" in page.words
    pupils = [one for one in page.forms if one.action.endswith("/audience")]
    assert ("audience", "pupil") in pupils[0].fields
    assert ("audience", "teacher") in pupils[-1].fields


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("regels.txt", TEXT.encode(), ""),
        ("regels.txt", b"", "staat geen tekst in"),
        ("", b"", "Kies een bestand."),
        ("regels.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "een oud Word-bestand"),
        ("regels.docx", b"PK\x03\x04 kapot", "gaat niet open"),
        ("regels.pdf", b"%PDF-1.7 kapot", "gaat niet open"),
        ("regels.txt", b"   ", "staat geen tekst in"),
    ],
)
def test_a_document_is_read_or_told_why_not(visitor, name, content, told):
    sent = {"document": (io.BytesIO(content), name), "name": "De Eik"}
    answer = visitor.as_director().client.post("/protocols/new/document", data=sent)
    assert answer.status_code == (422 if told else 303)
    assert told in Page(answer.text).words


def test_a_document_may_be_as_large_as_the_page_says_and_no_more_than_a_hundred_pages(visitor, app):
    assert bound_at(app, "POST", "/protocols/new/document") == DOCUMENT
    visitor.as_director()
    sent = {"document": (io.BytesIO(b"geen letters " * 24_000), "lang.txt"), "name": "De Eik"}
    answer = visitor.client.post("/protocols/new/document", data=sent)
    assert "te veel" in Page(answer.text).words


def test_an_empty_text_or_a_name_that_is_too_long_is_told_and_begins_nothing(visitor):
    director = visitor.as_director()
    assert director.post("/protocols/new/text", {"text": " \n "}).status_code == 422
    pasted = "\n" + "Deel niets. " * 30_000
    answer = director.post("/protocols/new/text", {"text": pasted, "name": "De Eik"})
    assert answer.status_code == 422
    assert pasted.strip() in answer.text
    assert director.post("/protocols/new/empty", {"name": "x" * 200}).status_code == 422
    assert not director.page("/protocols/").has_form("/put-away")


def test_one_begins_empty_with_a_starting_protocol_or_with_a_version(visitor, hx):
    director = visitor.as_director()
    answer = director.post("/protocols/new/empty", {"name": "De Eik"}, hx=hx)
    assert "/questions" in (answer.headers.get("HX-Redirect") or answer.location)
    answer = director.post("/protocols/new/starting", {"protocol": "compass", "name": "De Eik"})
    page = director.page(answer.location)
    assert "overgenomen, nog niet bevestigd" in page.words
    assert director.post("/protocols/new/starting", {"protocol": "none"}).status_code == 404
    assert director.post("/protocols/new/version", {"version": "99"}).status_code == 404


def test_a_protocol_file_comes_in_as_somebody_elses_or_as_ones_own(visitor, library):
    text = write_protocol(library.norms.protocols["compass"]).encode()
    director = visitor.as_director()
    for own in ("", "yes"):
        sent = {"file": (io.BytesIO(text), "compass.toml"), **({"own": own} if own else {})}
        answer = director.client.post("/protocols/new/file", data=sent)
        assert answer.status_code == 303
        assert ("nog niet bevestigd" in director.page(answer.location).words) is not bool(own)


@pytest.mark.parametrize("content", [b"id = 3", b"geen bestand", b"\xff\xfe", b'id = "a"\nname = "\\u0000"'])
def test_a_file_that_is_no_protocol_is_told_with_everything_that_is_wrong(visitor, content):
    sent = {"file": (io.BytesIO(content), "x.toml")}
    assert visitor.as_director().client.post("/protocols/new/file", data=sent).status_code == 422


def test_what_is_wrong_with_a_file_is_told_in_dutch(visitor):
    sent = {"file": (io.BytesIO(b'id = "x"\nname = "x"\ntitle = "x"\nwrong = 1\n[stances]\n'), "x.toml")}
    answer = visitor.as_director().client.post("/protocols/new/file", data=sent)
    assert answer.status_code == 422
    assert "dit veld kennen we niet: wrong" in answer.text
    assert "unknown key" not in answer.text


def test_a_draft_is_put_away(visitor, town):
    draft = our_draft(town)
    director = visitor.as_director()
    assert director.page("/protocols/").has_form(f"/protocols/{draft.row.id}/put-away")
    assert director.post(f"/protocols/{draft.row.id}/put-away").status_code == 303
    assert "opgeborgen" in director.page("/protocols/").words
    assert director.get(f"/protocols/{draft.row.id}/articles").status_code == 404


def test_a_neighbour_finds_no_draft_of_ours(visitor, town):
    draft = our_draft(town)
    stranger = visitor.as_staff(town.their_director)
    for path in ("articles", "questions", "preview", "publish", "history"):
        assert stranger.get(f"/protocols/{draft.row.id}/{path}").status_code == 404
    assert visitor.as_officer().get(f"/protocols/{draft.row.id}/articles").status_code == 200
