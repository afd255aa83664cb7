"""What it takes to read in a board's pupils, and a class that signs in at once."""

import http.cookiejar
import re
import resource
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest

from course.calendar import school_day, school_year
from course.classroom.class_sessions import open_class_session
from course.store.store import Store
from tests import builders
from tests.bench.servers import deelwijs
from tests.bench.table import printed

pytestmark = pytest.mark.bench

PUPILS, GROUP, CLASS, ROUNDS = 20_000, 25, 30, 5
YEAR = school_year(school_day(datetime.now(UTC)))


@pytest.fixture
def database(tmp_path):
    address = f"sqlite:///{tmp_path / 'deelwijs.db'}"
    store = Store.open(address)
    store.migrate()
    yield address, store
    store.close()


def a_roster():
    """One EDEXML file of 20,000 pupils in 800 groups."""
    groups = "".join(
        f"<groep key='g{one}'><naam>Groep 7-{one}</naam><jaargroep>7</jaargroep></groep>"
        for one in range(PUPILS // GROUP)
    )
    pupils = "".join(
        f"<leerling key='p{one}'><achternaam>Achternaam{one}</achternaam><roepnaam>Roepnaam{one}</roepnaam>"
        f"<groep key='g{one // GROUP}'/></leerling>"
        for one in range(PUPILS)
    )
    head = f"<EDEX><school><schooljaar>{YEAR}-{YEAR + 1}</schooljaar></school>"
    return f"{head}<groepen>{groups}</groepen><leerlingen>{pupils}</leerlingen></EDEX>"


def test_twenty_thousand_pupils_are_read_in(database, tmp_path, capsys):
    """By the command, which is a process of its own: once to look, once to write, once more to find nothing new."""
    address, store = database
    school = builders.a_school(store)
    file = tmp_path / "roster.xml"
    file.write_text(a_roster(), encoding="utf-8")
    rows = []
    for name, options in (("looked at", []), ("written", ["--confirm"]), ("the same again", ["--confirm"])):
        command = [Path(sys.executable).with_name("deelwijs"), "roster", file, "--school", school.name]
        began = time.perf_counter()
        subprocess.run([*command, "--database", address, *options], check=True, stdout=subprocess.DEVNULL)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rows.append((name, time.perf_counter() - began, peak))
    with capsys.disabled():
        printed(f"{PUPILS:,} pupils of one EDEXML file, SQLite", ("", "s", "peak so far, MiB"), rows)


def comes_in(port, code, pupil, seconds):
    """Class code, tile, pictures and the first own page, in a browser of its own."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    root = f"http://127.0.0.1:{port}"

    def token(path):
        page = browser.open(root + path).read().decode()
        return re.search(r'name="csrf_token" value="([^"]+)"', page)[1]

    def send(path, **fields):
        return browser.open(root + path, urllib.parse.urlencode(fields, doseq=True).encode())

    send("/sign-in/code", csrf_token=token("/sign-in/code"), code=code)
    held = token(f"/sign-in/class/{pupil}")
    began = time.perf_counter()
    answer = send(f"/sign-in/class/{pupil}", csrf_token=held, pictures=builders.PICTURES)
    seconds.append(time.perf_counter() - began)
    assert answer.url.endswith("/learn/")


def test_thirty_pupils_sign_in_at_once(database, capsys):
    """From the pictures to the first own page, redirects included, all in the same moment and from one address."""
    address, store = database
    group = builders.a_group(store, school_year=YEAR)
    pupils = [builders.a_pupil(store, group, f"Leerling {number}") for number in range(CLASS)]
    now = datetime.now(UTC)
    code = open_class_session(
        store, builders.signed_in(store, builders.a_teacher(store, group), now), group.id, now
    ).code
    seconds = []
    with deelwijs(address) as served:
        for _ in range(ROUNDS):
            threads = [
                threading.Thread(target=comes_in, args=(served.port, code, one, seconds)) for one in pupils
            ]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
    assert len(seconds) == CLASS * ROUNDS
    cuts = statistics.quantiles(seconds, n=20)
    rows = [("from pictures to the first page", statistics.median(seconds), cuts[-1], max(seconds))]
    with capsys.disabled():
        printed(f"{CLASS} pupils at once, {ROUNDS} times, SQLite", ("", "p50, s", "p95, s", "most, s"), rows)
