"""The page on which an administrator begins a new school year."""

from __future__ import annotations

from sqlalchemy import select

from course.figures.tables import snapshots


def test_an_administrator_looks_changes_confirms_and_undoes(visitor, town, clock):
    path = f"/admin/schools/{town.ours.id}/year"
    early = visitor.as_administrator().page(path)
    assert "Vastleggen kan vanaf 1 augustus 2027." in early.words
    clock.passes(days=300)
    visitor.as_administrator()
    form = visitor.page(path).forms[-1]
    fields = dict(form.fields)
    line = next(name for name in fields if name.startswith("to-") and str(town.our_group.id) in name)
    changed = {**fields, line: "Groep 8", "do": "confirm"}
    again = visitor.post(path, changed)
    assert (again.status_code, "Kijk nog een keer" in again.text) == (409, True)
    looked = visitor.post(path, {**fields, line: "Groep 8", "do": "look"})
    shown = looked.text.partition('name="fingerprint" value="')[2].partition('"')[0]
    assert visitor.post(path, {**changed, "fingerprint": shown}).location == path
    words = visitor.page(path).words
    assert "Het nieuwe schooljaar is begonnen" in words
    with town.store.read() as conn:
        assert conn.execute(select(snapshots.c.school_year)).scalars().all() == [2026], "last year is closed"
    assert "Groep 8" in visitor.page(f"/admin/schools/{town.ours.id}").words
    visitor.post(path, {"do": "undo"})
    assert "Iedereen zit weer waar hij zat." in visitor.page(path).words
    assert visitor.get(f"/admin/schools/{town.theirs.id}/year").status_code == 404
    assert visitor.post(path, {**fields, line: "x" * 61, "do": "look"}).status_code == 422
