from __future__ import annotations

from course.rulebooks.drafts.beginning import begin_from_starting
from course.rulebooks.drafts.drafting import open_draft
from tests.builders import NOW, signed_in
from tests.rulebooks.rules import library
from tests.web.protocols.drafting import our_draft

LESSON, FIRST = "mag-deze-foto", "in-de-bus"


def test_the_preview_tells_how_much_the_own_rules_decide_and_what_appears_nowhere(visitor, town):
    draft = our_draft(town)
    page = visitor.as_director().page(f"/protocols/{draft.row.id}/preview")
    assert "Je eigen regels beslissen" in page.words
    assert "Wat er verandert" in page.words
    assert f"/protocols/{draft.row.id}/preview/{LESSON}" in page.addresses
    module = visitor.page(f"/protocols/{draft.row.id}/preview/{LESSON}")
    assert "staat niet in jullie regels" in module.words
    assert visitor.get(f"/protocols/{draft.row.id}/preview/never").status_code == 404


def test_a_lesson_is_played_under_the_draft_and_nothing_is_kept(visitor, town):
    draft = our_draft(town)
    url = f"/protocols/{draft.row.id}/preview/lessons/{LESSON}"
    page = visitor.as_director().page(url)
    assert "Er wordt niets van bewaard" in page.words
    page = visitor.page(f"{url}?choice={FIRST}")
    assert "Jij koos:" in page.words
    assert page.form("#play").value("way") == FIRST
    for strange in ("?way=never.x&choice=y", "?way=" + "." * 900):
        assert visitor.get(url + strange).status_code == 200
    assert visitor.get(f"/protocols/{draft.row.id}/preview/lessons/never").status_code == 404


def test_what_was_carried_over_is_confirmed_by_ticks_or_all_at_once(visitor, store, town, hx):
    director = signed_in(store, town.director)
    draft = begin_from_starting(store, library(), director, "compass", NOW)
    url = f"/protocols/{draft.row.id}"
    page = visitor.as_director().page(f"{url}/preview")
    assert "nog van een ander" in page.words
    marks = [value for name, value in page.form("/confirm").choices if name == "mark"]
    data = {"seen": 0, "mark": (marks[0], marks[-1], "article:never", "answer:x")}
    assert visitor.post(f"{url}/confirm", data, hx=hx).status_code == (200 if hx else 303)
    left = open_draft(store, director, draft.row.id)
    assert set(left.draft.foreign) == set(marks) - {marks[0], marks[-1]}
    visitor.post(f"{url}/confirm", {"seen": left.revision, "all": "yes"}, hx=hx)
    assert open_draft(store, director, draft.row.id).draft.foreign == ()
    assert "nog van een ander" not in visitor.page(f"{url}/preview").words


def test_what_a_draft_changes_is_read_beside_what_holds(visitor, town):
    draft = our_draft(town)
    page = visitor.as_director().page(f"/protocols/{draft.row.id}/changes")
    assert "Van kom Leren naar het concept." in page.words
    assert "weg" in page.words
