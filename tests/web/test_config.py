"""Settings from the environment."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from course.errors import Invalid, Unavailable
from web.config import Config


def test_workers_that_start_at_once_share_one_key(tmp_path):
    for number in range(20):
        environment = {"DEELWIJS_DATA": str(tmp_path / str(number))}
        with ThreadPoolExecutor(8) as starting:
            keys = set(starting.map(lambda _: Config.from_environment(environment).secret_key, range(8)))  # noqa: B023 - used at once
        assert len(keys) == 1
        assert len(keys.pop()) >= 64


def test_the_key_is_for_its_owner_only_and_stays(tmp_path):
    environment = {"DEELWIJS_DATA": str(tmp_path)}
    first = Config.from_environment(environment).secret_key
    assert Config.from_environment(environment).secret_key == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_setting_that_is_no_number_is_named(tmp_path):
    with pytest.raises(Invalid, match="DEELWIJS_PROXIES"):
        Config.from_environment({"DEELWIJS_DATA": str(tmp_path), "DEELWIJS_PROXIES": "x"})


def test_hosts_stand_with_commas_between_them(tmp_path):
    data = {"DEELWIJS_DATA": str(tmp_path)}
    assert Config.from_environment(data).hosts == ()
    given = Config.from_environment({**data, "DEELWIJS_HOSTS": "leren.school.example, school.example,"})
    assert given.hosts == ("leren.school.example", "school.example")


@pytest.mark.parametrize("folder", ["file/under", "file"])
def test_a_folder_that_cannot_be_is_told_with_what_to_do(tmp_path, folder):
    (tmp_path / "file").write_text("no folder", encoding="ascii")
    with pytest.raises(Unavailable, match="DEELWIJS_DATA"):
        Config.from_environment({"DEELWIJS_DATA": str(tmp_path / folder)})


def test_a_key_that_cannot_be_written_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    with pytest.raises(Unavailable, match="No space left"):
        Config.from_environment({"DEELWIJS_DATA": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["abcd", " " * 40, "x" * 31])
def test_a_key_that_can_be_guessed_is_refused_with_what_to_do(tmp_path, key):
    with pytest.raises(Unavailable, match="openssl rand -hex 32"):
        Config.from_environment({"DEELWIJS_DATA": str(tmp_path), "DEELWIJS_SECRET_KEY": key})
    (tmp_path / "secret-key").write_text(key, encoding="ascii")
    with pytest.raises(Unavailable, match="secret key"):
        Config.from_environment({"DEELWIJS_DATA": str(tmp_path)})


def test_a_key_of_32_characters_is_taken(tmp_path):
    given = {"DEELWIJS_DATA": str(tmp_path), "DEELWIJS_SECRET_KEY": "x" * 32}
    assert Config.from_environment(given).secret_key == "x" * 32
