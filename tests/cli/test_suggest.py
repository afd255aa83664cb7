import json

import pytest
from click.testing import CliRunner

from cli.main import main
from course.norms.model import Audience

pytestmark = pytest.mark.usefixtures("dutch")


def run(*arguments):
    return CliRunner().invoke(main, ["suggest", *arguments])


def test_acts_are_told_best_first_with_their_words():
    found = json.loads(run("Mijn wachtwoord geef ik nooit door.", "--actor", "pupil", "--json").output)
    assert [set(one) for one in found] == [{"act", "score", "nl"}] * 5
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert {"keep-password-secret", "share-password-with-friend"} & {one["act"] for one in found}


def test_a_reader_gets_words_and_ids():
    told = run("Op internet gebruik ik alleen mijn voornaam.").output
    assert "pupil-use-only-first-name-online\n    Een leerling" in told
    assert "A pupil" in run("Op internet gebruik ik alleen mijn voornaam.", "--lang", "en").output


def test_a_text_that_says_nothing_finds_nothing():
    assert json.loads(run("", "--json").output) == []


def test_only_an_actor_is_taken_for_one():
    assert run("iets", "--actor", "robot").exit_code == 2
    assert all(run("Foto’s", "--actor", actor.value).exit_code == 0 for actor in Audience)
