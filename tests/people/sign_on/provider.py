"""A real provider of accounts on loopback, in a process of its own: oidc-provider-mock, which Authlib's server is in."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import requests

from course.journal.journal import Origin
from course.people.sign_on.providers import Settings, add_provider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from course.store.store import Store

KEY = b"for tests only"
PLAIN, WITH_STEP = "jo-4711", "anna-0815"
"""Who has an account there; the second shows a second step."""
USERS = [{"sub": PLAIN, "email": "jo@elsewhere.example"}, {"sub": WITH_STEP, "amr": ["pwd", "mfa"]}]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The provider, and somebody with a browser at it."""

    issuer: str

    def kept_at(self, store: Store, board_id: int, now: datetime, key: bytes = KEY, **settings: str) -> int:
        given = Settings("Bestuursaccount", "deelwijs", "geheim", **settings)
        return add_provider(store, board_id, self.issuer, given, key, Origin(now))

    def sends_back(self, address: str, who: str) -> str:
        """Show at the provider's page who one is, and give the address to which it sends the browser."""
        answer = requests.post(address, data={"sub": who}, allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]


def running() -> Iterator[Elsewhere]:
    """Start it at a port that is free, and stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    users = [part for one in USERS for part in ("--user-claims", json.dumps(one))]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *users]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stderr is not None
        try:
            for line in process.stderr:
                if re.search(r"running on", line, re.IGNORECASE):
                    break
            _answers(f"http://127.0.0.1:{port}")
            yield Elsewhere(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def _answers(address: str) -> None:
    for _ in range(100):
        try:
            requests.get(f"{address}/jwks", timeout=5).raise_for_status()
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(address)
