from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.errors import DeelwijsError
from course.rulebooks.drafts.beginning import begin_empty
from course.rulebooks.drafts.drafting import edit, open_draft, redo, undo
from tests.builders import NOW, a_director, a_school, an_officer, signed_in
from tests.rulebooks.drafts.edits import edits


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(st.data())
def test_whatever_two_editors_do_the_store_gives_back_the_replay_of_its_log(store, data):
    school = a_school(store)
    editors = [
        signed_in(store, a_director(store, school)),
        signed_in(store, an_officer(store, school.board_id)),
    ]
    found = begin_empty(store, editors[0], "De Eik", NOW)
    for _ in range(data.draw(st.integers(1, 8))):
        who = data.draw(st.sampled_from(editors))
        seen = data.draw(st.integers(max(0, found.revision - 2), found.revision))
        do = data.draw(st.sampled_from([edit, edit, edit, undo, redo]))
        try:
            if do is edit:
                operation = data.draw(edits([one.id for one in found.draft.articles]))
                found = edit(store, who, found.row.id, seen, operation, NOW)
            else:
                found = do(store, who, found.row.id, seen, NOW)
        except DeelwijsError:
            continue
        again = open_draft(store, who, found.row.id)
        assert (again.history, again.draft) == (found.history, found.draft)
        assert (again.undoes, again.redoes) == (found.undoes, found.redoes)
        assert [one.revision for one in again.history.entries] == list(range(1, again.revision + 1))
