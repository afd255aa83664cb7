"""`deelwijs sign-on` keeps the accounts elsewhere of a board."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.people.sign_on.providers import offered
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path

    from tests.people.sign_on.provider import Elsewhere


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    url = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(url)
    store.migrate()
    builders.a_board(store)
    monkeypatch.setenv("DEELWIJS_DATABASE", url)
    monkeypatch.setenv("DEELWIJS_URL", "https://leren.school.example")
    monkeypatch.setenv("DEELWIJS_SECRET_KEY", "k" * 32)
    yield lambda *words, **more: CliRunner().invoke(main, ["sign-on", *words], **more), store
    store.close()


def test_one_is_added_listed_and_removed(run, elsewhere: Elsewhere) -> None:
    call, store = run
    assert call().output == "No accounts elsewhere are taken.\n"
    added = call("--add", "Microsoft", "--issuer", elsewhere.issuer, "--client-id", "1", input="geheim\n")
    assert added.exit_code == 0, added.output
    (kept,) = offered(store)
    assert f"https://leren.school.example/sign-in/with/{kept.id}/back" in added.output
    assert "geheim" not in added.output
    assert "Microsoft" in call().output
    assert call("--remove", "Google").exit_code == 1
    assert call("--remove", "Microsoft").output == "No accounts elsewhere are taken.\n"


def test_one_is_changed_and_what_is_not_given_stays(run, elsewhere: Elsewhere) -> None:
    call, store = run
    words = ("--add", "A", "--issuer", elsewhere.issuer, "--client-id", "1", "--second-step", "trusted")
    assert call(*words, input="geheim\n").exit_code == 0
    (before,) = offered(store)
    assert call("--change", "A", "--name", "Microsoft", "--scopes", "openid email").exit_code == 0
    (after,) = offered(store)
    assert (after.name, after.client_id, after.second_step) == ("Microsoft", "1", "trusted")
    assert (after.scopes, after.sealed, after.id) == ("openid email", before.sealed, before.id)
    env = {"DEELWIJS_SIGN_ON_SECRET": "ander geheim"}
    assert call("--change", "Microsoft", "--new-secret", env=env).exit_code == 0
    assert offered(store)[0].sealed != before.sealed
    assert call("--change", "Microsoft", "--issuer", "https://ander.example").exit_code == 1
    assert call("--change", "Google", "--client-id", "2").exit_code == 1
    (told,) = json.loads(call("--json").output)
    assert (told["name"], told["people"]) == ("Microsoft", 0)


def test_the_secret_can_stand_in_the_environment_and_a_wrong_issuer_is_told(
    run, elsewhere: Elsewhere
) -> None:
    call, store = run
    words = ("--add", "A", "--client-id", "1", "--issuer")
    env = {"DEELWIJS_SIGN_ON_SECRET": "geheim"}
    assert call(*words, "http://school.example", env=env).output.endswith("https://.\n")
    assert call(*words, elsewhere.issuer, env=env).exit_code == 0
    builders.a_board(store, "Ander bestuur")
    assert "--board" in call().output
    assert "A" in call("--board", "Stichting De Veerkracht").output
