"""A school keeps things as long as it chose, within bounds; nobody else chooses for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound
from course.journal.journal import Origin
from course.privacy.retention import TERMS, Kept, set_terms, terms_of
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

DEFAULTS = {kind: term.days for kind, term in TERMS.items()}


def test_what_a_school_chose_holds_there_and_the_programs_own_terms_elsewhere(store: Store) -> None:
    ours, theirs = builders.a_school(store), builders.a_school(store)
    actor = builders.signed_in(store, builders.an_administrator(store, ours))
    for days in (60, 90):
        set_terms(store, actor, ours.id, DEFAULTS | {Kept.PUPILS: days}, Origin(NOW))
    with store.read() as conn:
        assert terms_of(conn, ours.id) == DEFAULTS | {Kept.PUPILS: 90}
        assert terms_of(conn, theirs.id) == terms_of(conn, None) == DEFAULTS
    with pytest.raises(NotFound):
        set_terms(store, actor, theirs.id, DEFAULTS, Origin(NOW))


@pytest.mark.parametrize("days", [0, TERMS[Kept.PUPILS].most + 1])
def test_a_term_out_of_bounds_is_told_off(store: Store, days: int) -> None:
    school = builders.a_school(store)
    actor = builders.signed_in(store, builders.an_administrator(store, school))
    with pytest.raises(Invalid) as caught:
        set_terms(store, actor, school.id, DEFAULTS | {Kept.PUPILS: days}, Origin(NOW))
    assert set(caught.value.fields) == {"pupils"}
