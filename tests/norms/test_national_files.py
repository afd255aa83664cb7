import shutil

from course.norms.model import Audience, Source, Stance, Sure
from course.norms.read import read_norms
from course.reading.words import Words
from tests.norms.small_content import BROKEN, CONTENT


def test_an_agreement_between_schools_is_read_as_such_and_never_as_law():
    norms, _ = read_norms(CONTENT)
    assert {one.source for one in norms.law.articles.values()} == {Source.LAW}
    assert {one.source for one in norms.agreement.articles.values()} == {Source.AGREEMENT}
    assert not norms.law.stands.keys() & {"pupil-use-in-lesson-without-permission"}


def test_agreements_guidance_and_help_lines_may_be_left_out(content):
    norms, problems = read_norms(content)
    assert problems == ()
    assert (dict(norms.agreement.stands), dict(norms.guidance.stands), dict(norms.help)) == ({}, {}, {})


def test_guidance_tells_who_says_it_of_when_it_is_and_when_it_was_last_looked_up(content):
    shutil.copy(BROKEN / "sound" / "guidance.toml", content / "norms")
    norms, problems = read_norms(content)
    assert problems == ()
    (advice,) = norms.guidance.articles.values()
    assert (advice.body, advice.date, advice.url) == ("Kennisnet", "2025-06", "https://www.kennisnet.nl/")
    assert (str(advice.checked), advice.sure) == ("2026-11-28", Sure.PARTLY_SEEN)
    assert norms.guidance.position("ask-the-person-first").stance is Stance.ENCOURAGED


def test_help_lines_come_with_their_hours_where_these_are_known(content):
    shutil.copy(BROKEN / "sound" / "help.toml", content / "norms")
    norms, problems = read_norms(content)
    assert problems == ()
    first, second = norms.help.values()
    assert (first.name, first.phone, first.audience) == ("De Kindertelefoon", "0800-0432", (Audience.PUPIL,))
    assert first.hours == Words("elke dag van 11.00 tot 21.00 uur", "every day from 11:00 to 21:00")
    assert second.hours is None
