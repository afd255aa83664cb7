"""Two windows, of one person or of two: whatever an accepted edit replaces is what its page showed; nothing goes unseen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.errors import DeelwijsError
from course.rulebooks.drafts.history import Deed, Entry, History, Overtaken
from tests.rulebooks.drafts.edits import AT, a_draft, edits, patient

HELD = History(a_draft("a", "b", "c"))


def typed(draft):
    """All that somebody typed, by the thing that holds it."""
    held = {
        "title": (draft.name, draft.title),
        "channels": draft.channels,
        "official": draft.official,
        "contacts": draft.contacts,
    }
    for one in draft.articles:
        held |= {
            f"words:{one.id}": one.words,
            f"number:{one.id}": one.number,
            f"heading:{one.id}": one.heading,
        }
    for (act, actor), answer in draft.answers.items():
        held[f"answer:{act}:{actor}"] = (answer.stance, answer.conditions)
    return held


def accepted(history, entry):
    """The history with an entry; None where it was refused, and then nothing of it is lost."""
    try:
        return history.added(entry)
    except Overtaken as told:
        kept = entry.operation is None or told.mine == (entry.operation,)
        return None if kept else pytest.fail("what was typed is not told")
    except DeelwijsError:
        return None


@settings(patient, max_examples=60)
@given(st.data())
def test_no_interleaving_of_two_windows_replaces_what_its_page_did_not_show(data):
    history, windows = HELD, {1: 0, 2: 0}
    people = data.draw(st.sampled_from([{1: 7, 2: 7}, {1: 7, 2: 8}]), label="who")
    for _ in range(data.draw(st.integers(2, 14))):
        window = data.draw(st.sampled_from([1, 2]), label="window")
        if data.draw(st.booleans(), label="drawn anew"):
            windows[window] = history.revision
        seen, person = windows[window], people[window]
        known = history.as_of(seen)
        deed = data.draw(st.sampled_from([Deed.EDIT, Deed.EDIT, Deed.EDIT, Deed.UNDO, Deed.REDO]))
        operation = of = None
        if deed is Deed.EDIT:
            operation = data.draw(edits([one.id for one in known.draft.articles]))
        elif (of := (known.to_undo if deed is Deed.UNDO else known.to_redo)(person)) is None:
            continue
        entry = Entry(7, history.revision + 1, person, AT, deed, operation, of, seen)
        after = accepted(history, entry)
        if after is None:
            continue
        shown, before, now = typed(known.draft), typed(history.draft), typed(after.draft)
        changed = [thing for thing, text in before.items() if now.get(thing) != text]
        assert all(shown.get(thing) == before[thing] for thing in changed), changed
        history, windows[window] = after, after.revision
