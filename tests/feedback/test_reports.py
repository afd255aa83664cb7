"""Reports are kept without who sent them, for one board, until they are dealt with, a year at most."""

from __future__ import annotations

from datetime import timedelta

import pytest

from course.errors import Invalid, NotFound, TooSoon
from course.feedback import reports
from tests import builders

ABOUT = "scene:mag-deze-foto/in-de-bus"


@pytest.fixture
def officer(store):
    return builders.signed_in(store, builders.an_officer(store))


def send(store, actor=None, words="Klopt niet.", name="", now=builders.NOW, browser="one"):
    reports.send(store, actor, ABOUT, words, name, now, whence=("192.0.2.1", browser))


def test_a_report_of_a_board_is_read_there_and_a_visitors_everywhere(store, officer):
    other = builders.signed_in(store, builders.an_officer(store))
    send(store, officer, "Van ons.")
    send(store, None, "Van een bezoeker.")
    assert [one.words for one in reports.open_reports(store, officer)] == ["Van een bezoeker.", "Van ons."]
    assert [one.words for one in reports.open_reports(store, other)] == ["Van een bezoeker."]
    assert (reports.count_open(store, officer), reports.count_open(store, other)) == (2, 1)


def test_only_who_sees_the_board_reads_them(store):
    director = builders.signed_in(store, builders.a_director(store))
    for read in (reports.open_reports, reports.count_open):
        with pytest.raises(NotFound):
            read(store, director)
    with pytest.raises(NotFound):
        reports.deal_with(store, director, 1)


def test_what_was_dealt_with_is_gone_and_twice_is_once(store, officer):
    send(store, officer)
    (one,) = reports.open_reports(store, officer)
    reports.deal_with(store, officer, one.id)
    reports.deal_with(store, officer, one.id)
    assert reports.count_open(store, officer) == 0


def test_words_are_asked_for_and_bounded(store, officer):
    for words, name in (("", ""), (" \n", ""), ("x" * (reports.LONGEST + 1), ""), ("x", "y" * 81)):
        with pytest.raises(Invalid):
            send(store, officer, words, name)
    send(store, officer, "  Een  zin. ", "  Jo   de Wit ")
    (one,) = reports.open_reports(store, officer)
    assert (one.words, one.name) == ("Een  zin.", "Jo de Wit")


def test_a_browser_that_sends_many_waits_and_another_does_not(store, officer):
    moment = builders.NOW
    for _ in range(reports.OF_A_BROWSER.free):
        send(store, officer, now=moment)
        moment += timedelta(seconds=2)
    with pytest.raises(TooSoon):
        send(store, officer, now=moment + timedelta(seconds=5))
    send(store, officer, now=moment + timedelta(seconds=5), browser="another")
    send(store, officer, now=moment + timedelta(hours=1))


def test_a_year_is_the_longest(store, officer):
    send(store, officer, "Oud.")
    send(store, officer, "Nieuw.", now=builders.NOW + reports.KEPT + timedelta(days=1))
    assert [one.words for one in reports.open_reports(store, officer)] == ["Nieuw."]
