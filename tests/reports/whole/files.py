"""Opening a file about a whole school as its reader does."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

from course.reports.whole import asking
from course.reports.whole.making import Reader, make
from web.catalogs import speech

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from course.library import Library
    from course.people.actor import Actor
    from course.reports.whole.asking import Format
    from course.store.store import Store


def reader_of(store: Store, library: Library, actor: Actor, school_id: int, language: str = "en") -> Reader:
    with store.read() as conn:
        school = asking.school_to_take(conn, actor, school_id)
    return Reader(library, actor, school, language, speech(language))


def made(
    store: Store,
    library: Library,
    actor: Actor,
    school_id: int,
    wanted: Format,
    clock: Callable[[], datetime],
) -> bytes:
    """Ask for a file, make it, and take it along."""
    export = asking.ask(store, library, actor, school_id, wanted, clock())
    assert make(store, export, reader_of(store, library, actor, school_id), clock)
    found, parts = asking.taken(store, actor, school_id, clock())
    content = b"".join(parts)
    assert len(content) == found.size
    return content


def rows_of(content: bytes) -> dict[str, list[dict[str, str]]]:
    """The rows of every file of CSV, by the key of its section."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            re.sub(r"^\d+-|\.csv$", "", name): list(
                csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig")), delimiter=";")
            )
            for name in archive.namelist()
        }


def sheets_of(content: bytes) -> dict[str, str]:
    """The XML of every sheet of a workbook, by its name."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        return {
            name: archive.read(f"xl/worksheets/sheet{place}.xml").decode()
            for place, name in enumerate(names, start=1)
        }
