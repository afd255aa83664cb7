"""The files with which a school's ICT runs Deelwijs: they name what there is, as far as can be told without running them."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from cli.main import main
from web.goals.routes import STORY
from web.http.bodies import FORM

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNIT, CONTAINER = DEPLOY / "deelwijs.service", DEPLOY / "Containerfile"


def unit() -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string(re.sub(r"^Environment=", "#", UNIT.read_text(encoding="utf-8"), flags=re.MULTILINE))
    return read


def commands() -> list[list[str]]:
    """Every `deelwijs …` of the unit and the container, without the path."""
    text = UNIT.read_text(encoding="utf-8") + CONTAINER.read_text(encoding="utf-8")
    found = re.findall(r"/bin/deelwijs ((?:[\w.:-]+ ?)+)", text)
    return [shlex.split(one) for one in found]


def test_the_commands_in_the_files_exist_with_their_options():
    asked = {words[0] for words in commands()}
    assert asked == {"compile", "migrate", "serve"}
    for name, *words in commands():
        command = main.get_command(click.Context(main), name)
        assert command is not None, name
        command.make_context(name, list(words), obj=ROOT, resilient_parsing=False)


def test_the_settings_in_the_files_are_settings_of_the_program():
    known = set(re.findall(r"DEELWIJS_[A-Z]+", (ROOT / "web" / "config.py").read_text(encoding="utf-8")))
    used = {
        name
        for file in (*DEPLOY.iterdir(), ROOT / "docs" / "operation.md")
        for name in re.findall(r"DEELWIJS_[A-Z]+", file.read_text(encoding="utf-8"))
    }
    assert used <= known


def test_the_unit_lets_the_program_write_to_its_own_folder_only():
    service = unit()["Service"]
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectory"] == "deelwijs"
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""
    assert "ReadWritePaths" not in service


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_can_read_the_unit(tmp_path):
    file = tmp_path / UNIT.name
    file.write_text(
        UNIT.read_text(encoding="utf-8").replace("/usr/local/lib/deelwijs/bin/deelwijs", shutil.which("true"))
    )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", file], capture_output=True, text=True, check=False
    )
    about_it = [line for line in done.stderr.splitlines() if "deelwijs" in line]
    assert about_it == []


def test_the_container_runs_as_nobody_in_particular_and_asks_for_its_health():
    text = CONTAINER.read_text(encoding="utf-8")
    assert re.search(r"^USER deelwijs$", text, re.MULTILINE)
    assert "/health" in text
    assert "--require-hashes -r requirements.txt" in text
    for source in re.findall(r"^COPY (?!--from)(\S+)", text, re.MULTILINE):
        assert (ROOT / source).exists()


@pytest.mark.parametrize(
    ("file", "largest"), [("nginx.conf", r"client_max_body_size\s+64k;"), ("Caddyfile", r"max_size 64KB")]
)
def test_a_proxy_lets_through_what_the_program_takes_and_lets_idle_ones_go_before_it(file, largest):
    text = (DEPLOY / file).read_text(encoding="utf-8")
    assert re.search(largest, text)
    assert max(STORY.bytes, FORM.bytes) <= 64 * 1000
    assert re.search(r"keepalive(_timeout)? 15s", text)
    assert "X-Forwarded-For" in text
    assert text.count("{") == text.count("}")


def test_the_page_names_every_file_and_no_other():
    page = (ROOT / "docs" / "operation.md").read_text(encoding="utf-8")
    assert {f"deploy/{one.name}" for one in DEPLOY.iterdir()} == set(re.findall(r"deploy/[\w.]+\w", page))


def test_no_weak_cipher_is_spoken_to_a_browser():
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    spoken = re.search(r"ssl_ciphers\s+(\S+);", text)[1].split(":")
    assert "TLSv1.2 TLSv1.3;" in text
    assert [
        one for one in spoken if not re.match(r"ECDHE-(ECDSA|RSA)-(AES\d+-GCM|CHACHA20-POLY1305)", one)
    ] == []


def test_no_query_is_written_to_the_log_of_the_proxy():
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    logged = text.split("log_format deelwijs", 1)[1].splitlines()[0]
    assert "access_log /var/log/nginx/deelwijs.log deelwijs if=$deelwijs_told;" in text
    assert "map $uri $deelwijs_told { /talk 0; default 1; }" in text
    for whole in ("$request ", '$request"', "$request_uri", "$args", "$http_referer"):
        assert whole not in logged
