"""What one answer asks of the database, and that a long history makes it no dearer."""

import statistics
from collections import Counter

import pytest

from course.library import default_content_root, load_library
from tests.bench.classes import LESSON, some_classes, with_history
from tests.bench.floor import make_floor
from tests.bench.inside import an_app, ask, median_ms
from tests.bench.table import printed
from tests.bench.walks import laps

pytestmark = pytest.mark.bench

MOST = 8
"""BEGIN and COMMIT included."""
TURN = Counter(("BEGIN", "COMMIT"))
"""What the floor always sends, and the application not around a lone statement on PostgreSQL."""
WARM, PAIRS = 20, 250


@pytest.fixture(scope="module")
def library():
    return load_library(default_content_root())


def kind(statement: str) -> str:
    """The verb and the table of a statement: `UPDATE runs`."""
    words = statement.replace('"', "").split()
    if words[0] == "SELECT":
        return f"SELECT {words[words.index('FROM') + 1]}"
    return " ".join(words[: {"INSERT": 3, "UPDATE": 2}.get(words[0], 1)]).replace("INTO ", "")


def test_an_answer_takes_at_most_eight_statements_and_the_floor_sends_the_same(
    store, library, statements, capsys
):
    app, floor = an_app(store, library), make_floor(store, 2000)
    warm, played, bare = some_classes(store, 1, 3)
    lap, again = laps(library)
    ask(app, warm, f"/learn/lessons/{LESSON}/choices", lap[0].body(warm.csrf, 0))
    counts = []
    for step, move in enumerate([*lap, *again]):
        path = f"/learn/lessons/{LESSON}/{move.kind}"
        with statements() as ours:
            ask(app, played, path, move.body(played.csrf, step))
        with statements() as theirs:
            environ = {"HTTP_COOKIE": f"floor={bare.token}"}
            done = floor.test_client(use_cookies=False).post(
                path, data=move.body("", step), environ_base=environ
            )
            assert done.status_code == 200
        counts.append(len(ours))
        assert Counter(map(kind, ours)) - TURN == Counter(map(kind, theirs)) - TURN, move
    with capsys.disabled():
        rows = [(f"{number} statements", times) for number, times in sorted(Counter(counts).items())]
        title = f"{store.engine.dialect.name}: statements per answer, mean {statistics.mean(counts):.1f}"
        printed(title, ("", "answers"), rows)
    assert max(counts) <= MOST


def test_a_long_history_makes_no_answer_dearer(store, library, statements, capsys):
    app = an_app(store, library)
    fresh, busy, *_ = some_classes(store, 1, 3)
    with_history(store, busy, library.lesson(LESSON), library.module(LESSON))
    moves = laps(library)
    took: dict[str, list[float]] = {"none": [], "1,000": []}
    sent: dict[str, set[int]] = {"none": set(), "1,000": set()}
    for number in range(WARM + PAIRS):
        for name, who, before in (("none", fresh, 0), ("1,000", busy, 1000)):
            turn, place = divmod(number, len(moves[0]))
            move = moves[min(turn, 1)][place]
            path = f"/learn/lessons/{LESSON}/{move.kind}"
            seconds, _ = ask(app, who, path, move.body(who.csrf, before + number))
            if number >= WARM:
                took[name].append(seconds)
    for name, who, before in (("none", fresh, 0), ("1,000", busy, 1000)):
        move = moves[1][(WARM + PAIRS) % len(moves[0])]
        with statements() as seen:
            ask(
                app,
                who,
                f"/learn/lessons/{LESSON}/{move.kind}",
                move.body(who.csrf, before + WARM + PAIRS),
            )
        sent[name].add(len(seen))
    one, other = median_ms(took["none"]), median_ms(took["1,000"])
    with capsys.disabled():
        title = f"{store.engine.dialect.name}: an answer alone, by the number of earlier answers"
        printed(title, ("", "median ms"), [("none", one), ("1,000", other), ("ratio (aim 1.1)", other / one)])
    assert sent["none"] == sent["1,000"]
