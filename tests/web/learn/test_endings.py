"""What an ending says: cheers only where there is something to cheer, and what one may have passed by on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.learn.test_routes import CLEAN, LESSON, NOT_FINE, PLAY

if TYPE_CHECKING:
    from tests.web.page import Page

SAD_AND_CLEAN = ("de-remix", "voor-ons-alleen", "zelf")
"""Nothing forbidden, and the teacher stops dancing."""
UNASKED = ("in-de-bus", "de-groepsapp", "op-stil", "stop")
"""At kom Leren: nothing is said of taking pictures, and one asks before one passes them on."""

ADVISED = ("in-de-bus", "aya", "voor-ons-alleen", "meedoen")
"""At kom Leren: its protocol says nothing of what is done on this way, and national advice welcomes one act."""


@pytest.fixture
def pupil(visitor):
    return visitor.as_pupil()


def ending_of(page: Page) -> dict[str, str]:
    """The attributes of the box in which an ending stands."""
    return next(attrs for tag, attrs in page.tags if tag == "section" and attrs.get("class") == "ending")


def test_only_an_ending_that_is_good_in_every_way_is_cheered_at(pupil):
    assert "data-good" in ending_of(pupil.walk(LESSON, *CLEAN).page(PLAY))
    pupil.post(f"{PLAY}/runs", {"step": pupil.step(LESSON)})
    assert "data-good" not in ending_of(pupil.walk(LESSON, *NOT_FINE).page(PLAY))


def test_a_sad_ending_gets_a_quiet_star_however_clean_the_way(pupil):
    page = pupil.walk(LESSON, *SAD_AND_CLEAN).page(PLAY)
    assert "Je deed onderweg niets wat bij jou op school verboden is." in page.words
    assert "data-good" not in ending_of(page)
    classes = [attrs.get("class", "") for _tag, attrs in page.tags]
    assert "quiet-star" in classes
    assert "confetti" not in classes


def test_a_way_that_only_national_advice_welcomes_completes_the_lesson_and_is_cheered_at(pupil):
    page = pupil.walk(LESSON, *ADVISED).page(PLAY)
    assert "Je hebt deze les afgerond." in page.words
    assert "zegt jullie protocol niets" in page.words
    assert "data-good" in ending_of(page)


def test_an_ending_tells_where_one_should_have_asked_first_and_leads_back_there(pupil):
    page = pupil.walk(LESSON, *UNASKED).page(PLAY)
    assert "Bij ‘In de bus’ moest je eerst vragen." in page.words
    assert ("to", "1") in page.form("/back").buttons


def test_endings_are_collected_as_stickers_with_a_frame_for_each_that_is_to_be_found(pupil, library):
    page = pupil.walk(LESSON, *NOT_FINE).page(PLAY)
    place = next(at for at, (_tag, attrs) in enumerate(page.tags) if attrs.get("class") == "endings")
    pictures = [attrs["src"] for tag, attrs in page.tags[place:] if tag == "img"]
    assert len(pictures) == 1
    assert "stickers.svg" in pictures[0]
    classes = [attrs.get("class") for _tag, attrs in page.tags]
    assert classes.count("unknown") == 7


def test_an_ending_tells_of_how_many_things_the_protocol_is_silent(pupil):
    assert (
        "Over 1 ding dat je deed, zegt jullie protocol niets."
        in pupil.walk(LESSON, *UNASKED).page(PLAY).words
    )
    pupil.post(f"{PLAY}/runs", {"step": pupil.step(LESSON)})
    assert "zegt jullie protocol niets" not in pupil.walk(LESSON, *CLEAN).page(PLAY).words


def test_to_find_another_ending_begins_anew_and_forgets_none(pupil, library):
    """The list led back into the ending that was found, where there is nothing left to choose."""
    for choice in CLEAN:
        pupil.choose(LESSON, choice)
    found = pupil.page(f"/learn/lessons/{LESSON}").words
    assert "Gevonden eindes: 1 van" in found
    again = f"/learn/lessons/{LESSON}/runs"
    assert pupil.post(again).status_code == 303
    page = pupil.page(f"/learn/lessons/{LESSON}")
    assert page.has_form(f"/lessons/{LESSON}/choices")
    assert "1 van" in pupil.page("/learn/").words
    pupil.choose(LESSON, CLEAN[0])
    assert pupil.post(again).status_code == 303
    assert "Jij koos" in pupil.page(f"/learn/lessons/{LESSON}").words, "who is on the way goes on"
