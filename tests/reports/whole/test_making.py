"""A file is made by one, told how far it is, and made anew where its maker is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from course.reports.whole import making
from course.reports.whole.asking import Format, Stage, ask, drop, look, taken
from course.reports.whole.making import make
from course.reports.whole.tables import exports
from tests.reports.whole.files import made, reader_of, rows_of, sheets_of

if TYPE_CHECKING:
    from pathlib import Path

    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.reports.whole.conftest import Clock


@pytest.mark.parametrize("wanted", Format)
def test_a_file_in_many_pieces_is_whole(
    store: Store, library: Library, here: Term, clock: Clock, wanted: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "PIECE", 100)
    content = made(store, library, here.director, here.school, wanted, clock)
    found = rows_of(content) if wanted is Format.CSV else sheets_of(content)
    assert len(found) == 10
    export = look(store, here.director, here.school, clock())[1]
    assert export
    assert export.stage is Stage.READY
    assert export.done == export.steps > 0


def test_while_one_makes_it_no_other_does_until_it_is_silent(
    store: Store, library: Library, here: Term, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = ask(store, library, here.director, here.school, Format.CSV, clock())
    reader = reader_of(store, library, here.director, here.school)
    again: list[bool] = []
    sections = making.sections_of

    def meanwhile(*these: object) -> object:
        if not again:
            again.append(True)
            again.append(make(store, export, reader, clock))
            clock.passes(minutes=2)
            again.append(make(store, export, reader, clock))
        return sections(*these)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "sections_of", meanwhile)
    assert make(store, export, reader, clock) is False, "another took over, and had it ready"
    assert again == [True, False, True]
    assert len(rows_of(b"".join(taken(store, here.director, here.school, clock())[1]))) == 10


@pytest.mark.parametrize("wanted", Format)
def test_who_finds_it_let_go_of_stops(
    store: Store, library: Library, here: Term, clock: Clock, wanted: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = ask(store, library, here.director, here.school, wanted, clock())
    sections = making.sections_of

    def meanwhile(*these: object) -> object:
        drop(store, here.director, here.school, clock())
        return sections(*these)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "sections_of", meanwhile)
    assert make(store, export, reader_of(store, library, here.director, here.school), clock) is False
    with store.read() as conn:
        assert conn.execute(select(exports)).all() == []


@pytest.mark.parametrize("wanted", Format)
def test_who_stops_half_way_leaves_no_file_behind(
    store: Store,
    library: Library,
    here: Term,
    clock: Clock,
    wanted: Format,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "half"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    export = ask(store, library, here.director, here.school, wanted, clock())
    go_on = making._Desk._go_on

    def dropped(desk: making._Desk) -> None:
        if desk._done:
            drop(store, here.director, here.school, clock())
        go_on(desk)

    monkeypatch.setattr(making._Desk, "_go_on", dropped)
    assert make(store, export, reader_of(store, library, here.director, here.school), clock) is False
    assert list(folder.iterdir()) == []


def test_what_goes_wrong_is_told_and_can_be_asked_anew(
    store: Store, library: Library, here: Term, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = ask(store, library, here.director, here.school, Format.CSV, clock())
    reader = reader_of(store, library, here.director, here.school)
    with monkeypatch.context() as broken:
        broken.setattr(making, "sections_of", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            make(store, export, reader, clock)
    found = look(store, here.director, here.school, clock())[1]
    assert found
    assert found.stage is Stage.FAILED
    assert not found.is_silent
    assert made(store, library, here.director, here.school, Format.CSV, clock)


def test_it_is_told_how_far_it_is(
    store: Store, library: Library, here: Term, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    go_on = making._Desk._go_on

    def noted(desk: making._Desk) -> None:
        go_on(desk)
        with store.read() as conn:
            seen.append(conn.execute(select(exports.c.done, exports.c.steps)).one())

    monkeypatch.setattr(making._Desk, "_go_on", noted)
    made(store, library, here.director, here.school, Format.CSV, clock)
    done = [one for one, _ in seen]
    assert done == sorted(done)
    assert len({of for _, of in seen}) == 1
    assert done[0] == 0
    assert done[-1] == seen[-1][1]


def test_one_that_was_asked_when_a_process_ended_is_silent(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    export = ask(store, library, here.director, here.school, Format.CSV, clock())
    with store.write() as conn:
        conn.execute(update(exports).values(touched_at=clock(), maker="gone"))
    found = look(store, here.director, here.school, clock())[1]
    assert found
    assert not found.is_silent
    clock.passes(seconds=61)
    found = look(store, here.director, here.school, clock())[1]
    assert found
    assert found.is_silent
    assert make(store, export, reader_of(store, library, here.director, here.school), clock)
