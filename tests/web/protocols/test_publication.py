from __future__ import annotations

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from course.errors import Invalid
from course.rulebooks.versions import ChangeKind, Decision
from tests.builders import signed_in
from tests.rulebooks.rules import TODAY, library
from tests.web.protocols.drafting import our_draft
from web.protocols.preview import previewed
from web.protocols.publication import filled_in, publication_of, publish_view, slips_of


@pytest.fixture
def director(store, town):
    return signed_in(store, town.director)


@pytest.fixture
def view(store, town, director):
    draft = our_draft(town)
    return publish_view(store, library(), director, draft, previewed(store, library(), director, draft))


def test_a_first_version_is_never_minor_and_holds_from_today_unless_said_otherwise(view, director):
    assert (view.number, view.before, view.may_be_minor, view.schools) == (1, None, False, ())
    values = filled_in(None, view, director)
    assert (values.from_on, values.kind) == (TODAY.isoformat(), "major")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("from_on", ""),
        ("from_on", "2020-01-01"),
        ("from_on", "morgen"),
        ("consent_on", "31-12-2026"),
        ("review_on", "0001-01-01"),
        ("adopted_by", "x" * 121),
        ("kind", "minor"),
    ],
)
def test_what_is_not_right_is_told_at_its_field(app, view, director, name, typed):
    form = MultiDict({"from_on": "2026-12-01", "kind": "major", name: typed})
    with app.test_request_context():
        assert set(slips_of(filled_in(form, view, director), view, director)) == {name}
    if name != "kind" and typed != "2020-01-01":
        with pytest.raises(Invalid):
            publication_of(form, director)


def test_what_is_decided_is_read_from_the_form(director, store, town):
    form = MultiDict(
        [
            ("from_on", "2026-12-01"),
            ("adopted_by", " Het  bestuur "),
            ("consent_on", "2026-11-01"),
            ("kind", "minor"),
            ("school", "7"),
            ("school", "x"),
        ]
    )
    what = publication_of(form, director)
    assert (what.from_on, what.kind, what.school_ids) == (date(2026, 12, 1), ChangeKind.MINOR, None)
    assert what.decision == Decision("Het  bestuur", date(2026, 11, 1), None)
    assert publication_of(form, signed_in(store, town.officer)).school_ids == [7]
