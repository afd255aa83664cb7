"""Anybody can say that something is wrong, without a name; who keeps the board reads it and is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from course.feedback.tables import reports
from tests import builders

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

LESSON = "mag-deze-foto"
ABOUT = f"scene:{LESSON}/in-de-bus"


def kept(store: Store) -> list[dict[str, object]]:
    with store.read() as conn:
        return [dict(row._mapping) for row in conn.execute(select(reports))]


def test_every_scene_question_and_protocol_has_a_way_to_say_it(visitor: Visitor) -> None:
    visitor.as_pupil()
    for path, about in (
        (f"/learn/lessons/{LESSON}", f"scene%3A{LESSON}%2F"),
        (f"/learn/quizzes/{LESSON}", f"question%3A{LESSON}%2F"),
        ("/rules/protocol", "protocol%3Akom-leren"),
    ):
        links = [one for one in visitor.page(path).addresses if one.startswith("/feedback/?about=")]
        assert len(links) == 1
        assert about in links[0].replace(":", "%3A").replace("/", "%2F").replace(
            "%2Ffeedback%2F", "/feedback/"
        )
        assert visitor.get(links[0]).status_code == 200


def test_a_report_names_its_place_and_nobody(visitor: Visitor, store: Store, town: Town) -> None:
    page = visitor.as_pupil().page(f"/feedback/?about={ABOUT}")
    assert "De scène ‘In de bus’ van de les" in page.words
    answer = visitor.post("/feedback/", {"about": ABOUT, "words": " Noor zit daar niet. ", "name": ""})
    assert answer.headers["Location"] == "/feedback/thanks"
    (row,) = kept(store)
    assert row["words"] == "Noor zit daar niet."
    assert (row["about"], row["name"], row["board_id"]) == (ABOUT, "", town.board_id)
    assert set(row) == {"id", "board_id", "about", "words", "name", "reported_at"}


def test_a_visitor_can_say_it_too_and_a_place_that_is_not_there_is_the_site(
    visitor: Visitor, store: Store
) -> None:
    assert visitor.get("/feedback/?about=scene:none/none").status_code == 200
    visitor.post("/feedback/", {"about": "<script>", "words": "Typefout op de voorpagina."})
    (row,) = kept(store)
    assert (row["about"], row["board_id"]) == ("", None)


def test_without_words_nothing_is_sent_and_what_was_typed_stays(visitor: Visitor, store: Store) -> None:
    answer = visitor.post("/feedback/", {"about": ABOUT, "words": "  ", "name": "Jo"})
    assert answer.status_code == 422
    assert 'value="Jo"' in answer.text
    assert "Schrijf in een zin wat er niet klopt." in answer.text
    assert visitor.post("/feedback/", {"words": "x" * 2001}).status_code == 422
    assert kept(store) == []


def test_who_sends_many_waits(visitor: Visitor, store: Store, clock: Clock) -> None:
    answers = [visitor.post("/feedback/", {"words": f"Nummer {number}"}).status_code for number in range(8)]
    assert answers[:5] == [303] * 5
    assert 429 in answers
    clock.passes(minutes=40)
    assert visitor.post("/feedback/", {"words": "Later"}).status_code == 303
    assert len(kept(store)) < 8


def test_who_keeps_the_board_reads_it_and_is_done_with_it(visitor: Visitor, store: Store, town: Town) -> None:
    visitor.as_teacher().post(
        "/feedback/", {"about": ABOUT, "words": "De <b>bus</b> heeft geen deur.", "name": "Jo"}
    )
    officer = visitor.leave().as_officer()
    assert "1 lezer meldt dat er iets niet klopt in de cursus." in officer.page("/board/").words
    text = officer.get("/feedback/inbox").text
    assert "De &lt;b&gt;bus&lt;/b&gt; heeft geen deur." in text
    (row,) = kept(store)
    assert officer.post(f"/feedback/{row['id']}/done").status_code == 303
    assert kept(store) == []
    assert "Er ligt niets te wachten" in officer.page("/feedback/inbox").words


def test_another_board_neither_sees_it_nor_takes_it_out(visitor: Visitor, store: Store) -> None:
    visitor.as_teacher().post("/feedback/", {"words": "Van ons bestuur."})
    elsewhere = visitor.leave().as_staff(builders.an_officer(store))
    assert "Van ons bestuur." not in elsewhere.page("/feedback/inbox").words
    (row,) = kept(store)
    elsewhere.post(f"/feedback/{row['id']}/done")
    assert len(kept(store)) == 1


def test_what_nobody_dealt_with_in_a_year_is_gone(visitor: Visitor, store: Store, clock: Clock) -> None:
    visitor.post("/feedback/", {"words": "Oud."})
    clock.passes(days=366)
    visitor.post("/feedback/", {"words": "Nieuw."})
    assert [row["words"] for row in kept(store)] == ["Nieuw."]
