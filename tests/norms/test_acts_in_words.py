"""What the acts say: plain sentences, in themes of a size that one can go through, with their opposites."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.norms.read import read_norms

if TYPE_CHECKING:
    from course.norms.model import Norms

OPPOSITES = (
    ("teacher-say-you-work-here-in-discussion-about-school", "teacher-join-discussion-without-saying-you-work-here"),
    ("teacher-disclaim-responsibility-for-others-words", "teacher-leave-out-disclaimer-about-others-words"),
    ("create-account-with-school-name", "create-account-with-school-name-without-asking"),
    ("continue-unpleasant-online-discussion", "stop-unpleasant-online-discussion"),
    ("teacher-call-manager-when-conversation-derails", "reply-once-more-before-calling-manager"),
    ("parent-or-teacher-take-photos-at-special-occasion", "take-photos-at-school-on-ordinary-day"),
    ("report-bullying-to-adult", "look-away-when-someone-is-bullied"),
    ("pupil-post-photo-of-classmates-without-asking", "ask-the-person-first"),
    ("delete-photo-when-asked", "keep-photo-online-when-asked-to-remove"),
    ("teacher-accept-or-send-pupil-friend-request", "teacher-decline-pupil-friend-request"),
    ("lie-about-age-for-account", "give-true-age-for-account"),
    ("say-sorry-without-own-part", "wave-hurt-away-without-own-part"),
    ("teacher-chat-privately-with-pupil-at-night", "teacher-end-late-chat-and-refer-to-school-hours"),
)  # fmt: skip
"""Pairs of which an author once found the one half only, and so led readers to the other."""

LOOKING_AWAY = (
    "notice-exclusion-and-do-nothing",
    "look-away-when-someone-is-bullied",
    "laugh-along-as-bystander",
)


@pytest.fixture(scope="module")
def norms() -> Norms:
    return read_norms(Path(__file__).parents[2])[0]


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_an_act_stands_beside_its_opposite(norms: Norms, one: str, other: str):
    assert norms.acts[one].counterpart == other
    assert norms.acts[other].counterpart == one


def test_looking_away_is_an_act_too(norms: Norms):
    assert set(LOOKING_AWAY) <= set(norms.acts)


def test_the_school_that_shows_pupils_without_consent_is_an_act(norms: Norms):
    assert "school" in norms.acts["school-publish-images-without-consent"].actors


def test_every_sentence_is_short_and_ends_as_a_sentence(norms: Norms):
    wrong = [
        (act.id, words.nl)
        for act in norms.acts.values()
        for words in (act.words, *act.sentences.values())
        if not (words.nl.endswith(".") and words.for_locale("en").endswith(".")) or len(words.nl.split()) > 23
    ]
    assert wrong == []


def test_dutch_sentences_have_curly_apostrophes(norms: Norms):
    texts = [words.nl for act in norms.acts.values() for words in (act.words, *act.sentences.values())]
    assert [text for text in texts if "'" in text] == []


def test_no_two_acts_say_the_same(norms: Norms):
    counted = Counter(act.words.nl for act in norms.acts.values())
    assert [text for text, times in counted.items() if times > 1] == []


def test_a_sentence_of_its_own_is_for_somebody_who_may_do_the_act(norms: Norms):
    assert [act.id for act in norms.acts.values() if not set(act.sentences) <= set(act.actors)] == []


def test_there_are_twelve_themes_and_every_act_has_one(norms: Norms):
    assert len(norms.themes) == 12
    assert {act.theme for act in norms.acts.values()} == set(norms.themes)
