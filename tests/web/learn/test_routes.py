"""Playing a lesson through its routes: with htmx and without, twice, too late, and with nonsense."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select

from course.classroom.tables import assignments
from course.learning.tables import runs
from tests.web.page import Page

LESSON = "mag-deze-foto"
PLAY = f"/learn/lessons/{LESSON}"
CHOICES = f"{PLAY}/choices"
CLEAN = ("de-remix", "voor-ons-alleen", "meedoen")
"""Ask first, and keep it among yourselves: an ending by a way that is fine everywhere."""
NOT_FINE = ("in-de-bus", "de-volgende-ochtend", "stiekem")


def state(store):
    with store.read() as conn:
        return conn.execute(select(runs.c.step, runs.c.path)).all()


@pytest.fixture
def pupil(visitor):
    return visitor.as_pupil()


def test_a_lesson_opens_at_its_first_scene(pupil, hx):
    answer = pupil.get(f"/learn/lessons/{LESSON}", hx=hx)
    assert answer.status_code == 200
    assert "MIJN LAAAAARS" in answer.text
    assert ("<html" in answer.text) is not hx
    assert len(Page(answer.text).form("/choices").buttons) == 3


def test_looking_writes_nothing(pupil, store):
    pupil.get(f"/learn/lessons/{LESSON}")
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(runs)).scalar_one() == 0


def test_a_choice_shows_the_verdict_and_the_next_scene(pupil, hx):
    answer = pupil.choose(LESSON, "de-remix", hx=hx)
    if not hx:
        assert (answer.status_code, answer.location) == (303, f"/learn/lessons/{LESSON}")
        answer = pupil.get(answer.location)
    assert answer.status_code == 200
    words = Page(answer.text).words
    assert "‘Mag het, Daan?’ met mijn duim al klaar" in words
    assert "kom Leren" in words
    assert "Milan Remix" in words


def test_both_shapes_show_the_same(pupil, visitor):
    """The fragment is the very piece that the page includes."""
    pupil.walk(LESSON, *NOT_FINE)
    page = Page(pupil.get(f"/learn/lessons/{LESSON}").text)
    fragment = Page(pupil.get(f"/learn/lessons/{LESSON}", hx=True).text)
    assert fragment.words in page.words


def test_a_double_click_is_one_answer(pupil, store, hx):
    step = pupil.step(LESSON)
    first = pupil.choose(LESSON, "de-remix", step=step, hx=hx)
    kept = state(store)
    second = pupil.choose(LESSON, "de-remix", step=step, hx=hx)
    assert second.status_code == first.status_code == (200 if hx else 303)
    assert state(store) == kept
    if hx:
        assert Page(second.text).words == Page(first.text).words


def test_a_retry_after_a_lost_answer_gets_the_same_result(pupil, store):
    pupil.walk(LESSON, "in-de-bus")
    step = pupil.step(LESSON)
    lost = pupil.choose(LESSON, "de-volgende-ochtend", step=step, hx=True)
    kept = state(store)
    again = pupil.choose(LESSON, "de-volgende-ochtend", step=step, hx=True)
    assert Page(again.text).words == Page(lost.text).words
    assert state(store) == kept


def test_a_stale_page_gets_the_real_state_and_moves_nobody(pupil, store, hx):
    old = pupil.step(LESSON)
    pupil.walk(LESSON, "in-de-bus", "aya")
    kept = state(store)
    answer = pupil.choose(LESSON, "de-groepsapp", step=old, hx=hx)
    assert answer.status_code == 409
    assert state(store) == kept
    assert ("<html" in answer.text) is not hx
    page = Page(answer.text)
    assert "niets kwijt" in page.words or "nothing was lost" in page.words
    assert page.form("/choices").value("step") == pupil.step(LESSON)
    assert "HX-Retarget" not in answer.headers, "the real state belongs in the place of the story"


def test_another_choice_on_a_retried_page_is_stale(pupil, store):
    step = pupil.step(LESSON)
    pupil.choose(LESSON, "in-de-bus", step=step)
    kept = state(store)
    assert pupil.choose(LESSON, "de-remix", step=step).status_code == 409
    assert state(store) == kept


def test_back_in_time_stands_in_the_scene_before_its_choice(pupil, hx):
    pupil.walk(LESSON, "in-de-bus", "aya", "voor-ons-alleen")
    data = {"step": pupil.step(LESSON), "to": "1"}
    answer = pupil.post(f"/learn/lessons/{LESSON}/back", data, hx=hx)
    assert answer.status_code == (200 if hx else 303)
    page = pupil.page(f"/learn/lessons/{LESSON}")
    assert "De bus ruikt naar natte sokken" in page.words
    assert [value for _name, value in page.form("/back").buttons] == ["0"]


def test_going_back_keeps_the_endings_and_the_completion(pupil):
    pupil.walk(LESSON, *CLEAN)
    data = {"step": pupil.step(LESSON), "to": "0"}
    assert pupil.post(f"/learn/lessons/{LESSON}/back", data).status_code == 303
    pupil.walk(LESSON, "de-groepsapp", "op-stil", "de-plek-naast-daan")
    words = pupil.page(f"/learn/lessons/{LESSON}").words
    assert "Geen bewijs" in words
    assert "De plek naast Daan" in words


def test_again_begins_at_the_start(pupil, hx):
    pupil.walk(LESSON, *CLEAN)
    answer = pupil.post(f"/learn/lessons/{LESSON}/runs", {"step": pupil.step(LESSON)}, hx=hx)
    assert answer.status_code == (200 if hx else 303)
    page = pupil.page(f"/learn/lessons/{LESSON}")
    assert "Eén schoolreis." in page.words
    assert page.has_form("/choices")


def test_again_asked_twice_begins_one_round(pupil, store):
    pupil.walk(LESSON, *CLEAN)
    data = {"step": pupil.step(LESSON)}
    pupil.post(f"/learn/lessons/{LESSON}/runs", data)
    kept = state(store)
    assert pupil.post(f"/learn/lessons/{LESSON}/runs", data).status_code == 303
    assert state(store) == kept


def test_a_clean_way_completes_and_another_does_not(pupil):
    pupil.walk(LESSON, *NOT_FINE)
    assert not pupil.page(f"/learn/lessons/{LESSON}").has_form("/quizzes/mag-deze-foto")
    page = pupil.page(f"/learn/lessons/{LESSON}")
    assert not any("/learn/quizzes/" in address for address in page.addresses)
    pupil.post(f"/learn/lessons/{LESSON}/runs", {"step": pupil.step(LESSON)})
    pupil.walk(LESSON, *CLEAN)
    page = pupil.page(f"/learn/lessons/{LESSON}")
    assert any("/learn/quizzes/mag-deze-foto" in address for address in page.addresses)


def test_the_same_choice_is_fine_at_one_school_and_not_at_another(visitor, town):
    """Taking pictures on a school trip: forbidden at Verkruisen, nothing about it at kom Leren."""
    here = visitor.as_pupil().walk(LESSON, "in-de-bus").page(f"/learn/lessons/{LESSON}")
    there = visitor.as_pupil(town.their_pupil).walk(LESSON, "in-de-bus").page(f"/learn/lessons/{LESSON}")
    verdicts = [
        next(attrs["data-verdict"] for tag, attrs in page.tags if "verdict" in attrs.get("class", "").split())
        for page in (here, there)
    ]
    assert verdicts == ["open", "not"]
    assert "Verkruisen" in there.words
    assert any(address.startswith("/rules/protocol#") for address in there.addresses)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/learn/lessons/mag-deze-fot", "/learn/lessons/mag-deze-foto"),
        ("/learn/quizzes/mag-deze-fotos", "/learn/quizzes/mag-deze-foto"),
    ],
)
def test_an_unknown_lesson_or_quiz_offers_the_nearest(pupil, hx, path, near):
    answer = pupil.get(path, hx=hx)
    assert answer.status_code == 404
    assert near in Page(answer.text).addresses
    assert pupil.get(near).status_code == 200


def test_a_pupil_is_not_sent_to_a_lesson_of_the_staff(pupil):
    answer = pupil.get("/learn/lessons/leerlingen-als-vrien")
    assert answer.status_code == 404
    assert not any("leerlingen-als-vriend" in address for address in Page(answer.text).addresses)


@pytest.mark.parametrize(
    "path", ["/learn/lessons/leerlingen-als-vriend", "/learn/quizzes/jouw-mening-jouw-naam"]
)
def test_what_is_for_staff_does_not_exist_for_pupils(pupil, path):
    assert pupil.get(path).status_code == 404


@pytest.mark.parametrize("choice", ["de-groepsap", "voor-ons-alleen", "", "x" * 2000, "' OR 1=1"])
def test_a_choice_that_the_scene_does_not_have_is_not_found_and_moves_nobody(pupil, store, hx, choice):
    step = pupil.walk(LESSON, "in-de-bus").step(LESSON)
    kept = state(store)
    answer = pupil.choose(LESSON, choice, step=step, hx=hx)
    assert answer.status_code == 404
    assert state(store) == kept
    assert ("<html" in answer.text) is not hx
    if hx:
        assert answer.headers["HX-Retarget"] == "#notices"


@pytest.mark.parametrize(
    ("path", "data", "status"),
    [
        ("choices", {}, 422),
        ("choices", {"choice": "de-remix"}, 422),
        ("choices", {"step": "zero", "choice": "de-remix"}, 422),
        ("choices", {"step": "1e3", "choice": "de-remix"}, 422),
        ("choices", {"step": "9" * 5000, "choice": "de-remix"}, 422),
        ("choices", {"step": "9" * 30, "choice": "de-remix"}, 422),
        ("choices", {"step": "99999", "choice": "de-remix"}, 409),
        ("choices", {"step": "-1", "choice": "de-remix"}, 409),
        ("back", {}, 422),
        ("back", {"step": "0"}, 422),
        ("back", {"step": "0", "to": "-1"}, 404),
        ("back", {"step": "0", "to": "99"}, 409),
        ("choices", {"step": "0", "choice": "de-remix\x00"}, 422),
        ("runs", {"step": "x"}, 422),
        ("runs", {"step": "9"}, 409),
    ],
)
def test_a_malformed_form_is_told_and_never_breaks(pupil, store, hx, path, data, status):
    answer = pupil.post(f"/learn/lessons/{LESSON}/{path}", data, hx=hx)
    assert answer.status_code == status
    assert Page(answer.text).words
    assert state(store) == []


def test_a_body_that_is_no_form_is_told(pupil, hx):
    answer = pupil.post(CHOICES, b"{not json", hx=hx, content_type="application/json")
    assert answer.status_code == 422


def test_too_much_is_refused(pupil):
    answer = pupil.post(CHOICES, {"step": "0", "choice": "x" * 100_000})
    assert answer.status_code == 413
    assert Page(answer.text).words


def test_every_picture_of_the_lesson_is_there(pupil, library):
    for name in sorted(path.name for path in (library.root / "lessons" / LESSON).glob("*.svg")):
        answer = pupil.get(f"/pictures/lessons/{LESSON}/{name}")
        assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml"), name
        answer.close()


@pytest.mark.parametrize("name", ["nl.md", "..%2fnl.md", "../../norms/acts.toml", "none.svg"])
def test_only_pictures_leave_the_content(pupil, name):
    assert pupil.get(f"/pictures/lessons/{LESSON}/{name}").status_code == 404
    assert pupil.get(f"/pictures/quizzes/{name}").status_code == 404


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (7, "Af vóór het eind van vrijdag 27 november"),
        (0, "Maak dit vandaag af"),
        (-1, "Dit moest af zijn op 19 november. Het kan nog steeds."),
    ],
)
def test_a_pupil_reads_until_when_the_group_was_given_a_module(pupil, town, store, clock, days, words):
    assert words not in pupil.page("/learn/").words
    due = clock().date() + timedelta(days=days)
    row = {"group_id": town.our_group.id, "module": LESSON, "due_on": due, "given_at": clock()}
    with store.write() as conn:
        conn.execute(insert(assignments), row)
    assert words in pupil.page("/learn/").words
