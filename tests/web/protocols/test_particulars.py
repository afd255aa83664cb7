"""What a protocol says of itself is set in the browser, undone, and told to two who change it at once."""

from __future__ import annotations

import tomllib

import pytest

from course.norms.model import ArticleKind, Audience
from course.rulebooks.drafts.drafting import open_draft
from tests.builders import signed_in
from tests.web.page import Page
from tests.web.protocols.drafting import our_draft
from web.protocols.particulars import particulars_view

CONTACT = {"role": "de vertrouwenspersoon", "how": "Loop binnen bij kamer 3.", "audience-0": "pupil"}


@pytest.fixture
def draft(town):
    return our_draft(town)


def now_of(store, town, draft):
    return open_draft(store, signed_in(store, town.director), draft.row.id).draft


def send(visitor, draft, what, hx=False, **fields):
    """Send one of the forms, from a page as it is now."""
    at = f"/protocols/{draft.row.id}"
    seen = visitor.as_director().page(f"{at}/particulars").form(f"/{what}").value("seen")
    return visitor.post(f"{at}/{what}", {"seen": seen, **fields}, hx=hx)


def test_everything_that_a_protocol_says_of_itself_is_set_and_stands_in_its_file(
    visitor, store, town, draft, hx
):
    doubt = draft.draft.standing[0].id
    sent = {
        "title": {"name": "De  Eik", "title": "Zo doen wij dat online"},
        "contacts": CONTACT,
        "doubt": {"doubt-pupil": doubt},
        "channels": {"channels": "ouderapp\r\n\r\n de website \r\nouderapp"},
        "official": {"official": "https://deeik.nl/protocol.pdf"},
    }
    for what, fields in sent.items():
        assert send(visitor, draft, what, hx, **fields).status_code == (204 if hx else 303)
    held = now_of(store, town, draft)
    assert (held.name, held.title) == ("De Eik", "Zo doen wij dat online")
    assert [(one.role.nl, one.how.nl, one.audience) for one in held.contacts] == [
        ("de vertrouwenspersoon", "Loop binnen bij kamer 3.", (Audience.PUPIL,))
    ]
    assert dict(held.doubt) == {Audience.PUPIL: doubt}
    assert held.channels == ("ouderapp", "de website")
    page = visitor.page(f"/protocols/{draft.row.id}/particulars")
    assert page.form("/official").value("official") == "https://deeik.nl/protocol.pdf"
    assert page.form("/title").value("title") == "Zo doen wij dat online"
    assert ("role", "de vertrouwenspersoon") in page.form("/contacts").fields
    history = visitor.page(f"/protocols/{draft.row.id}/history").words
    for words in (
        "Zo doen wij dat online",
        "de vertrouwenspersoon",
        "Bij twijfel, leerlingen",
        "ouderapp, de website",
    ):
        assert words in history


def test_whom_the_form_leaves_empty_goes_and_undo_brings_them_back(visitor, store, town, draft):
    send(visitor, draft, "contacts", **CONTACT)
    send(visitor, draft, "contacts", role="", how="")
    assert now_of(store, town, draft).contacts == ()
    form = visitor.page(f"/protocols/{draft.row.id}/particulars").form("/undo")
    assert visitor.post(form.action, dict(form.fields)).location.endswith("/particulars")
    assert len(now_of(store, town, draft).contacts) == 1


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("title", {"name": " ", "title": "Iets"}),
        ("title", {"name": "x" * 121, "title": "Iets"}),
        ("contacts", {**CONTACT, "how": ""}),
        ("contacts", {**CONTACT, "audience-0": "nobody"}),
        ("doubt", {"doubt-pupil": "elders"}),
        ("official", {"official": "deeik.nl"}),
    ],
)
def test_what_can_t_be_kept_is_told_and_nothing_changes(visitor, store, town, draft, what, fields, hx):
    before = now_of(store, town, draft)
    assert send(visitor, draft, what, hx, **fields).status_code == 422
    assert now_of(store, town, draft) == before


def test_two_who_change_the_contacts_at_once_are_both_told(visitor, store, town, draft, hx):
    url, seen = f"/protocols/{draft.row.id}/contacts", {"seen": draft.revision}
    assert visitor.as_officer().post(url, {**seen, **CONTACT}).status_code == 303
    answer = visitor.as_director().post(url, {**seen, **CONTACT, "role": "de mentor"}, hx=hx)
    assert answer.status_code == 409
    page = Page(answer.text)
    assert "de vertrouwenspersoon" in page.words
    assert "de mentor" in page.words
    form = page.form("/contacts")
    assert visitor.post(form.action, dict(form.fields)).status_code == 303
    assert now_of(store, town, draft).contacts[0].role.nl == "de mentor"


def test_what_kind_an_article_is_is_said_on_its_page(visitor, store, town, draft):
    article = draft.draft.standing[0].id
    url = f"/protocols/{draft.row.id}/articles/{article}"
    form = visitor.as_director().page(url).form("/kind")
    sent = {"seen": form.value("seen"), "kind": "procedure"}
    assert visitor.post(f"{url}/kind", sent).status_code == 303
    held = now_of(store, town, draft).standing[0]
    assert (held.kind, held.teachable) == (ArticleKind.PROCEDURE, False)
    assert visitor.post(f"{url}/kind", {**sent, "kind": "song"}).status_code == 422


def test_what_was_set_reaches_the_published_file(visitor, store, town, draft):
    send(visitor, draft, "contacts", **CONTACT)
    voiceless = draft.draft.standing[1].id
    seen = visitor.page(f"/protocols/{draft.row.id}/particulars").form("/title").value("seen")
    visitor.post(
        f"/protocols/{draft.row.id}/articles/{voiceless}/audience", {"seen": seen, "audience": "pupil"}
    )
    form = visitor.page(f"/protocols/{draft.row.id}/publish").form("/publish/confirm")
    filled = dict(form.fields) | {"adopted_by": "De directie"}
    confirm = Page(visitor.get(form.action, query_string=filled).text).form("/publish")
    published = visitor.post(confirm.action, dict(confirm.fields)).location
    tree = tomllib.loads(visitor.get(f"{published}/file").text)
    assert tree["contacts"][0]["role"] == {"nl": "de vertrouwenspersoon"}


def test_the_forms_end_with_fields_for_one_more(app, draft):
    with app.test_request_context():
        view = particulars_view(draft.draft)
    assert view.contacts[-1].role.nl == ""
    assert len(view.doubts) == len(Audience)
    assert len(view.articles) == len(draft.draft.standing)
